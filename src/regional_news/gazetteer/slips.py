"""Slips of the pen: the one spelling that a misspelt name must have meant, or none.

A slip is a letter left out, put in, changed, or swapped with its neighbour. An answer needs few
slips for the length of the name, and no other council nearly as close.
"""

import re

from regional_news.gazetteer.bearers import Bearer, PlaceIndex
from regional_news.gazetteer.places import COMPASS
from regional_news.gazetteer.typewords import ENGLISH, TYPE_WORDS

_LETTERS_PER_SLIP = 8
_GAP = 2
_LIKELY = 5
_LONG_TYPE_WORDS = [word for word in ENGLISH if len(word) > _LIKELY]
_POINTS = re.compile(f"(?:{'|'.join(sorted(COMPASS))})*")


def nearest(written: str, bearers: PlaceIndex, *, shortest: int) -> str | None:
    """Return the place that the place ``written`` was meant to be, or None; both are keys.

    A name of ``shortest`` letters may hold a slip, one of sixteen two and so on. The first letter
    stands and so do points of the compass, for North and South are no slips of each other.
    """
    from rapidfuzz import process  # noqa: PLC0415 - 60 ms that exact names need not pay
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if len(written) < shortest:
        return None
    allowed = max(1, len(written) // _LETTERS_PER_SLIP)
    found = process.extract(
        written, bearers.keys(), scorer=OSA.distance, score_cutoff=allowed + _GAP - 1, limit=None
    )
    if not found or found[0][1] > allowed:
        return None
    best, distance, _ = found[0]
    meant = _councils(bearers[best])
    rivals = [key for key, other, _ in found if other < distance + _GAP]
    certain = all(_councils(bearers[key]) <= meant for key in rivals)
    return best if certain and _same_start(written, best) else None


def with_type_words_mended(folded: str) -> str:
    """Return a folded name with misspelt type words mended: "Rushcliffe Brough Council"."""
    return " ".join(_mended(word) for word in folded.split())


def _mended(word: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if word in TYPE_WORDS or len(word) < _LIKELY:
        return word
    found = process.extractOne(word, _LONG_TYPE_WORDS, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


def _councils(bearers: tuple[Bearer, ...]) -> set[str]:
    return {bearer.council.id for bearer in bearers}


def _same_start(written: str, key: str) -> bool:
    points = _POINTS.match(written)
    return written[0] == key[0] and (not points or key.startswith(points[0]))
