"""Whether a name in prose is a council, another body or person, or only a place.

A name with its style is a council. A name alone counts for nothing by itself: something must say
that the council is meant, and nothing may say that it is a person, a club or a town abroad.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.series import Series
from regional_news.gazetteer.prose.sighting import Reading, Sighting
from regional_news.text import Words

_APOSTROPHES = frozenset("'’‘ʼ＇")
_JOINED = frozenset({"", " ", "-", "‐", "‑", "\u00a0"})
_COMPASS = frozenset({"north", "south", "east", "west", "mid", "central", "upper", "lower"})
_ASSOCIATIONS = frozenset({"partnership", "association", "network", "alliance", "group", "consortium"})
_CLAUSE_MARKS = frozenset(".!?;:,()[]–—\"“”•|\n")
_ANNOUNCING = frozenset({"(", ":", ";", "-", "–", "—", ",", ": (", "[", ":\n"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}
_HAVE = frozenset({"has", "have", "had"})
_WILL = frozenset({"will", "would", "must", "cannot", "can", "could", "should", "may", "might"})
_BE = frozenset({"is", "are", "was", "were"})
_BEFORE_PLACES = lex.PREPOSITIONS_OF_PLACE | {
    *("of", "for", "at", "by", "with", "on", "from", "to", "north", "south", "east", "west", "mid"),
    *("rural", "central", "greater", "urban", "coastal", "most", "and", "or"),
}
_EXAMPLES = frozenset({"including", "like", "namely", "as"})
_MAY_FOLLOW = (
    lex.COUNCIL_NOUNS | lex.COUNCIL_POSSESSIONS | lex.DECISIONS | lex.FUNCTION_WORDS | _HAVE | _WILL | _BE
)
_COUNCIL_WORDS = frozenset(
    {"council", "councils", "councillor", "councillors", "authority", "authorities"}
)
_ELSEWHERE = lex.SPORT | lex.CAMPUS
_SHORTEST_PAST = 4
_SEVERAL = 2
_REACH = 5
"""How many words around a name its reading looks at."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a text as a whole says about the names in it."""

    region: str | None
    councils_counted: int
    """How many councils "the two councils" counts; 0 where the text counts none."""
    speaks_of_councils: bool
    abroad: bool
    elsewhere: bool
    """The text is about sport or a university, whose verbs say nothing here."""


def read_scene(words: Words, sightings: Iterable[Sighting], region: str | None) -> Scene:
    """Return what the words of a text say about all names in it."""
    said = set(words.folded)
    return Scene(
        region=region,
        councils_counted=_count(words.folded) if "councils" in said or "authorities" in said else 0,
        speaks_of_councils=not said.isdisjoint(_COUNCIL_WORDS)
        or any(each.reading is Reading.COUNCIL for each in sightings),
        abroad=not said.isdisjoint(lex.ABROAD),
        elsewhere=not said.isdisjoint(_ELSEWHERE),
    )


def _count(folded: list[str]) -> int:
    """Return N of "the N councils", "N island councils"."""
    for at, word in enumerate(folded):
        if word in {"councils", "authorities", "boroughs"}:
            for before in folded[max(0, at - 3) : at]:
                if before in _NUMBERS:
                    return _NUMBERS[before]
    return 0


def is_another(words: Words, sighting: Sighting) -> bool:
    """Return whether the neighbours make the name part of another: a person, a club, a firm."""
    if sighting.title and sighting.title.complete:
        return _is_elsewhere(words, sighting)
    if not words.raw[sighting.end - 1][:1].isupper():
        return True
    return _follows_another(words, sighting) or _begins_another(words, sighting)


def _is_elsewhere(words: Words, sighting: Sighting) -> bool:
    """Return whether a titled name is a part of another: "South Lincolnshire Councils Partnership"."""
    before, after = sighting.start - 1, sighting.stop
    if before >= 0 and words.folded[before] in _COMPASS and words.gaps[before + 1] == " ":
        return words.raw[before][0].isupper()
    plural = sighting.title is not None and sighting.title.plural
    return plural and after < len(words) and words.folded[after] in _ASSOCIATIONS


def _begins_another(words: Words, sighting: Sighting) -> bool:
    """Return whether the words after the name belong to it: "Bath Rugby", "Perth, Australia"."""
    after = sighting.stop
    if after >= len(words) or not words.raw[after]:
        return False
    word, gap = words.folded[after], words.gaps[after]
    if gap == ", ":
        return word in lex.ABROAD
    if gap not in _JOINED:
        return False
    if word in lex.OTHER_BODIES:
        return True
    return words.raw[after][0].isupper() and word not in _MAY_FOLLOW


def _follows_another(words: Words, sighting: Sighting) -> bool:
    """Return whether the words before the name belong to it: "Richard Sutton", "Port of Cork"."""
    before = sighting.start - 1
    if before < 0 or not words.raw[before] or not words.gaps[sighting.start]:
        return False
    if words.gaps[sighting.start] not in _JOINED:
        return False
    word = words.folded[before]
    if word in {"of", "for", "the"}:
        return before > 0 and words.folded[before - 1] in lex.OTHER_BODIES_BEFORE
    if word in lex.PERSON_TITLES:
        return True
    return words.raw[before][0].isupper() and word not in lex.FUNCTION_WORDS


def is_locative(words: Words, sighting: Sighting) -> bool:
    """Return whether the name stands after "in", "near" or the like, as a place does."""
    at = _before_article(words, sighting.start)
    return at > 0 and words.folded[at - 1] in lex.PREPOSITIONS_OF_PLACE and words.gaps[at] == " "


def is_council(words: Words, series: Series, scene: Scene) -> bool:
    """Return whether something says that the bare names of a series stand for councils."""
    if series.members[0].locative and series.members[0].reading is Reading.BARE:
        if not series.plural and series.count(Reading.COUNCIL) < _SEVERAL:
            return False
    if _is_listed(words, series, scene) or _is_followed_by_its_people(words, series):
        return True
    return _can_be_trusted(series, scene) and any(
        sign(words, series, scene) for sign in (_acts, _is_agent, _owns, _employs, _takes_part)
    )


def _can_be_trusted(series: Series, scene: Scene) -> bool:
    """Return whether a weak sign is enough: no double meaning, right region, no sports page."""
    if scene.elsewhere:
        return False
    for member in series.members:
        name = member.name
        if scene.abroad and name in lex.SHARED_ABROAD:
            return False
    if all(member.name in lex.DOUBLE_MEANINGS for member in series.members):
        return False
    return scene.region is None or scene.speaks_of_councils or any(
        naming.council.region == scene.region for member in series.members for naming in member.namings
    )


def _is_listed(words: Words, series: Series, scene: Scene) -> bool:
    """A list with a council in it, or counted or announced as councils, is a list of councils."""
    if series.plural or (series.titled and _is_joined(words, series)):
        return True
    if len(series.members) > 1 and scene.councils_counted == len(series.members):
        return True
    at = _before_article(words, series.first)
    if at == 0:
        return False
    word, gap = words.folded[at - 1], words.gaps[at].strip()
    if word in lex.AUTHORITIES and (gap in _ANNOUNCING if word.endswith("s") or word == "both" else gap == ","):
        return True
    if word in _EXAMPLES:
        at -= 2 if word == "as" else 1
        return at > 0 and words.folded[at - 1] in lex.AUTHORITIES
    return False


def _is_joined(words: Words, series: Series) -> bool:
    """A list has an "and", inside or before its last item, which need not be a council."""
    return series.joined or _word(words, series.end) == "and" or "and" in words.folded[
        max(0, series.first - 1) : series.first
    ]


def _is_followed_by_its_people(words: Words, series: Series) -> bool:
    """Councillors, a cabinet or officers right after a name, or owned by it, are the council's."""
    at = series.end
    if at < len(words) and words.gaps[at] == " " and words.folded[at] in lex.COUNCIL_NOUNS:
        return True
    return _possesses(words, series, lex.COUNCIL_NOUNS)


def _owns(words: Words, series: Series, _scene: Scene) -> bool:
    """What a possessive names can be an authority's: "Moray's ICT strategy"."""
    return _possesses(words, series, lex.COUNCIL_POSSESSIONS)


def _possesses(words: Words, series: Series, nouns: frozenset[str]) -> bool:
    at = series.end
    gap = words.gaps[at] if at < len(words) else ""
    if gap[:1] not in _APOSTROPHES or not gap:
        return False
    if gap in _APOSTROPHES:
        if words.folded[at] != "s":
            return False
        at += 1
    for each in range(at, min(at + _REACH, len(words))):
        if each > at and words.gaps[each] not in {" ", "-"}:
            return False
        if words.folded[each] in nouns:
            return True
    return False


def _acts(words: Words, series: Series, _scene: Scene) -> bool:
    """The names begin a clause whose verb is what authorities do."""
    at = _before_article(words, series.first)
    if at > 0:
        gap = words.gaps[at]
        if _CLAUSE_MARKS.isdisjoint(gap) and words.folded[at - 1] not in lex.CLAUSE_OPENERS:
            return _has_done(words, series.end) and words.folded[at - 1] not in _BEFORE_PLACES
        if gap == ", " and words.raw[at - 1][:1].isupper():
            return False
    return _is_decision(words, series.end, plural=len(series.members) > 1)


def _has_done(words: Words, at: int) -> bool:
    """Return whether "has" and a decision follow: "the endpoint Barnet have provided"."""
    return _word(words, at) in _HAVE and _word(words, _after_adverbs(words, at + 1)) in lex.DECISIONS


def _is_decision(words: Words, at: int, *, plural: bool) -> bool:
    """Return whether the verb at word ``at`` is one of authorities rather than of places."""
    at = _after_adverbs(words, at)
    if at >= len(words):
        return False
    verb, then = words.folded[at], _after_adverbs(words, at + 1)
    object_ = words.folded[then] if then < len(words) else ""
    if verb in _HAVE:
        if object_ == "been":
            return _word(words, _after_adverbs(words, then + 1)) in lex.STATES
        if object_ == "no":
            return _word(words, then + 1) in lex.COUNCIL_POSSESSIONS
        if object_ in {"a", "an"}:
            return not lex.POSTS.isdisjoint(words.folded[then : then + _REACH])
        return object_ not in lex.OF_PLACES and object_.isalpha()
    if verb in _WILL:
        return object_ not in lex.OF_PLACES
    if verb in _BE:
        return object_ in lex.STATES
    if verb in lex.DECISIONS or (plural and verb in lex.DECISIONS_PLURAL):
        return True
    return verb.endswith("ed") and len(verb) > _SHORTEST_PAST


def _is_agent(words: Words, series: Series, _scene: Scene) -> bool:
    """What is done by a name, or known according to it, is done or said by a council."""
    at = _before_article(words, series.first)
    before = words.folded[max(0, at - 2) : at]
    return before[-1:] == ["by"] and before != ["followed", "by"] or before == ["according", "to"]


def _employs(words: Words, series: Series, scene: Scene) -> bool:
    """Posts are held and desks stand at a council: "head of IT at Camden"."""
    at = series.first
    if at == 0 or words.folded[at - 1] not in {"of", "at", "for"} or words.gaps[at] != " ":
        return False
    if words.folded[at - 1] == "at" and scene.speaks_of_councils:
        return True
    nouns = lex.POSTS | lex.WORKPLACE if words.folded[at - 1] == "at" else lex.POSTS
    for each in range(at - 2, max(-1, at - 2 - _REACH), -1):
        if words.folded[each] in nouns:
            return True
        if words.gaps[each] != " ":
            return False
    return False


def _takes_part(words: Words, series: Series, scene: Scene) -> bool:
    """In a text about councils, things are done with a council: "shared with Southwark"."""
    at = _before_article(words, series.first)
    return at > 0 and words.folded[at - 1] == "with" and scene.speaks_of_councils


def _before_article(words: Words, at: int) -> int:
    return at - 1 if at and words.folded[at - 1] == "the" and words.gaps[at] == " " else at


def _after_adverbs(words: Words, at: int) -> int:
    while at < len(words) and (words.folded[at] in lex.ADVERBS or words.folded[at] == "not"):
        at += 1
    return at


def _word(words: Words, at: int) -> str:
    return words.folded[at] if at < len(words) else ""
