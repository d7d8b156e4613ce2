"""The judge: how likely each bare name stands for a council, and which words say so."""

from collections.abc import Iterator, Sequence

from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.context import Feature, context_of
from regional_news.recognition.coordination import in_series
from regional_news.recognition.features import name_features
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Reason, Weights

_MOST = 3
"""So many words are shown as evidence."""

_NEAR = 5
"""A word so near to a name is shown with all that stands between them."""

_SAID = {
    ("list", "with a council"): "in a list with a council",
    ("list", "under one title"): "in a list of councils",
    ("name", "made for an authority"): "no place has this name",
    ("letters", "whose place is named"): "its place is named",
    ("letters", "long, in the region"): "the region fits",
    ("letters", "short, in the region"): "the region fits",
}
"""Evidence that is no word of the text, for people to read."""


class Judge:
    """Gives bare names their probability; from ``weights.accept`` on they are councils."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def judge(self, scene: Scene, candidates: Sequence[Candidate]) -> None:
        """Set the probability, the evidence and the reading of the bare names of a text."""
        for candidate, features in bare_features(scene, candidates):
            candidate.probability = self._weights.council.probability(features)
            if candidate.probability >= self._weights.offer:
                reasons = self._weights.council.reasons(features)
                candidate.evidence = tuple(_shown(reasons, candidate, scene))
            if candidate.probability >= self._weights.accept:
                candidate.reading = Reading.COUNCIL


def bare_features(
    scene: Scene, candidates: Sequence[Candidate]
) -> Iterator[tuple[Candidate, list[Feature]]]:
    """Yield each bare name with its features."""
    live = [each for each in candidates if each.reading is not Reading.OTHER]
    for together in in_series(scene.words, live) if live else ():
        for series in together.apart():
            bare = [each for each in series.members if each.reading is Reading.BARE]
            if bare:
                context = context_of(series, scene)
                for candidate in bare:
                    yield candidate, name_features(candidate, context, scene)


def _shown(reasons: Sequence[Reason], candidate: Candidate, scene: Scene) -> Iterator[str]:
    """Yield the evidence as people read it: "head of IT at Camden", "in a list of councils"."""
    words = scene.words
    first, end = candidate.start, candidate.stop
    said_by_words = [each for each in reasons if each.at is not None][:_MOST]
    for reason in said_by_words:
        if reason.at is not None and candidate.start - _NEAR <= reason.at < candidate.stop + _NEAR:
            first, end = min(first, reason.at), max(end, reason.at + 1)
    if (first, end) != (candidate.start, candidate.stop):
        yield words.text(first, end)
    for reason in said_by_words:
        if reason.at is not None and not first <= reason.at < end:
            yield words.raw(reason.at)
    yield from (said for each in reasons if (said := _SAID.get((each.slot, str(each.value)))))
