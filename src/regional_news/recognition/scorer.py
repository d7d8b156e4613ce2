"""The scorer: a sum of weights that a person can read, fitted from labelled text.

``weights.toml`` has a table for each slot and in it the weight of each value, in log odds: 0.7
doubles the odds, -0.7 halves them. ``make fit`` writes it.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from regional_news.model import Certainty
from regional_news.recognition.context import Feature

FILE = Path(__file__).with_name("weights.toml")
_TELLING = 0.1
"""A weight below this is no evidence."""


class Reason(NamedTuple):
    """A feature with its weight."""

    slot: str
    value: str
    at: int | None
    weight: float


class Scorer:
    """Adds up the weights of features, ``{slot: {value: weight}}``, to a probability."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._weights = weights
        self._bias = weights["bias"]["bias"]

    def probability(self, *groups: Iterable[Feature]) -> float:
        """Return how likely the answer is yes, from 0 to 1."""
        total, weights = self._bias, self._weights
        for group in groups:
            for slot, value, _ in group:
                if (table := weights.get(slot)) is not None:
                    total += table.get(value, 0.0)
        return 1 / (1 + math.exp(-total))

    def reasons(self, *groups: Iterable[Feature]) -> list[Reason]:
        """Return what speaks for yes, the weightiest first, once for each word."""
        best: dict[object, Reason] = {}
        for group in groups:
            for slot, value, at in group:
                weight = self._weights.get(slot, {}).get(value, 0.0)
                key = at if at is not None else (slot, value)
                if weight >= _TELLING and (key not in best or best[key].weight < weight):
                    best[key] = Reason(slot, value, at, weight)
        return sorted(best.values(), key=lambda each: -each.weight)


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
