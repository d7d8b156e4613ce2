"""Plain text in any common encoding."""

import pytest

from regional_news.errors import UnreadablePage
from regional_news.reading.page import Paragraph, ParagraphKind
from regional_news.reading.plain import decode, read_plain

TEXT = (
    "Dún Laoghaire’s neighbour Ballykissangel has spent £15 million – “far too much”, "
    "says Caitríona, of Áras an Chontae."
)


def texts(text: str) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in read_plain(text)]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_every_common_encoding_reads_the_same(encoding: str) -> None:
    """Accents, pound signs, dashes and curly quotes come out as they went in."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_1_reads_its_accents() -> None:
    """Latin-1 has no curly quotes, and its letters are those of cp1252."""
    assert decode("Dún Laoghaire: £2m".encode("latin-1")) == "Dún Laoghaire: £2m"


def test_a_stray_zero_byte_spoils_nothing() -> None:
    """It is no sign of UTF-16."""
    assert texts(decode(TEXT.encode() + b"\0")) == [TEXT]


def test_bytes_that_are_no_text_are_refused() -> None:
    """Control characters say that a file is no text."""
    with pytest.raises(UnreadablePage, match="not text"):
        decode(bytes(range(256)) * 10)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_part_paragraphs(end: str) -> None:
    """Windows, Unix and old Mac line ends are one."""
    assert texts(f"Scotland{end}Glenbogle Council is first.{end}{end}Wales") == [
        "Scotland",
        "Glenbogle Council is first.",
        "Wales",
    ]


def test_white_space_is_squeezed_and_invisible_characters_go() -> None:
    """Non-breaking spaces, soft hyphens and zero-width spaces do not show in a paragraph."""
    assert texts("Glen\xadbogle\xa0 Council \u200b is\u2003first.") == [
        "Glenbogle Council is first."
    ]


def test_tabs_part_the_cells_of_a_copied_table() -> None:
    """A region and its brief in two columns of a table become two paragraphs."""
    assert texts("Scotland\tGlenbogle is first.\nWales\tLlareggub is second.") == [
        "Scotland",
        "Glenbogle is first.",
        "Wales",
        "Llareggub is second.",
    ]


def test_markdown_headings_and_pictures_keep_their_kind() -> None:
    """A line of number signs is a heading, a picture's words are a caption."""
    assert read_plain("## Scotland ##\n![Glenbogle Council logo](logo.png)") == (
        Paragraph("Scotland", ParagraphKind.HEADING),
        Paragraph("Glenbogle Council logo", ParagraphKind.CAPTION),
    )


def test_markdown_emphasis_at_the_start_leads_the_paragraph() -> None:
    """The words in bold type at the start are told apart from the rest."""
    assert read_plain("- **Scotland:** Glenbogle is first.") == (
        Paragraph("Scotland: Glenbogle is first.", ParagraphKind.ITEM, lead="Scotland:"),
    )


def test_emphasis_alone_on_a_line_is_all_of_its_paragraph() -> None:
    """A heading in bold type has no rest to lead."""
    assert read_plain("**Scotland**") == (Paragraph("Scotland"),)


def test_bullets_go_and_dashes_within_a_line_stay() -> None:
    """A list item is what follows its bullet."""
    assert texts("• Glenbogle – a council – is first.") == ["Glenbogle – a council – is first."]


def test_markdown_links_and_strong_words_keep_their_words_alone() -> None:
    """A pasted page says its text, not where its links lead; other brackets stay."""
    marked = "[Glenbogle](https://example.org/a) is **first** [of 13] (see [here](/b)), 2 ** 3."
    assert texts(marked) == ["Glenbogle is first [of 13] (see here), 2 ** 3."]


def test_a_forwarded_message_reads_as_it_was_written() -> None:
    """The mark before each line goes where most lines have it, and only there."""
    assert texts("> Scotland\n>\n> > Glenbogle is first.") == ["Scotland", "Glenbogle is first."]
    assert texts("Scotland\n\nGlenbogle is first.\n\n> 4 of 5 agree.")[2] == "> 4 of 5 agree."
    parts = "\n\nGlenbogle is first, and so\nare its neighbours.\n\n> Wales\n> Cwmderi is last."
    assert texts(f"Scotland{parts}")[2:] == ["Wales", "Cwmderi is last."], "in part"


def test_heads_of_pages_break_no_paragraph() -> None:
    """What a page has at its head comes with its number wherever it was copied; it stays once."""
    copied = (
        "Glenbogle Council has sensors in all of its\n\nThe Magazine 12\n\n"
        "Halls to show which are warm when\nit is cold.\n\n"
        "Llareggub Council is fitting some to its\n\nThe Magazine 13\n\nschools, too.\n"
    )
    assert texts(copied) == [
        "The Magazine 12",
        "Glenbogle Council has sensors in all of its Halls to show which are warm when it is cold.",
        "Llareggub Council is fitting some to its schools, too.",
    ]


def test_the_one_long_line_of_a_message_that_breaks_in_mid_sentence_goes_on() -> None:
    """However few others do; a short line, or one that begins anew, stays alone."""
    long = "Llareggub has let its hall to a college for three years, which pays £95,000 and"
    others = [f"Council number {word} has moved out.\n" for word in "abcdefghijklmnop"]
    page = [*others, f"{long}\nmends the roof.\n", "Short and\nsweet\n", f"{long}\nIt is old."]
    joined = [f"{long} mends the roof.", "Short and", "sweet", long, "It is old."]
    assert texts("\n".join(page))[-5:] == joined
