"""The briefs as a table: one declared schema between the file that people mend and the index.

The file holds what a person reads: region names, councils' official names joined by "; ". The
table holds what the code needs: ids. Whatever cannot be turned into an id stays in the table as
it was written and is reported as a problem with its line number; no row is ever dropped.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from regional_news.table.chunks import Stretch

Order = npt.NDArray[np.int64]
"""Row numbers, each once; what they are in order of is said where they come from."""

FILE_COLUMNS = (
    "id",
    "issue",
    "published",
    "region",
    "headline",
    "summary",
    "councils",
    "also_mentions",
    "themes",
    "source_title",
    "source_url",
)
"""The columns of regional_news.csv, in order."""

NO_COUNCIL = "none"
"""What stands in place of councils where a person said that a brief is about none."""

SCHEMA = dict.fromkeys((*FILE_COLUMNS, "doubts"), "str")
"""The columns of the table and their dtypes.

``region`` holds a region's id ("" where the file's is unknown); ``councils``, ``also_mentions``
and ``themes`` hold ids joined by a space; ``published`` is ``YYYY[-MM[-DD]]`` or "";
``doubts`` holds what is not settled, as written, joined by "; ".
"""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be read in full: where it stands, what is wrong, what it says.

    Where a council's name is in doubt, ``name`` holds it as written and ``candidates`` the ids of
    the councils that it could mean.
    """

    line: int
    reason: str
    brief_id: str = ""
    name: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefTable:
    """The briefs in the order of the file, a row each, and what is wrong with some.

    The rows lie in a ``pool`` with ``SCHEMA``, in any order and among others: ``rows`` has the
    number there of each brief. So the same memory serves whoever sorts them, and the reader who
    makes the next version of this one. Of a table that was made so, the first ``known`` rows of the
    pool are those of the version before. ``stretches`` and ``read_by`` tell the reader what need
    not be read again.
    """

    pool: pd.DataFrame
    rows: Order
    problems: tuple[RowProblem, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    known: int = 0
    read_by: Any = None

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Self:
        """Return the table of a frame with ``SCHEMA``."""
        return cls(frame, np.arange(len(frame)))

    @property
    def frame(self) -> pd.DataFrame:
        """The briefs as a DataFrame with ``SCHEMA``."""
        return self.pool.iloc[self.rows].reset_index(drop=True)

    def __len__(self) -> int:
        return len(self.rows)
