"""Commands that read magazine pages: to look at what is on them, or to add it to the data."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from regional_news.cli.io import day_of, read_bytes
from regional_news.cli.opened import open_annotator, open_store
from regional_news.cli.program import Who, app
from regional_news.errors import DataError
from regional_news.text import amount

if TYPE_CHECKING:
    from regional_news.ingest import IngestReport, Source
    from regional_news.ingest.from_rows import Sheet
    from regional_news.magazine import Choices, Section
    from regional_news.model import PartialDate
    from regional_news.reading import Page
    from regional_news.recognition.annotator import Annotator
    from regional_news.reference import Reference
    from regional_news.table.schema import BriefTable

_KINDS = "HTML, PDF, Word, OpenDocument, RTF, e-mail, Markdown or text."
_SPREADSHEETS = "A page, or a spreadsheet of briefs: CSV, TSV, XLSX, XLS or ODS."
_NOTHING = "no brief was found; is this the page with the nations and regions news?"
Numbers = list[int] | None
Made = Annotated[Numbers, typer.Option("--brief", help="Make paragraph N a brief; repeatable.")]
Joined = Annotated[
    Numbers, typer.Option("--join", help="Join paragraph N to the brief before; repeatable.")
]
Left = Annotated[Numbers, typer.Option("--leave-out", help="Leave paragraph N out; repeatable.")]


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=_KINDS)],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array.")] = False,
    made: Made = None,
    joined: Joined = None,
    left_out: Left = None,
) -> None:
    """Print the briefs on magazine pages, and what was left out; nothing is written."""
    from regional_news.magazine import read_section

    if len(files) > 1 and (made or joined or left_out):
        raise typer.BadParameter("Choose paragraphs of one file at a time.")
    annotator = open_annotator()
    regions = annotator.reference.regions
    briefs: list[dict[str, Any]] = []
    empty = []
    for name in files:
        choices = _choices(made, joined, left_out)
        section = read_section(_page(name), regions, annotator.regions_named, choices)
        found = list(_drafted(section, annotator))
        briefs += found
        if not found:
            empty.append(name)
        if not as_json:
            _print(section, found)
    if as_json:
        typer.echo(json.dumps(briefs, ensure_ascii=False, indent=1))
    for name in empty:
        typer.echo(f"regional-news: {name}: {_NOTHING}", err=True)
    if empty:
        raise typer.Exit(1)


@app.command()
def ingest(
    file: Annotated[str, typer.Argument(metavar="FILE", help=_SPREADSHEETS)],
    issue: Annotated[str, typer.Option(help="The name of the issue.")] = "",
    published: Annotated[
        str, typer.Option(help="2023-04, 04/2023, April 2023, 25 April 2023 …")
    ] = "",
    title: Annotated[str, typer.Option(help="The title of the source.")] = "",
    url: Annotated[str, typer.Option(help="The address of the source.")] = "",
    made: Made = None,
    joined: Joined = None,
    left_out: Left = None,
    headline: Annotated[
        list[str] | None,
        typer.Option(metavar="N=TEXT", help="The headline of the brief at N; repeatable."),
    ] = None,
    who: Who = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report, but save nothing.")] = False,
) -> None:
    """Add the briefs on a page or in a spreadsheet to the data, and report on each.

    The rows of a spreadsheet may tell issue and date themselves.
    """
    from regional_news.store import RowCodec, user

    annotator = open_annotator()
    given = _given(file, annotator.reference)
    issue = issue or _told_by_all(given, "issue")
    source = _source(issue, _published(given, published), title, url)
    headlines = dict(map(_headline, headline or ()))
    store = open_store()
    codec = RowCodec(annotator.reference)
    version = store.version()
    choices = _choices(made, joined, left_out)
    report = _report(given, source, annotator, store.load(codec), choices)
    report = report.with_headlines(headlines)
    for line in report.lines(annotator.reference.regions):
        typer.echo(line)
    if not report.found:
        typer.echo(f"regional-news: {file}: {_NOTHING}", err=True)
        raise typer.Exit(1)
    if dry_run:
        typer.echo("Nothing is saved: this was a dry run.")
        return
    change = store.append(report.briefs, codec, who=who or user(), version=version)
    typer.echo(f"Saved: {change.words}." if change else "There is nothing to save.")


def _page(name: str) -> "Page":
    from regional_news.reading import read_page

    return read_page(read_bytes(name), filename=Path(name).name)


def _given(name: str, reference: "Reference") -> "Page | Sheet":
    """Return a file as a page, or as a spreadsheet with what its columns hold."""
    from regional_news.ingest.from_rows import Sheet
    from regional_news.ingest.grid import is_spreadsheet, read_grid

    if not is_spreadsheet(name):
        return _page(name)
    sheet = Sheet.of(read_grid(read_bytes(name)), reference)
    if "summary" not in sheet.columns:
        raise DataError(f"{name}: no column is called Text; call the one so that holds the briefs.")
    for title in (
        each for each, meant in zip(sheet.titles, sheet.columns, strict=True) if not meant
    ):
        typer.echo(f"- the column “{title}” is left out")
    return sheet


def _choices(made: Numbers, joined: Numbers, left_out: Numbers) -> "Choices":
    from regional_news.magazine import Fate

    asked = ((made, Fate.BRIEF), (joined, Fate.PART), (left_out, Fate.LEFT_OUT))
    return {number: fate for numbers, fate in asked for number in numbers or ()}


def _drafted(section: "Section", annotator: "Annotator") -> "Any":
    """Yield the drafts of a section with what is found in them, as they are printed."""
    from regional_news.ingest.findings import drafted_headline
    from regional_news.recognition.serialise import drafted

    for draft in section.drafts:
        region = annotator.reference.regions[draft.region].name if draft.region else ""
        findings = annotator.annotate(
            draft.text, region=draft.region or None, headline=draft.headline
        )
        headline = draft.headline or drafted_headline(draft.text, findings)
        yield drafted(draft.text, region, headline, findings)


def _print(section: "Section", briefs: list[dict[str, Any]]) -> None:
    """Print the briefs of a page for people, and what of it was left out."""
    from regional_news.ingest import line_of
    from regional_news.magazine import Fate

    for brief in briefs:
        councils = "; ".join(council["name"] for council in brief["councils"])
        headline = brief["headline"] or f"needs a headline: {brief['text'][:60]} …"
        typer.echo(f"{brief['region']}: {headline}\n    {councils}")
    for outcome in section.outcomes:
        if outcome.nearby and outcome.fate is Fate.LEFT_OUT:
            typer.echo(line_of(outcome))


def _report(
    page: "Page | Sheet",
    source: "Source",
    annotator: "Annotator",
    table: "BriefTable",
    choices: "Choices",
) -> "IngestReport":
    """Return what adding a page would do, with a bar that tells how far it is."""
    from regional_news.ingest import prepare, stored_in
    from regional_news.ingest.from_rows import Sheet, prepare_rows

    with typer.progressbar(length=100, label="Reading", file=sys.stderr) as bar:
        beside: dict[str, Any] = {
            "annotator": annotator,
            "stored": stored_in(table.frame),
            "progress": lambda part: bar.update(round(part * 100) - bar.pos),
        }
        if isinstance(page, Sheet):
            return prepare_rows(page, source, **beside)
        return prepare(page, source, choices=choices, **beside)


def _headline(written: str) -> tuple[int, str]:
    number, _, text = written.partition("=")
    if not number.strip().isdecimal() or not text.strip():
        raise typer.BadParameter("Write it as 12=The headline.", param_hint="--headline")
    return int(number), " ".join(text.split())


def _told_by_all(given: "Page | Sheet", column: str) -> str:
    """Return what the first row of a spreadsheet says of what each of its rows tells."""
    from regional_news.ingest.from_rows import Sheet

    if not isinstance(given, Sheet):
        raise typer.BadParameter("A page does not tell it: give it.", param_hint=f"--{column}")
    if lacking := given.lacking(column):
        tell = "tells" if lacking == 1 else "tell"
        told = f"{amount(lacking, 'row')} of the file {tell} nothing of it: give it for those."
        raise typer.BadParameter(told, param_hint=f"--{column}")
    return next(given.rows())[1][column]


def _published(given: "Page | Sheet", written: str) -> "PartialDate":
    """Return the date that is written; undated where each row of a spreadsheet tells its own."""
    from regional_news.model import UNDATED

    if written:
        return day_of(written, "--published")
    _told_by_all(given, "published")
    return UNDATED


def _source(issue: str, published: "PartialDate", title: str, url: str) -> "Source":
    from regional_news.ingest import Source

    try:
        return Source(issue, published, title, url)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint="--url") from None
