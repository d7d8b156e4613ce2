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
    """Return ``{"councils", "ambiguous", "themes"}``, each council once."""
    return {
        "councils": [_mentioned(mention) for mention in findings.councils],
        "ambiguous": [_doubt(mention) for mention in findings.doubts],
        "themes": [_theme(match) for match in findings.themes],
    }


def resolved(name: str, resolution: Resolution) -> Answer:
    """Return ``{"status", "councils"}``: the one council, the candidates, or none."""
    whole = {"role": Role.SUBJECT, "matched": name, "start": 0, "end": len(name)}
    match resolution:
        case Resolved(council, certainty):
            return {"status": "resolved", "councils": [_council(council, certainty, whole)]}
        case Ambiguous(candidates):
            councils = [_council(each, None, whole) for each in candidates]
            return {"status": "ambiguous", "councils": councils}
    return {"status": "unknown", "councils": []}


def drafted(text: str, region: str, headline: str, findings: "Annotation") -> Answer:
    """Return ``{"region", "text", "headline", "councils", "themes"}`` of a brief on a page."""
    whole = found(findings)
    brief = {"region": region, "text": text, "headline": headline}
    return {**brief, "councils": whole["councils"], "themes": whole["themes"]}


def _mentioned(mention: Mention) -> Answer:
    return _council(mention.candidates[0], mention.certainty, _span(mention))


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


def _council(council: Council, certainty: Certainty | None, where: Answer) -> Answer:
    return {
        "id": council.id,
        "name": council.name,
        "gss_code": council.gss_code,
        **where,
        "certainty": certainty,
        "lat": council.lat,
        "lon": council.lon,
    }


def _theme(match: ThemeMatch) -> Answer:
    return {"id": match.theme.id, "evidence": list(match.evidence)}
