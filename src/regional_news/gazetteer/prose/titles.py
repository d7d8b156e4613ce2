"""The style around a name: "London Borough of …", "… County Borough Council", "Cyngor Sir …"."""

from regional_news.gazetteer.prose.sighting import Title
from regional_news.gazetteer.typewords import ABBREVIATED, ENGLISH, GAELIC, WELSH, Style
from regional_news.text import Words

_NO_STYLES: frozenset[Style] = frozenset()
_SINGULAR = {
    "councils": "council",
    "boroughs": "borough",
    "authorities": "authority",
    "corporations": "corporation",
    "counties": "county",
    "districts": "district",
    "cities": "city",
}
_STYLES = {
    **{word: styles - {Style.COUNCIL} for word, styles in ENGLISH.items()},
    **dict.fromkeys(("islands", "unitary", "operative", "regional", "strategic"), _NO_STYLES),
    "co": frozenset({Style.COUNTY}),
    "boro": frozenset({Style.BOROUGH}),
    "mb": frozenset({Style.BOROUGH}),
}
_SHORT_COUNCILS = ABBREVIATED.keys() - {"boro", "lb", "rb", "mb", "co", "ua"}
_KINDS_OF_AUTHORITY = frozenset({"combined", "mayoral", "strategic", "unitary", "county"})
_BEFORE_OF = {**_STYLES, "london": _NO_STYLES}
_OF_COUNCILS = frozenset({"council", "corporation", "states", "government"})
_BOROUGHS = frozenset({"london", "royal", "metropolitan"})
_CELTIC = {word: styles - {Style.COUNCIL} for word, styles in {**WELSH, **GAELIC}.items()}
_CELTIC_COUNCILS = frozenset({"cyngor", "comhairle"})
_AFTER_NAMES = frozenset(_STYLES) | _SINGULAR.keys() | _SHORT_COUNCILS
_BEFORE_NAMES = frozenset({"of", "the", "lb", "rb", "county", "co", *_CELTIC})
_JOINED = frozenset({"", " ", "-", "‐", "‑", "–", "\u00a0", "\n"})
_PLACES_OF_LIVING = frozenset({"tax", "house", "houses", "estate", "estates", "flat", "flats"})


def read_title(words: Words, first: int, end: int) -> Title | None:
    """Return the style before and after the name at words ``first`` up to ``end``, or None."""
    before = _read_before(words, first, end) if first else None
    after = _read_after(words, first, end) if end < len(words) else None
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
    if words.folded[end] not in _AFTER_NAMES:
        return None
    styles, at = _NO_STYLES, end
    while at < len(words) and _is_joined(words, at):
        word = words.folded[at]
        if _ends_style(words, at, since=end):
            if words.folded[at + 1 : at + 2] and words.folded[at + 1] in _PLACES_OF_LIVING:
                return None
            claimed = _STYLES.get(_SINGULAR.get(word, word)) or ABBREVIATED.get(word, _NO_STYLES)
            plural = any(each in _SINGULAR for each in words.folded[end : at + 1])
            return Title(first, at + 1, styles | claimed, complete=True, plural=plural)
        if word == "and" and at > end and words.folded[at + 1 : at + 2]:
            if words.folded[at + 1] not in _STYLES:
                break
        elif _SINGULAR.get(word, word) not in _STYLES:
            break
        styles |= _STYLES.get(_SINGULAR.get(word, word), _NO_STYLES)
        at += 1
    capitals = all(words.is_capital(each) for each in range(end, at))
    return Title(first, at, styles, complete=False) if at > end and capitals else None


def _is_joined(words: Words, at: int) -> bool:
    gap = words.gap(at)
    return gap in _JOINED or (gap == ". " and words.folded[at - 1] == "co")


def _ends_style(words: Words, at: int, *, since: int) -> bool:
    """Return whether the word names a body: "Council", "MBC", "Combined Authority", "CoCo"."""
    word = _SINGULAR.get(words.folded[at], words.folded[at])
    if word in {"council", "corporation"}:
        return True
    if word == "authority":
        return not _KINDS_OF_AUTHORITY.isdisjoint(words.folded[since:at])
    if word == "co":
        return at > since and words.folded[at - 1] == "co"
    return word in _SHORT_COUNCILS and words.raw(at) not in {word, word.capitalize()}


def _read_before(words: Words, first: int, end: int) -> Title | None:
    at = first - 1
    word = words.folded[at]
    if word not in _BEFORE_NAMES or words.gap(first) != " ":
        return None
    if word == "the" and at and words.folded[at - 1] == "of":
        at, word = at - 1, "of"
    if word == "of":
        return _read_before_of(words, at, end)
    if word in _CELTIC:
        return _read_celtic(words, first, end)
    if word in {"lb", "rb"} and words.raw(at).isupper():
        return Title(at, end, frozenset({Style.BOROUGH}), complete=True)
    if word in {"county", "co"} and words.is_capital(at):
        return Title(at, end, frozenset({Style.COUNTY}), complete=False)
    return None


def _read_before_of(words: Words, of: int, end: int) -> Title | None:
    """Return the style of "London Boroughs of …", "City of …", "the councils of …"."""
    at = of
    while at and words.gap(at) == " " and _SINGULAR.get(words.folded[at - 1], words.folded[at - 1]) in _BEFORE_OF:
        at -= 1
    said = [_SINGULAR.get(word, word) for word in words.folded[at:of]]
    if not said:
        return None
    plural = said != words.folded[at:of]
    borough = "borough" in said and (plural or words.raw(of - 1) == "Borough" or not _BOROUGHS.isdisjoint(said))
    complete = borough or not _OF_COUNCILS.isdisjoint(said)
    if not complete and not words.is_capital(at):
        return None
    styles = frozenset().union(*(_BEFORE_OF[word] for word in said))
    return Title(at, end, styles, complete=complete, plural=plural)


def _read_celtic(words: Words, first: int, end: int) -> Title | None:
    at = first
    while at and words.gap(at) == " " and words.folded[at - 1] in _CELTIC:
        at -= 1
    said = words.folded[at:first]
    if _CELTIC_COUNCILS.isdisjoint(said):
        return None
    return Title(at, end, frozenset().union(*(_CELTIC[word] for word in said)), complete=True)
