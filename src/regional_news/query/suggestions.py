"""What a search box offers while somebody types: councils, themes, regions, issues and words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from heapq import nlargest

from regional_news.model import Council
from regional_news.query import GROUPS, BriefFilter, BriefIndex
from regional_news.query.fulltext import SHORT, words_of
from regional_news.query.questions import as_filter
from regional_news.text import fold

MOST = 4
"""How many of a kind are offered."""

FEW = 6
"""Words that people search for; where there are more, none is mended or left out."""

_LIKE = 0.8
"""How much of two words must be the same for one to be a slip of the pen: 1 is all."""

KINDS = {"theme": "Theme", "region": "Region", "issue": "Issue"}


_ALL = BriefFilter()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A filter that is offered, in words, and how many briefs it would leave."""

    kind: str
    label: str
    filter: BriefFilter
    briefs: int
    elsewhere: int = 0
    """Where it leaves none: how many there are without the rest of the filter in use."""
    council: str = ""
    """The id of the council, where it is one."""
    note: str = ""
    """What kind of council it is, and where."""


def suggestions(index: BriefIndex, text: str, wanted: BriefFilter) -> tuple[Suggestion, ...]:
    """Return what is offered for ``text``, beside the filter that is in use, the best first.

    A question in several parts is offered as the filter that it is; with words, the text itself
    and those that begin like its last one. What leaves no brief comes last.
    """
    bare = replace(wanted, q="")
    offered = [*_question(index, text, bare), *_ends(index, text, bare)]
    offered += _options(index, text, bare)
    offered += [*_councils(index, text, bare), *_words(index, text, bare)]
    if not any(each.briefs for each in offered):
        offered += _mended(index, text, bare)
    offered.sort(key=lambda each: not each.briefs)
    return tuple(dict.fromkeys(offered))


def _question(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    asked = as_filter(index, text, wanted)
    if len(index.terms.of(text)) > 1 and replace(asked, q="") != wanted:
        alone = as_filter(index, text, _ALL)
        yield _offer(index, "Filter", asked.describe(index.labels), asked, alone)


def _ends(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    """Yield what a question becomes when its last word, which may be a beginning, is an option."""
    said, _, last = text.strip().rpartition(" ")
    before = as_filter(index, said, wanted) if said else wanted
    if before == wanted or before.q:
        return
    for found in _options(index, last, before, as_filter(index, said, _ALL)):
        yield replace(found, kind="Filter", label=found.filter.describe(index.labels))


def _options(
    index: BriefIndex, text: str, wanted: BriefFilter, alone: BriefFilter = _ALL
) -> Iterator[Suggestion]:
    """Yield the options that ``text`` begins, beside ``wanted``; ``alone`` is the rest of it."""
    found = [m for m in index.terms.beginning(text) if m.group in KINDS]
    for group, kind in KINDS.items():
        for meaning in [m for m in found if m.group == group][:MOST]:
            field = {GROUPS[group].field: meaning.ids}
            asked, by_itself = (replace(each, **field) for each in (wanted, alone))  # type: ignore[arg-type]
            yield _offer(index, kind, meaning.label, asked, by_itself)


def _offer(
    index: BriefIndex, kind: str, label: str, asked: BriefFilter, alone: BriefFilter
) -> Suggestion:
    """Return a suggestion, with what it would leave ``alone`` where it leaves nothing."""
    briefs = len(index.view(asked))
    return Suggestion(kind, label, asked, briefs, 0 if briefs else len(index.view(alone)))


def _councils(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    counts, ever = (index.view(each).facet("council") for each in (wanted, _ALL))
    found = index.reference.resolver.search(text, (4 if wanted.regions else 2) * MOST)
    # Those of the regions asked for first, then those with briefs.
    found.sort(key=lambda each: (each.region not in wanted.regions, not counts.get(each.id)))
    named = [(each, _found_by(each, text)) for each in found]
    if len(text) < SHORT:  # of an alias, too, that is a whole word: "AI" is not "Aiberdeen"
        named = [(c, told) for c, told in named if told == c.name or fold(text) in words_of(told)]
    for council, label in named[:MOST]:
        asked = replace(wanted, councils=(council.id,))
        region = index.gazetteer.regions[council.region].name
        yield Suggestion(
            *("Council", label, asked, counts.get(council.id, 0)),
            elsewhere=0 if counts.get(council.id) else ever.get(council.id, 0),
            council=council.id,
            note=f"{council.type}, {region}",
        )


def _found_by(council: Council, text: str) -> str:
    """Return a council's name, after the other name that it is found by: ``Caerdydd → …``."""
    wanted = f" {fold(text)}"
    names = (council.name, *council.all_names)
    name = next((each for each in names if wanted in f" {fold(each)}"), council.name)
    return council.name if name == council.name else f"{name} → {council.name}"


def _mended(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    """Yield the text with the nearest word of the briefs for each that none of them has."""
    words = words_of(text, once=False)
    nearest = [_nearest(index, word) for word in words] if len(words) <= FEW else words
    asked = replace(wanted, q=" ".join(nearest))
    if nearest != words and (briefs := len(index.view(asked))):
        yield Suggestion("Words", asked.q, asked, briefs)


def _nearest(index: BriefIndex, word: str) -> str:
    """Return the word of the briefs that a slip of the pen may mean, else the word itself."""
    if len(word) < SHORT or index.search.find(word).amount:
        return word
    return next(iter(get_close_matches(word, index.search.beginning(word[0]), 1, _LIKE)), word)


def _words(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    words = words_of(text, once=False)
    if not words or index.terms.of(text)[-1].exact:
        return
    last = words[-1]
    beginnings = index.search.beginning(last)
    if last in beginnings:
        beginnings.pop(last + "s", None)  # which it finds, too
    likely = nlargest(MOST, beginnings, key=lambda found: (beginnings[found], found))
    # What would become a filter is offered as it was typed, too.
    itself = [last] if last in beginnings or not as_filter(index, text, wanted).q else []
    before = "".join(f"{word} " for word in words[:-1])
    for word in dict.fromkeys((*itself, *(likely if len(last) >= SHORT - 1 else ()))):
        asked = replace(wanted, q=before + word)
        if briefs := len(index.view(asked)):
            yield Suggestion("Words", before + word, asked, briefs)
