"""Classes of words from which the finder tells a council from a place, a person, another body.

The classes live in ``lexicon.toml``, where each says what it holds; regular verbs stand there in
their plain form and are inflected here.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_TABLES = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
_WORDS = _TABLES["services"] | _TABLES["words"]
_SIBILANTS = ("s", "sh", "ch", "x", "z")
_VOWELS = "aeiou"
_DOUBLED = "bdglmnprt"


def _words(name: str) -> Iterator[str]:
    listed = _WORDS.get(name) or _TABLES["lists"][name]
    return (word.replace("_", " ") for word in listed.split())


def inflected(verb: str) -> tuple[str, ...]:
    """Return a regular verb's forms: ``("plan", "plans", "planed", …, "planned", "planning")``."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith(_SIBILANTS):
        return verb, f"{verb}es", f"{verb}ed", f"{verb}ing"
    forms = (verb, f"{verb}s", f"{verb}ed", f"{verb}ing")
    if verb[-1] in _DOUBLED and verb[-2:-1] in _VOWELS and verb[-3:-2] not in _VOWELS:
        return *forms, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    return forms


def _classes_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, verbs in _TABLES["verbs"].items():
        for form in dict.fromkeys(form for verb in verbs.split() for form in inflected(verb)):
            found[form].append(name)
    for name in _WORDS:
        for word in dict.fromkeys(_words(name)):
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


CLASSES = _classes_by_word()
"""The classes of every word in the lexicon: ``{"approved": ("decide",)}``."""

ABROAD = frozenset(_words("abroad"))
ADVERBS = frozenset(_words("adverbs"))
ASSOCIATIONS = frozenset(_words("associations"))
AUXILIARIES = frozenset(_words("auxiliaries"))
BODIES_OF = frozenset(_words("bodies_of"))
CLAUSE_OPENERS = frozenset(_words("clause_openers"))
DWELLINGS = frozenset(_words("dwellings"))
FUNCTION_WORDS = frozenset(_words("function_words"))
MADE_FOR_AUTHORITIES = frozenset(_words("made_for_authorities"))
MONTHS = frozenset(_words("months"))
NOT_IN_NAMES = frozenset(_words("not_in_names"))
OTHER_BODIES = frozenset(_words("other_bodies"))
PREPOSITIONS = frozenset(_words("prepositions"))
SERVICES = frozenset(_TABLES["services"])
"""The classes of words for what councils do for people."""
SHARED_ABROAD = frozenset(_words("shared_abroad"))
TITLES = frozenset(_words("titles"))
DECISIONS = frozenset(word for word, names in CLASSES.items() if {"decide", "say"} & {*names})
OF_COUNCILS = frozenset(
    word for word, names in CLASSES.items() if {"organs", "papers", "posts", *SERVICES} & {*names}
)


@lru_cache(maxsize=8192)
def classes_of(word: str) -> tuple[str, ...]:
    """Return the classes of a word: beside those of the lexicon ``=in`` for a function word."""
    known = CLASSES.get(word, ())
    if word in FUNCTION_WORDS:
        return (*known, f"={word}")
    return known or (("digit",) if word[0].isdigit() else ("other",))
