"""E-mails and web archives: the part that a person reads, decoded."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import islice

from regional_news.errors import UnreadablePage
from regional_news.model import PartialDate
from regional_news.reading.characters import squeeze
from regional_news.reading.guess import first_web_address
from regional_news.reading.mail_heads import bare_subject
from regional_news.reading.page import Page

Reader = Callable[[bytes], Page]
"""Reads a part of a message as a page of its own, or raises UnreadablePage."""

_MOST_PARTS = 200
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_ATTACHED = (
    "application/pdf",
    "application/rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/octet-stream",
)


def read_mail(data: bytes, read: Reader) -> Page:
    """Return the page in an e-mail or a web archive (MHTML): its body, or what is attached to it.

    Of these, the one with most text. What is said twice, as a web page and as plain text, is taken
    as the web page; ``read`` reads a part. The subject is the title where the part has none; the
    day on which an e-mail was sent is told as such, since an issue may have come out on another.
    Raises UnreadablePage where no part can be read.
    """
    if len(_BOUNDARY.findall(data)) > _MOST_PARTS:
        raise UnreadablePage("This e-mail has too many parts; copy its text and paste it.")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        contents = [_content(part) for part in islice(_parts(message), _MOST_PARTS)]
    except Exception as error:  # the parser raises whatever the damage suggests
        raise UnreadablePage("This e-mail is damaged; copy its text and paste it.") from error
    pages = [page for content in contents for page in _read(read, content)]
    if not pages:
        raise UnreadablePage(
            "This e-mail has no part that can be read; copy its text and paste it."
        )
    return _with_facts(max(pages, key=_letters), message)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the bodies of a message and of those forwarded in it, and the files attached."""
    for part in message.walk():
        is_message = part is message or part.get_content_type() == "message/rfc822"
        whole = part.get_content() if is_message and part is not message else part
        if is_message:
            yield from filter(None, [whole.get_body(("html", "plain"))])
        elif part.get_content_type() in _ATTACHED and not part.is_multipart():
            yield part


def _content(part: EmailMessage) -> bytes:
    """Return the content of a part; text in UTF-8 where its encoding is what it says."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if part.get_content_maintype() != "text":
        return content
    try:
        return content.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeError):
        return content


def _read(read: Reader, content: bytes) -> Iterator[Page]:
    with suppress(UnreadablePage):
        yield read(content)


def _letters(page: Page) -> int:
    return sum(len(paragraph.text) for paragraph in page.paragraphs)


def _with_facts(page: Page, message: EmailMessage) -> Page:
    subject = bare_subject(squeeze(str(message.get("Subject", ""))))
    saved_from = str(message.get("Snapshot-Content-Location", ""))
    return replace(
        page,
        title=page.title or subject,
        url=first_web_address(page.url, saved_from),
        subject=subject,
        sent=None if saved_from else _sent(str(message.get("Date", ""))),
    )


def _sent(date: str) -> PartialDate | None:
    try:
        day = parsedate_to_datetime(date)
        return PartialDate(day.year, day.month, day.day)
    except ValueError:
        return None
