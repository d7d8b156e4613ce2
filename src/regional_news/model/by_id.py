"""Councils, regions or themes in their order, found by id."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Noun = TypeVar("Noun")


class ById(Generic[Noun]):
    """Iterates over nouns; ``nouns["wales"]``, ``"wales" in nouns`` and ``len`` work as in a dict.

    Who inherits it sets ``_by_id``.
    """

    _by_id: dict[str, Noun]

    def __iter__(self) -> Iterator[Noun]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, noun_id: str) -> Noun:
        return self._by_id[noun_id]

    def __contains__(self, noun_id: object) -> bool:
        return noun_id in self._by_id

    def get(self, noun_id: str) -> Noun | None:
        """Return the one with this id, or None."""
        return self._by_id.get(noun_id)
