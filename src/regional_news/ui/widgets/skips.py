"""Links past what stands between, unseen until the tab key comes to one."""

import re
from collections.abc import Mapping

from regional_news.ui.components import draw

_NO_NAME = re.compile(r"[^a-zA-Z0-9_-]")


def skip_links(links: Mapping[str, str], place: str = "") -> None:
    """Draw links by their words, each to a keyed part of the page: its first field gets the focus.

    ``place`` tells several on a page apart.
    """
    data = {"links": [(words, selector(key)) for words, key in links.items()]}
    draw("skips", data, key=f"skips {place}".strip())


def selector(key: str) -> str:
    """Return how the browser finds a part of the page by its key."""
    return f".st-key-{_NO_NAME.sub('-', key)}"
