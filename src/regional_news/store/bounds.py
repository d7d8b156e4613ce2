"""How long what is saved may be; a longer text is told, never cut and never saved."""

from collections.abc import Iterable, Mapping

from regional_news.errors import StoreError
from regional_news.model import LONGEST


def check_lengths(rows: Iterable[Mapping[str, str]]) -> None:
    """Raise StoreError where a cell of a row is longer than ``model.LONGEST`` says."""
    for row in rows:
        for column, cell in row.items():
            most = LONGEST.get(column, len(cell))
            if len(cell) > most:
                name = row.get("headline") or row.get("alias", "")
                raise StoreError(
                    f"Nothing was saved: {column.replace('_', ' ')} of “{name[:60]}” has "
                    f"{len(cell):,} characters, and {most:,} are the most; shorten it."
                )
