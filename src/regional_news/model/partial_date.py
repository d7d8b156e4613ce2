"""A date that may be a year or a month only."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: as much of a date as the source gave."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the date written as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises ValueError for anything else, days that no calendar has included.
        """
        match = _PARTIAL_DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"“{text}” is not a date like 2023, 2023-04 or 2023-04-25")
        year, month, day = (int(part or 0) for part in match.groups())
        parsed = cls(year, month, day)
        try:
            date(year, month if match[2] else 1, day if match[3] else 1)
        except ValueError:
            raise ValueError(f"“{text}” is not a day that exists") from None
        return parsed

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the date that a text writes so, or None where it is none."""
        try:
            return cls.parse(text)
        except ValueError:
            return None

    @property
    def first(self) -> date:
        """The earliest day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day as numbers, which compare faster than dates do."""
        return self.year, self.month or 1, self.day or 1

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day as numbers, the 31st of a month whatever its length."""
        return self.year, self.month or 12, self.day or 31

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def words(self) -> str:
        """The date as people write it: ``2023``, ``April 2023`` or ``25 April 2023``."""
        words = [str(self.day)] if self.day else []
        words += [calendar.month_name[self.month]] if self.month else []
        return " ".join([*words, str(self.year)])


UNDATED = PartialDate(0)
"""What stands for the date of a brief whose date cannot be read."""
