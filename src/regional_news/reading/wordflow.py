"""The text of a word processor's paragraph while its runs go by."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from regional_news.reading.characters import squeeze
from regional_news.reading.lines import Break, Line
from regional_news.reading.page import ParagraphKind


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph, and how the run that is open now is set."""

    kind: ParagraphKind
    bold: bool = False
    captions: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _leads: int = 0
    _leading: bool = True

    def add(self, text: str) -> None:
        """Add text of the open run; bold words at the start lead the paragraph."""
        self._texts.append(text)
        self._leading = self._leading and (self.bold or not text.strip())
        self._leads += self._leading

    def lines(self) -> Iterator[Line]:
        """Yield the captions of its pictures, and its lines."""
        for caption in self.captions:
            yield Line(caption, Break.ELEMENT, ParagraphKind.CAPTION)
        first, *others = "".join(self._texts).split("\n")
        written = "".join(self._texts[: self._leads])
        lead = "" if "\n" in written else squeeze(written)
        yield Line(first, Break.ELEMENT, self.kind, "" if lead == squeeze(first) else lead)
        for other in others:
            yield Line(other, Break.LINE, self.kind)
