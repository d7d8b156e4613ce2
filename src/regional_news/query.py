"""The view: a filter, an index that answers it with facet counts, and the rows in their order.

The index is built once for each version of the briefs and shared by all readers. A column with
several values a row (themes, councils) is kept as a code for each row into the distinct
combinations that occur, so that a filter is a gather and a facet count is a histogram.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import PartialDate
from regional_news.search import WordIndex, words_of
from regional_news.themes import Themes

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
Counts = np.ndarray[tuple[int], np.dtype[np.int64]]
Order = np.ndarray[tuple[int], np.dtype[np.int64]]

GROUPS = ("region", "theme", "council", "issue")
"""The facets: each can be counted with its own selection removed."""


@dataclass(frozen=True, slots=True)
class BriefFilter:
    """What a reader asked for: any of the values within a group, all of the groups together.

    ``regions``, ``themes`` and ``councils`` hold ids, ``issues`` names. ``mentions`` counts the
    councils that a brief only mentions; ``past`` counts what a council's predecessors did.
    """

    q: str = ""
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    mentions: bool = False
    past: bool = False

    def __bool__(self) -> bool:
        """Return whether the filter can leave anything out."""
        narrowing = (self.q, self.regions, self.themes, self.councils, self.issues)
        return any(narrowing) or bool(self.since or self.until)

    def mask(self, index: "BriefIndex") -> Mask:
        """Return one truth value for each row of the index."""
        return index.mask(self)

    def describe(self, labels: "Labels") -> str:
        """Return the filter as a phrase, for titles, file names, feeds and downloads."""
        parts = ["Briefs on " + _either(labels.themes(self.themes)) if self.themes else "Briefs"]
        if self.regions:
            parts.append("from " + _either(labels.regions(self.regions)))
        if self.councils:
            verb = "naming" if self.mentions else "about"
            parts.append(f"{verb} {_either(labels.councils(self.councils))}")
        if self.issues:
            parts.append("in " + _either(self.issues))
        if self.since and self.until:
            parts.append(f"from {self.since.words} to {self.until.words}")
        elif self.since or self.until:
            parts.append(f"since {self.since.words}" if self.since else f"until {self.until.words}")  # type: ignore[union-attr]
        if self.q:
            parts.append(f"with “{self.q}”")
        return " ".join(parts) if self else "All briefs"


class Labels:
    """The names that people read for the ids that filters hold."""

    def __init__(self, gazetteer: Gazetteer, themes: Themes) -> None:
        self._gazetteer = gazetteer
        self._themes = themes

    def regions(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the names of regions; an id that is none stands for itself."""
        regions = self._gazetteer.regions
        return tuple(regions[i].name if i in regions else i for i in ids)

    def themes(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the labels of themes; an id that is none stands for itself."""
        return tuple(self._themes[i].label if i in self._themes else i for i in ids)

    def councils(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the official names of councils; an id that is none stands for itself."""
        return tuple(self._gazetteer[i].name if i in self._gazetteer else i for i in ids)


class Column:
    """One column of ids, several to a row: which rows have one of them, and how many have each."""

    def __init__(
        self, cells: pd.Series, values: Sequence[str], *, separator: str | None = " "
    ) -> None:
        self._codes, combinations = pd.factorize(cells)
        self._code_of = {value: code for code, value in enumerate(values)}
        pairs = [
            (number, self._code_of[value])
            for number, cell in enumerate(combinations)
            for value in (dict.fromkeys(cell.split(separator)) if separator else (cell,))
            if value in self._code_of
        ]
        self._combination, self._value = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self._combinations = len(combinations)
        self.ids = tuple(values)
        self.present = frozenset(values[code] for code in set(self._value.tolist()))

    def has_any(self, wanted: Collection[str]) -> Mask:
        """Return for each row whether it has one of the wanted values."""
        codes = [self._code_of[value] for value in wanted if value in self._code_of]
        hit = np.zeros(self._combinations, dtype=bool)
        hit[self._combination[np.isin(self._value, codes)]] = True
        return hit[self._codes]

    def count(self, mask: Mask | None) -> Counts:
        """Return how many rows of the mask (None: of all rows) have each value."""
        codes = self._codes if mask is None else self._codes[mask]
        by_combination = np.bincount(codes, minlength=self._combinations)
        weights = by_combination[self._combination]
        counted = np.bincount(self._value, weights=weights, minlength=len(self.ids))
        return counted.astype(np.int64)


class BriefIndex:
    """The briefs of one version, ready to be filtered, counted and searched."""

    def __init__(self, frame: pd.DataFrame, gazetteer: Gazetteer, themes: Themes) -> None:
        self.frame = frame
        self.gazetteer = gazetteer
        self.themes = themes
        self.labels = Labels(gazetteer, themes)
        regions = [region.id for region in gazetteer.regions]
        councils = [council.id for council in gazetteer]
        issues = list(dict.fromkeys(frame["issue"]))
        either = frame["councils"] + " " + frame["also_mentions"]
        self._columns = {
            "region": Column(frame["region"], regions, separator=None),
            "theme": Column(frame["themes"], [theme.id for theme in themes]),
            "issue": Column(frame["issue"], issues, separator=None),
        }
        self._about = Column(frame["councils"], councils)
        self._named = Column(either, councils)
        self._first, self._last = _days(frame["published"])
        self._order = self._newest_first(regions)

    @cached_property
    def _words(self) -> WordIndex:
        return WordIndex(self.frame["headline"] + " " + self.frame["summary"])

    @cached_property
    def _council_words(self) -> WordIndex:
        return WordIndex(" ".join(council.all_names) for council in self.gazetteer)

    def __len__(self) -> int:
        return len(self.frame)

    def column(self, group: str, *, mentions: bool = False) -> Column:
        """Return the column behind a facet."""
        if group == "council":
            return self._named if mentions else self._about
        return self._columns[group]

    def mask(self, wanted: BriefFilter) -> Mask:
        """Return for each row whether the filter keeps it."""
        return _all_of(self._masks(wanted).values(), len(self))

    def view(self, wanted: BriefFilter) -> "View":
        """Return what the filter leaves: rows, facet counts, words for both."""
        return View(self, wanted)

    def _masks(self, wanted: BriefFilter) -> dict[str, Mask]:
        masks = {}
        for group, chosen in (
            ("region", wanted.regions),
            ("theme", wanted.themes),
            ("council", self._with_past(wanted)),
            ("issue", wanted.issues),
        ):
            if chosen:
                masks[group] = self.column(group, mentions=wanted.mentions).has_any(chosen)
        if wanted.since:
            masks["since"] = self._last >= wanted.since.first.toordinal()
        if wanted.until:
            masks["until"] = self._first <= wanted.until.last.toordinal()
        if words := words_of(wanted.q):
            masks["words"] = _all_of([self._with_word(word) for word in words], len(self))
        return masks

    def _with_past(self, wanted: BriefFilter) -> tuple[str, ...]:
        if not wanted.past:
            return wanted.councils
        known = [self.gazetteer[i] for i in wanted.councils if i in self.gazetteer]
        past = [each.id for council in known for each in self.gazetteer.predecessors(council)]
        return (*wanted.councils, *past)

    def _with_word(self, word: str) -> Mask:
        """Return the rows that have the word in their text or in a council's name."""
        councils = self._council_words.rows_with(word)
        mask = self._named.has_any([self._named.ids[code] for code in councils])
        mask[self._words.rows_with(word)] = True
        return mask

    def _newest_first(self, regions: Sequence[str]) -> Order:
        """Rows by date, the newest first, then in the magazine's order, then as they stand."""
        place = {region: number for number, region in enumerate(regions)}
        by_region = self.frame["region"].map(place).fillna(len(regions)).to_numpy(dtype=np.int64)
        order: Order = np.lexsort((by_region, -self._last))
        return order

    def in_order(self, mask: Mask) -> Order:
        """Return the numbers of the rows in the mask, in the order of every list and file."""
        return self._order[mask[self._order]]


@dataclass(frozen=True)
class View:
    """What one filter leaves of one version of the briefs."""

    index: BriefIndex
    wanted: BriefFilter

    @cached_property
    def _masks(self) -> dict[str, Mask]:
        return self.index._masks(self.wanted)  # noqa: SLF001  two halves of one thing

    @cached_property
    def mask(self) -> Mask:
        """One truth value for each brief."""
        return _all_of(self._masks.values(), len(self.index))

    @cached_property
    def rows(self) -> Order:
        """The numbers of the rows that are left, the newest first."""
        return self.index.in_order(self.mask)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The briefs that are left, in order, with ``briefs.SCHEMA``."""
        return self.index.frame.iloc[self.rows]

    def page(self, number: int, size: int) -> pd.DataFrame:
        """Return the briefs on one page of the list, counted from 1."""
        return self.index.frame.iloc[self.rows[(number - 1) * size : number * size]]

    def __len__(self) -> int:
        return int(np.count_nonzero(self.mask))

    def facet(self, group: str, *, mentions: bool | None = None) -> Mapping[str, int]:
        """Return for each value of a group how many briefs it would leave by itself.

        The group's own selection is removed, so that a reader sees what another choice gives.
        ``mentions`` says whether councils that are only mentioned count; the filter's own by
        default.
        """
        others = [mask for name, mask in self._masks.items() if name != group]
        mask = _all_of(others, len(self.index)) if others else None
        column = self.index.column(
            group, mentions=self.wanted.mentions if mentions is None else mentions
        )
        return dict(zip(column.ids, column.count(mask).tolist(), strict=True))

    def counts(self, group: str) -> Mapping[str, int]:
        """Return for each value of a group how many of the briefs that are left have it."""
        column = self.index.column(group, mentions=self.wanted.mentions)
        counted = column.count(self.mask if self._masks else None).tolist()
        return {value: count for value, count in zip(column.ids, counted, strict=True) if count}

    @property
    def title(self) -> str:
        """The filter in words."""
        return self.wanted.describe(self.index.labels)

    @property
    def totals(self) -> str:
        """What is left, in words: ``25 briefs · 25 councils · 13 regions``."""
        amounts = (
            (len(self), "brief"),
            (len(self.counts("council")), "council"),
            (len(self.counts("region")), "region"),
        )
        return " · ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in amounts)


def _all_of(masks: Collection[Mask], rows: int) -> Mask:
    if not masks:
        return np.ones(rows, dtype=bool)
    return np.logical_and.reduce(list(masks)) if len(masks) > 1 else next(iter(masks))


def _days(published: "pd.Series[str]") -> tuple[Any, Any]:
    """Return the first and the last day that each date can mean, as ordinals of ``date``.

    A brief without a date counts as older than all.
    """
    codes, texts = pd.factorize(published)
    dates = [PartialDate.parse(text) if text else None for text in texts]
    first = np.array([d.first.toordinal() if d else date.min.toordinal() for d in dates] or [0])
    last = np.array([d.last.toordinal() if d else date.min.toordinal() for d in dates] or [0])
    return first[codes], last[codes]


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
