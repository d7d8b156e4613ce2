"""What a brief is about: the twenty themes of ``data/themes.toml``, found by words in prose."""

from regional_news.themes.changes import ThemeChange, theme_changes
from regional_news.themes.finder import ThemeFinder
from regional_news.themes.taxonomy import Themes, load_themes

__all__ = ["ThemeChange", "ThemeFinder", "Themes", "load_themes", "theme_changes"]
