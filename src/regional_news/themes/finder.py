"""Prose → themes, by the words that the file lists for each theme.

The rules, all of them, so that staff can foretell what an edit does:

* A word of the file matches the same word in any case, with or without accents, its plural and
  its possessive; ``digit*`` matches every word that begins so. A phrase matches its words in a
  row: spaces, hyphens and slashes may stand between them, other punctuation may not.
* Where phrases of one theme overlap, only the longest counts. A blocker is worth nothing and wins
  a tie, so that "council tax" silences "tax".
* A theme's score is the sum of its points; a phrase counts once a text.
* A theme is found from ``ENOUGH`` points, with at least half the points of the best theme;
  ``SURE`` points suffice in any company. At most ``MOST`` are found, the best first.
* Only where none is found, the theme with the most ``otherwise`` words is.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from regional_news.model import Theme, ThemeMatch
from regional_news.text import fold
from regional_news.themes.taxonomy import Themes

ENOUGH = 3.0
SURE = 4.0
MOST = 3
_REMEMBERED = 65_536

_SHORTEST_PLURAL = len("bins")
_TOKEN = re.compile(
    r"[£€]\d(?:[\w,.]*\w)?"  # an amount of money is one word
    r"|\w+(?:['’\u0300-\u036f]\w+)*"
    r"|[&(]|[.,;:!?)](?=\s)"  # "&" is a word; the others end a phrase
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A phrase of a theme: a trigger, an ``otherwise`` phrase, or a blocker worth no points."""

    theme: Theme
    phrase: str
    points: float
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class _Node:
    """The rules whose phrase ends here, and the words that may follow."""

    rules: list[_Rule] = field(default_factory=list)
    then: dict[str, "_Node"] = field(default_factory=dict)


class _Hit(NamedTuple):
    """A rule that fired on the tokens ``first`` to ``last``."""

    rule: _Rule
    first: int
    last: int


class _Listed(dict[str, tuple[str, ...]]):
    """The words of the file that each token matches; tokens seen before are remembered."""

    def __init__(self, look_up: Callable[[str], tuple[str, ...]], longest: int) -> None:
        self._look_up, self._longest = look_up, longest

    def __missing__(self, token: str) -> tuple[str, ...]:
        found = self._look_up(token[: self._longest])
        if len(token) <= self._longest and len(self) < _REMEMBERED:
            self[token] = found
        return found


class ThemeFinder:
    """Finds the themes of texts; build it once, use it for many."""

    def __init__(self, themes: Themes) -> None:
        self._order = {theme.id: number for number, theme in enumerate(themes)}
        self._root = _Node()
        vocabulary: set[str] = set()
        for rule in (rule for theme in themes for rule in _rules(theme)):
            node = self._root
            for word in rule.phrase.split():
                vocabulary.add(word)
                node = node.then.setdefault(word, _Node())
            node.rules.append(rule)
        self._vocabulary = frozenset(vocabulary)
        # A longer token can only match a starred word, of which its beginning tells; accents on
        # their own make a word longer than it is.
        self._longest = 2 * max(map(len, vocabulary), default=0) + len("’s")
        self._listed = _Listed(self._look_up, self._longest)

    def find(self, text: str) -> tuple[ThemeMatch, ...]:
        """Return at most three themes, the primary one first, each with the words that fired."""
        tokens = [*_TOKEN.finditer(text)]
        groups = [*self._hits(tokens).values()]
        likely = (
            [hit for hit in _counted(group) if not hit.rule.otherwise]
            for group in groups
            if _points(group) >= ENOUGH  # before overlaps are taken out: nothing below can win
        )
        found = [hits for hits in self._ranked(likely) if _points(hits) >= ENOUGH][:MOST]
        if not found:
            said = (group for group in groups if any(hit.rule.otherwise for hit in group))
            kept = (group for group in map(_counted, said) if any(h.rule.otherwise for h in group))
            found = self._ranked(kept)[:1]
        least = min(SURE, _points(found[0]) / 2) if found else 0
        return tuple(_match(hits, text, tokens) for hits in found if _points(hits) >= least)

    def hits(self, text: str) -> dict[str, tuple[str, ...]]:
        """Return the phrases of the file that count in ``text``, by id of the theme."""
        return {
            theme_id: tuple(hit.rule.phrase for hit in _counted(hits) if not hit.rule.otherwise)
            for theme_id, hits in self._hits([*_TOKEN.finditer(text)]).items()
        }

    def _ranked(self, groups: Iterable[list[_Hit]]) -> list[list[_Hit]]:
        """Return the hits of each theme that has some, the best first."""
        return sorted(filter(None, groups), key=self._rank)

    def _rank(self, hits: list[_Hit]) -> tuple[float, int, int]:
        """Return a key: most points first, among equals the first said, then the file's order."""
        return -_points(hits), hits[0].first, self._order[hits[0].rule.theme.id]

    def _hits(self, tokens: Sequence[re.Match[str]]) -> dict[str, list[_Hit]]:
        """Return what fired on the words of a text, by id of the theme."""
        listed = [self._listed[token[0]] for token in tokens]
        listed.append(())  # an end that no phrase goes beyond
        begin = self._root.then.keys()
        fired: list[_Hit] = []
        for first, words in enumerate(listed):
            if words and not begin.isdisjoint(words):
                _follow(self._root, listed, first, first, fired)
        hits: dict[str, list[_Hit]] = defaultdict(list)
        for hit in fired:
            hits[hit.rule.theme.id].append(hit)
        return hits

    def _look_up(self, token: str) -> tuple[str, ...]:
        """Return the words of the file, starred ones among them, that ``token`` matches."""
        word = fold(_POSSESSIVE.sub("", token))
        starred = (f"{word[:length]}*" for length in range(1, len(word) + 1))
        spellings = dict.fromkeys((word, _singular(word), *starred))
        return tuple(spelling for spelling in spellings if spelling in self._vocabulary)


def _rules(theme: Theme) -> Iterator[_Rule]:
    for phrase, points in theme.triggers.items():
        yield _Rule(theme, phrase, points)
    for phrase in theme.otherwise:
        yield _Rule(theme, phrase, 1.0, otherwise=True)
    for phrase in theme.blockers:
        yield _Rule(theme, phrase, 0.0)


def _follow(
    node: _Node, listed: Sequence[tuple[str, ...]], first: int, at: int, fired: list[_Hit]
) -> None:
    """Add to ``fired`` the rules that go on from ``node`` with token ``at``, begun at ``first``."""
    for word in listed[at]:
        following = node.then.get(word)
        if following is not None:
            fired += [_Hit(rule, first, at) for rule in following.rules]
            if following.then:
                _follow(following, listed, first, at + 1, fired)


def _counted(hits: list[_Hit]) -> list[_Hit]:
    """Return the hits of one theme that count, in the order of the text."""
    if len(hits) == 1:
        return hits if hits[0].rule.points else []
    taken: set[int] = set()
    counted: dict[str, _Hit] = {}
    for hit in sorted(hits, key=_precedence):
        span = range(hit.first, hit.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            if hit.rule.points:
                counted.setdefault(hit.rule.phrase, hit)
    return sorted(counted.values(), key=lambda hit: hit.first)


def _points(hits: list[_Hit]) -> float:
    return sum([hit.rule.points for hit in hits])


def _match(hits: list[_Hit], text: str, tokens: Sequence[re.Match[str]]) -> ThemeMatch:
    said = tuple(text[tokens[hit.first].start() : tokens[hit.last].end()] for hit in hits)
    return ThemeMatch(hits[0].rule.theme, said, _points(hits))


def _precedence(hit: _Hit) -> tuple[int, bool, float, int]:
    """Return a key that sorts the longest hit first, blockers before others of its length."""
    return hit.first - hit.last, hit.rule.points > 0, -hit.rule.points, hit.first


def _singular(word: str) -> str:
    """Return what ``word`` may be the plural of; "its", "bus" and "access" are no plurals."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]
