"""The command line: the library without a browser.

Each command imports what it needs when it runs, so that ``--help`` answers at once and reading a
text does not wait for the table of briefs.
"""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

import gc
import json
import os
import runpy
import signal
import sys
import tempfile
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from regional_news.console import Commands, json_lines, print_line, read_bytes, read_text, write
from regional_news.errors import DataError, FilterError
from regional_news.text import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regional_news.briefs import BriefTable
    from regional_news.desk import Desk
    from regional_news.gazetteer.names import Names
    from regional_news.gazetteer.regions import Regions
    from regional_news.ingest import IngestReport, Source
    from regional_news.model import PartialDate
    from regional_news.store import Store


class Format(StrEnum):
    """The formats of a download."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    JSON = "json"
    ATOM = "atom"
    HTML = "html"


app = typer.Typer(
    cls=Commands,
    help="News of councils in the UK and Ireland: read pages, find councils, filter, export.",
    rich_markup_mode=None,  # rich takes twice as long to import as everything else
    add_completion=False,
    pretty_exceptions_enable=False,
)

stores = typer.Typer(help="The store with the briefs.", rich_markup_mode=None)
app.add_typer(stores, name="store")

Who = Annotated[str, typer.Option(help="Who does it.", show_default="your user name")]
Many = list[str] | None
Input = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A file; - is standard input.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, in and out.")]


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="HTML, PDF, DOCX or text.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array.")] = False,
) -> None:
    """Print the briefs on magazine pages; nothing is written."""
    from regional_news.answers import drafted
    from regional_news.magazine import draft_headline, find_drafts
    from regional_news.reading import read_page

    desk = _desk()
    regions = desk.gazetteer.regions
    briefs = []
    for name in files:
        page = read_page(read_bytes(name), filename=Path(name).name)
        for draft in find_drafts(page, regions, desk.regions_named):
            region = regions[draft.region].name if draft.region else ""
            findings = desk.study(draft.text, region=draft.region or None)
            briefs.append(drafted(draft.text, region, draft_headline(draft.text), findings))
    if as_json:
        typer.echo(json.dumps(briefs, ensure_ascii=False, indent=1))
    else:
        for brief in briefs:
            councils = "; ".join(council["name"] for council in brief["councils"])
            typer.echo(f"{brief['region']}: {brief['headline']}\n    {councils}")


@app.command()
def find(source: Input = "-", as_lines: AsLines = False) -> None:
    """Print the councils and the themes that a text names.

    With --jsonl every line is {"id", "text"} and may tell the "region" and the "published" date.
    """
    from regional_news.answers import found

    desk = _desk()
    if as_lines:
        gc.freeze()  # what is loaded stays: it need not be searched for garbage text after text
        for line in json_lines(source, "text"):
            where_and_when = _printed(desk.gazetteer.regions, line, "published")
            findings = desk.study(line["text"], **where_and_when)
            print_line({"id": line.get("id"), **found(findings)})
        return
    findings = desk.study(read_text(source))
    for mention in (*findings.councils, *findings.doubts):
        either = " or ".join(council.name for council in mention.candidates)
        typer.echo(f"{mention.matched}: {either} ({mention.role}, {mention.certainty})")
    for match in findings.themes:
        typer.echo(f"{match.theme.label}: {', '.join(match.evidence)}")


@app.command()
def resolve(source: Input = "-", as_lines: AsLines = False) -> None:
    """Print the council that each name means, one name a line.

    With --jsonl every line is {"id", "name"} and may tell the "region" and the date it is "on".
    """
    from regional_news.answers import resolved

    names = _names()
    if as_lines:
        for line in json_lines(source, "name"):
            where_and_when = _printed(names.gazetteer.regions, line, "on")
            resolution = names.resolve(line["name"], **where_and_when)
            print_line({"id": line.get("id"), **resolved(line["name"], resolution)})
        return
    for name in filter(None, map(str.strip, read_text(source).splitlines())):
        answer = resolved(name, names.resolve(name))
        councils = " or ".join(council["name"] for council in answer["councils"])
        typer.echo(f"{name}: {councils or 'unknown'}")


@app.command()
def geocode(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names of places.")],
) -> None:
    """Print where each name lies; a geocoding service is asked where the settings name one."""
    from regional_news.gazetteer.placing import Unplaced, open_geocoder
    from regional_news.settings import settings

    geocoder = open_geocoder(_names(), settings())
    for name in names:
        placed = geocoder.place(name)
        if isinstance(placed, Unplaced):
            typer.echo(f"{name}: unplaced, {placed.reason}")
            continue
        found, about = placed.location, placed.location.address
        if placed.review:
            about += "; to be reviewed"
            about += "".join(f", near {council.address}" for council in geocoder.near(found)[:1])
        typer.echo(f"{name}: {found.latitude}, {found.longitude} ({about})")


@app.command()
def ingest(
    file: Annotated[str, typer.Argument(metavar="FILE", help="HTML, PDF, DOCX or text.")],
    issue: Annotated[str, typer.Option(help="The name of the issue.")],
    published: Annotated[str, typer.Option(help="2023, 2023-04 or 2023-04-25.")],
    title: Annotated[str, typer.Option(help="The title of the source.")] = "",
    url: Annotated[str, typer.Option(help="The address of the source.")] = "",
    who: Who = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report, but save nothing.")] = False,
) -> None:
    """Add the briefs on a magazine page to the data, and report on each."""
    from regional_news.store import Wording, user

    source = _source(issue, _day(published), title, url)
    desk = _desk()
    store = _store()
    wording = Wording(desk.names, desk.themes)
    version = store.version()
    report = _report(file, source, desk, store.load(wording))
    for line in report.lines(desk.gazetteer.regions):
        typer.echo(line)
    if dry_run:
        typer.echo("Nothing is saved: this was a dry run.")
        return
    change = store.append(report.briefs, wording, who=who or user(), version=version)
    typer.echo(f"Saved: {change.words}." if change else "There is nothing to save.")


@app.command()
def undo(who: Who = "") -> None:
    """Take back the newest change of the data, byte for byte."""
    from regional_news.store import user

    change = _store().undo(who=who or user())
    typer.echo(f"Done: {change.words}." if change else "There is nothing to take back.")


@stores.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A folder or an address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A folder or an address.")],
) -> None:
    """Copy briefs, learnt names and journal into an empty store, and prove that all arrived.

    A store is a data folder, or the address of a PostgreSQL database.
    """
    from regional_news.store import copy_store, store_at

    for part, proof in copy_store(store_at(source), store_at(target)).items():
        typer.echo(f"{part}: {proof.amount:,} alike, SHA-256 {proof.digest}")


@app.command()
def themes(
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what themes.toml would change.")
    ] = False,
) -> None:
    """List the themes, or show which briefs the present themes.toml would give others."""
    from regional_news.store import Wording, briefs_in
    from regional_news.themes import theme_changes

    desk = _desk()
    if not diff:
        for theme in desk.themes:
            typer.echo(f"{theme.id}: {theme.label}. {theme.definition}")
        return
    table = _store().load(Wording(desk.names, desk.themes))
    changes = theme_changes(tuple(briefs_in(table.frame)), desk.themes)
    for change in changes:
        typer.echo(f"{change.brief.id} {change.brief.headline}")
        for match in change.added:
            typer.echo(f"    + {match.theme.label} ({', '.join(match.evidence)})")
        for theme_id in change.removed:
            known = desk.themes.get(theme_id)
            typer.echo(f"    - {known.label if known else theme_id}")
    typer.echo(f"{amount(len(changes), 'brief')} would change.")


@app.command()
def check() -> None:
    """Check every file in the data folder; exit 1 where something is wrong."""
    from regional_news.checks import Severity, check_data
    from regional_news.settings import settings

    with _stored() as stored:
        findings = check_data(settings().data, stored)
    for finding in findings:
        typer.echo(str(finding), err=True)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(1)
    typer.echo("The data can be used." if findings else "The data is in order.")


@app.command()
def export(
    format_: Annotated[Format, typer.Option("--format", help="The kind of file.")],
    region: Annotated[Many, typer.Option(help="A region; may be repeated.")] = None,
    theme: Annotated[Many, typer.Option(help="A theme; may be repeated.")] = None,
    council: Annotated[Many, typer.Option(help="A council; may be repeated.")] = None,
    issue: Annotated[Many, typer.Option(help="An issue; may be repeated.")] = None,
    q: Annotated[str, typer.Option(help="Words in the brief or in a council's names.")] = "",
    since: Annotated[str, typer.Option(help="Published in or after 2023, 2023-04 …")] = "",
    until: Annotated[str, typer.Option(help="Published in or before 2023, 2023-04 …")] = "",
    mentions: Annotated[bool, typer.Option("--mentions", help="Also councils only named.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Also what predecessors did.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file.")] = None,
) -> None:
    """Write the briefs that a filter leaves, as one file."""
    from regional_news.atlas import open_atlas
    from regional_news.exports import download
    from regional_news.settings import settings
    from regional_news.store import configured_store

    atlas = open_atlas(settings().data, configured_store())
    asked = {"q": [q], "region": region, "theme": theme, "council": council, "issue": issue}
    asked |= {"since": [since], "until": [until], "mentions": [str(mentions)], "past": [str(past)]}
    read = atlas.filters.read({name: values or () for name, values in asked.items()})
    if read.ignored:
        raise FilterError(f"Nothing answers to {', '.join(read.ignored)}; correct the filter.")
    write(download(atlas.view(read.wanted), format_.value).chunks(), output)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to listen on.")] = "localhost",
) -> None:
    """Serve the app until it is stopped."""
    from regional_news.settings import PROJECT, settings

    settings()  # a mistake in them is told here, in one line
    if not (PROJECT / "app.py").exists():
        raise DataError(f"app.py is not in {PROJECT}; run this from a copy of the whole project.")
    os.chdir(PROJECT)  # where the settings of the server and the pages are
    options = {"server.port": port, "server.address": address}
    sys.argv = ["streamlit", "run", "app.py", *(f"--{k}={v}" for k, v in options.items())]
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: sys.exit(0))  # once the server has shut down
    runpy.run_module("streamlit", run_name="__main__")


def _desk() -> "Desk":
    from regional_news.desk import open_desk
    from regional_news.settings import settings

    return open_desk(settings().data, _learnt())


def _names() -> "Names":
    from regional_news.gazetteer.councils import load_gazetteer
    from regional_news.gazetteer.names import Names
    from regional_news.settings import settings

    return Names(load_gazetteer(settings().data, _learnt()))


def _learnt() -> "tuple[tuple[str, str], ...] | None":
    """Return the names learnt in review; None where they are in a file of the data folder."""
    from regional_news.settings import settings

    if not settings().store.get_secret_value():
        return None
    return _store().learnt()


@contextmanager
def _stored() -> "Iterator[Path | None]":
    """Yield a folder with what is in the store; None where that is the data folder."""
    from regional_news.settings import settings

    if not settings().store.get_secret_value():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="regional-news-") as folder:
        _store().export(Path(folder))
        yield Path(folder)


def _store() -> "Store":
    from regional_news.store import configured_store

    store = configured_store()
    _tell(store.recover())
    return store


def _report(file: str, source: "Source", desk: "Desk", table: "BriefTable") -> "IngestReport":
    """Return what adding a page would do, with a bar that tells how far it is."""
    from regional_news.ingest import prepare
    from regional_news.reading import read_page
    from regional_news.store import briefs_in

    page = read_page(read_bytes(file), filename=Path(file).name)
    with typer.progressbar(length=100, label="Reading", file=sys.stderr) as bar:
        return prepare(
            page,
            source,
            desk=desk,
            stored=briefs_in(table.frame),
            progress=lambda part: bar.update(round(part * 100) - bar.pos),
        )


def _day(published: str) -> "PartialDate":
    from regional_news.model import PartialDate

    try:
        return PartialDate.parse(published)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None


def _source(issue: str, published: "PartialDate", title: str, url: str) -> "Source":
    from regional_news.ingest import Source

    try:
        return Source(issue, published, title, url)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint="--url") from None


def _tell(notice: str) -> None:
    if notice:
        typer.echo(notice, err=True)


def _printed(regions: "Regions", line: dict[str, Any], date_key: str) -> dict[str, Any]:
    """Return where and when a line of JSON was printed, as far as that can be understood."""
    region = regions.recognise(str(line.get("region") or ""))
    return {"region": region.id if region else None, "on": _date(str(line.get(date_key) or ""))}


def _date(text: str) -> "PartialDate | None":
    from regional_news.model import PartialDate

    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
