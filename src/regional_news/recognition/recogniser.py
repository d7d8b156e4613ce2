"""Councils in prose: every mention with its span, council, role, probability and evidence.

The steps, each in a module of its own: the matcher sees names, designations read the titles around
them, coordination adds those left out of lists and misspellings those misspelt, the judge scores
bare names, linking tells homonyms apart, coreference resolves "the council", roles tell subjects
from mere mentions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.homonyms import Circumstances, Homonyms
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Certainty, Council, Mention, PartialDate, Role
from regional_news.recognition.candidate import LETTERS, Candidate, Reading
from regional_news.recognition.context import contexts
from regional_news.recognition.coordination import with_divided, with_elided
from regional_news.recognition.coreference import Anaphora
from regional_news.recognition.designations import read_title
from regional_news.recognition.exclusions import is_another_council, may_be_longer
from regional_news.recognition.judge import Judge
from regional_news.recognition.linking import Linker
from regional_news.recognition.matcher import Matcher
from regional_news.recognition.misspellings import Misspellings
from regional_news.recognition.roles import Roles, forerunners
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights, fitted_weights
from regional_news.text import Words


class Findings(NamedTuple):
    """What a text names for sure, and what it may name."""

    mentions: tuple[Mention, ...]
    suggested: tuple[Mention, ...]


class Recogniser:
    """Finds the councils of a gazetteer in prose."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self._gazetteer = gazetteer
        self._weights = weights or fitted_weights()
        self._matcher = Matcher(gazetteer)
        self._misspellings = Misspellings(gazetteer, self._matcher.names)
        homonyms = Homonyms(gazetteer)
        self._linker = Linker(homonyms)
        self._anaphora = Anaphora(homonyms, gazetteer, self._weights)
        self._judge = Judge(self._weights)
        self._roles = Roles(forerunners(gazetteer), self._weights)

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
        known = Circumstances(region, on)
        candidates, bodies = self.candidates(words, known)
        if not candidates and not bodies:
            return Findings((), ())
        scene = Scene(words, candidates, region)
        self._judge.judge(scene, candidates)
        self._settle(words, candidates)
        if bodies:
            candidates = self._anaphora.resolve(words, candidates, bodies, known)
        named = [each for each in candidates if each.reading is Reading.COUNCIL and each.councils]
        self._roles.give(scene, [*contexts(scene, named)])
        offered = [each for each in candidates if self._may_be_meant(each)]
        return Findings(_mentions(text, words, named), _offers(text, words, named, offered))

    def candidates(self, words: Words, known: Circumstances) -> tuple[list[Candidate], list[int]]:
        """Return the names in the words with their councils, and where else "council" stands.

        Those with a full title are councils already, unless they are another body.
        """
        candidates, bodies = self._see(words, known.on)
        candidates = self._misspellings.join(words, candidates)
        for candidate in candidates:
            candidate.reading, candidate.certainty = _first_reading(words, candidate)
            candidate.probability = self._weights.certain[candidate.certainty]
        self._linker.link(candidates, known)
        return candidates, bodies

    def _may_be_meant(self, candidate: Candidate) -> bool:
        likely = candidate.probability >= self._weights.offer
        return likely and candidate.reading is Reading.BARE and bool(candidate.councils)

    def _settle(self, words: Words, candidates: Sequence[Candidate]) -> None:
        """Take names that are in doubt for the councils that somebody chose for their words.

        A name alone stays in doubt where the text surely names another council of that name.
        """
        learnt = [(each, meant) for each in candidates if (meant := self._learnt(words, each))]
        sure = _sure(candidates) if learnt else set()
        for each, meant in learnt:
            if each.has_full_title or not sure & each.ids - {meant.id}:
                each.councils, each.reading = (meant,), Reading.COUNCIL
                each.certainty = Certainty.ALIAS

    def _learnt(self, words: Words, candidate: Candidate) -> Council | None:
        """Return the council that somebody chose for a name that is in doubt, or None."""
        several = len(candidate.councils) > 1
        doubtful = several and candidate.reading is Reading.COUNCIL
        if not doubtful and not self._may_be_meant(candidate):
            return None
        learnt = self._gazetteer.learnt(words.text(candidate.start, candidate.stop))
        return learnt if several or learnt in candidate.councils else None

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


_NAMES = frozenset({NameKind.NAME, NameKind.BODY})


def _first_reading(words: Words, candidate: Candidate) -> tuple[Reading, Certainty]:
    """Return what a name's title alone makes of it, and how sure that is."""
    fuzzy = candidate.certainty is Certainty.FUZZY
    if candidate.has_full_title or candidate.kind is NameKind.BODY:
        is_other = is_another_council(words, candidate)
        named = Certainty.EXACT if candidate.kind in _NAMES else Certainty.ALIAS
        if may_be_longer(words, candidate):
            named = Certainty.CONTEXT
        reading = Reading.OTHER if is_other else Reading.COUNCIL
        return reading, Certainty.FUZZY if fuzzy else named
    if candidate.end - 1 not in words.capitals:
        return Reading.OTHER, Certainty.CONTEXT
    by_letters = candidate.kind in LETTERS
    sure = Certainty.ALIAS if by_letters else Certainty.CONTEXT
    return Reading.BARE, Certainty.FUZZY if fuzzy else sure


def _sure(candidates: Iterable[Candidate]) -> set[str]:
    """Return the ids of the councils that a text surely names."""
    named = (each for each in candidates if each.reading is Reading.COUNCIL)
    return {each.councils[0].id for each in named if len(each.councils) == 1}


def _offers(
    text: str, words: Words, named: Sequence[Candidate], offered: Sequence[Candidate]
) -> tuple[Mention, ...]:
    """Return the offers, the likeliest first, once for each council that is not named anyway."""
    if not offered:
        return ()
    sure = {council.id for each in named for council in each.councils}
    best: dict[tuple[str, ...], Candidate] = {}
    for each in sorted(offered, key=lambda each: -each.probability):
        each.councils = tuple(council for council in each.councils if council.id not in sure)
        if each.councils:
            best.setdefault(tuple(council.id for council in each.councils), each)
    return _mentions(text, words, [*best.values()])


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


def _mentions(text: str, words: Words, candidates: Sequence[Candidate]) -> tuple[Mention, ...]:
    """Return the candidates as mentions, with offsets in ``text``."""
    spans = [words.span(each.start, each.stop) for each in candidates]
    return tuple(
        Mention(
            start,
            end,
            text[start:end],
            each.councils,
            each.role,
            each.certainty,
            round(each.probability, 3),
            each.evidence or (text[start:end],),
        )
        for each, (start, end) in zip(candidates, spans, strict=True)
    )
