"""What a paragraph reads like, judged by its words alone: news, or something around news."""

import re

from regional_news.reading import ends_sentence

_SENTENCE = 6
_BRIEF = 12
"""Words that a sentence and a brief have at least; what lies between is often a caption."""

_ANNOUNCEMENT = re.compile(
    r"(?:book|buy|reserve|join|register|subscribe|sign up|nominate|apply|click|download|view|read|"
    r"watch|listen|visit|see|meet|follow|learn|contact|get in touch|find out|discover|explore) "
    r"(?:an?|the|this|us|our|your|all|more|how|what|why|who|now|here|online|today|to|for|with|at|"
    r"on|as|about|tickets?)\b|save the date\b|don['’]t miss\b|welcome to\b",
    re.IGNORECASE,
)
"""An imperative: it asks the reader to do something, as news never does."""
_PROMOTION = re.compile(
    r"(?:advertisement|advertorial|sponsored|promoted|partner content|in association with|"
    r"tickets\b.*\bon sale)\b|.*\b(?:book now|on sale now)\b",
    re.IGNORECASE,
)
_BY_LINE = re.compile(r"[Bb]y [A-Z][^.]{0,60}$")
_SPEAKER = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}, [^.]{3,90}$")
"""A name, a comma and what its bearer does: who said the quotation above."""
_CREDIT = re.compile(
    r"(?:authors?|contributors?|authors? and contributors?|editors?|words|text|story|reporting|"
    r"photos?|photographs?|pictures?|pictured|images?|illustrations?|captions?|credits?|above|"
    r"below|left|right)(?: by| credits?|(?:, from)? left(?: to right)?)?\s*:",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:illustration|photo|photograph|picture|image|screenshot|logo|map|chart) "
    r"(?:showing|shows|of)\b|.*\blogo$",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    r"(?:includes|featuring|in this (?:issue|edition|section|round-?up))\b"
    r"|.*\bnations (?:and|&) regions\b",
    re.IGNORECASE,
)
"""What speaks of the page itself introduces its briefs and is none of them."""
_ASIDES = (_ANNOUNCEMENT, _PROMOTION, _BY_LINE, _SPEAKER, _CREDIT, _PICTURE, _INTRODUCTION)

_QUOTED = re.compile(
    r"“[^“”]*”|‘(?:[^‘’]|’(?=\w))*’|\"[^\"]*\"|(?<!\w)'(?:[^']|'(?=\w))*'",
)
_READER = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def is_aside(text: str) -> bool:
    """Return whether ``text`` stands around news: advert, credit, caption, quote, introduction."""
    return any(aside.match(text) for aside in _ASIDES) or bool(_QUOTED.fullmatch(text))


def reads_as_news(text: str) -> bool:
    """Return whether ``text`` is prose longer than a caption, told and not spoken.

    News does not begin with a quotation, and says "you" only within one.
    """
    return tells(text) and is_long(text)


def tells(text: str) -> bool:
    """Return whether ``text`` is at least one whole sentence, told and not spoken."""
    told = not text.startswith(("“", '"')) and not _READER.search(_QUOTED.sub("", text))
    return told and reads_as_prose(text)


def reads_as_prose(text: str) -> bool:
    """Return whether ``text`` is at least one whole sentence."""
    return len(text.split()) >= _SENTENCE and ends_sentence(text)


def is_long(text: str) -> bool:
    """Return whether ``text`` has as many words as the shortest briefs, full stop or not."""
    return len(text.split()) >= _BRIEF
