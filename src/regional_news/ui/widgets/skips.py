"""Links past what stands between, most of them unseen until the tab key comes to one."""

import re
from collections.abc import Mapping

from regional_news.ui.components import draw

_NO_NAME = re.compile(r"[^a-zA-Z0-9_-]")


def skip_links(links: Mapping[str, str], place: str = "") -> None:
    """Draw links by their words, each to a keyed part of the page: its first field gets the focus.

    ``place`` tells several on a page apart.
    """
    _draw(links, f"skips {place}".strip())


def link_to(words: str, key: str) -> None:
    """Draw a link that is seen, to a keyed part of the page; none where the key is empty.

    A page has one.
    """
    _draw({words: key} if key else {}, "leap")


def _draw(links: Mapping[str, str], key: str) -> None:
    data = {"links": [(words, selector(part)) for words, part in links.items()]}
    draw("skips", data, key=key, width="content")


def selector(key: str) -> str:
    """Return how the browser finds a part of the page by its key."""
    return f".st-key-{_NO_NAME.sub('-', key)}"
