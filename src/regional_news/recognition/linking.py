"""Which council a candidate means: the choice between homonyms, asked for words in prose."""

from collections.abc import Sequence
from functools import lru_cache

from regional_news.gazetteer.designators import Style, name_parts
from regional_news.gazetteer.homonyms import Circumstances, Homonyms
from regional_news.gazetteer.surface_forms import NameKind
from regional_news.model import Council, PartialDate
from regional_news.recognition.candidate import LETTERS, Candidate

_REMEMBERED = 5
"""For so many years after its end a council is still spoken of."""
_COUNCIL = frozenset({Style.COUNCIL})
_NOTHING: frozenset[Style] = frozenset()


class Linker:
    """Tells the councils of one name apart by what stands around it."""

    def __init__(self, homonyms: Homonyms) -> None:
        self._homonyms = homonyms

    def link(self, candidates: Sequence[Candidate], known: Circumstances) -> None:
        """Set which councils each candidate can mean; the sure ones help with the others.

        None where its style belongs to no council of the name: "Chichester City Council".
        """
        for candidate in candidates:
            candidate.councils = self._choose(candidate, known)
        if len(candidates) > 1 and known.on:
            _tell_forerunners(candidates, known.on)
        doubtful = [each for each in candidates if len(each.councils) > 1]
        if not doubtful:
            return
        sure = [each for each in candidates if len(each.councils) == 1]
        near = known._replace(company={each.councils[0].region for each in sure})
        places = {each.councils[0].id for each in sure if each.kind not in LETTERS}
        for candidate in doubtful:
            candidate.councils = self._choose(candidate, near)
            named = tuple(each for each in candidate.councils if each.id in places)
            if candidate.kind in LETTERS and named:
                candidate.councils = named

    def _choose(self, candidate: Candidate, known: Circumstances) -> tuple[Council, ...]:
        title, namings = candidate.title, candidate.namings
        said = _claims_of(candidate.name)
        if title:
            said |= title.styles
        if candidate.has_full_title:
            place = candidate.name.split()
            chosen = self._homonyms.choose(namings, said | _COUNCIL, known, place=place)
        else:
            chosen = self._homonyms.choose(namings, said, known) if said else ()
            chosen = chosen or self._homonyms.choose(namings, _NOTHING, known)
        return tuple([naming.council for naming in chosen])


def _tell_forerunners(candidates: Sequence[Candidate], on: PartialDate) -> None:
    """Take a part of a council's name for its forerunner where the text has the whole name too.

    Beside "Newry, Mourne and Down" the name "Down" is the old district's, in the first years.
    """
    parts = [each for each in candidates if _kind(each) is NameKind.PART]
    wholes = parts and {each.councils[0].id for each in candidates if _kind(each) is NameKind.NAME}
    for each in parts:
        new = each.councils[0].id
        if new in wholes:
            older = [
                naming.council
                for naming in each.namings
                if naming.kind is NameKind.NAME
                and new in naming.council.successors
                and naming.council.end
                and on.year - naming.council.end.year <= _REMEMBERED
            ]
            each.councils = tuple(older[:1]) or each.councils


def _kind(candidate: Candidate) -> NameKind | None:
    """Return how the name relates to the one council that it means, None where they are several."""
    if len(candidate.councils) != 1:
        return None
    (council,) = candidate.councils
    return next((kind for meant, kind in candidate.namings if meant.id == council.id), None)


@lru_cache(maxsize=4096)
def _claims_of(name: str) -> frozenset[Style]:
    """Return what type words within a folded name claim: "city of london"."""
    return name_parts(name).styles
