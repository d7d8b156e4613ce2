"""What a check says: where in the data folder, and what to mend there."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding asks for: an error is to be mended, a note only to be known."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence about a line of a file; ``line`` counts from 1 and is 0 for the whole file."""

    file: str
    line: int
    sentence: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {'note: ' if self.severity is Severity.NOTE else ''}{self.sentence}"
