"""Takes one change of a file back, however old, and leaves what was changed since as it is.

The rows that the change left are looked for as they were written. A row that comes back gets its
old place, which is followed through the changes since then.
"""

from collections.abc import Sequence

from regional_news.store.change import Change
from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import Sheet
from regional_news.store.sheets import COLUMNS
from regional_news.store.standing import changed_by_hand

Gap = tuple[str, int]
"""The id of a change that took rows out of a text, and where they stood."""


def undoing(text: str, change: Change, changes: Sequence[Change], now: str) -> Edit:
    """Return the edit of ``text`` that takes a change back.

    ``now`` is the version token of the files. Raises StaleVersion where the rows do not stand
    there as the change left them.
    """
    told = {"columns": (), **change.edit}
    if "at" not in told:  # made in a database, whose rows have places instead
        raise changed_by_hand(change)
    edit = Edit(**told)
    if change.new == now:  # nothing happened since: every byte is as it was before
        return edit.reversed(change.taken_back)
    sheet = Sheet(text, COLUMNS[change.file])
    if not edit.after:
        gaps = dict(_gaps(changes, change.file, now))
        back = sheet.put_back(edit.before, gaps.get(change.id, len(text)), change.taken_back)
        first = COLUMNS[change.file][0]
        there = {sheet.values(row)[first] for row in sheet.rows} - {""}
        if any(row.before and row.before.get(first) in there for row in change.rows):
            raise changed_by_hand(change)
        return back
    span = sheet.span_of(edit.after)
    if span is None:
        raise changed_by_hand(change)
    start, end = span
    return Edit(start, text[start:end], edit.before, change.taken_back, sheet.own_columns)


def _gaps(changes: Sequence[Change], file: str, now: str) -> list[Gap]:
    """Return where in a file's text stood what was taken out of it, in the order of the text."""
    gaps: list[Gap] = []
    version = ""
    for change in changes:
        if change.old != version:  # somebody changed the files by hand: nobody knows the places
            gaps = []
        version = change.new
        if change.file == file:
            gaps = _moved(gaps, change) if "at" in change.edit else []
    return gaps if version == now else []


def _moved(gaps: list[Gap], change: Change) -> list[Gap]:
    """Return the gaps after a change."""
    edit = Edit(**{"columns": (), **change.edit})
    grown, end = len(edit.after) - len(edit.before), edit.at + len(edit.before)
    filled = next((n for n, (by, _) in enumerate(gaps) if by == change.undoes), None)
    if filled is not None and not edit.before:
        return [*gaps[:filled], *((by, at + grown) for by, at in gaps[filled + 1 :])]
    above = [(by, min(at, edit.at)) for by, at in gaps if at < max(end, edit.at + 1)]
    below = [(by, at + grown) for by, at in gaps[len(above) :]]
    new = [] if edit.after else [(change.id, edit.at)]
    return [*above, *new, *below]
