"""What kind of file some bytes are, told by the bytes and not by the file's name."""

import io
import re
import zipfile
from enum import StrEnum
from itertools import islice
from pathlib import PurePosixPath

from regional_news.errors import UnreadablePage


class Format(StrEnum):
    """The kinds of file that a page can come in, as people call them."""

    PDF = "a PDF"
    DOCX = "a Word document"
    ODT = "an OpenDocument text"
    RTF = "an RTF document"
    MAIL = "an e-mail or a web archive"
    HTML = "a web page"
    PLAIN = "plain text"


_PDF_MARK_WITHIN = 1_024
"""Bytes from the start within which a PDF has its mark; some programs write a few before it."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PICTURE = "a picture; upload the page's text, not a photograph of it"
_ARCHIVE = "a packed archive; unpack it and upload the page in it"
_WEB_ARCHIVE = "a web archive of Safari; save the page as a PDF instead"
_UNREADABLE_MARKS = {
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"), _PICTURE),
    **dict.fromkeys((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), _ARCHIVE),
    b"bplist00": _WEB_ARCHIVE,
}
_TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|p|h[1-6]|table|ul|ol|dl|br)\b[^<>]*>",
    re.IGNORECASE,
)
_DECLARATIONS = re.compile(r"\s*(?:<[!?][^<>]*>\s*)*")
_FULL_OF_TAGS = 5
_MAIL_HEAD = 50_000
"""Bytes from the start within which the head of a message ends."""
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_MAIL_FIELD = re.compile(rb"(?:[!-9;-~]+:|[ \t]|From )")
_MAIL_ENCODING = re.compile(
    rb"^(?:mime-version|content-type|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE
)
_OUTLOOK_MESSAGE = "__substg1.0_".encode("utf-16-le")
_SUFFIXES = {
    ".pdf": (Format.PDF,),
    ".docx": (Format.DOCX,),
    ".odt": (Format.ODT,),
    ".rtf": (Format.RTF,),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), (Format.MAIL,)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), (Format.HTML, Format.PLAIN)),
    **dict.fromkeys((".txt", ".md", ".markdown", ".text"), (Format.PLAIN, Format.HTML)),
}


def binary_format(data: bytes) -> Format | None:
    """Return the format that the bytes show, None where they may be text.

    Raises UnreadablePage for kinds of file that are recognised and cannot be read.
    """
    if b"%PDF-" in data[:_PDF_MARK_WITHIN]:
        return Format.PDF
    if data.startswith(_ZIP):
        return _zip_format(data)
    if data.startswith(_OLE):
        raise UnreadablePage(_ole_reason(data))
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if _is_mail(data):
        return Format.MAIL
    for mark, what in _UNREADABLE_MARKS.items():
        if data.startswith(mark):
            raise UnreadablePage(f"This file is {what}.")
    return None


def _is_mail(data: bytes) -> bool:
    """Return whether bytes begin with the head of a message, one that tells how it is encoded."""
    head = _BLANK_LINE.split(data[:_MAIL_HEAD], maxsplit=1)[0]
    lines = head.lstrip().splitlines()
    is_head = len(lines) > 1 and all(map(_MAIL_FIELD.match, lines))
    return is_head and bool(_MAIL_ENCODING.search(head))


def text_format(text: str) -> Format:
    """Return HTML where ``text`` begins with markup or is full of it, else PLAIN.

    News may have a tag or two in its text; it stays text then.
    """
    declared = _DECLARATIONS.match(text)
    begins = _TAG.match(text, declared.end() if declared else 0)
    tags = list(islice(_TAG.finditer(text), _FULL_OF_TAGS))
    return Format.HTML if begins or len(tags) == _FULL_OF_TAGS else Format.PLAIN


def check_name(filename: str, found: Format) -> None:
    """Raise UnreadablePage where the name's ending promises another kind of file than it is."""
    suffix = PurePosixPath(filename.replace("\\", "/")).suffix.lower()
    if found not in _SUFFIXES.get(suffix, tuple(Format)):
        raise UnreadablePage(
            f"This file is named {suffix} but is {found.value}; "
            "give it its right ending, or save the page again."
        )


def _zip_format(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadablePage(
            "This file is damaged or cut off; save it again and upload the new file."
        ) from error
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    if "content.xml" in names and b"opendocument.text" in data[:200]:
        return Format.ODT
    raise UnreadablePage(
        "This file is a packed archive or another kind of office document; "
        "upload the page as a Word document (.docx), PDF, web page or text."
    )


def _ole_reason(data: bytes) -> str:
    if _ENCRYPTED_OFFICE in data:
        return "This Word document is encrypted; save it without a password."
    if _OUTLOOK_MESSAGE in data:
        return (
            "This is an Outlook message; open it in Outlook and save it as HTML, or paste its text."
        )
    return "This is an old kind of office document; save it as a Word document (.docx) or a PDF."
