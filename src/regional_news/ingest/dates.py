"""A date as people write it: ``April 2024``, ``04/2024``, ``25.4.2024``, ``Spring 2024``."""

import re
from datetime import timedelta

from regional_news.gazetteer.reorganisation import today
from regional_news.model import PartialDate
from regional_news.reading.guess import date_in

_SEASONS = {
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "winter": (12, 1, 2),
}
_SEASON = re.compile(r"\b(spring|summer|autumn|winter)\b\D*\b(20\d\d)\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(20\d\d)|(20\d\d)\s*[/.]\s*(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[.\-](\d{1,2})[.\-](20\d\d)")
_A_YEAR = timedelta(days=365)


def lies_ahead(day: PartialDate) -> bool:
    """Return whether a date lies more than a year ahead, where no issue comes out yet."""
    return day.first > today().first + _A_YEAR


def understood_date(text: str) -> tuple[PartialDate, ...]:
    """Return what a date can mean: one answer, several to choose from, or none.

    Figures are day, month, year, as people in the UK and Ireland write them. A season is a
    question: its months, and the year alone.

    >>> understood_date("04/2024")
    (PartialDate(year=2024, month=4, day=0),)
    """
    words = " ".join(text.split()).strip(" .,")
    if season := _SEASON.search(words):
        year = int(season[2])
        months = sorted(_SEASONS[season[1].lower()])
        return (*(PartialDate(year, month) for month in months), PartialDate(year))
    if month := _MONTH.fullmatch(words):
        words = f"{month[2] or month[3]}-{int(month[1] or month[4]):02d}"
    if day := _DAY.fullmatch(words):
        words = "/".join(day.groups())
    found = PartialDate.read(words) or date_in(words)
    return (found,) if found else ()
