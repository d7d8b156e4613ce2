"""Fit the weights of the recogniser from labelled text: ``make fit``.

Prints precision and recall on every file with the others to fit from, how true the probabilities
are, and which texts are read otherwise than before; writes ``recognition/weights.toml``. The same
texts give the same file. ``--check`` writes nothing; ``--corrections FILE`` adds what staff said.
"""

import argparse
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from examples import Example, Reader
from labelled import LabelledText, corrected_texts, labelled_texts
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tally import Reliability, Tally

from regional_news.model import Certainty
from regional_news.recognition.recogniser import Findings
from regional_news.recognition.scorer import FILE, Weights

Numbers = npt.NDArray[np.float64]
Tables = dict[str, dict[str, float]]

THRESHOLDS = {
    "accept": 0.5,
    "accept in one sentence": 0.58,
    "accept beside": 0.7,
    "offer": 0.07,
}
"""Chosen on held-out files: recall where a text names no council with its title, precision beside
one; a third of an offer a text."""
STRENGTHS = {"council": 0.8, "subject": 0.25}
"""The inverse of the penalty on large weights by question, chosen on held-out files."""
FEWEST = 10
"""A feature that fewer examples have is not fitted."""
FEW = {"sentence says": 15}
"""The same for slots with more values."""
SMALLEST = 0.12
"""A weight that is smaller is left out of the file."""
EMPHASIS = {
    "part of another name": 2.0,
    "sentence speaks of": 0.6,
    "sentence says": 0.6,
}
"""How readily a slot is believed: what decides by itself more, what a text is about less."""
_MOST_SHOWN = 20


class Fit:
    """A logistic regression over slots and values."""

    def __init__(self, examples: Sequence[Example], strength: float) -> None:
        counts = Counter(each for example in examples for each in example.features)
        known = sorted(each for each, n in counts.items() if n >= FEW.get(each[0], FEWEST))
        self._columns = {feature: at for at, feature in enumerate(known)}
        self._emphasis = np.array([EMPHASIS.get(slot, 1.0) for slot, _ in known])
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
        answers, say = [each.yes for each in examples], [each.say for each in examples]
        model.fit(self._matrix(examples), answers, sample_weight=say)
        self._weights = model.coef_[0] * self._emphasis
        self._bias = float(model.intercept_[0])

    def tables(self) -> Tables:
        """Return the weights worth keeping: ``{slot: {value: weight}}``."""
        found: Tables = {"bias": {"bias": round(self._bias, 2)}}
        for (slot, value), at in self._columns.items():
            if abs(weight := round(float(self._weights[at]), 2)) >= SMALLEST:
                found.setdefault(slot, {})[value] = weight
        return found

    def _matrix(self, examples: Sequence[Example]) -> csr_matrix:
        rows = [
            sorted(at for each in row.features if (at := self._columns.get(each)) is not None)
            for row in examples
        ]
        places = np.array([at for row in rows for at in row], dtype=int)
        ends = np.cumsum([0, *map(len, rows)])
        return csr_matrix((self._emphasis[places], places, ends), (len(rows), len(self._columns)))


def fit(
    councils: Iterable[Example],
    subjects: Iterable[Example],
    certain: Mapping[Certainty, float],
) -> dict[str, Any]:
    """Return the tables of a weights.toml."""
    return {
        "thresholds": THRESHOLDS,
        "certainty": {each.value: share for each, share in certain.items()},
        "council": Fit([*councils], STRENGTHS["council"]).tables(),
        "subject": Fit([*subjects], STRENGTHS["subject"]).tables(),
    }


def main(arguments: Sequence[str]) -> None:
    """Fit, measure, tell, write."""
    options = _options(arguments)
    texts = [*labelled_texts(), *corrected_texts(options.corrections)]
    reader = Reader(Path("data"))
    councils: dict[str, list[Example]] = defaultdict(list)
    subjects: dict[str, list[Example]] = defaultdict(list)
    for text in texts:
        for found, group in zip(reader.examples(text), (councils, subjects), strict=True):
            group[text.file] += found
    unjudged = dict.fromkeys(Certainty, 1.0)
    held_out: dict[LabelledText, Findings] = {}
    for file in councils:
        rest = fit(_others(councils, file), _others(subjects, file), unjudged)
        weights = Weights.of(rest)
        held_out |= _read(reader, [each for each in texts if each.file == file], weights)
    lines, certain = _report(texts, held_out)
    whole = fit(_others(councils), _others(subjects), certain)
    lines += ["", *_flips(texts, reader, Weights.of(whole))]
    print("\n".join(lines))
    if not options.check:
        body = "\n".join(_toml(whole))
        FILE.write_text(f"{_head(texts, lines)}\n{body}\n", encoding="utf-8")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--corrections", type=Path, default=Path("data/corrections.jsonl"))
    return parser.parse_args(arguments)


def _others(groups: Mapping[str, list[Example]], file: str = "") -> list[Example]:
    return [each for name, group in groups.items() if name != file for each in group]


def _read(
    reader: Reader, texts: Sequence[LabelledText], weights: Weights
) -> dict[LabelledText, Findings]:
    return dict(zip(texts, reader.read(texts, weights), strict=True))


def _report(
    texts: Sequence[LabelledText], held_out: Mapping[LabelledText, Findings]
) -> tuple[list[str], dict[Certainty, float]]:
    """Return the scores on held-out files as lines, and how true each certainty is."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    reliability = Reliability()
    for text in texts:
        if text.complete:
            tallies[text.file].add(text, held_out[text])
            reliability.add(text, held_out[text])
    lines = [f"{file}: {tally}" for file, tally in tallies.items()]
    return [*lines, *reliability.lines()], reliability.certainties()


def _flips(texts: Sequence[LabelledText], reader: Reader, weights: Weights) -> Iterator[str]:
    """Yield the texts in which the new weights find other councils than those in the file."""
    before = Weights.of(tomllib.loads(FILE.read_text(encoding="utf-8")))
    pairs = zip(texts, reader.read(texts, before), reader.read(texts, weights), strict=True)
    flipped = [(text, _ids(old), _ids(new)) for text, old, new in pairs if _ids(old) != _ids(new)]
    yield f"{len(flipped)} texts are read otherwise than before"
    for text, old, new in flipped[:_MOST_SHOWN]:
        changes = [*(f"+{each}" for each in new - old), *(f"-{each}" for each in old - new)]
        yield f"  {' '.join(sorted(changes))}: {text.text}"


def _ids(findings: Findings) -> frozenset[str]:
    return frozenset(each.council.id for each in findings.mentions if each.council)


def _head(texts: Sequence[LabelledText], lines: Sequence[str]) -> str:
    scores = [f"# {line}".rstrip() for line in lines[: lines.index("")]]
    head = f"# Weights of the recogniser in log odds, fitted from {len(texts)} texts by `make fit`."
    scores = [head, "# On held-out files:", *scores]
    old = FILE.read_text(encoding="utf-8").splitlines()
    same = old[1 : len(scores)] == scores[1:] and old[0].startswith(head)
    return "\n".join([old[0] if same else f"{head} {datetime.now(UTC).date()}", *scores[1:]])


def _toml(tables: Mapping[str, Any]) -> Iterator[str]:
    for name, table in tables.items():
        nested = all(isinstance(each, dict) for each in table.values())
        for slot, values in table.items() if nested else (("", table),):
            yield f'\n[{name}."{slot}"]' if slot else f"\n[{name}]"
            for key, value in values.items():
                yield f"{json.dumps(key, ensure_ascii=False)} = {value}"


if __name__ == "__main__":
    main(sys.argv[1:])
