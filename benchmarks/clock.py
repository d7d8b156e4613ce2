"""Measuring: ours and its peers in turn, so that what disturbs the machine disturbs all alike."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

OURS = "ours"
MISSING = "not installed: make bench installs it"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how long something took, or why it could not be measured.

    ``value`` is the median in ``unit``, ``low`` and ``high`` are the quartiles; ``ratio`` is how
    many times as much as ``to`` it is.
    """

    group: str
    task: str
    briefs: int
    who: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0
    unit: str = "ms"
    ratio: float | None = None
    to: str = OURS
    note: str = ""

    def told(self) -> dict[str, Any]:
        """Return the row for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Contest:
    """What is measured: a task at a size. The contestants do the same work."""

    group: str
    task: str
    briefs: int

    def rows(
        self,
        contestants: Mapping[str, Callable[[], Any]],
        *,
        rounds: int = 15,
        patience: float = 20,
        to: str = OURS,
    ) -> list[Row]:
        """Run the contestants in turn and return their times in milliseconds.

        The first round does not count. After ``patience`` seconds no new round begins. What they
        have loaded is not searched for garbage meanwhile, as it is not in the app.
        """
        gc.collect()
        gc.freeze()
        times: dict[str, list[float]] = {who: [] for who in contestants}
        begun = time.perf_counter()
        for done in range(rounds + 1):
            for who, work in contestants.items():
                start = time.perf_counter()
                work()
                took = (time.perf_counter() - start) * 1000
                times[who] += [took] if done else []
            if done and time.perf_counter() - begun > patience:
                break
        gc.unfreeze()
        return self.compared(times, "ms", to)

    def compared(self, values: Mapping[str, list[float]], unit: str, to: str = OURS) -> list[Row]:
        """Return the rows of values that were measured some other way."""
        base = statistics.median(values[to])
        return [self._row(who, each, unit, base, to) for who, each in values.items()]

    def _row(self, who: str, values: list[float], unit: str, base: float, to: str) -> Row:
        low, value, high = quartiles(values)
        return Row(
            self.group,
            self.task,
            self.briefs,
            who,
            value,
            low,
            high,
            unit,
            value / base if base else None,
            to,
        )

    def missing(self, who: str, why: str = MISSING) -> Row:
        """Return the row of a contestant that could not take part."""
        return Row(self.group, self.task, self.briefs, who, note=why)


def quartiles(values: list[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high
