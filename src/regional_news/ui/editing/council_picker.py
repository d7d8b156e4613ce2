"""The choice of councils by any of their names: a combobox with the chosen ones as chips."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from regional_news.model import UNDATED, PartialDate, Resolved
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import NO_COUNCIL
from regional_news.ui.components import draw
from regional_news.ui.widgets.filters import COUNCIL_NAMES


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: councils under a label, those chosen so far, and for which brief.

    ``chosen`` are councils' ids, and names that are not placed. A council outside ``region``, a
    region's id, is added after a question. ``most`` is how many can be chosen, 0 for any number.
    """

    label: str
    chosen: Sequence[str] = ()
    region: str = ""
    on: PartialDate | None = None
    most: int = 0


def council_picker(
    snapshot: Snapshot, choice: Choice, *, key: str, on_change: Callable[[list[str]], None]
) -> None:
    """Draw a choice of councils; ``on_change`` gets all that are chosen when that changes.

    A name that no council is found by is looked up once more, as in a brief of that region and
    date, and else stays as it is written.
    """
    regions = snapshot.gazetteer.regions
    data = {
        "label": choice.label,
        "names": COUNCIL_NAMES,
        "region": choice.region,
        "regions": {each.id: each.name for each in regions},
        "chosen": [_chip(snapshot, each) for each in choice.chosen],
        "most": choice.most,
    }

    def take(ids: list[str]) -> None:
        named = (_placed(snapshot, each, choice) for each in ids)
        on_change(list(dict.fromkeys(named)))

    draw("picker", data, {"choose": take}, key=key)


def council_label(snapshot: Snapshot, council_id: str) -> str:
    """Return a council's name, with its years where it serves no more; any other word as it is."""
    council = snapshot.gazetteer.get(council_id)
    return f"{council.name}{council.years}" if council else council_id


def _chip(snapshot: Snapshot, name: str) -> dict[str, Any]:
    if name == NO_COUNCIL:
        return {"id": name, "label": "About no council", "placed": True}
    return {
        "id": name,
        "label": council_label(snapshot, name),
        "placed": name in snapshot.gazetteer,
    }


def _placed(snapshot: Snapshot, name: str, choice: Choice) -> str:
    """Return the id of the one council that a name means, else the name."""
    if name in snapshot.gazetteer or name == NO_COUNCIL:
        return name
    on = None if choice.on == UNDATED else choice.on
    resolution = snapshot.resolver.resolve(name, region=choice.region or None, on=on)
    return resolution.council.id if isinstance(resolution, Resolved) else name
