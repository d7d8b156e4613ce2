"""A change of the data as the journal has it, whichever store keeps the journal."""

import getpass
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Self

from regional_news.errors import StaleVersion


@dataclass(frozen=True, slots=True)
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
        when = datetime.fromisoformat(self.when).astimezone()
        return f"{self.who} {self.what} on {when.day} {when:%B %Y at %H:%M}"

    @property
    def taken_back(self) -> str:
        """What is done by taking the change back: ``took back what Ann did (added 13 briefs)``."""
        return f"took back what {self.who} did ({self.what})"


def check_version(version: str, *, now: str, changes: Callable[[], Sequence[Change]]) -> None:
    """Raise StaleVersion, with what changed, where the data is not at ``version`` any more."""
    if version != now:
        raise StaleVersion(_changed_since(changes(), version, now))


def last_standing(changes: Sequence[Change], now: str, change_id: str) -> Change | None:
    """Return the newest change that was not taken back, None where there is none.

    Raises StaleVersion where ``change_id`` is another one's, or where the data changed since by
    anything but changes that were themselves taken back.
    """
    undone = {change.undoes for change in changes}
    standing = [each for each in changes if not each.undoes and each.id not in undone]
    if not standing:
        return None
    last = standing[-1]
    since = changes[changes.index(last) :]
    untouched = now == since[-1].new and all(one.new == two.old for one, two in pairwise(since))
    if change_id not in {"", last.id} or not (untouched or now == last.new):
        wanted = next((each for each in standing if each.id == change_id), last)
        raise StaleVersion(_changed_since(changes, wanted.new, now))
    return last


def _changed_since(changes: Sequence[Change], version: str, now: str) -> str:
    """Return a sentence on what changed between ``version`` and the version ``now``."""
    starts = [number for number, each in enumerate(changes) if each.old == version]
    later = [each.words for each in changes[starts[-1] :]] if starts else []
    if not changes or changes[-1].new != now:
        later.append("the data was changed by hand")
    later = later or [changes[-1].words]
    return f"The briefs changed since ({'; '.join(later[-3:])}); load them again, then repeat."


def user() -> str:
    """Return the name of the machine's user, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a user that has no name
        return "somebody"
