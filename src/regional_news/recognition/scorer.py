"""The scorer: a sum of weights that a person can read, fitted from labelled text.

``weights.toml`` has a table for each slot and in it the weight of each value, in log odds: 0.7
doubles the odds, -0.7 halves them. ``make fit`` writes it.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from regional_news.model import Certainty
from regional_news.recognition.context import Feature
from regional_news.recognition.lexicon import classes_of

FILE = Path(__file__).with_name("weights.toml")
_REMEMBERED = 2048
_DIGITS = 6
_TELLING = 0.1
"""A weight below this is no evidence."""


class _Slot(dict[str | frozenset[str], float]):
    """What each value seen in a slot weighs: the sum over a word's classes, or over a set."""

    def __init__(self, table: Mapping[str, float], *, of_words: bool) -> None:
        self._table, self._of_words = table, of_words

    def __missing__(self, value: str | frozenset[str]) -> float:
        known = self._table.keys() & values(value, self._of_words)
        weight = sum(map(self._table.__getitem__, known))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[value] = weight
        return weight


class Scorer:
    """Adds up the weights of features, ``{slot: {value: weight}}``, to a probability."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._bias = weights["bias"]["bias"]
        nothing = _Slot({}, of_words=False)
        tables = weights.items()
        self._words = defaultdict(
            lambda: nothing, {slot: _Slot(table, of_words=True) for slot, table in tables}
        )
        self._facts = defaultdict(
            lambda: nothing, {slot: _Slot(table, of_words=False) for slot, table in tables}
        )

    def probability(self, features: Iterable[Feature]) -> float:
        """Return how likely the answer is yes, from 0 to 1."""
        words, facts, total = self._words, self._facts, self._bias
        for slot, value, at in features:
            total += (facts if at is None else words)[slot][value]
        # A set comes in any order, and sums of floats differ by it: that must not break a tie.
        return 1 / (1 + math.exp(-round(total, _DIGITS)))

    def reasons(self, features: Iterable[Feature]) -> tuple[list[int], list[tuple[str, str]]]:
        """Return what speaks for yes: the places of words, the weightiest first, and facts."""
        best: dict[int, float] = {}
        facts: list[tuple[str, str]] = []
        for slot, value, at in features:
            if at is not None:
                weight = self._words[slot][value]
                if weight >= _TELLING and weight > best.get(at, 0):
                    best[at] = weight
            elif isinstance(value, str) and self._facts[slot][value] >= _TELLING:
                facts.append((slot, value))
        return sorted(best, key=lambda at: -best[at]), facts


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
    accept_in_one: float
    """The same in a text of one sentence."""
    accept_beside: float
    """The same where the text names a council with its title."""
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
            thresholds["accept in one sentence"],
            thresholds["accept beside"],
            thresholds["offer"],
            {Certainty(name): share for name, share in tables["certainty"].items()},
        )


@lru_cache(maxsize=1)
def fitted_weights() -> Weights:
    """Return the weights in ``weights.toml``, read once."""
    return Weights.of(tomllib.loads(FILE.read_text(encoding="utf-8")))
