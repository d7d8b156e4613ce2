"""Names in a row: "Exeter City and East Devon District councils"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regional_news.gazetteer.prose.sighting import Reading, Sighting
from regional_news.gazetteer.prose.spotter import Spotter
from regional_news.text import Words

_DIRECTIONS = frozenset({"north", "south", "east", "west", "mid", "central"})
_LINKING_WORDS = frozenset({"and", "or", "the"})
_LINKING_GAPS = frozenset({"", ",", "/", "-", "–", "—", ";"})


@dataclass(slots=True)
class Series:
    """Names that stand in a row, joined by commas, "and" or a slash; often one name alone."""

    members: list[Sighting]
    joined: bool
    """An "and", "or" or slash joins some, so that they are one list and not an address."""

    @property
    def first(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return self.members[-1].stop

    @property
    def titled(self) -> bool:
        """Some member is written as a council, or the style at either end is in the plural."""
        return any(member.reading is Reading.COUNCIL for member in self.members)

    def count(self, reading: Reading) -> int:
        """Return how many members have the reading so far."""
        return sum(member.reading is reading for member in self.members)

    @property
    def plural(self) -> bool:
        first, last = self.members[0].title, self.members[-1].title
        return bool((first and first.plural) or (last and last.plural))


def in_series(words: Words, sightings: Sequence[Sighting]) -> list[Series]:
    """Return the sightings grouped into series, in their order."""
    found: list[Series] = []
    for sighting in sightings:
        link = _link(words, found[-1].end, sighting.start) if found else None
        if link is None:
            found.append(Series([sighting], joined=False))
        else:
            found[-1].members.append(sighting)
            found[-1].joined |= link
    return found


def _link(words: Words, end: int, start: int) -> bool | None:
    """Return whether a word or slash joins two names, False for a comma, None for no link."""
    if start - end > len(_LINKING_WORDS) or start < end:
        return None
    between = words.folded[end:start]
    gaps = [gap.strip() for gap in words.gaps[end : start + 1]]
    if not _LINKING_WORDS.issuperset(between) or not _LINKING_GAPS.issuperset(gaps):
        return None
    if not any(gaps) and not {"and", "or"} & set(between):
        return None
    return bool({"and", "or"} & set(between)) or "/" in gaps


def with_elided(words: Words, sightings: Sequence[Sighting], spotter: Spotter) -> list[Sighting]:
    """Return ``sightings`` with the names whose last word is left out.

    "North and South Lanarkshire" names two councils: a direction before the name of another
    direction shares the rest of it.
    """
    found: list[Sighting] = []
    for sighting in sightings:
        taken = found[-1].end if found else 0
        found.extend(reversed(list(_elided(words, sighting, spotter, taken))))
        found.append(sighting)
    return found


def _elided(words: Words, sighting: Sighting, spotter: Spotter, taken: int) -> Iterator[Sighting]:
    name = words.folded[sighting.first : sighting.end]
    if name[0] not in _DIRECTIONS:
        return
    rest = tuple(name)
    while rest and rest[0] in _DIRECTIONS:
        rest = rest[1:]
    at = sighting.first
    while at > taken:
        at -= 2 if words.folded[at - 1] == "and" else 1
        if at < taken or words.folded[at] not in _DIRECTIONS:
            return
        if not words.raw[at][0].isupper() or words.gaps[at + 1].strip() not in {"", ","}:
            return
        namings = spotter.look_up((words.folded[at], *rest))
        if not namings:
            return
        yield Sighting(at, at + 1, " ".join((words.folded[at], *rest)), namings)
