"""What a paragraph reads like, judged by its words alone: a brief, or something around briefs."""

import re

from regional_news.reading import ends_sentence

_MIN_WORDS = 6
_UNFINISHED_WORDS = 15
"""From this many words on, prose that lacks its full stop is taken for a slip of the page."""

_ANNOUNCEMENT = re.compile(
    r"(?:book|buy|join|register|reserve|subscribe|sign up|download|view|read|watch|listen|visit|"
    r"find out|discover|explore|nominate|apply|click|contact|get in touch|save the date|"
    r"don['’]t miss|learn|see|meet|follow)\s+[a-z]",
    re.IGNORECASE,
)
"""An imperative at the start: it asks the reader to do something, as news never does."""
_PROMOTION = re.compile(
    r"\b(?:advertisement|advertorial|sponsored|in association with|on sale now|book now|"
    r"early bird|terms and conditions)\b|^tickets\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:by [A-Z]|(?:authors?|contributors?|words|text|story|reporting|written by|editors?|photos?|"
    r"photographs?|pictures?|pictured|images?|illustrations?|captions?|credits?|above|below|left|"
    r"right)\b[^.:]{0,30}:)",
)
_PICTURE = re.compile(
    r"(?:illustration|photo|photograph|picture|image|screenshot|logo|map|chart) "
    r"(?:showing|shows|of)\b|.*\blogo$",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    r"(?:includ(?:es|ing)|featuring|in this (?:issue|edition|section|round-?up))\b"
    r"|.*\b(?:this (?:issue|edition|section|page|round-?up)|nations (?:and|&) regions)\b",
    re.IGNORECASE,
)
"""What speaks of the page itself introduces its briefs and is none of them."""
_QUOTED = re.compile(r"“[^”]*”|‘.*?’(?!\w)|\"[^\"]*\"|(?<!\w)'.*?'(?!\w)")
_READER = re.compile(r"\b(?:you|your|yours|we|us|our|ours)\b")


def reads_as_prose(text: str) -> bool:
    """Return whether ``text`` is at least one whole sentence."""
    return len(text.split()) >= _MIN_WORDS and ends_sentence(text)


def reads_as_unfinished_prose(text: str) -> bool:
    """Return whether ``text`` is long enough for prose, only without its full stop."""
    return len(text.split()) >= _UNFINISHED_WORDS


def addresses_the_reader(text: str) -> bool:
    """Return whether ``text`` says "you" or "we" outside quotation marks: news does not."""
    return bool(_READER.search(_QUOTED.sub("", text)))


def is_aside(text: str) -> bool:
    """Return whether ``text`` stands around news: advert, credit, caption, quote, introduction."""
    starts = (_ANNOUNCEMENT, _CREDIT, _PICTURE, _INTRODUCTION)
    return (
        any(pattern.match(text) for pattern in starts)
        or bool(_PROMOTION.search(text))
        or bool(_QUOTED.fullmatch(text))
    )
