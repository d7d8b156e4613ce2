"""A change of the data as the journal has it, whichever store keeps the journal."""

import csv
import getpass
import io
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from functools import cached_property
from itertools import starmap, zip_longest
from typing import Any, Self

from regional_news.errors import StaleVersion
from regional_news.store.sheets import COLUMNS
from regional_news.table.shape import shaped

Cells = Mapping[str, str]

SOMEBODY = "Somebody"
"""Who changed something without giving a name."""

_BACK = ("took back ", "put back ")


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row said before a change and what it says after it; None where there is no row.

    A brief that was added has no ``before``, one that was deleted no ``after``:
    ``RowChange(before=None, after={"id": "b1", "issue": "Echo 1", …})``.
    """

    before: Cells | None
    after: Cells | None

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns whose cells differ, in the order of the sheet."""
        before, after = self.before or {}, self.after or {}
        columns = dict.fromkeys((*before, *after))
        return tuple(each for each in columns if before.get(each, "") != after.get(each, ""))


@dataclass(frozen=True)
class Change:
    """Who changed one sheet, when, and what.

    ``file`` is the sheet's name (``regional_news.csv`` or ``aliases.csv``, in a database too).
    ``edit`` holds ``what`` in words that follow a person's name, "added 13 briefs", and whatever
    its store needs to take it back; it can be written as JSON. ``old`` and ``new`` are the version
    tokens before and after; ``undoes`` is the id of the change that this one takes back, or empty.
    """

    id: str
    when: str
    who: str
    file: str
    edit: Mapping[str, Any]
    old: str
    new: str
    undoes: str = ""

    @classmethod
    def now(cls, who: str, file: str, edit: Mapping[str, Any], **versions: str) -> Self:
        """Return a change that is made at this moment, with an id of its own."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(uuid.uuid4().hex[:12], when, who, file, edit, **versions)

    @property
    def what(self) -> str:
        """What was done: ``added 13 briefs``."""
        return str(self.edit["what"])

    @property
    def words(self) -> str:
        """The change in words: ``Ann added 13 briefs on 25 April 2023 at 14:02``."""
        return f"{self.who} {self.what} on {self.moment}"

    @property
    def moment(self) -> str:
        """The day and the time of the change where the server is: ``25 April 2023 at 14:02``."""
        return f"{self.day} at {self._moment:%H:%M}"

    @property
    def day(self) -> str:
        """The day of the change where the server is: ``25 April 2023``."""
        return f"{self._moment.day} {self._moment:%B %Y}"

    @property
    def on(self) -> date:
        """The day of the change where the server is."""
        return self._moment.date()

    @property
    def _moment(self) -> datetime:
        return datetime.fromisoformat(self.when).astimezone()

    @property
    def taken_back(self) -> str:
        """What is done by taking it back: ``took back ‘added 13 briefs’ (Ann, 25 April 2023)``.

        Taking that back again puts back the first change, however often.
        """
        for done, undone in (_BACK, _BACK[::-1]):
            if self.undoes and self.what.startswith(done):
                return undone + self.what.removeprefix(done)
        return f"{_BACK[0]}‘{self.what}’ ({self.who}, {self.day})"

    @cached_property
    def rows(self) -> tuple[RowChange, ...]:
        """What each row that the change concerns said before and says after.

        The cells stand by column, as they are written in the sheet. Where the whole file was put
        in order, these are the rows that say something else since.
        """
        if "rows" in self.edit:
            return tuple(RowChange(row["before"], row["after"]) for row in self.edit["rows"])
        columns = self.edit.get("columns") or COLUMNS[self.file]
        texts = (self.edit["before"], self.edit["after"])
        if texts[0] and not self.edit["at"]:  # the header is in it
            return tuple(_differing(*map(whole_rows, texts)))
        return tuple(_differing(*(_cells(text, columns) for text in texts)))


def check_version(version: str, *, now: str, changes: Callable[[], Sequence[Change]]) -> None:
    """Raise StaleVersion, with what changed, where the data is not at ``version`` any more."""
    if version != now:
        raise StaleVersion(_changed_since(changes(), version, now))


def _changed_since(changes: Sequence[Change], version: str, now: str) -> str:
    """Return a sentence on what changed between ``version`` and the version ``now``."""
    starts = [number for number, each in enumerate(changes) if each.old == version]
    later = [each.words for each in changes[starts[-1] :]] if starts else []
    if not changes or changes[-1].new != now:
        later.append("the data was changed by hand")
    later = later or [changes[-1].words]
    return f"The briefs changed since ({'; '.join(later[-3:])}); load them again, then repeat."


def whole_rows(text: str) -> list[Cells]:
    """Return the rows of a whole file's text that are not blank, whatever its shape."""
    data, _ = shaped(text.encode(errors="surrogateescape"))
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), restval="")
    cells = ({name: row[name] for name in row if name} for row in rows)  # none: too many cells
    return [row for row in cells if any(map(str.strip, row.values()))]


def _differing(before: Sequence[Cells], after: Sequence[Cells]) -> Iterator[RowChange]:
    """Yield the rows in which two texts differ, those in the same places side by side."""
    if len(before) == len(after):  # mended, however many: told at once
        pairs = zip(before, after, strict=True)
        yield from (RowChange(old, new) for old, new in pairs if old != new)
        return
    one, two = ([tuple(row.items()) for row in side] for side in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from starmap(RowChange, zip_longest(before[a:b], after[c:d]))


def _cells(text: str, columns: Sequence[str]) -> list[Cells]:
    """Return the rows of CSV text without a header that are not blank."""
    rows = csv.reader(io.StringIO(text, newline=""))
    return [dict(zip(columns, row, strict=False)) for row in rows if any(map(str.strip, row))]


def user() -> str:
    """Return the name of the machine's user, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a user that has no name
        return SOMEBODY
