"""The briefs of one version, as columns that a filter selects from."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from regional_news.model import PartialDate
from regional_news.query.bitmaps import Column, Selection, column_of
from regional_news.query.fulltext import Search, WordIndex
from regional_news.query.groups import GROUPS, BriefFilter, Group, Labels
from regional_news.query.search_terms import SearchTerms, Term
from regional_news.query.view import View
from regional_news.reference import Reference
from regional_news.table.schema import BriefTable, Order

Days = npt.NDArray[np.int32]
"""Days as ordinals of ``date``."""

_NEVER = (date.min.toordinal(),) * 2


class BriefIndex:
    """The briefs of one version, ready to be filtered, counted and searched."""

    def __init__(
        self,
        table: BriefTable,
        reference: Reference,
        terms: SearchTerms = SearchTerms(),  # noqa: B008  it is frozen
    ) -> None:
        order = _newest_first(table.frame, [region.id for region in reference.regions])
        self.frame = table.frame.iloc[order].reset_index(drop=True)
        self.reference = reference
        self.gazetteer, self.themes = reference.gazetteer, reference.themes
        self.labels = Labels(reference)
        self._columns = {name: self._column(group) for name, group in GROUPS.items()}
        self._with_mentions = {
            name: self._column(group, group.also) for name, group in GROUPS.items() if group.also
        }
        self._first, self._last = _days(self.frame["published"])
        self.terms = terms.with_issues(self.column("issue").ids)
        self._searching = threading.Lock()
        self._search: Search | None = None

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def texts(self) -> pa.Table:
        """The same as ``frame``, and the same memory, for who writes whole columns."""
        return pa.Table.from_pandas(self.frame, preserve_index=False)

    @property
    def search(self) -> Search:
        """What finds words; made when it is first asked for, by whoever asks first."""
        with self._searching:
            if self._search is None:
                headlines, summaries = (WordIndex(self.frame[c]) for c in ("headline", "summary"))
                named = self.column("council", mentions=True)
                self._search = Search(headlines, summaries, self.gazetteer, named)
            return self._search

    def column(self, group: str, *, mentions: bool = False) -> Column:
        """Return the column behind a group; ``mentions`` adds councils that are only mentioned."""
        found = self._with_mentions.get(group) if mentions else None
        return found or self._columns[group]

    def _column(self, group: Group, also: str = "") -> Column:
        cells = self.frame[group.column]
        ids = list(group.known(self.reference) if group.known else cells.unique())
        cells = cells + " " + self.frame[also] if also else cells
        return column_of(cells, ids, separator=" " if group.several else None)

    def view(self, wanted: BriefFilter) -> View:
        """Return what the filter leaves: rows, facet counts, words for both."""
        return View(self, wanted)

    def parts(self, wanted: BriefFilter) -> Mapping[str, Selection]:
        """Return what each part of the filter keeps: facets by their group, dates, words."""
        if wanted.past:
            wanted = replace(wanted, councils=self._with_past(wanted.councils))
        parts = {
            name: self.column(name, mentions=wanted.mentions).with_any(group.chosen(wanted))
            for name, group in GROUPS.items()
            if group.chosen(wanted)
        }
        if wanted.since:
            parts["since"] = Selection.of(self._last >= wanted.since.first.toordinal())
        if wanted.until:
            parts["until"] = Selection.of(self._first <= wanted.until.last.toordinal())
        if wanted.box:
            there = [each.id for each in self.gazetteer if wanted.box.holds(each.lat, each.lon)]
            parts["box"] = self.column("council", mentions=wanted.mentions).with_any(there)
        if wanted.q.strip():
            found = [self._found(term) for term in self.terms.of(wanted.q)]
            nothing = Selection.of(np.zeros(len(self), dtype=bool))
            # What holds no word, as "!!!", stands in no brief.
            parts["words"] = Selection.all_of(found or [nothing])
        return parts

    def _found(self, term: Term) -> Selection:
        """Return the rows that say a term, or that belong to a theme, region or issue it means."""
        said = [
            Selection.all_of([self.search.find(word, whole=term.exact) for word in phrase])
            for phrase in term.phrases
        ]
        meant = [self.column(each.group).with_any(each.ids) for each in term.meanings]
        return Selection.any_of([*said, *meant])

    def _with_past(self, councils: tuple[str, ...]) -> tuple[str, ...]:
        known = [self.gazetteer[i] for i in councils if i in self.gazetteer]
        past = [each.id for council in known for each in self.gazetteer.predecessors(council)]
        return (*councils, *past)


def _newest_first(frame: pd.DataFrame, regions: Sequence[str]) -> Order:
    """Return the numbers of the rows by date, the newest first, then in the order of regions.

    A date counts as the earliest day that it can mean: "2023" is no newer than September 2023. Of
    issues of one date the one that came into the file last is the newest.
    """
    place = {region: number for number, region in enumerate(regions)}
    by_region = frame["region"].map(place).fillna(len(regions)).to_numpy(dtype=np.int64)
    first, _ = _days(frame["published"])
    issues, _ = pd.factorize(frame["issue"])
    return np.lexsort((by_region, -issues, -first))


def _days(published: "pd.Series[str]") -> tuple[Days, Days]:
    """Return the first and the last day that each date can mean; no date is older than all."""
    codes, texts = pd.factorize(published)
    dates = [PartialDate.parse(text) if text else None for text in texts]
    ends = [(d.first.toordinal(), d.last.toordinal()) if d else _NEVER for d in dates]
    first, last = np.array(ends, dtype=np.int32).reshape(-1, 2).T
    return first.take(codes), last.take(codes)
