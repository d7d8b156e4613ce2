"""Sentences that trap a finder of councils; the table is ``tests/fixtures/finder_traps.txt``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from data_folders import SHIPPED

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import PartialDate, Role
from regional_news.recognition.recogniser import Recogniser, by_council

TABLE = Path(__file__).parents[2] / "fixtures" / "finder_traps.txt"


@dataclass(frozen=True)
class Trap:
    """A sentence, what is known beside it, and the ids of the councils that it names."""

    text: str
    region: str
    on: str
    subjects: frozenset[str]
    mentioned: frozenset[str]


def traps() -> Iterator[Trap]:
    """Yield the rows of the table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            text, region, on, subjects, mentioned = cells + [""] * (5 - len(cells))
            yield Trap(text, region, on, frozenset(subjects.split()), frozenset(mentioned.split()))


@pytest.fixture(scope="module")
def finder() -> Recogniser:
    """Return the finder over the project's own gazetteer."""
    return Recogniser(load_gazetteer(SHIPPED))


@pytest.mark.parametrize("trap", [*traps()], ids=lambda trap: trap.text)
def test_a_careful_reader_finds_the_same(finder: Recogniser, trap: Trap) -> None:
    """Every council that the sentence names is found in its role, and nothing else."""
    on = PartialDate.parse(trap.on) if trap.on else None
    found = by_council(finder.find(trap.text, region=trap.region or None, on=on))
    named = {each.council.id: each.role for each in found if each.council}
    assert {each for each in named if named[each] is Role.SUBJECT} == trap.subjects
    assert {each for each in named if named[each] is Role.MENTIONED} == trap.mentioned
