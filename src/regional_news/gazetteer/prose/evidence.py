"""What says that a bare name stands for a council and not for its place.

A name with its style is a council. A name alone counts for nothing by itself. Strong signs are
enough: a list of councils, the councillors or the cabinet of the name. Weak signs are what
councils do but clubs and places do as well; they need a name without a double meaning.
"""

from typing import NamedTuple

from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.scene import Scene
from regional_news.gazetteer.prose.series import Series
from regional_news.gazetteer.prose.sighting import Reading
from regional_news.gazetteer.prose.verbs import decides, has_decided
from regional_news.text import Words

_APOSTROPHES = frozenset("'’‘ʼ＇")
_CLAUSE_MARKS = frozenset('.!?;:,()[]–—"“”•|\n')
_ANNOUNCING = frozenset({"(", ":", ";", "-", "–", "—", ",", ": (", "["})
_EXAMPLES = frozenset({"including", "like", "namely", "as"})
_STYLES = frozenset({"borough", "city", "county", "district"})
_EMPLOYERS = frozenset({"of", "at", "for"})
_BEFORE_PLACES = lex.PREPOSITIONS_OF_PLACE | {
    *("of", "for", "at", "by", "with", "on", "from", "to", "north", "south", "east", "west", "mid"),
    *("rural", "central", "greater", "urban", "coastal", "most", "and", "or"),
}
_SEVERAL = 2
_REACH = 5
"""How many words around a name its reading looks at."""


class _Surroundings(NamedTuple):
    """A series with the words before it, without an article, and after it."""

    series: Series
    scene: Scene
    words: Words
    first: int
    before: str
    gap: str
    """What stands between ``before`` and the names."""
    end: int
    after: str


def is_council(series: Series, scene: Scene) -> bool:
    """Return whether something says that the bare names of a series stand for councils."""
    near = _surroundings(series, scene)
    if _has_its_people(near):
        return True
    if near.before in lex.PREPOSITIONS_OF_PLACE and near.gap == " " and not series.plural:
        bare_first = series.members[0].reading is Reading.BARE
        return not bare_first or series.count(Reading.COUNCIL) >= _SEVERAL
    if _is_listed(near):
        return True
    weak = _acts(near) or _is_agent(near) or _owns(near) or _employs(near) or _takes_part(near)
    return weak and _can_be_trusted(series, scene)


def _surroundings(series: Series, scene: Scene) -> _Surroundings:
    words, first, end = scene.words, series.first, series.end
    if first and words.folded[first - 1] == "the" and words.gap(first) == " ":
        first -= 1
    before = words.folded[first - 1] if first else ""
    after = words.folded[end] if end < len(words.folded) else ""
    return _Surroundings(series, scene, words, first, before, words.gap(first), end, after)


def _can_be_trusted(series: Series, scene: Scene) -> bool:
    """Return whether a weak sign is enough: the right region or talk, no double meaning."""
    if scene.is_elsewhere:
        return False
    names = {member.name for member in series.members}
    if names <= lex.DOUBLE_MEANINGS or (scene.is_abroad and names & lex.SHARED_ABROAD):
        return False
    if scene.speaks_of_councils:
        return True
    if any(member.title for member in series.members):
        return False
    return scene.region is None or any(
        naming.council.region == scene.region
        for member in series.members
        for naming in member.namings
    )


def _is_listed(near: _Surroundings) -> bool:
    """Return whether the names are a list with a council in it, or counted or announced as such."""
    series = near.series
    if series.plural or (series.joined and series.count(Reading.COUNCIL)):
        return True
    if len(series.members) > 1 and near.scene.councils_counted == len(series.members):
        return True
    return _is_announced(near)


def _is_announced(near: _Surroundings) -> bool:
    """Return whether the names follow "three councils: …", "boroughs such as …" or the like."""
    if near.before in lex.AUTHORITIES:
        gap = near.gap.strip()
        return gap in _ANNOUNCING if near.before.endswith("s") else gap == ","
    if near.before in _EXAMPLES:
        at = near.first - (3 if near.before == "as" else 2)
        return at >= 0 and near.words.folded[at] in lex.AUTHORITIES
    return False


def _has_its_people(near: _Surroundings) -> bool:
    """Return whether councillors, a cabinet or officers are those of the names."""
    folded, at = near.words.folded, near.end
    if near.before == "in" and near.first > 1 and folded[near.first - 2] == "councillors":
        return True
    if near.after in _STYLES:
        at += 1
    if at < len(folded) and folded[at] in lex.COUNCIL_NOUNS and near.words.gap(near.end) == " ":
        return True
    return _possesses(near, lex.COUNCIL_NOUNS)


def _owns(near: _Surroundings) -> bool:
    """Return whether the names own what authorities have: "Moray's ICT strategy"."""
    return _possesses(near, lex.COUNCIL_POSSESSIONS)


def _possesses(near: _Surroundings, nouns: frozenset[str]) -> bool:
    words, at = near.words, near.end
    gap = words.gap(at)
    if at == len(words) or gap[:1] not in _APOSTROPHES:
        return False
    if gap in _APOSTROPHES:
        if near.after != "s":
            return False
        at += 1
    for each in range(at, min(at + _REACH, len(words))):
        if each > at and words.gap(each) not in {" ", "-"}:
            return False
        if words.folded[each] in nouns:
            return True
    return False


def _acts(near: _Surroundings) -> bool:
    """Return whether the names begin a clause whose verb is what authorities do."""
    words, at = near.words, near.end
    if near.first:
        if _CLAUSE_MARKS.isdisjoint(near.gap) and near.before not in lex.CLAUSE_OPENERS:
            return near.before not in _BEFORE_PLACES and has_decided(words.folded, at)
        in_list = near.gap == ", " and words.is_capital(near.first - 1)
        if in_list and near.before not in lex.AUTHORITIES:
            return False
    if near.after == "which" and words.gap(at) == ", ":
        at += 1
    return decides(words.folded, at, plural=len(near.series.members) > 1)


def _is_agent(near: _Surroundings) -> bool:
    """Return whether something is done by the names, or said according to them."""
    if near.before not in {"by", "to"}:
        return False
    earlier = near.words.folded[near.first - 2] if near.first > 1 else ""
    return earlier == "according" if near.before == "to" else earlier != "followed"


def _employs(near: _Surroundings) -> bool:
    """Return whether somebody works at the names: "head of IT at Camden"."""
    folded, at = near.words.folded, near.first
    if near.before == "from" and at > 1 and near.scene.speaks_of_councils:
        return folded[at - 2] in lex.CONTRIBUTIONS
    if near.before not in _EMPLOYERS or near.gap != " " or at < near.series.first:
        return False
    if near.before == "at" and near.scene.speaks_of_councils:
        return True
    nouns = lex.POSTS | lex.WORKPLACE if near.before == "at" else lex.POSTS
    for each in range(at - 2, max(-1, at - 2 - _REACH), -1):
        if folded[each] in nouns:
            return True
        if near.words.gap(each) != " ":
            return False
    return False


def _takes_part(near: _Surroundings) -> bool:
    """Return whether a text about councils does something with them: "shared with Southwark"."""
    return near.before == "with" and near.scene.speaks_of_councils
