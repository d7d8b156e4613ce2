"""Ids that a spreadsheet made numbers of, or that stand twice, and which they were before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from regional_news.gazetteer.regions import Regions
from regional_news.model import brief_id
from regional_news.store.change import Cells
from regional_news.store.earlier import Earlier

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+|\d+\.\d+")
_SHORT = re.compile(r"\d{1,11}")
"""What is left of twelve figures that began with noughts."""
_AS_MADE = re.compile(r"[0-9a-f]{12}")
"""An id as it was given, even one that looks like a number: no spreadsheet writes one so."""

_WAS_NUMBER = "has a number as its id, which a spreadsheet made of it; it gets "
_OLD = _WAS_NUMBER + "its old id back"
_NEW = (
    _WAS_NUMBER + "a new one, made from its text; if the text was mended since it was added, "
    "links to this brief that people have kept no longer work"
)
_COPIED = "has the id of another brief, as a copied row has; it gets one of its own"
_COPY = f"{_COPIED}, and since it says the same word for word, it can then be removed as a copy"

Found = tuple[int, str, str]
"""The number of a row, what is wrong with its id in words, and the id to give it."""


def spoilt_ids(rows: Sequence[Cells], regions: Regions, earlier: Earlier) -> Iterator[Found]:
    """Yield each row whose id is spoilt."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        places[row.get("id", "").strip()].append(at)
    taken = {each for each in places if not _is_written_number(each)}
    for given, found in places.items():
        known = {at: _known(rows[at], regions, earlier) for at in found if _is_odd(given, found)}
        numbers = [at for at in known if _is_number(given, known[at])]
        keeper = next((at for at in known if given in known[at]), found[0])
        for at in numbers or [at for at in known if at != keeper]:
            old = _old(rows[at], given, known[at], earlier, taken) if numbers else ""
            new = old or _fresh(known[at][-1], taken)
            taken.add(new)
            copied = _COPY if _says_the_same(rows[at], rows[keeper]) else _COPIED
            yield at, (_OLD if old else _NEW) if numbers else copied, new


def _says_the_same(one: Cells, other: Cells) -> bool:
    return {**one, "id": ""} == {**other, "id": ""}


def _is_odd(given: str, found: Sequence[int]) -> bool:
    looks_so = _is_written_number(given) or bool(_SHORT.fullmatch(given))
    return bool(given) and (len(found) > 1 or looks_so)


def _is_written_number(given: str) -> bool:
    return bool(_NUMBER.fullmatch(given)) and not _AS_MADE.fullmatch(given)


def _known(row: Cells, regions: Regions, earlier: Earlier) -> list[str]:
    """Return the ids that a brief may have had: those of the journal, last that of its words."""
    before = [each.get("id", "") for each in earlier.of_brief(row)]
    region = regions.recognise(row.get("region", ""))
    made = brief_id(row.get("issue", ""), region.id if region else "", row.get("summary", ""))
    return [*dict.fromkeys(each for each in before if each != made), made]


def _is_number(given: str, known: Sequence[str]) -> bool:
    short = _SHORT.fullmatch(given) and given not in known
    return _is_written_number(given) or bool(
        short and any(_reads_as(each, given) for each in known)
    )


def _old(row: Cells, given: str, known: Sequence[str], earlier: Earlier, taken: set[str]) -> str:
    """Return the id that a brief had before a number was made of it; empty where nobody knows."""
    same_text = (each.get("id", "") for each in earlier.of_brief(row, by=("summary",)))
    old = [*(each for each in known if _reads_as(each, given)), *same_text]
    sound = (each for each in old if each and each not in taken and not _is_written_number(each))
    return next(sound, "")


def _reads_as(old: str, written: str) -> bool:
    """Return whether a spreadsheet reads an id as the number that is written."""
    number = written.replace(",", ".").upper()
    mantissa = number.partition("E")[0]
    decimals = len(mantissa.partition(".")[2])
    try:
        rounded = f"{float(old):.{decimals}E}" if "E" in number else old
        return float(rounded) == float(number)
    except (ValueError, OverflowError):
        return False


def _fresh(made: str, taken: set[str]) -> str:
    """Return the id that a brief's words make, or another where that is taken."""
    fresh, number = made, 0
    while fresh in taken:
        fresh, number = brief_id(made, str(number), ""), number + 1
    return fresh
