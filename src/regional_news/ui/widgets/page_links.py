"""Links to the pages of a list: the first, the last and those near by."""

from typing import Any

from regional_news.query import View
from regional_news.ui.session import address

PAGE_SIZE = 15

_NEAR = 1
"""How many pages before and after the one shown are named."""


def page_of(view: View) -> tuple[int, int]:
    """Return which page of the list of a view the address asks for, and how many there are."""
    pages = max(1, -(-len(view) // PAGE_SIZE))
    return address.number(address.PAGE, pages), pages


def page_links(page: int, pages: int) -> list[dict[str, Any]]:
    """Return the links in order, a gap where pages are left out; none where there is one page."""
    if pages == 1:
        return []
    shown = sorted({1, pages, *range(max(1, page - _NEAR), min(pages, page + _NEAR) + 1)})
    links = [_link("Previous", "Previous page", page - 1)] if page > 1 else []
    before = 0
    for number in shown:
        if number > before + 1:
            links.append({"label": "…", "name": "", "href": "", "number": 0})
        links.append(_link(str(number), f"Page {number} of {pages}", number))
        before = number
    return [*links, *([_link("Next", "Next page", page + 1)] if page < pages else [])]


def _link(label: str, name: str, number: int) -> dict[str, Any]:
    query = [each for each in address.canonical() if each[0] != address.PAGE]
    page = [(address.PAGE, str(number))] if number > 1 else []
    return {
        "label": label,
        "name": name,
        "href": address.here([*query, *page]),
        "number": 0 if label in {"Previous", "Next"} else number,
    }
