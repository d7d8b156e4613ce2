"""The filters beside every list: options with their counts, dates and switches."""

from functools import partial
from heapq import nlargest
from typing import Any

from regional_news.query import GROUPS, BriefFilter, View
from regional_news.query.groups import Group
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session import address

MOST_SHOWN = 40
"""How many councils are listed before somebody looks for one."""

_NO_DATE = "Write a year, a month or a day: 2023, April 2023 or 25 April 2023."

COUNCIL_NAMES = "assets/council-names.json"
"""Where the browser fetches the names by which councils are found, beside the page."""


def filters(snapshot: Snapshot, view: View, here: str) -> None:
    """Draw the filters of a view; each changes the address of the page ``here``."""
    key = ("facets", view.wanted, here, tuple(address.asked()))
    draw("facets", snapshot.once(key, lambda: _drawn(snapshot, view, here)))


def _drawn(snapshot: Snapshot, view: View, here: str) -> dict[str, Any]:
    wanted = view.wanted
    return {
        "title": "Filter the briefs",
        "filtered": bool(wanted or wanted.mentions or wanted.past),
        "clear": address.href(here, BriefFilter(), address.others()),
        "left": amount(len(view), "brief"),
        "groups": [_group(snapshot, view, group) for group in GROUPS.values()],
        "dates": [_date(wanted, name) for name in ("since", "until")],
        "switches": [{"name": name, "on": getattr(wanted, name)} for name in ("mentions", "past")],
    }


def _date(wanted: BriefFilter, name: str) -> dict[str, Any]:
    """Return what stands in the field of a date; what is none stays there to be mended."""
    date, written = getattr(wanted, name), address.value(name)
    wrong = bool(written and not date)
    return {"name": name, "value": str(date or written), "wrong": _NO_DATE if wrong else ""}


class _Counted:
    """The options of one group with the number of briefs that each would leave."""

    def __init__(self, view: View, group: Group) -> None:
        self._counts = view.facet(group.name)
        self._chosen = frozenset(group.chosen(view.wanted))
        self._label = partial(group.label, view.index.reference)

    def option(self, value: str, **more: str) -> dict[str, Any]:
        """Return one option as the component draws it."""
        state = {"count": self.count(value), "chosen": value in self._chosen}
        return {"id": value, "label": self._label(value), **state, **more}

    def count(self, value: str) -> int:
        """Return how many briefs an option would leave."""
        return self._counts.get(value, 0)


def _group(snapshot: Snapshot, view: View, group: Group) -> dict[str, Any]:
    """Return one group as the component draws it; one that needs no more lists its values."""
    counted = _Counted(view, group)
    drawn = {"key": group.name, "title": group.title, "open": False, "find": ""}
    if group.name in _OWN:
        return drawn | _OWN[group.name](snapshot, view, counted)
    values = view.index.column(group.name).ids
    return drawn | {"sections": [{"options": [counted.option(value) for value in values]}]}


def _regions(snapshot: Snapshot, _view: View, counted: _Counted) -> dict[str, Any]:
    options = [counted.option(region.id) for region in snapshot.gazetteer.regions.in_magazine]
    return {"sections": [{"options": options}], "open": True}


def _themes(snapshot: Snapshot, _view: View, counted: _Counted) -> dict[str, Any]:
    sections = [
        {
            "title": group.label,
            "sign": group.sign,
            "colour": group.value,
            "options": [counted.option(theme.id, help=theme.definition) for theme in themes],
        }
        for group, themes in snapshot.themes.by_group().items()
    ]
    return {"sections": sections, "open": True}


def _councils(snapshot: Snapshot, view: View, counted: _Counted) -> dict[str, Any]:
    """Return the councils with most briefs, and the counts to find others by."""
    ever = view.index.column("council", mentions=view.wanted.mentions).present
    counts = {each: counted.count(each) for each in sorted({*ever, *view.wanted.councils})}
    most = nlargest(MOST_SHOWN, counts.values())
    least = most[-1] if most else 0
    first = [each for each in counts if counts[each] >= least]
    first.sort(key=lambda each: (-counts[each], snapshot.gazetteer[each].name))
    shown = dict.fromkeys((*first[:MOST_SHOWN], *view.wanted.councils))
    told = {each: snapshot.gazetteer[each] for each in shown}
    options = [counted.option(each, label=c.name + c.years) for each, c in told.items()]
    sections = [{"options": options}]
    more = {"find": "Find a council", "names": COUNCIL_NAMES, "counts": counts}
    return {"sections": sections, **more}


_OWN = {"region": _regions, "theme": _themes, "council": _councils}
"""What draws the groups that are more than a list of their values."""
