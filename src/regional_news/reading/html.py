"""A web page read into paragraphs: what a reader came for, without the furniture around it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from regional_news.errors import UnreadablePage
from regional_news.reading.characters import squeeze
from regional_news.reading.guess import date_in, first_web_address
from regional_news.reading.lines import MAX_LINES, Break, Line, ends_sentence, paragraphs_of
from regional_news.reading.page import Page, ParagraphKind

_MAX_DEPTH = 500
_MAX_ELEMENTS = 100_000
"""Real pages have some thousands, and nest a few dozen deep."""

_FURNITURE = frozenset(
    """
    nav footer aside script style noscript template svg button select textarea dialog iframe
    object canvas audio video menu
    """.split()  # noqa: SIM905  words read best as words
)
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")
)
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark picture
    q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905  words read best as words
)
_BOLD = frozenset(("b", "strong"))
_STRUCK = frozenset(("del", "s", "strike"))
_UNSEEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"text-decoration(?:-line)?\s*:[^;]*line-through|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
"""A style in which a reader sees nothing, or sees text struck out."""
_NOTES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes"))
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ParagraphKind.HEADING),
    **dict.fromkeys(("figcaption", "caption"), ParagraphKind.CAPTION),
    "blockquote": ParagraphKind.QUOTE,
    "li": ParagraphKind.ITEM,
}
_FOOTNOTE = re.compile(r"#_?(?:ftn|fn|footnote|cite_note|cite_ref|note-)", re.IGNORECASE)
_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CLOSES_PARAGRAPHS = re.compile(r"</p\s*>", re.IGNORECASE)
_MUST_CLOSE = re.compile(
    r"<(/?)(main|article|section|div|table|ul|ol|dl|h[1-6]|script|style|title)\b", re.IGNORECASE
)
"""Elements whose end no author may leave out."""
_INSIDE_A_TAG = re.compile(r"<[a-zA-Z/!][^<>]*\Z")
_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


def read_html(text: str) -> Page:
    """Return the page that the markup in ``text`` makes, with the address and date that it tells.

    Where the page marks its main part, only that is kept. Raises UnreadablePage where the markup
    is cut off or nested beyond reason.
    """
    if _is_cut_off(text):
        raise UnreadablePage("This web page is cut off before its end; save or download it again.")
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", recover=True)
    try:
        etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.LxmlError:
        reader.close()  # nothing but white space and comments; what was read stays
    has_main = any(in_main for _, in_main in reader.lines)
    lines = [line for line, in_main in reader.lines if in_main or not has_main]
    return Page(
        paragraphs_of(lines),
        title=squeeze(reader.facts.get("og:title") or "".join(reader.title)),
        url=first_web_address(
            reader.facts.get("canonical", ""),
            reader.facts.get("og:url", ""),
            reader.facts.get("saved from", ""),
        ),
        published=date_in(reader.facts.get("published", "")),
    )


def _is_cut_off(text: str) -> bool:
    """Return whether markup ends in a tag, in mid-sentence, or within what it must close.

    HTML lets authors leave out the tags that close paragraphs, list items, the body and the page;
    what closes its paragraphs and breaks off in one is cut off all the same.
    """
    if _INSIDE_A_TAG.search(text, max(0, len(text) - 2000)):
        return True
    if _CLOSED.search(text) or not (_OPENED.search(text) and _CLOSES_PARAGRAPHS.search(text)):
        return False
    last = squeeze(text[text.rfind(">") + 1 :])
    left_open: Counter[str] = Counter()
    for closing, tag in _MUST_CLOSE.findall(text):
        left_open[tag.lower()] += -1 if closing else 1
    return bool(last and not ends_sentence(last)) or any(n > 0 for n in left_open.values())


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, as far as it matters to the text inside it."""

    kind: ParagraphKind = ParagraphKind.BODY
    furniture: bool = False
    in_main: bool = False
    keeps_lines: bool = False


class _Reader:
    """A parser target that collects lines while the elements go by; no tree is built."""

    def __init__(self) -> None:
        self.lines: list[tuple[Line, bool]] = []
        self.title: list[str] = []
        self.facts: dict[str, str] = {}
        self._open = [_Element()]
        self._text: list[str] = []
        self._lead = ""
        self._bold_leads = False
        self._parted_by = Break.ELEMENT
        self._in_title = False
        self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element: end the line before it, unless the element stands within a line."""
        self._elements += 1
        if len(self._open) > _MAX_DEPTH or self._elements > _MAX_ELEMENTS:
            raise UnreadablePage(
                "This web page has too many elements, or nests them too deeply; "
                "copy its text and paste it."
            )
        if tag == "br":
            self._end_line(Break.LINE)
        elif tag not in _INLINE and not self._open[-1].furniture:
            self._end_line(Break.ELEMENT)
        elif tag in _BOLD:
            self._bold_leads = not self._text
        self._open.append(_opened(self._open[-1], tag, attributes))
        if not self._open[-1].furniture:
            self._in_title = tag == "title"
            self._note(tag, attributes)

    def end(self, tag: str) -> None:
        """Close an element: its line ends with it, or its bold words may lead the line."""
        if tag in _BOLD and self._bold_leads:
            self._bold_leads = False
            self._lead = squeeze("".join(self._text))
        elif tag not in _INLINE and tag != "br" and not self._open[-1].furniture:
            self._end_line(Break.ELEMENT)
        self._open.pop()
        self._in_title = False

    def data(self, text: str) -> None:
        """Take text in: into the title, the line, or (where lines are kept) several lines."""
        if self._open[-1].furniture:
            self._note_published(text)
        elif self._in_title:
            self.title.append(text)
        elif self._open[-1].keeps_lines:
            first, *others = text.split("\n", MAX_LINES)
            self._add(first)
            for other in others:
                self._end_line(Break.LINE)
                self._add(other)
        else:
            self._add(text)

    def comment(self, text: str) -> None:
        """Note the address that browsers leave in a comment when they save a page."""
        if saved := _SAVED_FROM.search(text):
            self.facts.setdefault("saved from", saved[1])

    def close(self) -> None:
        """End the last line."""
        self._end_line(Break.ELEMENT)

    def _add(self, text: str) -> None:
        """Add text to the line; empty space begins none."""
        if self._text or text.strip():
            self._text.append(text)

    def _end_line(self, parted_by: Break) -> None:
        text = squeeze("".join(self._text))
        if text:
            lead = self._lead if self._lead != text else ""
            element = self._open[-1]
            self.lines.append((Line(text, self._parted_by, element.kind, lead), element.in_main))
            self._parted_by = parted_by
        elif parted_by is Break.LINE and self._parted_by is Break.LINE:
            self._parted_by = Break.SPACE
        elif parted_by is Break.ELEMENT:
            self._parted_by = parted_by
        self._text.clear()
        self._lead = ""

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "img" and squeeze(attributes.get("alt", "")):
            caption = Line(attributes["alt"], Break.ELEMENT, ParagraphKind.CAPTION)
            self.lines.append((caption, self._open[-1].in_main))
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self.facts.setdefault("canonical", attributes.get("href", ""))
        elif tag == "meta":
            name = attributes.get("property") or attributes.get("name", "")
            self.facts.setdefault(name.lower(), attributes.get("content", ""))
            if name.lower() in ("article:published_time", "dc.date", "dcterms.date", "date"):
                self.facts.setdefault("published", attributes.get("content", ""))

    def _note_published(self, text: str) -> None:
        if published := _DATE_PUBLISHED.search(text):
            self.facts.setdefault("published", published[1])


def _opened(parent: _Element, tag: str, attributes: Mapping[str, str]) -> _Element:
    """Return what an element adds to the one around it."""
    role = attributes.get("role", "").lower()
    is_furniture = tag in _FURNITURE or role in _FURNITURE_ROLES
    is_unseen = (
        tag in _STRUCK or "hidden" in attributes or _UNSEEN.search(attributes.get("style", ""))
    )
    is_footnote = bool(tag == "a" and _FOOTNOTE.match(attributes.get("href") or ""))
    return _Element(
        kind=ParagraphKind.NOTE if role in _NOTES else _KINDS.get(tag, parent.kind),
        furniture=parent.furniture or is_furniture or bool(is_unseen) or is_footnote,
        in_main=parent.in_main or tag == "main" or role == "main",
        keeps_lines=parent.keeps_lines or tag == "pre",
    )
