"""What the API answers with, as its document describes it. Answers are not built from these."""

from typing import Literal

from pydantic import BaseModel, Field


class PlacedCouncil(BaseModel):
    """A council that a brief names; WGS84 degrees."""

    id: str
    name: str
    gss_code: str
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class LabelledTheme(BaseModel):
    """A theme that a brief has."""

    id: str
    label: str


class BriefAnswer(BaseModel):
    """A brief; ``published`` is YYYY, YYYY-MM, YYYY-MM-DD or empty, ``page`` its address here."""

    id: str
    issue: str
    published: str
    headline: str
    summary: str
    region: str
    region_id: str
    councils: list[PlacedCouncil]
    also_mentions: list[PlacedCouncil]
    themes: list[LabelledTheme]
    page: str
    source_title: str
    source_url: str
    doubts: str


class Point(BaseModel):
    """A point: longitude, then latitude, in WGS84 degrees."""

    type: Literal["Point"]
    coordinates: list[float] = Field(min_length=2, max_length=2)


class Feature(BaseModel):
    """A brief at one of its councils; without geometry where no council is placed."""

    type: Literal["Feature"]
    properties: dict[str, str]
    geometry: Point | None


class FeatureCollection(BaseModel):
    """GeoJSON (RFC 7946)."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


class CouncilAnswer(BaseModel):
    """A council: all its names, its place in space, time and government, and its briefs."""

    id: str
    name: str
    short_name: str
    aliases: list[str]
    languages: dict[str, list[str]]
    abbreviations: list[str]
    type: str
    nation: str
    region: str
    region_id: str
    gss_code: str
    former_gss_codes: list[str]
    lat: float
    lon: float
    status: Literal["current", "abolished", "shadow", "decided"]
    start: str
    end: str
    predecessors: list[str]
    successors: list[str]
    parent: str
    combined_authority: str
    legislation: str
    known: str
    website: str
    briefs: int


class ResolvedCouncil(PlacedCouncil):
    """A council that a name means or can mean; ``certainty`` is null for one of several."""

    role: str
    matched: str
    start: int
    end: int
    certainty: Literal["exact", "alias", "context", "fuzzy"] | None


class ResolutionAnswer(BaseModel):
    """What a name means: one council, several that share it, or none."""

    status: Literal["resolved", "ambiguous", "unknown"]
    councils: list[ResolvedCouncil]


class ThemeAnswer(LabelledTheme):
    """A theme and the number of its briefs."""

    group: Literal["technology", "service", "organisation"]
    definition: str
    briefs: int


class RegionAnswer(BaseModel):
    """A region and the number of its briefs; ``in_magazine`` tells whether it has a heading."""

    id: str
    name: str
    nation: str
    code: str
    in_magazine: bool
    briefs: int


class Cell(BaseModel):
    """How many briefs of a region have a theme."""

    theme: str
    region: str
    briefs: int


class IssueCount(BaseModel):
    """How many briefs an issue has."""

    issue: str
    briefs: int


class RegionCoverageAnswer(BaseModel):
    """How many of a region's councils in office have a brief."""

    region: str
    covered: int
    councils: int


class CoverageAnswer(BaseModel):
    """Who gets written about; a brief counts once for each of its themes."""

    title: str
    briefs: int
    matrix: list[Cell]
    issues: list[IssueCount]
    regions: list[RegionCoverageAnswer]
    never: list[str] = Field(description="Ids of councils in office without any brief.")


class Problem(BaseModel):
    """What is wrong (RFC 9457), and what would have been right."""

    type: str
    title: str
    status: int
    detail: str
    known: dict[str, list[str]] | None = None
