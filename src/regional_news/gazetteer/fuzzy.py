"""Slips of the pen: the one spelling that a misspelt name must have meant, or none.

A slip is a letter left out, put in, changed, or swapped with its neighbour. An answer needs few
slips for the length of the name, and no other council nearly as close.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from regional_news.gazetteer.designators import ENGLISH, GAELIC, TYPE_WORDS, WELSH
from regional_news.gazetteer.homonyms import Naming
from regional_news.gazetteer.places import COMPASS, place_key
from regional_news.text import fold

_LETTERS_PER_SLIP = 8
_GAP = 2
_SHORTEST_TO_MEND = 3
_MENDABLE = [word for word in (*ENGLISH, *WELSH, *GAELIC) if len(word) > _SHORTEST_TO_MEND]
_POINTS = re.compile(f"(?:{'|'.join(sorted(COMPASS))})*")


def nearest(
    written: str, places: Mapping[str, tuple[Naming, ...]], fits: Callable[[Naming], bool]
) -> tuple[Naming, ...]:
    """Return the namings of the place that the key ``written`` was meant to be, or none.

    One slip for every eight letters is allowed, and one in a shorter name. The first letter stands
    and so do points of the compass, for North and South are no slips of each other; nor is the name
    of another place: Stamford is not Stafford.
    """
    found = _near(written, places, fits)
    if not found:
        return ()
    fewest, best = found[0]
    rivals = [meant for slips, meant in found if slips < fewest + _GAP]
    return best if all(_councils(meant) <= _councils(best) for meant in rivals) else ()


def closest(
    written: str, places: Mapping[str, tuple[Naming, ...]], fits: Callable[[Naming], bool]
) -> tuple[Naming, ...]:
    """Return the namings of all places that ``written`` is fewest slips from, to choose among."""
    found = _near(written, places, fits)
    return tuple(each for slips, meant in found if slips == found[0][0] for each in meant)


def _near(
    written: str, places: Mapping[str, tuple[Naming, ...]], fits: Callable[[Naming], bool]
) -> list[tuple[int, tuple[Naming, ...]]]:
    """Return the places that a key may have been meant to be, with its slips, fewest first."""
    from rapidfuzz import process  # noqa: PLC0415 - 60 ms that exact names need not pay
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if written in places or written in lookalikes():
        return []
    allowed = max(1, len(written) // _LETTERS_PER_SLIP)
    near = process.extract(
        written, places.keys(), scorer=OSA.distance, score_cutoff=allowed + _GAP - 1, limit=None
    )
    found = [
        (slips, meant)
        for key, slips, _ in near
        if _same_start(written, key)
        and (meant := tuple(naming for naming in places[key] if fits(naming)))
    ]
    return found if found and found[0][0] <= allowed else []


def with_type_words_mended(folded: str) -> str:
    """Return a folded name with misspelt type words mended: "Rushcliffe Brough Council"."""
    words = [_mended(word, _MENDABLE) for word in folded.split()]
    if "borough" in words:
        words = [_mended(word, ["london"]) for word in words]
    return " ".join(words)


def _mended(word: str, type_words: list[str]) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if word in TYPE_WORDS or len(word) < _SHORTEST_TO_MEND:
        return word
    found = process.extractOne(word, type_words, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


@lru_cache(maxsize=1)
def lookalikes() -> frozenset[str]:
    """Return the keys of the places that are one slip away from a council and meant as written."""
    lines = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(place_key(fold(line).split()) for line in lines if not line.startswith("#"))


def _councils(namings: tuple[Naming, ...]) -> set[str]:
    return {naming.council.id for naming in namings}


def _same_start(written: str, key: str) -> bool:
    points = _POINTS.match(written)
    return written[0] == key[0] and (not points or key.startswith(points[0]))
