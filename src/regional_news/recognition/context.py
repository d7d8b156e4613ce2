"""The words right before and after a series of names, in their sentence."""

from collections.abc import Iterator, Sequence

from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import Candidate
from regional_news.recognition.coordination import Series, in_series
from regional_news.recognition.designations import APOSTROPHES
from regional_news.recognition.scene import Scene, ends_sentence

_SKIPPED = frozenset({"the", "neighbouring", "nearby"})
_JOINED = frozenset({" ", "-", ""})
_OF_CLAUSES = frozenset(',;:–("')
_MARKS = {"—": "–", "”": '"', "“": '"', "‘": "'", "’": "'", "[": "(", "]": ")"}
_SHOWN_MARKS = frozenset(".!?;:,()–-\"•|/'")
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

_BEFORE, _AFTER, _LONGEST_LIST = 2, 6, 10


class Context:
    """What stands around a series of names, up to the ends of the sentence in which it begins.

    ``before`` and ``after`` are places of words, the nearest first; the article and the "s" of a
    possessive are skipped, and so is a list of other capitals before the names. ``said_after`` is
    without adverbs. ``setting`` is the grammatical place of the names, roughly: after which
    preposition, owner, subject.
    """

    __slots__ = (
        "after", "article", "before", "clause", "mark_after", "mark_before", "opening",
        "possessive", "said_after", "sentence", "series", "setting", "words",
    )  # fmt: skip

    before: Sequence[int]
    after: Sequence[int]

    def __init__(self, series: Series, scene: Scene) -> None:
        self.series = series
        self.words = scene.words
        self.sentence = scene.sentence(series.first)
        self.opening = scene.bounds(self.sentence)[0]
        """The first word of the sentence."""
        self._look_back()
        self._look_ahead(scene)
        opener = self.word(self.before) in lex.CLAUSE_OPENERS
        self.clause = not self.before or self.mark_before in _OF_CLAUSES or opener
        """They may be the subject of what follows."""
        self.setting = self._setting()

    def word(self, places: Sequence[int]) -> str:
        """Return the nearest word of ``before`` or ``after``, "" where there is none."""
        return self.words.folded[places[0]] if places else ""

    def _look_back(self) -> None:
        words = self.words
        at, gap = self.series.first - 1, words.gap(self.series.first)
        self.article = ""
        if at >= 0 and words.folded[at] in _SKIPPED and not ends_sentence(gap):
            self.article, gap, at = words.folded[at], words.gap(at), at - 1
        listed = self._head_of_list(at, gap)
        if listed != at:
            at, gap = listed, words.gap(listed + 1)
        begins = at < 0 or ends_sentence(gap)
        self.mark_before = "start" if at < 0 else _mark(gap)
        self.before = () if begins else range(at, max(self.opening - 1, at - _BEFORE), -1)

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
        words, at = self.words, self.series.end
        gap, left = words.gap(at), at < len(words.folded)
        ends = not left or ends_sentence(gap)
        self.mark_after = _mark(gap) if left else "end"
        self.possessive = left and gap[:1] in APOSTROPHES
        if self.possessive and words.folded[at] == "s":
            at += 1
            ends = at >= len(words.folded) or ends
        elif self.possessive:
            self.possessive = not gap[1:].strip()
        stop = at if ends else scene.bounds(scene.sentence(at))[1]
        self.after = range(at, min(stop, at + _AFTER))
        self.said_after = [
            each for each in self.after if words.folded[each] not in lex.ADVERBS
        ] or self.after

    def _setting(self) -> str:
        word = self.word(self.before)
        if self.mark_before == " " and word in lex.PREPOSITIONS:
            return word if word in _SETTINGS else "near"
        if self.possessive:
            return "owner"
        if self.clause and self._acts():
            return "subject"
        noun = self._qualifies_noun()
        if self.clause:
            return "noun of clause" if noun else "clause"
        return "noun" if noun else "other"

    def _acts(self) -> bool:
        """Return whether an auxiliary or a verb of what bodies do follows."""
        word = self.word(self.said_after)
        if self.mark_after != " ":
            return False
        return word in lex.AUXILIARIES or not _ACTS.isdisjoint(lex.CLASSES.get(word, ()))

    def _qualifies_noun(self) -> bool:
        """Return whether a word in small letters follows that may be a noun: "Moray schools"."""
        word = self.word(self.after)
        if not word or self.words.gap(self.series.end) != " ":
            return False
        grammatical = word in lex.FUNCTION_WORDS or word in lex.AUXILIARIES
        return not grammatical and self.after[0] not in self.words.capitals

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


def contexts(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Context]:
    """Yield the contexts of the candidates in their order; those of a list share one."""
    for together in in_series(scene.words, candidates):
        for series in together.apart():
            key = (series.first, series.end, len(series.members))
            context = scene.contexts.get(key)
            if context is None:
                context = scene.contexts[key] = Context(series, scene)
            yield context


def _mark(gap: str) -> str:
    """Return the first mark in what stands between two words, " " where there is none."""
    for mark in gap:
        shown = _MARKS.get(mark, mark)
        if shown in _SHOWN_MARKS:
            return shown
    return " "
