"""A short line straight above a brief is its headline; elsewhere it is a line like any other."""

import pytest
from tests.unit.magazine.press import BRIEFS, REGIONS, found_in, regions_named

from regional_news.magazine import Fate, read_section
from regional_news.reading import read_page

SECOND = (
    "Walford Council lends 40 telephones to residents who have none, and it will lend 60 more "
    "when the winter comes."
)
SILENT = "The ten villages share one broadband mast on a hill, which a farmer lets to them for £1."


def _headlines(page: str) -> list[tuple[str, str]]:
    return [(draft.headline, draft.text) for draft in found_in(page)]


@pytest.mark.parametrize("tag", ["h3", "h4", "p"])
def test_the_line_above_each_brief_is_its_headline(tag: str) -> None:
    """Under every region, the last too, of which nothing else tells where it ends."""
    briefs = {
        "Wales": [("Llareggub builds a hub in a bank", BRIEFS["Wales"])],
        "London": [("Walford owes many answers", BRIEFS["London"]), ("Phones to lend out", SECOND)],
    }
    page = "".join(
        f"<h2>{region}</h2>" + "".join(f"<{tag}>{a}</{tag}><p>{b}</p>" for a, b in told)
        for region, told in briefs.items()
    )
    section = read_section(read_page(page.encode()), REGIONS, regions_named)
    assert [(each.headline, each.text) for each in section.drafts] == [
        each for told in briefs.values() for each in told
    ]
    assert not [each for each in section.outcomes if each.fate is Fate.LEFT_OUT]


def test_a_headline_of_pasted_text_stands_on_the_line_above() -> None:
    """A brief without one has none."""
    told = f"Wales\n\nLlareggub builds a hub\n{BRIEFS['Wales']}\n\nLondon\n\n{BRIEFS['London']}\n"
    assert _headlines(told) == [
        ("Llareggub builds a hub", BRIEFS["Wales"]),
        ("", BRIEFS["London"]),
    ]


def test_councils_in_a_headline_tell_where_its_brief_belongs() -> None:
    """A text that names nobody, or leans on the line above, is the brief and the line is not."""
    leaning = "It has moved every one of its 300 systems to the cloud."
    for text in (SILENT, leaning):
        page = f"<h2>London</h2><h3>Walford leaves its basement</h3><p>{text}</p>"
        assert _headlines(page) == [("Walford leaves its basement", text)]


@pytest.mark.parametrize("line", ["12 May 2031", "4 min read", "Walford has moved out of town."])
def test_a_date_or_a_sentence_is_no_headline(line: str) -> None:
    """A headline says something, and does not end as a sentence does."""
    page = f"<h2>London</h2><p>{line}</p><p>{BRIEFS['London']}</p>"
    assert {draft.headline for draft in found_in(page)} == {""}


def test_lines_between_briefs_without_headlines_are_none() -> None:
    """Where the first brief of a region has none, a line further down heads something else."""
    page = f"<h2>London</h2><p>{BRIEFS['London']}</p><h3>More from our blog</h3><p>{SECOND}</p>"
    assert _headlines(page) == [("", BRIEFS["London"])]


ONLY_SOME = [
    ("", BRIEFS["London"]),
    ("Walford lends telephones", SECOND),
    (
        "Talking sensors",
        "Walford Council has put sensors into all of its 300 bins, large and small.",
    ),
    ("More than words", "Walford Council has an assistant that writes the notes of its meetings."),
]


@pytest.mark.parametrize("region_has_headlines", [True, False])
def test_only_some_briefs_of_a_region_have_headlines(*, region_has_headlines: bool) -> None:
    """A line goes with the text below it by the words of both, or since the page has headlines."""
    first = [("Llareggub builds a hub", BRIEFS["Wales"])] if region_has_headlines else []
    told = ONLY_SOME if region_has_headlines else ONLY_SOME[:3]
    lines = ["Wales", *(each for brief in first for each in brief), "London"]
    page = "\n\n".join(lines + [each for brief in told for each in brief if each])
    assert _headlines(page) == [*first, *told]


def test_a_line_that_goes_with_the_text_above_it_is_no_headline() -> None:
    """A caption says what was said above."""
    above = "Llareggub builds a hub"
    caption = "The mayor of Walford at the counter"
    before = "The mayor of Walford Council opened a counter, at which people learn to telephone."
    page = "\n\n".join(
        ("Wales", above, BRIEFS["Wales"], "London", before, caption, SECOND, "Scotland")
    )
    assert _headlines(page) == [(above, BRIEFS["Wales"]), ("", before), ("", SECOND)]


def test_of_a_short_page_all_that_is_left_out_is_shown() -> None:
    """However far from the briefs it stands."""
    words = ("Hats", "Boats", "Clocks", "Ropes", "Lamps", "Kites", "Spoons", "Drums", "Bells")
    after = [f"{each} that nobody wants" for each in words]
    page = "\n\n".join(("London", BRIEFS["London"], *after))
    section = read_section(read_page(page.encode()), REGIONS, regions_named)
    left = [each for each in section.outcomes if each.fate is Fate.LEFT_OUT]
    assert [each.text for each in left] == after
    assert all(each.nearby for each in left)


def test_a_person_may_leave_a_headline_out_or_make_it_a_brief() -> None:
    """Then the brief below it has none."""
    page = read_page(f"<h2>London</h2><h3>Walford owes many answers</h3><p>{SECOND}</p>".encode())
    left = read_section(page, REGIONS, regions_named, {2: Fate.LEFT_OUT})
    assert [(draft.headline, draft.number) for draft in left.drafts] == [("", 3)]
    made = read_section(page, REGIONS, regions_named, {2: Fate.BRIEF})
    assert [(draft.headline, draft.number) for draft in made.drafts] == [("", 2), ("", 3)]


def test_whatever_has_a_headline_between_two_regions_is_a_brief() -> None:
    """Short, and about nobody that is known: a person is to see it."""
    told = [("Llareggub builds a hub", BRIEFS["Wales"])]
    told += [("Bins for the old hamlet", "The old hamlet trials ten smart bins.")]
    page = "<h2>Wales</h2>" + "".join(f"<h3>{a}</h3><p>{b}</p>" for a, b in told)
    page += f"<h2>London</h2><h3>Walford owes many answers</h3><p>{BRIEFS['London']}</p>"
    assert _headlines(page) == [*told, ("Walford owes many answers", BRIEFS["London"])]
