"""The heads of e-mails that stand in a text: forwarded or copied, who wrote to whom, about what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regional_news.reading.page import Page, Paragraph, ParagraphKind

_NAMES = {
    "subject": "subject|betreff|objet|pwnc|ábhar",
    "sent": "sent|date|gesendet|datum|envoyé|anfonwyd|dyddiad|seolta|dáta",
    "other": "from|to|cc|bcc|reply-to|importance|attachments?|von|an|de|à|oddi wrth|at|chuig|ó",
}
"""What mail programs call the fields, in English, German, French, Welsh and Irish."""
_FIELD = re.compile(
    r"[>*_\s]*(?:" + "|".join(f"(?P<{what}>{names})" for what, names in _NAMES.items()) + ")"
    r"[*_]*\s*:[*_]*\s*(?P<value>.*)",
    re.IGNORECASE,
)
_WROTE = re.compile(r"[>\s]*(?:On|Am|Le) .{5,200} (?:wrote|schrieb.{0,80}|a écrit) ?:")
"""What stands over the message that is answered; it tells when that was sent."""
_REPLY_MARK = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_OF_THE_SECTION = (
    r"(?:(?:nations?|regions?|regional|and|&|news|pages?|section|round-?up|briefs?)\b\W*)+"
)
_SECTION_AROUND = re.compile(rf"^{_OF_THE_SECTION}|[\W_]*\b{_OF_THE_SECTION}$", re.IGNORECASE)


def is_mail_line(text: str) -> bool:
    """Return whether a line has the form of a line in the head of an e-mail: ``Sent: 2 May``."""
    return bool(_FIELD.match(text) or _WROTE.fullmatch(text))


def with_mail_heads(page: Page) -> Page:
    """Return the page with the heads of e-mails marked as such; the first gives the subject.

    A head has two lines or more, or tells the subject.
    """
    paragraphs = list(page.paragraphs)
    for head in _heads(paragraphs):
        for at in head:
            paragraphs[at] = replace(paragraphs[at], kind=ParagraphKind.MAIL)
    subjects = (each.text for each in paragraphs if each.kind is ParagraphKind.MAIL)
    told = (field["value"] for field in map(_FIELD.match, subjects) if field and field["subject"])
    return replace(
        page,
        paragraphs=tuple(paragraphs),
        subject=page.subject or next((bare_subject(each) for each in told if each), ""),
    )


def tells_sent(text: str) -> bool:
    """Return whether a line of a head tells when the message was sent."""
    field = _FIELD.match(text)
    return bool(field["sent"]) if field else bool(_WROTE.fullmatch(text))


def bare_subject(subject: str) -> str:
    """Return a subject without the marks of answers and of what was forwarded.

    >>> bare_subject("Fwd: RE: In Our View 52")
    "In Our View 52"
    """
    return _REPLY_MARK.sub("", subject.strip())


def issue_in_subject(subject: str) -> str:
    """Return the name of the issue in a subject, "" where no number tells that it has one.

    >>> issue_in_subject("In Our View 52 nations page")
    "In Our View 52"
    """
    name = _SECTION_AROUND.sub("", subject).strip(" -–—:,|")
    if not any(map(str.isdigit, subject)):
        return ""
    return name if any(map(str.isalpha, name)) else subject


def is_of_the_section(title: str) -> bool:
    """Return whether a title names the section, as in every issue: ``Nations and regions news``."""
    return bool(re.fullmatch(_OF_THE_SECTION, title, re.IGNORECASE))


def _heads(paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """Yield the places of each head; a list of addresses may run over several lines."""
    start = 0
    while start < len(paragraphs):
        end = start
        while end < len(paragraphs) and (
            is_mail_line(paragraphs[end].text)
            or (end > start and paragraphs[end - 1].text.endswith((",", ";")))
        ):
            end += 1
        field = _FIELD.match(paragraphs[start].text)
        if end - start > 1 or (end > start and (not field or field["subject"])):
            yield range(start, end)
        start = max(end, start + 1)
