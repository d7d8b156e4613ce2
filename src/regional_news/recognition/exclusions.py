"""Names that seem part of another name: a person's, a newspaper's, a club's, another council's."""

from collections.abc import Sequence

from regional_news.gazetteer.places import QUALIFIERS
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Title
from regional_news.text import Words

_JOINED = frozenset({" ", "-", "‐", "‑", "\u00a0"})
_REACH = 4
_CONJUNCTIONS = (["and"], ["or"], ["nor"])
_NOT_OUR_WALES = ["new", "south", "wales"]
_BEFORE_MONTHS = frozenset({"in", "since", "until", "by", "from", "during", "last", "this"})
_INSIDE = frozenset({"in", "of"})
_BEFORE_COUNTRIES = frozenset({", ", " ("})
_PREPOSITIONS = frozenset({"of", "for", "the"})
_MAY_FOLLOW = lex.OF_COUNCILS | lex.DECISIONS | lex.NOT_IN_NAMES | lex.AUXILIARIES


def is_another_council(words: Words, candidate: Candidate) -> bool:
    """Return whether the words around a titled name make it another body, here or abroad.

    "South Lincolnshire Council", "Lincolnshire Councils Partnership", "Perth Council in Australia".
    """
    if _word_before(words, candidate) in QUALIFIERS:
        return True
    after = words.folded[candidate.stop : candidate.stop + _REACH]
    is_far = "wales" in after and _NOT_OUR_WALES in (after[:3], after[1:])
    if is_far or not lex.ABROAD.isdisjoint(after):
        return after[0] in _INSIDE or words.gap(candidate.stop) in _BEFORE_COUNTRIES
    title = candidate.title
    if title is None or not title.plural:
        return False
    return not lex.ASSOCIATIONS.isdisjoint(after[:1]) or _stands_alone(words, candidate, title)


def _stands_alone(words: Words, candidate: Candidate, title: Title) -> bool:
    """Return whether a style in the plural holds for no list: "three Dorset councils" are in it."""
    if title.first < candidate.first:
        gap, next_word = words.gap(candidate.end), words.folded[candidate.end : candidate.end + 1]
    else:
        gap, next_word = words.gap(candidate.first), words.folded[: candidate.first][-1:]
    return gap == " " and next_word not in _CONJUNCTIONS


def may_be_longer(words: Words, candidate: Candidate) -> bool:
    """Return whether an unknown word with a capital goes before a titled name: "Old Bexley …"."""
    word = _word_before(words, candidate)
    return bool(word) and word not in lex.NOT_IN_NAMES


def _word_before(words: Words, candidate: Candidate) -> str:
    """Return the folded word before a name that may belong to it, or ""."""
    at = candidate.start
    joined = at > 0 and words.gap(at) in _JOINED and at - 1 in words.capitals
    return words.folded[at - 1] if joined else ""


def begins_another(words: Words, candidate: Candidate) -> bool:
    """Return whether a capital or a body follows, which the name belongs to: "Bath Rugby"."""
    after = candidate.stop
    if after >= len(words):
        return False
    word, gap = words.folded[after], words.gap(after)
    if gap == ", ":
        return word in lex.ABROAD
    if gap not in _JOINED:
        return False
    if word in lex.OTHER_BODIES:
        return True
    return after in words.capitals and word not in _MAY_FOLLOW


def ends_another(words: Words, candidate: Candidate) -> bool:
    """Return whether a first name, a title or a body goes before: "Richard Sutton"."""
    at = candidate.start - 1
    if at < 0 or words.gap(at + 1) not in _JOINED:
        return False
    word = words.folded[at]
    if word in _PREPOSITIONS:
        return at > 0 and words.folded[at - 1] in lex.BODIES_OF
    if word in lex.TITLES:
        return True
    if word in lex.MONTHS and at and words.folded[at - 1] in _BEFORE_MONTHS:
        return False
    return at in words.capitals and word not in lex.NOT_IN_NAMES


def surnames(words: Words, candidates: Sequence[Candidate], ends: frozenset[int]) -> frozenset[str]:
    """Return the names that stand after a first name or a title somewhere: "Ann Bolton".

    ``ends`` is where the names start that seem the end of another one.
    """
    return frozenset(
        each.name
        for each in candidates
        if each.start in ends
        and words.folded[each.start - 1] not in _PREPOSITIONS
        and not _are_letters(words.raw(each.start - 1))
    )


def _are_letters(word: str) -> bool:
    """Return whether a word is letters that stand for a body, no first name: "NHS Highland"."""
    return len(word) > 1 and word.isupper()
