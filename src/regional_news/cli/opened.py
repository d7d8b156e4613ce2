"""What commands work with, opened as the settings say."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from regional_news.gazetteer.resolver import Resolver
    from regional_news.recognition.annotator import Annotator
    from regional_news.store import Store


def open_annotator() -> "Annotator":
    """Return an annotator; raises DataError where its files cannot be read."""
    from regional_news.recognition import annotator
    from regional_news.settings import settings

    return annotator.open_annotator(settings().data, _learnt())


def open_resolver() -> "Resolver":
    """Return what resolves names; raises DataError where its files cannot be read."""
    from regional_news.gazetteer.councils import load_gazetteer
    from regional_news.gazetteer.resolver import Resolver
    from regional_news.settings import settings

    return Resolver(load_gazetteer(settings().data, _learnt()))


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
    from regional_news.store.disk import scratch_folder

    if not settings().store.get_secret_value():
        yield None
        return
    with scratch_folder() as folder:
        open_store().export(folder)
        yield folder


def _learnt() -> "tuple[tuple[str, str], ...] | None":
    """Return the names learnt in review; None where they are in a file of the data folder."""
    from regional_news.settings import settings

    if not settings().store.get_secret_value():
        return None
    return open_store().learnt()
