"""What tells outright that a bare name is a council's: "Moray is the first council to …"."""

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from regional_news.recognition import lexicon as lex
from regional_news.recognition.context import INSIDE_PHRASES, Surroundings, ends_sentence

_ONE_BODY = frozenset({"council", "authority"})
_COUNCILS = frozenset({"council", "councils", "authority", "authorities"})
_BODIES = frozenset({"council", "councils", "councillors", "cabinet"})
_NOT_A_BODY = lex.DWELLINGS | {"run", "owned", "of"}
_OTHER_KINDS = frozenset(
    {"town", "parish", "community", "combined", "police", "fire", "health", "harbour", "port"}
)
_STAFF = frozenset({"staff", "officers", "officials", "workers", "employees"})
_POSSESSIVES = frozenset({"its", "their", "whose"})
_BECOMING = frozenset(
    {"is", "was", "are", "were", "has", "have", "had", "will", "be", "been"}
    | {"become", "becomes", "became"}
)
_ARTICLES = (["the"], ["a"], ["an"], ["one"], ["among"])
_PHRASE_ENDS = lex.PREPOSITIONS_OF_PLACE | frozenset(
    {"of", "for", "to", "with", "at", "by", "from", "on", "that", "which", "who", "where", "when"}
)
_DISTRICT_COUNCILS = frozenset({("district", "councils"), ("borough", "councils")})
_KINDS = frozenset({"district", "districts", "borough", "boroughs", "county", "counties"})
_LONGEST_COUNT = 6
_LONGEST_SENTENCE = 60
_LONGEST_PHRASE = 12


def is_seat_of_council(near: Surroundings) -> bool:
    """Return whether a council or its people are said to be in the names.

    "The local authority in Walsall", "council staff in Moray", "both councils in Kent and Medway".
    """
    if near.before != "in" or near.gap != " ":
        return False
    noun = near.earlier
    at = max(0, near.first - 2)
    earlier = near.words.folded[max(0, at - 2) : at]
    if noun in _ONE_BODY:
        return earlier[-1:] == ["the"] or earlier == ["the", "local"]
    if noun in _STAFF:
        return earlier[-1:] == ["council"]
    if noun in lex.AUTHORITIES:
        return near.scene.councils_counted == len(near.series.members) > 1
    return noun == "councillors"


def is_called_council(near: Surroundings) -> bool:
    """Return whether the names are said to be one: "Moray is the first Scottish council to …"."""
    said = [word for word in _phrase(near) if word not in lex.ADVERBS]
    called = [*dropwhile(lambda word: word in _BECOMING, said)]
    if len(called) == len(said) or called[:1] not in _ARTICLES:
        return False
    for before, word, after, then in zip(
        ["", *called], called, [*called[1:], ""], [*called[2:], "", ""], strict=False
    ):
        if word in _COUNCILS:
            return before not in _OTHER_KINDS and after not in _NOT_A_BODY - {"of"}
        if word in _KINDS and after == "to":
            return then in lex.DECISIONS | lex.DECISIONS_PLURAL
        if word in _PHRASE_ENDS and (before, word) != ("one", "of"):
            return False
    return False


def has_districts(near: Surroundings) -> bool:
    """Return whether district councils are the names' own: "Kent and its 12 district councils"."""
    folded, at = near.words.folded, near.end
    if near.after != "and" or folded[at + 1 : at + 2] not in (["its"], ["the"]):
        return False
    said = folded[at + 2 : at + _LONGEST_COUNT]
    return any(pair in _DISTRICT_COUNCILS for pair in pairwise(said))


def has_its_council(near: Surroundings) -> bool:
    """Return whether a sentence that begins with the names goes on to "its council"."""
    if not near.begins_sentence or not near.scene.has_its_body:
        return False
    folded = near.words.folded
    last = min(near.end + _LONGEST_SENTENCE, len(folded) - 1)
    for at in range(near.end, last):
        if ends_sentence(near.words.gap(at)):
            return False
        if folded[at] in _POSSESSIVES and folded[at + 1] in _BODIES:
            return _NOT_A_BODY.isdisjoint(folded[at + 2 : at + 3])
    return False


def _phrase(near: Surroundings) -> Iterator[str]:
    """Yield the words after the names, up to a mark."""
    words = near.words
    for at in range(near.end, min(near.end + _LONGEST_PHRASE, len(words))):
        if words.gap(at) not in INSIDE_PHRASES:
            return
        yield words.folded[at]
