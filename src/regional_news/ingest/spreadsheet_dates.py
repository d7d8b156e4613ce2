"""What a date can mean that a spreadsheet rewrote: ``Feb-25``, ``12/06/2025``, ``45689``."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from regional_news.ingest.dates import understood_date
from regional_news.model import PartialDate

_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$")
_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:20)?\d\d)")
_NAMED = re.compile(r"(?:(\d{1,2})[-/. ])?([A-Za-z]{3,9})[-/. ](\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_YEAR = re.compile(r"(20\d\d)\.0+")
_MONTHS = 12
_FIRST_DAY = date(1899, 12, 30)
"""From which spreadsheets count days; five figures are days of 1927 to 2173."""


DAY, MONTH = "day", "month"
"""Which figure comes first in the dates of a column."""


def date_order(cells: Iterable[str]) -> str:
    """Return which figure comes first in a column's dates, "" where none tells or they disagree.

    >>> date_order(["06/07/2019", "25/07/2019"])
    "day"
    """
    orders = set()
    for cell in cells:
        if figures := _figures(cell):
            one, two, _ = map(int, figures.groups())
            orders |= {DAY} if one > _MONTHS >= two else {MONTH} if two > _MONTHS >= one else set()
    return orders.pop() if len(orders) == 1 else ""


def unclear_date(cells: Sequence[str]) -> str:
    """Return the first of several dates in figures that mean one of two days each.

    "" where the column tells which, or has one such date alone, which is a question of its row.

    >>> unclear_date(["06/06/2019", "06/07/2019", "03/04/2019"])
    "06/07/2019"
    """
    if date_order(cells):
        return ""
    dates = ((each, _figures(each)) for each in cells)
    unclear = (each for each, said in dates if said and len(_days(said, "")) > 1)
    first, second = next(unclear, ""), next(unclear, "")
    return first if second else ""


def cell_date(cell: str, order: str = "") -> tuple[PartialDate, ...]:
    """Return what a date in a cell can mean, as people write it or as a spreadsheet rewrote it.

    ``order`` says which figure comes first; where it is "", they are day and month in either order.

    >>> cell_date("5.9.19")
    (PartialDate(year=2019, month=9, day=5), PartialDate(year=2019, month=5, day=9))
    >>> cell_date("5.9.19", "day")
    (PartialDate(year=2019, month=9, day=5),)
    """
    figures = _figures(cell)
    return (_days(figures, order) if figures else understood_date(cell)) or date_readings(cell)


def date_readings(cell: str, order: str = "") -> tuple[PartialDate, ...]:
    """Return what a date can mean that is not written as the briefs' file has it; none if it is.

    The first of a month may be the month, since spreadsheets make a day of ``2025-02``. Figures are
    day and month in either order, unless ``order`` says which comes first.

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
    if figures := _figures(words):
        return _with_months(_days(figures, order))
    return _with_months(understood_date(words))


def _figures(cell: str) -> re.Match[str] | None:
    return _FIGURES.fullmatch(_TIME.sub("", cell.strip()))


def _days(figures: re.Match[str], order: str) -> tuple[PartialDate, ...]:
    """Return what figures can mean, the day first; in their ``order`` where that is a date."""
    one, two, year = figures.groups()
    both = {DAY: (one, two), MONTH: (two, one)}
    read = {
        each: PartialDate.read(f"20{year[-2:]}-{month:0>2}-{day:0>2}")
        for each, (day, month) in both.items()
    }
    found = tuple(dict.fromkeys(filter(None, read.values())))
    told = read.get(order)
    return (told,) if told else found


def _with_months(days: Sequence[PartialDate]) -> tuple[PartialDate, ...]:
    months = [PartialDate(each.year, each.month) for each in days if each.day == 1]
    return tuple(dict.fromkeys((*days, *months)))
