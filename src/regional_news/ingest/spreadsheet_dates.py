"""What a date can mean that a spreadsheet rewrote: ``Feb-25``, ``12/06/2025``, ``45689``."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from regional_news.ingest.dates import understood_date
from regional_news.model import PartialDate

_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$")
_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:20)?\d\d)")
_NAMED = re.compile(r"(?:(\d{1,2})[-/. ])?([A-Za-z]{3,9})[-/. ](\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_YEAR = re.compile(r"(20\d\d)\.0+")
_FIRST_DAY = date(1899, 12, 30)
"""From which spreadsheets count days; five figures are days of 1927 to 2173."""


def cell_date(cell: str) -> tuple[PartialDate, ...]:
    """Return what a date in a cell can mean, as people write it or as a spreadsheet rewrote it.

    >>> cell_date("5.9.19")
    (PartialDate(year=2019, month=9, day=5), PartialDate(year=2019, month=5, day=9))
    """
    return understood_date(cell) or date_readings(cell)


def date_readings(cell: str) -> tuple[PartialDate, ...]:
    """Return what a date can mean that is not written as the briefs' file has it; none if it is.

    The first of a month may be the month, since spreadsheets make a day of ``2025-02``. Figures are
    day and month in either order.

    >>> date_readings("Feb-25")
    (PartialDate(year=2025, month=2, day=0),)
    """
    written = cell.strip()
    if not written or PartialDate.read(written):
        return ()
    words = _TIME.sub("", written)
    if whole := _YEAR.fullmatch(words):
        return (PartialDate(int(whole[1])),)
    if serial := _SERIAL.fullmatch(words):
        words = str(_FIRST_DAY + timedelta(int(serial[1])))
    if named := _NAMED.fullmatch(words):
        words = " ".join(filter(None, (named[1], named[2], f"20{named[3]}")))
    if figures := _FIGURES.fullmatch(words):
        one, two, year = figures.groups()
        both = [
            PartialDate.read(f"20{year[-2:]}-{m:0>2}-{d:0>2}") for d, m in ((one, two), (two, one))
        ]
        return _with_months(list(filter(None, both)))
    return _with_months(understood_date(words))


def _with_months(days: Sequence[PartialDate]) -> tuple[PartialDate, ...]:
    months = [PartialDate(each.year, each.month) for each in days if each.day == 1]
    return tuple(dict.fromkeys((*days, *months)))
