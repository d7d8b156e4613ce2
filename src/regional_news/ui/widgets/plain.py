"""Text as text where Streamlit would read Markdown."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_SIGNS = re.compile(r"(?<=[-<>~])(?=[->=])|(?<=:)(?=[\w+/-]+:)")
"""Between the marks of an arrow, a dash or a comparison; after the colon of a named picture."""

_JOINER = "\u2060"
"""Takes no room and joins: Streamlit draws signs and pictures for marks that stand side by side,
escaped or not."""


def spoken(text: str) -> str:
    """Return the words of a text without its marks, for a name that is read out as it is given.

    What names a field to a screen reader is no Markdown: a mark that is escaped is read with it.

    >>> spoken("Who (authority)")
    "Who authority"
    """
    return " ".join(_MARKS.sub(" ", text).split())


def plain(text: str) -> str:
    """Return Markdown that shows ``text`` literally: every mark of punctuation is escaped."""
    return _MARKS.sub(r"\\\1", _SIGNS.sub(_JOINER, text))
