"""One folding of text, so that names and searches compare as a reader compares them.

Folding removes differences that carry no meaning in a council's name: letter case, accents,
kinds of apostrophe and dash, "&" for "and", the full stop of "St.".
"""

import re
import unicodedata
from functools import cached_property, lru_cache

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
_BETWEEN_CAPITALS = re.compile(r"([^\w&]+|_+|(?<=[a-z])(?=[A-Z]))")


class Words:
    """A text as words: folded for comparing, with their capitals and what stands between them.

    ``folded[i]`` is a word in lower case without accents; "&" counts as "and". A word that runs
    several together ("NewForestCouncil") counts as several with nothing between them.
    """

    def __init__(self, text: str) -> None:
        self._text, self._offsets = _compose(text)
        self._plain = _plain(self._text)
        self._run_together = bool(_RUN_TOGETHER.search(self._text))
        self._written = self._apart() if self._run_together else self._plain.split()
        self.folded = self._written
        if "&" in self._plain:
            self.folded = ["and" if word == "&" else word for word in self._written]

    def __len__(self) -> int:
        return len(self.folded)

    def raw(self, index: int) -> str:
        """Return the word as written."""
        end = self._ends[index]
        return self._text[end - len(self._written[index]) : end]

    def is_capital(self, index: int) -> bool:
        """Return whether the word begins with a capital letter."""
        return self._text[self._ends[index] - len(self._written[index])].isupper()

    def gap(self, index: int) -> str:
        """Return what stands before the word; ``gap(len(words))`` is what ends the text."""
        start = self._ends[index - 1] if index else 0
        if index == len(self._ends):
            return self._text[start:]
        return self._text[start : self._ends[index] - len(self._written[index])]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where the words from ``first`` up to but not ``end`` stand in the text."""
        start, stop = self._ends[first] - len(self._written[first]), self._ends[end - 1]
        return (self._offsets[start], self._offsets[stop]) if self._offsets else (start, stop)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each word ends, counted in the text with its accents joined."""
        find, end = self._plain.find, 0
        return [end := find(word, end) + len(word) for word in self._written]

    def _apart(self) -> list[str]:
        """Return the plain words, those that run together taken apart at their capitals."""
        parts = _BETWEEN_CAPITALS.split(self._text)[0::2]
        return [part.translate(_PLAIN) for part in parts if part]


def _plain(text: str) -> str:
    """Return ``text`` in plain characters; ASCII is translated much faster than anything else."""
    if not text.isascii():
        for mark, ascii_mark in _TYPOGRAPHIC:
            text = text.replace(mark, ascii_mark)
    return text.translate(_PLAIN)


def _compose(text: str) -> tuple[str, list[int]]:
    """Return ``text`` with accents joined to their letters, and where each letter came from.

    The list is empty where nothing changed. Its last entry is the length of ``text``.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, []
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
