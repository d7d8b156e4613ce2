"""What says that a bare name stands for a council and not for its place.

A name with its style is a council. A name alone counts for nothing by itself. Strong signs are
enough: a list of councils, the councillors or the cabinet of the name. Weak signs are what
councils do but clubs and places do as well; they need a name without a double meaning.
"""

from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.scene import Scene
from regional_news.gazetteer.prose.series import Series
from regional_news.gazetteer.prose.sighting import Reading
from regional_news.text import Words

_APOSTROPHES = frozenset("'’‘ʼ＇")
_CLAUSE_MARKS = frozenset('.!?;:,()[]–—"“”•|\n')
_ANNOUNCING = frozenset({"(", ":", ";", "-", "–", "—", ",", ": (", "["})
_HAVE = frozenset({"has", "have", "had"})
_WILL = frozenset({"will", "would", "must", "cannot", "can", "could", "should", "may", "might"})
_BE = frozenset({"is", "are", "was", "were"})
_EXAMPLES = frozenset({"including", "like", "namely", "as"})
_STYLES = frozenset({"borough", "city", "county", "district"})
_EMPLOYERS = frozenset({"of", "at", "for"})
_BEFORE_PLACES = lex.PREPOSITIONS_OF_PLACE | {
    *("of", "for", "at", "by", "with", "on", "from", "to", "north", "south", "east", "west", "mid"),
    *("rural", "central", "greater", "urban", "coastal", "most", "and", "or"),
}
_SHORTEST_PAST = 4
_SEVERAL = 2
_REACH = 5
"""How many words around a name its reading looks at."""


def is_council(series: Series, scene: Scene) -> bool:
    """Return whether something says that the bare names of a series stand for councils."""
    if _has_its_people(series, scene):
        return True
    bare_first = series.members[0].reading is Reading.BARE
    if bare_first and _is_locative(series, scene) and not series.plural:
        return series.count(Reading.COUNCIL) >= _SEVERAL
    if _is_listed(series, scene):
        return True
    return any(sign(series, scene) for sign in _WEAK_SIGNS) and _can_be_trusted(series, scene)


def _is_locative(series: Series, scene: Scene) -> bool:
    """Return whether the names stand after "in", "near" or the like, as places do."""
    at = _before_article(scene.words, series.first)
    return _word(scene.words, at - 1) in lex.PREPOSITIONS_OF_PLACE and scene.words.gap(at) == " "


def _can_be_trusted(series: Series, scene: Scene) -> bool:
    """Return whether a weak sign is enough: the right region or talk, no double meaning."""
    if scene.is_elsewhere:
        return False
    names = {member.name for member in series.members}
    if names <= lex.DOUBLE_MEANINGS or (scene.is_abroad and names & lex.SHARED_ABROAD):
        return False
    if scene.speaks_of_councils:
        return True
    half_titled = any(member.title for member in series.members)
    return not half_titled and (
        scene.region is None
        or any(
            naming.council.region == scene.region
            for each in series.members
            for naming in each.namings
        )
    )


def _is_listed(series: Series, scene: Scene) -> bool:
    """Return whether the names are a list with a council in it, or counted or announced as such."""
    if series.plural or (series.joined and series.count(Reading.COUNCIL)):
        return True
    if len(series.members) > 1 and scene.councils_counted == len(series.members):
        return True
    return _is_announced(series, scene.words)


def _is_announced(series: Series, words: Words) -> bool:
    """Return whether the names follow "three councils: …", "boroughs such as …" or the like."""
    at = _before_article(words, series.first)
    word, gap = _word(words, at - 1), words.gap(at).strip()
    if word in lex.AUTHORITIES:
        return gap in _ANNOUNCING if word.endswith("s") else gap == ","
    if word in _EXAMPLES:
        return _word(words, at - (3 if word == "as" else 2)) in lex.AUTHORITIES
    return False


def _has_its_people(series: Series, scene: Scene) -> bool:
    """Return whether councillors, a cabinet or officers are those of the names."""
    words, at = scene.words, series.end
    before = words.folded[max(0, series.first - 2) : series.first]
    if before == ["councillors", "in"]:
        return True
    if _word(words, at) in _STYLES:
        at += 1
    if _word(words, at) in lex.COUNCIL_NOUNS and words.gap(series.end) == " ":
        return True
    return _possesses(series, words, lex.COUNCIL_NOUNS)


def _owns(series: Series, scene: Scene) -> bool:
    """Return whether the names own what authorities have: "Moray's ICT strategy"."""
    return _possesses(series, scene.words, lex.COUNCIL_POSSESSIONS)


def _possesses(series: Series, words: Words, nouns: frozenset[str]) -> bool:
    at = series.end
    gap = words.gap(at)
    if at == len(words) or gap[:1] not in _APOSTROPHES:
        return False
    if gap in _APOSTROPHES:
        if words.folded[at] != "s":
            return False
        at += 1
    for each in range(at, min(at + _REACH, len(words))):
        if each > at and words.gap(each) not in {" ", "-"}:
            return False
        if words.folded[each] in nouns:
            return True
    return False


def _acts(series: Series, scene: Scene) -> bool:
    """Return whether the names begin a clause whose verb is what authorities do."""
    words = scene.words
    at = _before_article(words, series.first)
    if at > 0:
        gap, before = words.gap(at), words.folded[at - 1]
        if _CLAUSE_MARKS.isdisjoint(gap) and before not in lex.CLAUSE_OPENERS:
            return before not in _BEFORE_PLACES and _has_decided(words, series.end)
        if gap == ", " and words.is_capital(at - 1) and before not in lex.AUTHORITIES:
            return False
    after = series.end
    if _word(words, after) == "which" and words.gap(after) == ", ":
        after += 1
    return _decides(words, after, plural=len(series.members) > 1)


def _has_decided(words: Words, at: int) -> bool:
    """Return whether "has" and a decision follow: "the endpoint Barnet have provided"."""
    return (
        _word(words, at) in _HAVE and _word(words, _after_adverbs(words, at + 1)) in lex.DECISIONS
    )


def _decides(words: Words, at: int, *, plural: bool) -> bool:
    """Return whether the verb at word ``at`` is one of authorities rather than of places."""
    at = _after_adverbs(words, at)
    verb, then = _word(words, at), _after_adverbs(words, at + 1)
    said = _word(words, then)
    if verb in _HAVE:
        return _has(words, then, said)
    if verb in _WILL:
        return said not in lex.OF_PLACES
    if verb in _BE:
        return said in lex.STATES
    if verb in lex.DECISIONS or (plural and verb in lex.DECISIONS_PLURAL):
        return True
    return verb.endswith("ed") and len(verb) > _SHORTEST_PAST


def _has(words: Words, at: int, said: str) -> bool:
    """Return whether an authority has what follows: "has signed", "has no plan"."""
    if said == "been":
        return _word(words, _after_adverbs(words, at + 1)) in lex.STATES
    if said == "no":
        return _word(words, at + 1) in lex.COUNCIL_POSSESSIONS
    if said in {"a", "an"}:
        return not lex.POSTS.isdisjoint(words.folded[at : at + _REACH])
    return said not in lex.OF_PLACES and said.isalpha()


def _is_agent(series: Series, scene: Scene) -> bool:
    """Return whether something is done by the names, or said according to them."""
    at = _before_article(scene.words, series.first)
    before = scene.words.folded[max(0, at - 2) : at]
    if before == ["according", "to"]:
        return True
    return before[-1:] == ["by"] and before != ["followed", "by"]


def _employs(series: Series, scene: Scene) -> bool:
    """Return whether somebody works at the names: "head of IT at Camden"."""
    words, at = scene.words, series.first
    before = _word(words, at - 1)
    if before == "from" and scene.speaks_of_councils:
        return _word(words, at - 2) in lex.CONTRIBUTIONS
    if before not in _EMPLOYERS or words.gap(at) != " ":
        return False
    if before == "at" and scene.speaks_of_councils:
        return True
    nouns = lex.POSTS | lex.WORKPLACE if before == "at" else lex.POSTS
    for each in range(at - 2, max(-1, at - 2 - _REACH), -1):
        if words.folded[each] in nouns:
            return True
        if words.gap(each) != " ":
            return False
    return False


def _takes_part(series: Series, scene: Scene) -> bool:
    """Return whether a text about councils does something with them: "shared with Southwark"."""
    at = _before_article(scene.words, series.first)
    return _word(scene.words, at - 1) == "with" and scene.speaks_of_councils


_WEAK_SIGNS = (_acts, _is_agent, _owns, _employs, _takes_part)


def _before_article(words: Words, at: int) -> int:
    return at - 1 if _word(words, at - 1) == "the" and words.gap(at) == " " else at


def _after_adverbs(words: Words, at: int) -> int:
    while _word(words, at) in lex.ADVERBS:
        at += 1
    return at


def _word(words: Words, at: int) -> str:
    """Return a folded word, or nothing outside the text."""
    return words.folded[at] if 0 <= at < len(words) else ""
