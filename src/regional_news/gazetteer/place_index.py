"""Who bears a place: for each place that council names name, the councils that it can stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import NameParts, Style, name_parts, parts_of
from regional_news.gazetteer.homonyms import Naming, is_to_come
from regional_news.gazetteer.places import place_key
from regional_news.gazetteer.surface_forms import AREAS, NameKind, SurfaceForm, surface_forms
from regional_news.model import Certainty, Council, Resolved
from regional_news.text import fold

Namings = tuple[Naming, ...]


@lru_cache(maxsize=1)
def forms_and_places(gazetteer: Gazetteer) -> tuple[list[SurfaceForm], Mapping[str, Namings]]:
    """Return all that councils are called, and each place's councils by the key of the place.

    A council stands once for a place, as the surest of its forms. Kept for who asks next: what
    resolves names and what finds them in texts begin with the same.
    """
    forms = [*surface_forms(gazetteer)]
    index: dict[str, dict[str, Naming]] = defaultdict(dict)
    for council, form_kind, words in forms:
        key = key_of(words)
        kind = NameKind.NAME if form_kind is NameKind.BODY else form_kind
        if key and kind is not NameKind.SEAT:
            known = index[key].get(council.id)
            if known is None or _ORDER[kind] < _ORDER[known.kind]:
                index[key][council.id] = Naming(council, kind)
    return forms, {key: tuple(namings.values()) for key, namings in index.items()}


@lru_cache(maxsize=8192)
def key_of(words: tuple[str, ...]) -> str:
    """Return the key of the place in folded words, "" where they are type words alone."""
    return place_key(name_parts(" ".join(words)).place)


class PlaceIndex:
    """The councils of a gazetteer by the places that their written forms name.

    ``by_place`` gives each council of a place once, as the surest of its forms. ``settled`` has
    the names, as spelled in the register and plain, and the codes that mean one council at any
    time and in any region: names of a place with one bearer, and official names that no other
    council bears or bore.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        _, self.by_place = forms_and_places(gazetteer)
        self.settled = {**_codes(gazetteer), **dict(self._names_of_one(gazetteer))}

    def bearers(self, parts: NameParts) -> Namings:
        """Return the councils that the place of a written name can stand for."""
        return self.by_place.get(place_key(parts.place), ()) if parts.place else ()

    def _names_of_one(self, gazetteer: Gazetteer) -> Iterator[tuple[str, Resolved]]:
        borne = _borne(gazetteer)
        for council in gazetteer:
            for written, kind in _spelled(council):
                parts = parts_of(written)
                bearers = [each for each in self.bearers(parts) if each.kind not in _LOOSE]
                official = kind is NameKind.NAME and bool(parts.type_words)
                alone = len(bearers) == 1 and _fits(council, parts)
                first = official and borne[parts.plain] == {council.id}
                shared = len(bearers) > 1 and is_to_come(council, None)
                if alone or (first and not shared):
                    certainty = Certainty.EXACT if kind is NameKind.NAME else Certainty.ALIAS
                    for spelling in (written, parts.plain):
                        yield spelling, Resolved(council, certainty)


def _spelled(council: Council) -> Iterator[tuple[str, NameKind]]:
    """Yield the names of a council as the register spells them, the official one last."""
    for names in council.languages.values():
        yield from ((name, NameKind.LANGUAGE) for name in names)
    yield from ((name, NameKind.ALIAS) for name in council.aliases)
    yield from ((name, NameKind.NAME) for name in (council.short_name, council.name))


def _borne(gazetteer: Iterable[Council]) -> Mapping[str, set[str]]:
    """Return the ids of all councils that have each plain name, be it as an alias."""
    borne: dict[str, set[str]] = defaultdict(set)
    for council in gazetteer:
        for written, _ in _spelled(council):
            borne[parts_of(written).plain].add(council.id)
    return borne


def _codes(gazetteer: Iterable[Council]) -> dict[str, Resolved]:
    """Return what the codes of the Office for National Statistics mean, those in use first."""
    codes: dict[str, Resolved] = {}
    for council in gazetteer:
        for code in council.former_gss_codes:
            codes.setdefault(fold(code), Resolved(council, Certainty.ALIAS))
    now = {each.gss_code: Resolved(each, Certainty.EXACT) for each in gazetteer if each.gss_code}
    return codes | {fold(code): council for code, council in now.items()} | now


def _fits(council: Council, parts: NameParts) -> bool:
    """Return whether a name says what it is where its place alone is an area."""
    return council.type not in AREAS or Style.COMBINED in parts.styles or not parts.styles


_ORDER = {kind: number for number, kind in enumerate(NameKind)}
_LOOSE = frozenset({NameKind.STEM, NameKind.INITIALS, NameKind.PLACE_INITIALS})
