"""What a written name can mean: the councils that it fits, before region and date are asked."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import NameParts, Style, name_parts, parts_of
from regional_news.gazetteer.fuzzy import closest, nearest, with_type_words_mended
from regional_news.gazetteer.homonyms import GIVEN, Fit, Homonyms, Naming
from regional_news.gazetteer.place_index import PlaceIndex
from regional_news.gazetteer.places import letters_of, place_key
from regional_news.gazetteer.stoplist import LETTERS_WITH_OTHER_MEANINGS, refusal
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Ambiguous, Council, Unknown
from regional_news.text import fold

_EITHER = re.compile(r"[/|()\[\]]|\s[-–—]\s")
_BOTH = re.compile(r",| and ")
_SPACES = re.compile(r"[\W_]+")
_NOTES = re.compile(
    r"\((?:B|UA|DC|CC)\)|\b[A-Z]{2}-[A-Z]{3}\b"
    r"|,\s*(?:England|Scotland|Wales|(?:Northern )?Ireland|UK)\s*\Z"
)
"""What lists put behind a name: "Halton (B)", "Cardiff [Caerdydd GB-CRD]", "Leeds, England"."""
_CORPORATE = re.compile(
    r"^(?:the )?(?:(?:lord )?mayor(?:,? aldermen| and commonalty)?,? and (?:burgesses|citizens)"
    r"|common council) of "
)
"""How a charter names a council: "the mayor and burgesses of the London Borough of Camden"."""
_LETTERS_FOR_A_SLIP = 8
_FEWEST_LETTERS_FOR_A_SLIP = 5
_SHIRE = "shire"


@dataclass(frozen=True, slots=True)
class Reading:
    """The councils that a name fits, and its type words; ``fuzzy`` says that it was mended.

    ``in_doubt`` says that it is too little to tell alone, be it for one council.
    """

    namings: tuple[Naming, ...]
    parts: NameParts
    fuzzy: bool = False

    @property
    def needs_region(self) -> bool:
        """Whether all that stands for the place is one letter of it: "UDC"."""
        return all(
            kind is NameKind.INITIALS and len(letters_of(parts_of(council.name).place)) == 1
            for council, kind in self.namings
        )

    @property
    def means_something_else(self) -> bool:
        """Whether it is letters alone that mostly mean something else: "BCP"."""
        return (
            not self.parts.type_words and "".join(self.parts.place) in LETTERS_WITH_OTHER_MEANINGS
        )


class NameParser:
    """Reads names by the places and the initials of one gazetteer."""

    def __init__(self, gazetteer: Gazetteer, homonyms: Homonyms, index: PlaceIndex) -> None:
        self._gazetteer = gazetteer
        self._homonyms = homonyms
        self._index = index

    def read(self, name: str) -> Reading | Ambiguous | Unknown:
        """Return what ``name`` can mean: councils to choose from, several at once, or nothing."""
        name = _NOTES.sub("", name)
        folded = _CORPORATE.sub("", fold(name))
        return (
            self._read_one(folded)
            or self._read_alternatives([fold(piece) for piece in _EITHER.split(name)])
            or self._read_joint(_BOTH.split(folded))
            or self._read_misspelt(folded)
            or Unknown()
        )

    def _read_one(self, folded: str) -> Reading | Unknown | None:
        parts = name_parts(folded)
        bearers = self._index.bearers(parts)
        right = [each for each in bearers if self._homonyms.fit(each, parts.styles) is Fit.RIGHT]
        if right and (reading := self._fitting(bearers, parts)):
            return reading
        spaced = self._spaced.get(_SPACES.sub("", folded), folded)
        if spaced != folded:
            return self._read_one(spaced)
        if reason := refusal(parts):
            return Unknown(reason)
        return self._fitting(bearers, parts, self._namesakes(parts))

    def _fitting(
        self, bearers: Sequence[Naming], parts: NameParts, namesakes: Sequence[Naming] = ()
    ) -> Reading | None:
        found = self._homonyms.fitting(bearers, parts.styles, parts.place)
        if found and namesakes:  # its type words are those of the one, its place the other's
            return Reading((*found, *namesakes), parts._replace(before=(), after=()))
        return Reading(tuple(found), parts) if found else None

    def _read_alternatives(self, pieces: Sequence[str]) -> Reading | Ambiguous | Unknown | None:
        """Return what several names of one council mean: "Ynys Môn / Isle of Anglesey".

        A piece that is no name is left out where the others say that they are councils: "Crawley
        Borough Council (the borough)" is one, "Perth (Australia)" is none.
        """
        readings = {piece: self._read_one(piece) for piece in pieces if piece}
        refused = [reading for reading in readings.values() if isinstance(reading, Unknown)]
        if refused:
            return refused[0]
        found = {piece: each for piece, each in readings.items() if isinstance(each, Reading)}
        if len(found) < len(readings) and not all(name_parts(each).type_words for each in found):
            return None
        return _shared_or_all([*found.values()]) if found else None

    def _read_joint(self, pieces: Sequence[str]) -> Reading | Ambiguous | None:
        """Return the councils of a name that joins theirs: "Adur and Worthing Councils"."""
        readings = [self._read_one(piece) for piece in pieces]
        found = [reading for reading in readings if isinstance(reading, Reading)]
        return _shared_or_all(found) if len(found) == len(pieces) > 1 else None

    def _read_misspelt(self, folded: str) -> Reading | None:
        """Return what a name with a slip of the pen in its place or its type words means."""
        mended = with_type_words_mended(folded)
        reading = self._read_one(mended) if mended != folded else None
        if reading is None:
            reading = self._read_misspelt_place(name_parts(mended))
        return replace(reading, fuzzy=True) if isinstance(reading, Reading) else None

    def _read_misspelt_place(self, parts: NameParts) -> Reading | None:
        meant = self._nearest(parts)
        vouched = len(place_key(parts.place)) >= _LETTERS_FOR_A_SLIP or _as_titled(meant, parts)
        return Reading(meant, parts) if meant and vouched else None

    def slips(self, name: str) -> tuple[Council, ...]:
        """Return the councils that a name is fewest slips away from, whatever vouches for it."""
        found = self._nearest(name_parts(with_type_words_mended(fold(name))), closest)
        return tuple({naming.council.id: naming.council for naming in found}.values())

    def _nearest(
        self, parts: NameParts, among: Callable[..., tuple[Naming, ...]] = nearest
    ) -> tuple[Naming, ...]:
        key = place_key(parts.place)
        if len(key) < _FEWEST_LETTERS_FOR_A_SLIP:
            return ()
        return among(key, self._index.by_place, lambda naming: self._may_be_meant(naming, parts))

    def _may_be_meant(self, naming: Naming, parts: NameParts) -> bool:
        return naming.kind in GIVEN and self._homonyms.fit(naming, parts.styles) is Fit.RIGHT

    def _namesakes(self, parts: NameParts) -> tuple[Naming, ...]:
        """Return whom a shire called a city or the like may mean: its town."""
        key = place_key(parts.place)
        if Style.COUNTY in parts.styles or not key.endswith(_SHIRE):
            return ()
        return self._index.by_place.get(key.removesuffix(_SHIRE), ())

    @cached_property
    def _spaced(self) -> Mapping[str, str]:
        """Every name by what is left without its spaces, for "PeterboroughCity Council"."""
        names = (fold(name) for council in self._gazetteer for name in _in_words(council))
        return {_SPACES.sub("", name): name for name in names}


def _in_words(council: Council) -> Iterable[str]:
    other = (name for names in council.languages.values() for name in names)
    return (council.name, f"{council.short_name} Council", *council.aliases, *other)


def _as_titled(namings: Iterable[Naming], parts: NameParts) -> bool:
    """Return whether the type words are those of an official name, which vouch for the rest."""
    return any(parts_of(each.council.name).styles == parts.styles for each in namings)


def _shared_or_all(found: Sequence[Reading]) -> Reading | Ambiguous:
    """Return the councils that all names of several share; all of them where there are none."""
    shared = set.intersection(*({each.council.id for each in one.namings} for one in found))
    if shared:
        first = found[0]
        kept = tuple(each for each in first.namings if each.council.id in shared)
        return replace(first, namings=kept)
    councils = {each.council.id: each.council for one in found for each in one.namings}
    return Ambiguous(tuple(councils.values()))
