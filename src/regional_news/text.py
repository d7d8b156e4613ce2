"""One folding of text, so that names and searches compare as a reader compares them.

Folding removes differences that carry no meaning in a council's name: letter case, accents,
kinds of apostrophe and dash, "&" for "and", the full stop of "St.".
"""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys("'’‘‛ʼʹ′`´＇", "")
_DASHES = dict.fromkeys("-‐‑‒–—―−－", " ")
_SPECIAL = {**_APOSTROPHES, **_DASHES, "&": " and ", "＆": " and ", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
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
    folded = text.lower().replace("&", " and ") if text.isascii() else "".join(map(fold_character, text))
    if text.isascii():
        folded = folded.replace("'", "").replace("`", "").replace("-", " ")
    return _SPACES.sub(" ", _SAINT.sub("st", folded)).strip()
