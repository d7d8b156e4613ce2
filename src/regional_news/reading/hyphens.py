"""Words that the end of a line broke, joined again; hyphens that belong to a word stay."""

import re
from collections import Counter
from collections.abc import Iterable

from regional_news.reading.wordlist import are_words

_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40
"""Letters of the longest word that is looked at."""
_COMPOUNDED = frozenset(
    """
    based led wide term time year old owned made capable friendly free funded related area site
    service style level scale end sector side to of the and on
    """.split()  # noqa: SIM905  words read best as words
)
"""Words before which a name that ends a line keeps its hyphen: "Exeter-based"."""


class Hyphens:
    """What the words of a page tell about hyphens at the ends of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take in the lines of a page."""
        self._words: Counter[str] = Counter()
        self._compounds: set[str] = set()
        for line in lines:
            for piece in line.split() if "-" in line else ():
                if "-" in piece and len(piece) <= 2 * _LONGEST:
                    self._compounds.update(each.lower() for each in _HYPHENATED.findall(piece))
            self._words.update(word.lower() for word in _WORD.findall(line))

    def joint(self, before: str, after: str) -> str:
        """Return ``before`` as it is to stand directly before ``after``.

        >>> Hyphens(["in-", "formation on self-", "service"]).joint("in-", "formation on self-")
        'in'
        """
        if not before.endswith("-"):
            return f"{before} "
        half, rest = _LAST_WORD.search(before[-_LONGEST:-1]), _FIRST_WORD.match(after)
        if not half or not rest:
            return (
                before if before[-2:-1].isalnum() and rest else f"{before} "
            )  # figures, or a dash
        return before[:-1] if self._is_broken(half[0], rest[0]) else before

    def _is_broken(self, half: str, rest: str) -> bool:
        """Return whether a hyphen only broke a word: by this page, by English, by its halves."""
        first, last = half.lower(), rest.lower()
        if half in ("Mac", "Mc"):
            return True
        if not rest.isalpha() or not rest.islower() or f"{first}-{last}" in self._compounds:
            return False
        if first + last in self._words:
            return True
        if are_words(first + last):
            return not (last == "up" and are_words(first))  # a back-up, a start-up
        if half[0].isupper() and not half.isupper():
            return last not in _COMPOUNDED
        return not (are_words(first, last) and len(last) > 1)
