"""A search for several things at once as a filter: "Wales sensors", "Devon broadband"."""

from collections.abc import Sequence
from dataclasses import replace

from regional_news.gazetteer.resolver import searchable
from regional_news.model import Certainty, Resolved
from regional_news.query import GROUPS, BriefFilter, BriefIndex
from regional_news.query.asking import NOTHING, ask
from regional_news.query.councils import news_of
from regional_news.query.fulltext import SHORT, words_of
from regional_news.query.search_terms import Meaning, Term

_LONGEST = 6
"""How many words the name of a council has at most."""


def meaning_of(index: BriefIndex, text: str) -> BriefFilter:
    """Return what ``text`` asks for: options where it names them, words else.

    A name or alias of one theme, region, nation, issue or council is that option, alone or beside
    others: "wifi", "Caerdydd", "Wales sensors". A group of themes stays a word, which finds them
    all; so does the second of two themes: briefs are to have both, where two options of a filter
    find either. A word of one council's names ("Rhondda"), or its beginning ("cardif"), is that
    council, too, where it would find no other's briefs.
    """
    terms, found, words = list(index.terms.of(text)), BriefFilter(), list[str]()
    alone = len(terms) == 1
    small = index.terms.small
    if all(term.said in small for term in terms):
        small = frozenset()  # there is nothing else
    while terms:
        if terms[0].exact:
            words.append(f'"{terms.pop(0).words[0]}"')
            continue
        council, size = _council(index, terms)
        if council:
            found = replace(found, councils=_added(found.councils, (council,)))
            terms = terms[size:]
            continue
        term = terms.pop(0)
        meaning = next((each for each in term.meanings if _is_option(each)), None)
        if meaning and not (meaning.group == "theme" and found.themes):
            group = GROUPS[meaning.group]
            chosen = _added(group.chosen(found), meaning.ids)
            found = replace(found, **{group.field: chosen})  # type: ignore[arg-type]
        else:
            words.extend(() if term.said in small else term.words)
    plain = text.strip() if alone else " ".join(words)
    if alone and words and (council := _begun(index, plain)):
        return BriefFilter(councils=(council,))
    return replace(found, q=plain if words else "")


def as_filter(
    index: BriefIndex, text: str, wanted: BriefFilter, words: BriefFilter = NOTHING
) -> BriefFilter:
    """Return where a search for ``text`` leads from the filter ``wanted``.

    ``words`` is what earlier searches set of it: ``asking`` has the rule.
    """
    return ask(index, meaning_of(index, text), wanted, words).filter


def word_for_option(
    index: BriefIndex, text: str, wanted: BriefFilter, words: BriefFilter = NOTHING
) -> tuple[str, BriefFilter]:
    """Return what to say of the first word that became an option of another name, "" for none.

    "“chatbot” finds all of AI & automation." With it, the filter in which that is only a word.
    """
    terms = index.terms.of(text)
    for term in terms:
        meant = next((each for each in term.meanings if _is_option(each)), None)
        if meant and not meant.has(term.said) and not meaning_of(index, text).q:
            said = [f'"{each.said}"' if each.exact or each is term else each.said for each in terms]
            named = meaning_of(index, " ".join(said))
            only = ask(index, named, wanted, words).filter
            field = GROUPS[meant.group].field
            only = replace(only, **{field: getattr(named, field)})  # in place of the option
            return f"“{term.said}” finds all of {meant.label}.", only
    return "", wanted


def _is_option(meaning: Meaning) -> bool:
    return meaning.group != "theme" or len(meaning.ids) == 1


def _council(index: BriefIndex, terms: Sequence[Term]) -> tuple[str, int]:
    """Return the council that the first terms name, and how many they are."""
    for size in range(min(_LONGEST, len(terms)), 0, -1):
        first = terms[:size]
        if (size == 1 and first[0].meanings) or any(term.exact for term in first):
            continue
        name = " ".join(word for term in first for word in term.words)
        resolution = index.reference.resolver.resolve(name)
        if isinstance(resolution, Resolved) and resolution.certainty is not Certainty.FUZZY:
            return resolution.council.id, size
    return "", 0


def _begun(index: BriefIndex, text: str) -> str:
    """Return the one council with a name in which the text begins a word, "" where none is meant.

    As words the text must find that council's briefs alone; none at all if it is a whole word.
    """
    begun = index.reference.resolver.beginning(text) if len(text) >= SHORT else []
    if len(begun) != 1:
        return ""
    own = replace(news_of(begun[0].id), q=text)
    briefs = len(index.view(BriefFilter(q=text)))
    whole = set(words_of(text)) <= set(words_of(searchable(begun[0])))
    return begun[0].id if briefs == len(index.view(own)) and (briefs or whole) else ""


def _added(chosen: tuple[str, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chosen, *ids)))
