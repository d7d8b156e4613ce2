"""The themes in the order in which they are shown, loaded from ``themes.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from regional_news.errors import DataError
from regional_news.model import ById, Theme, ThemeGroup
from regional_news.text import fold

MOST_POINTS = 5

_SETTINGS = {"id", "label", "group", "definition", "points", "otherwise", "blockers"}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NOT_IN_A_PHRASE = re.compile(r"[^\w*£€]+")
_PHRASE = re.compile(r"(?:[£€]\w*|\w+)\*?(?: (?:[£€]\w*|\w+)\*?)*")


class Themes(ById[Theme]):
    """The themes, group by group, in the file's order within a group."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        in_file = tuple(themes)
        self._by_group = {
            group: tuple(theme for theme in in_file if theme.group is group) for group in ThemeGroup
        }
        self._by_id = {theme.id: theme for group in self._by_group.values() for theme in group}
        if len(self._by_id) < len(in_file):
            raise DataError("Two themes have the same id; give each theme its own.")

    def recognise(self, said: str) -> Theme | None:
        """Return the theme that a person means by an id, a label or part of a label, or None.

        ``recognise("broadband")`` is the one labelled "Broadband & connectivity".
        """
        if theme := self._by_id.get(said):
            return theme
        name = fold(said)
        whole = [theme for theme in self if fold(theme.label) == name]
        parts = [theme for theme in self if name in map(fold, theme.label.split(" & "))]
        found = whole or parts
        return found[0] if len(found) == 1 else None

    def by_group(self) -> Mapping[ThemeGroup, tuple[Theme, ...]]:
        """Return the themes of each group, the groups in the order in which they are shown."""
        return self._by_group


def load_themes(path: Path) -> Themes:
    """Return the themes in ``themes.toml``; raises DataError that names the theme to mend."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("theme")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path.name} cannot be read ({error}); mend or restore it.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DataError(f"{path.name} has no themes; each one starts with a line [[theme]].")
    themes: list[Theme] = []
    for number, row in enumerate(rows, start=1):
        try:
            themes.append(_theme(row))
        except ValueError as error:
            name = row.get("id", f"number {number}")
            raise DataError(f"{path.name}, theme “{name}”: {error}.") from error
    return Themes(themes)


def _theme(row: Mapping[str, Any]) -> Theme:
    if "facet" in row:
        raise ValueError("“facet” is called “group” now; change that word")
    unknown = ", ".join(sorted(row.keys() - _SETTINGS))
    if unknown:
        raise ValueError(f"“{unknown}” is not a setting of a theme")
    theme_id, group = _words(row, "id"), _words(row, "group")
    if not _ID.fullmatch(theme_id):
        raise ValueError("an id is made of lower-case letters, digits and underscores")
    if group not in set(ThemeGroup):
        raise ValueError(f"the group “{group}” is not one of {', '.join(ThemeGroup)}")
    theme = Theme(
        id=theme_id,
        label=_words(row, "label"),
        group=ThemeGroup(group),
        definition=_words(row, "definition"),
        triggers=_triggers(row.get("points", {})),
        otherwise=_phrases(row.get("otherwise", []), "otherwise"),
        blockers=_phrases(row.get("blockers", []), "blockers"),
    )
    _refuse_twice((*theme.triggers, *theme.otherwise, *theme.blockers))
    return theme


def _words(row: Mapping[str, Any], setting: str) -> str:
    value = row.get(setting)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"the {setting} is missing")
    return value.strip()


def _triggers(points: object) -> dict[str, float]:
    if not isinstance(points, dict):
        raise ValueError("points are written with their number, like points.3")  # noqa: TRY004 - one kind of error for what a person wrote
    triggers: dict[str, float] = {}
    for worth, listed in points.items():
        if not worth.isdecimal() or not 1 <= int(worth) <= MOST_POINTS:
            raise ValueError(f"points.{worth} is not one of points.1 to points.{MOST_POINTS}")
        phrases = _phrases(listed, f"points.{worth}")
        _refuse_twice((*triggers, *phrases))
        triggers |= dict.fromkeys(phrases, float(worth))
    return triggers


def _phrases(listed: object, setting: str) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(phrase, str) for phrase in listed):
        raise ValueError(f"{setting} is not a list of words in quotes")
    return tuple(_phrase(phrase) for phrase in listed)


def _phrase(written: str) -> str:
    """Return ``written`` as it is compared: folded words, a star at the end of some of them."""
    phrase = _NOT_IN_A_PHRASE.sub(" ", fold(written)).strip()
    if not _PHRASE.fullmatch(phrase):
        raise ValueError(f"“{written}” is not a word or phrase; a star may only end a word")
    return phrase


def _refuse_twice(phrases: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for phrase in phrases:
        if phrase in seen:
            raise ValueError(f"“{phrase}” is listed twice")
        seen.add(phrase)
