"""Commands that change the register of councils."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

from typing import TYPE_CHECKING, Annotated

import typer

from regional_news.cli.program import app

if TYPE_CHECKING:
    from regional_news.model import PartialDate

councils = typer.Typer(help="The register of councils.", rich_markup_mode=None)
app.add_typer(councils, name="councils")


@councils.command()
def create(
    name: Annotated[str, typer.Argument(help="The official name of the new council.")],
    replaces: Annotated[
        list[str], typer.Option("--from", help="The id of a council that it replaces; repeatable.")
    ],
    on: Annotated[str, typer.Option("--on", help="Its first day: 2028-04-01, or 2028-04.")],
    legislation: Annotated[str, typer.Option(help="The order, act or decision that makes it.")],
    known: Annotated[
        str, typer.Option(help="The day as of which this is known.", show_default="today")
    ] = "",
    kind: Annotated[str, typer.Option("--type", help="Its type.")] = "unitary authority",
    elected: Annotated[bool, typer.Option("--elected", help="It is elected: a shadow.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell, but write nothing.")] = False,
) -> None:
    """Enter a council that is to replace others, with their ends and the lineage of all."""
    from regional_news.gazetteer import reorganisation
    from regional_news.model import CouncilStatus
    from regional_news.settings import settings
    from regional_news.store.replacing import replace_file

    new = reorganisation.NewCouncil(
        name=name,
        replaces=replaces,
        on=_day(on, "--on"),
        legislation=legislation,
        known=_day(known, "--known") if known else reorganisation.today(),
        type=kind,
        status=CouncilStatus.SHADOW if elected else CouncilStatus.DECIDED,
    )
    path = settings().data / "councils.csv"
    planned = reorganisation.plan(reorganisation.read_rows(path), new)
    for line in planned.lines:
        typer.echo(line)
    if dry_run:
        typer.echo("Nothing is written: this was a dry run.")
    elif yes or typer.confirm("Write this to councils.csv?", err=True):
        replace_file(path, reorganisation.written(planned.rows))
        typer.echo("Written. Run regional-news check to see that all is in order.")
    else:
        typer.echo("Nothing is written.")


def _day(written: str, option: str) -> "PartialDate":
    from regional_news.model import PartialDate

    try:
        return PartialDate.parse(written)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
