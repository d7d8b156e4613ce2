"""The edit that mends what a spreadsheet spoilt in the file of briefs."""

from regional_news.gazetteer.resolver import Resolver
from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import Sheet
from regional_news.store.sheets import BRIEFS, COLUMNS
from regional_news.store.spoilt import mended
from regional_news.table.shape import shaped


def tidying(text: str, resolver: Resolver, what: str) -> Edit | None:
    """Return the edit that puts a file's text in order; None where it is.

    Where the file has the app's shape, only the rows from the first to the last that change are in
    it; else the whole text.
    """
    data, faults = shaped(text.encode())
    told = data.decode()
    sheet = Sheet(told, COLUMNS[BRIEFS])
    rows = sheet.rows
    before = [sheet.values(row) for row in rows]
    pairs = zip(rows, before, mended(before, resolver), strict=True)
    edits = [
        sheet.rewritten(row, {name: new[name] for name in new if new[name] != old.get(name)}, what)
        for row, old, new in pairs
        if new != old
    ]
    after = told
    for edit in reversed(edits):
        after = edit.applied(after)
    if faults:
        return Edit(0, text, after, what)
    if not edits:
        return None
    first, last = edits[0].at, edits[-1].at + len(edits[-1].before)
    return Edit(first, told[first:last], after[first : len(after) - len(told) + last], what)
