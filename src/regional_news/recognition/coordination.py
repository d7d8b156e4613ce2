"""Names in a row: "Exeter City and East Devon District councils"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regional_news.model import PartialDate
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.matcher import Matcher
from regional_news.text import Words

_DIRECTIONS = frozenset({"north", "south", "east", "west", "mid", "central"})
_CONJUNCTIONS = frozenset({"and", "or", "nor"})
_LINKING_WORDS = _CONJUNCTIONS | {"the", "its", "neighbour", "neighbours"}
_LINKING_MARKS = frozenset({"", ",", "/", "-", "–", "—", ";"})
_MOST_LINKING_WORDS = 3


@dataclass(slots=True)
class Series:
    """Names that stand in a row, linked by commas, "and" or a slash; often one name alone."""

    members: list[Candidate]
    joined: bool = False
    """An "and", "or" or slash links some, or leads to a last item that is no council's name."""

    @property
    def first(self) -> int:
        """The first word of the first member."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """The word after the last member."""
        return self.members[-1].stop

    @property
    def plural(self) -> bool:
        """The style at one end is in the plural and holds for all: "… county councils"."""
        first, last = self.members[0].title, self.members[-1].title
        return bool((first and first.plural) or (last and last.plural))

    def apart(self) -> "list[Series]":
        """Return the series itself where it is a list, else each member for itself."""
        if len(self.members) == 1 or self.joined or self.plural:
            return [self]
        return [Series([member]) for member in self.members]


def in_series(words: Words, candidates: Sequence[Candidate]) -> list[Series]:
    """Return the candidates grouped into series, in their order."""
    if len(candidates) == 1:
        return [Series([*candidates])]
    found: list[Series] = []
    for candidate in candidates:
        link = _link(words, found[-1].end, candidate.start) if found else None
        if link is None:
            found.append(Series([candidate]))
        else:
            found[-1].members.append(candidate)
            found[-1].joined |= link
    for series in found:
        if len(series.members) > 1 and not series.joined:
            series.joined = words.folded[series.end : series.end + 1] == ["and"]
    return found


def _link(words: Words, end: int, start: int) -> bool | None:
    """Return whether "and", "or" or a slash links two names; None where nothing does."""
    if not 0 <= start - end <= _MOST_LINKING_WORDS:
        return None
    between = words.folded[end:start]
    if not _LINKING_WORDS.issuperset(between):
        return None
    marks = [words.gap(at).strip() for at in range(end, start + 1)]
    conjoined = not _CONJUNCTIONS.isdisjoint(between)
    if not _LINKING_MARKS.issuperset(marks) or not (conjoined or any(marks)):
        return None
    return conjoined or "/" in marks


def with_elided(words: Words, candidates: Sequence[Candidate], matcher: Matcher) -> list[Candidate]:
    """Return ``candidates`` with the names whose last words are left out.

    "North and South Lanarkshire" names two councils: a direction before the name of another
    direction shares the rest of it.
    """
    found: list[Candidate] = []
    for candidate in candidates:
        if words.folded[candidate.first] in _DIRECTIONS and candidate.first > 1:
            taken = found[-1].end if found else 0
            found.extend(reversed(list(_elided(words, candidate, matcher, taken))))
        found.append(candidate)
    return found


def _elided(
    words: Words, candidate: Candidate, matcher: Matcher, taken: int
) -> Iterator[Candidate]:
    rest = candidate.name.split()
    while rest and rest[0] in _DIRECTIONS:
        rest.pop(0)
    at = candidate.first
    while at > taken:
        at -= 2 if words.folded[at - 1] == "and" else 1
        if at < taken or words.folded[at] not in _DIRECTIONS or at not in words.capitals:
            return
        if words.gap(at + 1).strip() not in {"", ","}:
            return
        namings = matcher.look_up((words.folded[at], *rest))
        if not namings:
            return
        yield Candidate.at(at, at + 1, " ".join((words.folded[at], *rest)), namings)


def with_divided(
    words: Words, candidates: Sequence[Candidate], matcher: Matcher, on: PartialDate
) -> list[Candidate]:
    """Return ``candidates`` with the joint names divided whose council does not exist yet.

    "Bournemouth, Christchurch and Poole" were three councils before they were one.
    """
    found: list[Candidate] = []
    for candidate in candidates:
        to_come = " and " in candidate.name and not _may_exist(candidate, on)
        found += (to_come and _parts(words, candidate, matcher)) or [candidate]
    return found


def _may_exist(candidate: Candidate, on: PartialDate) -> bool:
    begun = (naming.council.start for naming in candidate.namings)
    return any(start is None or start.first <= on.last for start in begun)


def _parts(words: Words, candidate: Candidate, matcher: Matcher) -> list[Candidate]:
    """Return the names that make up a joint name; none where a word is left over.

    None either where "Council" follows in the singular: the new council, before its time.
    """
    if words.folded[candidate.end : candidate.end + 1] == ["council"]:
        return []
    places = [at for at in range(candidate.first, candidate.end) if words.folded[at] != "and"]
    parts = [(at, words.folded[at], matcher.look_up((words.folded[at],))) for at in places]
    whole = all(namings for *_, namings in parts)
    return [Candidate.at(at, at + 1, name, namings) for at, name, namings in parts if whole]
