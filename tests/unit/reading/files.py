"""Files that tests read: small PDFs and Word documents, made by hand, whole or broken."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx.document import Document

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"


def pdf(*pages: str | bytes, font: str = "Helvetica", stream_filter: bytes = b"") -> bytes:
    """Return a PDF whose pages run the drawing commands given, packed or not."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
    ]
    for number, commands in enumerate(pages):
        content = commands.encode("cp1252") if isinstance(commands, str) else commands
        length = b"<< /Length %d %s >>\nstream\n" % (len(content), stream_filter)
        objects.append(length + content + b"\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
    return _with_table(objects)


def _with_table(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + head + table + trailer


def lines_on_page(*lines: tuple[int, int, str], size: int = 10) -> str:
    """Return drawing commands for lines given as (x, y, text), y from the foot of the page."""
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in lines)
    return f"BT /F1 {size} Tf {shown} ET"


def word(document: Document) -> bytes:
    """Return the bytes of a Word document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """Return a zip archive with some parts replaced or added; "__" in a name stands for "/"."""
    new = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in old.namelist():
            if name not in new:
                archive.writestr(name, old.read(name))
        for name, content in new.items():
            archive.writestr(name, content)
    return file.getvalue()
