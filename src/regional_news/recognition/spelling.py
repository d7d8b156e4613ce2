"""The right spelling of a council's misspelt name in a text: “Ferrmanagh” → “Fermanagh”."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import TYPE_WORDS
from regional_news.gazetteer.fuzzy import lookalikes
from regional_news.model import Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.misspellings import slips_of
from regional_news.text import Words

_FEWEST_LETTERS = 5


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

    def slips(self, text: str, councils: Iterable[str]) -> tuple[Slip, ...]:
        """Return the misspelt words in ``text``; ``councils`` are ids, what is no id counts not."""
        known = (self._gazetteer.get(each) for each in councils)
        right = dict(_words_of(filter(None, known)))
        return tuple(self._slips(Words(text), right)) if right else ()

    def mended(self, text: str, councils: Iterable[str]) -> str:
        """Return ``text`` with the names of the councils as they are spelt.

        >>> Spelling(gazetteer).mended("Ferrmanagh and Omagh waits.", ["fermanagh-and-omagh"])
        "Fermanagh and Omagh waits."
        """
        for slip in reversed(self.slips(text, councils)):
            text = f"{text[: slip.start]}{slip.right}{text[slip.end :]}"
        return text

    def _slips(self, words: Words, right: dict[str, str]) -> Iterator[Slip]:
        names = [word for word in right if len(word) >= _FEWEST_LETTERS]
        in_name = False
        for at, word in enumerate(words.folded):
            before, in_name = in_name, word in right
            if word in self._known or len(word) < _FEWEST_LETTERS or at not in words.capitals:
                continue
            meant = [each for each in names if _is_slip(word, each)]
            if len(meant) != 1 or not self._may_be_of_name(words, at, meant[0], after_name=before):
                continue
            in_name, written, spelt = True, words.raw(at), right[meant[0]]
            yield Slip(
                *words.span(at, at + 1), written, spelt.upper() if written.isupper() else spelt
            )

    def _may_be_of_name(self, words: Words, at: int, meant: str, *, after_name: bool) -> bool:
        """Return whether a word stands in a council's name, neither in a person's nor alone.

        "Country Council" is a slip after the name of a county, "Jane Barnett" is a person.
        """
        if meant in TYPE_WORDS:
            return after_name
        before = words.folded[at - 1] if at and words.gap(at) == " " else ""
        if before in lex.TITLES or at - 1 not in words.capitals:
            return before not in lex.TITLES
        return not before or before in self._known or before in lex.FUNCTION_WORDS | _KNOWN


_KNOWN = lex.CLASSES.keys() | lex.NOT_IN_NAMES


def _words_of(councils: Iterable[Council]) -> Iterator[tuple[str, str]]:
    """Yield the words of the councils' names, folded and as they are spelt."""
    for council in councils:
        in_other = (name for names in council.languages.values() for name in names)
        for name in (council.name, council.short_name, *in_other):
            words = Words(name)
            yield from ((word, words.raw(at)) for at, word in enumerate(words.folded))
        yield "council", "Council"


def _is_slip(word: str, right: str) -> bool:
    """Return whether a word is one letter away from the right one, and not its plural."""
    if word == f"{right}s":
        return False
    return not _none_of(slips_of(word), {*slips_of(right)})


def _none_of(some: Iterable[str], others: Collection[str]) -> bool:
    return all(each not in others for each in some)
