"""Answers of a geocoding service, kept in a file so that no name is asked for twice."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock
from geopy.adapters import URLLibAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from regional_news.errors import DataError, StoreError
from regional_news.store.replacing import replace_file
from regional_news.text import fold


class SavedAnswers(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Geocodes from a JSON file of earlier answers, by the name that was asked for.

    The file may be read and mended by hand. Every answer stays marked ``raw["review"]``. Raises
    DataError where the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(adapter_factory=URLLibAdapter)
        self._path = path
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - of the contract; nothing here waits
    ) -> Location | list[Location] | None:
        """Return the place that was saved for ``query``, or None."""
        answer = self._read().get(fold(query))
        if answer is None:
            return None
        try:
            raw = {"source": answer["source"], "review": True}
            found = Location(answer["address"], (answer["lat"], answer["lon"]), raw)
        except (KeyError, TypeError, ValueError) as error:
            raise self._unreadable(f"its answer to “{query}” lacks {error}") from error
        return found if exactly_one else [found]

    def reverse(
        self,
        query: Any,  # noqa: ARG002 - of the contract
        *,
        exactly_one: bool = True,  # noqa: ARG002
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002
    ) -> None:
        """Return None: answers are saved by name."""
        return

    def save(self, query: str, found: Location) -> None:
        """Keep ``found`` as the answer to ``query``, or raise StoreError."""
        answer = {
            "query": query,
            "address": found.address,
            "lat": found.latitude,
            "lon": found.longitude,
            "source": found.raw["source"],
            "saved": datetime.now(UTC).date().isoformat(),
        }
        try:
            with self._lock:
                answers = {**self._read(), fold(query): answer}
                text = json.dumps(answers, ensure_ascii=False, indent=1, sort_keys=True)
                replace_file(self._path, text.encode())
        except OSError as error:
            raise StoreError(
                f"{self._path.name} cannot be written ({error.strerror}); check the data folder."
            ) from error

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            return dict(json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, RecursionError) as error:
            raise self._unreadable(error) from error

    def _unreadable(self, cause: object) -> DataError:
        return DataError(f"{self._path.name} cannot be read ({cause}); mend it or delete it.")
