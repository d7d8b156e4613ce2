"""The briefs at rest: regional_news.csv and aliases.csv, changed row by row and never half.

Rows that a change does not concern keep every byte: line endings, quoting and the byte order
mark stay as whoever mended the file by hand left them. A database could stand in for this class.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from regional_news.briefs import FILE_COLUMNS, BriefReader, BriefTable
from regional_news.errors import StoreError
from regional_news.gazetteer.names import Names
from regional_news.journal import Change, Edit, Journal
from regional_news.model import Brief, PartialDate, Resolved
from regional_news.sheet import Sheet
from regional_news.text import fold
from regional_news.themes import Themes

BRIEFS = "regional_news.csv"
ALIASES = "aliases.csv"
ALIAS_COLUMNS = ("alias", "council", "since", "by")


class Store:
    """The briefs in a data folder, with the names and themes that give their rows a meaning.

    Every change tells who makes it and the version token that it is based on. It returns the
    change, or None where there was nothing to change; it raises StaleVersion where somebody else
    saved since, and StoreError where saving fails: nothing is written then.
    """

    def __init__(self, folder: Path, names: Names, themes: Themes) -> None:
        self._path = folder / BRIEFS
        self._names = names
        self._gazetteer = names.gazetteer
        self._reader = BriefReader(names, names.gazetteer.regions, themes)
        self._journal = Journal(folder)

    def load(self) -> BriefTable:
        """Return the briefs with ids for names, and what is wrong with some; or raise DataError."""
        return self._reader.read(self._path)

    def briefs(self) -> tuple[Brief, ...]:
        """Return the briefs that have a date, in the file's order."""
        return tuple(briefs_in(self.load().frame))

    def version(self) -> str:
        """Return the version token: the same briefs and aliases, the same token."""
        return self._journal.version()

    def append(self, briefs: Iterable[Brief], *, who: str, version: str) -> Change | None:
        """Add the briefs whose ids are not there yet, in their order."""
        wanted = {brief.id: brief for brief in briefs}

        def edit(text: str) -> Edit | None:
            sheet = Sheet(text, FILE_COLUMNS)
            known = set(self._ids(text, sheet))
            new = [brief for brief in wanted.values() if brief.id not in known]
            amount = f"{len(new)} brief{'' if len(new) == 1 else 's'}"
            rows = [self._cells(brief) for brief in new]
            return sheet.added(rows, f"added {amount}") if new else None

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def replace(self, brief: Brief, *, who: str, version: str) -> Change | None:
        """Give the brief with this id its new values; cells that mean the same stay as written."""

        def edit(text: str) -> Edit | None:
            sheet = Sheet(text, FILE_COLUMNS)
            table = self._table(text)
            places = [place for place, row_id in enumerate(table["id"]) if row_id == brief.id]
            if not places:
                raise StoreError(f"There is no brief {brief.id}; load the briefs again.")
            old = table.iloc[places[0]]
            meant, cells = _meaning(brief), self._cells(brief)
            values = {column: cells[column] for column in meant if old[column] != meant[column]}
            what = f"changed {', '.join(values)} of “{brief.headline}”"
            return sheet.rewritten(sheet.rows[places[0]], values, what) if values else None

        return self._journal.make(BRIEFS, edit, who=who, version=version)

    def learn_alias(self, alias: str, council: str, *, who: str, version: str) -> Change | None:
        """Let a name that is in doubt mean the council with this id, from now on and everywhere."""
        row = {
            "alias": alias,
            "council": council,
            "since": f"{datetime.now(UTC):%Y-%m-%d}",
            "by": who,
        }

        def edit(text: str) -> Edit | None:
            sheet = Sheet(text, ALIAS_COLUMNS)
            what = f"learnt that “{alias}” is {self._gazetteer[council].name}"
            for known in sheet.rows:
                values = sheet.values(known)
                if fold(values["alias"]) == fold(alias):
                    same = values["council"] == council
                    return None if same else sheet.rewritten(known, row, what)
            return sheet.added([row], what)

        return self._journal.make(ALIASES, edit, who=who, version=version)

    def undo(self, *, who: str, change_id: str = "") -> Change | None:
        """Take back the newest change; with ``change_id`` only if it is that one."""
        return self._journal.undo(who=who, change_id=change_id)

    def recover(self) -> str:
        """Return what became of a save that was cut short, empty where none was."""
        return self._journal.recover()

    def _ids(self, text: str, sheet: Sheet) -> list[str]:
        """Return the id of each row; a row added by hand may have none and is given its own."""
        written = [sheet.values(row)["id"].strip() for row in sheet.rows]
        return written if all(written) else list(self._table(text)["id"])

    def _table(self, text: str) -> pd.DataFrame:
        return self._reader.parse(text.removeprefix("\ufeff"), BRIEFS).frame

    def _cells(self, brief: Brief) -> dict[str, str]:
        """Return what the brief's row says; a name that is no id stands as it is, in doubt."""
        councils, named = (
            "; ".join(self._name(each, brief) for each in group)
            for group in (brief.councils, brief.also_mentions)
        )
        regions = self._gazetteer.regions
        row = {
            **_meaning(brief),
            "region": regions[brief.region].name if brief.region in regions else brief.region,
            "councils": councils,
            "also_mentions": named,
            "themes": "; ".join(brief.themes),
        }
        return {column: " ".join(cell.split()) for column, cell in row.items()}

    def _name(self, council_id: str, brief: Brief) -> str:
        """Return a council's official name, or its id where that name means another one there."""
        council = self._gazetteer.get(council_id)
        if council is None:
            return council_id
        meant = self._names.resolve(council.name, region=brief.region or None, on=brief.published)
        same = isinstance(meant, Resolved) and meant.council.id == council_id
        return council.name if same else council_id


def briefs_in(frame: pd.DataFrame) -> Iterator[Brief]:
    """Yield the briefs of a table, but for those whose date cannot be read."""
    for row in frame.to_dict("records"):
        if row["published"]:
            yield Brief(
                id=row["id"],
                issue=row["issue"],
                published=PartialDate.parse(row["published"]),
                region=row["region"],
                headline=row["headline"],
                summary=row["summary"],
                councils=tuple(row["councils"].split()),
                also_mentions=tuple(row["also_mentions"].split()),
                themes=tuple(row["themes"].split()),
                source_title=row["source_title"],
                source_url=row["source_url"],
            )


def _meaning(brief: Brief) -> dict[str, str]:
    """Return the brief as a row of the table: ids joined by a space."""
    return {
        "id": brief.id,
        "issue": brief.issue,
        "published": str(brief.published),
        "region": brief.region,
        "headline": brief.headline,
        "summary": brief.summary,
        "councils": " ".join(brief.councils),
        "also_mentions": " ".join(brief.also_mentions),
        "themes": " ".join(brief.themes),
        "source_title": brief.source_title,
        "source_url": brief.source_url,
    }
