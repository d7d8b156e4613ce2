"""The finder's promises: spans, certainty, one entry for each council, no surprises."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.model import (
    Certainty,
    Council,
    CouncilStatus,
    Mention,
    PartialDate,
    Region,
    Role,
)
from regional_news.recognition.matcher import MOST_HITS
from regional_news.recognition.recogniser import Recogniser, by_council

BORSET, SHIRES = "borset-region", "the-shires"


def council(id_: str, name: str, short: str, type_: str, **more: object) -> Council:
    """Return a fictional council of the Borset region unless told otherwise."""
    facts = {"nation": "England", "region": BORSET, "lat": 52.0, "lon": -2.0, **more}
    return Council(id=id_, name=name, short_name=short, type=type_, **facts)  # type: ignore[arg-type]


UNITARY, DISTRICT, COUNTY = "unitary authority", "non-metropolitan district", "county council"
COUNCILS = (
    council("borsetshire", "Borsetshire County Council", "Borsetshire", COUNTY),
    council("felpersham", "Felpersham City Council", "Felpersham", DISTRICT),
    council("penny-hassett", "Penny Hassett District Council", "Penny Hassett", DISTRICT),
    council("north-lakey", "North Lakey Council", "North Lakey", UNITARY),
    council("south-lakey", "South Lakey Council", "South Lakey", UNITARY),
    council("hollerton-vale", "Hollerton and Vale Borough Council", "Hollerton and Vale", DISTRICT),
    council(
        "hollerton",
        "Hollerton Borough Council",
        "Hollerton",
        DISTRICT,
        status=CouncilStatus.ABOLISHED,
        end=PartialDate(2015, 4, 1),
        successors=("hollerton-vale",),
    ),
    council("darrington-b", "Darrington Borough Council", "Darrington", DISTRICT),
    council("darrington-s", "Darrington District Council", "Darrington", DISTRICT, region=SHIRES),
    council(
        "old-loxley",
        "Loxley Borough Council",
        "Loxley",
        DISTRICT,
        status=CouncilStatus.ABOLISHED,
        end=PartialDate(2015, 4, 1),
        successors=("loxley-barrett",),
    ),
    council(
        "loxley-barrett",
        "Loxley Barrett Council",
        "Loxley Barrett",
        UNITARY,
        start=PartialDate(2015, 4, 1),
        predecessors=("old-loxley",),
        abbreviations=("LBARC",),
        languages={"cy": ("Cyngor Llocsli",)},
    ),
)


@pytest.fixture(scope="module")
def finder() -> Recogniser:
    """Return a finder over fictional councils in two regions."""
    regions = Regions(
        (Region(BORSET, "Borset", "England", "E1"), Region(SHIRES, "The Shires", "England", "E2"))
    )
    return Recogniser(Gazetteer(COUNCILS, regions))


def ids(mentions: tuple[Mention, ...]) -> list[str]:
    """Return the ids of the councils, those of an ambiguous mention joined by a stroke."""
    return ["/".join(each.id for each in mention.candidates) for mention in mentions]


def test_a_mention_has_the_span_with_the_title(finder: Recogniser) -> None:
    """The words matched are the name with its style, as written."""
    (mention,) = finder.find("Last week Felpersham City Council met.")
    assert mention.matched == "Felpersham City Council"
    assert (mention.start, mention.end) == (10, 33)
    assert mention.certainty is Certainty.EXACT


def test_a_bare_name_is_certain_by_context(finder: Recogniser) -> None:
    """A name alone that acts as a council is one, by context."""
    (mention,) = finder.find("Felpersham has agreed to close its depot.")
    assert mention.certainty is Certainty.CONTEXT


def test_a_bare_name_in_a_place_is_nothing(finder: Recogniser) -> None:
    """A name after "in" is a place."""
    assert finder.find("It rained in Felpersham.") == ()


def test_other_languages_and_letters_are_aliases(finder: Recogniser) -> None:
    """Welsh names and abbreviations in capitals are found as aliases; small letters are not."""
    (mention,) = finder.find("Cyngor Llocsli met.")
    assert mention.certainty is Certainty.ALIAS
    assert ids(finder.find("LBARC has closed its depot.")) == ["loxley-barrett"]
    assert finder.find("lbarc has closed its depot.") == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Fix Felpersam City Council", "felpersham"),
        ("Felpersham City Counil has begun.", "felpersham"),
        ("Penny Hasset District Counci met.", "penny-hassett"),
        ("The Royal Borough of Penny Hasset has begun.", "penny-hassett"),
        ("Holerton and Vale Borough Council has begun.", "hollerton-vale"),
    ],
)
def test_a_slip_of_the_pen_is_fuzzy(finder: Recogniser, text: str, meant: str) -> None:
    """A letter wrong in a name with "Council", or in that word, is forgiven and marked.

    The whole name is read, not the old council whose name is a part of it.
    """
    (mention,) = finder.find(text)
    assert (ids((mention,)), mention.certainty) == ([meant], Certainty.FUZZY)


def test_a_misspelt_name_alone_is_offered_and_never_taken(finder: Recogniser) -> None:
    """Where nothing says "Council", somebody is asked."""
    findings = finder.read("Felpersam has approved a budget for its councillors.")
    assert findings.mentions == ()
    assert ids(findings.suggested) == ["felpersham"]


def test_a_short_misspelt_name_before_council_is_offered() -> None:
    """With so few letters a slip is nothing to be sure of; all that are as near are offered."""
    towns = [
        council(id_, f"{name} Borough Council", name, DISTRICT)
        for id_, name in (("arling", "Arling"), ("borton", "Borton"), ("burton", "Burton"))
    ]
    regions = Regions((Region(BORSET, "Borset", "England", "E1"),))
    finder = Recogniser(Gazetteer(towns, regions))
    for text, offered in (
        ("Arlng Council has put sensors into every gully, so that crews come early.", ["arling"]),
        ("Birton Council has put sensors into every gully.", ["borton", "burton"]),
        ("Quorling Council has put sensors into every gully.", []),
    ):
        findings = finder.read(text)
        told = [each.id for one in findings.suggested for each in one.candidates]
        assert (findings.mentions, told) == ((), offered), text


def test_a_misspelt_name_in_a_list_of_councils_is_one(finder: Recogniser) -> None:
    """The style of the list holds for it too."""
    found = finder.find("Penny Hassett, Felpersam and Hollerton and Vale councils have begun.")
    assert "felpersham" in ids(found)


def test_names_left_out_of_a_list_are_found(finder: Recogniser) -> None:
    """A direction shares the rest of the next name; a plural style holds for the whole list."""
    found = finder.find("North and South Lakey, Penny Hassett and Felpersham councils")
    assert ids(found) == ["north-lakey", "south-lakey", "penny-hassett", "felpersham"]


def test_a_council_tax_is_no_council(finder: Recogniser) -> None:
    """A name before "council tax" is a place."""
    assert finder.find("Felpersham council tax will rise.") == ()


def test_parish_and_town_councils_are_refused(finder: Recogniser) -> None:
    """A town or parish council of the name is another body, and so is a city's without the rank."""
    assert finder.find("Felpersham Town Council and Penny Hassett Parish Council met.") == ()
    assert finder.find("Penny Hassett City Council met.") == ()


def test_a_shared_name_is_ambiguous_without_help(finder: Recogniser) -> None:
    """Nothing decides between two Darringtons but the style or the region."""
    assert ids(finder.find("Darrington Council met.")) == ["darrington-b/darrington-s"]
    assert ids(finder.find("Darrington Council met.", region=SHIRES)) == ["darrington-s"]
    assert ids(finder.find("Darrington Borough Council met.")) == ["darrington-b"]


def test_an_abolished_council_keeps_its_name(finder: Recogniser) -> None:
    """Its full name means it at any date."""
    for year in (2010, 2020):
        found = finder.find("Loxley Borough Council met.", on=PartialDate(year))
        assert ids(found) == ["old-loxley"]


def test_the_county_council_is_the_one_named_before(finder: Recogniser) -> None:
    """A reference with a style is a mention of the one council that it can mean."""
    found = finder.find("Borsetshire County Council met. Then the county council adjourned.")
    assert [mention.matched for mention in found] == [
        "Borsetshire County Council",
        "the county council",
    ]
    assert ids(found) == ["borsetshire", "borsetshire"]


def test_the_county_council_is_the_only_one_of_the_region(finder: Recogniser) -> None:
    """With nothing named, the region's only county council is meant, and elsewhere none."""
    assert ids(finder.find("The county council met.", region=BORSET)) == ["borsetshire"]
    assert finder.find("The county council met.", region=SHIRES) == ()


def test_a_forerunner_is_mentioned_beside_its_successor(finder: Recogniser) -> None:
    """A council that another one in the text replaced is not what the text is about."""
    found = finder.find("Loxley Barrett Council still uses Loxley Borough Council's old annotator.")
    assert [mention.role for mention in found] == [Role.SUBJECT, Role.MENTIONED]


@given(
    names=st.lists(
        st.sampled_from([each.short_name for each in COUNCILS if each.successors == ()]),
        min_size=2,
        max_size=5,
        unique=True,
    ),
    before=st.sampled_from(
        [
            "Like",
            "North Lakey Council looks at what",
            "The area is served by",
            "Drones are bought by",
        ]
    ),
)
def test_the_councils_of_a_list_have_one_role(
    finder: Recogniser, names: list[str], before: str
) -> None:
    """The text may be about all of them or about none, however long the list is."""
    *most, last = (f"{name} Council" for name in names)
    found = finder.find(f"{before} {', '.join(most)} and {last} did last year.")
    assert len({each.role for each in found if each.start >= len(before)}) == 1


def test_a_part_of_a_name_is_the_forerunner_beside_the_whole(finder: Recogniser) -> None:
    """In the first years; later it is the council of today."""
    text = "Hollerton and Vale Borough Council has moved its files. Hollerton agreed to help."
    assert ids(finder.find(text, on=PartialDate(2019))) == ["hollerton-vale", "hollerton"]
    assert ids(finder.find(text, on=PartialDate(2029))) == ["hollerton-vale", "hollerton-vale"]


def test_councils_in_an_area_are_not_its_own(finder: Recogniser) -> None:
    """A style in the plural holds for a list; after one name alone it is of others inside."""
    assert finder.find("Three Borsetshire councils, all of them small, agreed.") == ()
    assert ids(finder.find("Borsetshire and Felpersham councils agreed.")) == [
        "borsetshire",
        "felpersham",
    ]


def test_one_entry_for_each_council(finder: Recogniser) -> None:
    """Mentions fold to one: the subject wins over a mere mention, the surest over the others."""
    text = "Unlike Felpersham City Council, Penny Hassett agreed. Felpersham has agreed since."
    found = by_council(finder.find(text))
    assert sorted(ids(found)) == ["felpersham", "penny-hassett"]
    felpersham = next(each for each in found if each.candidates[0].id == "felpersham")
    assert (felpersham.role, felpersham.certainty) == (Role.SUBJECT, Certainty.EXACT)


PIECES = st.sampled_from(
    [
        *(each.name for each in COUNCILS),
        *(each.short_name for each in COUNCILS),
        *("and", "the", "council", "councils", "of", "in", ",", ", ", ".", "’s", "(", "\n\n", "“"),
        *("City", "County", "Town", "has agreed", "such as", "Mr", "University", "LBARC", "HBC"),
        *("Mo\u0302n", "FelpershamCity", "North", "&", "Felpersam", "tax", "two", "123", "é", "😀"),
    ]
)


@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", "", "  ", "\n"]))
@settings(derandomize=True, max_examples=300)
def test_spans_match_the_text_and_do_not_overlap(
    finder: Recogniser, pieces: list[str], between: str
) -> None:
    """Whatever the text, spans lie inside it, say what they match, and come one after another."""
    text = between.join(pieces)
    reached = 0
    for mention in finder.find(text, region=BORSET):
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.matched
        assert mention.candidates
        reached = mention.end


@given(st.text(max_size=300))
@settings(derandomize=True)
def test_any_text_is_read_without_error(finder: Recogniser, text: str) -> None:
    """Text of any characters gives mentions or none, never an error."""
    assert isinstance(finder.find(text), tuple)


def test_a_text_as_long_as_a_book_is_read(finder: Recogniser) -> None:
    """A text of book length has all its councils found, up to more than any publication names."""
    name = "Felpersham City Council met. "  # a name and a "council"
    most = MOST_HITS // 2
    assert len(finder.find(name * 5_000)) == 5_000
    assert len(finder.find(name * (most + 1))) == most


HOSTILE = (
    *("Felpersham ", "Felpersham, ", "Felpersham and Loxley. ", "Felpersham with Loxley. "),
    *("Felpersam Council, ", "the county council of Borsetshire ", "Felpersham is big and its "),
    *("LBARC HBC ", "North and South and East Lakey ", "Two boroughs: Loxley, Felpersham. "),
    *("Ann Loxley said. Loxley agreed. ", "authority ", "city of ", "Loxley authority authority "),
    *(
        "the council. Loxley. ",
        "Darrington Council ",
        "Mo\u0302n",
        "FelpershamCity",
        "its council ",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(finder: Recogniser, piece: str) -> None:
    """Twice the text costs about twice the steps, whatever is in it."""
    once, twice = (_steps(finder, "Felpersham " + piece * times) for times in (300, 600))
    assert twice <= 2.2 * once


def _steps(finder: Recogniser, text: str) -> int:
    """Return how many lines of the project run to read the text."""
    steps = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Callable[..., object]:
        nonlocal steps
        steps += event == "line"
        return count

    finder.find(text)  # what is made once is no part of the work
    before = sys.gettrace()
    sys.settrace(count)
    try:
        finder.find(text)
    finally:
        sys.settrace(before)
    return steps
