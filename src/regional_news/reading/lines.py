"""Lines of a page joined into paragraphs, where lines were broken only because they were full."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice, pairwise, starmap
from typing import Self

from regional_news.errors import UnreadablePage
from regional_news.reading.characters import squeeze, squeeze_line, without_note_marks
from regional_news.reading.hyphens import Hyphens
from regional_news.reading.page import Paragraph, ParagraphKind

_CLOSING = "”’\"')]"
_LOWER_CASE_WORD = re.compile(r"[a-z]+(?![A-Za-z])")
_BULLET = re.compile(r"[•◦▪‣●○■□◆▶►✓✔➢·]\s*(?=\S)")
_DASH = re.compile(r"[*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_NOTE = re.compile(r"(?:\[(?:\d{1,3}|note \d{1,3})\]|[¹²³⁰⁴-⁹]{1,3}|[†‡])\s*(?=[^\W\d_])")
_HEAD = re.compile(r"[^.!?:–—]{3,40}(?::| [–—-]) \S")
"""How a line begins that has a heading and what it is about: "Wales – Sensors warn of floods"."""
_HEADS = 3
"""So many such lines over others that begin with a capital stand there by no chance."""
MAX_LINES = 50_000
"""Lines of a magazine of a thousand pages."""
_FULL = 0.85
"""A line is full from this share of the usual width on, where letters differ in width."""
_SHORT = 0.6
"""A line below this share of the usual width is a heading or the end of a paragraph."""
_WRAPPED = 60
"""Characters of a line that e-mail may have broken, where hardly another line of the page is."""
_ENOUGH = 8
"""So many lines are not broken to the letter by chance."""


class Break(Enum):
    """What parts a line from the one before it."""

    LINE = auto()
    """Only that it is a new line."""
    TURN = auto()
    """The end of a column or page, over which a sentence may run."""
    SPACE = auto()
    """Empty space: a blank line or a gap."""
    ELEMENT = auto()
    """The layout: a new paragraph, heading, cell or list item."""
    WRAP = auto()
    """That the line before was full: where letters have places, that is known."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the page."""

    text: str
    parted_by: Break = Break.ELEMENT
    kind: ParagraphKind = ParagraphKind.BODY
    lead: str = ""


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` ends as an English sentence does, closing quotes included."""
    return text.rstrip(_CLOSING).endswith((".", "!", "?", "…"))


def begins_in_lower_case(text: str) -> bool:
    """Return whether ``text`` begins with a word in lower case, as no sentence does."""
    return bool(_LOWER_CASE_WORD.match(text))


def paragraphs_of(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the lines make; empty lines are left out.

    Lines are joined only where they break in mid-sentence, and never across elements; on a page
    where lines often do, those that are full as well.
    Raises UnreadablePage where there are more lines than any magazine has.
    """
    known = list(islice(_squeezed(lines), MAX_LINES + 1))
    if len(known) > MAX_LINES:
        raise UnreadablePage("This page has too many lines; save the news pages on their own.")
    if all(line.parted_by is Break.SPACE for line in known[1:]):
        # A blank line after every line tells nothing: the text was spaced out when it was copied.
        known = [replace(line, parted_by=Break.LINE) for line in known]
    return tuple(_joined(known, _Setting.of(known)))


def _squeezed(lines: Iterable[Line]) -> Iterator[Line]:
    before = Line("")
    for line in lines:
        text = squeeze_line(line.text)
        if not text:
            continue
        before = _marked(replace(line, text=text), before)
        yield before


def _marked(line: Line, before: Line) -> Line:
    """Return a line without the marks of lists and notes, and with the kind that they tell."""
    if line.kind in (ParagraphKind.BODY, ParagraphKind.ITEM) and line.parted_by is not Break.WRAP:
        if _NOTE.match(line.text):
            return replace(line, kind=ParagraphKind.NOTE, parted_by=Break.ELEMENT)
        mark = _BULLET.match(line.text) or (_may_begin_item(before) and _DASH.match(line.text))
        if mark:
            text = without_note_marks(line.text[mark.end() :])
            return replace(line, text=text, kind=ParagraphKind.ITEM, parted_by=Break.ELEMENT)
        if _opens_list(before) and _NUMBER.match(line.text):
            line = replace(line, kind=ParagraphKind.ITEM, parted_by=Break.ELEMENT)
    return replace(line, text=without_note_marks(line.text))


def _may_begin_item(before: Line) -> bool:
    """Return whether a dash after a line may stand for a bullet, and for no dash in a sentence."""
    return _opens_list(before) or before.text[-1:] in ".,;!?…" or before.text == ""


def _opens_list(before: Line) -> bool:
    return before.text.endswith(":") or before.kind is ParagraphKind.ITEM


def _joined(lines: Sequence[Line], setting: "_Setting") -> Iterator[Paragraph]:
    start = 0
    for end, line in enumerate(lines, start=1):
        if end == len(lines) or not setting.goes_on(line, lines[end], lines[end + 1 : end + 2]):
            texts = [each.text for each in lines[start:end]]
            pieces = starmap(setting.hyphens.joint, pairwise(texts))
            first = lines[start]
            yield Paragraph("".join((*pieces, texts[-1])), first.kind, squeeze(first.lead))
            start = end


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a page sets its lines: their width (0: not broken to fit), its words, its hyphens.

    A line that would be longer than ``full`` with its next word had to end where it does.
    ``headed`` tells that paragraphs have a heading on a line of its own, not parted from the text.
    """

    width: int
    full: float
    hyphens: Hyphens
    headed: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """Return the setting of a page; fewer than a tenth of lines in lower case is no setting."""
        hyphens = Hyphens(line.text for line in lines)
        free = (Break.ELEMENT, Break.WRAP)
        parted = [(a, b) for a, b in pairwise(lines) if b.parted_by not in free]
        broken = [(a.text, b.text) for a, b in parted if _is_mid_sentence(a, b)]
        if len(broken) <= len(parted) / 10:
            return cls(0, 0, hyphens, _are_headed(lines))
        lengths = sorted(len(a) for a, _ in broken)
        width = lengths[int(0.9 * (len(lengths) - 1))]
        return cls(width, _full_length(parted, broken, width), hyphens, _are_headed(lines))

    def goes_on(self, before: Line, line: Line, after: Sequence[Line]) -> bool:
        """Return whether ``line`` goes on with the paragraph of the line before it."""
        if line.parted_by is Break.WRAP:
            return True
        is_item = before.kind is ParagraphKind.ITEM and line.kind is ParagraphKind.BODY
        is_parted = line.parted_by is Break.ELEMENT or not (is_item or before.kind is line.kind)
        is_parted = is_parted or (self.headed and _is_head(before, line))
        if is_parted or not self.width:
            return not is_parted and _is_wrapped(before, line)
        if line.parted_by is not Break.LINE:
            may_run_over = line.parted_by is Break.TURN or _is_mid_sentence(before, line)
            long_enough = len(before.text) > _SHORT * self.width
            return may_run_over and long_enough and not ends_sentence(before.text)
        if _is_mid_sentence(before, line):
            return True
        if _with_next_word(before.text, line.text) <= self._full_after(before):
            return False
        return not self._is_heading(line, after)

    def _full_after(self, before: Line) -> float:
        """Return how long a line with its next word is at most that was broken on purpose.

        The whole width after a short line that begins a paragraph: it is a heading.
        """
        is_short = len(before.text) < _SHORT * self.width
        return self.width if is_short and before.parted_by is not Break.LINE else self.full

    def _is_heading(self, line: Line, after: Sequence[Line]) -> bool:
        """Return whether a line is too short and unfinished for the middle of a paragraph."""
        if len(line.text) >= _SHORT * self.width or ends_sentence(line.text):
            return False
        return not any(_is_mid_sentence(line, each) for each in after)


def _are_headed(lines: Sequence[Line]) -> bool:
    """Return whether all lines that may be a heading over text have a new sentence below."""
    heads = [(a, b) for a, b in pairwise(lines) if _is_head(a, b)]
    whole = all(b.text[:1].isupper() and not ends_sentence(a.text) for a, b in heads)
    return whole and len(heads) >= _HEADS


def _is_head(line: Line, below: Line) -> bool:
    begins = line.parted_by in (Break.SPACE, Break.ELEMENT) and below.parted_by is Break.LINE
    return begins and bool(_HEAD.match(line.text))


def _full_length(
    parted: Sequence[tuple[Line, Line]], broken: Sequence[tuple[str, str]], width: int
) -> float:
    """Return the length that tells a full line from the last of its paragraph.

    Where lines are broken after so many letters, the longest tells exactly; elsewhere letters
    differ in width. Where gaps part paragraphs, only a heading stands directly over another line.
    """
    longest = max(len(a) for a, _ in broken)
    to_the_letter = all(_with_next_word(a, b) > longest for a, b in broken)
    if to_the_letter and len(broken) >= _ENOUGH:
        return longest
    ends = [b for a, b in parted if ends_sentence(a.text) and len(a.text) < _FULL * width]
    without_gap = sum(line.parted_by is Break.LINE for line in ends)
    return (_SHORT if ends and without_gap <= len(ends) / 10 else _FULL) * width


def _with_next_word(line: str, following: str) -> int:
    """Return how long a line would be if the first word of the following stood on it."""
    return len(line) + 1 + len(following.split(" ", 1)[0])


def _is_wrapped(before: Line, line: Line) -> bool:
    """Return whether a long line breaks off in mid-sentence where hardly another does."""
    is_long = line.parted_by is Break.LINE and len(before.text) >= _WRAPPED
    return is_long and _is_mid_sentence(before, line)


def _is_mid_sentence(before: Line, line: Line) -> bool:
    return begins_in_lower_case(line.text) and not ends_sentence(before.text)
