"""Which of many texts share words with a text: those that may say the same."""

import re
from collections.abc import Sequence
from unicodedata import normalize

import numpy as np
import numpy.typing as npt

SHARE = 0.5
"""Which part of the words two texts share that say the same: of those in nine letters out of ten
equal, it is most."""

_WORD = re.compile(r"\w+")

Places = npt.NDArray[np.int64]


class SharedWords:
    """Texts by their words; ``SharedWords(["one text", "another"]).places("one text") == [0]``."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._amount = len(texts)
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        words = [[number(word, len(self._numbers)) for word in _words(text)] for text in texts]
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        every = np.fromiter((n for each in words for n in each), np.int64, int(lengths.sum()))
        order = np.argsort(every, kind="stable")
        self._places = np.repeat(np.arange(len(words)), lengths)[order]
        self._starts = np.searchsorted(every[order], np.arange(len(self._numbers) + 1))

    def places(self, text: str) -> Places:
        """Return the places of the texts that share enough words with ``text``, in their order.

        All, where it has no words.
        """
        words = _words(text)
        known = [self._numbers[word] for word in words if word in self._numbers]
        found = [self._places[self._starts[n] : self._starts[n + 1]] for n in known]
        shared = np.bincount(np.concatenate([*found, []]).astype(np.int64), minlength=self._amount)
        return np.flatnonzero(shared >= SHARE * len(words))


def _words(text: str) -> set[str]:
    if not text.isascii():  # an accent makes no other word
        text = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return {*_WORD.findall(text.lower())}
