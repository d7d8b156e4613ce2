"""What a bare name owns or employs that only a council does: its cabinet, its IT strategy."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.surroundings import (
    APOSTROPHES,
    REACH,
    Surroundings,
    ends_sentence,
)

_INSIDE_PHRASES = APOSTROPHES | {" ", "-"}
_STYLES = frozenset({"borough", "city", "county", "district"})
_EMPLOYERS = frozenset({"of", "at", "for"})
_POSSESSIVES = frozenset({"its", "their", "whose"})
_BODIES = frozenset({"council", "councils", "councillors", "cabinet"})
_NOT_A_BODY = frozenset({"tax", "house", "houses", "estate", "estates", "run", "owned", "of"})
_LONGEST_SENTENCE = 60


def has_its_people(near: Surroundings) -> bool:
    """Return whether councillors, a cabinet or officers are those of the names."""
    folded, at = near.words.folded, near.end
    if near.before == "in" and near.first > 1 and folded[near.first - 2] == "councillors":
        return True
    if near.after in _STYLES:
        at += 1
    if near.gap_after == " " and at < len(folded) and folded[at] in lex.COUNCIL_NOUNS:
        return True
    return near.are_possessive and any(noun in lex.COUNCIL_NOUNS for noun in _owned(near))


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


def owns(near: Surroundings) -> bool:
    """Return whether the names own what authorities have: "Moray's ICT strategy".

    A team counts where its kind is said, and what trade does in a place is not its council's.
    """
    if not near.are_possessive:
        return False
    phrase = [*_owned(near)]
    if not lex.COMMERCE.isdisjoint(phrase) or (phrase and phrase[0] in lex.TEAMS):
        return False
    return any(
        word in lex.COUNCIL_POSSESSIONS or f"{before} {word}" in lex.COUNCIL_POSSESSIONS
        for before, word in zip(["", *phrase], phrase, strict=False)
    )


def _owned(near: Surroundings) -> Iterator[str]:
    """Yield the words after the names and their apostrophe, up to a mark or another name's."""
    words, at = near.words, near.end
    if near.gap_after in APOSTROPHES:
        if near.after != "s":
            return
        at += 1
    for each in range(at, min(at + REACH, len(words))):
        gap = words.gap(each)
        if each > at and (gap not in _INSIDE_PHRASES or _is_possessive(near, each)):
            return
        yield words.folded[each]


def _is_possessive(near: Surroundings, at: int) -> bool:
    """Return whether the word before is a name with its apostrophe: "and Cardiff's"."""
    return near.words.gap(at) in APOSTROPHES and near.words.is_capital(at - 1)


def employs(near: Surroundings) -> bool:
    """Return whether somebody works at the names: "head of IT at Camden"."""
    folded, at = near.words.folded, near.first
    if near.before == "from" and at > 1 and near.scene.speaks_of_councils:
        return folded[at - 2] in lex.CONTRIBUTIONS
    if near.before not in _EMPLOYERS or near.gap != " " or at < near.series.first:
        return False
    if near.before == "at" and near.scene.speaks_of_councils:
        return True
    return _is_held_at(near, lex.POSTS | lex.WORKPLACE if near.before == "at" else lex.POSTS)


def _is_held_at(near: Surroundings, nouns: AbstractSet[str]) -> bool:
    """Return whether one of the nouns stands shortly before the names in the same phrase."""
    for each in range(near.first - 2, max(-1, near.first - 2 - REACH), -1):
        if near.words.folded[each] in nouns:
            return True
        if near.words.gap(each) != " ":
            return False
    return False
