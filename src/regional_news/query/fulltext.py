"""Words to rows: a sorted vocabulary with posting lists, matched at the beginnings of words.

Many texts repeat few spellings: they are cut at spaces, and only the different pieces are folded
and taken apart into words. The rows of words that begin alike stand together, so that a search is
one slice.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.resolver import searchable
from regional_news.query.bitmaps import Column, Selection
from regional_news.table.schema import Order
from regional_news.text import fold

Rows = npt.NDArray[np.int32]
"""Row numbers in no order that matters; a row may come more than once."""

_Codes = npt.NDArray[np.int64]

SHORT = 4
"""Words of fewer letters count only whole."""

_WORD = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"(?<=\w)['’]s\b")
_LAST = "\U0010ffff"
_BATCH = 100_000
"""How many texts are indexed at a time: more would take more memory while they are."""

_ROW_BITS = 32
"""A posting is one number while it is sorted: the word above these bits, the row in them."""

_POINT_BITS = 8
_MOST_RANKED = 2**_POINT_BITS - 1
"""How many words of a search decide the order of what it finds."""


def words_of(text: str, *, once: bool = True) -> list[str]:
    """Return the folded words of a text in order, each ``once``, or as often as it stands there."""
    words: list[str] = _WORD.findall(fold(text))
    return list(dict.fromkeys(words)) if once else words


def _spelt(piece: str) -> list[str]:
    """Return the words of a piece: "Capita's" is "capita" and, as people type it, "capitas"."""
    bare = _OWNERS.sub("", piece)
    return words_of(piece if bare == piece else f"{bare} {piece}")


class WordIndex:
    """The words of many texts, with the rows in which each stands."""

    def __init__(self, texts: "pd.Series[str]") -> None:
        column = pa.array(texts, type=pa.large_string())
        self._batches = [
            _Batch(_in_one_piece(column.slice(start, _BATCH)), start)
            for start in range(0, len(column), _BATCH)
        ]

    def rows_with(self, beginning: str, *, whole: bool = False) -> Rows:
        """Return the rows with a word that begins with ``beginning`` (folded), or is it whole."""
        end = beginning + ("\0" if whole else _LAST)
        found = [batch.rows_between(beginning, end) for batch in self._batches]
        return np.concatenate(found) if found else np.empty(0, dtype=np.int32)

    def beginning(self, letters: str) -> dict[str, int]:
        """Return the words that begin with ``letters`` (folded), and how many rows have each."""
        return _sum(batch.beginning(letters) for batch in self._batches)


class Search:
    """Finds words at the beginnings of words in headlines, summaries and councils' names."""

    def __init__(
        self, headlines: WordIndex, summaries: WordIndex, gazetteer: Gazetteer, named: Column
    ) -> None:
        self._headlines = headlines
        self._summaries = summaries
        self._names = WordIndex(pd.Series([searchable(each) for each in gazetteer]))
        self._named = named
        self._amount = len(named.codes)

    def find(self, word: str, *, whole: bool = False) -> Selection:
        """Return the rows with a word that begins with ``word`` (folded), or that is it.

        Fewer letters than ``SHORT`` are always the whole word: "AI" is not the beginning of "aim".
        """
        whole = whole or len(word) < SHORT
        councils = set(self._names.rows_with(word, whole=whole).tolist())
        mask = np.zeros(self._amount, dtype=bool)
        if councils:
            mask |= self._named.with_any([self._named.ids[place] for place in councils]).mask
        mask[self._headlines.rows_with(word, whole=whole)] = True
        mask[self._summaries.rows_with(word, whole=whole)] = True
        return Selection.of(mask)

    def beginning(self, letters: str) -> dict[str, int]:
        """Return the words in headlines and summaries that begin with ``letters`` (folded).

        With each, how many texts have it; a headline and its summary are two.
        """
        return _sum((self._headlines.beginning(letters), self._summaries.beginning(letters)))

    def ranked(self, words: Sequence[str], rows: Order) -> Order:
        """Return the rows with the best first; equally good ones stay in their order.

        The more words are whole, the better; then, the more of them stand in the headline.
        """
        in_headline, whole = np.zeros((2, self._amount), dtype=np.uint8)
        for word in words[:_MOST_RANKED]:
            with_word = np.zeros(self._amount, dtype=bool)
            with_word[self._headlines.rows_with(word, whole=len(word) < SHORT)] = True
            in_headline += with_word
            whole += self.find(word, whole=True).mask
        worst_first = whole.take(rows).astype(np.uint16) << _POINT_BITS | in_headline.take(rows)
        best_first: Order = rows[np.argsort(~worst_first, kind="stable")]
        return best_first


def _sum(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    """Return counts added up by word."""
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(total)


def _in_one_piece(texts: "pa.Array | pa.ChunkedArray") -> pa.Array:
    """Return texts that may be put together from several readings as one array."""
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


class _Batch:
    """The words of the texts that stand together from row ``start`` on."""

    def __init__(self, texts: pa.Array, start: int) -> None:
        cut = pc.split_pattern(texts, " ")
        pieces = cut.flatten().dictionary_encode()
        spelt = [*map(_spelt, pieces.dictionary.to_pylist())]
        self._words = sorted(set(chain.from_iterable(spelt)))
        codes = pieces.indices.to_numpy(zero_copy_only=False)
        rows = pc.list_parent_indices(cut).to_numpy(zero_copy_only=False) + start
        postings = _postings(codes, rows, _Spelling(spelt, self._words))
        postings.sort()
        counts = np.bincount(postings >> _ROW_BITS, minlength=len(self._words))
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._rows: Rows = postings.astype(np.int32)

    def beginning(self, letters: str) -> dict[str, int]:
        """Return the words that begin with ``letters``, and how many rows have each."""
        first, end = (bisect_left(self._words, each) for each in (letters, letters + _LAST))
        counts = np.diff(self._starts[first : end + 1])
        return dict(zip(self._words[first:end], counts.tolist(), strict=True))

    def rows_between(self, first: str, end: str) -> Rows:
        """Return the rows with a word from ``first`` on, ``end`` not included."""
        start = self._starts[bisect_left(self._words, first)]
        return self._rows[start : self._starts[bisect_left(self._words, end)]]


class _Spelling:
    """Which words, by their places in the vocabulary, each different piece of text holds."""

    def __init__(self, spelt: Sequence[Sequence[str]], words: Sequence[str]) -> None:
        places = {word: place for place, word in enumerate(words)}
        self.amounts = np.array([len(each) for each in spelt], dtype=np.int32)
        self._starts = np.cumsum(self.amounts) - self.amounts
        every = chain.from_iterable(spelt)
        self._words = np.array([places[word] for word in every], dtype=np.int64)

    def word(self, number: int, pieces: _Codes) -> _Codes:
        """Return the word with this number, counted from 0, in each of the pieces."""
        words: _Codes = self._words[self._starts[pieces] + number]
        return words


def _postings(pieces: _Codes, rows: _Codes, spelling: _Spelling) -> _Codes:
    """Return the postings of the first words of all pieces, of their second words, and so on."""
    found = [np.empty(0, dtype=np.int64)]
    while len(pieces):
        longer = spelling.amounts[pieces] >= len(found)
        pieces, rows = pieces[longer], rows[longer]
        found.append(spelling.word(len(found) - 1, pieces) << _ROW_BITS | rows)
    return np.concatenate(found)
