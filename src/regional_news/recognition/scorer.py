"""The scorer: a sum of weights that a person can read, fitted from labelled text.

``weights.toml`` has a table for each slot and in it the weight of each value, in log odds: 0.7
doubles the odds, -0.7 halves them. ``make fit`` writes it.
"""

import math
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from regional_news.model import Certainty
from regional_news.recognition.context import Feature
from regional_news.recognition.lexicon import classes_of

FILE = Path(__file__).with_name("weights.toml")
_REMEMBERED = 32_768
_DIGITS = 6
_TELLING = 0.1
"""A weight below this is no evidence."""


class Reason(NamedTuple):
    """A feature with its weight."""

    slot: str
    value: str | frozenset[str]
    at: int | None
    weight: float


class Scorer:
    """Adds up the weights of features, ``{slot: {value: weight}}``, to a probability."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights
        self._bias = weights["bias"]["bias"]
        self._weigh = lru_cache(maxsize=_REMEMBERED)(self._sum)

    def probability(self, features: Iterable[Feature]) -> float:
        """Return how likely the answer is yes, from 0 to 1."""
        weigh, total = self._weigh, self._bias
        for slot, value, at in features:
            total += weigh(slot, value, at is not None)
        # A set comes in any order, and sums of floats differ by it: that must not break a tie.
        return 1 / (1 + math.exp(-round(total, _DIGITS)))

    def reasons(self, features: Iterable[Feature]) -> list[Reason]:
        """Return what speaks for yes, the weightiest first, once for each word."""
        best: dict[object, Reason] = {}
        for slot, value, at in features:
            weight = self._weigh(slot, value, at is not None)
            key = at if at is not None else (slot, value)
            if weight >= _TELLING and (key not in best or best[key].weight < weight):
                best[key] = Reason(slot, value, at, weight)
        return sorted(best.values(), key=lambda each: -each.weight)

    def _sum(self, slot: str, value: str | frozenset[str], is_word: bool) -> float:  # noqa: FBT001
        table = self._weights.get(slot, {})
        return sum(table.get(each, 0.0) for each in values(value, is_word))


def values(value: str | frozenset[str], is_word: bool) -> Collection[str]:  # noqa: FBT001
    """Return the values by which a feature counts: a word's classes, or itself."""
    if is_word and isinstance(value, str):
        return classes_of(value)
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is fitted: the two scorers and where they draw the line."""

    council: Scorer
    """How likely a bare name is a council."""
    subject: Scorer
    """How likely a council is a subject of the text."""
    accept: float
    """From this probability a bare name counts as a council."""
    offer: float
    """From this probability it is offered to a person."""
    certain: Mapping[Certainty, float]
    """How often what is found by its title or by reference is right, by what decided it."""

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> "Weights":
        """Return the weights in the tables of a ``weights.toml``."""
        thresholds = tables["thresholds"]
        return cls(
            Scorer(tables["council"]),
            Scorer(tables["subject"]),
            thresholds["accept"],
            thresholds["offer"],
            {Certainty(name): share for name, share in tables["certainty"].items()},
        )


@lru_cache(maxsize=1)
def fitted_weights() -> Weights:
    """Return the weights in ``weights.toml``, read once."""
    return Weights.of(tomllib.loads(FILE.read_text(encoding="utf-8")))
