"""The nouns of the project: frozen values without input or output."""

from regional_news.model.box import Box
from regional_news.model.brief import LONGEST, Brief, Draft, brief_id
from regional_news.model.by_id import ById
from regional_news.model.council import Council, CouncilStatus, Region
from regional_news.model.mention import (
    Ambiguous,
    Certainty,
    Mention,
    Resolution,
    Resolved,
    Role,
    Unknown,
)
from regional_news.model.partial_date import UNDATED, PartialDate
from regional_news.model.theme import Theme, ThemeGroup, ThemeMatch

__all__ = [
    "LONGEST",
    "UNDATED",
    "Ambiguous",
    "Box",
    "Brief",
    "ById",
    "Certainty",
    "Council",
    "CouncilStatus",
    "Draft",
    "Mention",
    "PartialDate",
    "Region",
    "Resolution",
    "Resolved",
    "Role",
    "Theme",
    "ThemeGroup",
    "ThemeMatch",
    "Unknown",
    "brief_id",
]
