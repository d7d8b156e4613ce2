"""The gazetteer: every authority, loaded from a CSV file, with its family and its past."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from regional_news.errors import DataError
from regional_news.gazetteer.regions import Regions, load_regions
from regional_news.model import ById, Council, CouncilStatus, PartialDate
from regional_news.text import fold, listed

LANGUAGES = ("cy", "ga", "gd", "sco")
"""The languages that the file has a column for (``names_cy`` …): Welsh, Irish, Gaelic, Scots."""


class Gazetteer(ById[Council]):
    """All councils, found by id, with the regions that they lie in."""

    def __init__(
        self,
        councils: Iterable[Council],
        regions: Regions,
        learnt: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.regions = regions
        self._learnt = {fold(name): council_id for name, council_id in learnt}
        self._by_id: dict[str, Council] = {}
        for council in councils:
            if council.id in self._by_id:
                raise DataError(f"Two councils have the id “{council.id}”; ids must be unique.")
            self._by_id[council.id] = council

    def learnt(self, name: str) -> Council | None:
        """Return the council that somebody chose for ``name`` when it was in doubt, or None."""
        return self.get(self._learnt.get(fold(name), "")) if self._learnt else None

    def predecessors(self, council: Council) -> tuple[Council, ...]:
        """Return the councils that ``council`` replaced, all generations, the nearest first."""
        return self._walk(council, lambda each: each.predecessors)

    def successors(self, council: Council) -> tuple[Council, ...]:
        """Return the councils that replaced ``council``, all generations, the nearest first."""
        return self._walk(council, lambda each: each.successors)

    def members(self, council: Council) -> tuple[Council, ...]:
        """Return the councils whose combined authority or county is ``council``, by name."""
        related = (each for each in self if council.id in (each.combined_authority, each.parent))
        return tuple(sorted(related, key=lambda each: fold(each.name)))

    def _walk(
        self, council: Council, step: Callable[[Council], tuple[str, ...]]
    ) -> tuple[Council, ...]:
        found: dict[str, Council] = {}
        queue = [*step(council)]
        while queue:
            each = self._by_id.get(queue.pop(0))
            if each is not None and each.id not in found and each.id != council.id:
                found[each.id] = each
                queue.extend(step(each))
        return tuple(found.values())


def load_gazetteer(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Gazetteer:
    """Return the gazetteer in ``folder``: councils.csv with regions.toml and aliases.csv beside it.

    Aliases learnt in review join the council's own; ``learnt`` has them, each with the council's
    id, where they are not in aliases.csv. Raises DataError with the line number of a row that
    cannot be read.
    """
    regions = load_regions(folder / "regions.toml")
    councils = {council.id: council for council in _read_councils(folder / "councils.csv", regions)}
    learnt = tuple(read_aliases(folder / "aliases.csv") if learnt is None else learnt)
    for alias, council_id in learnt:
        if council_id in councils:
            known = councils[council_id]
            councils[council_id] = replace(known, aliases=(*known.aliases, alias))
    if not councils:
        raise DataError("councils.csv holds no council; restore it from the project.")
    return Gazetteer(councils.values(), regions, learnt)


def _read_councils(path: Path, regions: Regions) -> Iterator[Council]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            reader.fieldnames = [name.strip() for name in reader.fieldnames or ()]
            for row in reader:
                if not any(str(cell or "").strip() for cell in row.values()):
                    continue  # a line of commas, as spreadsheets leave behind
                try:
                    yield council_in_row(row, regions)
                except (KeyError, ValueError, TypeError, AttributeError) as error:
                    raise DataError(f"{path.name}, line {reader.line_num}: {error}") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"{path.name} cannot be read ({error}); restore it from the project."
        ) from error


def council_in_row(row: Mapping[str, str], regions: Regions) -> Council:
    """Return the council in a row of councils.csv; raises KeyError or ValueError that says why."""
    region = regions.recognise(row["region"])
    if region is None:
        raise ValueError(f"“{row['region']}” is not a region in regions.toml")
    languages = {code: listed(row[f"names_{code}"]) for code in LANGUAGES if row[f"names_{code}"]}
    return Council(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        type=row["type"],
        nation=row["nation"],
        region=region.id,
        lat=_degrees(row["lat"], 90),
        lon=_degrees(row["lon"], 180),
        status=CouncilStatus(row["status"]),
        aliases=listed(row["aliases"]),
        languages=languages,
        abbreviations=listed(row["abbreviations"]),
        gss_code=row["gss_code"],
        former_gss_codes=listed(row["former_gss_codes"]),
        start=_date(row["start"]),
        end=_date(row["end"]),
        predecessors=listed(row["predecessors"]),
        successors=listed(row["successors"]),
        parent=row["parent"],
        combined_authority=row["combined_authority"],
        legislation=row.get("legislation", ""),
        known=_date(row["known"]),
        website=row["website"],
    )


def read_aliases(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each alias with its council's id; none where there is no file; or raise DataError."""
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, restval=""):
                yield row["alias"], row["council"]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise DataError(f"{path.name} cannot be read ({error}); mend or delete it.") from error


def _degrees(cell: str, most: int) -> float:
    degrees = float(cell)
    if not abs(degrees) <= most:  # so that nan is refused, too
        raise ValueError(f"“{cell}” is not between -{most} and {most} degrees")
    return degrees


def _date(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell else None
