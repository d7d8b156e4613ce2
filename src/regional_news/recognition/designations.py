"""The style around a name: "London Borough of …", "… County Borough Council", "Cyngor Sir …"."""

from collections.abc import Iterable
from functools import lru_cache

from regional_news.gazetteer.designators import (
    ABBREVIATED,
    CELTIC,
    CELTIC_BODIES,
    ENGLISH,
    FILLERS,
    PLURALS,
    Style,
    claims,
)
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Title
from regional_news.text import Words

_AFTER = ENGLISH.keys() | PLURALS.keys() | FILLERS | {"co", "boro", "mb"}
_BEFORE_OF = _AFTER - {"co", "boro", "mb", "operative"} | {"london"}
_BEFORE = frozenset({"of", "the", "lb", "rb", "county", "co"}) | CELTIC
_LETTERS = ABBREVIATED.keys() - {"boro", "lb", "rb", "mb", "co", "ua"}

_BODIES = frozenset({"council", "councils", "corporation", "corporations"})
_AUTHORITIES = frozenset({"authority", "authorities"})
_BODIES_IN_CONTEXT = _AUTHORITIES | _LETTERS | {"co"}
_KINDS_OF_AUTHORITY = frozenset({"combined", "mayoral", "strategic", "unitary", "county"})
_BODIES_BEFORE_OF = _BODIES | {"states", "government"}
_KINDS_OF_BOROUGH = frozenset({"london", "royal", "metropolitan", "boroughs"})
_CELTIC_STYLE = CELTIC | {"agus", "a"}
_LONGEST_STYLE = 8
APOSTROPHES = frozenset("'’‘ʼ＇")
_JOINED = frozenset({"", " ", "-", "‐", "‑", "–", "\u00a0", "\n"})


def read_title(words: Words, first: int, end: int) -> Title | None:
    """Return the style before and after the name at words ``first`` up to ``end``, or None."""
    folded = words.folded
    before = _read_before(words, first, end) if first and folded[first - 1] in _BEFORE else None
    after = None
    if end < len(folded):
        if folded[end] in _AFTER or folded[end] in _LETTERS:
            after = _read_after(words, first, end)
        elif folded[end] == "s" and words.gap(end) in APOSTROPHES:
            after = _read_possessed(words, first, end + 1)
    if before is None or after is None:
        return before or after
    return Title(
        before.first,
        after.end,
        before.styles | after.styles,
        complete=before.complete or after.complete,
        plural=before.plural or after.plural,
    )


def _read_after(words: Words, first: int, end: int) -> Title | None:
    """Return the style after a name; "City" without "Council" only where it has a capital."""
    folded, at = words.folded, end
    last = min(len(folded), end + _LONGEST_STYLE)
    while at < last and (words.gap(at) == " " or _is_joined(words, at)):
        word = folded[at]
        if word in _BODIES:
            if at + 1 < len(folded) and folded[at + 1] in lex.DWELLINGS:
                return None
            return _title(first, at + 1, folded[end : at + 1], complete=True)
        if word in _BODIES_IN_CONTEXT and _is_body(words, at, since=end):
            return _title(first, at + 1, folded[end : at + 1], complete=True)
        if word not in _AFTER and not (
            word == "and" and _AFTER.issuperset(folded[at + 1 : at + 2])
        ):
            break
        at += 1
    if at == end or not all(each in words.capitals for each in range(end, at)):
        return None
    return _title(first, at, folded[end:at], complete=False)


def _read_possessed(words: Words, first: int, end: int) -> Title | None:
    """Return the style of "Dorset's unitary council"; several councils are not the place's own."""
    title = _read_after(words, first, end)
    if title is None or title.plural or words.folded[title.end : title.end + 1] == ["of"]:
        return None
    return title if title.complete else None


def _is_joined(words: Words, at: int) -> bool:
    gap = words.gap(at)
    return gap in _JOINED or (gap == ". " and words.folded[at - 1] == "co")


def _is_body(words: Words, at: int, *, since: int) -> bool:
    """Return whether the word names a body here: "MBC", "Combined Authority", "Co. Co."."""
    word = words.folded[at]
    if word in _AUTHORITIES:
        return not _KINDS_OF_AUTHORITY.isdisjoint(words.folded[since:at])
    if word == "co":
        return at > since and words.folded[at - 1] == "co"
    return word in _LETTERS and words.raw(at)[1:] != word[1:]


def _read_before(words: Words, first: int, end: int) -> Title | None:
    if words.gap(first) != " ":
        return None
    at, word = first - 1, words.folded[first - 1]
    if word == "the" and at and words.folded[at - 1] == "of":
        at, word = at - 1, "of"
    if word == "of":
        return _read_before_of(words, at, end)
    if word in CELTIC:
        return _read_celtic(words, first, end)
    if word in {"lb", "rb"} and words.raw(at).isupper():
        return Title(at, end, frozenset({Style.BOROUGH}), complete=True)
    if word in {"county", "co"} and at in words.capitals:
        return Title(at, end, frozenset({Style.COUNTY}), complete=False)
    return None


def _read_before_of(words: Words, of: int, end: int) -> Title | None:
    """Return the style of "London Boroughs of …", "City of …", "the councils of …"."""
    at = of
    farthest = max(0, of - _LONGEST_STYLE)
    while at > farthest and words.gap(at) == " " and words.folded[at - 1] in _BEFORE_OF:
        at -= 1
    said = frozenset(words.folded[at:of])
    borough = words.raw(of - 1) == "Borough" if of else False
    complete = borough or not (_KINDS_OF_BOROUGH | _BODIES_BEFORE_OF).isdisjoint(said)
    if not said or not (complete or at in words.capitals):
        return None
    return _title(at, end, said, complete=complete)


def _read_celtic(words: Words, first: int, end: int) -> Title | None:
    at = first
    farthest = max(0, first - _LONGEST_STYLE)
    while at > farthest and words.gap(at) == " " and words.folded[at - 1] in _CELTIC_STYLE:
        at -= 1
    said = words.folded[at:first]
    return None if CELTIC_BODIES.isdisjoint(said) else _title(at, end, said, complete=True)


def _title(first: int, end: int, said: Iterable[str], *, complete: bool) -> Title:
    """Return the title that the type words claim; "council" alone claims no style."""
    styles, plural = _claims(tuple(said))
    return Title(first, end, styles, complete, plural)


@lru_cache(maxsize=512)
def _claims(said: tuple[str, ...]) -> tuple[frozenset[Style], bool]:
    """Return the styles that type words claim, and whether they are in the plural."""
    styles = claims(said) - {Style.COUNCIL}
    return styles, not PLURALS.keys().isdisjoint(said)
