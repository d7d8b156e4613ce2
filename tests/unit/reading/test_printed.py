"""What letters on a printed page tell, beyond the pages in the fixtures."""

from copy import copy

from regional_news.reading.columns import in_reading_order
from regional_news.reading.page import ParagraphKind
from regional_news.reading.printed import lines_of
from regional_news.reading.rows import Row, Span, rows_of
from regional_news.reading.typography import make_letters_plain, with_drop_caps

WIDTH = 5.0
"""Points that a letter takes at ten points."""


def span(text: str, left: float, baseline: float, size: float = 10, *, bold: bool = False) -> Span:
    """Return letters that are all of one width."""
    letter = WIDTH * size / 10
    first = left + letter * len(text.split(" ", 1)[0])
    return Span(text, left, left + letter * len(text), baseline, size, bold, first)


def texts(rows: list[Row]) -> list[str]:
    """Return the texts of rows."""
    return [row.text for row in rows]


def test_spans_that_touch_are_a_word_and_others_are_words() -> None:
    """Room is a space; a change of type is none."""
    rows = rows_of([span("Glen", 50, 700), span("bogle", 70, 700, bold=True), span("is", 98, 700)])
    assert texts(rows) == ["Glenbogle is"]


def test_text_drawn_out_of_turn_joins_its_row() -> None:
    """Links are drawn last by some programs."""
    rows = rows_of([span("Read the", 50, 700), span("Next line", 50, 688), span("story", 93, 700)])
    assert texts(rows) == ["Read the story", "Next line"]


def test_a_drop_cap_goes_to_the_highest_line_beside_it() -> None:
    """Whether it is drawn before or after its text, and whatever stands below."""
    text = [span("lenbogle Council has", 75, 712), span("a plan.", 75, 700), span("Wales", 50, 680)]
    cap = span("G", 50, 700, 30)
    for spans in ([cap, *text], [*text, cap]):
        assert texts(with_drop_caps(rows_of(map(copy, spans)), 10)) == [
            "Glenbogle Council has",
            "a plan.",
            "Wales",
        ]


def test_a_drop_cap_that_is_a_word_stands_alone() -> None:
    """Where the rest is a word without it."""
    rows = rows_of([span("A", 50, 700, 30), span("council has", 68, 712), span("plans.", 68, 700)])
    assert texts(with_drop_caps(rows, 10))[0] == "A council has"


def test_small_capitals_are_letters_like_others() -> None:
    """The capitals that begin the words say where they are; abbreviations keep theirs."""
    spans = [span("G", 50, 700), span("LENBOGLE", 55, 700, 8), span("NHS", 100, 700)]
    rows = rows_of(spans)
    make_letters_plain(rows)
    assert texts(rows) == ["Glenbogle NHS"]


def test_raised_marks_go_and_units_stay() -> None:
    """A raised figure after a word leads to a note; after "m" it is a square."""
    spans = [span("It has 90 m", 50, 700), span("2", 105, 704, 6), span("of room", 111, 700)]
    spans += [span("1", 146, 704, 6), span("now", 152, 700)]
    rows = rows_of(spans)
    make_letters_plain(rows)
    assert texts(rows) == ["It has 90 m2 of room now"]


def headings_and_text() -> tuple[list[Span], list[Span]]:
    """Return headings of two lines in a column, and texts of three lines beside them."""
    headings = [span("Yorkshire and", 50, 700), span("the Humber", 50, 688)]
    headings += [span("North-west", 50, 640), span("England", 50, 628)]
    text = [span("Beckindale District Council has a twin", 150, y) for y in (700, 688, 676)]
    text += [span("Weatherfield City Council has a report", 150, y) for y in (640, 628, 616)]
    return headings, text


def test_headings_beside_text_come_before_it_whenever_they_are_drawn() -> None:
    """First, last, line by line over both columns, or in the order in which they are read."""
    headings, text = headings_and_text()
    read = [*headings[:2], *text[:3], *headings[2:], *text[3:]]
    by_line = sorted(read, key=lambda each: (-each.baseline, each.left))
    for drawn in (read, [*headings, *text], [*text, *headings], by_line):
        rows = in_reading_order([Row([each]) for each in drawn])
        assert [row.spans[0] for row in rows] == read


def test_two_columns_of_text_stay_in_the_order_in_which_they_are_drawn() -> None:
    """A column as wide as the other is no column of headings."""
    left = [span("Beckindale District Council has", 50, 700 - 12 * n) for n in range(6)]
    right = [span("Weatherfield City Council has", 250, 700 - 12 * n) for n in range(3)]
    drawn = [Row([each]) for each in (*left, *right)]
    assert in_reading_order(drawn) == drawn


def test_the_size_of_a_line_is_that_of_nearly_all_its_letters() -> None:
    """A larger name at the beginning makes no heading of a brief."""
    page = [span("Glenbogle Council", 50, 700, 16), span("has a plan for its halls", 190, 700)]
    page += [span("and for all of its bins and its other buildings, it says", 50, 686)]
    (line, _) = lines_of([page])
    assert line.kind is ParagraphKind.BODY


def test_notes_stand_after_the_text_and_page_heads_before_it() -> None:
    """Neither breaks the paragraph that runs over the page."""
    first = [
        span("The Review 1", 50, 800),
        span("Glenbogle Council has put sensors in its", 50, 700),
    ]
    first += [span("1", 50, 63, 5), span("A notice of May.", 53, 60, 8)]
    second = [span("The Review 2", 50, 800), span("halls and in its bins, too, it says.", 50, 700)]
    lines = list(lines_of([first, second]))
    assert [line.text for line in lines] == [
        "The Review 1",
        "Glenbogle Council has put sensors in its",
        "halls and in its bins, too, it says.",
        "1 A notice of May.",
    ]
    assert lines[-1].kind is ParagraphKind.NOTE
