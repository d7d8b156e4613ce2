"""A headline drafted from a brief: a whole clause of its own words, or nothing."""

import re
from collections.abc import Iterator

MAX_LENGTH = 80
_OPENING = 400
"""Characters in which the clauses lie that are looked at."""
_FEWEST_WORDS = 4

_LEAD_IN = re.compile(
    r"(?i:with|after|as|when|while|because|if|although|though|once|despite|following|since|before|"
    r"in|on|at|by|for|under)\s[^A-Z,;:.?!]{1,60},\s+(?=\w)"
)
"""An opening without a name, before the clause that says who does what."""
_SENTENCE = re.compile(r".{1,400}?[^\W_]{2,}[.!?…][”’\"')\]]*(?=\s+[“‘\"']?[A-Z£€\d]|$)", re.DOTALL)
_COUNCIL_TYPE = re.compile(
    r"(?<=[a-z])(?<!and)(?<!the)(?<!The) (?:(?:Metropolitan|County|City|District|Borough) ){1,3}"
    r"Council(?!s)(?=[ ’'])|(?<=[a-z])(?<!and)(?<!the)(?<!The) Council(?!s)(?=[ ’'])"
)
"""What the magazine's headlines leave out of a council's name where it is short of room."""

_AUXILIARY = (
    "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|cannot|won't"
)
_FINITE = (
    "became|began|begins|came|chose|cuts|drew|fell|gave|got|grew|lets|puts|ran|rose|said|says|saw|sets|"
    "shuts|stood|took|went|wrote|wants|gets|gives|takes|makes|keeps|joins|becomes|expects|hopes|"
    "(?<!special )needs|shows|asks|uses|buys|sells|opens|closes|launches|starts|ends|goes|comes|"
    "turns|brings|moves|builds|helps|seeks|signs|tests|tries|hires|raises|saves|shares|tells|warns|trains|"
    "covers|holds|provides|serves|stores|adds|runs|aims|intends|believes|thinks|faces|wins|pays|"
    "spends|loses|finds|reaches|gains|publishes|plans to|sees"
)
_PAST = (
    "[a-z]{3,}ed|bought|brought|built|cut|found|held|kept|led|left|lent|let|lost|made|met|paid|put|"
    "sold|sent|set|shut|spent|taught|told|won"
)
"""Verbs in the past, which may be participles as well: "flats built by a council"."""
_GOES_ON = (
    rf"(?=\s(?:(?:{_AUXILIARY}|{_FINITE}|{_PAST}|[a-z]{{3,}}s|and|or|but|to|in|on|at|by|for|from|with|"
    r"into|of)\b))"
)
"""What a sentence goes on with after an aside: not with whom it quotes, "head of IT Jo said"."""
_ASIDE = re.compile(
    r"\s*\([^()]{1,120}\)|\s*\[[^\[\]]{1,120}\]"
    rf"|,\s+(?:which|who|whose|where)\b[^,;:.?!]{{1,120}},{_GOES_ON}"
    rf"|\s[–—-]\s[^–—;:.?!]{{1,120}}\s[–—-]{_GOES_ON}"
)
"""What a sentence can do without: brackets, relative clauses, and what stands between dashes."""
_VERB = re.compile(
    rf"\s(?:(?:{_AUXILIARY}|{_FINITE})\b(?!-)|(?:{_PAST})(?=\s(?:an?|the|its|their|his|her|more|all|"
    r"both|each|every|some|\w+teen|two|three|four|five|six|seven|eight|nine|ten|\d\S*|£\S+|€\S+|"
    r"how|what|that|up|down|out|residents|staff|people|nearly|almost|about|over)\b))"
)
"""A finite verb, most often: before it, a clause only names somebody."""
_DOES = re.compile(
    r"\b[A-Z][\w’-]+ [a-z]{3,}s (?!(?:and|at|by|for|from|in|of|on|outside|to|with|[a-z]+ing)\b)"
)
"""Any verb in the present right after a name: "Walford trials drones", not "Walford pupils at"."""
_END = re.compile(
    # a mark after which something else is said
    r";(?=\s)|\s[–—-](?=\s)"
    r"|,(?=\s(?:which|who|whose|where|when|while|but|so|and (?:[a-z]{3,}ed|shut|put|cut|sold|built|"
    r"will|is|are|has|have|had|was|were|says|said|expects?|hopes?|plans?|it|they|he|she|the|that|one|two|all|each|most|some|nine)|"
    r"with|after|as|because|before|although|though|despite|following|including|according|"
    r"saying|making|giving|leaving|bringing|taking|replacing|using|saving|allowing|letting|"
    r"adding|meaning|part of|thanks|having|rather|instead|up from|down from|partly|mainly|"
    r"mostly|from (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)|a (?:move|change|sum|figure|third|quarter|record|step|fall|rise|cut|saving)|"
    r"the (?:first|second|last|only|largest|highest|lowest|most|latest)|"
    r"[^,;:]{1,60}? (?:said|says|told|announced|reported|wrote|argued|believes|adds|added)\b|"
    r"(?:said|says|told|according)\b))"
    # a word that begins a clause or a phrase without which the first one stands
    r"|(?=\s(?:after|before|while|because|although|though|unless|until|whereas|so that|so as to|"
    r"in order to|in case|now that|even though|despite|"
    r"(?<!all )but (?:[a-z]{3,}ed|kept|will|has|have|is|are)|following|ahead of|according to|"
    r"instead of|rather than|as part of|as well as|thanks to|in return for|in response to|"
    r"in the hope|in a bid to|with the aim|on condition that|when (?:it|they|the|he|she|its|their|"
    r"a|staff|residents)|as (?:it|they|he|she)|where (?:it|they|the|residents)|"
    r"and (?:will|is|are|has|have|had|was|were|would|can|could|says|said|expects?|hopes?|intends?|"
    r"plans to|aims to|wants|now|then|it|they))\s)"
)
"""Where a clause ends that can stand alone if it has said who does what."""
_PHRASE = re.compile(
    r"(?<=[a-z0-9%’'])(?<!ed)(?<!ing)(?<!\bable)(?<!\bready)(?<!\bdue)(?<!\blikely)(?<!\bwork)"
    r"(?=\s(?:for|with|at|in|during|under|across|through|using|by|within|between|throughout|"
    r"alongside|inside|outside|near|via|without|until|since|worth)\s)"
    r"|(?:bought|ordered|opened|launched|fitted|installed|built|hired|signed|published|introduced|"
    r"appointed|created|formed|chosen|picked|begun|started|adopted|buying|fitting|installing|"
    r"building|hiring|using|uses|trialling|testing|put up|set up)\s(?:[^\s,;:]+\s){0,8}[a-z]{3,}"
    r"(?=\sto\s[a-z]{2,})"
)
"""Where a phrase begins that a clause can do without: where, how, for whom, what for."""
_OPEN_PHRASE = re.compile(
    r"\b(?:to|can|may|will|must|could|would|should|might|not|who|they|it|we)\s[a-z]+$"
    r"|\b(?:an?|the|has|have|had)\s[\w-]+$|[a-z](?:ed|en|wn|ught|ing)$|\b(?:held|sold|told|read|struck)$"
    r"|\b(?:be|is|are|was|were)\s(?:the\s)?(?:first|last|next|one)$"
    r"|\bput\s(?!.*\b(?:on|in|into|to|up|out|off|online|together|back|down|forward)\b).*$"
    r"|\b(?:sent|made|built|kept|put|set|run|led|left|lost|paid|cut|back|together|themselves|"
    r"itself|million|billion|\d+)$"
    r"|\b(?:becomes?|became|become|named|called|ranked)\s[^,]*$"
    r"|\bwants?\s[a-z]+$"
    r"|\b(?:help(?:s|ed|ing)?|lets?|letting|mak(?:es?|ing)|made)\s(?:them|him|her|it|us|people|residents|tenants|"
    r"pupils|patients|staff|families|children|carers|customers|visitors)\s[a-z]+$"
    r"|\b(?:which|how|what|whether|who|that)\s(?!.*\b(?:is|are|was|were|has|have|had|will|would|can|"
    r"could|may|must|should|need|needs|[a-z]+ed)\b).*$"
)
"""Words after which a phrase is no extra: it says what the verb or the noun is about."""
_OPEN_END = re.compile(
    r",\s(?!.*\band\b)(?:[^\s,]+\s?){1,3}$|:\s\S+$"
    r"|\b(?:years?|months?|weeks?|days?|hours?|minutes?)$|\b(?:say|asking)$"
    r"|\b(?:tells?|told|asks?|asked)\s(?!.*\b(?:to|that|about|how|what|why|for)\b).*$"
    r"|[A-Z][\w’-]+\s(?:head|director|leader|lead|chief|manager|officer|member|chair|mayor)"
    r"(?:\sof\s[a-z]+(?:\sand\s[a-z]+)?)?$"
)
"""What goes on: a few words after a mark, a measure of time before "after", "told its staff", and
an office whose holder is still to be named: "at Saxwold head of digital"."""
_CONDITION = re.compile(r"\b(?:if(?! only)|unless|provided that)\s")
"""Without what it begins, a clause promises more than its sentence."""
_TAKES_WITH = re.compile(
    r"\b(?:replac|swap|equip|match|provid|suppl|link|pair|combin|merg|compar|serv|charg|begin|beg[au]n|"
    r"shar|work)[a-z]*\b",
)
"""Verbs that say little without what they are done with."""
_PHRASE_WORDS = 6
"""Words that say enough, where a phrase is cut off."""
_SUBORDINATE = re.compile(
    r"\b(?:after|before|when|while|because|since|until|if|that|which|who|whose|where|although|"
    r"though|once|how|what|why|whether|as)\s",
    re.IGNORECASE,
)
"""Before the first verb, it says that the verb is not the main one."""
_DANGLING = re.compile(
    r"\b(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|its|their|his|her|that|which|who|"
    r"whose|into|over|than|about|more|less|fewer|worth|is|are|was|were|has|have|had|be|been|being|"
    r"will|would|can|could|may|must|should|after|before|under|through|while|when|where|because|"
    r"until|since|during|without|if|not|no|up to|only|also|both|between|among|per|such|other|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|said|says|told|that's|agreed|decided|"
    r"plans|plan|due|able|set|likely|expected|asked|begun|started|nearly|almost|around|some|yet)$"
    r"|\bthe (?:first|second|third|last|latest|only|best|worst) [\w-]+$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"Having\s|[A-Z][a-z]+ing\s(?:from|after|with|by|on|at|in|to|what|a|the|its)\s"
)
"""Who does that comes later in the sentence."""
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_EDGES = " \t\r\n.,;:!…–—-/&"


def draft_headline(text: str) -> str:
    """Return a clause of ``text`` with subject and verb in at most 80 characters, or nothing.

    It is the longest of the first sentence that ends where a clause ends, or else before a phrase
    that a clause can do without. Where none fits, "Council" and its kind are left out of a
    council's name. An empty headline asks for a person's.

    >>> draft_headline("Walford Council has bought 40 drones, which it will share with others.")
    'Walford Council has bought 40 drones'
    """
    squeezed = " ".join(text.split())[: 2 * _OPENING]
    sentence = _first_sentence(_ASIDE.sub("", squeezed))
    forms = (sentence, _COUNCIL_TYPE.sub("", sentence))
    tries = ((form, ends) for ends in (_END, _PHRASE) for form in forms)
    drafts = (max(_clauses(form, ends), key=len, default="") for form, ends in tries)
    return next(filter(None, drafts), "")


def has_verb(text: str) -> bool:
    """Return whether ``text`` says what somebody does, as the caption of a picture seldom does.

    >>> has_verb("Walford is testing drones."), has_verb("Staff of Walford at the launch.")
    (True, False)
    """
    return bool(_VERB.search(text) or _DOES.search(text))


def _first_sentence(text: str) -> str:
    """Return the first sentence, without an opening before its main clause."""
    match = _SENTENCE.match(text)
    sentence = (match[0] if match else text[:_OPENING]).strip()
    if lead_in := _LEAD_IN.match(sentence):
        rest = sentence[lead_in.end() :]
        return rest[0].upper() + rest[1:]
    return sentence


def _clauses(sentence: str, ends: re.Pattern[str]) -> Iterator[str]:
    """Yield what can be a headline: the sentence, and each clause up to one of its ``ends``."""
    whole = sentence.rstrip(_EDGES)
    if _stands_alone(whole) or (_SENTENCE.fullmatch(sentence) and _is_plain(whole)):
        yield whole
    for match in ends.finditer(sentence, 0, MAX_LENGTH + 12):
        end = match.end() if match[0].strip(" ,;–—-") else match.start()
        clause, rest = sentence[:end].rstrip(_EDGES), sentence[end:]
        if _OPEN_END.search(clause) or _CONDITION.search(rest) or _owes_with(clause, rest):
            continue
        if _stands_alone(clause) and (ends is _END or _is_whole(clause)):
            yield clause


def _owes_with(clause: str, rest: str) -> bool:
    """Return whether what follows belongs to the verb: "has replaced its diaries with tablets"."""
    return rest.startswith(" with ") and bool(_TAKES_WITH.search(clause))


def _is_whole(clause: str) -> bool:
    """Return whether a clause says enough without the phrase that was cut off."""
    return len(clause.split()) >= _PHRASE_WORDS and not _OPEN_PHRASE.search(clause)


def _stands_alone(clause: str) -> bool:
    """Return whether a clause says who does what, in as much room as there is."""
    verb = _VERB.search(clause) if _may_stand(clause) else None
    if not verb or verb.end() == len(clause):
        return False
    return clause.endswith("?") or not _SUBORDINATE.search(clause, 0, verb.start() + 1)


def _is_plain(sentence: str) -> bool:
    """Return whether a sentence says what a council does: “Walford Council sends bills”."""
    does = _DOES.search(sentence) if _may_stand(sentence) else None
    if not (does and does[0].startswith("Council ")):
        return False
    return not _SUBORDINATE.search(sentence, 0, does.start() + 1)


def _may_stand(clause: str) -> bool:
    """Return whether a clause has the room, and neither begins nor ends in the middle."""
    if len(clause) > MAX_LENGTH or len(clause.split()) < _FEWEST_WORDS:
        return False
    if _DANGLING.search(clause) or _PARTICIPLE.match(clause):
        return False
    if not (clause[0].isalnum() or clause[0] in "“‘£€"):
        return False
    return all(clause.count(a) == clause.count(b) for a, b in _PAIRS)
