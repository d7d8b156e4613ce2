"""What bare names do, or what is done to them, that only a council does or suffers."""

from regional_news.recognition import lexicon as lex
from regional_news.recognition.context import (
    INSIDE_PHRASES,
    REACH,
    Surroundings,
    ends_sentence,
)
from regional_news.recognition.verbs import decides, does_anything, has_decided

_CLAUSE_MARKS = frozenset('.!?;:,()[]–—"“”•|\n')
_CURRENCIES = frozenset("£€$")
_BEFORE_PLACES = lex.PREPOSITIONS_OF_PLACE | {
    *("of", "for", "at", "by", "with", "on", "from", "to", "north", "south", "east", "west", "mid"),
    *("rural", "central", "greater", "urban", "coastal", "most", "and", "or"),
}
_OPENINGS = frozenset(
    {"from", "with", "after", "in", "by", "at", "since", "for", "under", "through", "during"}
)
_REASONS = frozenset({"for", "over", "after", "because"})
_LONGEST_OPENING = 12
_LONGEST_ASIDE = 9
_ASIDES = frozenset(
    {"a", "an", "the", "which", "whose", "one", "like", "unlike"}
    | {"england", "scotland", "wales", "ireland", "britain"}
)
_OWN = (["its"], ["the"])
_OTHERS = (["districts"], ["boroughs"], ["neighbours"], ["partners"])


def acts(near: Surroundings) -> bool:
    """Return whether the names are the subject of a verb of what authorities do."""
    words, at = near.words, near.end
    if not _begins_clause(near):
        if near.before in _BEFORE_PLACES:
            return False
        is_subject = near.before in lex.PRODUCTS or _follows_opening(near)
        return has_decided(words.folded, at) or (is_subject and _decides(near, at))
    if _stands_in_list(near):
        return False
    if near.after == "which" and near.gap_after == ", " and _decides(near, at + 1):
        return True
    return _decides(near, _after_aside(near))


def _after_aside(near: Surroundings) -> int:
    """Return where the clause goes on after "…, a new town, …" or "… and its districts"."""
    words, at = near.words, near.end
    if near.after == "and":
        is_over = words.folded[at + 1 : at + 2] in _OWN
        return at + 3 if is_over and words.folded[at + 2 : at + 3] in _OTHERS else at
    if near.gap_after != ", " or near.after not in _ASIDES:
        return at
    for each in range(at + 1, min(at + _LONGEST_ASIDE, len(words))):
        if words.gap(each) not in INSIDE_PHRASES:
            return each if words.gap(each) == ", " else at
    return at


def _stands_in_list(near: Surroundings) -> bool:
    """Return whether a name and a comma go before that do not open the sentence: "In Wales, …"."""
    after_name = near.first and near.gap == ", " and near.words.is_capital(near.first - 1)
    return bool(after_name and near.before not in lex.AUTHORITIES and not _follows_opening(near))


def _decides(near: Surroundings, at: int) -> bool:
    folded = near.words.folded
    if decides(folded, at, plural=len(near.series.members) > 1):
        return True
    return near.names <= lex.INVENTED_NAMES and does_anything(folded, at)


def _begins_clause(near: Surroundings) -> bool:
    if not near.first:
        return True
    return not _CLAUSE_MARKS.isdisjoint(near.gap) or near.before in lex.CLAUSE_OPENERS


def _follows_opening(near: Surroundings) -> bool:
    """Return whether only a phrase goes before in the sentence: "From ten licences Barnsley …"."""
    words, folded = near.words, near.words.folded
    for at in range(near.first - 1, max(-1, near.first - _LONGEST_OPENING), -1):
        if folded[at] in lex.DECISIONS:
            return False
        if at == 0 or ends_sentence(words.gap(at)):
            return folded[at] in _OPENINGS
        if not words.gap(at).isspace():
            return False
    return False


def is_agent(near: Surroundings) -> bool:
    """Return whether something is done by the names, or said according to them."""
    if near.before not in {"by", "to"}:
        return False
    return near.earlier == "according" if near.before == "to" else near.earlier != "followed"


def is_addressed(near: Surroundings) -> bool:
    """Return whether somebody tells the names to act, judges what they did, or gives them money."""
    if near.gap != " " or not near.first:
        return False
    if near.before in lex.REQUESTS:
        return near.after == "to" and near.gap_after == " "
    if near.before == "against":
        return near.earlier in lex.CHARGES
    if near.before in lex.JUDGEMENTS or _is_praised_by_overseers(near):
        return near.after in _REASONS or not _CLAUSE_MARKS.isdisjoint(near.gap_after)
    return near.before in lex.GIFTS and not _CURRENCIES.isdisjoint(near.gap_after)


def is_party(near: Surroundings) -> bool:
    """Return whether a contract is one between the names and somebody who is no council's place."""
    if near.before != "between" or len(near.series.members) > 1 or near.after != "and":
        return False
    return near.earlier in lex.CONTRACTS


def _is_praised_by_overseers(near: Surroundings) -> bool:
    earlier = near.words.folded[max(0, near.first - REACH) : near.first]
    return near.before in lex.PRAISE and not lex.OVERSEERS.isdisjoint(earlier)


def takes_part(near: Surroundings) -> bool:
    """Return whether something is done with the names: "shared with Southwark".

    The text is about councils, or no place has the names. "At Wychavon" is at the council as well.
    """
    if near.names <= lex.INVENTED_NAMES:
        return near.before in {"with", "at"}
    return near.before == "with" and near.scene.speaks_of_councils
