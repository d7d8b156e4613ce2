"""Councils that a text may name as well: offered, taken or refused by one press, and remembered."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from regional_news.errors import StoreError
from regional_news.model import Brief, Mention, Role
from regional_news.recognition.corrections import Correction
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.page_items import Item, offer_key
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.editing import corrections, who
from regional_news.ui.widgets.plain import plain


def offers(snapshot: Snapshot, item: Item) -> None:
    """Draw what is offered for a brief; an answer holds for every text with the same words."""
    for mention in item.offers:
        offer(snapshot, mention, offer_key(item.key, mention), partial(_answer, item, mention))


def offer(
    snapshot: Snapshot, mention: Mention, key: str, answer: Callable[[str], None] | None = None
) -> str | None:
    """Draw an offer; return the id that is taken, "" for No, None while nobody answers.

    Where there is an ``answer`` it gets the same before the next run.
    """
    names = " or ".join(council_label(snapshot, each.id) for each in mention.candidates)
    said = mention.evidence[0] if mention.evidence else mention.matched
    ways = {each.id: f"Yes, {council_label(snapshot, each.id)}" for each in mention.candidates}
    ways = (ways if len(ways) > 1 else dict.fromkeys(ways, "Yes")) | {"": "No"}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/lightbulb: **{plain(names)}?** {plain(f'The text says “{said}”.')}",
            width="content",
        )
        pressed = [
            taken
            for taken, label in ways.items()
            if st.button(
                plain(label),
                key=f"{key} {taken} yes" if taken else f"{key} no",
                on_click=answer,
                args=(taken,) if answer else None,
            )
        ]
    return next(iter(pressed), None)


def _answer(item: Item, mention: Mention, council_id: str) -> None:
    """Take a council into the brief, or none; keep the answer for each that was offered."""
    worksheet().settle(offer_key(item.key, mention))
    if council_id:
        column = column_of(mention)
        named = [*getattr(item.now, column), council_id]
        worksheet().edit(item.key, column, list(dict.fromkeys(named)))
    remember(item.entry.brief, mention, council_id)


def column_of(mention: Mention) -> str:
    """Return in which column of a brief a council stands once it is taken."""
    return "councils" if mention.role is Role.SUBJECT else "also_mentions"


def remember(brief: Brief, mention: Mention, council_id: str) -> bool:
    """Keep an answer, or say why it cannot be kept; return whether it is kept."""
    try:
        _keep(brief, mention, council_id)
    except StoreError as error:
        st.error(plain(str(error)))
        return False
    return True


def _keep(brief: Brief, mention: Mention, council_id: str) -> None:
    for council in mention.candidates:
        corrections().add(
            Correction(
                brief.summary,
                mention.matched,
                council.id,
                yes=council.id == council_id,
                who=who(),
                region=brief.region,
                published=str(brief.published),
            )
        )
