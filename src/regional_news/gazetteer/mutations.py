"""The beginnings of Welsh, Irish and Gaelic names as the words before them change them.

"Caerdydd" is "yng Nghaerdydd", "i Gaerdydd", "a Chaerdydd"; "Maigh Eo" is "Contae Mhaigh Eo".
The letters follow from grammar alone, so that a new name needs no list.
"""

from collections.abc import Iterator

Name = tuple[str, ...]

_WELSH = (
    {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "ll": "l", "m": "f", "rh": "r"},
    {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"},
    {"p": "ph", "t": "th", "c": "ch"},
)
"""The soft, the nasal and the aspirate mutation."""

_WELSH_LETTERS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")
_LENITED = frozenset("bcdfgmpst")
_NEVER_LENITED = ("sc", "sm", "sp", "st")
_ECLIPSED = {"b": "m", "c": "g", "d": "n", "f": "bh", "g": "n", "p": "b", "t": "d"}
_SHORTEST = len("lú") + 2


def mutated(name: Name, language: str) -> Iterator[Name]:
    """Yield what becomes of a folded place, the place as it stands alone among it.

    ``language`` is cy, ga or gd; other languages and very short names yield nothing.

    >>> [" ".join(name) for name in mutated(("caerdydd",), "cy")]
    ['gaerdydd', 'nghaerdydd', 'chaerdydd']
    """
    first, *rest = name
    if sum(map(len, name)) < _SHORTEST:
        return
    starts = {"cy": _in_welsh, "ga": _in_irish, "gd": _in_gaelic}.get(language)
    yield from ((start, *rest) for start in (starts(first) if starts else ()) if start != first)


def _in_welsh(word: str) -> Iterator[str]:
    letter = word[:2] if word.startswith(_WELSH_LETTERS) else word[0]
    for mutation in _WELSH:
        if letter in mutation:
            yield mutation[letter] + word.removeprefix(letter)


def _in_irish(word: str) -> Iterator[str]:
    plain = _unlenited(word)
    yield plain
    yield _lenited(plain)
    if plain[0] in _ECLIPSED:
        yield _ECLIPSED[plain[0]] + plain


def _in_gaelic(word: str) -> Iterator[str]:
    plain = _unlenited(word)
    yield plain
    yield _lenited(plain)


def _unlenited(word: str) -> str:
    return word[0] + word[2:] if word[0] in _LENITED and word[1:2] == "h" else word


def _lenited(word: str) -> str:
    if word[0] not in _LENITED or word.startswith(_NEVER_LENITED):
        return word
    return f"{word[0]}h{word[1:]}"
