"""Whether letters stand for a council: "BCP", "NYCC", "HBC"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from regional_news.gazetteer.surface_forms import NameKind
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.linking import Circumstances

_TELLING = 4
"""So many letters are hardly shared by chance."""

LETTERS = frozenset(
    {NameKind.ABBREVIATION, NameKind.INITIALS, NameKind.PLACE_INITIALS, NameKind.SEAT}
)
"""Names made of initials, and a building's name that stands for its council."""


def drop_unsure(
    letters: Sequence[Candidate], candidates: Sequence[Candidate], known: Circumstances
) -> None:
    """Take their councils from those of ``letters`` that may stand for something else."""
    places = {id_ for each in candidates if each.kind not in LETTERS for id_ in each.ids}
    for candidate in letters:
        if not _are_sure(candidate, known, places):
            candidate.councils = ()


def _are_sure(candidate: Candidate, known: Circumstances, places: AbstractSet[str]) -> bool:
    """Return whether one council is meant, going by its title, place, region or length.

    ``places`` has the ids of the councils whose names the text has in words.

    Known abbreviations need one sign where they are short; initials made from a name need the
    place in the text or, where they are long, the region; a building needs the region.
    """
    if len(candidate.councils) != 1:
        return False
    (council,) = candidate.councils
    if candidate.kind is NameKind.SEAT:
        return council.region == known.region
    if candidate.has_full_title:
        return True
    if council.id in places:
        return True
    long = len(candidate.name) >= _TELLING
    if candidate.kind is NameKind.ABBREVIATION:
        return long or known.region in (None, council.region)
    return long and known.region == council.region
