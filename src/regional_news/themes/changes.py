"""What an edit of the themes would do to the briefs that are stored."""

from collections.abc import Iterable
from dataclasses import dataclass

from regional_news.model import Brief, ThemeMatch
from regional_news.themes.finder import ThemeFinder
from regional_news.themes.taxonomy import Themes


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """A stored brief and the themes that the present file gives it, with the words that fired."""

    brief: Brief
    matches: tuple[ThemeMatch, ...]

    @property
    def added(self) -> tuple[ThemeMatch, ...]:
        """The themes that the brief would gain."""
        return tuple(match for match in self.matches if match.theme.id not in self.brief.themes)

    @property
    def removed(self) -> tuple[str, ...]:
        """The ids of the themes that the brief would lose."""
        found = {match.theme.id for match in self.matches}
        return tuple(theme_id for theme_id in self.brief.themes if theme_id not in found)


def theme_changes(briefs: Iterable[Brief], themes: Themes) -> tuple[ThemeChange, ...]:
    """Return the briefs that would gain or lose a theme, in their order.

    The headline is read with the summary; a headline drafted from the summary adds nothing, since
    a phrase counts once.
    """
    finder = ThemeFinder(themes)
    changes = (ThemeChange(b, finder.find(f"{b.headline}\n{b.summary}")) for b in briefs)
    return tuple(change for change in changes if change.added or change.removed)
