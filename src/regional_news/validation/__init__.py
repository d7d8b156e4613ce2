"""The data folder checked: every file, line by line, in sentences that say what to mend.

A mistake in a file is a finding, never an exception.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from regional_news.errors import DataError
from regional_news.gazetteer.councils import load_gazetteer, read_aliases
from regional_news.gazetteer.regions import Regions, load_regions
from regional_news.gazetteer.resolver import Resolver
from regional_news.store.sheets import ALIASES, BRIEFS, COLUMNS
from regional_news.themes import load_themes
from regional_news.validation import councils
from regional_news.validation.briefs import check_briefs
from regional_news.validation.finding import Finding, Severity
from regional_news.validation.outlines import check_points, read_outlines
from regional_news.validation.owners import check_journal, check_owners
from regional_news.validation.rows import read_rows

__all__ = ["Finding", "Severity", "check_data"]

_Loaded = TypeVar("_Loaded")
_LINE = re.compile(r"\bline (\d+)")


def check_data(folder: Path, stored: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with the files in ``folder``, and what is worth knowing about them.

    ``stored`` is where the store was exported to, where briefs and aliases are not in ``folder``.
    """
    stored = stored or folder
    findings: list[Finding] = []
    regions = _load(load_regions, folder / "regions.toml", findings)
    themes = _load(load_themes, folder / "themes.toml", findings)
    if regions:
        _check_places(folder, stored / "aliases.csv", regions, findings)
    others_in_order = not findings
    briefs = read_rows(stored / BRIEFS, COLUMNS[BRIEFS], findings)
    if themes and others_in_order:
        gazetteer = load_gazetteer(folder, read_aliases(stored / "aliases.csv"))
        findings += check_briefs(briefs, Resolver(gazetteer), themes)
    else:
        sentence = "Briefs are checked once the other files are in order."
        findings.append(Finding("regional_news.csv", 0, sentence, Severity.NOTE))
    findings += check_owners(folder)
    findings += check_journal(stored)
    return tuple(findings)


def _check_places(folder: Path, aliases: Path, regions: Regions, findings: list[Finding]) -> None:
    rows = read_rows(folder / "councils.csv", councils.COLUMNS, findings)
    entries = councils.read_councils(rows, regions, findings)
    findings += councils.check_councils(entries)
    boxes = read_outlines(folder / "boundaries.geojson", regions, findings)
    findings += check_points(entries.values(), boxes)
    # Nothing has been learnt before the first review, nor after it was taken back.
    if aliases.exists() and aliases.stat().st_size:
        learnt = read_rows(aliases, COLUMNS[ALIASES], findings)
        findings += councils.check_aliases(learnt, entries)


def _load(load: Callable[[Path], _Loaded], path: Path, findings: list[Finding]) -> _Loaded | None:
    try:
        return load(path)
    except DataError as error:
        sentence = str(error).removeprefix(path.name).lstrip(" ,:")
        line = _LINE.search(sentence)
        sentence = sentence[:1].upper() + sentence[1:]
        findings.append(Finding(path.name, int(line[1]) if line else 0, sentence))
    return None
