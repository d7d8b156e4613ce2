"""Who a text is about, and who is only mentioned: examples, comparisons, forerunners, clients.

A council is a subject unless a rule says otherwise. Some rules hold by themselves ("such as"),
others only beside another council that is the subject ("an app developed by …").
"""

from collections.abc import Sequence

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.prose import lexicon as lex
from regional_news.gazetteer.prose.series import Series, in_series
from regional_news.gazetteer.prose.sighting import Sighting
from regional_news.model import Role
from regional_news.text import Words

_REACH = 6
_SENTENCE_ENDS = frozenset(".!?")


def give_roles(words: Words, sightings: Sequence[Sighting], gazetteer: Gazetteer) -> None:
    """Give each sighting of a council its role; members of a list share one."""
    lists = in_series(words, sightings)
    for series in lists:
        if _is_example(words, series) or _is_origin(words, series) or _is_client(words, series):
            _mention(series.members)
    subjects = [each for each in lists if each.members[0].role is Role.SUBJECT]
    if len(subjects) > 1:
        _mention(_forerunners(sightings, gazetteer))
        subjects = [each for each in subjects if each.members[0].role is Role.SUBJECT]
        for before, series in zip(subjects, subjects[1:], strict=False):
            if _is_compared(words, before, series) or _is_maker(words, series):
                _mention(series.members)


def _mention(sightings: Sequence[Sighting]) -> None:
    for sighting in sightings:
        sighting.role = Role.MENTIONED


def _is_example(words: Words, series: Series) -> bool:
    """After "such as", "like" or "unlike" stand examples and comparisons."""
    before = _before(words, series, 2)
    return before == ["such", "as"] or before[-1:] in (["like"], ["unlike"])


def _is_origin(words: Words, series: Series) -> bool:
    """Where somebody came from, or used to work, is past: "joins from", "formerly of"."""
    before = _before(words, series, _REACH)
    if before[-1:] not in (["from"], ["of"], ["at"], ["with"]):
        return False
    return not lex.FORMER.isdisjoint(before) or (
        before[-1] == "from" and not lex.ARRIVALS.isdisjoint(before)
    )


def _is_client(words: Words, series: Series) -> bool:
    """Those who already use a product are named for its maker's sake."""
    after = words.folded[series.end : series.end + 2]
    before = _before(words, series, 3)
    return (after[:1] == ["already"] and after[1:] in (["use"], ["uses"])) or (
        not lex.CLIENTS.isdisjoint(before) and before[-1] in {"include", "includes", "including", "are"}
    )


def _forerunners(sightings: Sequence[Sighting], gazetteer: Gazetteer) -> list[Sighting]:
    """Councils that another one in the text replaced stand in its past."""
    named = {each.councils[0].id: each.councils[0] for each in sightings if len(each.councils) == 1}
    replaced = {
        old.id for council in named.values() for old in gazetteer.predecessors(council)
    }
    return [each for each in sightings if any(council.id in replaced for council in each.councils)]


def _is_compared(words: Words, before: Series, series: Series) -> bool:
    """Between two councils of a sentence, a comparison sets the second one apart."""
    between = words.folded[before.end : series.first]
    return not lex.COMPARISONS.isdisjoint(between[-_REACH:])


def _is_maker(words: Words, series: Series) -> bool:
    """What one council takes over, another has made: "an app developed by"."""
    before = _before(words, series, 2)
    return before[-1:] == ["by"] and before[0] in lex.MAKERS


def _before(words: Words, series: Series, count: int) -> list[str]:
    """Return the words before a series, without its article."""
    first = series.first
    if first and words.folded[first - 1] == "the":
        first -= 1
    return words.folded[max(0, first - count) : first]
