"""Councils in prose: every mention with its span, council, role and certainty.

The steps, each in its own module under ``prose``: spot the names (longest first), read the titles
around them, add those left out of lists or misspelt, set aside people, clubs and other bodies,
decide which bare names stand for a council, tell homonyms apart, resolve "the council", give each
its role.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.names import Names
from regional_news.gazetteer.prose.anaphora import Anaphora
from regional_news.gazetteer.prose.evidence import is_council
from regional_news.gazetteer.prose.homonyms import Circumstances, Homonyms
from regional_news.gazetteer.prose.letters import LETTERS, drop_unsure
from regional_news.gazetteer.prose.others import is_another, surnames
from regional_news.gazetteer.prose.roles import forerunners, give_roles
from regional_news.gazetteer.prose.scene import Scene
from regional_news.gazetteer.prose.series import in_series, with_divided, with_elided
from regional_news.gazetteer.prose.sighting import NameKind, Reading, Sighting
from regional_news.gazetteer.prose.slips import with_slips
from regional_news.gazetteer.prose.spotter import Spotter
from regional_news.gazetteer.prose.titles import read_title
from regional_news.model import Certainty, Mention, PartialDate, Role
from regional_news.text import Words


class Finder:
    """Finds the councils of a gazetteer in prose."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._spotter = Spotter(gazetteer)
        self._homonyms = Homonyms(gazetteer)
        self._anaphora = Anaphora(self._homonyms, gazetteer)
        self._replaced = forerunners(gazetteer)
        self._resolver: Names | None = None

    def find(
        self, text: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> tuple[Mention, ...]:
        """Return the mentions in ``text``, by their place in it; spans do not overlap.

        ``region`` is a region's id and ``on`` the date of the text: they decide between councils
        of one name.
        """
        words = Words(text)
        sightings, bodies = self._see(words, on)
        if not sightings and not bodies:
            return ()
        if bodies or len(sightings) > 1:
            sightings = with_slips(words, sightings, bodies, self._names)
        known = Circumstances(region, on)
        _read(words, sightings, region)
        self._choose(sightings, known)
        if bodies:
            sightings = self._anaphora.resolve(words, sightings, bodies, known)
        named = [each for each in sightings if each.reading is Reading.COUNCIL and each.councils]
        give_roles(words, named, self._replaced, region)
        return _mentions(text, words, named)

    def _see(self, words: Words, on: PartialDate | None) -> tuple[list[Sighting], list[int]]:
        """Return the names in the words with their titles, and where else "council" stands."""
        spotted, bodies = self._spotter.spot(words)
        sightings = with_elided(words, spotted, self._spotter)
        if on is not None:
            sightings = with_divided(words, sightings, self._spotter, on)
        for sighting in sightings:
            sighting.entitle(read_title(words, sighting.first, sighting.end))
        if bodies:
            titled = {each.stop - 1 for each in sightings}
            bodies = [at for at in bodies if at not in titled]
        return sightings, bodies

    def _names(self) -> Names:
        """Return what resolves misspelt names, made when the first one turns up."""
        if self._resolver is None:
            self._resolver = Names(self._gazetteer)
        return self._resolver

    def _choose(self, sightings: Sequence[Sighting], known: Circumstances) -> None:
        """Decide which council each sighting means; the sure ones help with the others."""
        doubtful, letters = [], []
        for sighting in sightings:
            if sighting.reading is not Reading.COUNCIL:
                continue
            sighting.councils = self._homonyms.choose(sighting, known)
            kind = sighting.kind
            if sighting.certainty is Certainty.EXACT and kind not in _NAMES:
                sighting.certainty = Certainty.ALIAS
            if kind in LETTERS:
                letters.append(sighting)
            if len(sighting.councils) > 1:
                doubtful.append(sighting)
        if doubtful:
            self._choose_by_company(doubtful, sightings, known)
        if letters:
            drop_unsure(letters, sightings, known)

    def _choose_by_company(
        self, doubtful: Sequence[Sighting], sightings: Sequence[Sighting], known: Circumstances
    ) -> None:
        company = {each.councils[0].region for each in sightings if len(each.councils) == 1}
        for sighting in doubtful:
            sighting.councils = self._homonyms.choose(sighting, known._replace(company=company))


def _read(words: Words, sightings: Sequence[Sighting], region: str | None) -> None:
    """Decide for each sighting whether it is a council, another body, or a place so far."""
    for sighting in sightings:
        if is_another(words, sighting):
            sighting.reading = Reading.OTHER
        elif sighting.has_full_title or sighting.kind in _BODIES:
            sighting.reading = Reading.COUNCIL
    bare = [each for each in sightings if each.reading is Reading.BARE]
    if not bare:
        return
    people = surnames(words, sightings)
    live = [
        each
        for each in sightings
        if each.reading is Reading.COUNCIL
        or (each.reading is Reading.BARE and each.name not in people)
    ]
    scene = Scene(words, live, region)
    for series in (each for together in in_series(words, live) for each in together.apart()):
        if series.count(Reading.BARE) and is_council(series, scene):
            scene.speaks_of_councils = True
            for sighting in series.members:
                if sighting.reading is Reading.BARE:
                    sighting.reading = Reading.COUNCIL
                    sighting.certainty = Certainty.EXACT if series.plural else Certainty.CONTEXT


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
_NAMES = frozenset({NameKind.NAME, NameKind.BODY})
_BODIES = frozenset({NameKind.BODY, NameKind.SEAT, NameKind.ABBREVIATION, NameKind.INITIALS})


def _mentions(text: str, words: Words, sightings: Sequence[Sighting]) -> tuple[Mention, ...]:
    """Return the sightings as mentions, with offsets in ``text``."""
    found = []
    for each in sightings:
        start, end = words.span(each.start, each.stop)
        found.append(Mention(start, end, text[start:end], each.councils, each.role, each.certainty))
    return tuple(found)
