"""The regions of the magazine: loaded, ordered, and recognised in their other spellings."""

import tomllib
from pathlib import Path

from regional_news.errors import DataError
from regional_news.model import ById, Region
from regional_news.text import fold


class Regions(ById[Region]):
    """The regions in the magazine's order, found by id or by any spelling."""

    def __init__(self, regions: tuple[Region, ...]) -> None:
        self._by_id = {region.id: region for region in regions}
        self._by_spelling = {
            fold(spelling): region
            for region in regions
            for spelling in (*region.spellings, region.name, region.id)
        }

    @property
    def in_magazine(self) -> tuple[Region, ...]:
        """The thirteen regions that have a heading on the page, in its order."""
        return tuple(region for region in self if region.in_magazine)

    def recognise(self, spelling: str) -> Region | None:
        """Return the region written as ``spelling``, or None.

        Case, hyphens and "&" do not count; nor does "England" at the end ("North East England").
        """
        folded = fold(spelling).strip(" .:")
        return self._by_spelling.get(folded) or self._by_spelling.get(
            folded.removesuffix(" england")
        )


def load_regions(path: Path) -> Regions:
    """Return the regions in ``regions.toml``; raises DataError where it cannot be read."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["region"]
        return Regions(
            tuple(Region(**{**row, "spellings": tuple(row.get("spellings", ()))}) for row in rows)
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(
            f"{path.name} cannot be read ({error}); restore it from the project."
        ) from error
