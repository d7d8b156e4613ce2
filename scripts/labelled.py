"""The texts in ``training/``, in which every name that may be a council's is marked."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regional_news.model import Role
from regional_news.recognition.corrections import read_corrections

TRAINING = Path(__file__).parents[1] / "training"
_MARK = re.compile(r"\[\[([^|\]]+)\|(.*?)(\|m)?\]\]|\{\{(.*?)\}\}")


@dataclass(frozen=True, slots=True)
class Label:
    """A marked name: ``council`` is an id, "" where it is none; ``subject`` or only mentioned."""

    start: int
    end: int
    council: str
    subject: bool


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its labels; ``complete``: every name in it is marked, not only some."""

    id: str
    file: str
    text: str
    region: str
    published: str
    labels: tuple[Label, ...]
    complete: bool = True


def marked(text: str) -> tuple[str, tuple[Label, ...]]:
    """Return a marked text without its marks, and the labels: ``[[leeds|Leeds]]``, ``{{York}}``."""
    pieces: list[str] = []
    labels: list[Label] = []
    length = read = 0
    for match in _MARK.finditer(text):
        council, name, mentioned, other = match.groups()
        words = name or other
        pieces += [text[read : match.start()], words]
        start = length + match.start() - read
        length, read = start + len(words), match.end()
        labels.append(Label(start, length, council or "", bool(council) and not mentioned))
    return "".join([*pieces, text[read:]]), tuple(labels)


def labelled_texts(folder: Path = TRAINING) -> Iterator[LabelledText]:
    """Yield the texts of all files in a folder, file by file."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text, labels = marked(row["marked"])
            known = (row.get("region") or "", row.get("published") or "")
            yield LabelledText(row["id"], path.stem, text, *known, labels)


def corrected_texts(path: Path) -> Iterator[LabelledText]:
    """Yield what staff said of offers, as texts in which one name is marked."""
    for number, each in enumerate(read_corrections(path)):
        start = each.text.find(each.words)
        if start >= 0:
            council = each.council if each.yes else ""
            is_subject = each.yes and each.role != Role.MENTIONED
            label = Label(start, start + len(each.words), council, is_subject)
            where = (each.region, each.published)
            yield LabelledText(
                str(number), "corrections", each.text, *where, (label,), complete=False
            )
