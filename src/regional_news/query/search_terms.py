"""What the words of a search mean: themes, a group of them, regions, a nation, an issue, words.

``search.toml`` has what people type for what is called otherwise here. The longest phrase that is
known counts, so that "data protection" is not "data".
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from regional_news.errors import DataError
from regional_news.query.fulltext import SHORT, words_of
from regional_news.reference import Reference

FILE = "search.toml"
_QUOTE = re.compile('["“”]')
Phrase = tuple[str, ...]
"""Folded words, in order."""

_Told = Mapping[str, Any]
"""What the file says."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for: any of some ids of a group (``theme``, ``region``, ``issue``)."""

    group: str
    ids: tuple[str, ...]
    label: str

    def has(self, words: str) -> bool:
        """Return whether its label has some folded words: no mark between them counts."""
        return words in " ".join(_phrase(self.label))


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of a search with the phrases that mean the same, and what it stands for."""

    words: Phrase
    alike: tuple[Phrase, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    exact: bool = False
    """Whether it stood in quotation marks: whole words, which mean nothing else."""

    @property
    def said(self) -> str:
        """The phrase as a text."""
        return " ".join(self.words)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrase and those that mean the same."""
        return (self.words, *self.alike)


@dataclass(frozen=True)
class SearchTerms:
    """Takes searches apart into terms; an empty one knows single words alone."""

    meanings: Mapping[Phrase, tuple[Meaning, ...]] = field(default_factory=dict)
    alike: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    """Words of a question that say nothing of what is asked for."""

    def of(self, text: str) -> tuple[Term, ...]:
        """Return the terms of a search in order: ``of("Wales sensors")`` are two."""
        terms = list[Term]()
        for number, part in enumerate(_QUOTE.split(text)):
            words = words_of(part, once=False)
            terms += (
                [Term((word,), exact=True) for word in words] if number % 2 else self._of(words)
            )
        return tuple(dict.fromkeys(terms))

    def _of(self, words: list[str]) -> Iterator[Term]:
        while words:
            size = next((n for n in range(len(words), 1, -1) if self._knows(words[:n])), 1)
            phrase, words = tuple(words[:size]), words[size:]
            yield Term(phrase, self.alike.get(phrase, ()), self.meanings.get(phrase, ()))

    def beginning(self, text: str) -> Iterator[Meaning]:
        """Yield each meaning that has a phrase with ``text`` at the beginning of a word.

        One that says nothing of ``text`` is labelled with the phrase, too.
        """
        wanted = " ".join(words_of(text, once=False))
        seen: set[Meaning] = set()
        for phrase, meanings in self.meanings.items() if wanted else ():
            if f" {wanted}" in " " + " ".join(phrase):
                found = " ".join(phrase)
                for each in meanings:
                    if each not in seen:
                        told = found == wanted or each.has(wanted)
                        yield each if told else replace(each, label=f"{found} → {each.label}")
                seen.update(meanings)

    def with_issues(self, names: Iterable[str]) -> "SearchTerms":
        """Return the same terms with the names of issues."""
        issues = {_phrase(name): (Meaning("issue", (name,), name),) for name in names if name}
        return replace(self, meanings={**issues, **self.meanings})

    def _knows(self, words: Sequence[str]) -> bool:
        return tuple(words) in self.meanings or tuple(words) in self.alike


def marks(terms: Iterable[Term]) -> list[list[str]]:
    """Return the phrases to mark in a text; a star stands for the rest of a word."""
    return [
        [word if term.exact or len(word) < SHORT else word + "*" for word in phrase]
        for term in terms
        for phrase in term.phrases
    ]


def load_search_terms(path: Path, reference: Reference) -> SearchTerms:
    """Return the terms of a file; where there is none, those of the labels and names alone.

    What it says of a theme or region that there is not is left out. Raises DataError where it
    cannot be read.
    """
    told = _read(path)
    meanings: dict[Phrase, dict[Meaning, None]] = defaultdict(dict)
    for meaning, phrases in (*_of_themes(reference, told), *_of_regions(reference, told)):
        for phrase in filter(None, map(_phrase, phrases)):
            meanings[phrase][meaning] = None
    alike: dict[Phrase, tuple[Phrase, ...]] = {}
    for group in told.get("same", ()):
        same = [_phrase(words) for words in group["words"]]
        alike |= {phrase: tuple(other for other in same if other != phrase) for phrase in same}
    known = {phrase: tuple(found) for phrase, found in meanings.items()}
    return SearchTerms(known, alike, frozenset(told.get("small_words", ())))


def _read(path: Path) -> _Told:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path.name} cannot be read ({error}); mend or restore it.") from error


def _of_themes(reference: Reference, told: _Told) -> Iterator[tuple[Meaning, list[str]]]:
    words = told.get("theme", {})
    for theme in reference.themes:
        parts = [theme.label, *theme.label.split(" & ")]
        yield Meaning("theme", (theme.id,), theme.label), [*parts, *words.get(theme.id, ())]
    words = told.get("group", {})
    for group, within in reference.themes.by_group().items():
        meaning = Meaning("theme", tuple(theme.id for theme in within), group.label)
        yield meaning, [group.label, *words.get(group.value, ())]


def _of_regions(reference: Reference, told: _Told) -> Iterator[tuple[Meaning, list[str]]]:
    words = told.get("region", {})
    nations: dict[str, list[str]] = defaultdict(list)
    for region in reference.regions.in_magazine:
        nations[region.nation].append(region.id)
        names = [region.name, region.name.removesuffix(" England"), *region.spellings]
        yield Meaning("region", (region.id,), region.name), [*names, *words.get(region.id, ())]
    words = told.get("nation", {})
    for nation, within in nations.items():
        if len(within) > 1:
            yield Meaning("region", tuple(within), nation), [nation, *words.get(nation, ())]


def _phrase(words: str) -> Phrase:
    return tuple(words_of(words, once=False))
