"""How rows say what briefs mean: regions and councils by their names, several joined by "; "."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from regional_news.model import Brief, PartialDate, Resolved
from regional_news.reference import Reference
from regional_news.table.reader import TableReader
from regional_news.table.schema import FILE_COLUMNS
from regional_news.text import amount

_IN_WORDS = {
    "published": "date",
    "summary": "text",
    "also_mentions": "councils only mentioned",
    "source_title": "title of the source",
    "source_url": "address of the source",
}
"""What the columns are called in sentences, where that is another word."""

_SEVERAL = ("councils", "also_mentions", "themes")
"""The columns that hold several ids."""


class RowCodec:
    """Reads and writes rows with the names of one reference."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.reader = TableReader(reference)

    def row(self, brief: Brief) -> dict[str, str]:
        """Return what the brief's row says; a name that is no id stands as it is, in doubt."""
        councils, named = (
            "; ".join(self._name(each, brief) for each in group)
            for group in (brief.councils, brief.also_mentions)
        )
        regions = self.reference.gazetteer.regions
        row = {
            **_meaning(brief),
            "region": regions[brief.region].name if brief.region in regions else brief.region,
            "councils": councils,
            "also_mentions": named,
            "themes": "; ".join(brief.themes),
        }
        return {column: " ".join(cell.split()) for column, cell in row.items()}

    def changed(self, old: "pd.Series[Any]", brief: Brief) -> dict[str, str]:
        """Return the cells that must be rewritten where a row that means ``old`` is to be this."""
        meant, cells = _meaning(brief), self.row(brief)
        return {column: cells[column] for column in meant if old[column] != meant[column]}

    def alias_row(self, alias: str, council: str, who: str) -> dict[str, str]:
        """Return the row which says that somebody chose a council for a name today."""
        today = f"{datetime.now(UTC):%Y-%m-%d}"
        return {"alias": alias, "council": council, "since": today, "by": who}

    def learning(self, alias: str, council: str) -> str:
        """Return in words what is done when an alias is learnt."""
        return f"said that “{alias}” is {self.reference.gazetteer[council].name}"

    @staticmethod
    def adding(rows: Sequence[Mapping[str, str]]) -> str:
        """Return in words what is done when rows are added: ``added 13 briefs to Echo 7``."""
        issues = list(dict.fromkeys(filter(None, (row.get("issue", "") for row in rows))))
        where = issues[0] if len(issues) == 1 else amount(len(issues), "issue") if issues else ""
        return f"added {amount(len(rows), 'brief')}" + (f" to {where}" if where else "")

    @staticmethod
    def changing(values: Mapping[str, str], brief: Brief) -> str:
        """Return in words what is done when a brief is given these cells."""
        words = [_IN_WORDS.get(column, column) for column in values]
        listed = " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
        return f"changed the {listed} of “{brief.headline}”"

    @staticmethod
    def deleting(meant: "pd.Series[Any]") -> str:
        """Return in words what is done when the brief that a row means is removed."""
        return f"deleted “{meant['headline']}”"

    def _name(self, council_id: str, brief: Brief) -> str:
        """Return a council's official name, or its id where that name means another one there."""
        council = self.reference.gazetteer.get(council_id)
        if council is None:
            return council_id
        meant = self.reference.resolver.resolve(
            council.name, region=brief.region or None, on=brief.published
        )
        same = isinstance(meant, Resolved) and meant.council.id == council_id
        return council.name if same else council_id


def briefs_in(frame: pd.DataFrame) -> Iterator[Brief]:
    """Yield the briefs of a table, but for those whose date cannot be read."""
    for row in frame[list(FILE_COLUMNS)].to_dict("records"):
        if row["published"]:
            several = {column: tuple(row[column].split()) for column in _SEVERAL}
            date = PartialDate.parse(row["published"])
            fields: dict[Any, Any] = {**row, **several, "published": date}
            yield Brief(**fields)


def _meaning(brief: Brief) -> dict[str, str]:
    """Return the brief as a row of the table: ids joined by a space."""
    said = {column: getattr(brief, column) for column in FILE_COLUMNS}
    several = {column: " ".join(said[column]) for column in _SEVERAL}
    return {**said, **several, "published": str(brief.published)}
