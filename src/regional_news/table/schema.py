"""The briefs as a table: one declared schema between the file that people mend and the index.

The file holds what a person reads: region names, councils' official names joined by "; ". The
table holds what the code needs: ids. Whatever cannot be turned into an id stays in the table as
it was written and is reported as a problem with its line number; no row is ever dropped.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

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
    """The briefs in the order of the file, rows of ``SCHEMA``, and what is wrong with some."""

    frame: pd.DataFrame
    problems: tuple[RowProblem, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)
