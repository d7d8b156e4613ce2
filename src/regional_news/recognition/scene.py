"""What a text as a whole says about the names in it: its sentences, its talk, its other names."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import LETTERS, Candidate, Reading
from regional_news.recognition.exclusions import surnames
from regional_news.text import Words

SENTENCE_MARKS = frozenset(".!?\n•|")
_TOPICS = frozenset(
    {"sport", "campus", "crime", "abroad", "organs", "commerce", "overseers", "contracts"}
    | lex.SERVICES
    | {"papers", "workforce", "posts", "moves", "money", "other_bodies", "shared"}
    | {"spots", "former", "examples", "compared", "made", "clients"}
)
_COUNCIL_WORDS = frozenset(
    {"council", "councils", "councillor", "councillors", "authority", "authorities", "county"}
    | {"city", "borough", "district", "members", "officers", "staff", "its"}
)
_SPOKEN_OF = frozenset({"council", "authority"})
_DETERMINERS = frozenset({"the", "local", "its", "their"})


def _topics() -> dict[str, tuple[str, ...]]:
    found = {word: tuple(_TOPICS.intersection(names)) for word, names in lex.CLASSES.items()}
    for word in _COUNCIL_WORDS:
        found[word] = (*found.get(word, ()), f"“{word}”")
    return {word: topics for word, topics in found.items() if topics}


_TALK = _topics()
"""What each word makes a text speak of."""


class Scene:
    """The words of a text, asked as a whole."""

    __slots__ = (
        "_named", "_openings", "_talk", "_words", "count", "names", "places", "region", "seen",
        "surnames", "talk", "words",
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
        in_words = (each for each in candidates if each.kind not in LETTERS)
        self.places = frozenset(id_ for each in in_words for id_ in each.ids)
        """The ids of the councils whose names it has in words."""
        self.surnames = surnames(words, candidates)
        self.names = {each.name for each in candidates if each.reading is Reading.BARE}
        self._openings = sorted({0, *words.after_marks(SENTENCE_MARKS)}) if len(words) else []
        self.count = len(self._openings)
        """How many sentences it has."""
        self._named = {at for each in candidates for at in range(each.start, each.stop)}
        self._words: dict[int, frozenset[str]] = {}
        self._talk = self._listen()
        self.talk = frozenset().union(*self._talk.values())
        """What the whole text speaks of: topics, and words like "councillors"."""

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
        return self._talk.get(sentence, frozenset())

    def words_of(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence, without names, numbers and function words."""
        known = self._words.get(sentence)
        if known is None:
            known = self._words[sentence] = self._content(sentence)
        return known

    def _content(self, sentence: int) -> frozenset[str]:
        first, end = self._openings[sentence], self.bounds(self._openings[sentence])[1]
        folded = self.words.folded
        words = {folded[at] for at in range(first, end) if at not in self._named}
        return frozenset(filter(str.isalpha, words - lex.FUNCTION_WORDS))

    def _listen(self) -> dict[int, frozenset[str]]:
        """Return what each sentence speaks of outside the names."""
        folded = self.words.folded
        heard = [at for at, word in enumerate(folded) if word in _TALK]
        found: dict[int, set[str]] = defaultdict(set)
        for at in heard:
            if at not in self._named:
                said = found[self.sentence(at)]
                said.update(_TALK[folded[at]])
                if folded[at] in _SPOKEN_OF and at and folded[at - 1] in _DETERMINERS:
                    said.add("“the council”")
        return {sentence: frozenset(said) for sentence, said in found.items()}


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not SENTENCE_MARKS.isdisjoint(gap)
