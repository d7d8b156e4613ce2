"""Commands about members who follow feeds by an address of their own."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs

from typing import Annotated

import typer

from regional_news.cli.opened import open_store
from regional_news.cli.program import app
from regional_news.errors import DataError

feeds = typer.Typer(help="Members' feed addresses.", rich_markup_mode=None)
app.add_typer(feeds, name="feeds")


@feeds.command("list")
def list_() -> None:
    """List the members who have a feed address."""
    followers = open_store().followers()
    for email in sorted(followers):
        typer.echo(email)
    if not followers:
        typer.echo("Nobody has a feed address.")


@feeds.command()
def stop(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The member's e-mail address.")],
) -> None:
    """Stop a member's feed addresses, at once and on every server; they can make a new one."""
    from regional_news.auth import follower

    store, person = open_store(), follower(email)
    if person not in store.followers():
        raise DataError(f"{person} has no feed address; regional-news feeds list shows who has.")
    store.keep_follower(person, "")
    typer.echo(f"The feed addresses of {person} have stopped.")
