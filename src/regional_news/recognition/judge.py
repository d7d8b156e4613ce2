"""The judge: how likely each bare name stands for a council, and which words say so."""

from collections.abc import Iterator, Sequence

from regional_news.model import Certainty
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.context import Feature, contexts
from regional_news.recognition.features import name_features, series_features
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights

_MOST = 3
"""So many words are shown as evidence."""

_NEAR = 5
"""A word so near to a name is shown with all that stands between them."""

_AMONG_COUNCILS = ("list", "with a council", None)
"""Among others that are councils a misspelt name is one as well; alone it is asked about."""

_SAID = {
    _AMONG_COUNCILS[:2]: "in a list with a council",
    ("name", "made for an authority"): "no place has this name",
    ("letters", "long, in the region"): "the region fits",
    ("letters", "short, in the region"): "the region fits",
}
"""Evidence that is no word of the text, for people to read."""


class Judge:
    """Gives bare names their probability; from a line on they are councils."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def judge(self, scene: Scene, candidates: Sequence[Candidate]) -> None:
        """Set the probability, the evidence and the reading of the bare names of a text."""
        accept = self._line(scene, candidates)
        for candidate, features in bare_features(scene, candidates):
            candidate.probability = self._weights.council.probability(features)
            if candidate.probability >= self._weights.offer:
                said, facts = self._weights.council.reasons(features)
                candidate.evidence = (
                    *_quoted(said[:_MOST], candidate, scene),
                    *(_SAID[each] for each in facts if each in _SAID),
                )
            asked = candidate.certainty is Certainty.FUZZY and _AMONG_COUNCILS not in features
            if candidate.probability >= accept and not asked:
                candidate.reading = Reading.COUNCIL

    def _line(self, scene: Scene, candidates: Sequence[Candidate]) -> float:
        """Return the probability from which a bare name of a text is a council.

        Beside a council with its title a further name that is none is the worse mistake; a text
        without would be left without any, but for a sentence alone, which tells too little.
        """
        if any(each.reading is Reading.COUNCIL for each in candidates):
            return self._weights.accept_beside
        return self._weights.accept_in_one if scene.count == 1 else self._weights.accept


def bare_features(
    scene: Scene, candidates: Sequence[Candidate]
) -> Iterator[tuple[Candidate, list[Feature]]]:
    """Yield each bare name with its features."""
    live = [each for each in candidates if each.reading is not Reading.OTHER]
    for context in contexts(scene, live):
        bare = [each for each in context.series.members if each.reading is Reading.BARE]
        if bare:
            shared = series_features(context, scene)
            for candidate in bare:
                yield candidate, [*name_features(candidate, context, scene), *shared]


def _quoted(said: Sequence[int], candidate: Candidate, scene: Scene) -> Iterator[str]:
    """Yield the name with what decided near it, as the text has it: "head of IT at Camden".

    Then the words that decided from further off. A name that none stands near is quoted alone.
    """
    words = scene.words
    start, stop = candidate.start, candidate.stop
    near = [at for at in said if start - _NEAR <= at < stop + _NEAR]
    if near:
        start, stop = min(start, *near), max(stop, *(at + 1 for at in near))
    yield words.text(start, stop)
    yield from (words.raw(at) for at in said if not start <= at < stop)
