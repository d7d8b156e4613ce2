"""Councils, themes, regions and coverage as plain values, in the shapes of ``schemas``."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from regional_news.model import Council
from regional_news.query import BriefFilter, View
from regional_news.query.coverage import Coverage
from regional_news.snapshot.snapshot import Snapshot

Resource = dict[str, Any]


def councils(snapshot: Snapshot) -> list[Resource]:
    """Return every council, in the gazetteer's order."""
    counts = _counts(snapshot, "council")
    return [_council(snapshot, council, counts) for council in snapshot.gazetteer]


def council(snapshot: Snapshot, council_id: str) -> Resource | None:
    """Return one council, or None where none has this id."""
    known = snapshot.gazetteer.get(council_id)
    return _council(snapshot, known, _counts(snapshot, "council")) if known else None


def themes(snapshot: Snapshot) -> list[Resource]:
    """Return the themes, group by group."""
    counts = _counts(snapshot, "theme")
    return [
        {
            "id": theme.id,
            "label": theme.label,
            "group": theme.group,
            "definition": theme.definition,
            "briefs": counts.get(theme.id, 0),
        }
        for theme in snapshot.themes
    ]


def regions(snapshot: Snapshot) -> list[Resource]:
    """Return the regions, in the magazine's order."""
    counts = _counts(snapshot, "region")
    return [
        {
            "id": region.id,
            "name": region.name,
            "nation": region.nation,
            "code": region.code,
            "in_magazine": region.in_magazine,
            "briefs": counts.get(region.id, 0),
        }
        for region in snapshot.gazetteer.regions
    ]


def coverage(view: View) -> Resource:
    """Return who a view writes about: themes by region, issues, councils covered and never."""
    covered = Coverage(view)
    return {
        "title": view.title,
        "briefs": len(view),
        "matrix": [
            {"theme": theme, "region": region, "briefs": int(briefs)}
            for theme, row in covered.matrix.iterrows()
            for region, briefs in row.items()
        ],
        "issues": [{"issue": issue, "briefs": n} for issue, n in covered.issues.items()],
        "regions": [asdict(region) for region in covered.by_region],
        "never": [council.id for council in covered.never],
    }


def _counts(snapshot: Snapshot, group: str) -> Mapping[str, int]:
    return snapshot.view(BriefFilter()).counts(group)


def _council(snapshot: Snapshot, council: Council, counts: Mapping[str, int]) -> Resource:
    """Return a council's fields with its region by name and id, and dates as text."""
    return {
        **asdict(council),
        "region": snapshot.gazetteer.regions[council.region].name,
        "region_id": council.region,
        "start": str(council.start or ""),
        "known": str(council.known or ""),
        "end": str(council.end or ""),
        "briefs": counts.get(council.id, 0),
    }
