"""A page becomes briefs and a report; nothing is written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from regional_news.ingest import IngestReport, Source, Stored, prepare
from regional_news.model import Brief, PartialDate, brief_id
from regional_news.reading import read_page
from regional_news.recognition.annotator import Annotator, open_annotator

SOURCE = Source("Echo 7", PartialDate(2023, 4), "The Borchester Echo", "https://echo.example/7")

PAGE = """\
Nations and regions news

East Midlands

Darrington-under-Lakey District Council has moved 30 services to the cloud, and shut its own \
server room, which stood below the town hall for 40 years.

West Midlands

Felpersham City Council has fitted 400 bins with sensors that tell how full they are, which saves \
12 lorry journeys a week.

London

Ambridge Borough Council is to give laptops to 300 pupils who have none at home.
"""


@pytest.fixture
def annotator(borsetshire: Path) -> Annotator:
    """Return a annotator that knows the councils of Borsetshire."""
    return open_annotator(borsetshire)


def report_on(annotator: Annotator, text: str, stored: tuple[Brief, ...] = ()) -> IngestReport:
    """Return the report on a page of plain text."""
    there = stored_as(stored)
    return prepare(read_page(text.encode()), SOURCE, annotator=annotator, stored=there)


def stored_as(briefs: Sequence[Brief]) -> Stored:
    """Return briefs as a page is compared with them."""
    return Stored(
        [each.id for each in briefs], [each.summary for each in briefs], briefs.__getitem__
    )


def test_a_clean_page_is_all_new(annotator: Annotator) -> None:
    """Each brief has its region, council, themes, headline and source, and no doubt."""
    report = report_on(annotator, PAGE)
    assert report.words == "3 to add"
    assert [brief.region for brief in report.briefs] == ["east-midlands", "west-midlands", "london"]
    first = report.briefs[0]
    assert first.councils == ("darrington-under-lakey",)
    assert first.themes[0] == "cloud_infrastructure"
    assert first.summary.startswith("Darrington-under-Lakey District Council has moved")
    assert 0 < len(first.headline) <= 80
    assert (first.issue, first.published, first.source_title, first.source_url) == (
        SOURCE.issue,
        SOURCE.published,
        SOURCE.title,
        SOURCE.url,
    )


def test_the_same_page_again_adds_nothing(annotator: Annotator) -> None:
    """Other line breaks and capitals in the issue's name do not make it another page."""
    stored = report_on(annotator, PAGE).briefs
    again = report_on(annotator, PAGE.replace("30 services to", "30\nservices  to"), stored)
    assert again.words == "0 to add, 3 already there"
    assert again.known == stored


def test_no_id_reads_as_a_number_or_a_date() -> None:
    """A spreadsheet that opens the file leaves every id as it is."""
    made = [brief_id("Echo 7", "wales", f"Said {number}.") for number in range(20_000)]
    assert all(re.fullmatch("[0-9a-f]{12}", each) for each in made)
    assert not [each for each in made if re.sub("dec|feb|e", "", each, count=1).isdigit()]
    assert len({*made}) == len(made)


def test_a_brief_in_slightly_other_words_is_shown_with_its_twin(annotator: Annotator) -> None:
    """It is not added: a person decides."""
    stored = report_on(annotator, PAGE).briefs
    report = report_on(annotator, PAGE.replace("12 lorry journeys", "15 lorry trips"), stored)
    assert report.words == "0 to add, 2 already there, 1 nearly the same as another"
    (twin,) = report.twins
    assert twin.other == stored[1]
    assert twin.entry.brief.id != twin.other.id
    assert 90 <= twin.likeness < 100


@pytest.mark.parametrize(
    "written", [str.upper, lambda text: text.replace("e", "é").replace("i", "î"), str.title]
)
def test_a_twin_is_found_however_it_is_written(
    annotator: Annotator, written: Callable[[str], str]
) -> None:
    """Capitals and accents make no other brief; of several like it, the likest is shown."""
    found = report_on(annotator, PAGE).briefs
    same = [replace(each, id=each.id[::-1], summary=written(each.summary)) for each in found]
    like = [
        replace(each, id=f"{each.id}-{number}", summary=f"{each.summary} So it says.")
        for number in range(40)
        for each in found
    ]
    report = report_on(annotator, PAGE, (*like, *same))
    assert [(twin.other, twin.likeness) for twin in report.twins] == [(each, 100) for each in same]


def test_news_told_alike_of_other_councils_is_no_twin(annotator: Annotator) -> None:
    """A sheet of briefs may say the same sentence of one council after the other."""
    told = report_on(annotator, PAGE).briefs
    others = tuple(
        replace(
            brief, id=brief.id[::-1], summary=f"{brief.summary} Yes.", councils=(f"not-{brief.id}",)
        )
        for brief in told
    )
    report = report_on(annotator, PAGE, others)
    assert (len(report.added), report.twins) == (len(told), ())


@pytest.mark.parametrize("changed", ["issue", "region"])
def test_a_brief_whose_councils_were_corrected_is_known_by_its_text(
    annotator: Annotator, changed: str
) -> None:
    """Word for word the same in its region or its issue it is no news, whoever it is about."""
    told = report_on(annotator, PAGE).briefs
    corrected = tuple(
        replace(each, id=each.id[::-1], headline="Another", councils=(f"not-{each.id}",))
        for each in told
    )
    stored = tuple(replace(each, **{changed: "other"}) for each in corrected)
    report = report_on(annotator, PAGE, stored)
    assert not report.added
    assert [(twin.other, twin.is_copy) for twin in report.twins] == [(e, True) for e in stored]
    elsewhere = tuple(replace(each, issue="other", region="other") for each in corrected)
    assert len(report_on(annotator, PAGE, elsewhere).added) == len(told)


def test_another_brief_of_the_same_council_is_no_twin(annotator: Annotator) -> None:
    """Two briefs that share a council and a theme are two briefs."""
    stored = tuple(
        replace(brief, id=brief.id[::-1], summary="Felpersham City Council counts its trees.")
        for brief in report_on(annotator, PAGE).briefs
    )
    assert report_on(annotator, PAGE, stored).words == "3 to add"


@pytest.mark.parametrize(
    ("old", "new", "words", "reason"),
    [
        (
            "Ambridge Borough Council",
            "Felpersham City Council",
            "Felpersham City Council",
            "lies in West Midlands, but the heading is London",
        ),
        (
            "Ambridge Borough Council",
            "Ambrigde Borough Council",
            "Ambrigde Borough Council",
            "is taken for Ambridge",
        ),
        ("Ambridge Borough Council", "A charity", "", "it is about no council"),
        ("London\n", "", "", "its heading is lost; by its place it is London"),
    ],
    ids=["heading and council disagree", "misspelt", "no council", "heading lost"],
)
def test_what_a_person_should_look_at_is_in_doubt(
    annotator: Annotator, old: str, new: str, words: str, reason: str
) -> None:
    """The doubt names the words that caused it, and the brief is to be added all the same."""
    report = report_on(annotator, PAGE.replace(old, new, 1))
    assert report.words == "3 to add (1 in doubt)"
    (doubt,) = report.in_doubt[0].doubts
    assert doubt.words == words
    assert reason in doubt.reason


def test_a_brief_without_a_region_is_rejected(annotator: Annotator) -> None:
    """Where there is neither heading nor council, nothing tells the region."""
    text = "Ambridge Borough Council buys bins.\n\nDarrington council counts them, and its trees.\n"
    report = report_on(annotator, text)
    (rejected,) = report.rejected
    assert rejected.entry.brief.region == ""
    assert "region" in rejected.reason


def test_a_name_that_two_councils_share_is_kept_as_written(annotator: Annotator) -> None:
    """The doubt tells the candidates; the brief holds the name until somebody chooses."""
    report = report_on(annotator, PAGE.replace("Ambridge Borough Council", "Darrington council"))
    (entry,) = report.in_doubt
    assert entry.brief.councils == ("Darrington council",)
    assert [council.id for council in entry.doubts[0].candidates] == [
        "darrington-on-am",
        "darrington-under-lakey",
    ]


def test_a_council_in_doubt_makes_no_other_brief(annotator: Annotator) -> None:
    """Of the stored one somebody said which it is; the page came under another name then."""
    text = PAGE.replace("Ambridge Borough Council", "Darrington council")
    (entry,) = report_on(annotator, text).in_doubt
    stored = replace(entry.brief, id=entry.brief.id[::-1], councils=("darrington-on-am",))
    (twin,) = report_on(annotator, text, (stored,)).twins
    assert twin.is_copy


def test_a_short_sentence_whose_only_council_is_offered_is_a_brief_in_doubt(
    annotator: Annotator,
) -> None:
    """Below the other brief of its region it is not left out; a person says whether it counts."""
    short = "Drivers in Felpersham have a new car park app."
    report = report_on(annotator, PAGE.replace("\n\nLondon", f"\n\n{short}\n\nLondon"))
    entry = next(each for each in report.in_doubt if each.brief.summary == short)
    assert entry.brief.councils == ()
    assert [each.matched for each in entry.unsure] == ["Felpersham"]
    assert report.left_out == ()
    told = "    ? “Felpersham” may be Felpersham City Council"
    assert told in list(report.lines(annotator.reference.regions))


@pytest.mark.parametrize(
    "head", ["Echo 7", "Echo 7, April 2023", "Echo\n\nApril 2023", "The Echo, issue 9\n\nMay 2023"]
)
def test_what_tells_the_issue_is_not_left_out(annotator: Annotator, head: str) -> None:
    """Each brief has its name and its date, as the page tells them or a person wrote them."""
    assert report_on(annotator, f"{head}\n\n{PAGE}").left_out == ()
    (left,) = report_on(annotator, f"{head}\n\nOur team\n\n{PAGE}").left_out
    assert left.text == "Our team"


def test_a_choice_made_in_review_settles_the_name(borsetshire: Path) -> None:
    """The same page read again has neither the doubt nor another id."""
    text = PAGE.replace("Ambridge Borough Council", "Darrington council")
    doubtful = report_on(open_annotator(borsetshire), text).briefs[2]
    with (borsetshire / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("Darrington council,darrington-on-am,2023-04-25,Ann\n")
    settled = report_on(open_annotator(borsetshire), text).briefs[2]
    assert settled.councils == ("darrington-on-am",)
    assert settled.id == doubtful.id


def test_progress_ends_at_one(annotator: Annotator) -> None:
    """A bar that follows it fills."""
    parts: list[float] = []
    page = read_page(PAGE.encode())
    prepare(page, SOURCE, annotator=annotator, stored=stored_as(()), progress=parts.append)
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_the_report_reads_line_by_line(annotator: Annotator) -> None:
    """Added briefs, doubts and twins are told with what a person needs to judge them."""
    stored = report_on(annotator, PAGE).briefs[:2]
    text = PAGE.replace("12 lorry journeys", "15 lorry trips").replace(
        "Ambridge Borough", "Felpersham City"
    )
    lines = list(report_on(annotator, text, stored).lines(annotator.reference.regions))
    assert lines[0] == ("1 to add (1 in doubt), 1 already there, 1 nearly the same as another.")
    assert lines[1].startswith("+ 7, London: ")
    assert lines[2].startswith("    ? “Felpersham City Council” lies in West Midlands")
    assert lines[3].startswith("= already there: ")
    assert lines[4].startswith("~ not added, 9")
    assert stored[1].headline in lines[5]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//echo.example", "ftp:x"]
)
def test_a_source_is_on_the_web_or_has_no_address(url: str) -> None:
    """An address that a reader would follow begins with http or https."""
    assert replace(SOURCE, url="HTTPS://echo.example").url
    with pytest.raises(ValueError, match="https://"):
        replace(SOURCE, url=url)


def test_the_headline_of_the_page_is_the_brief_s(annotator: Annotator) -> None:
    """No other one is drafted from its first sentence."""
    page = "<h2>London</h2><h3>Ambridge lends laptops</h3><p>Ambridge Borough Council is to give "
    page += "laptops to 300 pupils who have none at home.</p>"
    report = report_on(annotator, page)
    assert [entry.brief.headline for entry in report.added] == ["Ambridge lends laptops"]


def test_a_text_that_ends_without_a_full_stop_is_asked_about(annotator: Annotator) -> None:
    """Something of it may be missing; with one, nothing of that is said."""
    text = "Ambridge Borough Council is to give laptops to 300 pupils who have none at home"
    asked = "Its text ends without a full stop"
    for each, expected in ((text, [asked]), (f"{text}.", [])):
        (entry,) = report_on(annotator, f"London\n\n{each}\n").added
        assert [told for told in map(str, entry.doubts) if told == asked] == expected
