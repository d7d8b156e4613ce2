"""The program ``regional-news``, to which each room adds its commands."""

from typing import Annotated

import typer

from regional_news.cli.io import Commands

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
Input = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A file; - is standard input.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, in and out.")]
