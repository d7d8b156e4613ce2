"""Briefs as a page without scripts shows them: in names that people read, each name a link."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from regional_news.exports.columns import batches
from regional_news.model import PartialDate
from regional_news.query import BriefIndex
from regional_news.query.site import Site
from regional_news.table.schema import Order
from regional_news.text import web_address


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the address to which it leads, and a note beside it."""

    label: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One brief; ``when`` is its date in words, ``published`` the same for programs.

    ``doubt`` says which councils a name in it may mean.
    """

    id: str
    href: str
    headline: str
    summary: str
    when: str
    published: str
    region: Link | None
    councils: tuple[Link, ...]
    also_mentions: tuple[Link, ...]
    themes: tuple[Link, ...]
    issue: Link | None
    source: Link | None
    doubt: str

    @property
    def title(self) -> str:
        """The headline; where there is none, what a page can be called instead."""
        return self.headline or "Brief without a headline"


def cards(index: BriefIndex, rows: Order, site: Site) -> Iterator[Card]:
    """Yield the briefs in some rows of an index, in the order given."""
    for columns in batches(index, rows):
        for cells in zip(*(column.to_pylist() for column in columns.values()), strict=True):
            yield _card(index, dict(zip(columns, cells, strict=True)), site)


def _card(index: BriefIndex, row: Mapping[str, Any], site: Site) -> Card:
    published = row["published"]
    url = web_address(row["source_url"])
    source = row["source_title"] or url
    return Card(
        id=row["id"],
        href=site.brief(row["id"]),
        headline=row["headline"],
        summary=row["summary"],
        when=PartialDate.parse(published).words if published else "",
        published=published,
        region=next(iter(_links(index, "region", row["region"], site.region)), None),
        councils=_links(index, "council", row["councils"], site.council),
        also_mentions=_links(index, "council", row["also_mentions"], site.council),
        themes=_links(index, "theme", row["themes"], site.theme),
        issue=Link(row["issue"], site.issue(row["issue"])) if row["issue"] else None,
        source=Link(source, url) if source else None,
        doubt=row["doubts"],
    )


def _links(
    index: BriefIndex, group: str, cell: str, address: Callable[[str], str]
) -> tuple[Link, ...]:
    """Return a link for each id in a cell, labelled as people read values of its group."""
    ids = cell.split()
    labels = index.labels.of(group, ids)
    return tuple(Link(label, address(each)) for each, label in zip(ids, labels, strict=True))
