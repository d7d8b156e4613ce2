"""How the command line reads, writes and fails: in UTF-8, and in one line."""

import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer.core import TyperGroup

from regional_news.errors import DataError, RegionalNewsError, StoreError

if TYPE_CHECKING:
    from regional_news.model import PartialDate


class Commands(TyperGroup):
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


def json_lines(source: str, needed: str) -> Iterator[dict[str, Any]]:
    """Yield the object on each line of a file; each has the ``needed`` text."""
    for number, text in enumerate(read_text(source).split("\n"), start=1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except (ValueError, RecursionError):
            line = None
        if not isinstance(line, dict) or not isinstance(line.get(needed), str):
            raise DataError(f"{source}, line {number} is not a JSON object with “{needed}”.")
        yield line


def read_text(source: str) -> str:
    """Return the text of a file, or of standard input where it is called ``-``."""
    try:
        return read_bytes(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{source} is not UTF-8; save it as UTF-8.") from None


def read_bytes(source: str) -> bytes:
    """Return the bytes of a file, or of standard input where it is called ``-``."""
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise DataError(f"{source} cannot be read ({error.strerror}).") from error


def write(chunks: Iterable[bytes], output: Path | None) -> None:
    """Write to a file, or to standard output where there is none."""
    if output is None:
        for chunk in chunks:
            typer.echo(chunk, nl=False)
        return
    try:
        with output.open("wb") as file:
            file.writelines(chunks)
    except OSError as error:
        raise StoreError(f"{output} cannot be written ({error.strerror}).") from error


def print_line(answer: dict[str, Any]) -> None:
    """Print an object as one line of JSON."""
    typer.echo(json.dumps(answer, ensure_ascii=False))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"regional-news: {' '.join(message.split())}", err=True)
    sys.exit(status)


def day_of(written: str, option: str) -> "PartialDate":
    """Return the date that an option gives as people write it; a usage error where it is none."""
    from regional_news.ingest.dates import understood_date  # noqa: PLC0415  for who asks for it

    meant = understood_date(written)
    if not meant:
        told = f"“{written}” is not a date; write it like April 2024 or 25 April 2024."
        raise typer.BadParameter(told, param_hint=option)
    if len(meant) > 1:
        either = " or ".join(each.words for each in meant)
        raise typer.BadParameter(f"“{written}” could be {either}.", param_hint=option)
    return meant[0]
