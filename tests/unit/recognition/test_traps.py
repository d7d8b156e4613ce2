"""Sentences that try a finder of councils.

``tests/fixtures/promises.txt`` stands for what the docs promise: each sentence holds. Of
``tests/fixtures/finder_traps.txt`` most are read as a careful reader does: the shares are floors,
and so are those on the texts in ``training/held_back``, from which nothing is learnt.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from data_folders import SHIPPED
from examples import Reader
from labelled import TRAINING, labelled_texts
from tally import Tally

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.model import PartialDate, Role
from regional_news.recognition.recogniser import Recogniser, by_council
from regional_news.recognition.scorer import fitted_weights

FIXTURES = Path(__file__).parents[2] / "fixtures"


@dataclass(frozen=True)
class Trap:
    """A sentence, what is known beside it, and the ids of the councils that it names."""

    text: str
    region: str
    on: str
    subjects: frozenset[str]
    mentioned: frozenset[str]


def sentences(name: str) -> Iterator[Trap]:
    """Yield the rows of a table."""
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            text, region, on, subjects, mentioned = cells + [""] * (5 - len(cells))
            yield Trap(text, region, on, frozenset(subjects.split()), frozenset(mentioned.split()))


@pytest.fixture(scope="module")
def finder() -> Recogniser:
    """Return the finder over the project's own gazetteer."""
    return Recogniser(load_gazetteer(SHIPPED))


def found(finder: Recogniser, trap: Trap) -> dict[str, Role]:
    """Return the roles of the councils found, by their ids."""
    on = PartialDate.parse(trap.on) if trap.on else None
    mentions = by_council(finder.find(trap.text, region=trap.region or None, on=on))
    return {each.council.id: each.role for each in mentions if each.council}


@pytest.mark.parametrize("trap", [*sentences("promises.txt")], ids=lambda trap: trap.text)
def test_what_the_docs_promise_holds(finder: Recogniser, trap: Trap) -> None:
    """Every council that the sentence names is found in its role, and nothing else."""
    roles = found(finder, trap)
    assert {each for each in roles if roles[each] is Role.SUBJECT} == trap.subjects
    assert {each for each in roles if roles[each] is Role.MENTIONED} == trap.mentioned


def test_few_sentences_deceive_it(finder: Recogniser) -> None:
    """Of all sentences at least these shares of councils and of subjects are right and found."""
    traps = [*sentences("finder_traps.txt")]
    right = wrong = missed = right_roles = 0
    for trap in traps:
        roles, named = found(finder, trap), trap.subjects | trap.mentioned
        right += len(named & roles.keys())
        wrong += len(roles.keys() - named)
        missed += len(named - roles.keys())
        subjects = {each for each in roles if roles[each] is Role.SUBJECT}
        right_roles += len(trap.subjects & subjects) + len(
            trap.mentioned & (roles.keys() - subjects)
        )
    assert right / (right + wrong) >= 0.93
    assert right / (right + missed) >= 0.95
    assert right_roles / right >= 0.94


@pytest.fixture(scope="module")
def unlearnt() -> dict[str, Tally]:
    """Return how the texts of each kind are read from which nothing is learnt."""
    texts = [*labelled_texts(TRAINING / "held_back")]
    tallies: dict[str, Tally] = defaultdict(Tally)
    for text, findings in zip(texts, Reader(SHIPPED).read(texts, fitted_weights()), strict=True):
        tallies[text.id[0]].add(text, findings)
    return tallies


@pytest.mark.parametrize(
    ("kind", "precision", "recall", "subjects"),
    [("N", 0.96, 0.95, 0.90), ("B", 0.95, 0.85, 0.90), ("T", 0.70, 0.85, 0.75)],
    ids=["briefs", "bare names", "traps"],
)
def test_texts_that_nothing_was_learnt_from_are_read(
    unlearnt: dict[str, Tally], kind: str, precision: float, recall: float, subjects: float
) -> None:
    """Weights that fit no texts but their own fall below these floors."""
    tally = unlearnt[kind]
    assert tally.councils.precision >= precision
    assert tally.councils.recall >= recall
    assert tally.subjects.f1 >= subjects
