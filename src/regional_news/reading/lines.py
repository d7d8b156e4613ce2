"""Lines of a page joined into paragraphs, where lines were broken only because they were full."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice, pairwise, starmap
from typing import Self

from regional_news.errors import UnreadablePage
from regional_news.reading.page import Paragraph, ParagraphKind, squeeze

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")
_LOWER_CASE_WORD = re.compile(r"[a-z]+(?![A-Za-z])")
_WORD = re.compile(r"[^\W_]+")
_INNER_HYPHEN = re.compile(r"(?<=[^\W_])[-‐](?=[^\W_])")
_END_HYPHEN = re.compile(r"([^\W_]+)[-‐]$")
_SOFT_HYPHEN = re.compile(r"\xad\s*$")

MAX_LINES = 50_000
"""Lines of a magazine of a thousand pages."""
_FULL = 0.85
"""A line is full from this share of the usual width on, where letters differ in width."""
_SHORT = 0.6
"""A line below this share of the usual width is a heading or the end of a paragraph."""
_ENOUGH = 8
"""So many lines are not broken to the letter by chance."""
_COMPOUNDING = frozenset(
    """
    self cloud digital two three four five six seven eight nine ten first second third one well
    long short full part real high low on off in up re co non e wi cross user data end open based
    led wide term time party to of the and out line year old owned made capable friendly
    """.split()  # noqa: SIM905  words read best as words
)
"""Words that English joins by hyphens, so that a hyphen beside one at a line's end is its own."""


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


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the page."""

    text: str
    parted_by: Break = Break.ELEMENT
    kind: ParagraphKind = ParagraphKind.BODY
    lead: str = ""


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` ends as an English sentence does, closing quotes included."""
    return bool(_SENTENCE_END.search(text))


def paragraphs_of(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the lines make; empty lines are left out.

    Lines are joined only on a page where lines break in mid-sentence, and never across elements.
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
    for line in lines:
        text = squeeze(_SOFT_HYPHEN.sub("-", line.text))
        if text:
            yield replace(line, text=text)


def _joined(lines: Sequence[Line], setting: "_Setting") -> Iterator[Paragraph]:
    start = 0
    for end, line in enumerate(lines, start=1):
        if end == len(lines) or not setting.goes_on(line, lines[end], lines[end + 1 : end + 2]):
            texts = [each.text for each in lines[start:end]]
            pieces = starmap(setting.joint, pairwise(texts))
            first = lines[start]
            yield Paragraph("".join((*pieces, texts[-1])), first.kind, first.lead)
            start = end


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a page sets its lines: their width (0: not broken to fit), its words, its hyphens.

    A line that would be longer than ``full`` with its next word had to end where it does.
    """

    width: int
    full: float
    words: Counter[str]
    breaks_words: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """Return the setting of a page; fewer than a tenth of lines in lower case is no setting."""
        parted = [(a, b) for a, b in pairwise(lines) if b.parted_by is not Break.ELEMENT]
        broken = [(a.text, b.text) for a, b in parted if _is_mid_sentence(a, b)]
        if len(broken) <= len(parted) / 10:
            return cls(0, 0, Counter(), breaks_words=False)
        lengths = sorted(len(a) for a, _ in broken)
        width = lengths[int(0.9 * (len(lengths) - 1))]
        at_end = sum(bool(_END_HYPHEN.search(line.text)) for line in lines)
        inside = sum(len(_INNER_HYPHEN.findall(line.text)) for line in lines)
        return cls(
            width=width,
            full=_full_length(parted, broken, width),
            words=Counter(word.lower() for line in lines for word in _WORD.findall(line.text)),
            # Compounds alone leave about one hyphen in eight at the end of a line.
            breaks_words=at_end > inside / 3,
        )

    def goes_on(self, before: Line, line: Line, after: Sequence[Line]) -> bool:
        """Return whether ``line`` goes on with the paragraph of the line before it."""
        if not self.width or line.parted_by is Break.ELEMENT or before.kind is not line.kind:
            return False
        if line.parted_by is not Break.LINE:
            may_run_over = line.parted_by is Break.TURN or _is_mid_sentence(before, line)
            long_enough = len(before.text) > _SHORT * self.width
            return may_run_over and long_enough and not ends_sentence(before.text)
        if _is_mid_sentence(before, line):
            return True
        if _with_next_word(before.text, line.text) <= self.full:
            return False
        return not (ends_sentence(before.text) and self._is_heading(line, after))

    def _is_heading(self, line: Line, after: Sequence[Line]) -> bool:
        """Return whether a line that follows a full stop is too short and unfinished for prose."""
        if len(line.text) >= _SHORT * self.width or ends_sentence(line.text):
            return False
        return not any(_is_mid_sentence(line, each) for each in after)

    def joint(self, before: str, after: str) -> str:
        """Return ``before`` as it is to stand directly before ``after``.

        A word broken at the line's end is made whole. The hyphen stays in a compound: where the
        page breaks no words, where English joins one of the halves by hyphens, or where both stand
        elsewhere on the page as words of their own.
        """
        broken, rest = _END_HYPHEN.search(before), _WORD.match(after)
        if not broken or not rest:
            return f"{before} "
        halves = (broken[1].lower(), rest[0].lower())
        known = all(self.words[half] > 1 for half in halves) and "".join(halves) not in self.words
        compound = not rest[0].islower() or known or _COMPOUNDING.intersection(halves)
        return before if compound or not self.breaks_words else before[:-1]


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


def _is_mid_sentence(before: Line, line: Line) -> bool:
    return bool(_LOWER_CASE_WORD.match(line.text)) and not ends_sentence(before.text)
