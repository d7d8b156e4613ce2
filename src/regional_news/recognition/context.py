"""The words right before and after a series of names, in their sentence."""

from collections.abc import Sequence

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.coordination import Series, in_series
from regional_news.recognition.scene import Scene, ends_sentence

APOSTROPHES = frozenset("'’‘ʼ＇")
_SKIPPED = frozenset({"the", "neighbouring", "nearby"})
_JOINED = frozenset({" ", "-", ""})
_OF_CLAUSES = frozenset(',;:–("')
_MARKS = {"—": "–", "-": "-", "”": '"', "“": '"', "‘": "'", "’": "'", "[": "(", "]": ")"}
_SHOWN_MARKS = frozenset(".!?;:,()–-\"•|/'\n")
_ACTS = frozenset({"decide", "say", "buy", "employ", "do", "want", "suffer", "get"})
_SETTINGS = frozenset(
    {"in", "of", "for", "at", "by", "with", "from", "to", "between", "on", "against", "than"}
    | {"like", "as"}
)
Feature = tuple[str, str | frozenset[str], int | None]
"""A slot, a value and the place of a word: ``("before 2", "head", 7)``.

With a place the value is the word there, which counts by its classes; without one it counts by
itself, or each of a set does.
"""

_BEFORE, _AFTER, _LONGEST_LIST = 4, 6, 10


class Context:
    """What stands around a series of names, up to the ends of their sentence.

    ``before`` and ``after`` are places of words, the nearest first; the article and the "s" of a
    possessive are skipped, and so is a list of other capitals before the names. ``setting`` is the
    grammatical place of the names, roughly: after which preposition, owner, subject.
    """

    __slots__ = (
        "after", "article", "before", "begins", "clause", "features", "has_council",
        "mark_after", "mark_before", "possessive", "preposition", "said_after", "series",
        "setting", "words",
    )  # fmt: skip

    before: Sequence[int]
    after: Sequence[int]

    def __init__(self, series: Series, scene: Scene) -> None:
        self.series = series
        self.words = scene.words
        self.features: list[Feature] = []
        """What the words around say, once somebody has asked."""
        self.has_council = bool(series.count(Reading.COUNCIL))
        self._look_back(scene)
        self._look_ahead(scene)
        opener = bool(self.before) and self.words.folded[self.before[0]] in lex.CLAUSE_OPENERS
        self.clause = self.begins or self.mark_before in _OF_CLAUSES or opener
        """They may be the subject of what follows."""
        self.setting = self._setting()

    def word(self, places: Sequence[int], nth: int) -> str:
        """Return the nth word of ``before`` or ``after``, "" where there is none."""
        return self.words.folded[places[nth]] if nth < len(places) else ""

    def _look_back(self, scene: Scene) -> None:
        words = self.words
        at, gap = self.series.first - 1, words.gap(self.series.first)
        self.article = ""
        if at >= 0 and words.folded[at] in _SKIPPED and not ends_sentence(gap):
            self.article, gap, at = words.folded[at], words.gap(at), at - 1
        listed = self._head_of_list(at, gap)
        if listed != at:
            at, gap = listed, words.gap(listed + 1)
        self.begins = at < 0 or ends_sentence(gap)
        self.mark_before = "start" if at < 0 else _mark(gap)
        first = 0 if self.begins else scene.opening(at)
        self.before = () if self.begins else range(at, max(first - 1, at - _BEFORE), -1)
        word = self.word(self.before, 0)
        self.preposition = word if word in lex.PREPOSITIONS and self.mark_before == " " else ""

    def _head_of_list(self, at: int, gap: str) -> int:
        """Return the word before a list of capitals, as in "in London, Leeds and York"."""
        words, head = self.words, at
        farthest = max(0, at - _LONGEST_LIST)
        while head > farthest and not ends_sentence(words.gap(head)):
            item = head - 1 if words.folded[head] == "and" else head
            if (gap.strip() != "," and item == head) or not self._is_item(item):
                break
            gap, head = words.gap(item), item - 1
        return head

    def _is_item(self, at: int) -> bool:
        """Return whether a capital stands there that is no word of the lexicon."""
        word = self.words.folded[at]
        known = word in lex.NOT_IN_NAMES or word in lex.CLASSES
        return at in self.words.capitals and not known

    def _look_ahead(self, scene: Scene) -> None:
        words, end = self.words, self.series.end
        gap = words.gap(end)
        at = end
        self.possessive = gap[:1] in APOSTROPHES and gap[:1] != "" and end < len(words)
        if self.possessive and words.folded[end] == "s":
            at = end + 1
        elif self.possessive:
            self.possessive = not gap[1:].strip()
        ends = at >= len(words) or ends_sentence(gap)
        self.mark_after = "end" if end >= len(words) else _mark(gap)
        self.after = () if ends else range(at, min(scene.bounds(at)[1], at + _AFTER))
        said = [each for each in self.after if words.folded[each] not in lex.ADVERBS]
        self.said_after = said or self.after
        """The words after, without adverbs."""

    def _setting(self) -> str:
        if self.preposition:
            return self.preposition if self.preposition in _SETTINGS else "near"
        if self.possessive:
            return "owner"
        if self.clause and self._acts():
            return "subject"
        if self._qualifies_noun():
            return "noun of clause" if self.clause else "noun"
        return "clause" if self.clause else "other"

    def _acts(self) -> bool:
        """Return whether an auxiliary or a verb of what bodies do follows."""
        word = self.word(self.said_after, 0)
        if self.mark_after != " " or not word:
            return False
        return word in lex.AUXILIARIES or not _ACTS.isdisjoint(lex.CLASSES.get(word, ()))

    def _qualifies_noun(self) -> bool:
        """Return whether a word in small letters follows that may be a noun: "Moray schools"."""
        if not self.after or self.words.gap(self.series.end) != " ":
            return False
        at = self.after[0]
        word = self.words.folded[at]
        grammatical = word in lex.FUNCTION_WORDS or word in lex.AUXILIARIES
        return not grammatical and at not in self.words.capitals

    def phrase(self) -> list[int]:
        """Return the noun phrase that the names own or qualify, as places of its words."""
        if not (self.possessive or self.setting.startswith("noun")):
            return []
        found: list[int] = []
        for at in self.after[:5]:
            word = self.words.folded[at]
            grammatical = word in lex.FUNCTION_WORDS and not self.words.raw(at).isupper()
            if (found and self.words.gap(at) not in _JOINED) or (grammatical and word != "and"):
                break
            found.append(at)
        return found


def context_of(series: Series, scene: Scene) -> Context:
    """Return the context of a series in a text, looked at once."""
    key = (series.first, series.end, len(series.members))
    known = scene.seen.get(key)
    if not isinstance(known, Context):
        known = scene.seen[key] = Context(series, scene)
    return known


def contexts(scene: Scene, candidates: Sequence[Candidate]) -> list[tuple[Candidate, Context]]:
    """Return each candidate with its context, which the members of a list share."""
    return [
        (candidate, context)
        for together in (in_series(scene.words, candidates) if candidates else ())
        for series in together.apart()
        for context in [context_of(series, scene)]
        for candidate in series.members
    ]


def _mark(gap: str) -> str:
    """Return the first mark in what stands between two words, " " where there is none."""
    for mark in gap:
        shown = _MARKS.get(mark, mark)
        if shown in _SHOWN_MARKS and mark != "\n":
            return shown
    return " "
