"""The briefs as CSV for spreadsheets: UTF-8 with a byte order mark, one row a brief.

A spreadsheet may run a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break as
a formula (OWASP, "CSV injection"). Such a text gets one apostrophe in front; so does a text that
begins with apostrophes before such a character, so that nothing is lost: a reader who wants the
text as it was takes it away with ``text.unguarded``. Points are plain numbers and stay as they are.
"""

import io
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from regional_news.exports.columns import COLUMNS, sheets
from regional_news.query import BriefIndex
from regional_news.query.site import NOWHERE, Site
from regional_news.table.schema import Order

_RISKY = r"\A('*[=+\-@\t\r\n＝＋－＠])"
_NUMBERS = ("lat", "lon")
_NO_HEADER = csv.WriteOptions(include_header=False)


def write_csv(index: BriefIndex, rows: Order, site: Site = NOWHERE) -> Iterator[bytes]:
    """Yield a CSV file with ``COLUMNS`` and a row for each brief."""
    yield "\ufeff".encode() + ",".join(COLUMNS).encode() + b"\n"
    for sheet in sheets(index, rows, site):
        safe = {
            name: column if name in _NUMBERS else guarded(column) for name, column in sheet.items()
        }
        written = io.BytesIO()
        csv.write_csv(pa.table(safe), written, _NO_HEADER)
        yield written.getvalue()


def guarded(texts: pa.Array) -> pa.Array:
    """Return the texts with an apostrophe before those that a spreadsheet would run."""
    if not pc.any(pc.match_substring_regex(texts, _RISKY)).as_py():
        return texts  # looking is much faster than replacing
    return pc.replace_substring_regex(texts, _RISKY, r"'\1")
