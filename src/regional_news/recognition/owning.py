"""What a bare name owns or employs that only a council does: its cabinet, its IT strategy."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from regional_news.recognition import lexicon as lex
from regional_news.recognition.context import (
    APOSTROPHES,
    INSIDE_PHRASES,
    REACH,
    Surroundings,
    ends_sentence,
)

_STYLES = frozenset({"borough", "city", "county", "district"})
_EMPLOYERS = frozenset({"of", "at", "for"})
_SERVED = lex.COUNCIL_POSSESSIONS | lex.PRODUCTS | {"it", "ict"}
_LONGEST_CHARGE = 20
_CHARGES = ("charge of", "responsible for", "responsibility for")


def has_its_people(near: Surroundings) -> bool:
    """Return whether councillors, a cabinet or officers are those of the names."""
    folded, at = near.words.folded, near.end
    if near.after in _STYLES:
        at += 1
    if near.gap_after == " " and at < len(folded) and folded[at] in lex.COUNCIL_NOUNS:
        return True
    return near.are_possessive and any(noun in lex.COUNCIL_NOUNS for noun in _owned(near))


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
        if each > at and (gap not in INSIDE_PHRASES or _is_possessive(near, each)):
            return
        yield words.folded[each]


def _is_possessive(near: Surroundings, at: int) -> bool:
    """Return whether the word before is a name with its apostrophe: "and Cardiff's"."""
    return near.words.gap(at) in APOSTROPHES and near.words.is_capital(at - 1)


def employs(near: Surroundings) -> bool:
    """Return whether somebody works at the names: "head of IT at Camden"."""
    folded, at = near.words.folded, near.first
    if near.before in lex.ARRIVALS and near.after == "as":
        return not lex.POSTS.isdisjoint(folded[near.end + 1 : near.end + 1 + REACH])
    if near.before == "from" and at > 1 and near.scene.speaks_of_councils:
        return folded[at - 2] in lex.CONTRIBUTIONS
    if near.before not in _EMPLOYERS or near.gap != " " or at < near.series.first:
        return False
    if near.before == "at" and near.scene.speaks_of_councils:
        return True
    if near.before == "for" and _has_charge(near):
        return True
    return _is_held_at(near, lex.POSTS | lex.WORKPLACE if near.before == "at" else lex.POSTS)


def is_served(near: Surroundings) -> bool:
    """Return whether somebody runs for the names what councils have: "the helpdesk of Fylde"."""
    if near.before not in {"of", "for"} or near.gap != " " or not near.scene.speaks_of_councils:
        return False
    said = near.words.folded[max(0, near.first - 1 - REACH) : near.first - 1]
    if near.earlier not in _SERVED or lex.RUNNING.isdisjoint(said):
        return False
    return (lex.COMMERCE | lex.OTHER_BODIES).isdisjoint(said)


def _has_charge(near: Surroundings) -> bool:
    """Return whether somebody has charge of something for the names, earlier in the sentence."""
    words = near.words
    for at in range(near.first - 2, max(0, near.first - _LONGEST_CHARGE), -1):
        if ends_sentence(words.gap(at + 1)) or words.folded[at] in lex.SELLING:
            return False
        if f"{words.folded[at - 1]} {words.folded[at]}" in _CHARGES:
            return True
    return False


def _is_held_at(near: Surroundings, nouns: AbstractSet[str]) -> bool:
    """Return whether one of the nouns stands shortly before the names in the same phrase."""
    for each in range(near.first - 2, max(-1, near.first - 2 - REACH), -1):
        if near.words.folded[each] in nouns:
            return True
        if near.words.gap(each) != " ":
            return False
    return False
