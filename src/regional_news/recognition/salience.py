"""Who a text is about, and who is only mentioned: examples, comparisons, forerunners, clients.

A council is a subject unless a rule says otherwise. Some rules hold by themselves ("such as"),
others only beside another council that is the subject ("an app developed by …").
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Role
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.coordination import Series, in_series
from regional_news.text import Words

_REACH = 6
_ORIGINS = frozenset({"from", "of", "at", "with"})
_LIKENESS = frozenset({"as", "like", "unlike"})
_LISTING = frozenset({"include", "includes"})
_CLAUSE_MARKS = frozenset(".;:!?")
_USE = (["use"], ["uses"])
_TELLING = _ORIGINS | _LIKENESS | _LISTING | lex.FORMER | {"for", "by"}


Forerunners = Mapping[str, frozenset[str]]
"""The ids of the councils that each council replaced, where there are any."""


def forerunners(gazetteer: Gazetteer) -> Forerunners:
    """Return the councils that each council of the gazetteer replaced."""
    return {
        council.id: frozenset(old.id for old in gazetteer.predecessors(council))
        for council in gazetteer
        if council.predecessors
    }


def give_roles(
    words: Words, candidates: Sequence[Candidate], replaced: Forerunners, region: str | None
) -> None:
    """Give each candidate of a council its role in a text of ``region``; a list shares one."""
    together = in_series(words, candidates)
    lists = [(each, _before(words, each)) for series in together for each in series.apart()]
    for series, before in lists:
        if (before and _is_past_or_example(before)) or _is_client(words, series, before):
            _mention(series.members)
    if len(lists) > 1:
        _mention(_replaced(candidates, replaced))
        subjects = [each for each in lists if each[0].members[0].role is Role.SUBJECT]
        for (previous, _), (series, before) in pairwise(subjects):
            if _is_compared(words, previous, series) or _is_taken_over(before):
                _mention(series.members)
            elif _is_left(words, previous):
                _mention(previous.members)
        _mention(_from_elsewhere(subjects, region))


def _mention(candidates: Sequence[Candidate]) -> None:
    for candidate in candidates:
        candidate.role = Role.MENTIONED


def _is_past_or_example(before: Sequence[str]) -> bool:
    """Return whether "such as" or "unlike" goes before, or somebody left it: "joins from"."""
    last = before[-1]
    if last in lex.FORMER:
        return True
    if last in _LIKENESS:
        return last != "as" or before[-2:-1] == ["such"]
    if last == "for":
        return not lex.DEPARTURES.isdisjoint(before[-2:-1])
    if last not in _ORIGINS:
        return False
    joins = last == "from" and not lex.ARRIVALS.isdisjoint(before)
    return joins or not lex.FORMER.isdisjoint(before)


def _is_client(words: Words, series: Series, before: Sequence[str]) -> bool:
    """Return whether they are named for a supplier's sake: they already use its product."""
    end = series.end
    if words.folded[end : end + 1] == ["already"] and words.folded[end + 1 : end + 2] in _USE:
        return True
    return bool(before) and before[-1] in _LISTING and not lex.CLIENTS.isdisjoint(before[-3:])


def _replaced(candidates: Sequence[Candidate], replaced: Forerunners) -> list[Candidate]:
    """Return the councils that another one in the text replaced: they stand in its past."""
    past = {
        old
        for each in candidates
        for council in each.councils
        for old in replaced.get(council.id, ())
    }
    return [each for each in candidates if past and each.councils[0].id in past]


def _from_elsewhere(
    lists: Sequence[tuple[Series, Sequence[str]]], region: str | None
) -> list[Candidate]:
    """Return the councils of other regions beside one of the text's own, unless "with" it."""
    away = [
        (series, before)
        for series, before in lists
        if all(each.councils[0].region != region for each in series.members)
    ]
    if len(away) == len(lists):
        return []
    return [each for series, before in away if before[-1:] != ["with"] for each in series.members]


def _is_compared(words: Words, previous: Series, series: Series) -> bool:
    """Return whether a comparison sets the second of two councils apart in its clause."""
    for at in range(series.first - 1, max(previous.end, series.first - _REACH) - 1, -1):
        if not _CLAUSE_MARKS.isdisjoint(words.gap(at + 1)):
            return False
        if words.folded[at] in lex.COMPARISONS:
            return True
    return False


def _is_left(words: Words, series: Series) -> bool:
    """Return whether somebody has left them: "Moray's former head of IT has joined Angus"."""
    after = words.folded[series.end : series.end + 2]
    return after[:1] == ["s"] and not lex.FORMER.isdisjoint(after[1:])


def _is_taken_over(before: Sequence[str]) -> bool:
    """Return whether another council has made what one takes over: "an app developed by"."""
    return bool(before) and before[-1] == "by" and not lex.MAKERS.isdisjoint(before[-2:-1])


def _before(words: Words, series: Series) -> Sequence[str]:
    """Return the words before a series in its phrase, without its article.

    None where the last of them says nothing.
    """
    first = series.first
    if first and words.folded[first - 1] == "the":
        first -= 1
    if not first or words.folded[first - 1] not in _TELLING:
        return ()
    start = max(0, first - _REACH)
    marked = (at for at in range(first - 1, start, -1) if "," in words.gap(at))
    return words.folded[next(marked, start) : first]
