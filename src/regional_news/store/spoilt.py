"""What a spreadsheet spoils in the rows of briefs, found, told in words, and mended."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regional_news.gazetteer.listed import names_listed
from regional_news.gazetteer.resolver import Resolver
from regional_news.ingest.spreadsheet_dates import date_order, date_readings
from regional_news.model import PartialDate, Resolved
from regional_news.store.change import Cells, Change
from regional_news.store.earlier import Earlier
from regional_news.store.spoilt_ids import spoilt_ids
from regional_news.table.characters import right_characters

_TEXTS = ("issue", "headline", "summary", "source_title")
COUNCILS = ("councils", "also_mentions")


@dataclass(frozen=True, slots=True)
class Spoil:
    """What is wrong with a row, in words that follow its headline, and the cells that mend it.

    A date is told as it is ``written``, with its ``readings``; where nobody can tell which of them
    it means, ``cells`` is empty.
    """

    row: int
    headline: str
    words: str
    cells: Cells
    written: str = ""
    readings: tuple[PartialDate, ...] = ()


@dataclass(frozen=True)
class Spoils:
    """Finds what is spoilt by what names mean, by earlier versions and by a person's answers.

    ``changes`` reads the journal, which is done only for rows that may be spoilt; ``answers``
    maps a date as it is written to the one of its readings that it means.
    """

    resolver: Resolver
    changes: Callable[[], Iterable[Change]] = tuple
    answers: Mapping[str, str] = field(default_factory=dict)

    def found(self, rows: Sequence[Cells]) -> Iterator[Spoil]:
        """Yield what a spreadsheet spoilt in rows, each as it would be mended by itself.

        Ids that became numbers are given back, or given anew where nobody knows them, as those
        that stand twice; broken characters are put right; the names of councils that are parted by
        commas are parted by semicolons; dates are written as before where one can tell, be it by
        another one that has the day or the month first beyond doubt.
        """
        earlier = Earlier(self.changes)
        headlines = [right_characters(row.get("headline", "")) for row in rows]
        for at, words, new in spoilt_ids(rows, self.resolver.gazetteer.regions, earlier):
            yield Spoil(at, headlines[at], words, {"id": new})
        others = _dates_of_issues(rows)
        order = date_order(row.get("published", "") for row in rows)
        for at, row in enumerate(rows):
            for words, cells in (*_broken(row), *_councils(row, self.resolver)):
                yield Spoil(at, headlines[at], words, cells)
            if readings := date_readings(row.get("published", ""), order):
                meant = _meant_date(row, readings, earlier, others)
                yield self._dated(at, headlines[at], row["published"].strip(), readings, meant)

    def mended(self, rows: Sequence[Cells]) -> list[Cells]:
        """Return the rows without what is found, but for dates that nobody can tell."""
        made = [dict(row) for row in rows]
        for spoil in self.found(rows):
            made[spoil.row] |= spoil.cells
        return list(made)

    def _dated(
        self,
        at: int,
        headline: str,
        written: str,
        readings: tuple[PartialDate, ...],
        meant: PartialDate | None,
    ) -> Spoil:
        answer = PartialDate.read(self.answers.get(written, ""))
        meant = meant or (answer if answer in readings else None)
        if meant is None:
            may_be = " or ".join(each.words for each in readings)
            words = f"has “{written}” as its date, which may be {may_be}"
            return Spoil(at, headline, words, {}, written, readings)
        words = f"has “{written}” as its date, which is {meant.words}"
        return Spoil(at, headline, words, {"published": str(meant)}, written, readings)


def _meant_date(
    row: Cells, readings: Sequence[PartialDate], earlier: Earlier, others: Mapping[str, set[str]]
) -> PartialDate | None:
    """Return what a row's date means of its readings: the only one, or what is known; else None.

    Known is what the brief said before, and what the ``others`` of its issue say.
    """
    before = [PartialDate.read(each.get("published", "")) for each in earlier.of_brief(row)]
    known = [each for each in before if each in readings]
    if known or len(readings) == 1:
        return (known or list(readings))[0]
    told = [each for each in readings if str(each) in others.get(row.get("issue", ""), ())]
    return told[0] if len(told) == 1 else None


def _dates_of_issues(rows: Iterable[Cells]) -> Mapping[str, set[str]]:
    """Return the dates that can be read, by the name of the issue."""
    dates: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if PartialDate.read(row.get("published", "")):
            dates[row.get("issue", "")].add(row["published"].strip())
    return dates


def _broken(row: Cells) -> Iterator[tuple[str, Cells]]:
    fixed = {name: right_characters(row.get(name, "")) for name in _TEXTS}
    cells = {name: text for name, text in fixed.items() if text != row.get(name, "")}
    if cells:
        yield "has broken characters, as â€™ in place of ’", cells


def _councils(row: Cells, resolver: Resolver) -> Iterator[tuple[str, Cells]]:
    def is_name(name: str) -> bool:
        return isinstance(resolver.resolve(name), Resolved)

    for column in COUNCILS:
        cell = row.get(column, "")
        if "," not in cell:
            continue
        parted = "; ".join(names_listed(cell, is_name))
        if parted.count(";") > cell.count(";"):
            yield "has councils that are parted by commas", {column: parted}
