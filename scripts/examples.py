"""Labelled texts as examples to fit from: names as features, with the answer that a person gave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from labelled import Label, LabelledText

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.homonyms import Circumstances
from regional_news.model import Certainty, PartialDate
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.context import Feature, contexts
from regional_news.recognition.judge import bare_features
from regional_news.recognition.recogniser import Findings, Recogniser
from regional_news.recognition.roles import forerunners, role_features
from regional_news.recognition.scene import Scene
from regional_news.recognition.scorer import Weights, values
from regional_news.text import Words

_NAMED_ANYWAY = 0.4
"""Little hangs on a bare name whose council the text names in full as well."""
_FEW = 3
"""A text with more councils than this has no more say on roles than one with so many."""


@dataclass(frozen=True, slots=True)
class Example:
    """One name in a text, as slots and values, with the answer and its say."""

    file: str
    features: frozenset[tuple[str, str]]
    yes: bool
    say: float = 1.0


class Reader:
    """Turns labelled texts into examples of two questions: is it a council, is it a subject."""

    def __init__(self, folder: Path) -> None:
        self.gazetteer = load_gazetteer(folder)
        self._recogniser = Recogniser(self.gazetteer)
        self._replaced = forerunners(self.gazetteer)

    def examples(self, text: LabelledText) -> tuple[list[Example], list[Example]]:
        """Return the examples of bare names in a text, and those of roles."""
        words, known = Words(text.text), self._circumstances(text)
        candidates, _ = self._recogniser.candidates(words, known)
        labels = {id(each): _label(words, each, text) for each in candidates}
        scene = Scene(words, candidates, known.region)
        meant = [each for each in candidates if _is_meant(each, labels[id(each)])]
        titled = [each for each in candidates if each.reading is Reading.COUNCIL]
        around = [*contexts(scene, meant)]
        say = min(1.0, _FEW / max(1, len(meant)))
        councils = [
            Example(
                text.file,
                _named(features),
                bool(_council(label)),
                _say(candidate, titled),
            )
            for candidate, features in bare_features(scene, candidates)
            if (label := labels[id(candidate)]) or text.complete
            if candidate.certainty is not Certainty.FUZZY  # misspelt, it is only ever offered
        ]
        subjects = [
            Example(text.file, _named(features), _is_subject(labels[id(candidate)]), say)
            for candidate, features in role_features(scene, around, self._replaced)
        ]
        return councils, subjects

    def read(self, texts: Sequence[LabelledText], weights: Weights) -> list[Findings]:
        """Return what the recogniser finds in texts with some weights."""
        finder = Recogniser(self.gazetteer, weights)
        found = []
        for text in texts:
            known = self._circumstances(text)
            found.append(finder.read(text.text, region=known.region, on=known.on))
        return found

    def _circumstances(self, text: LabelledText) -> Circumstances:
        region = self.gazetteer.regions.recognise(text.region) if text.region else None
        on = PartialDate.parse(text.published) if text.published else None
        return Circumstances(region.id if region else None, on)


def _label(words: Words, candidate: Candidate, text: LabelledText) -> Label | None:
    """Return the label that touches the candidate, one with a council first."""
    start, end = words.span(candidate.start, candidate.stop)
    touching = [each for each in text.labels if each.start < end and each.end > start]
    return next((each for each in touching if each.council), touching[0] if touching else None)


def _council(label: Label | None) -> str:
    return label.council if label else ""


def _is_subject(label: Label | None) -> bool:
    return bool(label and label.subject)


def _is_meant(candidate: Candidate, label: Label | None) -> bool:
    return bool(_council(label) and candidate.councils and candidate.reading is not Reading.OTHER)


def _say(candidate: Candidate, titled: Sequence[Candidate]) -> float:
    in_full = any(council in candidate.councils for each in titled for council in each.councils)
    return _NAMED_ANYWAY if in_full else 1.0


def _named(features: Iterable[Feature]) -> frozenset[tuple[str, str]]:
    """Return the features as slots and values, one for each weight."""
    return frozenset(
        (slot, each) for slot, value, at in features for each in values(value, at is not None)
    )
