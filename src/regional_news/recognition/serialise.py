"""What the library found, as plain values for JSON: the shapes that the command line promises."""

from typing import TYPE_CHECKING, Any

from regional_news.model import (
    Ambiguous,
    Certainty,
    Council,
    Mention,
    Resolution,
    Resolved,
    Role,
    ThemeMatch,
)

if TYPE_CHECKING:  # to resolve a name, nobody should wait for the reader of prose
    from regional_news.recognition.annotator import Annotation

Answer = dict[str, Any]


def found(findings: "Annotation") -> Answer:
    """Return ``{"councils", "ambiguous", "suggested", "themes"}``, each council once.

    ``suggested`` has councils that the text may mean, the likeliest first: a person decides.
    """
    return {
        "councils": [_mentioned(each, each.candidates[0]) for each in findings.councils],
        "ambiguous": [_doubt(mention) for mention in findings.doubts],
        "suggested": [
            _mentioned(mention, council)
            for mention in _offers(findings)
            for council in mention.candidates
        ],
        "themes": [_theme(match) for match in findings.themes],
    }


def _offers(findings: "Annotation") -> list[Mention]:
    """Return the offers, those of doubtful names among them, the likeliest first."""
    offers = (*findings.doubts, *findings.suggested)
    return sorted(offers, key=lambda mention: -mention.probability)


def resolved(name: str, resolution: Resolution) -> Answer:
    """Return ``{"status", "councils"}``: the one council, the candidates, or none.

    Of several candidates each is taken for as likely as the others.
    """
    whole = {"role": Role.SUBJECT, "matched": name, "start": 0, "end": len(name)}
    match resolution:
        case Resolved(council, certainty):
            return {"status": "resolved", "councils": [_council(council, certainty, 1.0, whole)]}
        case Ambiguous(candidates):
            likely = round(1 / len(candidates), 3)
            councils = [_council(each, None, likely, whole) for each in candidates]
            return {"status": "ambiguous", "councils": councils}
    return {"status": "unknown", "councils": []}


def drafted(text: str, region: str, headline: str, findings: "Annotation") -> Answer:
    """Return a brief on a page: ``{"region", "text", "headline", "councils", "suggested", …}``."""
    whole = found(findings)
    del whole["ambiguous"]
    return {"region": region, "text": text, "headline": headline, **whole}


def _mentioned(mention: Mention, council: Council) -> Answer:
    return _council(council, mention.certainty, mention.probability, _span(mention))


def _doubt(mention: Mention) -> Answer:
    candidates = [{"id": each.id, "name": each.name} for each in mention.candidates]
    return {**_span(mention), "candidates": candidates}


def _span(mention: Mention) -> Answer:
    return {
        "role": mention.role,
        "matched": mention.matched,
        "start": mention.start,
        "end": mention.end,
    }


def _council(
    council: Council, certainty: Certainty | None, probability: float, where: Answer
) -> Answer:
    return {
        "id": council.id,
        "name": council.name,
        "gss_code": council.gss_code,
        **where,
        "certainty": certainty,
        "probability": probability,
        "lat": council.lat,
        "lon": council.lon,
    }


def _theme(match: ThemeMatch) -> Answer:
    return {"id": match.theme.id, "evidence": list(match.evidence)}
