"""Which column of a spreadsheet holds what of a brief, told by its header, for a person to mend."""

from collections.abc import Mapping, Sequence

from regional_news.table.schema import FILE_COLUMNS
from regional_news.text import fold

LABELS: Mapping[str, str] = {
    "headline": "Headline",
    "summary": "Text",
    "region": "Region",
    "councils": "Councils it is about",
    "council_ids": "Councils, by their ids",
    "also_mentions": "Councils it only mentions",
    "themes": "Themes",
    "theme_ids": "Themes, by their ids",
    "issue": "Issue",
    "published": "Published",
    "source_title": "Title of the source",
    "source_url": "Address of the source",
    "id": "Id",
}
"""What a column can hold, in the words for people."""

_ALSO = {
    "headline": ("title", "heading", "news", "subject"),
    "summary": ("text", "brief", "story", "description", "body", "content", "details", "item"),
    "region": ("nation", "area", "nation or region", "region or nation"),
    "councils": ("council", "authority", "authorities", "local authority", "about", "who"),
    "also_mentions": ("mentions", "mentioned", "also", "other councils", "only mentions"),
    "themes": ("theme", "topic", "topics", "category", "categories", "tags", "tag", "subject area"),
    "issue": ("edition", "magazine", "issue name", "publication"),
    "published": ("date", "month", "publication date", "issue date", "when", "year"),
    "source_title": ("source", "source name"),
    "source_url": ("url", "link", "address", "web address", "source link", "website"),
    "id": ("brief id", "ref", "reference"),
}
TEMPLATE = tuple(column for column in FILE_COLUMNS if column != "id")
"""The columns of the template, those of the file without the id, which the app gives."""


def columns_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return what each column holds, "" where its name does not tell; each thing once.

    >>> columns_of(["Title", "DATE", "Local authority", "Colour"])
    ("headline", "published", "councils", "")
    """
    found: list[str] = []
    for name in header:
        meant = _meant(name)
        found.append(meant if meant not in found else "")
    return tuple(found)


def _meant(name: str) -> str:
    folded = fold(name.replace("_", " ")).strip(" .:*")
    for column in LABELS:
        words = (column.replace("_", " "), LABELS[column], *_ALSO.get(column, ()))
        if folded in map(fold, words):
            return column
    return ""
