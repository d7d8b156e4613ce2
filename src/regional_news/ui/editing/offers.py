"""Councils that a text may name as well: offered, taken or refused by one press, and remembered."""

import streamlit as st

from regional_news.errors import StoreError
from regional_news.model import Mention, Role
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
        names = " or ".join(council_label(snapshot, each.id) for each in mention.candidates)
        said = mention.evidence[0] if mention.evidence else mention.matched
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f":material/lightbulb: **{plain(names)}?** {plain(f'The text says “{said}”.')}",
                width="content",
            )
            for council in mention.candidates:
                one = len(mention.candidates) == 1
                st.button(
                    "Yes" if one else plain(f"Yes, {council_label(snapshot, council.id)}"),
                    key=f"{offer_key(item.key, mention)} {council.id} yes",
                    on_click=_answer,
                    args=(item, mention, council.id),
                )
            st.button(
                "No",
                key=f"{offer_key(item.key, mention)} no",
                on_click=_answer,
                args=(item, mention, ""),
            )


def _answer(item: Item, mention: Mention, council_id: str) -> None:
    """Take a council into the brief, or none; keep the answer for each that was offered."""
    worksheet().settle(offer_key(item.key, mention))
    if council_id:
        field = "councils" if mention.role is Role.SUBJECT else "also_mentions"
        named = [*getattr(item.now, field), council_id]
        worksheet().edit(item.key, field, list(dict.fromkeys(named)))
    try:
        _keep(item, mention, council_id)
    except StoreError as error:
        st.error(plain(str(error)))


def _keep(item: Item, mention: Mention, council_id: str) -> None:
    brief = item.entry.brief
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
