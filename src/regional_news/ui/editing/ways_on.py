"""The ways from anywhere on a page of briefs to what needs somebody next, and to Save."""

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
    """Return the key of what a brief needs first: the answers to a question, or a field."""
    return f"card {item.key}" if item.doubts else key_now(f"{item.key} {FIELDS[item.needed[0]]}")
