"""A list of English words, which tells a broken word from a compound."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.txt")


def are_words(*words: str) -> bool:
    """Return whether each is a word that English has, in any case; names of many places are."""
    return all(word.lower() in _words() for word in words)


def with_initial(initial: str, rest: str) -> str:
    """Return a text whose initial stood apart: the first letter of a word, or a word of its own.

    >>> with_initial("D", "undee has"), with_initial("A", "council has")
    ('Dundee has', 'A council has')
    """
    first = (rest.split(maxsplit=1) or [""])[0].strip(",.;:")
    is_word = initial in ("A", "I", "O") and are_words(first)
    return f"{initial} {rest}" if is_word else f"{initial}{rest}"


@cache
def _words() -> frozenset[str]:
    """Return the list, read when a word is first asked about."""
    lines = _FILE.read_text(encoding="ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
