"""The page Review: what is in doubt or unplaced, and the choices that settle it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

import streamlit as st

from regional_news.errors import StoreError
from regional_news.model import Brief
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import Change, briefs_in
from regional_news.table.schema import RowProblem
from regional_news.text import amount, fold
from regional_news.ui.session.editing import (
    editor,
    say_closed,
    say_recovered,
    show_saved,
    store_for_editor,
    token_of,
    who,
)
from regional_news.ui.session.sign_in import may_edit
from regional_news.ui.widgets.brief_form import brief_form, council_ids, council_label, lacks
from regional_news.ui.widgets.geocoding import suggested_council
from regional_news.ui.widgets.notes import row_notes
from regional_news.ui.widgets.plain import plain

_SETTLED = "settled in review"
_ELSEWHERE = "Its councils lie in other regions than its own."
_FEW = 2
"""Up to how many briefs are shown with a name without being asked for."""
_MOST = 20
"""How many names and how many briefs are shown at once: each has a choice of every council."""


def review(snapshot: Snapshot) -> None:
    """Draw the page."""
    st.title("Review")
    if not may_edit():
        say_closed()
        return
    say_recovered()
    _settled()
    names, others = _in_doubt(snapshot)
    misplaced = _misplaced(snapshot)
    if not (names or others or misplaced):
        st.success(
            "Nothing is in doubt: every name has its council.", icon=":material/check_circle:"
        )
        return
    editor()
    _names(snapshot, names)
    if misplaced:
        st.header(f"Briefs to place: {len(misplaced)}")
        _say_first(len(misplaced))
    for brief, reason in misplaced[:_MOST]:
        _brief(snapshot, brief, reason)
    if others:
        st.header(f"Rows to mend in the file: {len(others)}")
        row_notes(others)


def _in_doubt(snapshot: Snapshot) -> tuple[Mapping[str, list[RowProblem]], Sequence[RowProblem]]:
    """Return the problems with a name by that name, and the other problems."""
    names: dict[str, list[RowProblem]] = defaultdict(list)
    for problem in snapshot.problems:
        if problem.name:
            names[fold(problem.name)].append(problem)
    return names, [problem for problem in snapshot.problems if not problem.name]


def _names(snapshot: Snapshot, names: Mapping[str, Sequence[RowProblem]]) -> None:
    if names:
        st.header(f"Names in doubt: {len(names)}")
        st.markdown("Your choice counts for every brief with the same words, now and later.")
        _say_first(len(names))
    for problems in list(names.values())[:_MOST]:
        with st.container(border=True):
            _name(snapshot, problems)


def _say_first(count: int) -> None:
    """Say that there are more than are shown, where there are."""
    if count > _MOST:
        st.caption(f"The first {_MOST} are shown; the next ones come up as these are settled.")


def _name(snapshot: Snapshot, problems: Sequence[RowProblem]) -> None:
    """Draw a name in doubt: a button for each candidate, any other council, where it stands."""
    name, count = problems[0].name, len(problems)
    st.subheader(plain(f"“{name}”"))
    st.markdown(f"In {amount(count, 'brief')}. Which council is it?")
    with st.container(horizontal=True):
        for council_id in dict.fromkeys(
            each for problem in problems for each in problem.candidates
        ):
            label = plain(council_label(snapshot, council_id))
            if st.button(label, key=f"{name} is {council_id}"):
                _learn(snapshot, name, council_id)
    if not any(problem.candidates for problem in problems) and (
        near := suggested_council(snapshot, name)
    ):
        _learn(snapshot, name, near)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        other = st.selectbox(
            "Another council",
            council_ids(snapshot),
            index=None,
            format_func=lambda each: council_label(snapshot, each),
            key=f"{name} is another",
            placeholder="Choose a council",
        )
        if st.button("It is this one", key=f"{name} is chosen", disabled=other is None):
            _learn(snapshot, name, other or "")
    _places(snapshot, {problem.brief_id for problem in problems})


def _places(snapshot: Snapshot, brief_ids: Collection[str]) -> None:
    with st.expander("Where it stands", expanded=len(brief_ids) <= _FEW):
        frame = snapshot.index.frame
        for row in frame[frame["id"].isin(brief_ids)].to_dict("records"):
            st.markdown(f"**{plain(row['headline'])}**  \n{plain(row['summary'])}")


def _learn(snapshot: Snapshot, name: str, council_id: str) -> None:
    try:
        change = store_for_editor().learn_alias(
            name, council_id, snapshot.codec, who=who(), version=token_of(snapshot)
        )
    except StoreError as error:
        st.error(plain(str(error)))
        return
    _note(change)


def _misplaced(snapshot: Snapshot) -> list[tuple[Brief, str]]:
    """Return the briefs about no council, or about councils of other regions only."""
    in_doubt = {each.brief_id for each in snapshot.problems if each.name}

    @cache
    def is_elsewhere(councils: str, region: str) -> bool:
        return region not in {snapshot.gazetteer[each].region for each in councils.split()}

    frame = snapshot.index.frame
    columns = zip(frame["id"], frame["councils"], frame["region"], strict=True)
    odd = [
        is_elsewhere(councils, region) if councils else brief_id not in in_doubt
        for brief_id, councils, region in columns
    ]
    return [
        (brief, _ELSEWHERE if brief.councils else "It is about no council.")
        for brief in briefs_in(frame[odd])
    ]


def _brief(snapshot: Snapshot, brief: Brief, reason: str) -> None:
    with st.expander(plain(brief.headline), expanded=False):
        st.warning(reason, icon=":material/help:")
        key = f"{hash(brief)}"  # where somebody else changes the brief, the form begins anew
        mended = brief_form(snapshot, brief, f"mend {key}")
        whole = not lacks(mended)
        if st.button("Save this brief", key=f"save {key}", type="primary", disabled=not whole):
            try:
                change = store_for_editor().replace(
                    mended, snapshot.codec, who=who(), version=token_of(snapshot)
                )
                _note(change)
            except StoreError as error:
                st.error(plain(str(error)))


def _note(change: Change | None) -> None:
    st.session_state[_SETTLED] = change
    show_saved()


def _settled() -> None:
    """Draw what was settled last, with the way back."""
    change: Change | None = st.session_state.get(_SETTLED)
    if change is None:
        return
    st.success(plain(f"Saved: {change.words}."), icon=":material/check_circle:")
    if st.button("Undo", icon=":material/undo:"):
        try:
            store_for_editor().undo(who=who(), change_id=change.id)
        except StoreError as error:
            st.error(plain(str(error)))
            return
        _note(None)
