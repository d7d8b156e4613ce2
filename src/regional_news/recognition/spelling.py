"""The right spelling of a council's misspelt name in a text: “Ferrmanagh” → “Fermanagh”."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import TYPE_WORDS
from regional_news.gazetteer.fuzzy import lookalikes
from regional_news.gazetteer.surface_forms import Name, NameKind, forms_of
from regional_news.model import Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.misspellings import slips_of
from regional_news.text import Words

_FEWEST_LETTERS = 5
_LONGEST_STYLE = 8
_BESIDE = frozenset({" ", "-"})
_BODY = "council"
_KNOWN = lex.CLASSES.keys() | lex.NOT_IN_NAMES | lex.FUNCTION_WORDS
_ALONE = frozenset({NameKind.BODY, NameKind.NAME, NameKind.LANGUAGE, NameKind.PART})
_TITLED = frozenset({NameKind.ALIAS, NameKind.TITLED})
"""What is taken for a council's name only before "Council": "Border Force" is near "Borders"."""


class Slip(NamedTuple):
    """A misspelt word: ``text[start:end] == written``, and how it is spelt."""

    start: int
    end: int
    written: str
    right: str


class Spelling:
    """Finds what is misspelt of the names of the councils that a person says a text has.

    No other name is looked for, so that it is told at once.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = lookalikes() | {
            word
            for council in gazetteer
            for name in council.all_names
            if not gazetteer.learnt(name)  # so that a slip which was learnt is one still
            for word in Words(name).folded
        }
        self._familiar = self._known | _KNOWN

    def slips(self, text: str, councils: Iterable[str]) -> tuple[Slip, ...]:
        """Return the misspelt words in ``text``; ``councils`` are ids, what is no id counts not."""
        known = [council for each in councils if (council := self._gazetteer.get(each))]
        return tuple(self._slips(Words(text), known)) if known else ()

    def mended(self, text: str, councils: Iterable[str]) -> str:
        """Return ``text`` with the names of the councils as they are spelt.

        >>> Spelling(gazetteer).mended("Ferrmanagh and Omagh waits.", ["fermanagh-and-omagh"])
        "Fermanagh and Omagh waits."
        """
        pieces, done = [], 0
        for slip in self.slips(text, councils):
            pieces += [text[done : slip.start], slip.right]
            done = slip.end
        return "".join([*pieces, text[done:]])

    def _slips(self, words: Words, councils: Sequence[Council]) -> Iterator[Slip]:
        right = {word: spelt for council in councils for word, spelt in _words_of(council)}
        meant = dict(self._meant(words, right))
        put = [meant.get(at, word) for at, word in enumerate(words.folded)]
        named = {at for run in _runs(put, councils) if self._is_name(words, run) for at in run}
        for at in sorted(named & meant.keys()):
            written, spelt = words.raw(at), right[meant[at]]
            spelt = spelt.upper() if written.isupper() else spelt
            yield Slip(*words.span(at, at + 1), written, spelt)

    def _meant(self, words: Words, right: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Yield the unknown words that are one letter away from one right one, not its plural."""
        near = defaultdict[str, set[str]](set)
        for word in right:
            for slip in slips_of(word) if len(word) >= _FEWEST_LETTERS else ():
                near[slip].add(word)
        for at in words.capitals:
            word = words.folded[at]
            if word in self._known or len(word) < _FEWEST_LETTERS:
                continue
            meant = {each for slip in slips_of(word) for each in near.get(slip, ())}
            if len(meant) == 1 and word != f"{(only := meant.pop())}s":
                yield at, only

    def _is_name(self, words: Words, run: range) -> bool:
        """Return whether a run of words, a council's name once it is put right, is meant for one.

        One word alone may be another: "Working together" in Woking, or "Jane Barnett".
        """
        at = run[0]
        if len(run) > 1:
            return True
        is_titled = at > 0 and words.folded[at - 1] in lex.TITLES
        return not (is_titled or words.folded[at] in _KNOWN or self._names_other(words, at))

    def _names_other(self, words: Words, at: int) -> bool:
        """Return whether a capital of no council is right beside a word: "Jane", "Waddingham"."""
        beside = ((at - 1, at), (at + 1, at + 1))
        capitals = {to for to, gap in beside if to in words.capitals and words.gap(gap) in _BESIDE}
        return any(words.folded[to] not in self._familiar for to in capitals)


def _words_of(council: Council) -> Iterator[tuple[str, str]]:
    """Yield the words of a council's names, folded and as they are spelt."""
    for name in _names_of(council):
        words = Words(name)
        yield from ((word, words.raw(at)) for at, word in enumerate(words.folded))
    yield _BODY, "Council"


def _names_of(council: Council) -> tuple[str, ...]:
    in_other = (name for names in council.languages.values() for name in names)
    return (council.name, council.short_name, *in_other)


def _forms_of(council: Council) -> dict[Name, bool]:
    """Return what a council is called, and whether it is so without "Council" after it."""
    titled = {words: False for kind, words in forms_of(council) if kind in _TITLED and words}
    alone = {words: True for kind, words in forms_of(council) if kind in _ALONE and words}
    return titled | alone | {tuple(Words(name).folded): True for name in _names_of(council)}


def _runs(put: Sequence[str], councils: Iterable[Council]) -> Iterator[range]:
    """Yield the runs of words that are names of councils, with their style up to "Council"."""
    forms: dict[str, dict[Name, bool]] = defaultdict(dict)
    for council in councils:
        for name, stands_alone in _forms_of(council).items():
            forms[name[0]][name] = stands_alone
    for first, word in enumerate(put):
        for name, stands_alone in forms.get(word, {}).items():
            end = first + len(name)
            if tuple(put[first:end]) != name:
                continue
            style = [*takewhile(TYPE_WORDS.__contains__, put[end : end + _LONGEST_STYLE])]
            if _BODY in style:
                yield range(first, end + style.index(_BODY) + 1)
            elif stands_alone:
                yield range(first, end)
