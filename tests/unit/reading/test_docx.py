"""Word documents."""

import docx
import pytest
from docx.enum.text import WD_BREAK
from tests.unit.reading.files import repacked, word

from regional_news.errors import UnreadablePage
from regional_news.reading.docx import read_docx
from regional_news.reading.page import Paragraph, ParagraphKind

PICTURE = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="A town hall"/></wp:inline>'
    "</w:drawing></w:r>"
    "<w:ins><w:r><w:t>Added</w:t></w:r></w:ins><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>"
    "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r>"
    "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_styles_tell_the_kind_of_a_paragraph() -> None:
    """Heading, title, caption and quotation styles do; the first heading is the title."""
    document = docx.Document()
    document.add_heading("The Review", 0)
    document.add_heading("Scotland", 2)
    document.add_paragraph("News")
    document.add_paragraph("A hall", style="Caption")
    document.add_paragraph("So true", style="Intense Quote")
    page = read_docx(word(document))
    assert page.title == "The Review"
    assert page.paragraphs == (
        Paragraph("The Review", ParagraphKind.HEADING),
        Paragraph("Scotland", ParagraphKind.HEADING),
        Paragraph("News"),
        Paragraph("A hall", ParagraphKind.CAPTION),
        Paragraph("So true", ParagraphKind.QUOTE),
    )


def test_bold_words_at_the_start_lead_the_paragraph() -> None:
    """Bold type that is switched off again is not bold."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Scotland ").bold = True
    paragraph.add_run("News").bold = False
    assert read_docx(word(document)).paragraphs == (Paragraph("Scotland News", lead="Scotland"),)


def test_a_line_break_parts_a_heading_from_its_brief() -> None:
    """Shift and Enter begin a new line, and after a whole thought a new paragraph."""
    document = docx.Document()
    run = document.add_paragraph().add_run("Scotland")
    run.add_break(WD_BREAK.LINE)
    run.add_text("News")
    assert [each.text for each in read_docx(word(document)).paragraphs] == ["Scotland", "News"]


def test_cells_of_a_table_are_paragraphs_in_reading_order() -> None:
    """A table with regions in one column and news in the other reads row by row."""
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, [("Scotland", "One"), ("Wales", "Two")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    texts = [each.text for each in read_docx(word(document)).paragraphs]
    assert texts == ["Scotland", "One", "Wales", "Two"]


def test_what_a_reader_sees_is_read_once() -> None:
    """Text boxes, tracked insertions and alternative text are read; deletions are not."""
    document = docx.Document()
    document.element.body.insert(0, docx.oxml.parse_xml(PICTURE))
    assert sorted(each.text for each in read_docx(word(document)).paragraphs) == [
        "A town hall",
        "Added",
        "In a box",
    ]


def test_a_damaged_document_is_refused() -> None:
    """A part that is missing or no XML says that the file is damaged."""
    data = repacked(word(docx.Document()), word__document=b"<w:document")
    with pytest.raises(UnreadablePage, match="damaged"):
        read_docx(data)


def test_entities_are_refused() -> None:
    """No word processor declares them; they can unfold without bounds."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaa">]><d>&a;</d>'
    for text in (bomb, bomb.decode().encode("utf-16")):
        with pytest.raises(UnreadablePage, match="entities"):
            read_docx(repacked(word(docx.Document()), word__document=text))


def test_a_part_that_unpacks_without_bounds_is_refused() -> None:
    """A few kilobytes of archive can hold gigabytes of spaces."""
    data = repacked(word(docx.Document()), word__document=b" " * 25_000_000)
    assert len(data) < 100_000
    with pytest.raises(UnreadablePage, match="unpacks"):
        read_docx(data)


def test_very_many_parts_are_refused() -> None:
    """Each part costs time, however small."""
    many = {f"part{number}": b"" for number in range(2_100)}
    with pytest.raises(UnreadablePage, match="unpacks"):
        read_docx(repacked(word(docx.Document()), **many))
