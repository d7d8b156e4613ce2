"""The filters beside every list: options with their counts, dates and switches."""

from heapq import nlargest
from typing import Any

from regional_news.query import BriefFilter, View
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session import address
from regional_news.ui.widgets.signs import SIGNS

MOST_SHOWN = 40
"""How many councils are listed before somebody looks for one."""

COUNCIL_NAMES = "assets/council-names.json"
"""Where the filters fetch the names by which councils are found, beside the page."""


def filters(snapshot: Snapshot, view: View, here: str) -> None:
    """Draw the filters of a view; each changes the address of the page ``here``."""
    wanted = view.wanted
    draw(
        "facets",
        {
            "title": "Filter the briefs",
            "filtered": bool(wanted or wanted.mentions or wanted.past),
            "clear": address.href(here, BriefFilter(), address.others()),
            "left": amount(len(view), "brief"),
            "groups": [
                _regions(snapshot, view),
                _themes(snapshot, view),
                _councils(snapshot, view),
                _issues(view),
            ],
            "dates": [
                {"name": name, "value": str(getattr(wanted, name) or "")}
                for name in ("since", "until")
            ],
            "switches": [
                {"name": name, "on": getattr(wanted, name)} for name in ("mentions", "past")
            ],
        },
    )


class _Counted:
    """The options of one group with the number of briefs that each would leave."""

    def __init__(self, view: View, group: str) -> None:
        self._counts = view.facet(group)
        self._chosen = frozenset(getattr(view.wanted, f"{group}s"))

    def option(self, value: str, label: str, **more: str) -> dict[str, Any]:
        """Return one option as the component draws it."""
        state = {"count": self.count(value), "chosen": value in self._chosen}
        return {"id": value, "label": label, **state, **more}

    def count(self, value: str) -> int:
        """Return how many briefs an option would leave."""
        return self._counts.get(value, 0)


def _regions(snapshot: Snapshot, view: View) -> dict[str, Any]:
    counted = _Counted(view, "region")
    options = [
        counted.option(region.id, region.name) for region in snapshot.gazetteer.regions.in_magazine
    ]
    return _group("region", "Region", [{"options": options}], open=True)


def _themes(snapshot: Snapshot, view: View) -> dict[str, Any]:
    counted = _Counted(view, "theme")
    sections = [
        {
            "title": facet.label,
            "sign": SIGNS[facet],
            "colour": facet.value,
            "options": [
                counted.option(theme.id, theme.label, help=theme.definition) for theme in themes
            ],
        }
        for facet, themes in snapshot.themes.by_facet().items()
    ]
    return _group("theme", "Theme", sections, open=True)


def _councils(snapshot: Snapshot, view: View) -> dict[str, Any]:
    """Return the group of councils: those with most briefs, and the counts to find others by."""
    counted = _Counted(view, "council")
    ever = view.index.column("council", mentions=view.wanted.mentions).present
    counts = {each: counted.count(each) for each in sorted({*ever, *view.wanted.councils})}
    most = nlargest(MOST_SHOWN, counts.values())
    least = most[-1] if most else 0
    first = [each for each in counts if counts[each] >= least]
    first.sort(key=lambda each: (-counts[each], snapshot.gazetteer[each].name))
    shown = dict.fromkeys((*first[:MOST_SHOWN], *view.wanted.councils))
    options = [counted.option(each, snapshot.gazetteer[each].name) for each in shown]
    more = {"find": "Find a council", "names": COUNCIL_NAMES, "counts": counts}
    return _group("council", "Council", [{"options": options}], **more)


def _issues(view: View) -> dict[str, Any]:
    counted = _Counted(view, "issue")
    options = [counted.option(issue, issue) for issue in view.index.column("issue").ids]
    return _group("issue", "Issue", [{"options": options}])


def _group(key: str, title: str, sections: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"key": key, "title": title, "sections": sections, "open": False, "find": "", **more}
