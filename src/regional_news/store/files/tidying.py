"""The edit that mends what a spreadsheet spoilt in the file of briefs."""

from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import Sheet
from regional_news.store.sheets import BRIEFS, COLUMNS
from regional_news.store.spoilt import Spoils
from regional_news.table.shape import shaped


def tidying(text: str, spoils: Spoils, what: str) -> Edit | None:
    """Return the edit that puts a file's text in order; None where it is.

    Where the file has the app's shape, only the rows from the first to the last that change are in
    it; else the whole text.
    """
    data, faults = shaped(text.encode(errors="surrogateescape"))
    told = data.decode()
    sheet = Sheet(told, COLUMNS[BRIEFS])
    rows = sheet.rows
    before = [sheet.values(row) for row in rows]
    pairs = zip(rows, before, spoils.mended(before), strict=True)
    edits = [
        sheet.rewritten(row, {name: new[name] for name in new if new[name] != old.get(name)}, what)
        for row, old, new in pairs
        if new != old
    ]
    joined = Edit.joined(edits, told) if edits else None
    if not faults:
        return joined
    return Edit(0, text, joined.applied(told) if joined else told, what)
