"""One folding of text, so that names and searches compare as a reader compares them.

Folding removes differences that carry no meaning in a council's name: letter case, accents,
kinds of apostrophe and dash, "&" for "and", the full stop of "St.".
"""

import operator
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, compress, count

_APOSTROPHES = dict.fromkeys("'’‘‛ʼʹ′`´＇", "")
_DASHES = dict.fromkeys("-‐‑‒–—―−－", " ")
_SPECIAL = {
    **_APOSTROPHES,
    **_DASHES,
    "&": " and ",
    "＆": " and ",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
}
_SPACES = re.compile(r"\s+")
_SAINT = re.compile(r"\bst\.(?=\s)")


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return what one character folds to: a letter or digit in lower case, a space, or nothing."""
    lowered = character.lower()
    if lowered in _SPECIAL:
        return _SPECIAL[lowered]
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def fold(text: str) -> str:
    """Return ``text`` without case, accents, apostrophes and dashes, spaces squeezed.

    Idempotent: ``fold(fold(x)) == fold(x)``. Punctuation other than the full stop of "St." stays.
    """
    folded = (
        text.lower().replace("&", " and ") if text.isascii() else "".join(map(fold_character, text))
    )
    if text.isascii():
        folded = folded.replace("'", "").replace("`", "").replace("-", " ")
    return _SPACES.sub(" ", _SAINT.sub("st", folded)).strip()


class _PlainCharacters(dict[int, int]):
    """What each character is to a reader of words: itself folded, or a space between words.

    One character stays one character, so that places in the plain text are places in the text.
    """

    def __missing__(self, code: int) -> int:
        character = chr(code)
        folded = fold_character(character)
        is_word = folded[:1].isalnum() or character == "&"
        self[code] = ord(character if character == "&" else folded[0] if is_word else " ")
        return self[code]


_PLAIN = _PlainCharacters()
_TYPOGRAPHIC = tuple(zip("’‘“”–—£€…•\u00a0", "''\"\"--$$.* ", strict=True))
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]")


class Words:
    """A text as words: folded for comparing, with their capitals and what stands between them.

    ``folded[i]`` is a word in lower case without accents; "&" counts as "and". A word that runs
    several together ("NewForestCouncil") counts as several.
    """

    __slots__ = ("_ends", "_offsets", "_pieces", "_starts", "_text", "folded")

    def __init__(self, text: str) -> None:
        self._text, self._offsets = _spread(*_compose(text))
        self._pieces = _plain(self._text).split(" ")
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.folded = [*filter(None, self._pieces)]
        if "&" in text:
            self.folded = ["and" if word == "&" else word for word in self.folded]

    def __len__(self) -> int:
        return len(self.folded)

    def raw(self, index: int) -> str:
        """Return the word as written."""
        self._locate()
        return self._text[self._starts[index] : self._ends[index]]

    def is_capital(self, index: int) -> bool:
        """Return whether the word begins with a capital letter."""
        self._locate()
        return self._text[self._starts[index]].isupper()

    def gap(self, index: int) -> str:
        """Return what stands before the word; ``gap(len(words))`` is what ends the text."""
        self._locate()
        start = self._ends[index - 1] if index else 0
        return self._text[start : self._starts[index] if index < len(self._starts) else None]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where the words from ``first`` up to but not ``end`` stand in the text."""
        self._locate()
        start, stop = self._starts[first], self._ends[end - 1]
        return (self._offsets[start], self._offsets[stop]) if self._offsets else (start, stop)

    def _locate(self) -> None:
        """Find where the words stand; only texts with something to look at need it."""
        if not self._ends:
            lengths = [*map(len, self._pieces)]
            ends = map(operator.add, accumulate(lengths), count())
            self._ends = [*compress(ends, lengths)]
            self._starts = [*map(operator.sub, self._ends, filter(None, lengths))]


def _plain(text: str) -> str:
    """Return ``text`` in plain characters; ASCII is translated much faster than anything else."""
    if not text.isascii():
        for mark, ascii_mark in _TYPOGRAPHIC:
            text = text.replace(mark, ascii_mark)
    return text.translate(_PLAIN)


def _compose(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` with accents joined to their letters, and where each letter came from.

    There are no places where nothing changed; else the last one is the length of ``text``.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, ()
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        joined = unicodedata.normalize("NFC", letters[-1] + character) if letters else character
        if letters and unicodedata.combining(character) and len(joined) == 1:
            letters[-1] = joined
        else:
            letters.append(character)
            offsets.append(offset)
    return "".join(letters), [*offsets, len(text)]


def _spread(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return ``text`` with a space wherever words run together, and where each letter came from."""
    if not _RUN_TOGETHER.search(text):
        return text, offsets
    came_from = offsets or range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    start = 0
    for match in _RUN_TOGETHER.finditer(text):
        end = match.start() + 1
        pieces.append(text[start:end])
        places += [*came_from[start:end], came_from[end]]
        start = end
    return " ".join([*pieces, text[start:]]), [*places, *came_from[start:]]
