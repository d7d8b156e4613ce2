"""Slips of the pen: the one spelling that a misspelt name must have meant, or none.

A slip is a letter left out, put in, changed, or swapped with its neighbour. An answer needs few
slips for the length of the name, and no other council nearly as close.
"""

import re
from collections.abc import Callable

from regional_news.gazetteer.bearers import Bearer, PlaceIndex
from regional_news.gazetteer.places import COMPASS
from regional_news.gazetteer.typewords import TYPE_WORDS

_LETTERS_PER_SLIP = 8
_GAP = 2
_SHORTEST_TYPE_WORD = 4
_MENDABLE = [word for word in TYPE_WORDS if len(word) >= _SHORTEST_TYPE_WORD]
_POINTS = re.compile(f"(?:{'|'.join(sorted(COMPASS))})*")


def nearest(written: str, places: PlaceIndex, fits: Callable[[Bearer], bool]) -> tuple[Bearer, ...]:
    """Return the bearers of the place that the key ``written`` was meant to be, or none.

    One slip for every eight letters is allowed, and one in a shorter name. The first letter stands
    and so do points of the compass, for North and South are no slips of each other.
    """
    from rapidfuzz import process  # noqa: PLC0415 - 60 ms that exact names need not pay
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    allowed = max(1, len(written) // _LETTERS_PER_SLIP)
    near = process.extract(
        written, places.keys(), scorer=OSA.distance, score_cutoff=allowed + _GAP - 1, limit=None
    )
    found = [
        (key, slips, meant)
        for key, slips, _ in near
        if (meant := tuple(bearer for bearer in places[key] if fits(bearer)))
    ]
    if not found or found[0][1] > allowed or not _same_start(written, found[0][0]):
        return ()
    _, fewest, best = found[0]
    rivals = [meant for _, slips, meant in found if slips < fewest + _GAP]
    return best if all(_councils(meant) <= _councils(best) for meant in rivals) else ()


def with_type_words_mended(folded: str) -> str:
    """Return a folded name with misspelt type words mended: "Rushcliffe Brough Council"."""
    return " ".join(_mended(word) for word in folded.split())


def _mended(word: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if word in TYPE_WORDS or len(word) < _SHORTEST_TYPE_WORD - 1:
        return word
    found = process.extractOne(word, _MENDABLE, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


def _councils(bearers: tuple[Bearer, ...]) -> set[str]:
    return {bearer.council.id for bearer in bearers}


def _same_start(written: str, key: str) -> bool:
    points = _POINTS.match(written)
    return written[0] == key[0] and (not points or key.startswith(points[0]))
