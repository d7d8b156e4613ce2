"""A headline drafted from a brief, for a person to better."""

import re

MAX_LENGTH = 80
_OPENING = 400
"""Characters in which the first clause ends, or is cut."""
_MIN_CLAUSE = 35
"""A clause that ends sooner is a name or a phrase, and no headline yet."""

_ASIDE = re.compile(
    r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|,\s+(?:which|who|whose|where)\b[^,;:.?!]*,(?=\s)"
    r"|\s[–—-]\s[^–—;:.?!]*\s[–—-](?=\s)"
)
"""What a sentence can do without: brackets, relative clauses, and what stands between dashes."""
_LEAD_IN = re.compile(
    r"(?i:with|after|as|when|while|because|if|although|though|once|despite|following|since|before|"
    r"in|on|at|by|for|under)\s[^A-Z,;:.?!]{1,60},\s+(?=\w)"
)
"""An opening without a name, before the clause that says who does what."""
_SENTENCE = re.compile(r".+?[^\W_]{3,}[.!?…][”’\"')\]]*(?=\s+[“‘\"']?[A-Z£€\d]|$)", re.DOTALL)
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-]\s")
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|does|did|says?|said|"
    r"told|gets?|got|gives?|gave|takes?|took|makes?|made|puts?|lets?|sets?|wins|won|wants?|spent|"
    r"bought|fell|rose|began|became|met|sent|led|went|ran|found|joins|becomes|expects?|hopes?|"
    r"needs?|shows?|asks?|uses?|"
    r"[a-z]+ed(?!\sby\b))(?!\S)"
)
"""A word that is most often a verb: before it, a clause only names somebody."""
_DANGLING = re.compile(
    r"(?:\s+(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|its|their|his|her|that|which|"
    r"who|whose|into|over|than|about|more|less|worth|is|are|was|were|has|have|had|be|been|will|"
    r"after|before|under|through|while|when|where|because|until|since|during|without|if))+$",
    re.IGNORECASE,
)
_LAST_PHRASE = re.compile(
    r"\s(?:and|for|with|about|after|before|under|through|while|when|because|until|since|during|"
    r"without|if)\s(?:\S+\s){0,2}\S+$"
)
"""The few words after one that joins something to a clause which can stand without it."""
_GOES_ON = re.compile(r"(?:of|and|or|to|in|on|at|by|for|from|with|as|that|which|who|whose)\b")
_COUNTED = re.compile(r"(?:million|billion|thousand|per cent)\b")
_FIGURE = re.compile(r"\s+[£€]?\d[\d.,]*$")
_EDGES = " \t\r\n.,;:!?…–—-/&"


def draft_headline(text: str) -> str:
    """Return the first clause of ``text`` in at most 80 characters, cut between words.

    It ends in no punctuation but a question mark and a closing quote, bracket or sign, and not in
    the middle of a phrase if that can be helped. A single word that is longer is cut.
    """
    squeezed = " ".join(text.split())
    told = (_ASIDE.sub("", squeezed).strip(_EDGES) or squeezed)[:_OPENING]
    sentence = _SENTENCE.match(told)
    first = _main_clause((sentence[0] if sentence else told).strip(_EDGES))
    if len(first) > MAX_LENGTH:
        return _shortened(first)
    asks = bool(first and sentence and sentence[0].endswith("?") and len(first) < MAX_LENGTH)
    return f"{first}?" if asks else first


def _main_clause(sentence: str) -> str:
    if lead_in := _LEAD_IN.match(sentence):
        rest = sentence[lead_in.end() :]
        return rest[0].upper() + rest[1:]
    return sentence


def _shortened(sentence: str) -> str:
    """Return the first clause with a verb, or as many whole phrases as there is room for."""
    verb = _VERB.search(sentence)
    told = verb.end() if verb else 0
    for mark in _CLAUSE_END.finditer(sentence, _MIN_CLAUSE, MAX_LENGTH + 2):
        if mark.start() <= MAX_LENGTH and (mark[0] == ";" or mark.start() >= told):
            return sentence[: mark.start()].rstrip(_EDGES)
    cut = sentence[: MAX_LENGTH + 1].rpartition(" ")[0] or sentence[:MAX_LENGTH]
    return _whole_phrases(cut, sentence[len(cut) :].lstrip()).rstrip(_EDGES) or cut


def _whole_phrases(cut: str, rest: str) -> str:
    """Return ``cut`` without a phrase that only goes on in ``rest``."""
    if _COUNTED.match(rest):
        cut = _FIGURE.sub("", cut)
    whole = _DANGLING.sub("", cut)
    if whole == cut and not _GOES_ON.match(rest):
        whole = _DANGLING.sub("", _LAST_PHRASE.sub("", cut))
    return whole if len(whole) >= _MIN_CLAUSE else cut
