"""Whether letters stand for a council: "BCP", "NYCC", "HBC"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from regional_news.gazetteer.prose.homonyms import Circumstances
from regional_news.gazetteer.prose.sighting import NameKind, Sighting

_TELLING = 4
"""So many letters are hardly shared by chance."""

LETTERS = frozenset({NameKind.ABBREVIATION, NameKind.INITIALS, NameKind.SEAT})
"""Names made of initials, and a building's name that stands for its council."""


def drop_unsure(
    letters: Sequence[Sighting], sightings: Sequence[Sighting], known: Circumstances
) -> None:
    """Take their councils from those of ``letters`` that may stand for something else."""
    places = {id_ for each in sightings if each.kind not in LETTERS for id_ in each.ids}
    for sighting in letters:
        if not _are_sure(sighting, known, places):
            sighting.councils = ()


def _are_sure(sighting: Sighting, known: Circumstances, places: AbstractSet[str]) -> bool:
    """Return whether one council is meant, going by its title, place, region or length.

    ``places`` has the ids of the councils whose names the text has in words.

    Known abbreviations need one sign where they are short; initials made from a name need the
    place in the text or, where they are long, the region; a building needs the region.
    """
    if len(sighting.councils) != 1:
        return False
    (council,) = sighting.councils
    if sighting.kind is NameKind.SEAT:
        return council.region == known.region
    if sighting.has_full_title:
        return True
    if council.id in places:
        return True
    long = len(sighting.name) >= _TELLING
    if sighting.kind is NameKind.ABBREVIATION:
        return long or known.region in (None, council.region)
    return long and known.region == council.region
