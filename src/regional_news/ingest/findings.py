"""What was found in a text, as a brief has it: councils' ids, names in doubt, the one region."""

from collections.abc import Iterable

from regional_news.ingest.report import Doubt
from regional_news.magazine import draft_headline
from regional_news.model import Certainty, Mention, Role
from regional_news.recognition.annotator import Annotation


def names_found(findings: Annotation, role: Role) -> tuple[str, ...]:
    """Return the ids of the councils in a role; a name in doubt stands as it is written."""
    settled = [each.candidates[0].id for each in findings.councils if each.role is role]
    doubtful = [each.matched for each in findings.doubts if each.role is role]
    return tuple(dict.fromkeys(settled + doubtful))


def drafted_headline(text: str, findings: Annotation) -> str:
    """Return the headline that is drafted from a text, with a misspelt council's right name."""
    misspelt = (each for each in findings.councils if each.certainty is Certainty.FUZZY)
    for mention in sorted(misspelt, key=lambda each: -each.start):
        before, after = text[: mention.start], text[mention.end :]
        if text[mention.start : mention.end] == mention.matched:
            council = mention.candidates[0]
            name = council.name if before.lower().endswith("the ") else council.short_name
            text = f"{before}{name}{after}"
    return draft_headline(text)


def either(mention: Mention) -> Doubt:
    """Return the question which of several councils a name means."""
    names = " or ".join(council.name for council in mention.candidates)
    return Doubt(mention.matched, f"could be {names}", mention.candidates)


def only_region(mentions: Iterable[Mention]) -> str:
    """Return the id of the region in which all councils lie that the subjects of a text can mean.

    "" where they lie in several, or there are none: Galway City and Galway County lie in one.
    """
    subjects = (each.candidates for each in mentions if each.role is Role.SUBJECT)
    regions = {council.region for candidates in subjects for council in candidates}
    return regions.pop() if len(regions) == 1 else ""
