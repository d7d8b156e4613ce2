"""Who follows feeds, in a small file of its own that is replaced whole."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from regional_news.errors import DataError, StoreError
from regional_news.store.replacing import alone_in, replace_file
from regional_news.store.sheets import COLUMNS, FOLLOWERS


class Followers:
    """The file of followers in one data folder; see ``base.Store.followers``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FOLLOWERS

    def read(self) -> dict[str, str]:
        """Return each person’s mark by their e-mail address; none where there is no file."""
        try:
            text = self._path.read_text(encoding="utf-8-sig")
            rows = csv.DictReader(io.StringIO(text, newline=""))
            return {row.get("email") or "": row.get("mark") or "" for row in rows}
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeError, csv.Error):
            raise DataError(f"{FOLLOWERS} cannot be read; mend it, or remove it.") from None

    def keep(self, email: str, mark: str) -> None:
        """Give a person a new mark, or none where it is empty; or raise StoreError."""
        with alone_in(self._folder):
            try:
                replace_file(self._path, _written({**self.read(), email: mark}))
            except DataError as error:
                raise StoreError(f"Nothing was saved. {error}") from error


def _written(marks: Mapping[str, str]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS[FOLLOWERS], *(pair for pair in marks.items() if pair[1])])
    return text.getvalue().encode()
