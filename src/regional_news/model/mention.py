"""What names mean, and where texts name councils."""

from dataclasses import dataclass
from enum import StrEnum

from regional_news.model.council import Council


class Role(StrEnum):
    """What a council is to a text: who it is about or who acts, or somebody only named."""

    SUBJECT = "subject"
    MENTIONED = "mentioned"


class Certainty(StrEnum):
    """What decided a match, the surest first."""

    EXACT = "exact"
    ALIAS = "alias"
    CONTEXT = "context"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name that means one council."""

    council: Council
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several councils share; nothing at hand decides between them."""

    candidates: tuple[Council, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no council has; ``reason`` is a phrase for people."""

    reason: str = "no council that is known here has this name"


Resolution = Resolved | Ambiguous | Unknown


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names one council, or several that cannot be told apart.

    ``text[start:end] == matched``. One candidate is an answer; more are a doubt. ``probability``
    is how likely the words mean a council (0 to 1), and ``evidence`` has what decided, first the
    name with the words near it: ``("Arun has begun", "no place has this name")``.
    """

    start: int
    end: int
    matched: str
    candidates: tuple[Council, ...]
    role: Role
    certainty: Certainty
    probability: float = 1.0
    evidence: tuple[str, ...] = ()

    @property
    def council(self) -> Council | None:
        """The council meant, or None where the mention is ambiguous."""
        return self.candidates[0] if len(self.candidates) == 1 else None
