"""What a written name can mean: the councils that it fits, before region and date are asked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from regional_news.gazetteer.acronyms import Initials, initialled, initials_index
from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import NameParts, Style, name_parts, parts_of
from regional_news.gazetteer.fuzzy import nearest, with_type_words_mended
from regional_news.gazetteer.place_index import Bearer, Claim, Fit, PlaceIndex
from regional_news.gazetteer.places import key_of
from regional_news.gazetteer.stoplist import refusal
from regional_news.gazetteer.surface_forms import FormKind, forms
from regional_news.model import Ambiguous, Certainty, Unknown
from regional_news.text import fold

_EITHER = re.compile(r"[/|()\[\]]|\s[-–—]\s")
_BOTH = re.compile(r",| and ")
_SPACES = re.compile(r"[\W_]+")
_LETTERS_FOR_A_SLIP = 8
_FEWEST_LETTERS_FOR_A_SLIP = 5
_SHIRE = "shire"
_SHIRES_OF_TOWNS = {"lancaster": "lancashire", "chester": "cheshire", "southampton": "hampshire"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The councils that a name fits; ``needs_region`` says that it is too little to tell alone."""

    bearers: tuple[Bearer, ...]
    needs_region: bool = False


class NameParser:
    """Reads names by the places, the rewritings and the initials of one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.bearers = PlaceIndex(gazetteer)

    def read(self, name: str) -> Reading | Ambiguous | Unknown:
        """Return what ``name`` can mean: councils to choose from, several at once, or nothing."""
        folded = fold(name)
        return (
            self._read_one(folded)
            or self._read_alternatives([fold(piece) for piece in _EITHER.split(name)])
            or self._read_joint(_BOTH.split(folded))
            or self._read_misspelt(folded)
            or Unknown()
        )

    def _read_one(self, folded: str) -> Reading | Unknown | None:
        parts = name_parts(folded)
        bearers = self.bearers.by_place.get(key_of(parts), ()) if parts.place else ()
        if right := [bearer for bearer in bearers if bearer.fits(parts.styles)]:
            return Reading(_names_before_halves(right, parts))
        if run_together := self._run_together.get(_SPACES.sub("", folded)):
            return Reading(run_together)
        if reason := refusal(parts):
            return Unknown(reason)
        if letters := initialled(self._initials, parts):
            found = tuple(each.bearer for each in letters)
            return Reading(found, needs_region=not any(each.sure for each in letters))
        wrong = [bearer for bearer in bearers if bearer.fit(parts.styles) is Fit.WRONG]
        if not wrong:
            return None
        return _marked(Reading((*wrong, *self._namesakes(parts))), Certainty.ALIAS)

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
        return _shared_or_all([each.bearers for each in found.values()]) if found else None

    def _read_joint(self, pieces: Sequence[str]) -> Reading | Ambiguous | None:
        """Return the councils of a name that joins theirs: "Adur and Worthing Councils"."""
        readings = [self._read_one(piece) for piece in pieces]
        found = [reading.bearers for reading in readings if isinstance(reading, Reading)]
        return _shared_or_all(found) if len(found) == len(pieces) > 1 else None

    def _read_misspelt(self, folded: str) -> Reading | None:
        """Return what a name with a slip of the pen in its place or its type words means."""
        mended = with_type_words_mended(folded)
        reading = self._read_one(mended) if mended != folded else None
        if reading is None:
            reading = self._read_misspelt_place(name_parts(mended))
        return _marked(reading, Certainty.FUZZY) if isinstance(reading, Reading) else None

    def _read_misspelt_place(self, parts: NameParts) -> Reading | None:
        key = key_of(parts)
        if len(key) < _FEWEST_LETTERS_FOR_A_SLIP:
            return None
        meant = nearest(
            key,
            self.bearers.by_place,
            lambda bearer: bearer.claim is Claim.NAME and bearer.fits(parts.styles),
        )
        vouched = len(key) >= _LETTERS_FOR_A_SLIP or _as_titled(meant, parts)
        return Reading(meant) if meant and vouched else None

    def _namesakes(self, parts: NameParts) -> tuple[Bearer, ...]:
        """Return whom a town called a county may mean, or a shire called a city or the like."""
        key = key_of(parts)
        if Style.COUNTY in parts.styles:
            namesake = _SHIRES_OF_TOWNS.get(key, key + _SHIRE)
        else:
            namesake = key.removesuffix(_SHIRE)
        known = {each.council.id for each in self.bearers.by_place[key]}
        bearers = self.bearers.by_place.get(namesake, ())
        return tuple(each for each in bearers if each.council.id not in known)

    @cached_property
    def _initials(self) -> Initials:
        return initials_index(self._gazetteer)

    @cached_property
    def _run_together(self) -> Mapping[str, tuple[Bearer, ...]]:
        """Every form without its spaces, for "PeterboroughCity Council"."""
        found: dict[str, dict[str, Bearer]] = defaultdict(dict)
        for form in forms(self._gazetteer):
            if form.kind is not FormKind.ABBREVIATION:
                bearer = Bearer(form.council, frozenset(), Claim.NAME, Certainty.ALIAS)
                found[_SPACES.sub("", form.text)][form.council.id] = bearer
        return {key: tuple(bearers.values()) for key, bearers in found.items()}


def _marked(reading: Reading, certainty: Certainty) -> Reading:
    bearers = tuple(replace(bearer, certainty=certainty) for bearer in reading.bearers)
    return replace(reading, bearers=bearers)


def _names_before_halves(right: list[Bearer], parts: NameParts) -> tuple[Bearer, ...]:
    """Return the bearers; where type words are written, a whole name goes before a half of one."""
    names = tuple(bearer for bearer in right if bearer.claim is not Claim.HALF)
    return names if names and parts.styles - {Style.COUNCIL} else tuple(right)


def _as_titled(bearers: Iterable[Bearer], parts: NameParts) -> bool:
    """Return whether the type words are those of an official name, which vouch for the rest."""
    return any(parts_of(each.council.name).styles == parts.styles for each in bearers)


def _shared_or_all(found: Sequence[tuple[Bearer, ...]]) -> Reading | Ambiguous:
    """Return the councils that all names of several share; all of them where there are none."""
    shared = set.intersection(*({each.council.id for each in bearers} for bearers in found))
    if shared:
        return Reading(tuple(each for each in found[0] if each.council.id in shared))
    councils = {each.council.id: each.council for bearers in found for each in bearers}
    return Ambiguous(tuple(councils.values()))
