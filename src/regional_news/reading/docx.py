"""A Word document read into paragraphs: body, tables, text boxes and what stands for pictures."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from regional_news.errors import UnreadablePage
from regional_news.reading.archive import check_archive
from regional_news.reading.characters import squeeze
from regional_news.reading.lines import Break, Line, paragraphs_of
from regional_news.reading.page import Page, Paragraph, ParagraphKind
from regional_news.reading.wordlist import with_initial

if TYPE_CHECKING:
    from docx.document import Document

_MAX_ELEMENTS = 200_000
"""Elements of the text, each letter's setting among them: a long book has fewer."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _TEXT, _SETTING = f"{_W}p", f"{_W}r", f"{_W}t", f"{_W}rPr"
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
    (re.compile(r"list (?:bullet|number)", re.IGNORECASE), ParagraphKind.ITEM),
)

_DAMAGED = (
    "This Word document is damaged or cut off; save it again in Word and upload the new file."
)
_TOO_LARGE = (
    "This Word document is made of far more pieces than a magazine; "
    "save its text as a new document and upload that."
)


def read_docx(data: bytes) -> Page:
    """Return the page in a Word document; its title is the first line in a title or heading style.

    Raises UnreadablePage where the document is damaged, encrypted, a decompression bomb, or
    declares entities, which no word processor does.
    """
    from docx import Document  # noqa: PLC0415  slow to load, and few pages are Word documents

    try:
        check_archive(data, "Word document")
        document = Document(io.BytesIO(data))
        paragraphs = paragraphs_of(_lines(document))
    except UnreadablePage:
        raise
    except Exception as error:  # python-docx raises whatever the damage suggests
        raise UnreadablePage(_DAMAGED) from error
    return Page(paragraphs, title=_title(paragraphs))


def _title(paragraphs: tuple[Paragraph, ...]) -> str:
    headings = (each.text for each in paragraphs if each.kind is ParagraphKind.HEADING)
    return next(headings, "")


@dataclass(slots=True)
class _OpenParagraph:
    """A paragraph, and how the run that is open now is set."""

    kind: ParagraphKind
    bold: bool = False
    captions: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _leads: int = 0
    _leading: bool = True

    def add(self, text: str) -> None:
        """Add text of the open run; bold words at the start lead the paragraph."""
        self._texts.append(text)
        self._leading = self._leading and (self.bold or not text.strip())
        self._leads += self._leading

    def lines(self) -> Iterator[Line]:
        """Yield the captions of its pictures, and its lines."""
        for caption in self.captions:
            yield Line(caption, Break.ELEMENT, ParagraphKind.CAPTION)
        first, *others = "".join(self._texts).split("\n")
        written = "".join(self._texts[: self._leads])
        lead = "" if "\n" in written else squeeze(written)
        yield Line(first, Break.ELEMENT, self.kind, "" if lead == squeeze(first) else lead)
        for other in others:
            yield Line(other, Break.LINE, self.kind)


class _Styles:
    """What the styles of a document say of what is set in them."""

    def __init__(self, document: "Document") -> None:
        self._kinds: dict[str, ParagraphKind] = {}
        self._unseen: set[str] = set()
        for style in document.styles:
            self._kinds[style.style_id] = _kind(style.name or "")
            if _is_unseen(style.element):
                self._unseen.add(style.style_id)

    def kind(self, paragraph: Any) -> ParagraphKind:
        """Return the kind of a paragraph; what has a bullet or a number is an item."""
        kind = self._kinds.get(_value(paragraph, "pPr/pStyle"), ParagraphKind.BODY)
        is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        return ParagraphKind.ITEM if is_item and kind is ParagraphKind.BODY else kind

    def hides(self, run: Any) -> bool:
        """Return whether a reader sees nothing of a run, or sees it struck out."""
        if run.find(_SETTING) is None:
            return False
        return _is_unseen(run) or _value(run, "rPr/rStyle") in self._unseen


def _lines(document: "Document") -> Iterator[Line]:
    from lxml import etree  # noqa: PLC0415  loaded with python-docx

    styles = _Styles(document)
    opened: list[_OpenParagraph] = []
    initial = ""
    walker = etree.iterwalk(document.element.body, events=("start", "end"))
    for count, (event, element) in enumerate(walker):
        if count > 2 * _MAX_ELEMENTS:
            raise UnreadablePage(_TOO_LARGE)
        if event == "start" and (
            element.tag in _UNSEEN or (element.tag == _RUN and styles.hides(element))
        ):
            walker.skip_subtree()
        elif element.tag == _PARAGRAPH:
            if event == "start":
                opened.append(_OpenParagraph(styles.kind(element)))
                continue
            lines = list(opened.pop().lines())
            if initial and lines:
                lines[0] = replace(lines[0], text=with_initial(initial, lines[0].text))
            initial = ""
            if _is_drop_cap(element):
                initial = lines.pop().text.strip()
            yield from lines
        elif event == "start" and opened:
            _take(element, opened[-1])


def _is_drop_cap(paragraph: Any) -> bool:
    """Return whether a paragraph is the initial of the next one, in a frame of its own."""
    frame = paragraph.find(f"{_W}pPr/{_W}framePr")
    return frame is not None and frame.get(f"{_W}dropCap") in ("drop", "margin")


def _take(element: Any, paragraph: _OpenParagraph) -> None:
    """Add to ``paragraph`` what an element inside it shows."""
    if element.tag == _RUN:
        paragraph.bold = element.find(_SETTING) is not None and _is_on(element, "b")
    elif element.tag == _TEXT:
        paragraph.add(element.text or "")
    elif element.tag in _CHARACTERS:
        paragraph.add(_CHARACTERS[element.tag])
    elif element.tag == _PICTURE:
        paragraph.captions.append(element.get("descr", ""))


def _kind(style: str) -> ParagraphKind:
    return next((kind for pattern, kind in _KINDS if pattern.search(style)), ParagraphKind.BODY)


def _value(element: Any, path: str) -> str:
    """Return the value of a property, by its path of names; empty where it is not set."""
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return "" if found is None else str(found.get(f"{_W}val"))


def _is_unseen(element: Any) -> bool:
    return any(_is_on(element, name) for name in ("vanish", "strike", "dstrike"))


def _is_on(element: Any, name: str) -> bool:
    """Return whether a run or a style switches a property of its letters on."""
    switch = element.find(f"{_W}rPr/{_W}{name}")
    return switch is not None and switch.get(f"{_W}val") not in ("0", "false", "off")
