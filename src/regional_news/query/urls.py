"""A filter and its address: the same query string for page, file, feed and API.

    q=sensors&region=wales&theme=iot_sensors&council=cardiff&issue=…&since=2023-04&until=2025
    &box=51.28_-0.51_51.69_0.33&mentions=true&past=true

A parameter may stand several times. Ids are canonical; a name or another spelling is understood
("Wales", "Cymru", "Sensors & IoT", "Caerdydd", "April 2023"), so that links written by hand work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from regional_news.model import Box, PartialDate
from regional_news.query.groups import GROUPS, BriefFilter

if TYPE_CHECKING:
    from regional_news.query.index import BriefIndex

ONE = ("q", "since", "until", "box", "mentions", "past")
KNOWN = ("q", *GROUPS, *ONE[1:])
"""Every parameter of a filter, in the order in which addresses carry them."""

OLD = ("in-sight",)
"""Parameters that old addresses have: ``in-sight=true&at=…`` is ``box=…``."""

LONGEST = 200
"""How many characters a value may have; the rest of a longer one is cut off."""

MOST_VALUES = 200
"""How many values a parameter may have; the rest are left out."""


@dataclass(frozen=True, slots=True)
class ReadFilter:
    """A filter read from an address, and what the address says that nothing answers to."""

    wanted: BriefFilter
    ignored: tuple[str, ...] = ()


class FilterReader:
    """Reads filters from query strings with what the index and its reference know."""

    def __init__(self, index: "BriefIndex") -> None:
        self._find = {
            name: group.reader(index.reference, index.column(name).ids)
            for name, group in GROUPS.items()
        }

    def read(self, params: Mapping[str, Sequence[str]]) -> ReadFilter:
        """Return the filter that ``params`` describe; what is unknown is told, not raised.

        Parameters that no filter has are left alone: a page has others of its own.
        """
        ignored: list[str] = []
        chosen = {
            group.field: self._many(name, params.get(name, ()), ignored)
            for name, group in GROUPS.items()
        }
        one = {name: _last(params.get(name, ())) for name in ONE}
        wanted = BriefFilter(
            q=one["q"],
            since=_date("since", one["since"], ignored),
            until=_date("until", one["until"], ignored),
            box=_box(one["box"] or _sight(params), ignored),
            mentions=_switch("mentions", one["mentions"], ignored),
            past=_switch("past", one["past"], ignored),
            **chosen,
        )
        return ReadFilter(wanted, tuple(ignored))

    def _many(self, name: str, values: Sequence[str], ignored: list[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        given = (value.strip()[:LONGEST] for value in values[:MOST_VALUES])
        for value in filter(None, given):
            known = self._find[name](value)
            if known is None:
                ignored.append(f"{name} “{value}”")
            else:
                found[known] = None
        if len(values) > MOST_VALUES:
            ignored.append(f"{name} beyond the first {MOST_VALUES}")
        return tuple(found)


def filter_params(wanted: BriefFilter) -> list[tuple[str, str]]:
    """Return the filter as parameters, canonical: equal filters give equal lists."""
    pairs = [("q", wanted.q)]
    pairs += [(name, value) for name, group in GROUPS.items() for value in group.chosen(wanted)]
    pairs += [(name, str(getattr(wanted, name) or "")) for name in ("since", "until", "box")]
    pairs += [(name, "true") for name in ("mentions", "past") if getattr(wanted, name)]
    return [(name, value) for name, value in pairs if value]


def query_string(wanted: BriefFilter) -> str:
    """Return the filter as a query string without the question mark."""
    return urlencode(filter_params(wanted))


def _last(values: Sequence[str]) -> str:
    return values[-1].strip()[:LONGEST] if values else ""


def _date(name: str, value: str, ignored: list[str]) -> PartialDate | None:
    date = PartialDate.read(value)
    if value and date is None:
        # What reads dates as people write them is slow to load, and few addresses need it.
        from regional_news.ingest.dates import understood_date  # noqa: PLC0415

        meant = understood_date(value)
        date = meant[0] if len(meant) == 1 else None
    if value and date is None:
        ignored.append(f"{name} “{value}”")
    return date


def _sight(params: Mapping[str, Sequence[str]]) -> str:
    """Return the box of an old address, which told that the list is what the map shows."""
    return _last(params.get("at", ())) if _last(params.get(OLD[0], ())) == "true" else ""


def _box(value: str, ignored: list[str]) -> Box | None:
    box = Box.read(value)
    if value and box is None:
        ignored.append(f"box “{value}”")
    return box


def _switch(name: str, value: str, ignored: list[str]) -> bool:
    if value.lower() not in ("", "true", "false", "1", "0", "yes", "no"):
        ignored.append(f"{name} “{value}”")
    return value.lower() in ("true", "1", "yes")
