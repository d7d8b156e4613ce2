"""Takes one change of a file back, however old, and leaves what was changed since as it is.

The rows that the change left are looked for as they were written, else by what they say: somebody
may have put the whole file in order since. A row that comes back gets its old place, which is
followed through the changes since then.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from regional_news.store.change import Cells, Change
from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import Row, Sheet, spans
from regional_news.store.files.tidying import sheet_of
from regional_news.store.sheets import COLUMNS
from regional_news.store.standing import changed_by_hand

Gap = tuple[str, int]
"""The id of a change that took rows out of a text, and where they stood."""


def undoing(text: str, change: Change, changes: Sequence[Change], now: str) -> Edit:
    """Return the edit of ``text`` that takes a change back.

    ``now`` is the version token of the files. Raises StaleVersion where the rows do not stand
    there as the change left them.
    """
    edit = Edit(**{"columns": (), **change.edit}) if "at" in change.edit else None
    if edit and change.new == now:  # nothing happened since: every byte is as it was before
        return edit.reversed(change.taken_back)
    if not change.rows:
        raise changed_by_hand(change)
    sheet = sheet_of(change.file, text)
    is_as_written = edit is not None and sheet.own_columns == tuple(edit.columns)
    if all(row.after is None for row in change.rows):
        place = dict(_gaps(changes, change.file, now)).get(change.id, len(text))
        # Where others stand among them, which stayed, only the rows that went come back.
        lines = edit.before if edit and is_as_written and not edit.after else ""
        return _put_back(sheet, change, lines, place)
    if edit and is_as_written and (span := sheet.span_of(edit.after)):
        start, end = span
        return Edit(start, text[start:end], edit.before, change.taken_back, sheet.own_columns)
    return Edit.joined(sorted(_row_by_row(sheet, change), key=lambda each: each.at), text)


def _put_back(sheet: Sheet, change: Change, lines: str, at: int) -> Edit:
    """Return the edit that puts back the rows that a change took out, written as ``lines``."""
    gone = [row.before for row in change.rows if row.before]
    first = COLUMNS[change.file][0]
    names = {row.get(first, "") for row in gone} - {""}
    if sheet.rows_with(first, names):
        raise changed_by_hand(change)
    return sheet.put_back(lines or sheet.lines_of(gone), at, change.taken_back)


def _row_by_row(sheet: Sheet, change: Change) -> Iterator[Edit]:
    """Yield the edit of each row that says what the change left; all of them must."""
    columns = COLUMNS[change.file]
    left = [(row.before, row.after) for row in change.rows if row.after]
    if len(left) < len(change.rows):
        raise changed_by_hand(change)
    there = sheet.rows_with(columns[0], {after.get(columns[0], "").strip() for _, after in left})
    for before, after in left:
        row = next((row for row in there if _same(sheet.values(row), after, columns)), None)
        if row is None:
            raise changed_by_hand(change)
        there.remove(row)
        yield _undone(sheet, row, before, change)


def _undone(sheet: Sheet, row: Row, before: Cells | None, change: Change) -> Edit:
    if before is None:
        return sheet.removed(row, change.taken_back)
    cells = {name: before.get(name, "") for name in COLUMNS[change.file]}
    return sheet.rewritten(row, cells, change.taken_back)


def _same(one: Cells, two: Cells, columns: Sequence[str]) -> bool:
    return all(one.get(each, "") == two.get(each, "") for each in columns)


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
    above = [(by, _inside(at, edit)) for by, at in gaps if at < max(end, edit.at + 1)]
    below = [(by, at + grown) for by, at in gaps[len(above) :]]
    new = [] if edit.after else [(change.id, edit.at)]
    return [*above, *new, *below]


def _inside(at: int, edit: Edit) -> int:
    """Return where a place lies after an edit: within it, below as many rows as before."""
    if at <= edit.at:
        return at
    before, after = ([start for start, *_ in spans(text)] for text in (edit.before, edit.after))
    row = bisect_left(before, at - edit.at)
    return edit.at + after[row] if len(before) == len(after) and row < len(after) else edit.at
