"""One function for every kind of page, and one sentence for every page that cannot be read."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.reading.files import PAGES, lines_on_page, pdf, word

from regional_news.errors import UnreadablePage
from regional_news.model import PartialDate
from regional_news.reading import Page, read_page

SAMPLES = {path.name: path.read_bytes() for path in sorted(PAGES.glob("*.*"))}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(name: str) -> bytes:
    """Return a zip archive with one small file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(name, "x")
    return file.getvalue()


REFUSED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "empty; save": lambda: b" \r\n\t\0 ",
    "larger than 10 MB": lambda: b"x" * 10_000_001,
    "has no text": lambda: b"<html><body><nav>Home</nav></body></html>",
    "is a picture": lambda: b"\x89PNG\r\n\x1a\n0000",
    "a web archive of Safari": lambda: b"bplist00" + bytes(40),
    "an Outlook message": lambda: OLE + bytes(600) + "__substg1.0_".encode("utf-16-le"),
    "an old kind": lambda: OLE + bytes(600),
    "document is encrypted": lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "packed archive": lambda: archive("xl/workbook.xml"),
    "damaged or cut off": lambda: SAMPLES["word.docx"][:20_000],
    "document is damaged": lambda: archive("word/other.xml"),
    "PDF is cut off": lambda: SAMPLES["printed.pdf"][:20_000],
    "web page is cut off": lambda: SAMPLES["saved-page.html"][:2_000],
    "scan without text": lambda: pdf("0 0 9 9 re f"),
    "is not text": lambda: bytes(range(256)) * 4,
    "too many lines": lambda: b"x\n" * 50_001,
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_page_that_cannot_be_read_is_refused_in_one_sentence(reason: str) -> None:
    """The sentence says what is wrong; what to do comes after a semicolon."""
    with pytest.raises(UnreadablePage) as refusal:
        read_page(REFUSED[reason]())
    sentence = str(refusal.value)
    assert reason in sentence
    assert re.fullmatch(r"This [^\n]{10,120}; [^\n]{10,90}\.", sentence)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("saved-page.html", ".pdf"),
        ("saved-page.html", ".docx"),
        ("printed.pdf", ".html"),
        ("printed.pdf", ".docx"),
        ("word.docx", ".pdf"),
        ("word.docx", ".txt"),
        ("pasted-from-pdf.txt", ".DOCX"),
    ],
)
def test_a_name_that_promises_another_kind_of_file_is_told(name: str, suffix: str) -> None:
    """A page that was saved under a wrong name may be another page than meant."""
    with pytest.raises(UnreadablePage, match=rf"named \{suffix.lower()} but is"):
        read_page(SAMPLES[name], filename=f"page{suffix}")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_content_tells_the_format_whatever_the_name(name: str) -> None:
    """A name without an ending, or none, promises nothing; text may be marked up or not."""
    expected = read_page(SAMPLES[name], filename=name)
    assert read_page(SAMPLES[name]) == expected
    assert read_page(SAMPLES[name], filename="../../etc/page") == expected


@pytest.mark.parametrize(
    ("name", "issue", "published", "url"),
    [
        (
            "saved-page.html",
            "Nations and regions news, June 2031",
            PartialDate(2031, 6, 14),
            "https://review.example/news/nations-and-regions-news-june-2031/",
        ),
        ("printed.pdf", "The Borsetshire Review, issue 12", PartialDate(2031, 6), ""),
        ("word.docx", "The Borsetshire Review, June 2031", PartialDate(2031, 6), ""),
        (
            "magazine-lost-headings.txt",
            "The Borsetshire Review, issue 12 (Connections)",
            PartialDate(2031),
            "",
        ),
    ],
)
def test_issue_date_and_address_are_guessed_from_the_page(
    name: str, issue: str, published: PartialDate, url: str
) -> None:
    """An editor finds them filled in."""
    page = read_page(SAMPLES[name])
    assert (page.issue, page.published, page.url) == (issue, published, url)


def test_a_page_at_the_limit_is_read() -> None:
    """Ten million bytes are not too many, nor half a million characters of text."""
    assert read_page(b"x" * 500_000).paragraphs
    written = b"<html><p>Felpersham counts its trees.</p><!--", b"-->"
    filling = b"x" * (10_000_000 - sum(map(len, written)))
    assert read_page(filling.join(written)).paragraphs


BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(str.encode),
    st.text("<>/!-ph1 \n=\"'&;", max_size=200).map(str.encode),
    st.builds(
        bytes.__add__,
        st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", OLE, b"\xff\xfe", b"<html>", b"# "]),
        st.binary(max_size=300),
    ),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(BYTES, st.text(max_size=12))
def test_any_bytes_are_a_page_or_refused(data: bytes, filename: str) -> None:
    """Nothing else comes out, whatever goes in."""
    try:
        page = read_page(data, filename=filename)
    except UnreadablePage:
        return
    assert isinstance(page, Page)
    assert all(each.text == " ".join(each.text.split()) != "" for each in page.paragraphs)


SMALL = {
    "pdf": pdf(lines_on_page((50, 700, "Glenbogle Council is first."), (50, 688, "in all."))),
    "docx": word(docx.Document()),
    "html": SAMPLES["saved-page.html"],
}


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.sampled_from(["docx", "html", "pdf", *["docx", "html"] * 4]), st.data())
def test_damaged_files_are_a_page_or_refused(kind: str, data: st.DataObject) -> None:
    """Bytes changed, cut out or doubled anywhere in a real file raise nothing else."""
    whole = SMALL[kind]
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    middle = data.draw(st.one_of(st.binary(max_size=50), st.just(whole[start:end] * 2)))
    with suppress(UnreadablePage):
        assert isinstance(read_page(whole[:start] + middle + whole[end:]), Page)


@pytest.mark.parametrize(
    "text",
    [
        "Scotland\nGlenbogle Council’s form said <p> where it meant a paragraph.\nWales",
        "Scotland\nThe page had <br> in it, <script>alert(1)</script> too.\nWales",
    ],
)
def test_text_with_a_tag_or_two_stays_text(text: str) -> None:
    """News may speak of markup; its lines stay lines and its tags stay in sight."""
    assert [each.text for each in read_page(text.encode()).paragraphs] == text.split("\n")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Scotland",
        "\n<?xml version='1.0'?>\n<!DOCTYPE html>\n<!-- saved -->\n<div>Scotland",
        "Scotland<br>News.<br><br>Wales<br>News.<br><br>London<br>News.",
    ],
)
def test_text_that_begins_with_markup_or_is_full_of_it_is_a_web_page(markup: str) -> None:
    """Its tags are not read."""
    paragraphs = read_page(markup.encode()).paragraphs
    assert paragraphs[0].text == "Scotland"
    assert not any("<" in each.text for each in paragraphs)
