"""How well councils are found: precision, recall, offers, and how true the probabilities are."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from labelled import LabelledText

from regional_news.model import Certainty, Role
from regional_news.recognition.recogniser import Findings, by_council

_BINS = 10


@dataclass(slots=True)
class Share:
    """Things found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, wanted: set[str], found: set[str]) -> None:
        """Count the things of one text."""
        self.right += len(wanted & found)
        self.wrong += len(found - wanted)
        self.missed += len(wanted - found)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is right that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(slots=True)
class Tally:
    """The councils of texts: found, offered, and those that the texts are about."""

    councils: Share = field(default_factory=Share)
    offers: Share = field(default_factory=Share)
    subjects: Share = field(default_factory=Share)
    texts: int = 0

    def add(self, text: LabelledText, findings: Findings) -> None:
        """Count what was found in one text."""
        wanted = {each.council for each in text.labels if each.council}
        about = {each.council for each in text.labels if each.subject}
        found = {each.council.id: each for each in by_council(findings.mentions) if each.council}
        in_doubt = (*findings.suggested, *(each for each in findings.mentions if not each.council))
        offered = {council.id for each in in_doubt for council in each.candidates}
        self.texts += 1
        self.councils.add(wanted, set(found))
        self.offers.add(wanted - set(found), offered - set(found))
        subjects = {id_ for id_, each in found.items() if each.role is Role.SUBJECT}
        self.subjects.add(about, subjects)

    def __str__(self) -> str:
        councils, offers = self.councils, self.offers
        either = (councils.right + offers.right) / max(1, councils.right + councils.missed)
        return (
            f"{self.texts} texts, councils P {councils.precision:.3f} R {councils.recall:.3f}, "
            f"subjects F1 {self.subjects.f1:.3f}, found or offered {either:.3f} "
            f"({offers.wrong / self.texts:.2f} wrong offers a text)"
        )


class Reliability:
    """Whether of what is found with a probability of 0.8 four fifths are right."""

    def __init__(self) -> None:
        self._bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        self._certain: dict[Certainty, list[bool]] = defaultdict(list)

    def add(self, text: LabelledText, findings: Findings) -> None:
        """Count the mentions and offers in one text."""
        wanted = {each.council for each in text.labels if each.council}
        for mention in (*by_council(findings.mentions), *findings.suggested):
            is_right = any(each.id in wanted for each in mention.candidates)
            if mention.probability == 1.0:  # no judge has seen it
                self._certain[mention.certainty].append(is_right)
            else:
                place = min(int(mention.probability * _BINS), _BINS - 1)
                self._bins[place].append((mention.probability, is_right))

    def certainties(self) -> dict[Certainty, float]:
        """Return the share that is right of what a title or a reference decided."""
        shares = {each: self._certain.get(each, [True, False]) for each in Certainty}
        return {
            each: round((sum(right) + 1) / (len(right) + 2), 3) for each, right in shares.items()
        }

    def lines(self) -> Iterator[str]:
        """Yield a row for each tenth, and the expected calibration error."""
        total = sum(map(len, self._bins.values()))
        error = 0.0
        for _, found in sorted(self._bins.items()):
            likely = sum(probability for probability, _ in found) / len(found)
            right = sum(is_right for _, is_right in found) / len(found)
            error += abs(likely - right) * len(found) / total
            yield f"said {likely:.2f}, right {right:.2f} of {_mentions(found)}"
        yield f"expected calibration error {error:.3f}"


def _mentions(found: list[tuple[float, bool]]) -> str:
    return f"{len(found)} mention{'s' if len(found) != 1 else ''}"
