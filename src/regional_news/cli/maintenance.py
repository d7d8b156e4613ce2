"""Commands that change the data, move them, or tell whether they are in order."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002  typer makes options of arguments: switches, and many

from typing import Annotated

import typer

from regional_news.cli.io import day_of
from regional_news.cli.opened import open_annotator, open_store, stored_files
from regional_news.cli.program import Who, app, stores
from regional_news.text import amount


@app.command()
def undo(
    change_id: Annotated[
        str, typer.Argument(metavar="[CHANGE]", help="The id of a change, as history lists it.")
    ] = "",
    who: Who = "",
) -> None:
    """Take back a change of the data, the newest where none is named; no later one is touched."""
    from regional_news.store import user

    change = open_store().undo(who=who or user(), change_id=change_id)
    typer.echo(f"Done: {change.words}." if change else "There is nothing to take back.")


@app.command()
def history(
    rows: Annotated[bool, typer.Option("--rows", help="Show the cells before and after.")] = False,
    by: Annotated[str, typer.Option(help="Only what this person changed.")] = "",
    since: Annotated[str, typer.Option(help="Changed on or after 3 February 2025.")] = "",
    until: Annotated[str, typer.Option(help="Changed on or before 9 February 2025.")] = "",
) -> None:
    """List the changes of the data, the newest first, and which of them were taken back."""
    from regional_news.store import made, standing

    changes = open_store().changes()
    first = day_of(since, "--since").first if since else None
    last = day_of(until, "--until").last if until else None
    listed = made(changes, by=by, since=first, until=last)
    stand = {change.id for change in standing(changes)}
    for change in reversed(listed):
        typer.echo(f"{change.id}  {change.words}{'' if change.id in stand else ' (taken back)'}")
        for row in change.rows if rows else ():
            for column in row.changed:
                before, after = ((side or {}).get(column, "") for side in (row.before, row.after))
                typer.echo(f"    {column}: {before or '—'} → {after or '—'}")
    if not listed:
        typer.echo("No change fits." if changes else "Nothing was changed yet.")


@stores.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A folder or an address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A folder or an address.")],
) -> None:
    """Copy briefs, names, journal and followers into an empty store, and prove that all arrived.

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
    from regional_news.store import RowCodec, briefs_in
    from regional_news.themes import theme_changes

    annotator = open_annotator()
    if not diff:
        for theme in annotator.reference.themes:
            typer.echo(f"{theme.id}: {theme.label}. {theme.definition}")
        return
    table = open_store().load(RowCodec(annotator.reference))
    changes = theme_changes(tuple(briefs_in(table.frame)), annotator.reference.themes)
    for change in changes:
        typer.echo(f"{change.brief.id} {change.brief.headline}")
        for match in change.added:
            typer.echo(f"    + {match.theme.label} ({', '.join(match.evidence)})")
        for theme_id in change.removed:
            known = annotator.reference.themes.get(theme_id)
            typer.echo(f"    - {known.label if known else theme_id}")
    typer.echo(f"{amount(len(changes), 'brief')} would change.")


@app.command()
def check() -> None:
    """Check every file in the data folder; exit 1 where something is wrong."""
    from regional_news.settings import settings
    from regional_news.validation import Severity, check_data

    with stored_files() as stored:
        findings = check_data(settings().data, stored)
    for finding in findings:
        typer.echo(str(finding), err=True)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(1)
    typer.echo("The data can be used." if findings else "The data is in order.")
