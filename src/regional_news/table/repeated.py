"""A column that repeats itself: its different cells, each understood once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

TEXT = pa.large_string()
Codes = npt.NDArray[np.int64]
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Repeated(Generic[Meaning]):
    """For each row the number of its cell among the ``different`` ones, or of what that means.

    ``Repeated.of(pa.array(["a", "b", "a"]))`` has the different cells a and b, the codes 0, 1, 0.
    """

    different: Sequence[Meaning]
    codes: Codes

    @classmethod
    def of(cls, cells: pa.Array) -> Self:
        """Return a column of text taken apart."""
        encoded = cells.dictionary_encode()
        codes = encoded.indices.to_numpy(zero_copy_only=False)
        return cls(encoded.dictionary.to_pylist(), codes.astype(np.int64))

    def __getitem__(self, row: int) -> Meaning:
        return self.different[int(self.codes[row])]

    def told(self, meanings: Iterable[str]) -> pa.Array:
        """Return a column of text with a meaning for each different cell."""
        return pa.array(list(meanings), TEXT).take(pa.array(self.codes))

    def rows_where(self, wanted: Iterable[bool]) -> list[int]:
        """Return the rows whose cell is wanted, said for each different cell."""
        hits = np.fromiter(wanted, dtype=bool, count=len(self.different))
        rows: list[int] = np.flatnonzero(hits[self.codes]).tolist() if hits.any() else []
        return rows
