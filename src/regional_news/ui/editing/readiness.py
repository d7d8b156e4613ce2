"""What a brief needs before it is ready to be saved."""

from collections.abc import Iterable

from regional_news.model import Brief, PartialDate

UNDATED = PartialDate(0)
"""What stands for the date of a stored brief whose date cannot be read."""


def needs(brief: Brief) -> tuple[str, ...]:
    """Return what a brief lacks, in words that follow “needs”; empty if it is whole.

    >>> needs(replace(whole, themes=(), headline=""))
    ("a headline", "a theme")
    """
    wanted = {
        "a headline": brief.headline,
        "a text": brief.summary,
        "a date": brief.published != UNDATED,
        "a region": brief.region,
        "a theme": brief.themes,
        "a council, or your word that it is about none": brief.councils,
    }
    return tuple(words for words, value in wanted.items() if not value)


def unsaved(brief: Brief) -> tuple[str, ...]:
    """Return without what a brief cannot be saved at all."""
    must = {"a headline", "a text", "a date", "a region"}
    return tuple(each for each in needs(brief) if each in must)


def in_words(needed: Iterable[str]) -> str:
    """Return needs as a phrase: ``a headline and a theme``."""
    *first, last = needed
    return f"{', '.join(first)} and {last}" if first else last
