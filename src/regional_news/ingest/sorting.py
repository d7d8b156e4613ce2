"""Which briefs of a page are new, which are there already, and which say nearly the same."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from regional_news.ingest.report import Entry, IngestReport, Rejected, Twin
from regional_news.ingest.shared_words import SharedWords
from regional_news.ingest.stored import Stored
from regional_news.text import fold

if TYPE_CHECKING:
    from regional_news.model import Brief

LIKE = 90.0
"""From how many per cent of likeness two summaries are taken for the same news."""

_ROUGHLY = 75.0
"""From how many per cent of likeness, as they are written, two summaries are folded to compare."""

_NEAREST = 100
"""How many of the stored briefs that are most like a draft are folded at most."""


class Sorter:
    """Puts entries into the groups of a report."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._seen = set(stored.ids)
        self._folded = cache(lambda at: fold(stored.summaries[at]))
        self._texts: list[str] = []  # of those added, folded
        self.added: list[Entry] = []
        self.known: list[Brief] = []
        self.twins: list[Twin] = []
        self.rejected: list[Rejected] = []

    def sort(self, entry: Entry, near: Sequence[int]) -> None:
        """Put an entry into its group; ``near`` are the places of stored briefs roughly like it."""
        brief, text = entry.brief, fold(entry.brief.summary)
        twin = self._twin(brief, text, near)
        if brief.id in self._seen:
            self.known.append(brief)
        elif not brief.region:
            reason = "neither the page nor its councils tell its region"
            self.rejected.append(Rejected(entry, reason))
        elif twin:
            self.twins.append(Twin(entry, *twin))
        else:
            self.added.append(entry)
            self._seen.add(brief.id)
            self._texts.append(text)

    def _twin(self, brief: "Brief", text: str, near: Sequence[int]) -> "tuple[Brief, float] | None":
        """Return the brief that says nearly the same of the same councils, and how like it is.

        News of a kind is told alike: what names other councils is other news.
        """
        texts = [*map(self._folded, near), *self._texts]
        alike = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
        for _, likeness, at in alike:
            is_stored = at < len(near)
            other = self._stored.brief(near[at]) if is_stored else self.added[at - len(near)].brief
            if not (brief.councils and other.councils) or {*brief.councils} & {*other.councils}:
                return other, likeness
        return None

    def report(self) -> IngestReport:
        """Return what the entries so far came to."""
        return IngestReport(
            tuple(self.added), tuple(self.known), tuple(self.twins), tuple(self.rejected)
        )


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
