"""A search for several things at once as a filter: "Wales sensors", "Devon broadband"."""

from collections.abc import Sequence
from dataclasses import replace

from regional_news.model import Resolved
from regional_news.query import GROUPS, BriefFilter, BriefIndex
from regional_news.query.search_terms import Meaning, Term

_ALONE = ("region", "issue")
"""What becomes a filter even where it is all that is asked: no text says it better."""

_LONGEST = 6
"""How many words the name of a council has at most."""


def as_filter(
    index: BriefIndex, text: str, wanted: BriefFilter, *, part: bool = False
) -> BriefFilter:
    """Return ``wanted`` with what ``text`` asks for: options where they are meant, words else.

    A theme that is all that is asked for stays words, which find it and those words in any text;
    unless ``text`` is only ``part`` of a question. Of two themes the second stays words: briefs are
    to have both, where two options of a filter find either.
    """
    terms, found, words = list(index.terms.of(text)), wanted, list[str]()
    single, themed = len(terms) == 1 and not part, False
    while terms:
        council, size = ("", 0) if single else _council(index, terms)
        if council:
            found = replace(found, councils=_added(found.councils, (council,)))
            terms = terms[size:]
            continue
        term = terms.pop(0)
        meaning = _meaning(term, single=single)
        if meaning and not (meaning.group == "theme" and themed):
            themed = themed or meaning.group == "theme"
            group = GROUPS[meaning.group]
            chosen = _added(group.chosen(found), meaning.ids)
            found = replace(found, **{group.field: chosen})  # type: ignore[arg-type]
        else:
            words.extend(word for word in term.words if single or word not in index.terms.small)
    plain = text.strip() if single else " ".join(words)
    return replace(found, q=plain if words else "")


def _meaning(term: Term, *, single: bool) -> Meaning | None:
    """Return what a term is a filter for; none where it is only words."""
    return next((m for m in term.meanings if not single or m.group in _ALONE), None)


def _council(index: BriefIndex, terms: Sequence[Term]) -> tuple[str, int]:
    """Return the council that the first terms name, and how many they are."""
    for size in range(min(_LONGEST, len(terms)), 0, -1):
        first = terms[:size]
        if size == 1 and first[0].meanings:
            continue
        name = " ".join(word for term in first for word in term.words)
        resolution = index.reference.resolver.resolve(name)
        if isinstance(resolution, Resolved):
            return resolution.council.id, size
    return "", 0


def _added(chosen: tuple[str, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chosen, *ids)))
