"""The briefs that are there already, to compare a page with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from regional_news.model import Brief
from regional_news.table.row_codec import briefs_in


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
