"""What people hand in, looked through for briefs in a process beside the server's."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from regional_news.errors import UnreadablePage
from regional_news.ingest import IngestReport, Source, prepare, stored_in
from regional_news.ingest.from_rows import Sheet, prepare_rows
from regional_news.ingest.same_issue import SameIssue, same_issue
from regional_news.magazine import Choices
from regional_news.model import Brief, Mention
from regional_news.reading import Page
from regional_news.recognition.annotator import Annotator
from regional_news.recognition.corrections import FILE_NAME, Corrections
from regional_news.reference import Reference
from regional_news.snapshot.beside import Place, snapshot_at
from regional_news.store import briefs_in
from regional_news.worker import in_worker

SECONDS = 120
"""Processor time for one page or spreadsheet: thousands of rows are compared with all briefs."""

_PATIENCE = 10
"""Seconds for which a page waits for what it can do without."""

_LOOKED_AT, _AT_A_TIME = 20_000, 3
"""How many of the newest briefs are looked at, and for how many seconds those not yet read."""

_TOO_MUCH = (
    "Looking through this takes too long, or too much memory; give fewer pages or rows at once."
)


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in: a page or a spreadsheet, its source, and what a person made of it."""

    given: Page | Sheet
    source: Source
    choices: Choices


@dataclass(frozen=True, slots=True)
class Found:
    """What adding it would do, and the stored issue that it seems to be."""

    report: IngestReport
    same: SameIssue | None


def look_through(handed: Handed, progress: Callable[[float], object]) -> Found:
    """Return what is found, made in a process beside this one.

    ``progress`` is told the part that is done, from 0 to 1. Raises UnreadablePage where that takes
    too long, DataError where the data cannot be read.
    """
    place = Place.configured()
    ready = partial(_annotator_at, place)
    return in_worker(
        _found, place, handed, first=ready, told=progress, seconds=SECONDS, sorry=_TOO_MUCH
    )


def offered(briefs: Sequence[Brief]) -> Mapping[str, tuple[Mention, ...]]:
    """Return the councils that stored briefs name, or may name, but have not, by the briefs' ids.

    Raises UnreadablePage where that takes more than some seconds, since other work goes before, and
    DataError where the data cannot be read.
    """
    return _soon(_offered, briefs)


def _soon(
    find: Callable[..., dict[str, tuple[Mention, ...]]], *arguments: object
) -> Mapping[str, tuple[Mention, ...]]:
    """Return what is found at the configured place, unless other work goes before for too long."""
    place, begun = Place.configured(), time.monotonic()

    def waiting() -> None:
        if time.monotonic() - begun > _PATIENCE:
            raise UnreadablePage(_TOO_MUCH)

    ready = partial(_annotator_at, place)
    return in_worker(find, place, *arguments, first=ready, waiting=waiting, sorry=_TOO_MUCH)


def _offered(place: Place, briefs: Sequence[Brief]) -> dict[str, tuple[Mention, ...]]:
    annotator = _annotator_at(place)
    found = {}
    for brief in briefs:
        said = annotator.annotate(brief.summary, region=brief.region or None, on=brief.published)
        found[brief.id] = new_to(brief, (*said.councils, *said.doubts, *said.suggested))
    return found


def new_to(
    brief: Brief, mentions: Iterable[Mention], answered: Iterable[str] = ()
) -> tuple[Mention, ...]:
    """Return the mentions of councils that a brief has in no role and nobody answered about."""
    known = {*brief.councils, *brief.also_mentions, *answered}
    return tuple(m for m in mentions if known.isdisjoint(each.id for each in m.candidates))


def named_first() -> Mapping[str, tuple[Mention, ...]]:
    """Return the councils that stored briefs may be about, by the briefs' ids.

    They stand in the text before all councils that the brief is said to be about; answered offers
    are left out. Of many briefs the newest are read first, more at each call: see ``_AT_A_TIME``.
    Raises what ``offered`` raises.
    """
    return _soon(_named_first)


def _named_first(place: Place) -> dict[str, tuple[Mention, ...]]:
    snapshot, annotator = snapshot_at(place), _annotator_at(place)
    frame, until = snapshot.index.frame, time.monotonic() + _AT_A_TIME
    told = frame[frame["councils"] != ""].sort_values("published", ascending=False, kind="stable")
    found = {}
    for brief in briefs_in(told.head(_LOOKED_AT)):
        if time.monotonic() > until:
            break
        answered = annotator.answers(brief.summary)
        if offers := new_to(brief, _ahead(annotator, brief), answered):
            found[brief.id] = offers
    return found


@lru_cache(maxsize=_LOOKED_AT)
def _ahead(annotator: Annotator, brief: Brief) -> tuple[Mention, ...]:
    found = annotator.annotate(
        brief.summary, region=brief.region or None, on=brief.published, headline=brief.headline
    )
    return found.ahead_of(brief.councils)


def _found(place: Place, handed: Handed, tell: Callable[[float], None]) -> Found:
    snapshot, annotator = snapshot_at(place), _annotator_at(place)
    given, source, stored = handed.given, handed.source, stored_in(snapshot.index.frame)
    if isinstance(given, Sheet):
        report = prepare_rows(given, source, annotator=annotator, stored=stored, progress=tell)
    else:
        report = prepare(
            given,
            source,
            annotator=annotator,
            stored=stored,
            choices=handed.choices,
            progress=tell,
        )
    # The rows of a spreadsheet may be of many issues.
    of_issue = [brief for brief in report.all_briefs if brief.issue == source.issue]
    same = same_issue(of_issue, source, briefs_in(snapshot.index.frame))
    return Found(report, same)


def _annotator_at(place: Place) -> Annotator:
    return _annotator(place.folder, snapshot_at(place).reference)


@lru_cache(maxsize=1)
def _annotator(folder: Path, reference: Reference) -> Annotator:
    return Annotator(reference, Corrections(folder / FILE_NAME))
