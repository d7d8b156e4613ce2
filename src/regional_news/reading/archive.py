"""Office documents are zip archives: opened within bounds, whatever they would unpack to."""

import io
import zipfile

from regional_news.errors import UnreadablePage

_MAX_UNPACKED = 100_000_000
"""Bytes that a document may unpack to, pictures included."""
_MAX_TEXT = 20_000_000
"""Bytes that a part with text may unpack to: a book of a thousand pages takes less."""
_MAX_PARTS = 2_000
_ENCRYPTED = 0x1
"""The flag of an encrypted member of a zip archive."""


def check_archive(data: bytes, kind: str) -> None:
    """Refuse what would unpack without bounds; sizes are read from the archive's directory.

    zipfile never unpacks more than the size that the directory states. ``kind`` is what people
    call the document, as in "Word document". Raises UnreadablePage.
    """
    too_large = (
        f"This {kind} unpacks to far more than a magazine holds; "
        "save its text as a new document and upload that."
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
            raise UnreadablePage(too_large)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise UnreadablePage(f"This {kind} is encrypted; save it without a password.")
        for part in parts:
            if not part.filename.endswith((".xml", ".rels")):
                continue
            if part.file_size > _MAX_TEXT:
                raise UnreadablePage(too_large)
            # In UTF-16 every other byte of markup is empty.
            if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):
                raise UnreadablePage(
                    f"This {kind} declares XML entities, which no word processor does; "
                    "save its text as a new document and upload that."
                )
