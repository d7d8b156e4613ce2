"""Which column of a spreadsheet holds what of a brief, told by its name and its cells."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from math import inf

from regional_news.gazetteer.listed import names_listed
from regional_news.model import Unknown
from regional_news.reference import Reference
from regional_news.table.schema import FILE_COLUMNS
from regional_news.text import fold

LABELS: Mapping[str, str] = {
    "headline": "Headline",
    "summary": "Text",
    "region": "Region",
    "councils": "Councils it is about",
    "council_ids": "Councils, as in web addresses",
    "also_mentions": "Councils it only mentions",
    "themes": "Themes",
    "theme_ids": "Themes, as in web addresses",
    "issue": "Issue",
    "published": "Published",
    "source_title": "Title of the source",
    "source_url": "Address of the source",
    "id": "Id",
}
"""What a column can hold, in the words for people."""

_ALSO = {
    "headline": ("title", "heading", "heading line", "title line", "subject"),
    "summary": (
        *("text", "brief", "story", "description", "body", "content", "contents", "details"),
        *("item", "news", "news item", "article", "entry", "copy", "blurb", "notes", "message"),
        *("what happened", "what they did", "what", "what it said", "what it says"),
        *("full text", "main text", "write up"),
    ),
    "region": ("nation", "area", "nation or region", "region or nation", "nation/region"),
    "councils": (
        *("council", "authority", "authorities", "local authority", "local authorities"),
        *("la", "las", "about", "who", "where"),
    ),
    "council_ids": ("councils, by their ids",),
    "theme_ids": ("themes, by their ids",),
    "also_mentions": ("mentions", "mentioned", "also", "other councils", "only mentions"),
    "themes": ("theme", "topic", "topics", "category", "categories", "tags", "tag", "subject area"),
    "issue": (
        *("edition", "magazine", "issue name", "publication", "issue number"),
        *("printed in", "published in", "appeared in", "volume", "vol", "number"),
        *("magazine number", "edition number", "volume number"),
    ),
    "published": (
        *("date", "dated", "month", "publication date", "issue date", "date of issue"),
        *("when", "year"),
    ),
    "source_title": ("source", "source name"),
    "source_url": ("url", "link", "address", "web address", "source link", "website"),
    "id": ("brief id", "ref", "reference"),
}
_VAGUE = frozenset({"where", "who", "about", "area"})
"""Names of columns with regions as well as of such with councils: the cells tell which."""
_FILLING = frozenset({"the", "of", "our", "name", "names", "column", "this"})
TEMPLATE = tuple(column for column in FILE_COLUMNS if column != "id")
"""The columns of the template, those of the file without the id, which the app gives."""

_PROSE, _LONG_PROSE = 9, 16
"""Words in a cell, on average, from which a column is taken for the text: one that nothing is known
of, and one that by its name holds headlines."""
_LONGER = 1.5
"""By which factor the prose of a column is longer than that of another for it to be the text."""
_ENOUGH_ROWS = 100


def columns_of(
    titles: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    named: Callable[[str], str] = lambda _: "",
) -> tuple[str, ...]:
    """Return what each column holds, "" where neither its name nor its cells tell; each thing once.

    The text is the column with the longest prose of those that are called so, or of those whose
    names tell nothing else. Under a vague name, as “Where”, stands what most of its cells name;
    ``named`` says of a cell whether that is a "region" or "councils". A clear name goes before.

    >>> columns_of(["Title", "DATE", "Local authority", "Colour"])
    ("headline", "published", "councils", "")
    """
    first = list(islice(rows, _ENOUGH_ROWS))
    meant = ["" if _counts(title, first, at) else _meant(title) for at, title in enumerate(titles)]
    prose = _prose(len(titles), first)
    text = _text_among(meant, prose)
    vague = {at for at, title in enumerate(titles) if _said(_IN_BRACKETS.sub(" ", title)) in _VAGUE}
    for at in vague:
        meant[at] = _most([named(row[at]) for row in first if row[at]]) or meant[at]
    found = [""] * len(meant)
    for place in sorted(range(len(meant)), key=vague.__contains__):
        if place == text:
            found[place] = "summary"
        elif meant[place] != "summary" and meant[place] not in found:
            found[place] = meant[place]
    return tuple(found)


def named_in(cell: str, reference: Reference) -> str:
    """Return whether a cell names a "region" or "councils"; "" where it names neither."""
    if reference.regions.recognise(cell):
        return "region"

    def is_name(name: str) -> bool:
        return not isinstance(reference.resolver.resolve(name), Unknown)

    return "councils" if any(map(is_name, names_listed(cell, is_name))) else ""


def known_in(cells: Iterable[str]) -> int:
    """Return how many different things of a brief the cells of a row are names for."""
    return len({_meant(cell) for cell in cells} - {""})


def is_prose(cells: Iterable[str]) -> bool:
    """Return whether a cell of a row is long enough for the text of a brief, and none is a name."""
    return any(len(cell.split()) >= _LONG_PROSE for cell in cells)


def _most(named: Sequence[str]) -> str:
    """Return what more than half of the cells of a column name; "" where that is nothing."""
    return next((each for each, count in Counter(named).items() if count > len(named) / 2), "")


def _text_among(meant: Sequence[str], prose: Sequence[float]) -> int | None:
    """Return the place of the column with the text, None where there is none."""
    named = [place for place, column in enumerate(meant) if column == "summary"]
    if named:
        longest = max(named, key=lambda place: prose[place])
        return longest if prose[longest] > _LONGER * prose[named[0]] else named[0]
    least = {"": _PROSE, "headline": _LONG_PROSE}
    likely = [at for at, column in enumerate(meant) if prose[at] >= least.get(column, inf)]
    return max(likely, key=lambda place: prose[place], default=None)


def _counts(title: str, rows: Sequence[Sequence[str]], place: int) -> bool:
    """Return whether a column called “No.” numbers the rows, each another, and so no issue."""
    if _NO_LETTER.sub(" ", fold(title)).strip() not in ("no", "number"):
        return False
    cells = [row[place] for row in rows if row[place]]
    return len({*cells}) == len(cells) > 1


def _prose(width: int, first: Sequence[Sequence[str]]) -> list[float]:
    """Return how many words the cells of each column have on average, blank ones left aside."""
    columns = ([row[place].split() for row in first if row[place]] for place in range(width))
    return [sum(map(len, cells)) / len(cells) if cells else 0.0 for cells in columns]


def _meant(title: str) -> str:
    """Return what a name is for: the whole of it, or without what stands in brackets."""
    return _named(title) or _named(_IN_BRACKETS.sub(" ", title))


def _named(title: str) -> str:
    words = _words(_OF_THE_ROW.sub("", title))
    return _NAMES.get(" ".join(words)) or _NAMES.get(_said(title), "")


def _said(title: str) -> str:
    """Return the words of a name that tell something."""
    words = _words(_OF_THE_ROW.sub("", title))
    return " ".join(word for word in words if word not in _FILLING)


def _words(name: str) -> list[str]:
    """Return the folded words of a name, those that are short for others in full."""
    return [_IN_FULL.get(word, word) for word in _NO_LETTER.sub(" ", fold(name)).split()]


_NO_LETTER = re.compile(r"\(s\)|[^\w\s]|_")
_IN_BRACKETS = re.compile(r"\((?!s\)).*?\)")
_OF_THE_ROW = re.compile(
    r"\s+of\s+(?:(?:the|this|each|a)\s+)?(?:piece|story|item|brief|article|entry)\s*$",
    re.IGNORECASE,
)
"""What every column of a row could be called after: “Title of piece”."""
_IN_FULL = {"no": "number", "nr": "number", "num": "number", "mag": "magazine"}
_NAMES: Mapping[str, str] = {
    " ".join(_words(name)): column
    for column in reversed(list(LABELS))
    for name in (*_ALSO.get(column, ()), LABELS[column], column)
}
