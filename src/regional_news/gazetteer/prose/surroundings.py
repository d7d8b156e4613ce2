"""The words right before and after a series of names."""

from typing import NamedTuple

from regional_news.gazetteer.prose.scene import Scene
from regional_news.gazetteer.prose.series import Series
from regional_news.text import Words

REACH = 5
"""How many words around a name its reading looks at."""
_SENTENCE_MARKS = frozenset(".!?:\n•|")


class Surroundings(NamedTuple):
    """A series with the words before it, without an article, and after it."""

    series: Series
    scene: Scene
    words: Words
    first: int
    before: str
    gap: str
    """What stands between ``before`` and the names."""
    end: int
    after: str

    @property
    def begins_sentence(self) -> bool:
        """Nothing of the sentence goes before the names."""
        return not self.first or not _SENTENCE_MARKS.isdisjoint(self.gap)

    @property
    def names(self) -> frozenset[str]:
        """The names of the series, folded."""
        return frozenset(member.name for member in self.series.members)


def surroundings(series: Series, scene: Scene) -> Surroundings:
    """Return what stands around the names of a series."""
    words, first, end = scene.words, series.first, series.end
    folded = words.folded
    if first and folded[first - 1] == "the" and words.gap(first) == " ":
        first -= 1
    before = folded[first - 1] if first else ""
    after = folded[end] if end < len(folded) else ""
    return Surroundings(series, scene, words, first, before, words.gap(first), end, after)


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not _SENTENCE_MARKS.isdisjoint(gap)
