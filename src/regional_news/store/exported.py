"""A store written out as files in a folder: what travels from one store to another."""

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from regional_news.errors import StoreError
from regional_news.store.change import Change
from regional_news.store.sheets import COLUMNS

JOURNAL = "journal.jsonl"
PART = re.compile(r"journal-(\d{3,})-\d{4}\.jsonl")
"""What files of the journal are called to which nothing is added any more: by number and year. A
copy that a person made, as ``journal-old-2026.jsonl``, is none of them."""
_NO_TEXT = re.compile("[\ud800-\udfff]")
_FIELDS = tuple(field.name for field in fields(Change))


@dataclass(frozen=True, slots=True)
class Proof:
    """How much there is of something, and the SHA-256 of all of it in its order."""

    amount: int
    digest: str

    @classmethod
    def of(cls, things: Iterable[Any]) -> "Proof":
        """Return the proof of things that can be told as JSON."""
        digest, amount = hashlib.sha256(), 0
        for thing in things:
            digest.update(json.dumps(thing, sort_keys=True).encode() + b"\n")
            amount += 1
        return cls(amount, digest.hexdigest())


class Exported:
    """The sheets and the journal in a folder; a file that is not there holds nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Yield the cells of each row that is not blank, in the order of ``COLUMNS``.

        Raises StoreError where a row holds what a store of fixed columns has no place for.
        """
        columns = COLUMNS[sheet]
        path = self._folder / sheet
        if not path.exists():
            return
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file, strict=True)
                header = [cell.strip() for cell in next(reader, columns)]
                if others := sorted({*header} ^ {*columns}):
                    raise StoreError(
                        f"{sheet} must have the columns {', '.join(columns)}, and no others; "
                        f"mend {', '.join(others)}, then copy it."
                    )
                for cells in reader:
                    if any(cell.strip() for cell in cells):
                        if len(cells) > len(header):
                            raise StoreError(
                                f"{sheet}, line {reader.line_num} has more cells than the header; "
                                "mend it, then copy it."
                            )
                        padded = cells + [""] * (len(header) - len(cells))
                        row = dict(zip(header, padded, strict=True))
                        yield [row[column] for column in columns]
        except (csv.Error, UnicodeDecodeError) as error:
            raise StoreError(f"{sheet} cannot be read ({error}); mend it, then copy it.") from error

    def changes(self) -> tuple[Change, ...]:
        """Return the changes in the journal, the oldest first."""
        return changes_in(self._folder)

    def proofs(self) -> dict[str, Proof]:
        """Return the proof of each sheet and of the journal."""
        sheets = {sheet: Proof.of(self.rows(sheet)) for sheet in COLUMNS}
        return {**sheets, "journal": Proof.of(map(asdict, self.changes()))}

    def write_changes(self, changes: Iterable[Change]) -> None:
        """Write a journal."""
        with (self._folder / JOURNAL).open("w", encoding="utf-8") as file:
            for change in changes:
                file.write(record(asdict(change)) + record({"done": change.id}))


def record(told: dict[str, Any]) -> str:
    """Return a line of a journal; bytes that were no text are told as escapes."""
    line = json.dumps(told, ensure_ascii=False)
    return (json.dumps(told) if _NO_TEXT.search(line) else line) + "\n"


def told_in(line: bytes) -> dict[str, Any]:
    """Return what a line of a journal says: a change, or ``done`` or ``dropped`` with its id.

    Nothing where the line was cut short or says something else.
    """
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    is_known = isinstance(told, dict) and (change_in(told) or {"done", "dropped"} & {*told})
    return told if is_known else {}


def change_in(told: Mapping[str, Any]) -> Change | None:
    """Return the change that a line of a journal tells of, None where it tells of none."""
    if not {*_FIELDS} - {"undoes"} <= {*told} <= {*_FIELDS} or told["file"] not in COLUMNS:
        return None
    texts = (told[field] for field in told if field != "edit")
    is_change = isinstance(told["edit"], dict) and all(isinstance(each, str) for each in texts)
    return Change(**told) if is_change and "what" in told["edit"] else None


def changes_in(folder: Path) -> tuple[Change, ...]:
    """Return the changes in a folder's journal that were made, the oldest first.

    Lines that tell no change say nothing.
    """
    records = [told_in(line) for lines in lines_of(folder).values() for line in lines]
    done = {str(each["done"]) for each in records if "done" in each}
    changes = (change_in(each) for each in records)
    return tuple(each for each in changes if each and each.id in done)


def strange_lines(folder: Path) -> tuple[tuple[str, int], ...]:
    """Return the file and the number of each line of a journal that tells nothing."""
    return tuple(
        (name, number)
        for name, lines in lines_of(folder).items()
        for number, line in enumerate(lines, 1)
        if not told_in(line)
    )


def parts_of(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder's journal, the oldest first; the last may be missing."""
    found = ((PART.fullmatch(path.name), path) for path in folder.glob("journal-*.jsonl"))
    numbered = sorted((int(part[1]), path) for part, path in found if part)
    return (*(path for _, path in numbered), folder / JOURNAL)


def lines_of(folder: Path) -> dict[str, list[bytes]]:
    """Return the lines of each file of a folder's journal, the oldest first."""
    while True:
        parts = parts_of(folder)
        lines = {path.name: _lines(path) for path in parts}
        if parts == parts_of(folder):  # nobody began another file meanwhile
            return lines


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except FileNotFoundError:
        return []
