"""Who a text is about, and who is only mentioned: what speaks for a council being the subject.

The features are those of the words around the names, and one sentence each below.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Role
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.context import Context, Feature
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights

_MOST_COUNCILS = 4
_ORDER = ("first", "second", "later")
_BEFORE, _AFTER = ("before 1", "before 2"), ("after",)
_EVEN = 0.5
_TOPICS = frozenset({"moves", "former", "examples", "compared", "made", "clients", "shared"})

Forerunners = Mapping[str, frozenset[str]]
"""The ids of the councils that each council replaced, where there are any."""


def forerunners(gazetteer: Gazetteer) -> Forerunners:
    """Return the councils that each council of the gazetteer replaced."""
    return {
        council.id: frozenset(old.id for old in gazetteer.predecessors(council))
        for council in gazetteer
        if council.predecessors
    }


class Roles:
    """Gives each candidate of a council its role in a text."""

    def __init__(self, replaced: Forerunners, weights: Weights) -> None:
        self._replaced = replaced
        self._scorer = weights.subject

    def give(self, scene: Scene, contexts: Sequence[Context]) -> None:
        """Set the roles of the candidates in the contexts, which come in their order."""
        found = role_features(scene, contexts, self._replaced)
        for context in contexts:  # who is named in one breath does or suffers the same
            together = context.series.members
            likely = [self._scorer.probability(said) for _, said in islice(found, len(together))]
            is_subject = sum(likely) >= _EVEN * len(likely)
            for candidate in together:
                candidate.role = Role.SUBJECT if is_subject else Role.MENTIONED


def role_features(
    scene: Scene, contexts: Sequence[Context], replaced: Forerunners
) -> Iterator[tuple[Candidate, list[Feature]]]:
    """Yield each candidate with the features of its surroundings and of its part in the text."""
    company = _Company(scene, contexts, replaced)
    for context in contexts:
        shared = [*_words(context), *_sentence(context, scene)]
        for nth, candidate in enumerate(context.series.members):
            yield candidate, [*shared, *company.features(candidate, context, nth)]


def _words(context: Context) -> Iterator[Feature]:
    """Yield the classes of two words before and one after: they tell an actor from an example."""
    for slots, places in ((_BEFORE, context.before), (_AFTER, context.after)):
        for slot, at in zip(slots, places, strict=False):
            yield slot, context.words.folded[at], at


class _Company:
    """The councils of a text together: their order in text and sentence, regions, descent."""

    def __init__(self, scene: Scene, contexts: Sequence[Context], replaced: Forerunners) -> None:
        self._scene = scene
        self._order: dict[str, int] = {}
        self._ahead: dict[int, int] = {}
        self._together: Counter[int] = Counter()
        for context in contexts:
            self._ahead[context.series.first] = self._together[context.sentence]
            self._together[context.sentence] += len(context.series.members)
            for each in context.series.members:
                self._order.setdefault(each.councils[0].id, len(self._order))
            if context is contexts[0]:
                self._opening = {*self._order}
        self._past = {old for id_ in self._order for old in replaced.get(id_, ())}

    def features(self, candidate: Candidate, context: Context, nth: int) -> Iterator[Feature]:
        """Yield where the council comes in text and sentence, its region, in what name it is."""
        council, order = candidate.councils[0], self._order
        yield "comes", _place(order[council.id], len(order)), None
        if council.id in self._opening:
            first = order[council.id] == 0
            yield "comes", "where the text opens" if first else "in the list of the first", None
        if council.id in self._past:
            yield "council", "replaced by another of the text", None
        if candidate.has_full_title:
            yield "council", "named in full", None
        if region := self._scene.region:
            here = council.region == region
            yield "council", "in the region" if here else "outside the region", None
        ahead = self._ahead[context.series.first] + nth
        yield "in sentence", _place(ahead, self._together[context.sentence]), None


def _place(nth: int, count: int) -> str:
    return f"{_ORDER[min(nth, 2)]} of {min(count, _MOST_COUNCILS)}"


def _sentence(context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield where the sentence stands, what it speaks of and in what words."""
    number, heard = context.sentence, scene.hear(context.sentence)
    place = "first" if number == 0 else "last" if number == scene.count - 1 else "middle"
    yield f"sentence of text, it as {context.setting}", place, None
    yield "sentence speaks of", _TOPICS & heard.talk, None
    yield "sentence says", heard.words, None
