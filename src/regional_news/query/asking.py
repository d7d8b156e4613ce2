"""What a search changes of the filter in use: one rule for the box, what it offers, and its links.

What the words name takes the place of what there is of its kind:

- A place (a region, a council, a name that councils share) goes before the councils and regions
  chosen. A region chosen by hand stays where all the councils named lie in it, or one of those that
  share the name; the map's view where some of the place does.
- A theme goes before the themes chosen, an issue before the issues; dates stay where the issue has
  briefs of that time.

What earlier words set goes without a word, what was chosen by hand is told as ``gone``. Words that
name nothing of a kind leave it alone: "sensors" after "Wales" are the sensors of Wales.
"""

from dataclasses import dataclass, replace
from typing import Any

from regional_news.model import Ambiguous, Council
from regional_news.query import GROUPS, BriefFilter, BriefIndex, Labels

NOTHING = BriefFilter()
_PLACE = ("regions", "councils", "box")
_KINDS = (_PLACE, ("themes",), ("issues", "since", "until"))
"""What can shut another out."""

_BY_HAND = ("since", "until", "box")
"""What no words set."""

_MOST_TOLD = 4
"""How many names a sentence has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a search leads.

    ``named`` is what its words are alone, ``filter`` what it is beside the filter in use, of which
    ``gone`` is what somebody chose and it took out. ``words`` is what words have set in ``filter``,
    those of earlier searches too.
    """

    named: BriefFilter
    filter: BriefFilter
    words: BriefFilter
    gone: BriefFilter

    def told(self, labels: Labels) -> str:
        """Return what was taken out, and for what; "" where that is nothing.

        "You asked for Devon County Council, so “Wales” was taken out."
        """
        gone = [f"“{label}”" for label, _ in self.gone.parts(labels)]
        if not gone:
            return ""
        kinds = [kind for kind in _KINDS if any(getattr(self.gone, part) for part in kind)]
        rivals = BriefFilter(**{part: getattr(self.named, part) for kind in kinds for part in kind})
        if _PLACE in kinds and not (rivals.regions or rivals.councils):
            rivals = replace(rivals, q=self.named.q)  # a name that councils share
        named = [label for label, _ in rivals.parts(labels)]
        verb = "was" if len(gone) == 1 else "were"
        return f"You asked for {_listed(named)}, so {_listed(gone)} {verb} taken out."


def ask(
    index: BriefIndex, named: BriefFilter, wanted: BriefFilter, words: BriefFilter = NOTHING
) -> Asked:
    """Return where words lead that name ``named``, beside the filter ``wanted``.

    ``words`` is what earlier words set of that; all else was chosen by hand.
    """
    found = replace(wanted, q=named.q)
    places = _places(index, named)
    if places or named.regions:  # which may have no council
        found = _placed(places, named, found, words)
    if named.themes:
        found = replace(found, themes=named.themes)
    if named.issues:
        timed = BriefFilter(issues=named.issues, since=wanted.since, until=wanted.until)
        found = replace(found, issues=named.issues)
        found = found if len(index.view(timed)) else replace(found, since=None, until=None)
    _, gone = _parted(wanted, found, words)
    by_words, _ = _parted(found, named, words)
    rest: dict[str, Any] = {
        each: None if getattr(found, each) else getattr(wanted, each) for each in _BY_HAND
    }
    return Asked(named, found, by_words, replace(gone, **rest))


def _parted(wanted: BriefFilter, *others: BriefFilter) -> tuple[BriefFilter, BriefFilter]:
    """Return the options that a filter shares with others, and those that it has alone."""
    parts: list[dict[str, Any]] = [{}, {}]
    for group in GROUPS.values():
        theirs = [value for other in others for value in group.chosen(other)]
        for part, shared in zip(parts, (True, False), strict=True):
            part[group.field] = tuple(v for v in group.chosen(wanted) if (v in theirs) is shared)
    return BriefFilter(**parts[0]), BriefFilter(**parts[1])


def _places(index: BriefIndex, named: BriefFilter) -> list[Council]:
    """Return the councils of the place that is named, which may be a name that several share."""
    if named.councils:
        return [index.gazetteer[each] for each in named.councils]
    if named.regions:
        return [each for each in index.gazetteer if each.region in named.regions]
    if any(term.exact for term in index.terms.of(named.q)):
        return []
    shared = index.reference.resolver.resolve(named.q)
    candidates = shared.candidates if isinstance(shared, Ambiguous) else ()
    return [*candidates] if len(candidates) > 1 else []  # "reading" is a word, too


def _placed(
    places: list[Council], named: BriefFilter, wanted: BriefFilter, words: BriefFilter
) -> BriefFilter:
    """Return ``wanted`` with the place that is named, and what of the chosen ones has it."""
    box, enough = wanted.box, all if named.councils else any
    by_hand = tuple(each for each in wanted.regions if each not in words.regions)
    within = enough(council.region in by_hand for council in places)
    in_sight = box and any(box.holds(council.lat, council.lon) for council in places)
    return replace(
        wanted,
        regions=named.regions or (by_hand if within else ()),
        councils=named.councils,
        box=box if in_sight else None,
    )


def _listed(names: list[str]) -> str:
    if len(names) > _MOST_TOLD:
        names = [*names[: _MOST_TOLD - 1], f"{len(names) - _MOST_TOLD + 1} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
