"""What a page says of itself to programs: schema.org terms in JSON-LD."""

from typing import Any

from regional_news.exports.plain.cards import Card
from regional_news.model import Council

Described = dict[str, Any]

_CONTEXT = "https://schema.org"
_SITE = {"@type": "WebSite", "name": "Regional news map"}


def article(card: Card) -> Described:
    """Return what describes one brief; ``card`` holds whole addresses."""
    described: Described = {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "headline": card.title,
        "url": card.href,
        "abstract": card.summary,
        "isPartOf": _SITE,
        "inLanguage": "en-GB",
        "keywords": [theme.label for theme in card.themes],
        "about": [
            {"@type": "GovernmentOrganization", "name": each.label, "url": each.href}
            for each in card.councils
        ],
    }
    if card.published:
        described["datePublished"] = card.published
    if card.issue:
        described["isPartOf"] = {"@type": "PublicationIssue", "name": card.issue.label}
    if card.source and card.source.href:
        described["isBasedOn"] = card.source.href
    return described


def collection(name: str, address: str, amount: int) -> Described:
    """Return what describes a list of briefs."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": name,
        "url": address,
        "isPartOf": _SITE,
        "inLanguage": "en-GB",
        "mainEntity": {"@type": "ItemList", "numberOfItems": amount},
    }


def council(told: Council, address: str) -> Described:
    """Return what describes a council's page; the point is in WGS84 degrees."""
    return {
        "@context": _CONTEXT,
        "@type": "GovernmentOrganization",
        "name": told.name,
        "identifier": told.gss_code,
        "url": address,
        "location": {
            "@type": "Place",
            "geo": {"@type": "GeoCoordinates", "latitude": told.lat, "longitude": told.lon},
        },
    }
