"""Whether a spreadsheet spoilt the file of briefs, and the edit that mends it."""

from regional_news.errors import StoreError
from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import Sheet, spans
from regional_news.store.sheets import BRIEFS, COLUMNS
from regional_news.store.spoilt import Spoils
from regional_news.table.shape import shaped

SPOILT = (
    "Nothing was saved: a spreadsheet program saved the file of briefs in another shape. "
    "Mend it on Review first, with one press, then save again."
)


def sheet_of(file: str, text: str) -> Sheet:
    """Return the rows of a file's text; raises StoreError where they are not in the app's shape."""
    try:
        return Sheet(text, COLUMNS[file])
    except StoreError:
        if file == BRIEFS and shaped(text.encode(errors="surrogateescape"))[1]:
            raise StoreError(SPOILT) from None
        raise


def tidying(text: str, spoils: Spoils, what: str) -> Edit | None:
    """Return the edit that puts a file's text in order; None where it is.

    Where the file has the app's shape, only the rows from the first to the last that change are in
    it; else, or where its lines end as a spreadsheet ends them, the whole text.
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
    if not faults and (joined is None or "\r" not in told):
        return joined
    return Edit(0, text, _with_plain_endings(joined.applied(told) if joined else told), what)


def _with_plain_endings(text: str) -> str:
    """Return a CSV text whose rows end as the app ends them; cells keep what is in them."""
    return "".join(text[start:end].rstrip("\r\n") + "\n" for start, end, _ in spans(text))
