"""Lines joined into paragraphs."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.reading.lines import Break, Line, ends_sentence, paragraphs_of

COUNCILS = ("Borsetshire", "Felpersham", "Ambridge", "Walmington-on-Sea", "Llareggub")
PREDICATES = (
    "has moved its telephones to the cloud, which it says will save £40,000 a year",
    "will fit 1,200 sensors in village halls and in council-owned homes before the winter",
    "asked residents in two workshops how they would like to pay, and most said by telephone",
    "is looking for a supplier of self-service kiosks for its eleven libraries",
)
SENTENCES = st.builds(
    "{} Council {} {}.".format, st.sampled_from(COUNCILS), st.sampled_from(PREDICATES), st.just("")
).map(lambda sentence: sentence.replace(" .", "."))
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)


def joined(text: str) -> list[str]:
    """Return the paragraphs of text whose lines are broken, with blank lines between blocks."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    lines = [
        Line(row, Break.LINE if number else Break.SPACE)
        for block in blocks
        for number, row in enumerate(block)
    ]
    return [paragraph.text for paragraph in paragraphs_of(lines)]


@given(st.lists(PARAGRAPHS, min_size=4, max_size=8), st.integers(50, 90))
def test_wrapping_paragraphs_and_joining_their_lines_gives_the_paragraphs(
    paragraphs: list[str], width: int
) -> None:
    """Text that was broken at any usual width comes back as it was."""
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in paragraphs)
    assert joined(wrapped) == paragraphs


def test_a_short_heading_in_a_narrow_column_is_no_full_line() -> None:
    """Though the first word below is as long as the heading: it would have had room."""
    texts = [f"{each} Council {told}." for each in COUNCILS[:3] for told in PREDICATES]
    blocks = [f"West Midlands\n{textwrap.fill(text, 27)}" for text in texts]
    heads = joined("\n\n".join(blocks))
    assert heads == [each for text in texts for each in ("West Midlands", text)]


HEADED = [
    (f"{region} – {council} has news that is worth a line", f"{council} Council {predicate}.")
    for region, council, predicate in zip(
        ("Scotland", "Wales", "London"), COUNCILS, PREDICATES, strict=False
    )
]


@pytest.mark.parametrize("width", [50, 70])
def test_headings_right_over_texts_that_are_parted_by_gaps_stand_alone(width: int) -> None:
    """However long they are; prose that begins so goes on."""
    blocks = [f"{head}\n{textwrap.fill(text, width)}" for head, text in HEADED]
    assert joined("\n\n".join(blocks)) == [each for block in HEADED for each in block]
    prose = "\n\n".join(textwrap.fill(f"Wales – {text}", width) for _, text in HEADED)
    assert joined(prose) == [f"Wales – {text}" for _, text in HEADED]


@given(st.lists(st.sampled_from(["Wales", "A line", "Two. Three.", "42", "x y"]), max_size=20))
def test_lines_that_break_after_whole_thoughts_stay_as_they_are(lines: list[str]) -> None:
    """Where no line begins in lower case in mid-sentence, each line is a paragraph."""
    whole = [Line(line.capitalize(), Break.LINE) for line in lines]
    assert [each.text for each in paragraphs_of(whole)] == [line.text for line in whole]


def test_headings_between_wrapped_lines_stay_alone() -> None:
    """A short line without a full stop is a heading, even after a line that happens to be full."""
    text = (
        "Scotland\n"
        "Glenbogle Council has put sensors in bins so that it\n"
        "need not empty those that nobody has filled in a week.\n"
        "Northern Ireland\n"
        "Ballydown District Council has signed a new contract\n"
        "for its telephones, for five years.\n"
        "Wales\n"
        "Llareggub County Council is to open a community hub\n"
        "in the old bank, with wi-fi."
    )
    assert [each for each in joined(text) if len(each) < 20] == [
        "Scotland",
        "Northern Ireland",
        "Wales",
    ]


def test_text_with_a_blank_line_after_every_line_is_joined_all_the_same() -> None:
    """A blank line that follows every line parts nothing."""
    text = (
        "Walmington-on-Sea Borough Council has said that\n\n"
        "it will move to the cloud in the course of this\n\n"
        "year."
    )
    assert len(joined(text)) == 1


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the council is instal-", "ling masts in all of its villages", "installing"),
        ("the council is instal\xad", "ling masts in all of its villages", "installing"),
        ("a contract for cloud-", "based telephones in all villages", "cloud-based"),
        ("a portal of the self-", "service kind for all the villages", "self-service"),
        ("a survey of Anglo-", "Saxon remains in all of the villages", "Anglo-Saxon"),
        ("a price of between 10-", "20 pounds in all of its villages", "10-20"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_made_whole(
    before: str, after: str, whole: str
) -> None:
    """The hyphen goes where it only broke a word, and stays in a compound."""
    lines = [
        Line(f"Felpersham said of {before}"),
        Line(after, Break.LINE),
        Line("end.", Break.LINE),
    ]
    assert whole in paragraphs_of(lines)[0].text


def test_a_page_that_breaks_no_words_keeps_the_hyphens_at_line_ends() -> None:
    """Where hyphens are mostly within lines, one at the end is the word's own."""
    text = (
        "A well-known, much-loved and long-standing clock-\n"
        "tower has up-to-date, state-of-the-art wi-fi in it\n"
        "now."
    )
    assert "clock-tower" in joined(text)[0]


def test_a_sentence_runs_over_the_turn_of_a_page() -> None:
    """A paragraph goes on at the top of the next page, even with a capital letter."""
    lines = [
        Line("Barchester City Council has begun to test drains with sensors near the"),
        Line("cathedral, and says that it will report to its neighbours in the West", Break.LINE),
        Line("Country by the summer.", Break.TURN),
        Line("Another paragraph begins here and has nothing to do with those above.", Break.TURN),
    ]
    assert len(paragraphs_of(lines)) == 2


def test_lines_in_different_elements_are_never_joined() -> None:
    """What the layout parts stays parted."""
    lines = [Line("the beginning of"), Line("a sentence"), Line("in three", Break.LINE)]
    assert [each.text for each in paragraphs_of(lines)] == [
        "the beginning of",
        "a sentence in three",
    ]


@pytest.mark.parametrize("text", ["Done.", "“Done.”", "Done (at last!)", "Done…", "Is it?’"])
def test_a_sentence_ends_in_its_mark_or_in_a_quote_after_it(text: str) -> None:
    """Closing quotes and brackets may follow the mark."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Wales", "three things:", "St. Ives"])
def test_headings_and_names_end_no_sentence(text: str) -> None:
    """What ends without a mark is no sentence."""
    assert not ends_sentence(text)
