"""The briefs as an Excel file: a sheet of briefs, and a sheet that says what they are.

Every text is written as text, so no cell is a formula. Where a text begins like one, the cell is
also marked "quoted" as by a typed apostrophe: Excel leaves it alone when somebody edits it, and
every reader gets the text unchanged.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from regional_news.errors import FilterError
from regional_news.exports import provenance
from regional_news.exports.columns import COLUMNS, JOINT, sheets
from regional_news.ingest.columns import LABELS
from regional_news.query import View
from regional_news.query.site import NOWHERE, Site
from regional_news.store.disk import scratch_folder
from regional_news.text import web_address

MOST_BRIEFS = 1_048_575
"""How many briefs a sheet holds below its header."""

_FIRST = ("headline", "summary", "published", "region", "councils", "themes", "issue")
_FOR_PROGRAMS = ("council_ids", "gss_codes", "lat", "lon", "theme_ids", "id")
ORDER = (
    *_FIRST,
    *(name for name in COLUMNS if name not in (*_FIRST, *_FOR_PROGRAMS)),
    *_FOR_PROGRAMS,
)
"""The columns of the sheet: what people read first; last, and hidden, what programs need."""

TITLES = {name: LABELS.get(name, "") for name in ORDER} | {
    "page": "Page of the brief",
    "gss_codes": "GSS codes",
    "lat": "Latitude",
    "lon": "Longitude",
    "doubts": "What is in doubt",
}
"""What stands over each column: by these words the app reads its own files back."""

MOST_LINKS = 30_000
"""How many rows have addresses to follow, two each: Excel refuses a file with many more."""

_LONGEST_LINK = 2_000

_WIDTHS = {
    "headline": 40,
    "summary": 80,
    "councils": 32,
    "themes": 32,
    "page": 32,
    "source_title": 32,
}
_NARROW, _LABEL, _VALUE = 16, 16, 100
_A4 = 9
_RISKY = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_TOO_LONG = -2  # what xlsxwriter answers where a text is longer than a cell can hold
_PIECE = 1 << 20


def write_excel(view: View, at: datetime, site: Site = NOWHERE) -> Iterator[bytes]:
    """Yield an Excel file of a view, taken at ``at``; raises FilterError for too many briefs."""
    if len(view) > MOST_BRIEFS:
        raise FilterError(
            f"Excel holds {MOST_BRIEFS:,} briefs at most; narrow the filter, or take the CSV file."
        )
    with scratch_folder() as folder, (folder / "briefs.xlsx").open("w+b") as file:
        book = Workbook(file, {"constant_memory": True, "tmpdir": str(folder)})
        _write_book(book, view, at, site)
        file.seek(0)
        yield from iter(partial(file.read, _PIECE), b"")


def _write_book(book: Workbook, view: View, at: datetime, site: Site) -> None:
    try:
        with book:
            book.set_properties({"title": view.title, "created": at.replace(tzinfo=None)})
            briefs = _Sheet(book, "Briefs")
            _write_briefs(briefs, view, site)
            _write_about(_Sheet(book, "About"), view, at, briefs.cut)
    except FileCreateError as error:
        raise error.args[0] from None  # what the disk said


class _Sheet:
    """A sheet of texts; ``cut`` counts those that were longer than a cell."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.sheet = book.add_worksheet(name)
        self.sheet.set_paper(_A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)  # as wide as the paper, as long as it takes
        self.cut = 0
        layout = {"text_wrap": True, "valign": "top"}
        self._bold = book.add_format({**layout, "bold": True})
        self._plain = book.add_format(layout)
        self._quoted = book.add_format({**layout, "quote_prefix": True})

    def label(self, row: int, column: int, words: str) -> None:
        """Write a heading."""
        self.sheet.write_string(row, column, words, self._bold)

    def number(self, row: int, column: int, value: float) -> None:
        """Write a number."""
        self.sheet.write_number(row, column, value, self._plain)

    def link(self, row: int, column: int, address: str) -> None:
        """Write an address that can be followed; as text where Excel would not take it."""
        if row > MOST_LINKS or len(address) > _LONGEST_LINK or not web_address(address):
            self.text(row, column, address)
        else:
            self.sheet.write_url(row, column, address, self._plain, address)

    def text(self, row: int, column: int, text: str) -> None:
        """Write a text that stays a text."""
        if text.startswith("<r>") and text.endswith("</r>"):
            # xlsxwriter takes such a text for its own markup; in two pieces it is escaped.
            pieces = (text[:1], self._plain, text[1:])
            self.sheet.write_rich_string(row, column, *pieces, self._plain)
        else:
            style = self._quoted if _RISKY.match(text) else self._plain
            self.cut += self.sheet.write_string(row, column, text, style) == _TOO_LONG


def _write_briefs(to: _Sheet, view: View, site: Site) -> None:
    for column, name in enumerate(ORDER):
        hidden = {"hidden": name in _FOR_PROGRAMS}
        to.sheet.set_column(column, column, _WIDTHS.get(name, _NARROW), None, hidden)
        to.label(0, column, TITLES[name])
    to.sheet.freeze_panes(1, 0)
    to.sheet.repeat_rows(0)
    to.sheet.autofilter(0, 0, len(view), len(ORDER) - 1)
    row = 0
    for sheet in sheets(view.index, view.rows, site):
        for cells in zip(*(sheet[name].to_pylist() for name in ORDER), strict=True):
            row += 1
            for column, (name, text) in enumerate(zip(ORDER, cells, strict=True)):
                if name in {"lat", "lon"} and text and JOINT not in text:
                    to.number(row, column, float(text))
                elif name in {"page", "source_url"} and text:
                    to.link(row, column, text)
                elif text.strip(JOINT) or (text and name != "gss_codes"):  # joints of no codes
                    to.text(row, column, text)


def _write_about(to: _Sheet, view: View, at: datetime, cut: int) -> None:
    """Say what the briefs are, where they are from and how to cite them."""
    moment = at.astimezone(UTC)
    sources = provenance.sources(view.index, view.rows)
    printed = [" ".join(filter(None, (each.title, each.url))) for each in sources]
    notice = view.index.reference.notice
    facts = [
        *([("Notice", notice)] if notice else []),
        ("Columns", "Ids, codes and places stand hidden in the last columns of Briefs."),
        ("Filter", view.title),
        ("Left by it", view.totals),
        ("Taken", f"{provenance.words(moment.date())}, {moment:%H:%M} UTC"),
        ("Data version", provenance.data_version(view)),
        *(("Source", source) for source in printed),
        ("Licence", provenance.LICENCE),
        *(("Attribution", sentence) for sentence in provenance.ATTRIBUTION),
        ("Citation", provenance.citation(view, moment.date())),
    ]
    if cut:
        told = f"{cut:,} texts are longer than a cell of Excel; the CSV file has them whole."
        facts.append(("Cut", told))
    to.sheet.set_column(0, 0, _LABEL)
    to.sheet.set_column(1, 1, _VALUE)
    for row, (label, value) in enumerate(facts):
        to.label(row, 0, label)
        to.text(row, 1, value)
