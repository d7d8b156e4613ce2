"""The annotator: reads a text for councils and themes, without a look at the stored briefs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from regional_news.model import Mention, PartialDate, Role, ThemeMatch
from regional_news.recognition.corrections import FILE_NAME, Correction, Corrections
from regional_news.recognition.recogniser import Recogniser, by_council
from regional_news.reference import Reference, open_reference
from regional_news.themes import ThemeFinder


@dataclass(frozen=True, slots=True)
class Annotation:
    """The councils and the themes of one text.

    ``councils`` has one mention for each council, ``doubts`` one for each name of a council that
    several share, ``suggested`` one for each council or shared name that the text may mean, the
    likeliest first: these do not count without a person's word. ``begins`` maps the ids of all of
    them, and the words that name them, to where the text first does; the headline stands before it.
    """

    councils: tuple[Mention, ...] = ()
    doubts: tuple[Mention, ...] = ()
    themes: tuple[ThemeMatch, ...] = ()
    suggested: tuple[Mention, ...] = ()
    begins: Mapping[str, int] = field(default_factory=dict)

    def ahead_of(self, councils: Collection[str]) -> tuple[Mention, ...]:
        """Return the offers that the text names before all ``councils``, as a brief has them.

        Said to be about those, it may well be about one of these: a brief begins with whom it is
        about. Nothing where the text names none of the councils: a person chose them.
        """
        first = min((self.begins[each] for each in councils if each in self.begins), default=0)
        return tuple(each for each in self.suggested if each.start < first)


class Annotator:
    """Reads texts and pages with one reference, and respects what staff said of its offers."""

    def __init__(self, reference: Reference, corrections: Corrections | None = None) -> None:
        self.reference = reference
        self._corrections = corrections
        self._recogniser = Recogniser(reference.gazetteer)
        self._theme_finder = ThemeFinder(reference.themes)

    def annotate(
        self,
        text: str,
        *,
        region: str | None = None,
        on: PartialDate | None = None,
        headline: str = "",
    ) -> Annotation:
        """Return what ``text`` is about; ``region`` is the id of the region it is printed under.

        The councils that the ``headline`` printed above it is about count too.
        """
        found = self._read(text, region, on)
        return _with_headline(found, self._read(headline, region, on)) if headline else found

    def _read(self, text: str, region: str | None, on: PartialDate | None) -> Annotation:
        found, offers = self._recogniser.read(text, region=region, on=on)
        if answers := self.answers(text):
            found, offers = _corrected(found, offers, answers)
        mentions = by_council(found)
        return Annotation(
            councils=tuple(each for each in mentions if each.council),
            doubts=tuple(each for each in mentions if not each.council),
            themes=self._theme_finder.find(text),
            suggested=offers,
            begins=_begins((*found, *offers)),
        )

    def answers(self, text: str) -> Mapping[str, Correction]:
        """Return what staff answered on a text by the ids of the councils."""
        return self._corrections.about(text) if self._corrections else {}

    def regions_named(self, text: str) -> tuple[str, ...]:
        """Return the ids of the regions of all councils that the names in ``text`` can mean.

        Where none is surely a council's, those of the councils that it may mean.
        """
        named, offered = self._recogniser.read(text)
        return tuple(each.region for mention in named or offered for each in mention.candidates)


def _begins(mentions: Iterable[Mention]) -> dict[str, int]:
    places: dict[str, int] = {}
    for mention in mentions:
        for name in (mention.matched, *(council.id for council in mention.candidates)):
            places[name] = min(mention.start, places.get(name, mention.start))
    return places


def _with_headline(text: Annotation, headline: Annotation) -> Annotation:
    """Return what a text is about with the councils that its headline is about.

    Where the text names none of these, a bare name in it may be that of a place, and is offered:
    "The two Loamshire cities" are not Loamshire's council.
    """
    if not (text.councils or text.doubts):
        sure = (*headline.councils, *headline.doubts, *headline.suggested)
        more = tuple(each for each in text.suggested if not _is_among(sure, each))
        return replace(headline, themes=text.themes, suggested=(*headline.suggested, *more))
    told = tuple(each for each in headline.councils if each.role is Role.SUBJECT)
    added = tuple(each for each in told if not _is_among(text.councils, each))
    bare = [each for each in text.councils if "council" not in each.matched.lower()]
    offered = tuple(each for each in bare if told and len(added) == len(told))
    kept = tuple(each for each in text.councils if each not in offered)
    left = (*offered, *(each for each in text.suggested if not _is_among(added, each)))
    begins = {**text.begins, **dict.fromkeys((each.candidates[0].id for each in told), 0)}
    return replace(text, councils=(*added, *kept), suggested=left, begins=begins)


def _is_among(mentions: Iterable[Mention], mention: Mention) -> bool:
    """Return whether mentions name a council already, or have its words in a longer name."""
    return any(
        mention.candidates[0].id == each.candidates[0].id or mention.matched in each.matched
        for each in mentions
    )


def _corrected(
    found: Iterable[Mention], offers: Iterable[Mention], answers: Mapping[str, Correction]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return what was found and what is offered, as staff answered on the text before."""
    kept: list[Mention] = []
    asked: list[Mention] = []
    for mentions, rest in ((found, kept), (offers, asked)):
        for mention in mentions:
            meant = [each for each in mention.candidates if _answer(answers, each.id) is True]
            left = [each for each in mention.candidates if _answer(answers, each.id) is None]
            if meant:
                kept.append(_confirmed(mention, answers[meant[0].id]))
            elif left:
                rest.append(replace(mention, candidates=tuple(left)))
    return tuple(kept), tuple(asked)


def _answer(answers: Mapping[str, Correction], council: str) -> bool | None:
    return answers[council].yes if council in answers else None


def _confirmed(mention: Mention, answer: Correction) -> Mention:
    return replace(
        mention,
        candidates=tuple(each for each in mention.candidates if each.id == answer.council),
        role=Role(answer.role or mention.role),
        probability=1.0,
        evidence=(*mention.evidence, "confirmed by a person"),
    )


def open_annotator(folder: Path, learnt: Iterable[tuple[str, str]] | None = None) -> Annotator:
    """Return an annotator with the gazetteer and the themes in the data folder, or raise DataError.

    ``learnt`` are the aliases learnt in review where they are not in the folder's aliases.csv.
    """
    return Annotator(open_reference(folder, learnt), Corrections(folder / FILE_NAME))
