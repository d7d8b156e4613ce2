"""What a text as a whole says about the names in it: its region, its talk, its subject."""

from collections.abc import Sequence

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.text import Words

_COUNCIL_WORDS = frozenset(
    {"council", "councils", "councillor", "councillors", "authority", "authorities"}
)
_ITS = frozenset({"its", "their", "whose"})
_COUNTED = frozenset({"councils", "authorities", "boroughs"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}
_BETWEEN_NUMBER_AND_COUNCILS = 3


class Scene:
    """The words of a text, asked as a whole."""

    __slots__ = ("_counted", "_names", "_said", "region", "speaks_of_councils", "words")

    def __init__(self, words: Words, candidates: Sequence[Candidate], region: str | None) -> None:
        self.words = words
        self.region = region
        self._said = frozenset(words.folded)
        self._names = frozenset([each.name for each in candidates])
        self._counted: int | None = None
        self.speaks_of_councils = not _COUNCIL_WORDS.isdisjoint(self._said) or any(
            each.reading is Reading.COUNCIL for each in candidates
        )
        """It has the word, or names a council; who finds one in it says so here."""

    @property
    def has_its_body(self) -> bool:
        """It may speak of "its council" or "their cabinet"."""
        return not _ITS.isdisjoint(self._said)

    @property
    def is_elsewhere(self) -> bool:
        """It is about sport or a university, whose verbs say nothing of councils."""
        said = self._said - self._names
        return not lex.SPORT.isdisjoint(said) or not lex.CAMPUS.isdisjoint(said)

    @property
    def is_abroad(self) -> bool:
        """It names a country or state that has places of the same names; "us" is none, "US" is."""
        countries = lex.ABROAD & self._said
        return bool(countries - {"us"}) or (bool(countries) and self._names_the_us)

    @property
    def _names_the_us(self) -> bool:
        folded = enumerate(self.words.folded)
        return any(word == "us" and self.words.raw(at) == "US" for at, word in folded)

    @property
    def councils_counted(self) -> int:
        """N where it speaks of "the N councils" or "N island councils", else 0."""
        if self._counted is None:
            self._counted = self._count()
        return self._counted

    def _count(self) -> int:
        if _COUNTED.isdisjoint(self._said):
            return 0
        folded = self.words.folded
        for at, word in enumerate(folded):
            if word in _COUNTED:
                for before in folded[max(0, at - _BETWEEN_NUMBER_AND_COUNCILS) : at]:
                    if before in _NUMBERS:
                        return _NUMBERS[before]
        return 0
