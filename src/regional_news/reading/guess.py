"""What a page tells about itself: its address, its date and the name of the issue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from regional_news.model import PartialDate
from regional_news.reading.lines import ends_sentence
from regional_news.reading.mail_heads import (
    is_mail_line,
    is_of_the_section,
    issue_in_subject,
    tells_sent,
)
from regional_news.reading.page import Page, ParagraphKind
from regional_news.text import fold, web_address

_OPENING = 25
"""A magazine names its issue and date within this many paragraphs, or not at all."""
_LINE_LENGTH = 120
"""What is longer is prose, and a date in prose is that of some event."""

_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905  words read best as words
)
_MONTHS = {
    spelling: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for spelling in (name, name[:3], name[:4])
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"0?[1-9]|[12]\d|3[01]"
"""A day of a month: not the number of "In Our View 39 September 2026"."""
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>20\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)",
        r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)\b",
        rf"\b(?:(?P<day>{_DAY})(?:st|nd|rd|th|\.)?(?: of)? )?{_MONTH},? (?P<year>20\d\d)\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b",
    )
)
_EDITION = re.compile(r"\b(20\d\d) (?:edition|issue)\b|\b(?:edition|issue) (?:for|of) (20\d\d)\b")
_ISSUE = re.compile(r"\bissue (?:no\.? ?|number )?\d", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?!(?:Page|Part|Section|Chapter|Version|Draft|Week|Item)\b)"
    r"(?:[A-Z][\w’'&-]* ){1,5}(?!20\d\d$)\d{1,4}"
)
"""What reads like the name of an issue where it is the first line: "In Our View 36"."""
_OF_AN_ISSUE = re.compile(
    r".*?\b(?:for|from|of|in)\s+(?:the\s+)?"
    r"((?:issue|edition)\s+(?:no\.?\s*|number\s+)?\d+(?:\s*\([^()]*\))?)(?!\w|\s+of\b).*",
    re.IGNORECASE,
)
"""A phrase about an issue, as in a letter: "the briefs for issue 36, as promised"."""
_LEADING = re.compile(
    r"(?i:(?:.*\b(?:pages?|texts?|copy|briefs?|items|stories)\s+for|copy\s+of)\s+(?:the\s+)?)(?=\w)"
    r"|(?:.*\b(?:pages?|texts?|copy|briefs?|items|stories)\s+)?(?:for|from|of)\s+(?:the\s+)?(?=\w)"
)
"""What leads to a name: "Page for In Our View 36"; with capitals else it may be of the name."""
_FILE_LINK = re.compile(r"download|\bpdf\b", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:last|first) )?(?:updated|modified|posted|published|printed|created|reviewed)\b",
    re.IGNORECASE,
)
_MARKS = " ,;:/|·•–—-"
"""What parts the name of an issue from its date."""
_SITE_NAME = re.compile(r"\s+[|·•–—-]\s+[^|·•–—\d]+$")


def first_web_address(*candidates: str) -> str:
    """Return the first candidate that is a whole http or https address, or nothing."""
    return next(filter(None, (web_address(each.strip()) for each in candidates)), "")


def date_in(text: str) -> PartialDate | None:
    """Return the first date of this century in ``text``, to the day or the month, or None.

    Figures between slashes are day, month, year, as people in the UK and Ireland write them.
    """
    found = date_parts(text)
    return found[1] if found else None


def date_parts(text: str) -> tuple[tuple[str, str], PartialDate] | None:
    """Return what stands before and after the first date of this century, and the date, or None.

    >>> date_parts("Echo 7, June 2031")
    (("Echo 7, ", ""), PartialDate(2031, 6))
    """
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if day := _partial_date(match):
                return (text[: match.start()], text[match.end() :]), day
    return None


def _partial_date(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    month = _MONTHS.get(parts["month"].lower()) or int(parts["month"])
    written = f"{parts['year']}-{month:02d}" + (f"-{int(parts['day']):02d}" if parts["day"] else "")
    return PartialDate.read(written)


def with_guesses(page: Page) -> Page:
    """Return ``page`` with issue and date filled in from its opening words where it has none.

    A title longer than a line is cut. The day on which an e-mail was sent stays a question.
    """
    titled = replace(page, title=page.title[:_LINE_LENGTH])
    return replace(
        titled,
        issue=page.issue or _issue(titled),
        published=page.published or _published(titled),
        sent=page.sent or _sent(page),
    )


def tells_issue(page: Page, line: str) -> bool:
    """Return whether a line says no more than the issue of a page and when that came out.

    >>> tells_issue(page, "In Our View 57 / August 2026"), tells_issue(page, "Our team")
    (True, False)
    """
    parts = date_parts(line)
    is_dated = parts is not None and parts[1] == page.published
    name = _undated(line) if is_dated else line
    name = _bare(name) if has_number(name) else _without_phrase(name)
    is_date = is_dated and (not name or _STAMP.match(name))
    return bool(is_date or fold(name) in fold(page.issue))


def _issue(page: Page) -> str:
    """Return the line that numbers or dates the issue, or what the page alone is called.

    Where a number tells the issue, its date is no part of the name.
    """
    lines = [line for line in _opening_lines(page) if _may_name(line)]
    numbered = (line for line in lines if _ISSUE.search(line))
    named = issue_in_subject(page.subject) if page.subject else _name(page)
    found = next(numbered, "") or ("" if is_of_the_section(named) else named) or _dated(lines)
    found = found or next((line for line in lines[:1] if _NUMBERED.fullmatch(line)), "")
    return _bare(_undated(found)) if has_number(found) else found


def _bare(name: str) -> str:
    """Return a name that has a number without what is around it and in every issue alike."""
    return _without_phrase(issue_in_subject(name))


def _without_phrase(name: str) -> str:
    """Return a name alone, without the words that lead to it: ``briefs for issue 36``."""
    phrase, leading = _OF_AN_ISSUE.fullmatch(name), _LEADING.match(name)
    if not (phrase or leading):
        return name
    bare = phrase[1] if phrase else name[leading.end() if leading else 0 :]
    return bare[0].upper() + bare[1:]


def _dated(lines: Sequence[str]) -> str:
    """Return the first line with a date; where it is nothing else, with the line before it."""
    for before, line in pairwise(["", *lines]):
        if date_in(line):
            rest = _undated(line)
            return line if rest else f"{before}, {line}" if before else ""
    return ""


def has_number(name: str) -> bool:
    """Return whether a number that is no date is in a name: ``In Our View 57, August 2026``."""
    return any(map(str.isdigit, _undated(name)))


def _undated(name: str) -> str:
    """Return a name without the date at its beginning or end; one in brackets is part of it."""
    parts = date_parts(name)
    if parts is None or all(part.strip() for part in parts[0]):
        return name
    return "".join(parts[0]).strip(_MARKS)


def _may_name(line: str) -> bool:
    """Return whether a line may name an issue: no link, no sentence, no “Updated: 2 May 2031”."""
    is_link = _FILE_LINK.search(line) or is_mail_line(line)
    return not (is_link or ends_sentence(line) or _STAMP.match(line))


def _sent(page: Page) -> PartialDate | None:
    """Return the day on which the e-mail was sent in which the page came."""
    mail = (each.text for each in page.paragraphs if each.kind is ParagraphKind.MAIL)
    return next(filter(None, (date_in(line) for line in mail if tells_sent(line))), None)


def _name(page: Page) -> str:
    """Return the page's title without the name of the site, which may stand before or after."""
    name = _SITE_NAME.sub("", page.title)
    headings = (each.text for each in page.paragraphs if each.kind is ParagraphKind.HEADING)
    titled = next((heading for heading in headings if heading in page.title), "")
    return name if name.startswith(titled) else titled


def _published(page: Page) -> PartialDate | None:
    """Return the first date on a line of its own, or the year of the edition."""
    for line in (page.title, *_opening_lines(page)):
        if day := date_in(line):
            return day
    for paragraph in page.paragraphs[:_OPENING]:
        if edition := _EDITION.search(paragraph.text):
            return PartialDate(int(edition[1] or edition[2]))
    return None


def _opening_lines(page: Page) -> Iterator[str]:
    told = (each for each in page.paragraphs if each.kind is not ParagraphKind.MAIL)
    opening = (each.text for each in islice(told, _OPENING))
    return (text for text in opening if len(text) <= _LINE_LENGTH)
