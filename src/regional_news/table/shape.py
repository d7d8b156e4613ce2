"""The file of briefs in the shape that the app writes, whatever a spreadsheet made of it.

Programs save it with semicolons, with capitals in the header, with a column twice, or in an
encoding of Windows: the cells are all there, and are read.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How files in UTF-16 begin, which spreadsheets call “Unicode text”: it has no lines of bytes."""
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\r\n]*")
_FOREIGN = re.compile(r"[^\s,;\"]*[^\x00-\x7f][^\s,;\"]*")
_FEW = 4
_SEPARATORS = ",;\t"


def shaped(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a CSV file's bytes in shape, in UTF-8, and what was otherwise, in sentences."""
    data, strange = _in_utf8(data)
    first = _LINE.match(data.removeprefix(_BOM))[0].decode("utf-8", "replace")  # type: ignore[index]  # never None
    names = [name.strip() for name in first.split(",")]
    if names == list(map(_name, names)) and len({*names}) == len(names) > 1:
        return data, strange
    text, faults = data.decode("utf-8-sig"), list(strange)
    separator = max(_SEPARATORS, key=first.count)
    if separator != ",":
        faults.append("Its cells are parted by semicolons or tabs, not by commas.")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return data, strange
    if not rows:
        return data, strange
    header = [_name(name) for name in rows[0]]
    if [name.strip() for name in rows[0]] != header:
        faults.append("The names of its columns are written with capitals.")
    faults += [
        f"It has the column “{name}” {count} times; the first one counts."
        for name, count in Counter(filter(None, header)).items()
        if count > 1
    ]
    return (_written(header, rows[1:]).encode(), tuple(faults)) if faults else (data, ())


def _in_utf8(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a file's bytes in UTF-8, and what was read where they were in something else.

    A file may be both, where somebody added a line with another program.
    """
    try:
        data.decode()
    except UnicodeDecodeError:
        text, read = _from_windows(data)
        words = ", ".join(f"“{word}”" for word in read[:_FEW])
        return text, (f"It is written in Windows-1252, not UTF-8; read so, it says {words}.",)
    return data, ()


def _from_windows(data: bytes) -> tuple[bytes, list[str]]:
    """Return lines in UTF-8, and the different words that were written otherwise."""
    lines: list[bytes] = []
    words: list[str] = []
    for line in data.splitlines(keepends=True):
        try:
            line.decode()
            lines.append(line)
        except UnicodeDecodeError:
            text = line.decode("cp1252", "replace")
            lines.append(text.encode())
            words += (word for word in _FOREIGN.findall(text) if any(map(str.isalnum, word)))
    return b"".join(lines), list(dict.fromkeys(words))


def _name(written: str) -> str:
    return "_".join(written.strip("\ufeff ").lower().split())


def _written(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return CSV text with the first column of each name."""
    places = [place for place, name in enumerate(header) if name and header.index(name) == place]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([header[place] for place in places])
    for row in rows:
        if any(map(str.strip, row)):
            writer.writerow([row[place] if place < len(row) else "" for place in places])
    return text.getvalue()
