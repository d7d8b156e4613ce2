"""One folding of text, so that names and searches compare as a reader compares them.

And two small rules on text for readers: an amount in words, and which addresses may be followed.
Folding removes differences that carry no meaning in a council's name: letter case, accents,
kinds of apostrophe and dash, "&" for "and", the full stop of "St.".
"""

import codecs
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import add, ne

_APOSTROPHES = dict.fromkeys("'’‘‛ʼʹ′`´＇", "")
_DASHES = dict.fromkeys("-‐‑‒–—―−－", " ")
_SPECIAL = {
    **_APOSTROPHES,
    **_DASHES,
    "&": " and ",
    "＆": " and ",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ƒ": "f",
    "µ": "u",
    "ˆ": "",
}
_SAINT = re.compile(r"\bst\.(?=\s)")

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"\\\[\]]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)


GUARD = re.compile(r"^'(?='*[=+\-@\t\r\n＝＋－＠])")
"""Matches the apostrophe that a text gets so that no spreadsheet runs it."""


def unguarded(text: str) -> str:
    """Return the text that got an apostrophe in a spreadsheet."""
    return GUARD.sub("", text)


def amount(count: int, noun: str) -> str:
    """Return how many there are, in words: ``1 brief``, ``1,500 briefs``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(cell: str) -> tuple[str, ...]:
    """Return the values in a cell that holds several, divided by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def web_address(url: str) -> str:
    """Return ``url`` where it is an address that a reader may follow, else "".

    That is http or https, a host, and no space, angle bracket, quotation mark or backslash.
    """
    return url if _WEB_ADDRESS.fullmatch(url) else ""


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
    return " ".join((_SAINT.sub("st", folded) if "st." in folded else folded).split())


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
_BYTES = bytes(range(256)).decode("cp1252", errors="replace")
"""An encoding with one byte for each letter and mark of nearly all texts in English."""
_ONE_BYTE = codecs.charmap_build(_BYTES)
_PLAIN_BYTES = _BYTES.translate(_PLAIN).encode("ascii", errors="replace")
_CASES = re.sub(r"[^aA]", " ", re.sub(r"[A-Z]", "A", re.sub(r"[a-z]", "a", _BYTES))).encode()
_RUN_TOGETHER = re.compile(r"(?<=[A-Za-z])[a-z][A-Z]")
"""A capital inside a word; not after one letter alone, as in "Dún na nGall"."""


class Words:
    """A text as words: folded for comparing, with their capitals and what stands between them.

    ``folded[i]`` is a word in lower case without accents; "&" counts as "and". A word that runs
    several together ("NewForestCouncil") counts as several. ``joined`` has all folded words with
    one space before and after each.
    """

    __slots__ = (
        "_capitals", "_offsets", "_pieces", "_plain", "_starts", "_text", "folded", "joined",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self._offsets: Sequence[int] = ()
        try:
            plain, run_together = _read_bytes(text)
        except UnicodeEncodeError:
            text, self._offsets = _compose(text)
            plain, run_together = text.translate(_PLAIN), bool(_RUN_TOGETHER.search(text))
        if run_together:
            text, self._offsets = _spread(text, self._offsets)
            plain = text.translate(_PLAIN)
        self._text = text
        self._pieces = plain.split(" ")
        self._starts: list[int] = []
        self._capitals: frozenset[int] | None = None
        self._plain = self.folded = [*filter(None, self._pieces)]
        if "&" in text:
            self.folded = ["and" if word == "&" else word for word in self._plain]
        self.joined = f" {' '.join(self.folded)} "

    def __len__(self) -> int:
        return len(self.folded)

    def raw(self, index: int) -> str:
        """Return the word as written."""
        start = (self._starts or self._locate())[index]
        return self._text[start : start + len(self._plain[index])]

    def text(self, first: int, end: int) -> str:
        """Return the words from ``first`` up to but not ``end`` with what stands between them."""
        starts = self._starts or self._locate()
        return self._text[starts[first] : starts[end - 1] + len(self._plain[end - 1])]

    def after_marks(self, marks: frozenset[str]) -> Iterator[int]:
        """Yield the words before which one of the marks stands, since the word before it."""
        starts = self._starts or self._locate()
        for mark in marks:
            at = self._text.find(mark)
            while at >= 0 and (word := bisect_left(starts, at)) < len(starts):
                yield word
                at = self._text.find(mark, starts[word])

    @property
    def capitals(self) -> frozenset[int]:
        """The words that begin with a capital, or with one after an Irish eclipsis."""
        if self._capitals is None:
            text, starts = self._text, self._starts or self._locate()
            beginnings = [text[start : start + 2] for start in starts]
            is_capital = map(ne, beginnings, map(str.lower, beginnings))
            self._capitals = frozenset(compress(count(), is_capital))
        return self._capitals

    def gap(self, index: int) -> str:
        """Return what stands before the word; ``gap(len(words))`` is what ends the text."""
        starts = self._starts or self._locate()
        end = starts[index - 1] + len(self._plain[index - 1]) if index else 0
        return self._text[end : starts[index] if index < len(starts) else None]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where the words from ``first`` up to but not ``end`` stand in the text."""
        starts = self._starts or self._locate()
        start, stop = starts[first], starts[end - 1] + len(self._plain[end - 1])
        return (self._offsets[start], self._offsets[stop]) if self._offsets else (start, stop)

    def _locate(self) -> list[int]:
        """Find where the words start; only texts with something to look at need it."""
        lengths = accumulate(map(len, self._pieces), initial=0)
        self._starts = [*compress(map(add, lengths, count()), self._pieces)]
        return self._starts


def _read_bytes(text: str) -> tuple[str, bool]:
    """Return ``text``, as long, as folded words and spaces; and whether words may run together.

    They may where a capital stands inside a word. Bytes are several times as fast as characters.
    Raises UnicodeEncodeError for a text with other characters, accents on their own among them.
    """
    written, _ = codecs.charmap_encode(text, "strict", _ONE_BYTE)
    return written.translate(_PLAIN_BYTES).decode("ascii"), b"aA" in written.translate(_CASES)


def _compose(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` with accents joined to their letters, and where each letter came from.

    There are no places where nothing changed; else the last one is the length of ``text``.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, ()
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if letters and unicodedata.combining(character):
            joined = unicodedata.normalize("NFC", letters[-1] + character)
            if len(joined) == 1:
                letters[-1] = joined
                continue
        letters.append(character)
        offsets.append(offset)
    return "".join(letters), [*offsets, len(text)]


def _spread(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return ``text`` with a space wherever words run together, and where each letter came from."""
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
