"""A filter with the counts of all facets: ours, polars, pandas on exploded tables, DuckDB.

Every contestant gets the briefs in the form that suits it best, made beforehand, and must give the
same answer: how many briefs are left, and how many each option of each group would leave.
"""

import importlib.util
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import and_
from typing import Any

import numpy as np
from clock import OURS, Contest, Row
from world import World

from regional_news.model import PartialDate
from regional_news.query import GROUPS, BriefFilter

SIZES = (10_000, 100_000, 1_000_000)

FILTERS: Mapping[str, BriefFilter] = {
    "two regions and a theme": BriefFilter(regions=("wales", "london"), themes=("cyber_security",)),
    "two themes, six years": BriefFilter(
        themes=("connectivity", "iot_sensors"),
        since=PartialDate(2018),
        until=PartialDate(2023, 12),
    ),
    "a council": BriefFilter(councils=("cardiff",)),
    "nearly all dates": BriefFilter(since=PartialDate(2016, 2), until=PartialDate(2025, 11)),
}

Answer = tuple[int, Mapping[str, Mapping[str, int]]]
Ask = Callable[[BriefFilter], Answer]


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    """Measure each filter at each size."""
    for size in sizes:
        world = World.of(size)
        peers = {"polars": _polars, "pandas": _pandas, "duckdb": _duckdb}
        missing = [name for name in peers if not importlib.util.find_spec(name)]
        asks: dict[str, Ask] = {OURS: _ours(world)}
        asks |= {name: make(world) for name, make in peers.items() if name not in missing}
        for task, wanted in FILTERS.items():
            contest = Contest("filter with all facets", task, size)
            _expect_the_same(asks, wanted)
            yield from contest.rows({who: _asking(ask, wanted) for who, ask in asks.items()})
            yield from (contest.missing(name) for name in missing)


def _asking(ask: Ask, wanted: BriefFilter) -> Callable[[], Answer]:
    return lambda: ask(wanted)


def _expect_the_same(asks: Mapping[str, Ask], wanted: BriefFilter) -> None:
    expected = asks[OURS](wanted)
    for who, ask in asks.items():
        if ask(wanted) != expected:
            raise AssertionError(f"{who} gives another answer to {wanted}")


def _ours(world: World) -> Ask:
    def ask(wanted: BriefFilter) -> Answer:
        view = world.index.view(wanted)
        facets = {group: view.facet(group) for group in GROUPS}
        return len(view), {group: _without_zeros(counts) for group, counts in facets.items()}

    return ask


def _without_zeros(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {value: count for value, count in counts.items() if count}


def _chosen(wanted: BriefFilter) -> dict[str, tuple[str, ...]]:
    groups = {
        "region": wanted.regions,
        "theme": wanted.themes,
        "council": wanted.councils,
        "issue": wanted.issues,
    }
    return {group: chosen for group, chosen in groups.items() if chosen}


def _days(wanted: BriefFilter) -> tuple[int, int]:
    since = wanted.since.first.toordinal() if wanted.since else 0
    return since, wanted.until.last.toordinal() if wanted.until else 9_999_999


def _pandas(world: World) -> Ask:
    long = {group: world.long(group) for group in GROUPS}
    first, last = world.days["first"].to_numpy(), world.days["last"].to_numpy()
    size = len(world.frame)

    def ask(wanted: BriefFilter) -> Answer:
        masks = {}
        for group, chosen in _chosen(wanted).items():
            mask = np.zeros(size, dtype=bool)
            mask[long[group].loc[long[group]["value"].isin(chosen), "row"]] = True
            masks[group] = mask
        since, until = _days(wanted)
        dates = (last >= since) & (first <= until)
        facets = {}
        for group in GROUPS:
            others = [mask for name, mask in masks.items() if name != group]
            keep = np.logical_and.reduce([dates, *others])
            values = long[group].loc[keep[long[group]["row"]], "value"]
            facets[group] = _without_zeros(values.value_counts(sort=False).to_dict())
        left = np.logical_and.reduce([dates, *masks.values()])
        return int(left.sum()), facets

    return ask


def _polars(world: World) -> Ask:
    import polars as pl

    long = {
        group: pl.from_pandas(world.long(group)).with_columns(pl.col("row").cast(pl.UInt32))
        for group in GROUPS
    }
    days = pl.from_pandas(world.days)
    nothing = np.zeros(len(world.frame), dtype=bool)

    def keep(group: str, chosen: tuple[str, ...]) -> Any:
        rows = long[group].filter(pl.col("value").is_in(list(chosen)))["row"]
        return pl.Series(nothing.copy()).scatter(rows, values=True)

    def ask(wanted: BriefFilter) -> Answer:
        since, until = _days(wanted)
        left = (days["last"] >= since) & (days["first"] <= until)
        masks = {group: keep(group, chosen) for group, chosen in _chosen(wanted).items()}
        facets = {}
        for group in GROUPS:
            others = [mask for name, mask in masks.items() if name != group]
            kept = reduce(and_, others, left)
            values = long[group].filter(kept.gather(long[group]["row"]))["value"]
            facets[group] = dict(values.value_counts().iter_rows())
        return int(reduce(and_, masks.values(), left).sum()), facets

    return ask


def _duckdb(world: World) -> Ask:
    import duckdb

    base = duckdb.connect()
    for group in GROUPS:
        base.register("long", world.long(group).astype({"value": "object"}))
        base.execute(f"CREATE TABLE of_{group} AS SELECT * FROM long")  # noqa: S608  own words
    base.register("days", world.days)
    base.execute("CREATE TABLE briefs AS SELECT * FROM days")

    def where(wanted: BriefFilter, without: str = "") -> str:
        since, until = _days(wanted)
        parts = [f"last >= {since} AND first <= {until}"]
        for group, chosen in _chosen(wanted).items():
            if group != without:
                values = ", ".join(f"'{value}'" for value in chosen)
                parts.append(f"row IN (SELECT row FROM of_{group} WHERE value IN ({values}))")  # noqa: S608
        return " AND ".join(parts)

    def ask(wanted: BriefFilter) -> Answer:
        facets = {}
        for group in GROUPS:
            rows = f"SELECT row FROM briefs WHERE {where(wanted, group)}"  # noqa: S608
            query = f"SELECT value, count(*) FROM of_{group} WHERE row IN ({rows}) GROUP BY value"  # noqa: S608
            facets[group] = dict(base.execute(query).fetchall())
        left = base.execute(f"SELECT count(*) FROM briefs WHERE {where(wanted)}")  # noqa: S608
        return left.fetchone()[0], facets

    return ask
