"""The ways from anywhere on a page of briefs to what needs somebody next, and to Save."""

import streamlit as st

from regional_news.ui.editing.focus import form_at_work
from regional_news.ui.editing.page_items import Item, Items
from regional_news.ui.editing.readiness import FIELDS
from regional_news.ui.widgets.fields import key_now
from regional_news.ui.widgets.skips import skip_links

SAVE_BAR = "save-bar"


def ways_on(items: Items, here: Item | None = None, *, place: str = "") -> None:
    """Draw links past what stands between; on a brief's card, ``here``, to the one after it."""
    needy, links = items.in_need, {}
    later = needy[needy.index(here) + 1 :] if here in needy else needy
    if onward := next((each for each in (*later, *needy) if each is not here), None):
        words = "Skip to the next that needs you" if here else "Skip to what needs you"
        links[words] = asked_first(onward)
    if items.wanted:
        links["Skip to Save"] = SAVE_BAR
    skip_links(links, here.key if here else place)  # where there are none, too: see brief_form


def asked_first(item: Item) -> str:
    """Return the key of what a brief needs first: the answers to a question, or a field.

    That of its line, where that is folded.
    """
    if not item.asked and not item.other and not st.session_state.get(fold := f"fold {item.key}"):
        return fold
    is_asked = item.doubts or item.unsure
    return f"asks {item.key}" if is_asked else key_now(f"{item.key} {FIELDS[item.needed[0]]}")


def next_focus(items: Items) -> str:
    """Return the key of what the brief at work asks next, else the first in need; "" for none."""
    form, field = form_at_work()
    here = next((each for each in items.wanted if each.key == form), None)
    if here and (here.doubts or here.offers):
        return f"asks {here.key}"
    if here and here.needed:
        return asked_first(here)
    if here and field:
        return key_now(field)
    return next(map(asked_first, items.in_need), "")
