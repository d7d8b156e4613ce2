"""What a text as a whole says about the names in it: its sentences, its talk, its other names."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.exclusions import ends_another, surnames
from regional_news.text import Words

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


class _Heard(NamedTuple):
    """What a sentence says."""

    talk: frozenset[str]
    words: frozenset[str]
    names_others: bool


class Scene:
    """The words of a text, asked as a whole."""

    __slots__ = (
        "_heard", "_openings", "_said", "count", "ends", "names", "region", "seen", "surnames",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        words: Words,
        candidates: Sequence[Candidate],
        region: str | None,
    ) -> None:
        self.words = words
        self.region = region
        self.seen: dict[tuple[int, int, int], object] = {}
        """The contexts looked at so far, by first word, end and number of names."""
        self.ends = frozenset(each.start for each in candidates if ends_another(words, each))
        """Where the names start that seem the end of another one: "Richard Sutton"."""
        self.surnames = surnames(words, candidates, self.ends) if self.ends else frozenset()
        self.names = {each.name for each in candidates if each.reading is Reading.BARE}
        self._openings = sorted({0, *words.after_marks(SENTENCE_MARKS)}) if len(words) else []
        self.count = len(self._openings)
        """How many sentences it has."""
        self._said = [*words.folded]
        for each in candidates:
            self._said[each.start : each.stop] = [""] * (each.stop - each.start)
        self._heard: dict[int, _Heard] = {}

    def sentence(self, at: int) -> int:
        """Return the number of the sentence in which a word stands, from 0."""
        return bisect_right(self._openings, at) - 1

    def opening(self, at: int) -> int:
        """Return the first word of the sentence in which a word stands."""
        return self._openings[bisect_right(self._openings, at) - 1]

    def bounds(self, at: int) -> tuple[int, int]:
        """Return the first word of the sentence in which a word stands, and that of the next."""
        number = bisect_right(self._openings, at)
        last = number == self.count
        return self._openings[number - 1], len(self.words) if last else self._openings[number]

    def talk_of(self, sentence: int) -> frozenset[str]:
        """Return what one sentence speaks of."""
        return self._listen(sentence).talk

    def words_of(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence, without names and function words."""
        return self._listen(sentence).words

    def names_others(self, sentence: int) -> bool:
        """Return whether a sentence has a capital within that no council bears: "says Honda"."""
        return self._listen(sentence).names_others

    def _listen(self, sentence: int) -> _Heard:
        """Return what a sentence says outside the names; heard once."""
        heard = self._heard.get(sentence)
        if heard is None:
            first, end = self.bounds(self._openings[sentence])
            words = frozenset(self._said[first:end])
            topics = [_TALK[word] for word in words if word in _TALK]
            # Not a function of its own: asked of every word, it would cost a fifth of a reading.
            others = any(
                said not in _NO_OTHERS and at in self.words.capitals
                for at, said in enumerate(self._said[first + 1 : end], first + 1)
            )
            heard = _Heard(frozenset().union(*topics), words - _NOT_SAID, others)
            self._heard[sentence] = heard
        return heard


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not SENTENCE_MARKS.isdisjoint(gap)
