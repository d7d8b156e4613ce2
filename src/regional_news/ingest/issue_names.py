"""Names for the next issue, in the styles of those in use."""

import re
from collections.abc import Iterable, Iterator

from regional_news.model import PartialDate
from regional_news.reading.guess import date_parts
from regional_news.text import fold

_NUMBER = re.compile(r"(.*?)(\d+)(\D*)")
_BYNAME = re.compile(r"\s*\([^()]*\)$")


def next_names(names: Iterable[str], day: PartialDate) -> list[str]:
    """Return how an issue of that date would be called, once for each style of the names in use.

    ``names`` have the newest first.

    >>> next_names(["News, May 2031", "Echo 7 (Focus)", "Echo 6"], PartialDate(2031, 8))
    ["News, August 2031", "Echo 8"]
    """
    styles: dict[str, str] = {}
    for name in names:
        for style, following in _next(name, day):
            styles.setdefault(style, following)
    return [*styles.values()]


def is_in_style(name: str, names: Iterable[str]) -> bool:
    """Return whether a name is like one of those in use but for its number, date and byname.

    >>> is_in_style("Echo 9", ["Echo 7 (Focus)"]), is_in_style("Issue 9", ["Echo 7 (Focus)"])
    (True, False)
    """
    return _style(name) in map(_style, names)


def _style(name: str) -> str:
    parts = date_parts(name)
    before = _BYNAME.sub("", parts[0][0] if parts else name)
    number = _NUMBER.fullmatch(before)
    return fold(f"{number[1]}#" if number else before).strip(" #(,")


def _next(name: str, day: PartialDate) -> Iterator[tuple[str, str]]:
    """Yield the style of a name and the next one in it; nothing where it has none."""
    before, dated = _BYNAME.sub("", name), ""
    if parts := date_parts(name):
        if not day.month:
            return
        (before, after), _ = parts
        dated = f"{day.words}{after}"
    if number := _NUMBER.fullmatch(before):
        begins, count, ends = number.groups()
        yield f"{begins}#{ends}", f"{begins}{int(count) + 1}{ends}{dated}"
    elif dated:
        yield before, f"{before}{dated}"
