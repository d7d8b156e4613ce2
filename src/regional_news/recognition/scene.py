"""What a text as a whole says about the names in it: its sentences, its talk, its other names."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.exclusions import ends_another, surnames
from regional_news.text import Words

if TYPE_CHECKING:
    from regional_news.recognition.context import Context

SENTENCE_MARKS = frozenset(".!?\n•|")
_TOPICS = frozenset(
    {"sport", "campus", "crime", "abroad", "organs", "commerce", "overseers", "contracts"}
    | {"transport", "nature", "food", "history", "markets"}
    | lex.SERVICES
    | {"papers", "workforce", "posts", "moves", "money", "other_bodies", "shared"}
    | {"spots", "former", "examples", "compared", "made", "clients"}
)
_NOT_SAID = lex.FUNCTION_WORDS | {""}
_TALK = {
    word: topics for word, names in lex.CLASSES.items() if (topics := _TOPICS.intersection(names))
}
"""What each word makes a sentence speak of."""

_NO_OTHERS = lex.NOT_IN_NAMES | lex.CLASSES.keys() | {""}


class Heard(NamedTuple):
    """What a sentence says outside the names of councils."""

    talk: frozenset[str]
    """What it speaks of."""
    words: frozenset[str]
    """Its words, without function words."""
    names_others: bool
    """It has a capital within that no council bears: "says Honda"."""


class Scene:
    """The words of a text, asked as a whole."""

    __slots__ = (
        "_heard", "_openings", "_others", "_said", "contexts", "count", "ends", "names", "region",
        "surnames", "words",
    )  # fmt: skip

    def __init__(self, words: Words, candidates: Sequence[Candidate], region: str | None) -> None:
        self.words = words
        self.region = region
        self.contexts: dict[tuple[int, int, int], Context] = {}
        """Those looked at so far, by first word, end and number of names."""
        self.ends = frozenset(each.start for each in candidates if ends_another(words, each))
        """Where the names start that seem the end of another one: "Richard Sutton"."""
        self.surnames = surnames(words, candidates, self.ends) if self.ends else frozenset()
        self.names = {each.name for each in candidates if each.reading is Reading.BARE}
        self._openings = sorted({0, *words.after_marks(SENTENCE_MARKS)}) if len(words) else []
        self.count = len(self._openings)
        """How many sentences it has."""
        self._said = said = [*words.folded]
        for each in candidates:
            said[each.start : each.stop] = [""] * (each.stop - each.start)
        self._others = {at for at in words.capitals if said[at] not in _NO_OTHERS}
        self._heard: dict[int, Heard] = {}

    def sentence(self, at: int) -> int:
        """Return the number of the sentence in which a word stands, from 0."""
        return bisect_right(self._openings, at) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return the first word of a sentence and that of the next."""
        last = sentence == self.count - 1
        end = len(self._said) if last else self._openings[sentence + 1]
        return self._openings[sentence], end

    def hear(self, sentence: int) -> Heard:
        """Return what a sentence says; heard once."""
        heard = self._heard.get(sentence)
        if heard is None:
            first, end = self.bounds(sentence)
            words = frozenset(self._said[first:end])
            topics = map(_TALK.__getitem__, _TALK.keys() & words)
            others = not self._others.isdisjoint(range(first + 1, end))
            heard = Heard(frozenset().union(*topics), words - _NOT_SAID, others)
            self._heard[sentence] = heard
        return heard


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not SENTENCE_MARKS.isdisjoint(gap)
