"""What a search box offers while somebody types: councils, themes, regions, issues and words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import nlargest

from regional_news.model import Council
from regional_news.query import GROUPS, BriefFilter, BriefIndex
from regional_news.query.fulltext import SHORT, words_of
from regional_news.query.questions import as_filter
from regional_news.text import fold

MOST = 4
"""How many of a kind are offered."""

KINDS = {"theme": "Theme", "region": "Region", "issue": "Issue"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A filter that is offered, in words, and how many briefs it would leave."""

    kind: str
    label: str
    filter: BriefFilter
    briefs: int
    council: str = ""
    """The id of the council, where it is one."""
    note: str = ""
    """What kind of council it is, and where."""


def suggestions(index: BriefIndex, text: str, wanted: BriefFilter) -> tuple[Suggestion, ...]:
    """Return what is offered for ``text``, beside the filter that is in use, the best first.

    A question in several parts is offered as the filter that it is; with words, those that begin
    like the last one.
    """
    bare = replace(wanted, q="")
    offered = [*_question(index, text, bare), *_ends(index, text, bare)]
    offered += _options(index, text, bare)
    offered += [*_councils(index, text, bare), *_words(index, text, bare)]
    return tuple(dict.fromkeys(offered))


def _question(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    asked = as_filter(index, text, wanted)
    if len(index.terms.of(text)) > 1 and replace(asked, q="") != wanted:
        yield Suggestion("Filter", asked.describe(index.labels), asked, len(index.view(asked)))


def _ends(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    """Yield what a question becomes when its last word, which may be a beginning, is an option."""
    said, _, last = text.strip().rpartition(" ")
    before = as_filter(index, said, wanted, part=True) if said else wanted
    if before == wanted or before.q:
        return
    for found in _options(index, last, before):
        yield replace(found, kind="Filter", label=found.filter.describe(index.labels))


def _options(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    found = [m for m in index.terms.beginning(text) if m.group in KINDS]
    for group, kind in KINDS.items():
        for meaning in [m for m in found if m.group == group][:MOST]:
            asked = replace(wanted, **{GROUPS[group].field: meaning.ids})  # type: ignore[arg-type]
            yield Suggestion(kind, meaning.label, asked, len(index.view(asked)))


def _councils(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    counts = index.view(wanted).facet("council")
    found = index.reference.resolver.search(text, 2 * MOST)
    found.sort(key=lambda council: not counts.get(council.id))  # those with briefs first
    for council in found[:MOST]:
        asked = replace(wanted, councils=(council.id,))
        region = index.gazetteer.regions[council.region].name
        note = f"{council.type}, {region}"
        label = _found_by(council, text)
        yield Suggestion("Council", label, asked, counts.get(council.id, 0), council.id, note)


def _found_by(council: Council, text: str) -> str:
    """Return a council's name, after the other name that it is found by: ``Caerdydd → …``."""
    wanted = f" {fold(text)}"
    names = (council.name, *council.all_names)
    name = next((each for each in names if wanted in f" {fold(each)}"), council.name)
    return council.name if name == council.name else f"{name} → {council.name}"


def _words(index: BriefIndex, text: str, wanted: BriefFilter) -> Iterator[Suggestion]:
    words = words_of(text, once=False)
    if not words:
        return
    beginnings = index.search.beginning(words[-1]) if len(words[-1]) >= SHORT - 1 else {}
    before = "".join(f"{word} " for word in words[:-1])
    for word in nlargest(MOST, beginnings, key=lambda found: (beginnings[found], found)):
        asked = replace(wanted, q=before + word)
        if briefs := len(index.view(asked)):
            yield Suggestion("Words", before + word, asked, briefs)
