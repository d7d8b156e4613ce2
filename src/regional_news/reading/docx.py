"""A Word document read into paragraphs: body, tables, text boxes and what stands for pictures."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from regional_news.errors import UnreadablePage
from regional_news.reading.lines import Break, Line, paragraphs_of
from regional_news.reading.page import Page, Paragraph, ParagraphKind, squeeze

if TYPE_CHECKING:
    from docx.document import Document

_MAX_UNPACKED = 100_000_000
"""Bytes that the document may unpack to, pictures included."""
_MAX_TEXT = 20_000_000
"""Bytes that a part with text may unpack to: a book of a thousand pages takes less."""
_MAX_PARTS = 2_000
_ENCRYPTED = 0x1
"""The flag of an encrypted member of a zip archive."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _TEXT = f"{_W}p", f"{_W}r", f"{_W}t"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": " ",
    f"{_W}noBreakHyphen": "-",
}
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
"""What a reader does not see: deletions, formatting, second copies for older programs."""
_KINDS = (
    (re.compile(r"heading|title", re.IGNORECASE), ParagraphKind.HEADING),
    (re.compile(r"caption", re.IGNORECASE), ParagraphKind.CAPTION),
    (re.compile(r"quote", re.IGNORECASE), ParagraphKind.QUOTE),
)

_DAMAGED = (
    "This Word document is damaged or cut off; save it again in Word and upload the new file."
)
_TOO_LARGE = (
    "This Word document unpacks to far more than a magazine holds; "
    "save its text as a new document and upload that."
)


def read_docx(data: bytes) -> Page:
    """Return the page in a Word document; its title is the first line in a title or heading style.

    Raises UnreadablePage where the document is damaged, encrypted, a decompression bomb, or
    declares entities, which no word processor does.
    """
    from docx import Document  # noqa: PLC0415  slow to load, and few pages are Word documents

    try:
        _check_archive(data)
        document = Document(io.BytesIO(data))
        paragraphs = paragraphs_of(_lines(document))
    except UnreadablePage:
        raise
    except Exception as error:  # python-docx raises whatever the damage suggests
        raise UnreadablePage(_DAMAGED) from error
    return Page(paragraphs, title=_title(paragraphs))


def _check_archive(data: bytes) -> None:
    """Refuse what would unpack without bounds; sizes are read from the archive's directory.

    zipfile never unpacks more than the size that the directory states.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
            raise UnreadablePage(_TOO_LARGE)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise UnreadablePage("This Word document is encrypted; save it without a password.")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _check_xml(archive, part)


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > _MAX_TEXT:
        raise UnreadablePage(_TOO_LARGE)
    # In UTF-16 every other byte of markup is empty.
    if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):
        raise UnreadablePage(
            "This Word document declares XML entities, which Word never does; "
            "save its text as a new document and upload that."
        )


def _title(paragraphs: tuple[Paragraph, ...]) -> str:
    headings = (each.text for each in paragraphs if each.kind is ParagraphKind.HEADING)
    return next(headings, "")


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph while its runs go by."""

    kind: ParagraphKind
    text: str = ""
    lead: str = ""
    leading: bool = True
    bold: bool = False
    captions: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.text += text
        self.leading = self.leading and (self.bold or not text.strip())
        self.lead += text if self.leading else ""

    def lines(self) -> Iterator[Line]:
        for caption in self.captions:
            yield Line(caption, Break.ELEMENT, ParagraphKind.CAPTION)
        first, *others = self.text.split("\n")
        lead = "" if "\n" in self.lead else squeeze(self.lead)
        yield Line(first, Break.ELEMENT, self.kind, "" if lead == squeeze(first) else lead)
        for other in others:
            yield Line(other, Break.LINE, self.kind)


def _lines(document: "Document") -> Iterator[Line]:
    from lxml import etree  # noqa: PLC0415  loaded with python-docx

    kinds = {style.style_id: _kind(style.name or "") for style in document.styles}
    opened: list[_OpenParagraph] = []
    walker = etree.iterwalk(document.element.body, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in _UNSEEN:
            walker.skip_subtree()
        elif element.tag == _PARAGRAPH:
            if event == "start":
                opened.append(_OpenParagraph(kinds.get(_style(element), ParagraphKind.BODY)))
            else:
                yield from opened.pop().lines()
        elif event == "start" and opened:
            _take(element, opened[-1])


def _take(element: Any, paragraph: _OpenParagraph) -> None:
    """Add to ``paragraph`` what an element inside it shows."""
    if element.tag == _RUN:
        paragraph.bold = _is_bold(element)
    elif element.tag == _TEXT:
        paragraph.add(element.text or "")
    elif element.tag in _CHARACTERS:
        paragraph.add(_CHARACTERS[element.tag])
    elif element.tag == _PICTURE:
        paragraph.captions.append(element.get("descr", ""))


def _kind(style: str) -> ParagraphKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(style)), ParagraphKind.BODY)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in ("0", "false", "off")
