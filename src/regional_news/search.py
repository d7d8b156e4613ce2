"""Words to rows: a sorted vocabulary with posting lists, matched at the beginnings of words."""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from regional_news.text import fold

Rows = np.ndarray[tuple[int], np.dtype[np.int32]]
"""Row numbers, sorted, each once."""

_LAST = "\U0010ffff"


class WordIndex:
    """The words of many texts, with the rows in which each stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = fold_many(pa.array(texts, type=pa.large_string()))
        words = pc.split_pattern_regex(folded, r"[^\p{L}\p{N}]+")
        encoded = pc.list_flatten(words).dictionary_encode()
        if isinstance(encoded, pa.ChunkedArray):
            encoded = encoded.combine_chunks()
        rows = pc.list_parent_indices(words).to_numpy(zero_copy_only=False)
        codes = encoded.indices.to_numpy(zero_copy_only=False)
        vocabulary = encoded.dictionary
        alphabetical = pc.sort_indices(vocabulary).to_numpy(zero_copy_only=False)
        rank = np.empty_like(alphabetical)
        rank[alphabetical] = np.arange(len(alphabetical))
        ranked = rank[codes] if len(codes) else codes
        self._words: list[str] = vocabulary.take(pa.array(alphabetical)).to_pylist()
        self._rows = rows[np.argsort(ranked, kind="stable")].astype(np.int32)
        counts = np.bincount(ranked.astype(np.int64), minlength=len(self._words))
        self._starts = np.concatenate(([0], np.cumsum(counts)))

    def __len__(self) -> int:
        return len(self._words)

    def rows_with(self, beginning: str) -> Rows:
        """Return the rows that hold a word that begins with ``beginning`` (folded)."""
        first = bisect_left(self._words, beginning)
        last = bisect_left(self._words, beginning + _LAST, lo=first)
        found = self._rows[self._starts[first] : self._starts[last]]
        return found if last - first == 0 else np.unique(found)


def words_of(query: str) -> list[str]:
    """Return the folded words of what somebody typed, each once, in order."""
    words = pc.split_pattern_regex(fold(query), r"[^\p{L}\p{N}]+").as_py()
    return list(dict.fromkeys(filter(None, words)))


def fold_many(texts: pa.Array) -> pa.Array:
    """Return the texts folded as ``text.fold`` folds one, by Arrow's kernels.

    Words come out the same; only the white space between them may differ.
    """
    folded = pc.utf8_lower(pc.utf8_normalize(pc.utf8_lower(texts), form="NFKD"))
    folded = pc.replace_substring_regex(folded, r"\p{M}+|['’‘‛ʼʹ′`´]", "")
    return pc.replace_substring(folded, "&", " and ")
