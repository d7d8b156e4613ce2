"""An edit of a file's text, which can be made, told in JSON, and taken back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Edit:
    """A place in a text, counted in characters, and what stands there before and after.

    ``what`` says it in words that follow a person's name: "added 13 briefs". ``columns`` are those
    of the file where they are not the sheet's own, in its order.
    """

    at: int
    before: str
    after: str
    what: str
    columns: Sequence[str] = ()

    def applied(self, text: str) -> str:
        """Return ``text`` with the edit made."""
        return text[: self.at] + self.after + text[self.at + len(self.before) :]

    @classmethod
    def joined(cls, edits: Sequence[Self], text: str) -> Self:
        """Return edits of one text, in its order, as one, with what stands between them."""
        after = text
        for edit in reversed(edits):
            after = edit.applied(after)
        first, last = edits[0].at, edits[-1].at + len(edits[-1].before)
        end = len(after) - len(text) + last
        return replace(edits[0], at=first, before=text[first:last], after=after[first:end])

    def reversed(self, what: str) -> "Edit":
        """Return the edit that takes this one back."""
        return Edit(self.at, self.after, self.before, what, self.columns)

    def as_told(self) -> dict[str, Any]:
        """Return the edit for the journal."""
        told = asdict(self)
        return told if self.columns else {key: told[key] for key in told if key != "columns"}
