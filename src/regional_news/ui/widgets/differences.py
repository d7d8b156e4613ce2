"""Two texts side by side, with the words marked in which they differ."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from regional_news.ui.widgets.plain import plain

_ALIKE = 0.4
"""From which share of words in common on the others are marked; else all would be."""


def marked(before: str, after: str) -> tuple[str, str]:
    """Return two texts as Markdown, each with its own words marked, in bold and in a colour.

    >>> marked("It has 12 bins", "It has 40 bins")
    ("It has :orange-background[**12**] bins", "It has :blue-background[**40**] bins")
    """
    one, other = before.split(), after.split()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return plain(before), plain(after)
    runs = matcher.get_opcodes()
    left = ((one[a:b], kind == "equal") for kind, a, b, _, _ in runs)
    right = ((other[c:d], kind == "equal") for kind, _, _, c, d in runs)
    return " ".join(_spans(left, "orange")), " ".join(_spans(right, "blue"))


def _spans(runs: Iterator[tuple[Sequence[str], bool]], colour: str) -> Iterator[str]:
    for words, same in runs:
        if words:
            text = plain(" ".join(words))
            yield text if same else f":{colour}-background[**{text}**]"
