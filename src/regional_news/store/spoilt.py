"""What a spreadsheet spoils in the rows of briefs, found, told in words, and mended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ftfy

from regional_news.gazetteer.listed import names_listed
from regional_news.gazetteer.resolver import Resolver
from regional_news.model import Resolved, brief_id
from regional_news.store.change import Cells

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d+|\d+\.\d+")
_TEXTS = ("issue", "headline", "summary", "source_title")
_COUNCILS = ("councils", "also_mentions")


@dataclass(frozen=True, slots=True)
class Spoil:
    """What is wrong with a row, in words that follow its headline, and the cells that mend it."""

    row: int
    headline: str
    words: str
    cells: Cells


def spoils(rows: Sequence[Cells], resolver: Resolver) -> Iterator[Spoil]:
    """Yield what a spreadsheet spoilt in rows, each as it would be mended by itself.

    Ids that became numbers or stand twice are given anew; broken characters are put right; the
    names of councils that are parted by commas are parted by semicolons.
    """
    seen: set[str] = set()
    for at, row in enumerate(rows):
        headline = ftfy.fix_encoding(row.get("headline", ""))
        for words, cells in (*_broken(row), *_ids(row, seen), *_councils(row, resolver)):
            yield Spoil(at, headline, words, cells)


def mended(rows: Sequence[Cells], resolver: Resolver) -> list[Cells]:
    """Return the rows without what ``spoils`` finds."""
    made = [dict(row) for row in rows]
    for spoil in spoils(rows, resolver):
        made[spoil.row] |= spoil.cells
    return list(made)


def _broken(row: Cells) -> Iterator[tuple[str, Cells]]:
    fixed = {name: ftfy.fix_encoding(row.get(name, "")) for name in _TEXTS}
    cells = {name: text for name, text in fixed.items() if text != row.get(name, "")}
    if cells:
        yield "has broken characters, as â€™ in place of ’", cells


def _ids(row: Cells, seen: set[str]) -> Iterator[tuple[str, Cells]]:
    """Yield what is wrong with the id of a row; those of the rows before it are ``seen``."""
    given = row.get("id", "").strip()
    made = brief_id(*(row.get(name, "") for name in ("issue", "region", "summary")))
    words = ""
    if _NUMBER.fullmatch(given):
        words = "has a number as its id, which a spreadsheet made of it"
    elif given and given in seen:
        words = "has the id of another brief, as a copied row has"
    for number in range(len(seen)):
        if made not in seen:
            break
        made = brief_id(made, str(number), "")
    seen.add(made if words else given)
    if words:
        yield words, {"id": made}


def _councils(row: Cells, resolver: Resolver) -> Iterator[tuple[str, Cells]]:
    def is_name(name: str) -> bool:
        return isinstance(resolver.resolve(name), Resolved)

    for column in _COUNCILS:
        cell = row.get(column, "")
        if "," not in cell:
            continue
        parted = "; ".join(names_listed(cell, is_name))
        if parted.count(";") > cell.count(";"):
            yield "has councils that are parted by commas", {column: parted}
