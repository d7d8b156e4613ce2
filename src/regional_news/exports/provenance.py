"""Whose work a selection rests on, how to cite it, and which version of the data it shows."""

import re
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd

from regional_news.exports.columns import BATCH
from regional_news.model import PartialDate
from regional_news.query import BriefIndex, View
from regional_news.table.schema import Order
from regional_news.text import web_address

LICENCE = (
    "Headlines and summaries are this project’s own words about published facts; the news itself "
    "belongs to the sources named."
)
ATTRIBUTION = (
    "Contains OS data © Crown copyright and database right.",
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "Names, codes and points of councils: Office for National Statistics; mySociety (CC BY 4.0).",
    "Made with Natural Earth.",
)
"""What the sources of the council data ask everybody to say who passes it on."""


_DIGITS = 20

Fingerprints = npt.NDArray[np.uint64]
_FINGERPRINTS: WeakKeyDictionary[BriefIndex, Fingerprints] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where briefs were printed; ``url`` is a web address or empty."""

    title: str
    url: str


def sources(index: BriefIndex, rows: Order) -> tuple[Source, ...]:
    """Return where the briefs in some rows were printed, each place once, by title: 2 before 10."""
    columns = index.frame[["source_title", "source_url"]]
    printed = columns.iloc[rows].drop_duplicates()
    named = {
        Source(title, web_address(url))
        for title, url in printed.itertuples(index=False, name=None)
        if title or url
    }
    return tuple(sorted(named, key=_by_number))


def _by_number(source: Source) -> tuple[tuple[str, ...], Source]:
    """Return what sorts titles by the numbers in them, of whatever length."""
    parts = re.split(r"(\d+)", source.title)
    return tuple(part.zfill(_DIGITS) if part.isdecimal() else part for part in parts), source


def citation(view: View, day: date | None = None) -> str:
    """Return how to cite a view, with the day on which it was taken where one is given.

    What the data folder's notice says, as that its briefs are invented, is part of it.
    """
    taken = f"Taken on {words(day)}." if day else ""
    cited = f"Regional news map: {view.title} ({view.totals})."
    return " ".join(filter(None, (cited, taken, view.index.reference.notice)))


def data_version(view: View) -> str:
    """Return which data a view shows: how many briefs of what date, and their fingerprint."""
    index = view.index
    newest = index.frame["published"].max() if len(index) else ""
    of = f", the newest of {PartialDate.parse(newest).words}" if newest else ""
    return f"{len(index):,} briefs{of}; fingerprint {int(fingerprints(index).sum()):016x}"


def fingerprints(index: BriefIndex) -> Fingerprints:
    """Return for each brief a number that changes whenever the brief does; made once.

    So does the sum of the numbers of several briefs.
    """
    if index not in _FINGERPRINTS:
        starts = range(0, len(index), BATCH)
        hashed = (
            pd.util.hash_pandas_object(index.frame.iloc[at : at + BATCH], index=False)
            for at in starts
        )
        _FINGERPRINTS[index] = np.concatenate([*hashed, np.empty(0, np.uint64)])
    return _FINGERPRINTS[index]


def words(day: date) -> str:
    """Return a day as people write it: ``25 April 2023``."""
    return PartialDate(day.year, day.month, day.day).words
