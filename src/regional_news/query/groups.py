"""The groups of filters, one row each, and the filter that holds what is chosen of them.

This is the only place that lists the groups: the index, the addresses, the filters on the page,
the names of files, the parameters of the API and the options of the command line follow from it.
A filter on a column of the table is a row in ``GROUPS`` and a field of ``BriefFilter``:

    Group("source", "sources", "source_title", title="Source", says="printed in {}")
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from regional_news.model import Box, PartialDate, Resolved
from regional_news.text import fold

if TYPE_CHECKING:
    from regional_news.reference import Reference

Word = Callable[["Reference", str], str]
"""What people read for a value."""


def _itself(_reference: "Reference", value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Group:
    """A group of filter options: any of its values counts, all groups together do.

    ``name`` stands in addresses, in the API and on the command line, ``field`` in ``BriefFilter``,
    ``column`` in the table; where a cell holds ``several`` values, spaces divide them. ``says`` is
    its part of a title, in the order of ``spoken``. With mentions switched on the cells of the
    column ``also`` count as well, and a title says ``also_says``.

    ``known`` tells every value that there can be, in order; by default those in the column.
    ``recognise`` tells which value a person means; by default the one with that id or label.
    """

    name: str
    field: str
    column: str
    title: str
    says: str
    spoken: int = 9
    several: bool = False
    also: str = ""
    also_says: str = ""
    known: Callable[["Reference"], Iterable[str]] | None = None
    label: Word = _itself
    short: Word | None = None
    recognise: Callable[["Reference", str], str | None] | None = None

    def chosen(self, wanted: "BriefFilter") -> tuple[str, ...]:
        """Return the values that a filter holds of this group."""
        values: tuple[str, ...] = getattr(wanted, self.field)
        return values

    def in_short(self, reference: "Reference", value: str) -> str:
        """Return what a file's name says for a value."""
        return (self.short or self.label)(reference, value)

    def phrase(self, wanted: "BriefFilter", labels: "Labels") -> str:
        """Return what a title says of this group; empty where nothing is chosen."""
        values = self.chosen(wanted)
        says = self.also_says if wanted.mentions and self.also_says else self.says
        return says.format(_either(labels.of(self.name, values))) if values else ""

    def reader(self, reference: "Reference", values: Sequence[str]) -> Callable[[str], str | None]:
        """Return what finds among ``values`` the one that a person means, None where it is none."""
        there = frozenset(values)
        recognise = self.recognise
        if recognise is not None:
            return lambda said: said if said in there else recognise(reference, said)
        by_label = {fold(self.label(reference, value)): value for value in values}
        return lambda said: said if said in there else by_label.get(fold(said))


def _region(reference: "Reference", said: str) -> str | None:
    region = reference.regions.recognise(said)
    return region.id if region else None


def _region_name(reference: "Reference", value: str) -> str:
    return reference.regions[value].name if value in reference.regions else value


def _theme(reference: "Reference", said: str) -> str | None:
    theme = reference.themes.recognise(said)
    return theme.id if theme else None


def _theme_label(reference: "Reference", value: str) -> str:
    return reference.themes[value].label if value in reference.themes else value


def _council(reference: "Reference", said: str) -> str | None:
    resolution = reference.resolver.resolve(said)
    return resolution.council.id if isinstance(resolution, Resolved) else None


def _council_name(reference: "Reference", value: str) -> str:
    return reference.gazetteer[value].name if value in reference.gazetteer else value


def _council_short(reference: "Reference", value: str) -> str:
    return reference.gazetteer[value].short_name if value in reference.gazetteer else value


GROUPS: Mapping[str, Group] = MappingProxyType(
    {
        group.name: group
        for group in (
            Group(
                *("region", "regions", "region"),
                title="Region",
                says="from {}",
                spoken=2,
                known=lambda reference: (region.id for region in reference.regions),
                label=_region_name,
                recognise=_region,
            ),
            Group(
                *("theme", "themes", "themes"),
                title="Theme",
                says="on {}",
                spoken=1,
                several=True,
                known=lambda reference: (theme.id for theme in reference.themes),
                label=_theme_label,
                short=lambda reference, value: _theme_label(reference, value).replace("&", ""),
                recognise=_theme,
            ),
            Group(
                *("council", "councils", "councils"),
                title="Council",
                says="about {}",
                spoken=3,
                several=True,
                also="also_mentions",
                also_says="naming {}",
                known=lambda reference: (council.id for council in reference.gazetteer),
                label=_council_name,
                short=_council_short,
                recognise=_council,
            ),
            Group("issue", "issues", "issue", title="Issue", says="in {}", spoken=4),
        )
    }
)
"""The groups by name, in the order in which pages show them and addresses carry them."""


@dataclass(frozen=True, slots=True)
class BriefFilter:
    """What a reader asked for: any of the values within a group, all of the groups together.

    ``regions``, ``themes`` and ``councils`` hold ids, ``issues`` names. ``box`` is the part of the
    map whose councils are asked for. ``mentions`` counts the
    councils that a brief only mentions; ``past`` counts what a council's predecessors did.
    """

    q: str = ""
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    box: Box | None = None
    mentions: bool = False
    past: bool = False

    def __bool__(self) -> bool:
        """Return whether the filter can leave anything out."""
        chosen = any(group.chosen(self) for group in GROUPS.values())
        return chosen or bool(self.q or self.since or self.until or self.box)

    @property
    def anywhere(self) -> "BriefFilter":
        """The same, wherever it is."""
        return replace(self, regions=(), councils=(), box=None)

    @property
    def quoted(self) -> str:
        """The words of the search in quotation marks, as they are where they have some."""
        return self.q if {*self.q} & {*'"“”'} else f"“{self.q}”"

    def parts(self, labels: "Labels") -> Iterator[tuple[str, "BriefFilter"]]:
        """Yield each thing that is chosen, in words, with the filter without it."""
        if self.q:
            yield self.quoted, replace(self, q="")
        for group in GROUPS.values():
            values = group.chosen(self)
            for value, label in zip(values, labels.of(group.name, values), strict=True):
                rest = tuple(each for each in values if each != value)
                yield label, replace(self, **{group.field: rest})  # type: ignore[arg-type]
        if self.since:
            yield f"since {self.since.words}", replace(self, since=None)
        if self.until:
            yield f"until {self.until.words}", replace(self, until=None)
        if self.box:
            yield "in the map’s view", replace(self, box=None)
        if self.mentions:
            yield "with mentions", replace(self, mentions=False)
        if self.past:
            yield "with councils replaced", replace(self, past=False)

    def describe(self, labels: "Labels") -> str:
        """Return the filter as a phrase, for titles, file names, feeds and downloads."""
        if not self:
            return "All briefs"
        spoken = sorted(GROUPS.values(), key=lambda group: group.spoken)
        parts = ["Briefs", *(group.phrase(self, labels) for group in spoken)]
        if self.box:
            parts.append("in the map’s view")
        if self.since and self.until:
            parts.append(f"from {self.since.words} to {self.until.words}")
        elif self.since:
            parts.append(f"since {self.since.words}")
        elif self.until:
            parts.append(f"until {self.until.words}")
        if self.q:
            parts.append(f"with {self.quoted}")
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Labels:
    """The names that people read for the ids that filters hold."""

    reference: "Reference"

    def of(self, group: str, ids: Collection[str]) -> tuple[str, ...]:
        """Return the labels of a group's values; one that is not known stands for itself.

        ``labels.of("region", ["wales"])`` is ``("Wales",)``.
        """
        return tuple(GROUPS[group].label(self.reference, value) for value in ids)


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]
