"""Councils, regions, themes and what names mean: loaded once, handed round as one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from regional_news.errors import DataError
from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.gazetteer.resolver import Resolver
from regional_news.themes import Themes, load_themes

NOTICE = "notice.txt"
"""The file of a data folder with one line to be said wherever its briefs are shown."""


@dataclass(frozen=True)
class Reference:
    """What briefs refer to, of one version of the data folder."""

    gazetteer: Gazetteer
    resolver: Resolver
    themes: Themes
    notice: str = ""
    """One line to be said wherever the briefs are shown; empty where there is none."""

    @classmethod
    def of(cls, gazetteer: Gazetteer, themes: Themes, notice: str = "") -> "Reference":
        """Return the reference of a gazetteer and themes; what names mean follows from both."""
        return cls(gazetteer, Resolver(gazetteer), themes, notice)

    @property
    def regions(self) -> Regions:
        """The magazine's regions."""
        return self.gazetteer.regions


def open_reference(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Reference:
    """Return the reference in a data folder, for example ``open_reference(Path("data"))``.

    ``learnt`` are pairs of a name and a council's id that were learnt in review, where they are
    not in the folder's aliases.csv. Raises DataError where a file cannot be read.
    """
    themes = load_themes(folder / "themes.toml")
    return Reference.of(load_gazetteer(folder, learnt), themes, read_notice(folder / NOTICE))


def read_notice(path: Path) -> str:
    """Return the text of a file as one line; empty where there is no file.

    Raises DataError where it cannot be read.
    """
    try:
        return " ".join(path.read_text(encoding="utf-8-sig").split())
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise DataError(f"{path.name} cannot be read; save it as plain text in UTF-8.") from None
