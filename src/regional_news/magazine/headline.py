"""A headline drafted from a brief, for a person to better."""

import re

MAX_LENGTH = 80
_OPENING = 400
"""Characters in which the first clause ends, or is cut."""
_MIN_CLAUSE = 35
"""A clause that ends sooner is a name or a phrase, and no headline yet."""

_ASIDE = re.compile(
    r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|,\s+(?:which|who|whose|where)\b[^,;:.?!]*,(?=\s)"
)
"""What a sentence can do without: brackets, and relative clauses between commas."""
_SENTENCE = re.compile(r".+?[^\W_]{3,}[.!?…][”’\"')\]]*(?=\s+[“‘\"']?[A-Z£€\d]|$)", re.DOTALL)
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-]\s")
_DANGLING = re.compile(
    r"(?:\s+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|its|their|his|her|that|which|"
    r"who|into|over|than|about|is|are|was|were|has|have|had|be|been|will))+$",
    re.IGNORECASE,
)
_EDGES = " \t\r\n.,;:!?…–—-/&"


def draft_headline(text: str) -> str:
    """Return the first clause of ``text`` in at most 80 characters, cut between words.

    It ends in no punctuation but a closing quote, bracket or sign, and not in a small word that
    leaves the reader waiting. A single word that is longer is cut.
    """
    squeezed = " ".join(text.split())
    told = (_ASIDE.sub("", squeezed).strip(_EDGES) or squeezed)[:_OPENING]
    sentence = _SENTENCE.match(told)
    first = (sentence[0] if sentence else told).strip(_EDGES)
    return first if len(first) <= MAX_LENGTH else _shortened(first)


def _shortened(sentence: str) -> str:
    clauses = [match.start() for match in _CLAUSE_END.finditer(sentence, _MIN_CLAUSE)]
    if clauses and clauses[0] <= MAX_LENGTH:
        return sentence[: clauses[0]].rstrip(_EDGES)
    cut = sentence[: MAX_LENGTH + 1].rpartition(" ")[0] or sentence[:MAX_LENGTH]
    return (_DANGLING.sub("", cut) or cut).rstrip(_EDGES) or cut
