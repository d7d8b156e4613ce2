"""What a search box offers while somebody types: councils, themes, regions, issues and words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from heapq import nlargest

from regional_news.model import Certainty, Council, Resolved
from regional_news.query import GROUPS, BriefFilter, BriefIndex
from regional_news.query.asking import NOTHING, Asked, ask
from regional_news.query.fulltext import SHORT, words_of
from regional_news.query.questions import meaning_of
from regional_news.text import fold

MOST = 4
"""How many of a kind are offered."""

FEW = 6
"""Words that people search for; where there are more, none is mended or left out."""

_LIKE = 0.8
"""How much of two words must be the same for one to be a slip of the pen: 1 is all."""

KINDS = {"theme": "Theme", "region": "Region", "issue": "Issue"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A filter that is offered, in words, and how many briefs it would leave."""

    kind: str
    label: str
    asked: Asked
    briefs: int
    elsewhere: int = 0
    """Where it leaves none: how many there are without the rest of the filter in use."""
    council: str = ""
    """The id of the council, where it is one."""
    note: str = ""
    """What kind of council it is, and where."""
    order: int = 0
    """1 where it leaves no brief, 2 of a council that does not serve: what comes last."""

    @property
    def filter(self) -> BriefFilter:
        """The filter that is offered."""
        return self.asked.filter


@dataclass(frozen=True, slots=True)
class _Offers:
    """Makes offers beside the filter in use, of which ``words`` is what earlier words set."""

    index: BriefIndex
    wanted: BriefFilter
    words: BriefFilter

    def offer(self, kind: str, label: str, named: BriefFilter) -> Suggestion:
        """Return an offer, with what it would leave alone where beside the filter it leaves none.

        Without a label it is told in words.
        """
        asked = ask(self.index, named, self.wanted, self.words)
        briefs = len(self.index.view(asked.filter))
        elsewhere = 0 if briefs else len(self.index.view(named))
        told = label or asked.filter.describe(self.index.labels)
        return Suggestion(kind, told, asked, briefs, elsewhere, order=0 if briefs else 1)


def suggestions(
    index: BriefIndex, text: str, wanted: BriefFilter, words: BriefFilter = NOTHING
) -> tuple[Suggestion, ...]:
    """Return what is offered for ``text``, beside the filter that is in use, the best first.

    A question in several parts is offered as the filter that it is; with words, the text itself
    and those that begin like its last one. What leaves no brief comes last, but for a council that
    is named whole, then councils that do not serve. ``words`` is what earlier searches set of the
    filter in use.
    """
    offers = _Offers(index, replace(wanted, q=""), words)
    offered = [*_question(offers, text), *_ends(offers, text), *_options(offers, text)]
    offered += [*_councils(offers, text), *_words(offers, text)]
    if not any(each.briefs for each in offered):
        offered += [*_mended(offers, text), *_misspelt_councils(offers, text)]
    offered.sort(key=lambda each: each.order)
    return tuple(dict.fromkeys(offered))


def _question(offers: _Offers, text: str) -> Iterator[Suggestion]:
    named = meaning_of(offers.index, text)
    if len(offers.index.terms.of(text)) > 1 and replace(named, q=""):
        yield offers.offer("Filter", "", named)


def _ends(offers: _Offers, text: str) -> Iterator[Suggestion]:
    """Yield what a question becomes when its last word, which may be a beginning, is an option."""
    said, _, last = text.strip().rpartition(" ")
    before = meaning_of(offers.index, said)
    if before and not before.q:
        for found in _options(offers, last, before):
            yield replace(found, kind="Filter", label=found.filter.describe(offers.index.labels))


def _options(offers: _Offers, text: str, before: BriefFilter = NOTHING) -> Iterator[Suggestion]:
    """Yield the options that ``text`` begins, with what the words ``before`` it named."""
    found = [m for m in offers.index.terms.beginning(text) if m.group in KINDS]
    for group, kind in KINDS.items():
        for meaning in [m for m in found if m.group == group][:MOST]:
            field = {GROUPS[group].field: meaning.ids}
            yield offers.offer(kind, meaning.label, replace(before, **field))  # type: ignore[arg-type]


def _councils(offers: _Offers, text: str) -> Iterator[Suggestion]:
    index, regions = offers.index, offers.wanted.regions
    counts = index.view(offers.wanted.anywhere).facet("council")
    found = index.reference.resolver.search(text, (4 if regions else 2) * MOST)
    whole = _whole(index, text, found)
    # Who serves first, of those who are of the regions asked for, then who has briefs.
    found.sort(key=lambda c: (c != whole, bool(c.years), c.region not in regions, not counts[c.id]))
    named = [(each, _found_by(each, text)) for each in found]
    if len(text) < SHORT:  # of an alias, too, that is a whole word: "AI" is not "Aiberdeen"
        named = [(c, told) for c, told in named if told == c.name or fold(text) in words_of(told)]
    for council, label in named[:MOST]:
        told = label + council.years
        offer = offers.offer("Council", told, BriefFilter(councils=(council.id,)))
        note = f"{council.type}, {index.gazetteer.regions[council.region].name}"
        order = 0 if council == whole else 2 if council.years else offer.order
        yield replace(offer, council=council.id, note=note, order=order)


def _whole(index: BriefIndex, text: str, found: Sequence[Council]) -> Council | None:
    """Return the first of the councils found where the text is a name of it, to the letter."""
    meant = index.reference.resolver.resolve(text)
    if not isinstance(meant, Resolved) or meant.certainty is Certainty.FUZZY:
        return None
    return meant.council if found[:1] == [meant.council] else None


def _found_by(council: Council, text: str) -> str:
    """Return a council's name, after the other name that it is found by: ``Caerdydd → …``."""
    wanted = f" {fold(text)}"
    names = (council.name, *council.all_names)
    name = next((each for each in names if wanted in f" {fold(each)}"), council.name)
    return council.name if name == council.name else f"{name} → {council.name}"


def _mended(offers: _Offers, text: str) -> Iterator[Suggestion]:
    """Yield the text with the nearest word of the briefs for each that none of them has."""
    index, words = offers.index, words_of(text, once=False)
    nearest = [_nearest(index, word) for word in words] if len(words) <= FEW else words
    if nearest != words:
        yield from _found(offers, " ".join(nearest))


def _misspelt_councils(offers: _Offers, text: str) -> Iterator[Suggestion]:
    """Yield the councils that the text means with the nearest word of councils' names for each."""
    known, words = offers.index.reference.resolver.words, words_of(text, once=False)
    nearest = [_like(word, known) for word in words] if len(words) <= FEW else words
    if nearest != words:
        yield from _councils(offers, " ".join(nearest))


def _found(offers: _Offers, text: str) -> Iterator[Suggestion]:
    """Yield some words, where briefs have them."""
    offer = offers.offer("Words", text, BriefFilter(q=text))
    if offer.briefs:
        yield offer


def _nearest(index: BriefIndex, word: str) -> str:
    """Return the word of the briefs that a slip of the pen may mean, else the word itself."""
    return word if index.search.find(word).amount else _like(word, index.search.beginning(word[0]))


def _like(word: str, known: Iterable[str]) -> str:
    """Return the known word that a slip of the pen may mean, else the word itself.

    The first letter stands; a short word tells too little.
    """
    begun = [each for each in known if each[0] == word[0]]
    if len(word) < SHORT or word in begun:
        return word
    return next(iter(get_close_matches(word, begun, 1, _LIKE)), word)


def _words(offers: _Offers, text: str) -> Iterator[Suggestion]:
    index, words = offers.index, words_of(text, once=False)
    if not words or index.terms.of(text)[-1].exact:
        return
    last = words[-1]
    beginnings = index.search.beginning(last)
    if last in beginnings:
        beginnings.pop(last + "s", None)  # which it finds, too
    likely = nlargest(MOST, beginnings, key=lambda found: (beginnings[found], found))
    # What would become a filter is offered as it was typed, too.
    itself = [last] if last in beginnings or not meaning_of(index, text).q else []
    before = "".join(f"{word} " for word in words[:-1])
    for word in dict.fromkeys((*itself, *(likely if len(last) >= SHORT - 1 else ()))):
        yield from _found(offers, before + word)
