"""Every paragraph is accounted for, and a person has the last word on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.magazine.press import BRIEFS, REGIONS, drafts_in, regions_named

from regional_news.magazine import Choices, Fate, Section, read_section
from regional_news.reading import Page, Paragraph, ParagraphKind, read_page

ALL = list(BRIEFS.items())
LIST = (
    "Walford Council has three new services in its libraries this year:\n\n• printing from "
    "telephones\n\n• tablets that residents may borrow\n\n• a help desk for beginners."
)
TEXT = f"""\
An earlier article that has nothing to do with the regions and ends with a full stop, as it should.

Nations and regions news

Wales

{BRIEFS["Wales"]}

It will open in the spring, after a year of work on the hall.

Picture: the old bank

London

{LIST}

Coming up

Next time we visit a farm, and we hear from those who work in it about all that they do there.
"""


def section(text: str, choices: Choices | None = None) -> Section:
    """Return the section of a page of plain text."""
    return read_section(read_page(text.encode()), REGIONS, regions_named, choices)


def test_each_paragraph_has_its_fate_and_its_reason() -> None:
    """Briefs and what belongs to them, headings, and what was left out with why."""
    told = [(each.fate, each.draft, each.reason) for each in section(TEXT).outcomes]
    assert told == [
        (Fate.LEFT_OUT, None, "outside the section"),
        (Fate.HEADING, None, ""),
        (Fate.HEADING, None, ""),
        (Fate.BRIEF, 0, ""),
        (Fate.PART, 0, ""),
        (Fate.LEFT_OUT, None, "an advert, a credit or the like"),
        (Fate.HEADING, None, ""),
        (Fate.BRIEF, 1, ""),
        (Fate.PART, 1, ""),
        (Fate.PART, 1, ""),
        (Fate.PART, 1, ""),
        (Fate.LEFT_OUT, None, "outside the section"),
        (Fate.LEFT_OUT, None, "outside the section"),
    ]


def test_a_list_belongs_to_the_sentence_that_opens_it() -> None:
    """Its items are parted by semicolons, and end as they end."""
    assert section(TEXT).drafts[1].text == (
        "Walford Council has three new services in its libraries this year: printing from "
        "telephones; tablets that residents may borrow; a help desk for beginners."
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<h3>London</h3><p>{}</p><ul><li>printing</li><li>a help desk</li></ul>",
        "<h3>London</h3><p>{}<br>• printing<br>• a help desk</p>",
        "<h3>London</h3><p>{}</p><ol><li><p>printing</p></li><li><p>a help desk</p></li></ol>",
        "## London\n\n{}\n\n- printing\n- a help desk\n",
        "London\n\n{}\n- printing\n- a help desk\n",
        "London\n\n{}\n1. printing\n2. a help desk\n",
    ],
)
def test_lists_of_every_format_are_joined(markup: str) -> None:
    """With bullets, dashes or figures, in tags or in signs."""
    opener = "Walford Council has two new services in all of its libraries this year:"
    ((region, text),) = drafts_in(markup.format(opener))
    assert region == "London"
    assert text.startswith(opener)
    assert "printing" in text
    assert text.endswith("a help desk")


def test_items_that_are_news_are_briefs() -> None:
    """A list of briefs under one heading has no sentence that opens it."""
    items = "".join(
        f"<li>Walford Council has bought {what} for all of its schools, it said today.</li>"
        for what in ("robots", "tablets")
    )
    assert len(drafts_in(f"<h3>London</h3><ul>{items}</ul>")) == 2


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Walford has switched on its network for residents", False),
        ("A new network has been switched on for residents", True),
    ],
)
def test_what_stands_alone_under_a_heading_is_a_brief_even_if_it_is_short(
    text: str,
    unsure: bool,  # noqa: FBT001  a case
) -> None:
    """A sentence without a full stop is not lost; where it names no council, a person looks."""
    found = section(f"Wales\n\n{BRIEFS['Wales']}\n\nLondon\n\n{text}\n\nFurther\n\nMore").drafts
    assert [(each.text, each.unsure) for each in found[1:]] == [(text, unsure)]


def number_of(text: str) -> int:
    """Return the number of the paragraph that begins with ``text``."""
    return next(each.number for each in section(TEXT).outcomes if each.text.startswith(text))


def test_what_was_left_out_can_be_made_a_brief() -> None:
    """It has the region of the heading above it."""
    number = number_of("Next time")
    drafts = section(TEXT, {number: Fate.BRIEF}).drafts
    assert (drafts[2].region, drafts[2].number) == ("london", number)
    assert drafts[2].text.startswith("Next time we visit")


def test_what_stands_before_every_heading_has_no_region() -> None:
    """Its councils tell it, or a person does."""
    first = section(TEXT, {1: Fate.BRIEF}).drafts[0]
    assert (first.region, first.inferred) == ("", True)


def test_what_was_left_out_can_be_joined_to_the_brief_before() -> None:
    """Its text follows that of the brief."""
    drafts = section(TEXT, {number_of("Picture"): Fate.PART}).drafts
    assert drafts[0].text.endswith("on the hall. Picture: the old bank")


def test_a_part_can_be_a_brief_of_its_own_or_left_out() -> None:
    """The brief that it was part of loses it."""
    number = number_of("It will open")
    drafts = section(TEXT, {number: Fate.BRIEF}).drafts
    assert [each.text for each in drafts[:2]] == [BRIEFS["Wales"], drafts[1].text]
    assert drafts[1].text.startswith("It will open")
    assert section(TEXT, {number: Fate.LEFT_OUT}).drafts[0].text == BRIEFS["Wales"]


def test_a_brief_can_be_joined_to_the_one_before_with_all_its_parts() -> None:
    """Then there is one brief less."""
    drafts = section(TEXT, {number_of("Walford"): Fate.PART}).drafts
    assert len(drafts) == 1
    assert drafts[0].text.endswith("a help desk for beginners.")


def test_a_brief_can_be_left_out() -> None:
    """Its parts go with it."""
    left = section(TEXT, {number_of("Walford"): Fate.LEFT_OUT})
    assert len(left.drafts) == 1
    assert [each.fate for each in left.outcomes[7:11]] == [Fate.LEFT_OUT] * 4


PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        st.sampled_from(
            [*BRIEFS, *BRIEFS.values(), "Nations and regions news", "It is late.", "a"]
        ),
        st.sampled_from(ParagraphKind),
    ),
    max_size=30,
)


@given(PARAGRAPHS, st.dictionaries(st.integers(0, 31), st.sampled_from(Fate), max_size=5))
def test_nothing_is_lost_and_nothing_comes_in(
    paragraphs: list[Paragraph], choices: dict[int, Fate]
) -> None:
    """One outcome for each paragraph; each draft is made of just the paragraphs that say so."""
    found = read_section(Page(tuple(paragraphs)), REGIONS, regions_named, choices)
    assert [each.text for each in found.outcomes] == [each.text for each in paragraphs]
    assert [each.number for each in found.outcomes] == list(range(1, len(paragraphs) + 1))
    for place, draft in enumerate(found.drafts):
        parts = [each.text for each in found.outcomes if each.draft == place]
        assert sum(map(len, parts)) <= len(draft.text) <= sum(len(part) + 2 for part in parts)
        assert all(part in draft.text for part in parts)
    kept = {Fate.BRIEF, Fate.PART}
    assert all((each.fate in kept) is (each.draft is not None) for each in found.outcomes)
    assert all(each.reason for each in found.outcomes if each.fate is Fate.LEFT_OUT)


@given(PARAGRAPHS, st.integers(1, 30))
def test_what_a_person_makes_a_brief_is_one(paragraphs: list[Paragraph], number: int) -> None:
    """But for headings of regions and for what the page does not have."""
    page = Page(tuple(paragraphs))
    found = read_section(page, REGIONS, regions_named, {number: Fate.BRIEF})
    chosen = [each for each in found.outcomes if each.number == number]
    assert all(each.fate in (Fate.BRIEF, Fate.HEADING) for each in chosen)
