"""The annotator: reads a text for councils and themes, without a look at the stored briefs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from regional_news.model import Certainty, Mention, PartialDate, ThemeMatch
from regional_news.recognition.recogniser import Recogniser, by_council
from regional_news.reference import Reference, open_reference
from regional_news.themes import ThemeFinder


@dataclass(frozen=True, slots=True)
class Annotation:
    """The councils and the themes of one text.

    ``councils`` has one mention for each council, ``doubts`` one for each name that several share.
    """

    councils: tuple[Mention, ...]
    doubts: tuple[Mention, ...]
    themes: tuple[ThemeMatch, ...]


class Annotator:
    """Reads texts and pages with one reference."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._recogniser = Recogniser(reference.gazetteer)
        self._theme_finder = ThemeFinder(reference.themes)

    def annotate(
        self, text: str, *, region: str | None = None, on: PartialDate | None = None
    ) -> Annotation:
        """Return what ``text`` is about; ``region`` is the id of the region it is printed under."""
        found = self._recogniser.find(text, region=region, on=on)
        mentions = by_council(self._with_learnt(mention) for mention in found)
        return Annotation(
            councils=tuple(each for each in mentions if each.council),
            doubts=tuple(each for each in mentions if not each.council),
            themes=self._theme_finder.find(text),
        )

    def _with_learnt(self, mention: Mention) -> Mention:
        """Return the mention, settled where somebody chose the council for its words before."""
        learnt = None if mention.council else self.reference.gazetteer.learnt(mention.matched)
        return (
            replace(mention, candidates=(learnt,), certainty=Certainty.ALIAS) if learnt else mention
        )

    def regions_named(self, text: str) -> tuple[str, ...]:
        """Return the ids of the regions of all councils that the names in ``text`` can mean."""
        mentions = map(self._with_learnt, self._recogniser.find(text))
        return tuple(council.region for mention in mentions for council in mention.candidates)


def open_annotator(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Annotator:
    """Return an annotator with the gazetteer and the themes in the data folder, or raise DataError.

    ``learnt`` are the aliases learnt in review where they are not in the folder's aliases.csv.
    """
    return Annotator(open_reference(folder, learnt))
