"""Councils that a text may name as well: offered, taken or refused by one press, and remembered."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import streamlit as st

from regional_news.errors import StoreError
from regional_news.model import Brief, Mention, Role
from regional_news.recognition.corrections import Correction
from regional_news.snapshot.snapshot import Snapshot
from regional_news.ui.editing.council_picker import council_label
from regional_news.ui.editing.focus import stay_at
from regional_news.ui.editing.page_items import Item, doubt_key, offer_key
from regional_news.ui.editing.spelling import spelling_offer
from regional_news.ui.editing.worksheet import worksheet
from regional_news.ui.session.editing import corrections, who
from regional_news.ui.widgets.plain import plain


class Taken(NamedTuple):
    """An answer to an offer: the id of the council that is meant, "" for none, and its role."""

    council: str
    role: Role

    @property
    def column(self) -> str:
        """The column of a brief in which the council stands."""
        return _COLUMNS[self.role]


_COLUMNS = {Role.SUBJECT: "councils", Role.MENTIONED: "also_mentions"}
_WAYS = {Role.SUBJECT: ("About it", "About {}"), Role.MENTIONED: ("Only mentioned", "Mentions {}")}


def offers(snapshot: Snapshot, item: Item) -> None:
    """Draw what is offered for a brief; an answer holds for every text with the same words.

    And the right spelling of a council that the brief has; to correct it says who is meant.
    """
    for mention in item.offers:
        offer(snapshot, mention, offer_key(item.key, mention), partial(_answer, item, mention))
    meant = (each for each in item.doubts if each.is_spelling)
    settles = [doubt_key(item.key, each) for each in meant]
    spelling_offer(snapshot, item.now, item.key, settles)


def offer(
    snapshot: Snapshot, mention: Mention, key: str, answer: Callable[[Taken], None] | None = None
) -> Taken | None:
    """Draw an offer; return the answer, None while nobody gives one.

    Where there is an ``answer`` it gets the same before the next run.
    """
    names = {each.id: council_label(snapshot, each.id) for each in mention.candidates}
    said = mention.evidence[0] if mention.evidence else mention.matched
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/lightbulb: **{plain(' or '.join(names.values()))}?** "
            f"{plain(f'The text says “{said}”.')}",
            width="content",
        )
        ways = {
            Taken(council, role): labels[len(names) > 1].format(name)
            for role, labels in _WAYS.items()
            for council, name in names.items()
        }
        pressed = [
            taken
            for taken, label in (ways | {Taken("", Role.SUBJECT): "No"}).items()
            if st.button(
                plain(label),
                key=f"{key} {taken.council} {taken.role}",
                on_click=answer,
                args=(taken,) if answer else None,
            )
        ]
    return next(iter(pressed), None)


def _answer(item: Item, mention: Mention, taken: Taken) -> None:
    """Take a council into the brief, or none; keep the answer for each that was offered."""
    worksheet().settle(offer_key(item.key, mention))
    stay_at(item.key)
    if taken.council:
        for column in _COLUMNS.values():  # both: a page read again has it where it was put
            named = [each for each in getattr(item.now, column) if each != taken.council]
            if column == taken.column:  # where the text names it
                begins = item.entry.findings.begins
                later = [n for n, each in enumerate(named) if begins.get(each, -1) > mention.start]
                named.insert(min(later, default=len(named)), taken.council)
            worksheet().edit(item.key, column, named)
    remember(item.entry.brief, mention, taken)


def remember(brief: Brief, mention: Mention, taken: Taken) -> bool:
    """Keep an answer, or say why it cannot be kept; return whether it is kept."""
    try:
        for each in _corrections(brief, mention, taken):
            corrections().add(each)
    except StoreError as error:
        st.error(plain(str(error)))
        return False
    return True


def forget(brief: Brief, mention: Mention, taken: Taken) -> None:
    """Take an answer back; raises StoreError where that cannot be kept."""
    for each in _corrections(brief, mention, taken):
        corrections().take_back(each)


def _corrections(brief: Brief, mention: Mention, taken: Taken) -> Iterator[Correction]:
    """Yield what an answer says of each council that was offered."""
    for council in mention.candidates:
        is_meant = council.id == taken.council
        yield Correction(
            brief.summary,
            mention.matched,
            council.id,
            yes=is_meant,
            who=who(),
            region=brief.region,
            published=str(brief.published),
            role=taken.role if is_meant else "",
        )
