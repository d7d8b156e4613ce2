"""One folding of text, so that names and searches compare as a reader compares them.

Folding removes differences that carry no meaning in a council's name: letter case, accents,
kinds of apostrophe and dash, "&" for "and", the full stop of "St.".
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

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


class _FoldedWords(dict[str, str]):
    """A memory of folded words: prose repeats its words, folding them once is enough."""

    LIMIT = 50_000

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        if len(self) < self.LIMIT:
            self[word] = folded
        return folded


_FOLDED_WORDS = _FoldedWords()
_BETWEEN_WORDS = re.compile(r"([^\w&]+)")
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]")
_BETWEEN_WORDS_OR_CAPITALS = re.compile(r"([^\w&]+|(?<=[a-z])(?=[A-Z]))")


class Words:
    """A text taken apart into words and what stands between them; spans lead back to the text.

    ``raw[i]`` is a word as written, ``folded[i]`` the same folded, ``gaps[i]`` what stands before
    it, and ``gaps[len(raw)]`` what ends the text. "NewForestCouncil" counts as three words with
    nothing between them.
    """

    __slots__ = ("_offsets", "_parts", "folded", "gaps", "raw")

    def __init__(self, text: str) -> None:
        composed, self._offsets = _compose(text)
        between = _BETWEEN_WORDS_OR_CAPITALS if _RUN_TOGETHER.search(composed) else _BETWEEN_WORDS
        self._parts = between.split(composed)
        self.raw = self._parts[0::2]
        self.gaps = ["", *self._parts[1::2], ""]
        self.folded = [_FOLDED_WORDS[word] for word in self.raw]

    def __len__(self) -> int:
        return len(self.raw)

    def ends(self) -> list[int]:
        """Return the offset in the text at which each word ends."""
        ends = list(accumulate(map(len, self._parts)))[0::2]
        return [self._offsets[end] for end in ends] if self._offsets else ends


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
