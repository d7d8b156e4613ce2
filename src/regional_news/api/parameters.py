"""What may stand in an address: the filter of the page, paging, format; and nothing else."""

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, Field, create_model, model_validator

from regional_news.api.problems import Refusal
from regional_news.model.box import WRITTEN
from regional_news.query import GROUPS, BriefFilter
from regional_news.query.groups import Group
from regional_news.query.urls import LONGEST, MOST_VALUES
from regional_news.snapshot.snapshot import Snapshot

MOST = 1_000
"""How many briefs a page of the API may hold."""

_PAGE = 100
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id")
"""What newsletters and search engines add to links; it changes nothing here."""
_DAY = (
    r"[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?"
    r"|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?"
)
_Date = Annotated[
    str, Field(max_length=LONGEST, json_schema_extra={"pattern": rf"^\s*({_DAY})?\s*$"})
]
_Box = Annotated[
    str, Field(max_length=LONGEST, json_schema_extra={"pattern": rf"^\s*({WRITTEN})?\s*$"})
]
_Switch = Annotated[
    str,
    Field(
        max_length=LONGEST,
        json_schema_extra={"enum": ["", "true", "false", "1", "0", "yes", "no"]},
    ),
]


def _any_of(group: Group) -> str:
    named = " Other spellings are understood." if group.recognise else ""
    return f"Any of these {group.field}.{named}"


class Asked(BaseModel):
    """The parameters that an address may have: those of the class, no others."""

    @model_validator(mode="before")
    @classmethod
    def refuse_unknown(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Refuse a parameter that there is not: misspelt, it would change the answer unseen."""
        known = list(cls.model_fields)
        for name in given:
            if name not in known and not _TRACKING.match(name):
                wanted = f"it takes {', '.join(known)}" if known else "it takes none"
                detail = f"“{name}” is not a parameter of this address; {wanted}."
                raise Refusal(HTTPStatus.BAD_REQUEST, detail, {"parameters": known})
        return given


if TYPE_CHECKING:
    _AskedGroups = Asked
else:
    _AskedGroups = create_model(
        "_AskedGroups",
        __base__=Asked,
        **{
            name: (list[str], Field([], max_length=MOST_VALUES, description=_any_of(group)))
            for name, group in GROUPS.items()
        },
    )


class AskedFilter(_AskedGroups):
    """The filter of the page, by the same names."""

    q: str = Field("", max_length=LONGEST, description="Words in a brief or in a council’s names.")
    since: _Date = Field("", description="Published then or later.")
    until: _Date = Field("", description="Published then or earlier.")
    box: _Box = Field(
        "", description="About a council between south_west_north_east (WGS84 degrees)."
    )
    mentions: _Switch = Field("", description="Count councils only mentioned, too.")
    past: _Switch = Field("", description="Count what a council’s predecessors did.")


class AskedPart(Asked):
    """A page of a list that is long."""

    page: int = Field(1, ge=1, description="Which page, counted from 1.")


class AskedPage(AskedFilter, AskedPart):
    """A filter, a page of it, and how that is shown in a frame of another site."""

    embed: _Switch = ""
    look: Literal["", "light", "dark"] = ""


class AskedBriefs(AskedFilter):
    """A filter, the format of the answer, and which part of it."""

    format: Literal["json", "geojson", "csv"] = Field("json", description="How to write it.")
    limit: int | None = Field(
        None,
        ge=1,
        le=MOST,
        description=f"How many briefs; {_PAGE} where none is given, in GeoJSON and CSV all.",
    )
    offset: int = Field(0, ge=0, description="How many briefs to pass over first.")

    @property
    def size(self) -> int | None:
        """How many briefs to answer with; None is all."""
        return self.limit or (_PAGE if self.format == "json" else None)


class AskedName(Asked):
    """A council's name, and what helps to tell which council it is."""

    name: str = Field(min_length=1, max_length=500, description="A name as people write it.")
    region: str = Field("", max_length=LONGEST, description="The region it is printed under.")
    on: _Date = Field("", description="The date of the text.")


class AskedFeed(AskedFilter, AskedPart):
    """A filter and a page of its feed."""


def wanted_filter(snapshot: Snapshot, asked: AskedFilter) -> BriefFilter:
    """Return the filter that is asked for; refuses values that nothing answers to."""
    params: dict[str, list[str]] = {
        name: value if isinstance(value := getattr(asked, name), list) else [value]
        for name in AskedFilter.model_fields
    }
    read = snapshot.filters.read(params)
    blank = [f"{name} “”" for name in GROUPS if not all(map(str.strip, params[name]))]
    if unknown := (*read.ignored, *blank):
        names = sorted({told.split(" ", 1)[0] for told in unknown})
        detail = f"Nothing answers to {', '.join(unknown)}."
        listed = known_values(snapshot)
        known = {name: listed[name] for name in names if name in listed}
        raise Refusal(HTTPStatus.BAD_REQUEST, detail, known)
    return read.wanted


def known_values(snapshot: Snapshot) -> dict[str, list[str]]:
    """Return the values of the parameters whose values can be listed."""
    return {name: list(snapshot.index.column(name).ids) for name in GROUPS}
