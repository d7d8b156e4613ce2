"""Whether a verb is one of authorities rather than of places: "has agreed", not "has a beach"."""

from collections.abc import Set as AbstractSet

from regional_news.recognition import lexicon as lex

_HAVE = frozenset({"has", "have", "had"})
_WILL = frozenset({"will", "would", "must", "cannot", "can", "could", "should", "may", "might"})
_BE = frozenset({"is", "are", "was", "were"})
AUXILIARIES = _HAVE | _WILL | _BE
_IN_TURN = (["the", "latest", "to"], ["the", "next", "to"])
_ONE = (["one"], ["a"], ["the"])
_SHORTEST_PAST = 4
_REACH = 5
_MOST_WORDS = 9


def decides(folded: list[str], at: int, *, plural: bool) -> bool:
    """Return whether what begins at word ``at`` is done by authorities; ``plural``: by several."""
    said = [word for word in folded[at : at + _MOST_WORDS] if word not in lex.ADVERBS]
    verb, then, *_ = [*said, "", ""]
    if verb in _HAVE:
        return _has(said[1:]) or (plural and _have_one(said[1:]))
    if verb in _WILL:
        return then not in lex.OF_PLACES
    if verb in _BE:
        return then in lex.STATES or _is_next_to_decide(said[1:])
    if verb in lex.DEEDS_WITH:
        return not lex.DEEDS_WITH[verb].isdisjoint(said[1:_REACH]) or _goes_to_number(said)
    if verb.endswith("ed") and len(verb) > _SHORTEST_PAST:
        return True
    return verb in lex.DECISIONS or (plural and verb in lex.DECISIONS_PLURAL)


def has_decided(folded: list[str], at: int, *, decisions: AbstractSet[str] = lex.DECISIONS) -> bool:
    """Return whether "has" and one of the decisions begin at word ``at``: "has approved"."""
    said = [word for word in folded[at : at + _REACH] if word not in lex.ADVERBS]
    return said[:1] != [] and said[0] in _HAVE and not decisions.isdisjoint(said[1:2])


def does_anything(folded: list[str], at: int) -> bool:
    """Return whether what begins at word ``at`` is more than a place does or is."""
    said = [word for word in folded[at : at + _REACH] if word not in lex.ADVERBS]
    if said[:1] == [] or said[0] not in lex.ANY_DEEDS:
        return False
    then = said[1] if len(said) > 1 else ""
    if then in {"a", "an"}:
        return said[0] in _HAVE
    return then not in lex.OF_PLACES and then not in lex.PREPOSITIONS_OF_PLACE


def _is_next_to_decide(said: list[str]) -> bool:
    """Return whether somebody is "the latest to drop" something: what places are not said to do."""
    return said[:3] in _IN_TURN and lex.OF_PLACES.isdisjoint(said[3:4])


def _goes_to_number(said: list[str]) -> bool:
    return said[1:2] == ["to"] and said[2:3] != [] and said[2].isdigit()


def _have_one(said: list[str]) -> bool:
    """Return whether several have one of what each council has: "one chief executive"."""
    nouns = said[1:_REACH]
    if said[:1] not in _ONE or not (lex.OTHER_BODIES | lex.COMMERCE).isdisjoint(nouns):
        return False
    return not (lex.POSTS | lex.SHARED).isdisjoint(nouns)


def _has(said: list[str]) -> bool:
    """Return whether an authority has what follows: "has signed", "has no plan"."""
    thing, *more = said or [""]
    if thing == "been":
        return not lex.STATES.isdisjoint(more[:1])
    if thing == "no":
        return not lex.COUNCIL_POSSESSIONS.isdisjoint(more[:1])
    if thing in {"a", "an"}:
        return not lex.POSTS.isdisjoint(more[: _REACH - 1])
    if thing in lex.DEEDS_WITH:
        return not lex.DEEDS_WITH[thing].isdisjoint(more[: _REACH - 1])
    done = thing.endswith("ed") or thing in lex.PARTICIPLES
    return done and thing not in lex.OF_PLACES
