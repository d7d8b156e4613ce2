"""The words right before and after a series of names."""

from typing import NamedTuple

from regional_news.recognition.coordination import Series
from regional_news.recognition.scene import Scene
from regional_news.text import Words

REACH = 5
"""How many words around a name its reading looks at."""
APOSTROPHES = frozenset("'’‘ʼ＇")
INSIDE_PHRASES = APOSTROPHES | {" ", "-"}
_SAY_NOTHING = frozenset({"the", "neighbouring", "nearby"})
_AREAS = tuple(["the", area, "of"] for area in ("borough", "city", "county", "district"))
_SENTENCE_MARKS = frozenset(".!?:\n•|")


class Surroundings(NamedTuple):
    """A series with the words before it, without an article or the like, and after it."""

    series: Series
    scene: Scene
    words: Words
    first: int
    before: str
    gap: str
    """What stands between ``before`` and the names."""
    end: int
    after: str
    gap_after: str
    """What stands between the names and ``after``."""
    names: frozenset[str]
    """The names of the series, folded."""

    @property
    def earlier(self) -> str:
        """The word before ``before``."""
        return self.words.folded[self.first - 2] if self.first > 1 else ""

    @property
    def are_possessive(self) -> bool:
        """The names have an apostrophe: "Moray's", "Kirklees'"."""
        return self.gap_after[:1] in APOSTROPHES and bool(self.after)

    @property
    def begins_sentence(self) -> bool:
        """Nothing of the sentence goes before the names."""
        return not self.first or not _SENTENCE_MARKS.isdisjoint(self.gap)


def surroundings(series: Series, scene: Scene) -> Surroundings:
    """Return what stands around the names of a series."""
    words, first, end = scene.words, series.first, series.end
    folded = words.folded
    if folded[max(0, first - 3) : first] in _AREAS:
        first -= 3
    elif first and folded[first - 1] in _SAY_NOTHING and words.gap(first) == " ":
        first -= 1
    before = folded[first - 1] if first else ""
    after = folded[end] if end < len(folded) else ""
    names = frozenset([member.name for member in series.members])
    gap, gap_after = words.gap(first), words.gap(end)
    return Surroundings(series, scene, words, first, before, gap, end, after, gap_after, names)


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not _SENTENCE_MARKS.isdisjoint(gap)
