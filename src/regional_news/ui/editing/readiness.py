"""What a brief needs before it is ready to be saved."""

from collections.abc import Iterable

from regional_news.model import UNDATED, Brief

COUNCIL = "a council, or your word that it is about none"
FIELDS = {
    "a headline": "headline",
    "a text": "summary",
    "a date": "published",
    "a region": "region",
    "a theme": "themes",
    COUNCIL: "councils",
}
"""What a brief needs, in words that follow “needs” → the field that has it."""

_NOTHING = ("", (), UNDATED)


def needs(brief: Brief) -> tuple[str, ...]:
    """Return what a brief lacks, in words that follow “needs”; empty if it is whole.

    >>> needs(replace(whole, themes=(), headline=""))
    ("a headline", "a theme")
    """
    return tuple(words for words, field in FIELDS.items() if getattr(brief, field) in _NOTHING)


def unsaved(brief: Brief) -> tuple[str, ...]:
    """Return without what a brief cannot be saved at all."""
    must = {"a headline", "a text", "a date", "a region"}
    return tuple(each for each in needs(brief) if each in must)


def in_words(needed: Iterable[str]) -> str:
    """Return needs as a phrase: ``a headline and a theme``."""
    *first, last = needed
    return f"{', '.join(first)} and {last}" if first else last
