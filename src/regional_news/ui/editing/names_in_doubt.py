"""Names that are in doubt in stored briefs: a choice of council that is learnt for all of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from regional_news.errors import StoreError
from regional_news.snapshot.snapshot import Snapshot
from regional_news.table.schema import RowProblem
from regional_news.text import amount, fold
from regional_news.ui.editing.council_picker import Choice, council_label, council_picker
from regional_news.ui.editing.receipt import saved
from regional_news.ui.editing.spoilt_rows import names_parted
from regional_news.ui.session.editing import store_for_editor, who, with_newest
from regional_news.ui.widgets.geocoding import suggested_council
from regional_news.ui.widgets.plain import plain

_FEW = 2
"""Up to how many briefs are shown with a name without being asked for."""

MOST = 20
"""How many names, or briefs, are shown at once."""


def names_in_doubt(snapshot: Snapshot) -> bool:
    """Draw the names in doubt, each with its candidates; return whether there are any.

    Names that mending what a spreadsheet spoilt parts are no question.
    """
    parted = names_parted(snapshot) if snapshot.problems else ()
    names: dict[str, list[RowProblem]] = defaultdict(list)
    for problem in snapshot.problems:
        if problem.name and fold(problem.name) not in parted:
            names[fold(problem.name)].append(problem)
    if names:
        st.header(f"Names in doubt: {len(names)}")
        st.markdown("Your choice counts for every brief with the same words, now and later.")
        say_first(len(names))
    for problems in list(names.values())[:MOST]:
        with st.container(border=True):
            _name(snapshot, problems)
    return bool(names)


def say_first(count: int) -> None:
    """Say that there are more than are shown, where there are."""
    if count > MOST:
        st.caption(f"The first {MOST} are shown; the next ones come up as these are settled.")


def _name(snapshot: Snapshot, problems: Sequence[RowProblem]) -> None:
    """Draw a name in doubt: a button for each candidate, any other council, where it stands."""
    name, count = problems[0].name, len(problems)
    st.subheader(plain(f"“{name}”"))
    st.markdown(f"In {amount(count, 'brief')}. Which council is it?")
    candidates = dict.fromkeys(each for problem in problems for each in problem.candidates)
    with st.container(horizontal=True):
        for council_id in candidates:
            label = plain(council_label(snapshot, council_id))
            if st.button(label, key=f"{name} is {council_id}"):
                _learn(name, council_id)
    if not candidates and (near := suggested_council(snapshot, name)):
        _learn(name, near)
    _another(snapshot, name)
    _places(snapshot, {problem.brief_id for problem in problems})


def _another(snapshot: Snapshot, name: str) -> None:
    """Draw the choice of any other council, which is confirmed before it is learnt."""
    kept = f"{name} is another"
    chosen: list[str] = st.session_state.get(kept, [])

    def take(ids: list[str]) -> None:
        st.session_state[kept] = ids[:1]

    choice = Choice("Another council", chosen, most=1)
    council_picker(snapshot, choice, key=f"{name} another", on_change=take)
    if chosen and st.button("It is this one", key=f"{name} is chosen", type="primary"):
        _learn(name, chosen[0])


def _places(snapshot: Snapshot, brief_ids: Collection[str]) -> None:
    with st.expander("Where it stands", expanded=len(brief_ids) <= _FEW):
        frame = snapshot.index.frame
        for row in frame[frame["id"].isin(brief_ids)].to_dict("records"):
            st.markdown(_shown(row))


def _shown(row: Mapping[object, str]) -> str:
    return f"**{plain(row['headline'])}**  \n{plain(row['summary'])}"


def _learn(name: str, council_id: str) -> None:
    try:
        change = with_newest(
            lambda now, token: store_for_editor().learn_alias(
                name, council_id, now.codec, who=who(), version=token
            )
        )
    except StoreError as error:
        st.error(plain(str(error)))
        return
    saved(*filter(None, [change]))
