"""Who a text is about, and who is only mentioned: what speaks for a council being the subject.

The features are those of the words around the names, and one sentence each below.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Role
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.context import Context, Feature
from regional_news.recognition.features import place_in_sentence
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights

_LONGEST_LIST = 3
_MOST_COUNCILS = 4
_OFTEN = 3
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
        for candidate, features in role_features(scene, contexts, self._replaced):
            is_subject = self._scorer.probability(features) >= _EVEN
            candidate.role = Role.SUBJECT if is_subject else Role.MENTIONED


_EVEN = 0.5


def role_features(
    scene: Scene, contexts: Sequence[tuple[Candidate, Context]], replaced: Forerunners
) -> Iterator[tuple[Candidate, list[Feature]]]:
    """Yield each candidate with the features of its surroundings and of its part in the text."""
    company = _Company(contexts, replaced)
    for candidate, context in contexts:
        yield (
            candidate,
            [
                *_words(context),
                *place_in_sentence(context, scene),
                *company.features(candidate),
                *_sentence(candidate, context, scene),
            ],
        )


def _words(context: Context) -> list[Feature]:
    """Return the classes of words before and after that tell an actor from an example."""
    folded, before, after = context.words.folded, context.before, context.after
    places = (
        *zip(_BEFORE, before[1:], strict=False),
        *zip(_AFTER, (*after[:1], *after[2:4]), strict=False),
    )
    return [(slot, folded[at], at) for slot, at in places]


_BEFORE = ("before 2", "before 3")
_AFTER = ("after 1", "after 3", "after 4")


class _Company:
    """The councils of a text together: their order, how often they come, their descent."""

    def __init__(
        self, contexts: Sequence[tuple[Candidate, Context]], replaced: Forerunners
    ) -> None:
        ids = [candidate.councils[0].id for candidate, _ in contexts]
        opening = contexts[0][1] if contexts else None
        self._opening = {
            id_ for id_, (_, each) in zip(ids, contexts, strict=True) if each is opening
        }
        self._order = {id_: nth for nth, id_ in enumerate(dict.fromkeys(ids))}
        self._past = {old for id_ in self._order for old in replaced.get(id_, ())}
        self._times = Counter(ids)

    def features(self, candidate: Candidate) -> Iterator[Feature]:
        """Yield where the council comes among those of the text, how often, and in what name."""
        council = candidate.councils[0]
        nth, count = self._order[council.id], len(self._order)
        yield "comes", f"{_ORDER[min(nth, 2)]} of {min(count, _MOST_COUNCILS)}", None
        if council.id in self._opening:
            yield "comes", "in the list of the first" if nth else "where the text opens", None
        if council.id in self._past:
            yield "council", "replaced by another of the text", None
        if candidate.has_full_title:
            yield "council", "named in full", None
        yield "times", str(min(self._times[council.id], _OFTEN)), None


def _sentence(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield where its sentence stands, how long its list is, what its sentence speaks of."""
    number = scene.sentence(candidate.start)
    last = number == scene.count - 1
    place = "first" if number == 0 else "last" if last else "middle"
    yield "sentence of text", place, None
    yield f"sentence of text, it as {context.setting}", place, None
    yield "list of", str(min(len(context.series.members), _LONGEST_LIST)), None
    yield "sentence speaks of", _TOPICS & scene.talk_of(number), None
    yield f"sentence speaks of, it as {context.setting}", _TOPICS & scene.talk_of(number), None
