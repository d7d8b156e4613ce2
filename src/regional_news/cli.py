"""The command line: the library without a browser.

Each command imports what it needs when it runs, so that ``--help`` answers at once and reading a
text does not wait for the table of briefs. Errors are one line on standard error; the exit code
is 2 for bad usage or unreadable input and 1 for a check or a save that failed.
"""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

import io
import json
import os
import runpy
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from regional_news.errors import DataError, FilterError, RegionalNewsError, StoreError

if TYPE_CHECKING:
    from regional_news.desk import Desk
    from regional_news.model import PartialDate


class Format(StrEnum):
    """The formats of a download."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    JSON = "json"
    ATOM = "atom"
    HTML = "html"


class _Commands(TyperGroup):
    """The commands, whose every failure is one line."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command and leave the process with its exit code."""
        _speak_utf8()
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
        except typer.TyperException as error:
            _fail(f"{error.format_message()} Try “regional-news --help”.", error.exit_code)
        except StoreError as error:
            _fail(str(error), 1)
        except RegionalNewsError as error:
            _fail(str(error), 2)
        except typer.Abort:
            _fail("Stopped.", 130)
        sys.exit(status)


app = typer.Typer(
    cls=_Commands,
    help="News of councils in the UK and Ireland: read pages, find councils, filter, export.",
    rich_markup_mode=None,  # rich takes twice as long to import as everything else
    add_completion=False,
)

Input = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A file; - is standard input.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, in and out.")]


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="HTML, PDF, DOCX or text.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array.")] = False,
) -> None:
    """Print the briefs on magazine pages; nothing is written."""
    from regional_news.answers import drafted
    from regional_news.reading import read_page

    desk = _desk()
    briefs = []
    for name in files:
        page = read_page(_bytes(name), filename=Path(name).name)
        briefs += [drafted(draft, desk) for draft in desk.drafts(page)]
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
        for line in _json_lines(source, "text"):
            findings = desk.study(line["text"], **_printed(desk, line, "published"))
            _print_line({"id": line.get("id"), **found(findings)})
        return
    findings = desk.study(_text(source))
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

    desk = _desk()
    if as_lines:
        for line in _json_lines(source, "name"):
            resolution = desk.names.resolve(line["name"], **_printed(desk, line, "on"))
            _print_line({"id": line.get("id"), **resolved(line["name"], resolution)})
        return
    for name in filter(None, map(str.strip, _text(source).splitlines())):
        answer = resolved(name, desk.names.resolve(name))
        councils = " or ".join(council["name"] for council in answer["councils"])
        typer.echo(f"{name}: {councils or 'unknown'}")


@app.command()
def check() -> None:
    """Check every file in the data folder; exit 1 where something is wrong."""
    from regional_news.checks import check_data
    from regional_news.settings import settings

    findings = check_data(settings().data)
    for finding in findings:
        typer.echo(str(finding), err=True)
    if findings:
        raise typer.Exit(1)
    typer.echo("The data is in order.")


@app.command()
def export(
    format_: Annotated[Format, typer.Option("--format", help="The kind of file.")],
    region: Annotated[list[str] | None, typer.Option(help="A region; may be repeated.")] = None,
    theme: Annotated[list[str] | None, typer.Option(help="A theme; may be repeated.")] = None,
    council: Annotated[list[str] | None, typer.Option(help="A council; may be repeated.")] = None,
    issue: Annotated[list[str] | None, typer.Option(help="An issue; may be repeated.")] = None,
    q: Annotated[str, typer.Option(help="Words in the brief or in a council's names.")] = "",
    since: Annotated[str, typer.Option(help="Published in or after 2023, 2023-04 …")] = "",
    until: Annotated[str, typer.Option(help="Published in or before 2023, 2023-04 …")] = "",
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Count councils only named.")
    ] = False,
    past: Annotated[bool, typer.Option("--past", help="Count what predecessors did.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")
    ] = None,
) -> None:
    """Write the briefs that a filter leaves, as one file."""
    from regional_news.atlas import current_atlas
    from regional_news.exports import download

    atlas = current_atlas()
    switches = {"mentions": mentions, "past": past}
    read = atlas.filters.read(
        {
            "region": region or (),
            "theme": theme or (),
            "council": council or (),
            "issue": issue or (),
        }
        | {name: (value,) for name, value in (("q", q), ("since", since), ("until", until))}
        | {name: (str(value).lower(),) for name, value in switches.items()}
    )
    if read.ignored:
        raise FilterError(f"Nothing answers to {', '.join(read.ignored)}; correct the filter.")
    _write(download(atlas.view(read.wanted), format_.value), output)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8501,
    address: Annotated[str, typer.Option(help="The address to listen on.")] = "localhost",
) -> None:
    """Serve the app until it is stopped."""
    from regional_news.settings import PROJECT

    if not (PROJECT / "app.py").exists():
        raise DataError(f"app.py is not in {PROJECT}; run this from a copy of the whole project.")
    os.chdir(PROJECT)  # where the settings of the server and the pages are
    options = {"server.port": port, "server.address": address}
    sys.argv = ["streamlit", "run", "app.py", *(f"--{k}={v}" for k, v in options.items())]
    runpy.run_module("streamlit", run_name="__main__")


def _desk() -> "Desk":
    from regional_news.desk import open_desk
    from regional_news.settings import settings

    return open_desk(settings().data)


def _printed(desk: "Desk", line: dict[str, Any], date_key: str) -> dict[str, Any]:
    """Return where and when a line of JSON was printed, as far as that can be understood."""
    region = desk.gazetteer.regions.recognise(str(line.get("region") or ""))
    return {"region": region.id if region else None, "on": _date(str(line.get(date_key) or ""))}


def _date(text: str) -> "PartialDate | None":
    from regional_news.model import PartialDate

    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _json_lines(source: str, needed: str) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(_text(source).splitlines(), start=1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except ValueError:
            line = None
        if not isinstance(line, dict) or not isinstance(line.get(needed), str):
            raise DataError(f"{source}, line {number} is not a JSON object with “{needed}”.")
        yield line


def _text(source: str) -> str:
    try:
        return _bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{source} is not UTF-8; save it as UTF-8.") from None


def _bytes(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise DataError(f"{source} cannot be read ({error.strerror}).") from error


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        typer.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise StoreError(f"{output} cannot be written ({error.strerror}).") from error


def _print_line(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"regional-news: {' '.join(message.split())}", err=True)
    sys.exit(status)
