"""One folding of characters for text of every format: what is read has none that only look.

Ligatures, wide and other presentation forms become the letters that they stand for, accents join
their letters, spaces of every width are one space, and what a reader does not see goes.
"""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc]"
)
"""Controls, and marks that say where a line may break, which way it runs or how a letter looks."""
_PRESENTED = re.compile(
    "[\ufb00-\ufb4f\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff5e\uffe0-\uffe6\U0001d400-\U0001d7ff]+"
)
"""Ligatures, forms for vertical lines, small and full-width forms, letters of mathematics."""
_OTHER = str.maketrans(
    {
        "\uf001": "fi",  # where fonts of old keep their ligatures
        "\uf002": "fl",
        "\uf0b7": "•",  # Word's bullets, in its fonts of symbols
        "\uf0a7": "▪",
        "\u2010": "-",  # hyphens that may break and that may not
        "\u2011": "-",
    }
)
_SOFT_HYPHEN = re.compile("\xad\\s*$")
_NOTE_MARK = re.compile(
    r"(?<=\w)\[(?:\^?\d{1,3}|note \d{1,3})\](?!\w)"
    r"|(?<=[.,;:!?…”’\"')])\s?\[(?:\^?\d{1,3}|[a-z]|note \d{1,3})\](?!\w)"
    r"|(?<=[^\W\d_])[⁰¹²³⁴-⁹]{1,3}(?!\w)|(?<=[.,;:!?…”’\"')])[⁰¹²³⁴-⁹]{1,3}(?!\w)"
    r"|(?<=[\w.,;:!?…”’\"')])[†‡]{1,2}(?!\w)"
)
_MOST_MARKS = 30
"""How many accents a letter keeps, as in Unicode's "stream-safe" texts (UAX 15): to sort more takes
as long as their number squared."""
_MANY_SIGNS = re.compile(rf"[^\w\s]{{{_MOST_MARKS + 1},}}")
_UNIT = re.compile(r"\b(?:[kcm]?m|ft|mi|CO)\Z")


def squeeze(text: str) -> str:
    """Return ``text`` folded, on one line with single spaces.

    Idempotent: ``squeeze(squeeze(x)) == squeeze(x)``.

    >>> squeeze("Cardi\ufb00\u00a0 Council")
    'Cardiff Council'
    """
    if not text.isascii():
        text = _PRESENTED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
        text = _MANY_SIGNS.sub(_few_marks, _INVISIBLE.sub("", text.translate(_OTHER)))
        text = unicodedata.normalize("NFC", text)
    else:
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def _few_marks(signs: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in signs[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        kept += [sign] if marks <= _MOST_MARKS else []
    return "".join(kept)


def squeeze_line(text: str) -> str:
    """Return a line folded; a soft hyphen at its end, where it shows, stays as a hyphen."""
    return squeeze(_SOFT_HYPHEN.sub("-", text) if "\xad" in text else text)


def without_note_marks(text: str) -> str:
    """Return ``text`` without the marks that lead to footnotes: ``[1]``, ``¹``, ``†``.

    They follow a word or the mark after it. A square metre, carbon dioxide and figures in
    brackets that stand on their own keep what they have.

    >>> without_note_marks("It will open in May.[1] It has 90 m² of [2] rooms.")
    'It will open in May. It has 90 m² of [2] rooms.'
    """
    if not any(sign in text for sign in "[⁰¹²³⁴⁵⁶⁷⁸⁹†‡"):
        return text
    return _NOTE_MARK.sub(_unmarked, text)


def _unmarked(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 3) : found.start()]
    return found[0] if found[0] in ("²", "³") and _UNIT.search(before) else ""
