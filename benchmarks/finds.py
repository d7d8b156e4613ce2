"""Councils in prose: ours beside what looks names up, each with how often it is right.

All know the same names. Ours alone decides who is meant, and whether a place stands for its
council. The labelled sentences are the traps of the tests (``tests/fixtures/finder_traps.txt``):
hard on purpose, so that the accuracy tells what a look-up leaves undone and not what it would do on
a page of the magazine.
"""

import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clock import MISSING, OURS, Contest, Row
from synthetic import synthetic_briefs
from world import gazetteer, themes

from regional_news.model import PartialDate
from regional_news.recognition.recogniser import Recogniser
from regional_news.settings import PROJECT

AMOUNT = 20_000
FEWER = 1_000
"""How many texts one large regex gets, being slow."""

TRAPS = PROJECT / "tests" / "fixtures" / "finder_traps.txt"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is known beside it, and the ids of the councils that it names."""

    said: str
    region: str = ""
    on: PartialDate | None = None
    councils: frozenset[str] = frozenset()


FindAll = Callable[[Sequence[Text]], list[set[str]]]


def rows() -> Iterator[Row]:
    """Measure each finder on many texts, and its accuracy on few."""
    peers = {"spacy": _spacy, "flashtext": _flashtext}
    missing = [each for each in peers if not importlib.util.find_spec(each)]
    finders: dict[str, FindAll] = {OURS: _ours()}
    finders |= {who: make() for who, make in peers.items() if who not in missing}
    frame = synthetic_briefs(AMOUNT, gazetteer(), themes())
    told = frame[["summary", "region", "published"]].itertuples(index=False, name=None)
    texts = [Text(said, region, PartialDate.parse(on)) for said, region, on in told]
    speed = Contest("find councils", f"{AMOUNT:,} texts", 0)
    yield from speed.rows({who: _asking(find, texts) for who, find in finders.items()}, rounds=5)
    yield from (speed.missing(name, MISSING) for name in missing)
    finders["one regex"] = _regex()
    some = texts[:: AMOUNT // FEWER]
    slow = {who: _asking(finders[who], some) for who in (OURS, "one regex")}
    yield from Contest("find councils", f"{FEWER:,} texts", 0).rows(slow, rounds=3)
    traps = list(_traps())
    scores = {who: [_f1(traps, find(traps))] for who, find in finders.items()}
    yield from Contest("find councils", f"F1 on {len(traps)} traps", 0).compared(scores, "%")


def _asking(find: FindAll, texts: Sequence[Text]) -> Callable[[], object]:
    return lambda: find(texts)


def _traps() -> Iterator[Text]:
    for line in TRAPS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            said, region, on, subjects, mentioned = cells + [""] * (5 - len(cells))
            date = PartialDate.parse(on) if on else None
            yield Text(said, region, date, frozenset(f"{subjects} {mentioned}".split()))


def _f1(texts: Sequence[Text], found: Sequence[set[str]]) -> float:
    """Return the F1 score in per cent over all pairs of a text and a council."""
    right = sum(len(text.councils & each) for text, each in zip(texts, found, strict=True))
    there = sum(len(text.councils) for text in texts)
    return 200 * right / ((there + sum(map(len, found))) or 1)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return the id of the council that has each name; the first council that has it, where two."""
    names: dict[str, str] = {}
    for council in gazetteer():
        for name in council.all_names:
            names.setdefault(name.lower(), council.id)
    return names


def _ours() -> FindAll:
    finder = Recogniser(gazetteer())

    def find(text: Text) -> set[str]:
        mentions = finder.find(text.said, region=text.region or None, on=text.on)
        return {mention.council.id for mention in mentions if mention.council}

    return lambda texts: [find(text) for text in texts]


def _regex() -> FindAll:
    longest_first = sorted(_names(), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def find(text: Text) -> set[str]:
        return {_names()[name.lower()] for name in pattern.findall(text.said)}

    return lambda texts: [find(text) for text in texts]


def _flashtext() -> FindAll:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    for name, council in _names().items():
        processor.add_keyword(name, council)
    return lambda texts: [set(processor.extract_keywords(text.said)) for text in texts]


def _spacy() -> FindAll:
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for name, council in _names().items():
        matcher.add(council, [language.make_doc(name)])

    def find(texts: Sequence[Text]) -> list[set[str]]:
        documents = language.pipe(text.said for text in texts)
        spans = (filter_spans(matcher(document, as_spans=True)) for document in documents)
        return [{span.label_ for span in each} for each in spans]

    return find
