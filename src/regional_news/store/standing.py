"""Which changes still stand, and which of them may be taken back by themselves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise

from regional_news.errors import StaleVersion, StoreError
from regional_news.store.change import Cells, Change, RowChange
from regional_news.store.sheets import COLUMNS
from regional_news.text import amount, fold

_MOST = 3
"""Changes that are told one by one."""

_Rows = Mapping[tuple[str, ...], Cells | None]


def standing(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that were not taken back, the oldest first.

    A change whose taking back was itself taken back stands again.
    """
    taken_back, kept = set(), []
    for change in reversed(changes):
        if change.id not in taken_back:
            kept.append(change)
            taken_back.add(change.undoes)
    return tuple(reversed(kept))


def made(
    changes: Sequence[Change],
    *,
    by: str = "",
    since: date | None = None,
    until: date | None = None,
) -> tuple[Change, ...]:
    """Return the changes of a person, or of all, from the first day to the last, the oldest first.

    >>> made(changes, by="Ann", since=date(2025, 2, 3))
    """
    return tuple(
        change
        for change in changes
        if (not by or fold(change.who) == fold(by))
        and (since is None or change.on >= since)
        and (until is None or change.on <= until)
    )


def resting_on(change: Change, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the later changes that gave its rows other words, the newest first.

    Rows that say again what the change left may be taken back, whatever was done to them in the
    meantime. A change that only restored how rows were written is none of them. The shape of a
    file, which is no row's, goes back only before anything later.
    """
    since = changes[changes.index(change) + 1 :]
    later, rewrote = {each.id for each in since}, _rewrote(change, since)
    return tuple(
        each
        for each in reversed(standing(changes))
        if each.id in later and each.undoes not in later and (each.id in rewrote or not change.rows)
    )


def in_words(changes: Sequence[Change]) -> str:
    """Return the first changes in words, and how many more there are."""
    words = "; ".join(each.words for each in changes[:_MOST])
    rest = len(changes) - _MOST
    return f"{words}; and {amount(rest, 'more change')}" if rest > 0 else words


def adding(brief_ids: Collection[str], changes: Sequence[Change]) -> Change | None:
    """Return the first change that stands and added one of some briefs, None where none did."""
    for change in standing(changes):
        for row in change.rows:
            if row.before is None and row.after and row.after.get("id") in brief_ids:
                return change
    return None


def deleting(brief_id: str, changes: Sequence[Change]) -> Change | None:
    """Return the newest change after which there was no brief with an id, None where none is."""
    for change in reversed(changes):
        for row in change.rows:
            if row.after is None and row.before and row.before.get("id") == brief_id:
                return change
    return None


def change_to_undo(changes: Sequence[Change], change_id: str) -> Change | None:
    """Return the change to take back: with an id that one, else the newest; None without any.

    The newest is looked for among those that take nothing back themselves. Raises StoreError where
    there is no change with the id, StaleVersion where it may not be taken back by itself.
    """
    stand = standing(changes)
    if not change_id:
        return next((each for each in reversed(stand) if not each.undoes), None)
    change = next((each for each in changes if each.id == change_id), None)
    if change is None:
        raise StoreError(f"There is no change {change_id}; look at the changes again.")
    if change not in stand:
        by = next(each for each in reversed(stand) if each.undoes == change_id)
        raise StaleVersion(f"That was taken back already: {by.words}.")
    if later := resting_on(change, changes):
        raise StaleVersion(
            f"This cannot be taken back by itself, since something was changed on top of it: "
            f"{in_words(later)}. Take {'those' if later[1:] else 'that'} back first."
        )
    return change


def changed_by_hand(change: Change) -> StaleVersion:
    """Return the error where the rows do not say any more what the change left."""
    return StaleVersion(
        f"This cannot be taken back, since its rows were changed by hand later: {change.words}. "
        "Correct the briefs themselves."
    )


def is_unbroken_since(change: Change, changes: Sequence[Change], now: str) -> bool:
    """Whether everything that happened after a change stands in the journal."""
    since = changes[changes.index(change) :]
    return since[-1].new == now and all(one.new == two.old for one, two in pairwise(since))


def _rewrote(change: Change, since: Sequence[Change]) -> set[str]:
    """Return the ids of later changes that moved rows of a change which say something else now."""
    first = COLUMNS[change.file][0]
    left = {_name(row.after or row.before or {}, first): row.after for row in change.rows}
    now: _Rows = left
    moved = dict[str, set[tuple[str, ...]]]()
    for each in since:
        if each.file == change.file:
            then = _after(now, each, first)
            moved[each.id] = _differing(now, then)
            now = then
    other = _differing(left, now)
    return {each for each, names in moved.items() if names & other}


def _differing(one: _Rows, two: _Rows) -> set[tuple[str, ...]]:
    """Return what tells the rows that say something else in two."""
    pairs = ((name, RowChange(one[name], two[name])) for name in one if one[name] is not two[name])
    return {name for name, pair in pairs if pair.changed}


def _after(rows: _Rows, change: Change, first: str) -> _Rows:
    """Return what rows say after another change."""
    now = dict(rows)
    for row in change.rows:
        gone, come = (_name(side, first) if side else () for side in (row.before, row.after))
        is_copy = bool(gone and come) and gone != come and len(gone) == 1  # the first keeps its id
        if gone in now and not is_copy:
            now[gone] = None
        if come in now:
            now[come] = row.after
    return now


def _name(row: Cells, first: str) -> tuple[str, ...]:
    return (fold(row[first]),) if row.get(first, "").strip() else tuple(row.values())
