"""PDFs."""

import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest
from tests.unit.reading.files import lines_on_page, pdf

from regional_news.errors import UnreadablePage
from regional_news.reading import letters
from regional_news.reading.page import ParagraphKind
from regional_news.reading.pdf import read_pdf

PDFS = Path(__file__).parents[2] / "fixtures" / "pdf"
BRIEF = (
    (50, 700, "Glenbogle Council has put sensors in all of its halls so that"),
    (50, 688, "heating can be turned off where nobody is. It is the first in the"),
    (50, 676, "country to do so, it says."),
)


def texts(data: bytes) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in read_pdf(data).paragraphs]


def test_lines_are_joined_and_gaps_part_paragraphs() -> None:
    """A wider gap than that between lines begins a paragraph."""
    second = ((50, 650, "Llareggub County Council is next, with a"), (50, 638, "hub in the bank."))
    assert texts(pdf(lines_on_page(*BRIEF, *second))) == [
        " ".join(text for _, _, text in BRIEF),
        "Llareggub County Council is next, with a hub in the bank.",
    ]


def test_larger_letters_are_headings() -> None:
    """Size tells a heading where no style can."""
    title = lines_on_page((50, 740, "Scotland"), size=14)
    first, *others = read_pdf(pdf(title + " " + lines_on_page(*BRIEF))).paragraphs
    assert (first.text, first.kind) == ("Scotland", ParagraphKind.HEADING)
    assert [each.kind for each in others] == [ParagraphKind.BODY]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    """A column that begins higher up continues a sentence that has not ended."""
    lines = (*BRIEF[:1], (300, 712, "heating can be turned off where nobody is."))
    assert len(texts(pdf(lines_on_page(*lines)))) == 1


def test_a_paragraph_goes_on_over_a_page_and_its_running_heads() -> None:
    """Heads and page numbers at the edge of several pages stand in no paragraph's middle."""
    pages = [
        lines_on_page((50, 800, "The Review"), *BRIEF[:2], (50, 40, "Page 1")),
        lines_on_page((50, 800, "The Review"), *BRIEF[2:], (50, 40, "Page 2")),
        lines_on_page((50, 800, "The Review"), (50, 700, "More news."), (50, 40, "Page 3")),
    ]
    assert texts(pdf(*pages)) == [
        "The Review",
        "Page 1",
        " ".join(text for _, _, text in BRIEF),
        "More news.",
    ]


def test_a_pdf_that_only_restricts_copying_is_read() -> None:
    """Everyone may read it: no password is needed."""
    assert texts((PDFS / "locked.pdf").read_bytes()) == ["Scotland"]


def test_a_pdf_with_a_password_is_refused() -> None:
    """The sentence says how to go on."""
    with pytest.raises(UnreadablePage, match="encrypted; save it without a password"):
        read_pdf((PDFS / "password.pdf").read_bytes())


def test_a_scan_without_text_is_refused() -> None:
    """Pages that show pictures only need text recognition first."""
    with pytest.raises(UnreadablePage, match="scan without text"):
        read_pdf(pdf("0 0 100 100 re f", "0 0 100 100 re f"))


def test_a_pdf_without_its_end_is_refused() -> None:
    """Half a file is not read as if it were whole."""
    data = pdf(lines_on_page(*BRIEF))
    with pytest.raises(UnreadablePage, match="cut off"):
        read_pdf(data[: len(data) // 2])


def test_a_damaged_pdf_is_refused() -> None:
    """A file that has its marks and nothing between them is damaged."""
    with pytest.raises(UnreadablePage, match="damaged"):
        read_pdf(b"%PDF-1.7\nnothing\n%%EOF\n")


def test_a_pdf_with_very_many_pages_is_refused() -> None:
    """A magazine has fewer."""
    with pytest.raises(UnreadablePage, match="more than 200 pages"):
        read_pdf(pdf(*["" for _ in range(201)]))


def test_what_would_take_more_memory_than_a_magazine_is_refused() -> None:
    """A small file can hold commands without end; they cost a process of their own."""
    bomb = pdf(zlib.compress(bytes(500_000_000), 1), stream_filter=b"/Filter /FlateDecode")
    assert len(bomb) < 3_000_000
    with pytest.raises(UnreadablePage, match="too long to read"):
        read_pdf(bomb)


def test_reading_stops_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes for ever is given up."""
    monkeypatch.setattr(letters, "MAX_SECONDS", 0.001)
    with pytest.raises(UnreadablePage, match="too long"):
        read_pdf(pdf(lines_on_page(*BRIEF)))


def test_a_busy_machine_has_longer_than_the_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole magazine is no fault of its own where other programs take the machine."""
    run, given = subprocess.run, []

    def noting(*program: Any, **how: Any) -> Any:
        given.append(how["timeout"])
        return run(*program, **how)

    monkeypatch.setattr(subprocess, "run", noting)
    read_pdf(pdf(lines_on_page(*BRIEF)))
    assert min(given) > 2 * letters.MAX_SECONDS


def test_what_lies_off_the_page_is_not_read() -> None:
    """Printers' notes beyond the edge are seen by nobody."""
    notes = ((700, 700, "Slug of the printer"), (50, 900, "Colour bar"))
    assert texts(pdf(lines_on_page(*BRIEF, *notes))) == [" ".join(text for _, _, text in BRIEF)]
