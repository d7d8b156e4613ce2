"""What staff said of offers: ``corrections.jsonl`` in the data folder, one answer a line.

An answer holds for every text that says the same words, so that a page read again asks nothing
twice; and it is a labelled example from which the weights can be fitted (``make fit``).
"""

import json
import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path

from regional_news.errors import DataError, StoreError
from regional_news.model import Role
from regional_news.text import fold

FILE_NAME = "corrections.jsonl"


@dataclass(frozen=True, slots=True)
class Correction:
    """One answer: whether the ``words`` in a ``text`` mean a council.

    ``council`` is a council's id, ``yes`` the answer, ``role`` what the council is to the text, ""
    where that was not asked, ``who`` a person's name or address, ``when`` a time in ISO 8601;
    ``region`` (an id) and ``published`` are what was known beside the text. Raises ValueError for
    a role that there is not.
    """

    text: str
    words: str
    council: str
    yes: bool
    who: str = ""
    when: str = ""
    region: str = ""
    published: str = ""
    role: str = ""

    def __post_init__(self) -> None:
        if self.role:
            Role(self.role)


class Corrections:
    """The answers in one file, read again once the file has changed.

    For example:
    ``Corrections(folder / FILE_NAME).add(Correction(summary, "Arun", "arun", yes=True))``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version: tuple[int, int] | None = None
        self._by_text: Mapping[str, Mapping[str, Correction]] = {}

    def add(self, correction: Correction) -> None:
        """Append an answer to the file, dated now unless it has a date; the latest one counts.

        Raises StoreError where it cannot be kept.
        """
        row = asdict(correction) | {"when": correction.when or _now()}
        self._keep(row, "Your answer holds for this page, but is not kept for others")

    def take_back(self, correction: Correction) -> None:
        """Let the latest answer on the same text and council count no more; the one before does.

        That is a line of its own, whose ``yes`` is null: others may add to the file meanwhile.
        Raises StoreError where it cannot be kept.
        """
        row = asdict(correction) | {"when": _now(), "yes": None}
        self._keep(row, "Your answer still holds, since nothing can be kept")

    def _keep(self, row: Mapping[str, object], sorry: str) -> None:
        try:
            self._append(f"{json.dumps(row, ensure_ascii=False)}\n".encode())
        except OSError as error:
            raise StoreError(f"{sorry}: {error.strerror}; mend that.") from error

    def carry(self, text: str, to: str, councils: Collection[str]) -> None:
        """Let the answers on a text hold for ``to``, which it has become; raises as ``add``.

        ``councils`` are the ids of those that a brief with the text has now: an answer that says
        otherwise was on other words.
        """
        answered = self.about(to)
        for council, each in self.about(text).items():
            if council not in answered and each.yes == (council in councils):
                self.add(replace(each, text=to))

    def _append(self, line: bytes) -> None:
        with self._path.open("ab", buffering=0) as file:  # one write: lines never mix
            end, taken = file.tell(), file.write(line)
            if taken < len(line):  # the disk had room for no more
                file.truncate(end)
                taken = 0
            os.fsync(file.fileno())
        if not taken:
            raise OSError(ENOSPC, os.strerror(ENOSPC))

    def about(self, text: str) -> Mapping[str, Correction]:
        """Return the answers on a text by the ids of their councils."""
        self._look()
        return self._by_text.get(fold(text), {}) if self._by_text else {}

    def _look(self) -> None:
        try:
            state = self._path.stat()
        except OSError:
            self._by_text, self._version = {}, None
            return
        if (version := (state.st_mtime_ns, state.st_size)) != self._version:
            self._by_text, self._version = self._read(), version

    def _read(self) -> Mapping[str, Mapping[str, Correction]]:
        found: dict[str, dict[str, Correction]] = defaultdict(dict)
        for each in read_corrections(self._path):
            found[fold(each.text)][each.council] = each
        return found


def read_corrections(path: Path) -> Iterator[Correction]:
    """Yield the answers in a file in their order, but for those that were taken back.

    Raises DataError with the line that is no answer. None where there is no file.
    """
    kept: list[Correction] = []
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                answer = Correction(**row)
            except (ValueError, TypeError, RecursionError) as error:
                raise DataError(f"{path.name}, line {number} is no answer: {error}") from error
            if row["yes"] is None:
                _drop_latest(kept, answer)
            else:
                kept.append(answer)
    yield from kept


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name} cannot be read ({error}); mend or delete it.") from error


def _drop_latest(answers: list[Correction], like: Correction) -> None:
    """Drop the latest of the answers that is on the same text and council, if there is one."""
    found = (n for n in reversed(range(len(answers))) if _about(answers[n]) == _about(like))
    if (latest := next(found, None)) is not None:
        del answers[latest]


def _about(answer: Correction) -> tuple[str, str]:
    return answer.text, answer.council


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
