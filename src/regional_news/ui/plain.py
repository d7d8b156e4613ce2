"""Text as text where Streamlit would read Markdown."""

import re

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """Return Markdown that shows ``text`` literally: every mark of punctuation is escaped."""
    return _MARKS.sub(r"\\\1", text)
