"""Councils in prose: every mention with its span, council, role and certainty.

The steps, each in its own module: spot the names (longest first), read the titles around them,
add those left out of lists, set aside people, clubs and other bodies, decide which bare names stand
for a council, tell homonyms apart, resolve "the council", give each its role.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.prose.homonyms import Circumstances, Homonyms
from regional_news.gazetteer.prose.evidence import is_another, is_council, is_locative, read_scene
from regional_news.gazetteer.prose.series import in_series, with_elided
from regional_news.gazetteer.prose.sighting import NameKind, Reading, Sighting
from regional_news.gazetteer.prose.spotter import Spotter
from regional_news.gazetteer.prose.titles import read_title
from regional_news.model import Certainty, Mention, PartialDate, Role
from regional_news.text import Words


class Finder:
    """Finds the councils of a gazetteer in prose."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._spotter = Spotter(gazetteer)
        self._homonyms = Homonyms(gazetteer)

    def find(
        self, text: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> tuple[Mention, ...]:
        """Return the mentions in ``text``, by their place in it; spans do not overlap.

        ``region`` is a region's id and ``on`` the date of the text: they decide between councils
        of one name.
        """
        words = Words(text)
        sightings = self._spotter.spot(words)
        if not sightings:
            return ()
        sightings = with_elided(words, sightings, self._spotter)
        for sighting in sightings:
            sighting.title = read_title(words, sighting.first, sighting.end)
        self._read(words, sightings, region)
        councils = [each for each in sightings if each.reading is Reading.COUNCIL]
        self._choose(councils, Circumstances(region, on))
        return _mentions(text, words, [each for each in councils if each.councils])

    def _read(self, words: Words, sightings: Sequence[Sighting], region: str | None) -> None:
        """Decide for each sighting whether it is a council, another body, or a place so far."""
        scene = read_scene(words, region)
        for sighting in sightings:
            if is_another(words, sighting):
                sighting.reading = Reading.OTHER
            elif sighting.title and sighting.title.complete:
                sighting.reading = Reading.COUNCIL
            elif sighting.kind in _LETTERS:
                sighting.reading = Reading.COUNCIL
            sighting.locative = is_locative(words, sighting)
        live = [each for each in sightings if each.reading is not Reading.OTHER]
        for series in in_series(words, live):
            bare = [each for each in series.members if each.reading is Reading.BARE]
            if bare and is_council(words, series, scene):
                for sighting in bare:
                    sighting.reading = Reading.COUNCIL
                    sighting.certainty = Certainty.CONTEXT

    def _choose(self, sightings: Sequence[Sighting], known: Circumstances) -> None:
        """Decide which council each sighting means; the sure ones help with the others."""
        for sighting in sightings:
            sighting.councils = self._homonyms.choose(sighting, known)
        company = {each.councils[0].region for each in sightings if len(each.councils) == 1}
        for sighting in sightings:
            if len(sighting.councils) > 1:
                sighting.councils = self._homonyms.choose(sighting, replace(known, company=company))
            if sighting.certainty is Certainty.EXACT and sighting.kind is not NameKind.NAME:
                sighting.certainty = Certainty.ALIAS


def by_council(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return one mention per council, in the order in which the text first names them.

    The subject wins over a mere mention and the surest certainty over the others; the span is that
    of the surest mention. Ambiguous mentions stay apart, one for each set of candidates.
    """
    folded: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        ids = tuple(council.id for council in mention.candidates)
        known = folded.get(ids)
        if known is None:
            folded[ids] = mention
            continue
        surest = min(known, mention, key=lambda each: _CERTAINTIES.index(each.certainty))
        is_subject = Role.SUBJECT in (known.role, mention.role)
        folded[ids] = replace(surest, role=Role.SUBJECT if is_subject else Role.MENTIONED)
    return tuple(folded.values())


_CERTAINTIES = tuple(Certainty)
_LETTERS = frozenset({NameKind.ABBREVIATION, NameKind.INITIALS})


def _mentions(text: str, words: Words, sightings: Sequence[Sighting]) -> tuple[Mention, ...]:
    """Return the sightings as mentions, with offsets in ``text``."""
    ends = words.ends() if sightings else []
    found = []
    for each in sightings:
        start, end = ends[each.start] - len(words.raw[each.start]), ends[each.stop - 1]
        found.append(Mention(start, end, text[start:end], each.councils, each.role, each.certainty))
    return tuple(found)
