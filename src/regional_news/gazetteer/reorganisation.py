"""A council that others will make way for: the rows of councils.csv that say so.

Planned first, told in plain words, written only then. The dates and the lineage of the old and the
new councils are worked out together, so that they cannot contradict each other.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from regional_news.errors import DataError
from regional_news.gazetteer.designators import parts_of
from regional_news.model import CouncilStatus, PartialDate
from regional_news.text import fold, listed

Row = dict[str, str]

_UPPER_TIER = "county council"


@dataclass(frozen=True, slots=True)
class NewCouncil:
    """What is known of a council that is to be: ``on`` is the day or month of its start.

    ``replaces`` are ids of councils, ``known`` the day as of which all this is known.
    """

    name: str
    replaces: Sequence[str]
    on: PartialDate
    legislation: str
    known: PartialDate
    type: str = "unitary authority"
    status: CouncilStatus = CouncilStatus.DECIDED


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of councils.csv as they would be, and what is told of the change."""

    rows: Sequence[Row]
    lines: Sequence[str]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of councils.csv as they stand; raises DataError where it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, restval=""))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name} cannot be read ({error}); run regional-news check.") from None


def plan(rows: Sequence[Row], new: NewCouncil) -> Plan:
    """Return the rows with the new council, its predecessors ending on the day before it starts.

    Raises DataError with what to do where the register contradicts it.
    """
    by_id = {row["id"]: dict(row) for row in rows}
    old = [_to_be_replaced(by_id, each, new.on) for each in new.replaces]
    made = _row(old, new)
    if made["id"] in by_id:
        raise DataError(f"There is a council “{made['id']}” already; choose another name.")
    end = _day_before(new.on)
    lines = [f"{new.name} will start {_words(new.on)} ({new.status}), by {new.legislation}."]
    for row in old:
        row["end"] = str(end)
        row["successors"] = "; ".join(sorted({*listed(row["successors"]), made["id"]}))
        lines.append(f"    {row['name']} will end {_words(end)} and be replaced by it.")
    lines.append(
        f"    Its id is “{made['id']}”; its point, {made['lat']}, {made['lon']}, lies amid theirs."
    )
    by_id[made["id"]] = made
    return Plan(sorted(by_id.values(), key=lambda row: row["id"]), lines)


def written(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return rows as councils.csv has them, below the names of their columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [*rows[0]], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _to_be_replaced(by_id: Mapping[str, Row], council_id: str, on: PartialDate) -> Row:
    row = by_id.get(council_id)
    if row is None:
        raise DataError(f"“{council_id}” is no id in councils.csv; search for it with resolve.")
    if row["status"] != CouncilStatus.CURRENT:
        raise DataError(f"{row['name']} is “{row['status']}”; only one in office can be replaced.")
    if row["end"] and PartialDate.parse(row["end"]).last != _day_before(on).last:
        raise DataError(f"{row['name']} ends on {row['end']} already, which is another date.")
    return row


def _row(old: Sequence[Row], new: NewCouncil) -> Row:
    if not old:
        raise DataError("Name the councils that it replaces with --from, once for each.")
    regions = {row["region"] for row in old}
    if len(regions) > 1:
        raise DataError(f"The councils lie in several regions ({', '.join(sorted(regions))}).")
    beneath = [row for row in old if row["type"] != _UPPER_TIER] or old
    lat, lon = (sum(float(row[axis]) for row in beneath) / len(beneath) for axis in ("lat", "lon"))
    short = _short_name(new.name)
    known = {
        "id": fold(short).replace(" ", "-"),
        "name": new.name,
        "short_name": short,
        "type": new.type,
        "nation": old[0]["nation"],
        "region": old[0]["region"],
        "lat": f"{lat:.5f}",
        "lon": f"{lon:.5f}",
        "status": new.status.value,
        "start": str(new.on),
        "predecessors": "; ".join(sorted(row["id"] for row in old)),
        "legislation": new.legislation,
        "known": str(new.known),
    }
    return dict.fromkeys(old[0], "") | known


def _short_name(name: str) -> str:
    """Return the place in a name as the name writes it: "Greater Norwich"."""
    words, place = name.split(), parts_of(name).place
    first = len(parts_of(name).before)
    return " ".join(words[first : first + len(place)]) or name


def _day_before(on: PartialDate) -> PartialDate:
    """Return the day before a day, or the month before a month."""
    before = on.first - timedelta(days=1)
    if on.day:
        return PartialDate(before.year, before.month, before.day)
    return PartialDate(before.year, before.month) if on.month else PartialDate(before.year)


def _words(day: PartialDate) -> str:
    return f"{'on' if day.day else 'in'} {day.words}"


def today() -> PartialDate:
    """Return this day."""
    now = date.today()  # noqa: DTZ011  the day where the person sits
    return PartialDate(now.year, now.month, now.day)
