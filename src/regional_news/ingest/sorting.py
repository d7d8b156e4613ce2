"""Which briefs of a page are new, which are there already, and which say nearly the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from regional_news.ingest.report import Entry, IngestReport, Rejected, Twin
from regional_news.ingest.shared_words import SharedWords
from regional_news.model import UNDATED, Brief, brief_id
from regional_news.table.row_codec import briefs_in
from regional_news.text import fold

LIKE = 90.0
"""From how many per cent of likeness two summaries are taken for the same news."""

_ROUGHLY = 75.0
"""From how many per cent of likeness, as they are written, two summaries are folded to compare."""

_NEAREST = 100
"""How many of the stored briefs that are most like a draft are folded at most."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The briefs that are there already: their ids, their summaries, and each when it is wanted."""

    ids: Sequence[str]
    summaries: Sequence[str]
    brief: Callable[[int], Brief]


def stored_in(frame: pd.DataFrame) -> Stored:
    """Return the briefs of a table to compare a page with, as ``briefs_in`` would give them."""
    dated = frame[frame["published"] != ""]
    return Stored(
        dated["id"].tolist(),
        dated["summary"].tolist(),
        lambda at: next(briefs_in(dated.iloc[[at]])),
    )


class Sorter:
    """Puts entries into the groups of a report."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._seen: set[str] = set()  # ids of this page
        self._known = frozenset(stored.ids)
        self._folded = cache(lambda at: fold(stored.summaries[at]))
        self._texts: list[str] = []  # of those added, folded
        self.added: list[Entry] = []
        self.known: list[Brief] = []
        self.twins: list[Twin] = []
        self.rejected: list[Rejected] = []

    def sort(self, entry: Entry, near: Sequence[int], *, waits: bool = False) -> None:
        """Put an entry into its group; ``near`` are the places of stored briefs roughly like it.

        ``waits`` says that it has no date only because that of the issue is still to be told.
        """
        entry = self._with_own_id(entry)
        brief, text = entry.brief, fold(entry.brief.summary)
        if brief.id in self._known:
            self.known.append(brief)
        elif reason := _lacking(brief, waits):
            self.rejected.append(Rejected(entry, reason))
        elif twin := self._twin(entry, text, near):
            self.twins.append(twin)
        else:
            self.added.append(entry)
            self._texts.append(text)

    def sort_mended(self, entry: Entry, stored: Brief) -> None:
        """Put an entry with the id of a stored brief into its group."""
        self._seen.add(stored.id)
        if entry.brief == stored:
            self.known.append(stored)
        else:
            likeness = fuzz.ratio(fold(entry.brief.summary), fold(stored.summary))
            self.twins.append(Twin(entry, stored, likeness))

    def _with_own_id(self, entry: Entry) -> Entry:
        """Return the entry with an id that no other one of the page has."""
        brief = entry.brief
        if brief.id in self._seen:
            brief = replace(brief, id=brief_id(brief.issue, brief.region, brief.summary))
        if brief.id in self._seen:
            told = f"{brief.summary} {entry.number}"
            brief = replace(brief, id=brief_id(brief.issue, brief.region, told))
        self._seen.add(brief.id)
        return replace(entry, brief=brief)

    def _twin(self, entry: Entry, text: str, near: Sequence[int]) -> Twin | None:
        """Return the entry beside the brief that says nearly the same of the same councils.

        News of a kind is told alike: what names other councils is other news. A council in doubt
        is none: of the stored brief somebody may have said which it is. Somebody may have corrected
        the councils of one that says the same word for word, where the text itself tells who.
        """
        councils = {*entry.brief.councils} - {doubt.words for doubt in entry.doubts}
        texts = [*map(self._folded, near), *self._texts]
        alike = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
        corrected: Twin | None = None
        for _, likeness, at in alike:
            is_stored = at < len(near)
            before = None if is_stored else self.added[at - len(near)]
            other = before.brief if before else self._stored.brief(near[at])
            twin = Twin(entry, other, likeness, before.number if before else 0)
            if corrected and not twin.is_copy:
                break
            if not (councils and other.councils) or councils & {*other.councils}:
                return twin
            if is_stored and entry.tells_who and twin.is_copy and _stands_there(entry.brief, other):
                corrected = corrected or twin
        return corrected

    def report(self) -> IngestReport:
        """Return what the entries so far came to."""
        return IngestReport(
            tuple(self.added), tuple(self.known), tuple(self.twins), tuple(self.rejected)
        )


def _stands_there(brief: Brief, stored: Brief) -> bool:
    """Return whether two briefs are of one region or one issue."""
    return brief.region == stored.region or brief.issue == stored.issue


def _lacking(brief: Brief, waits: bool) -> str:  # noqa: FBT001  of two kinds
    """Return why a brief cannot be added as it is, "" where it can."""
    if not brief.region:
        return "neither the page nor its councils tell its region"
    is_unclear = brief.published == UNDATED and not waits
    return "its date can mean several days or none" if is_unclear else ""


def nearest(texts: Sequence[str], summaries: Sequence[str]) -> Iterator[list[int]]:
    """Yield for each text the places of the summaries that are roughly like it.

    Folding a summary takes ten times as long as comparing it as it is, so few are folded; and
    comparing it ten times as long as seeing that it has other words, so few are compared.
    """
    if not texts:
        return
    words, lower = SharedWords(summaries), [summary.lower() for summary in summaries]
    for text in texts:
        places = words.places(text)
        (likeness,) = process.cdist(
            [text.lower()],
            [lower[at] for at in places.tolist()],
            scorer=fuzz.ratio,
            score_cutoff=_ROUGHLY,
            dtype=np.float32,
        )
        near = np.flatnonzero(likeness)
        yield places[near[np.argsort(-likeness[near], kind="stable")][:_NEAREST]].tolist()
