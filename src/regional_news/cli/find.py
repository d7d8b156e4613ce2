"""Commands that answer questions about texts and names; nothing is written."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002  typer makes options of arguments: switches, and many

from typing import TYPE_CHECKING, Annotated, Any

import typer

from regional_news.cli.io import json_lines, print_line, read_text
from regional_news.cli.opened import open_annotator, open_resolver
from regional_news.cli.program import AsLines, Input, app
from regional_news.snapshot.tuning import freeze_garbage

if TYPE_CHECKING:
    from regional_news.gazetteer.regions import Regions


@app.command()
def find(source: Input = "-", as_lines: AsLines = False) -> None:
    """Print the councils and the themes that a text names.

    With --jsonl every line is {"id", "text"} and may tell the "region" and the "published" date.
    """
    from regional_news.recognition.serialise import found

    annotator = open_annotator()
    if as_lines:
        freeze_garbage()  # what is loaded stays
        for line in json_lines(source, "text"):
            where_and_when = _printed(annotator.reference.regions, line, "published")
            findings = annotator.annotate(line["text"], **where_and_when)
            print_line({"id": line.get("id"), **found(findings)})
        return
    findings = annotator.annotate(read_text(source))
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
    from regional_news.recognition.serialise import resolved

    names = open_resolver()
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
    from regional_news.geocoding.chain import Unplaced, open_geocoder
    from regional_news.settings import settings

    geocoder = open_geocoder(open_resolver(), settings())
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


def _printed(regions: "Regions", line: dict[str, Any], date_key: str) -> dict[str, Any]:
    """Return where and when a line of JSON was printed, as far as that can be understood."""
    from regional_news.model import PartialDate

    region = regions.recognise(str(line.get("region") or ""))
    on = PartialDate.read(str(line.get(date_key) or ""))
    return {"region": region.id if region else None, "on": on}
