"""What a text as a whole says about the names in it: its sentences, its talk, its other names."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import LETTERS, Candidate, Reading
from regional_news.recognition.exclusions import surnames
from regional_news.text import Words

SENTENCE_MARKS = frozenset(".!?\n•|")
_TOPICS = frozenset(
    {"sport", "campus", "crime", "abroad", "organs", "commerce", "overseers", "contracts"}
    | {"papers", "services", "workforce", "posts", "moves", "money", "other_bodies", "shared"}
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
        "_sentences", "_talk", "count", "first", "names", "places", "region", "seen",
        "surnames", "talk", "titled", "words",
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
        self.surnames = surnames(words, candidates)
        bare = [each for each in candidates if each.reading is Reading.BARE]
        self.names = Counter(each.name for each in bare)
        self.first = {id(each) for each in _firsts(bare)}
        self.titled = frozenset(
            council.id
            for each in candidates
            if each.reading is Reading.COUNCIL
            for council in each.councils
        )
        self.places = frozenset(
            id_ for each in candidates if each.kind not in LETTERS for id_ in each.ids
        )
        """The ids of the councils whose names it has in words."""
        self._sentences = _sentences(words)
        self.count = self._sentences[-1] + 1 if self._sentences else 0
        self._talk = _talk(words, candidates, self._sentences)
        self.talk = frozenset().union(*self._talk.values())
        """What the whole text speaks of: topics, and words like "councillors"."""

    def sentence(self, at: int) -> int:
        """Return the number of the sentence in which a word stands, from 0."""
        return self._sentences[at]

    def opening(self, at: int) -> int:
        """Return the first word of the sentence in which a word stands."""
        return bisect_left(self._sentences, self._sentences[at])

    def talk_of(self, sentence: int) -> frozenset[str]:
        """Return what one sentence speaks of."""
        return self._talk.get(sentence, frozenset())


def ends_sentence(gap: str) -> bool:
    """Return whether what stands between two words ends a sentence."""
    return not SENTENCE_MARKS.isdisjoint(gap)


def _firsts(candidates: Sequence[Candidate]) -> list[Candidate]:
    seen: dict[str, Candidate] = {}
    for each in candidates:
        seen.setdefault(each.name, each)
    return [*seen.values()]


def _sentences(words: Words) -> list[int]:
    """Return the number of the sentence of each word, from 0."""
    numbers = [0] * len(words)
    number = 0
    for at in words.after_marks(SENTENCE_MARKS):
        numbers[at] = 1
    for at, begins in enumerate(numbers):
        number += begins if at else 0
        numbers[at] = number
    return numbers


def _talk(
    words: Words, candidates: Sequence[Candidate], sentences: Sequence[int]
) -> dict[int, frozenset[str]]:
    """Return what each sentence speaks of outside the names."""
    named = {at for each in candidates for at in range(each.start, each.stop)}
    found: dict[int, set[str]] = defaultdict(set)
    folded = words.folded
    for at, word in enumerate(folded):
        if word in _TALK and at not in named:
            found[sentences[at]].update(_TALK[word])
            if word in _SPOKEN_OF and at and folded[at - 1] in _DETERMINERS:
                found[sentences[at]].add("“the council”")
    return {sentence: frozenset(said) for sentence, said in found.items()}
