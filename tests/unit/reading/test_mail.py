"""E-mails and web archives."""

from email.message import EmailMessage

import docx
import pytest
from tests.unit.reading.files import PAGES, word

from regional_news.errors import UnreadablePage
from regional_news.model import PartialDate
from regional_news.reading import Page, read_page

NEWS = (
    "Wales\n\nLlareggub County Council’s cabinet has agreed to spend £2 million on its website.\n"
)
MARKUP = "<h2>Wales</h2><p>Llareggub County Council has a <del>slow</del> new website.</p>"


def message(**headers: str) -> EmailMessage:
    """Return a message with a plain text."""
    mail = EmailMessage()
    mail["From"] = "Editor <editor@example.org>"
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(NEWS, cte="quoted-printable")
    return mail


def read(mail: EmailMessage) -> Page:
    """Return the page in a message."""
    return read_page(mail.as_bytes(), filename="news.eml")


def test_what_was_encoded_for_the_way_is_decoded() -> None:
    """Apostrophes and pounds are themselves, and no line is broken by the mail."""
    mail = message(Subject="Fwd: Nations and regions news", Date="Mon, 14 Sep 2031 10:00:00 +0100")
    assert b"=E2=80=99" in mail.as_bytes()
    page = read(mail)
    assert [each.text for each in page.paragraphs] == NEWS.strip().split("\n\n")
    assert page.title == "Nations and regions news"
    assert page.sent == PartialDate(2031, 9, 14)
    assert page.published is None


def test_of_two_forms_of_a_text_the_web_page_is_read() -> None:
    """It tells headings and what is struck out."""
    mail = message()
    mail.add_alternative(MARKUP, subtype="html")
    assert read(mail).paragraphs[1].text == "Llareggub County Council has a new website."


def test_a_page_that_is_attached_is_read() -> None:
    """The part with most text is the page: a covering note has less."""
    document = docx.Document()
    for line in NEWS.split("\n\n") * 3:
        document.add_paragraph(line)
    mail = EmailMessage()
    mail.set_content("Please find attached the page for the next issue.")
    mail.add_attachment(
        word(document),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename="page.docx",
    )
    assert len(read(mail).paragraphs) == 6


def test_a_web_archive_tells_where_it_was_saved_from() -> None:
    """Browsers save a page and its pictures as one message; the day of that tells nothing."""
    mail = EmailMessage()
    mail["Date"] = "Mon, 14 Sep 2031 10:00:00 +0100"
    mail["Snapshot-Content-Location"] = "https://review.example/news/"
    mail.set_content(MARKUP, subtype="html")
    mail.make_related()
    page = read_page(mail.as_bytes(), filename="news.mhtml")
    assert page.url == "https://review.example/news/"
    assert (page.published, page.sent) == (None, None)


def test_a_web_archive_of_a_browser_is_read() -> None:
    """As Chromium saves it."""
    page = read_page((PAGES / "printed" / "saved.mhtml").read_bytes())
    assert len(page.paragraphs) == 27


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-unknown"])
def test_text_in_any_charset_is_read(charset: str) -> None:
    """One that is unknown is guessed."""
    text = NEWS.replace("’", "'")
    head = f"Subject: News\nContent-Type: text/plain; charset={charset}\n\n"
    encoding = "cp1252" if charset == "x-unknown" else charset
    assert "£2 million" in read_page((head + text).encode(encoding)).paragraphs[1].text


def test_a_forwarded_text_without_headers_of_mail_stays_text() -> None:
    """Pasted lines that say from whom it came are lines."""
    text = f"From: Editor\nSubject: News\n\n{NEWS}"
    assert read_page(text.encode()).paragraphs[0].text == "From: Editor"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Content-Type: image/png\nMIME-Version: 1.0\n\nx", "has no part that can be read"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/mixed; boundary=b\n\n" * 300,
            "too many parts",
        ),
    ],
)
def test_a_message_without_a_page_is_refused(data: bytes, reason: str) -> None:
    """In a sentence, as every file is."""
    with pytest.raises(UnreadablePage, match=reason):
        read_page(data)
