"""The names in a cell that lists several councils, however they are parted."""

import re
from collections.abc import Callable

_SURE = re.compile(r"[;\n|]")
_LIKELY = re.compile(r",|/|&|\band\b")


def names_listed(cell: str, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the names in a cell: parted by ``;``, or by a comma or “and” where all are names.

    “Bournemouth, Christchurch and Poole Council” is one name, ``is_name`` says so.

    >>> names_listed("Dundee City Council, Fife Council", is_council)
    ("Dundee City Council", "Fife Council")
    """
    found: list[str] = []
    for part in filter(None, map(str.strip, _SURE.split(cell))):
        pieces = [piece.strip() for piece in _LIKELY.split(part) if piece.strip()]
        several = not is_name(part) and len(pieces) > 1 and all(map(is_name, pieces))
        found += pieces if several else [part]
    return tuple(dict.fromkeys(found))
