"""Who a text is about, and who is only mentioned: what speaks for a council being the subject.

The features are those of the words around the names, and one sentence each below.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Role
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.context import Context, Feature
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights

_MOST_COUNCILS = 4
_ORDER = ("first", "second", "later")
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

    def give(self, scene: Scene, contexts: Sequence[tuple[Candidate, Context]]) -> None:
        """Set the roles of the candidates, which come in their order."""
        listed: dict[int, list[tuple[Candidate, float]]] = defaultdict(list)
        found = role_features(scene, contexts, self._replaced)
        for (_, context), (candidate, features) in zip(contexts, found, strict=True):
            listed[id(context)].append((candidate, self._scorer.probability(features)))
        for together in listed.values():  # who is named in one breath does or suffers the same
            is_subject = fmean(probability for _, probability in together) >= _EVEN
            for candidate, _ in together:
                candidate.role = Role.SUBJECT if is_subject else Role.MENTIONED


_EVEN = 0.5


def role_features(
    scene: Scene, contexts: Sequence[tuple[Candidate, Context]], replaced: Forerunners
) -> Iterator[tuple[Candidate, list[Feature]]]:
    """Yield each candidate with the features of its surroundings and of its part in the text."""
    company = _Company(scene, contexts, replaced)
    for candidate, context in contexts:
        features = [
            *_words(context),
            *company.features(candidate),
            *_sentence(candidate, context, scene),
        ]
        yield candidate, features


def _words(context: Context) -> Iterator[Feature]:
    """Yield the classes of two words before and one after: they tell an actor from an example."""
    places = (
        *zip(_BEFORE, context.before, strict=False),
        *(("after", at) for at in context.after[:1]),
    )
    for slot, at in places:
        yield slot, context.words.folded[at], at


_BEFORE = ("before 1", "before 2")


class _Company:
    """The councils of a text together: their order in text and sentence, regions, descent."""

    def __init__(
        self,
        scene: Scene,
        contexts: Sequence[tuple[Candidate, Context]],
        replaced: Forerunners,
    ) -> None:
        self._scene = scene
        ids = [candidate.councils[0].id for candidate, _ in contexts]
        opening = contexts[0][1] if contexts else None
        self._opening = {
            id_ for id_, (_, each) in zip(ids, contexts, strict=True) if each is opening
        }
        self._order = {id_: nth for nth, id_ in enumerate(dict.fromkeys(ids))}
        self._past = {old for id_ in self._order for old in replaced.get(id_, ())}
        self._together: Counter[int] = Counter()
        self._places: dict[int, int] = {}
        for candidate, _ in contexts:
            sentence = scene.sentence(candidate.start)
            self._places[candidate.start] = self._together[sentence]
            self._together[sentence] += 1

    def features(self, candidate: Candidate) -> Iterator[Feature]:
        """Yield where the council comes in text and sentence, its region, in what name it is."""
        council, scene = candidate.councils[0], self._scene
        nth, count = self._order[council.id], len(self._order)
        yield "comes", f"{_ORDER[min(nth, 2)]} of {min(count, _MOST_COUNCILS)}", None
        if council.id in self._opening:
            yield "comes", "in the list of the first" if nth else "where the text opens", None
        if council.id in self._past:
            yield "council", "replaced by another of the text", None
        if candidate.has_full_title:
            yield "council", "named in full", None
        if scene.region:
            here = council.region == scene.region
            yield "council", "in the region" if here else "outside the region", None
        place = _ORDER[min(self._places[candidate.start], 2)]
        count = self._together[scene.sentence(candidate.start)]
        yield "in sentence", f"{place} of {min(count, _MOST_COUNCILS)}", None


def _sentence(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield where its sentence stands, what it speaks of and in what words."""
    number = scene.sentence(candidate.start)
    last = number == scene.count - 1
    place = "first" if number == 0 else "last" if last else "middle"
    yield f"sentence of text, it as {context.setting}", place, None
    yield "sentence speaks of", _TOPICS & scene.talk_of(number), None
    yield "sentence says", scene.words_of(number), None
