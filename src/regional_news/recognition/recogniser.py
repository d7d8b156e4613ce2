"""Councils in prose: every mention with its span, council, role and certainty.

The steps, each in its own module under ``prose``: spot the names (longest first), read the titles
around them, add those left out of lists or misspelt, set aside people, clubs and other bodies,
decide which bare names stand for a council, tell homonyms apart, resolve "the council", give each
its role.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.resolver import Resolver
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Mention, PartialDate, Role
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.coordination import in_series, with_divided, with_elided
from regional_news.recognition.coreference import Anaphora
from regional_news.recognition.designations import read_title
from regional_news.recognition.exclusions import is_another, surnames
from regional_news.recognition.features import is_council
from regional_news.recognition.letters import LETTERS, drop_unsure
from regional_news.recognition.linking import Circumstances, Homonyms
from regional_news.recognition.matcher import Matcher
from regional_news.recognition.misspellings import with_slips
from regional_news.recognition.salience import forerunners, give_roles
from regional_news.recognition.scene import Scene
from regional_news.text import Words


class Findings(NamedTuple):
    """What a text names for sure, and what it may name."""

    mentions: tuple[Mention, ...]
    suggested: tuple[Mention, ...]


class Recogniser:
    """Finds the councils of a gazetteer in prose."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._matcher = Matcher(gazetteer)
        self._homonyms = Homonyms(gazetteer)
        self._anaphora = Anaphora(self._homonyms, gazetteer)
        self._replaced = forerunners(gazetteer)
        self._resolver: Resolver | None = None

    def find(
        self, text: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> tuple[Mention, ...]:
        """Return the mentions in ``text``, by their place in it; spans do not overlap.

        ``region`` is a region's id and ``on`` the date of the text: they decide between councils
        of one name.
        """
        return self.read(text, region=region, on=on).mentions

    def read(
        self, text: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> Findings:
        """Return the mentions in ``text`` and, the likeliest first, the councils it may mean."""
        words = Words(text)
        candidates, bodies = self._see(words, on)
        if not candidates and not bodies:
            return Findings((), ())
        if bodies or len(candidates) > 1:
            candidates = with_slips(words, candidates, bodies, self._names)
        known = Circumstances(region, on)
        _read(words, candidates, region)
        self._choose(candidates, known)
        if bodies:
            candidates = self._anaphora.resolve(words, candidates, bodies, known)
        named = [each for each in candidates if each.reading is Reading.COUNCIL and each.councils]
        give_roles(words, named, self._replaced, region)
        return Findings(_mentions(text, words, named), self._offers(text, words, candidates, known))

    def _offers(
        self, text: str, words: Words, candidates: Sequence[Candidate], known: Circumstances
    ) -> tuple[Mention, ...]:
        """Return the bare names that no preposition of place goes before, once each council."""
        offered: dict[tuple[str, ...], Candidate] = {}
        sure = {c.id for e in candidates if e.reading is Reading.COUNCIL for c in e.councils}
        for each in candidates:
            before = words.folded[each.first - 1] if each.first else ""
            if each.reading is Reading.BARE and before not in lex.PREPOSITIONS_OF_PLACE:
                each.councils = self._homonyms.choose(each, known)
                each.certainty = Certainty.CONTEXT
                ids = tuple(council.id for council in each.councils)
                if ids and sure.isdisjoint(ids):
                    offered.setdefault(ids, each)
        mentions = _mentions(text, words, [*offered.values()])
        return tuple(replace(each, probability=0.3) for each in mentions)

    def _see(self, words: Words, on: PartialDate | None) -> tuple[list[Candidate], list[int]]:
        """Return the names in the words with their titles, and where else "council" stands."""
        spotted, bodies = self._matcher.spot(words)
        candidates = with_elided(words, spotted, self._matcher)
        if on is not None:
            candidates = with_divided(words, candidates, self._matcher, on)
        for candidate in candidates:
            candidate.entitle(read_title(words, candidate.first, candidate.end))
        if bodies:
            titled = {each.stop - 1 for each in candidates}
            bodies = [at for at in bodies if at not in titled]
        return candidates, bodies

    def _names(self) -> Resolver:
        """Return what resolves misspelt names, made when the first one turns up."""
        if self._resolver is None:
            self._resolver = Resolver(self._gazetteer)
        return self._resolver

    def _choose(self, candidates: Sequence[Candidate], known: Circumstances) -> None:
        """Decide which council each candidate means; the sure ones help with the others."""
        doubtful, letters = [], []
        for candidate in candidates:
            if candidate.reading is not Reading.COUNCIL:
                continue
            candidate.councils = self._homonyms.choose(candidate, known)
            kind = candidate.kind
            if candidate.certainty is Certainty.EXACT and kind not in _NAMES:
                candidate.certainty = Certainty.ALIAS
            if kind in LETTERS:
                letters.append(candidate)
            if len(candidate.councils) > 1:
                doubtful.append(candidate)
        if doubtful:
            self._choose_by_company(doubtful, candidates, known)
        if letters:
            drop_unsure(letters, candidates, known)

    def _choose_by_company(
        self, doubtful: Sequence[Candidate], candidates: Sequence[Candidate], known: Circumstances
    ) -> None:
        company = {each.councils[0].region for each in candidates if len(each.councils) == 1}
        for candidate in doubtful:
            candidate.councils = self._homonyms.choose(candidate, known._replace(company=company))


def _read(words: Words, candidates: Sequence[Candidate], region: str | None) -> None:
    """Decide for each candidate whether it is a council, another body, or a place so far."""
    for candidate in candidates:
        if is_another(words, candidate):
            candidate.reading = Reading.OTHER
        elif candidate.has_full_title or candidate.kind in _BODIES:
            candidate.reading = Reading.COUNCIL
    bare = [each for each in candidates if each.reading is Reading.BARE]
    if not bare:
        return
    people = surnames(words, candidates)
    live = [
        each
        for each in candidates
        if each.reading is Reading.COUNCIL
        or (each.reading is Reading.BARE and each.name not in people)
    ]
    scene = Scene(words, live, region)
    for series in (each for together in in_series(words, live) for each in together.apart()):
        if series.count(Reading.BARE) and is_council(series, scene):
            scene.speaks_of_councils = True
            for candidate in series.members:
                if candidate.reading is Reading.BARE:
                    candidate.reading = Reading.COUNCIL
                    candidate.certainty = Certainty.EXACT if series.plural else Certainty.CONTEXT


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
_BODIES = frozenset(
    {
        NameKind.BODY,
        NameKind.SEAT,
        NameKind.ABBREVIATION,
        NameKind.INITIALS,
        NameKind.PLACE_INITIALS,
    }
)


def _mentions(text: str, words: Words, candidates: Sequence[Candidate]) -> tuple[Mention, ...]:
    """Return the candidates as mentions, with offsets in ``text``."""
    found = []
    for each in candidates:
        start, end = words.span(each.start, each.stop)
        found.append(Mention(start, end, text[start:end], each.councils, each.role, each.certainty))
    return tuple(found)
