"""The components of our own: menu, search, filters with counts, the list of briefs, and others.

Streamlit has no menu whose links keep the query, no list of options with a count beside each, no
card that keeps keyboard focus over a rerun, no table whose numbers are links, no button that copies
the address, no choice of one council among hundreds that Enter takes alone, and nothing that hands
a map its news, notices when it does not draw, notices a server that came back, saves in the browser
what an editor began, reads what is pasted at once, or leads the keyboard past what stands between
and on where what had the focus is gone. They draw what Python hands them and hold no state: what a
reader does with them changes the address. ``frame`` shows nothing: it has the style of the pages,
since a file costs a rerun less than a text that is sent with each, and changes the address.
``pyproject.toml`` in the package's folder declares them.

The browser pays for every element of a page at every rerun, so a component draws all that stands
together: the title with its buttons, the filters with theirs.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

import streamlit as st

_HTML = {
    "site": "<header class='site'><a class='brand' target='_self'><img src='app/static/logo.png' "
    "alt='Regional news map'></a><nav aria-label='Pages'><button type='button' "
    "aria-expanded='false'>Menu</button><ul></ul></nav></header>",
    "search": "<form class='search' role='search'><label for='words'>Search words, councils, "
    "themes and regions</label><div class='box'><input id='words' type='search' name='q' "
    "role='combobox' aria-expanded='false' aria-controls='found' aria-autocomplete='list' "
    "autocomplete='off' maxlength='200'><button type='submit'>Search</button>"
    "<div id='found' role='listbox' aria-label='Suggestions' hidden></div></div>"
    "<p class='said' role='status'></p><p class='noted' role='status'></p></form>",
    "facets": "<div class='facets'><h2 tabindex='-1'></h2>"
    "<button type='button' class='clear'>Clear all filters</button><div class='groups'></div>"
    "<details class='dates'><summary><span>Dates and mentions</span></summary>"
    "<label>Published since<input type='text' name='since' placeholder='April 2023' "
    "maxlength='30' aria-invalid='false'><small role='status'></small></label>"
    "<label>Published until<input type='text' name='until' placeholder='2025' "
    "maxlength='30' aria-invalid='false'><small role='status'></small></label>"
    "<label class='switch'><input type='checkbox' name='mentions'>Count councils that are only "
    "mentioned<small>A brief about one council often names others: hollow bubbles.</small></label>"
    "<label class='switch'><input type='checkbox' name='past'>Include councils that a chosen one "
    "replaced<small>Cumberland Council then also finds what Carlisle City Council did before 2023."
    "</small></label></details><div class='close'><button type='button' class='done'></button>"
    "</div></div>",
    "briefs": "<div class='briefs'><p role='status'></p><p class='whole'></p>"
    "<p class='printed'></p><ol class='cards'></ol>"
    "<div class='empty' hidden></div><nav aria-label='Pages of the list'><ul class='pages'></ul>"
    "</nav></div>",
    "matrix": "<div class='matrix' tabindex='0' role='region' aria-label='Theme by region'>"
    "<table></table></div>",
    "councils": "<div class='councils'></div>",
    "heading": "<div class='heading'><h1 tabindex='-1'></h1><div class='shortcuts'>"
    "<button type='button' class='filters'>Filters</button>"
    "<button type='button' class='map'>Go to the map</button>"
    "<button type='button' class='copy' disabled>Copy link</button>"
    "<button type='button' class='follow' aria-expanded='false' aria-controls='following' hidden>"
    "Follow</button><p class='said' role='status'></p>"
    "<input class='address' readonly hidden aria-label='Link to this page'></div>"
    "<section id='following' class='following' aria-labelledby='follow-this' hidden>"
    "<h2 id='follow-this' tabindex='-1'>Follow this view</h2>"
    "<p class='what'></p>"
    "<div class='feed'><input class='feed-address' readonly aria-label='Address of the feed'>"
    "<button type='button' class='copy-feed'>Copy address</button></div>"
    "<div class='key'><button type='button' class='show-key'>Show my feed address</button>"
    "<button type='button' class='new-key'>Make a new address; the old one stops</button></div>"
    "<p class='fed' role='status'></p><div class='ways'></div>"
    "<button type='button' class='close'>Close</button></section>"
    "<ul class='chosen' aria-label='Filters in use'></ul></div>",
    "printed": "<table class='printed'><thead></thead><tbody></tbody></table><p></p>",
    "choice": "<label><span></span><select></select></label>",
    "welcome": "<div class='welcome'><p class='about'></p><p class='newest'></p>"
    "<label>Issue<select class='issue' aria-label='Issue'></select></label><p class='compare'></p>"
    "<p class='since' role='status' hidden></p><p class='own' hidden></p></div>",
    "mine": "<div class='mine'><button type='button' aria-pressed='false'></button>"
    "<p class='said' role='status'></p><div class='fresh' hidden></div></div>",
    "frame": "<div hidden></div>",
    "autosave": "<div hidden></div>",
    "focus": "<div hidden></div>",
    "pasting": "<div hidden></div>",
    "skips": "<div class='skips'></div>",
    "picker": "<div class='picker'><label class='label'></label><div class='box'>"
    "<ul class='chips'></ul><input class='typed' role='combobox' type='text' maxlength='120' "
    "aria-autocomplete='list' aria-expanded='false' autocomplete='off' spellcheck='false' "
    "placeholder='Type any name: Caerdydd, GMCA, Bucks'></div>"
    "<ul class='found' role='listbox' aria-label='Councils found' hidden></ul>"
    "<div class='question' role='group' hidden></div><p class='said' role='status'></p></div>",
    "news": "<a class='skip' href='#'>Skip the map</a>"
    "<div class='note'><p role='status'>Drawing the map…</p></div>",
}

_UNSTYLED = ("autosave", "focus", "pasting")


_OPEN = {"frame", "site", "picker", "skips"}
"""Those that stand in the page itself: its style; its first links, behind which a way past them
could not be told from other links; what stands in dialogs, whose tab key sees no shadow tree."""


@cache
def _component(name: str) -> Callable[..., Any]:
    mount: Callable[..., Any] = st.components.v2.component(
        f"regional-news.{name}",
        html=_HTML[name],
        css=None if name in _UNSTYLED else f"{name}.css",
        js=f"{name}.js",
        isolate_styles=name not in _OPEN,
    )
    return mount


def draw(
    name: str,
    data: Mapping[str, Any],
    on: Mapping[str, Callable[[Any], None]] | None = None,
    *,
    key: str = "",
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Draw a component; ``on`` maps what it tells the server to what is then done with the value.

    A component that a page draws several times needs a ``key`` for each.
    """
    key, on = key or name, on or {}

    def told(event: str) -> Callable[[], None]:
        return lambda: _tell(key, event, on[event])

    callbacks = {f"on_{event}_change": told(event) for event in on}
    # In a list Streamlit would look for a table, for a tenth of what the page costs.
    shown = {name: tuple(x) if isinstance(x, list) else x for name, x in data.items()}
    _component(name)(key=key, data=shown, width=width, **callbacks)


def _tell(key: str, event: str, act: Callable[[Any], None]) -> None:
    value = getattr(st.session_state[key], event)
    if value is not None:
        act(value)
