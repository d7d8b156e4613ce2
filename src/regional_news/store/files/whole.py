"""Whether a file is whole, and whether an edit of it takes no more than it adds."""

import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from regional_news.errors import StoreError
from regional_news.store.files.edit import Edit
from regional_news.store.files.sheet import spans

SETTLING = 60.0
"""For how many seconds after a program changed a file it may be still at it."""

_RESTORE = "wait until the program that writes it is done, or restore the file, then save again."


def rows_of(data: bytes, path: Path) -> list[int]:
    """Return where each row begins in a file's text, its header first.

    Raises StoreError where the file is not whole.
    """
    if not path.exists():
        raise StoreError(f"Nothing was saved: {path.name} is missing; {_RESTORE}")
    text = data.decode(errors="surrogateescape")
    if not text.strip("\ufeff\r\n "):
        raise StoreError(f"Nothing was saved: {path.name} is empty; {_RESTORE}")
    starts, width, last = [], 0, 0
    for start, cells in _rows(text):
        starts.append(start)
        width, last = width or len(cells), len(cells)
    if last < width and not text.endswith(("\r", "\n")):
        raise StoreError(f"Nothing was saved: {path.name} ends in the middle of a row; {_RESTORE}")
    return starts


def check_none_lost(rows: int, before: int, path: Path) -> None:
    """Raise StoreError where a file lost rows a moment ago that were there after the last save."""
    if rows < before and abs(time.time() - path.stat().st_mtime) < SETTLING:
        raise StoreError(
            f"Nothing was saved: {path.name} holds {before - rows} fewer rows than after the last "
            f"save; {_RESTORE} If they were deleted on purpose, save again in a minute."
        )


def prove(text: str, edit: Edit, starts: Sequence[int]) -> None:
    """Raise StoreError unless the edited text gives the old rows and the change, and no other.

    ``starts`` are where rows of the text begin; those before the row before the edit keep every
    character and so what they say.
    """
    first = max(bisect_left(starts, edit.at) - 1, 0)
    begin = starts[first] if starts else 0
    text, edit = text[begin:], replace(edit, at=edit.at - begin)
    new = (cells for _, cells in _rows(edit.applied(text)))
    if not all(old == given for old, given in zip_longest(_expected(text, edit), new)):
        raise StoreError(
            "Nothing was saved: the file would not give back every brief. Look for a quotation "
            "mark that is never closed, mend that, then save again."
        )


def _expected(text: str, edit: Edit) -> Iterator[list[str]]:
    """Yield the rows of a text, with the change in place of what it replaces."""
    end, is_placed = edit.at + len(edit.before), False
    for start, cells in _rows(text):
        if start >= edit.at and not is_placed:
            yield from (after for _, after in _rows(edit.after))
            is_placed = True
        if not edit.at <= start < end:
            yield cells
    if not is_placed:
        yield from (after for _, after in _rows(edit.after))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield where each row begins that is not blank, and its cells."""
    for start, _, cells in spans(text):
        if any(map(str.strip, cells)):
            yield start, cells
