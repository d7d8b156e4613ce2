"""What commands work with, opened as the settings say."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regional_news.desk import Desk
    from regional_news.gazetteer.names import Names
    from regional_news.store import Store


def open_desk() -> "Desk":
    """Return a desk; raises DataError where its files cannot be read."""
    from regional_news import desk
    from regional_news.settings import settings

    return desk.open_desk(settings().data, _learnt())


def open_names() -> "Names":
    """Return what resolves names; raises DataError where its files cannot be read."""
    from regional_news.gazetteer.councils import load_gazetteer
    from regional_news.gazetteer.names import Names
    from regional_news.settings import settings

    return Names(load_gazetteer(settings().data, _learnt()))


def open_store() -> "Store":
    """Return the store, and tell what became of a save that was cut short."""
    from regional_news.store import configured_store

    store = configured_store()
    if notice := store.recover():
        typer.echo(notice, err=True)
    return store


@contextmanager
def stored_files() -> "Iterator[Path | None]":
    """Yield a folder with what is in the store; None where that is the data folder."""
    from regional_news.settings import settings

    if not settings().store.get_secret_value():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="regional-news-") as folder:
        open_store().export(Path(folder))
        yield Path(folder)


def _learnt() -> "tuple[tuple[str, str], ...] | None":
    """Return the names learnt in review; None where they are in a file of the data folder."""
    from regional_news.settings import settings

    if not settings().store.get_secret_value():
        return None
    return open_store().learnt()
