"""What is told of councils: their news, and on a map what those are about, and how recent."""

from collections.abc import Mapping

from regional_news.model import ThemeGroup
from regional_news.query.bitmaps import Selection
from regional_news.query.groups import BriefFilter
from regional_news.query.view import View

_MONTH = len("2025-04")


def news_of(council_id: str, themes: tuple[str, ...] = ()) -> BriefFilter:
    """Return whose briefs a council's pages, lists and feed have: all that name it or its past.

    ``themes`` are those that the reader chose on its page.
    """
    return BriefFilter(councils=(council_id,), themes=themes, mentions=True, past=True)


def theme_groups(view: View) -> Mapping[str, list[int]]:
    """Return by council how many briefs have a theme of each group, ``ThemeGroup``'s order.

    As in the facet of councils, the filter's own choice of councils does not count. A brief with
    themes of two groups counts in both.
    """
    column, kept = view.index.column("council"), view.without("council")
    by_group = view.index.themes.by_group()
    counted = []
    for group in ThemeGroup:
        themes = [theme.id for theme in by_group.get(group, ())]
        about = Selection.all_of([kept, view.index.column("theme").with_any(themes)])
        counted.append(column.count(about).tolist())
    rows = zip(column.ids, zip(*counted, strict=True), strict=True)
    return {council: list(counts) for council, counts in rows if any(counts)}


def newest(view: View) -> Mapping[str, str]:
    """Return by council the month or the year of its newest brief: ``2025-04`` or ``2025``."""
    column = view.index.column("council")
    published = view.index.frame["published"]
    first = column.first(view.without("council"))
    return {
        council: published.iloc[row][:_MONTH]
        for council, row in zip(column.ids, first.tolist(), strict=True)
        if row >= 0 and published.iloc[row]
    }


def latest(view: View) -> str:
    """Return the month or the year of the newest of all briefs, "" where none has a date."""
    published = view.index.frame["published"]
    return str(published.max())[:_MONTH] if len(published) else ""
