"""The OpenAPI document: what FastAPI knows of the endpoints, and what the data adds."""

import copy
from typing import Any

from regional_news.api.problems import MEDIA_TYPE
from regional_news.api.schemas import FeatureCollection, Problem

Responses = dict[int | str, dict[str, Any]]

_TEXT = {"schema": {"type": "string"}}
_UNCHANGED = {"description": "The reader has this answer: the data has not changed."}
_REFUSED = {
    "description": "What is wrong, and what would have been right (RFC 9457).",
    "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}},
}

EVERY: Responses = {304: _UNCHANGED, "4XX": _REFUSED, "5XX": _REFUSED}
"""What every endpoint can answer."""

BRIEFS: Responses = {
    200: {
        "description": "The briefs, the newest first.",
        "headers": {
            "Link": {"description": "first, prev, next and last page.", **_TEXT},
            "X-Total-Count": {
                "description": "How many briefs the filter leaves.",
                "schema": {"type": "integer"},
            },
        },
        "content": {
            "text/csv": _TEXT,
            "application/geo+json": {"schema": FeatureCollection.model_json_schema()},
        },
    }
}
FEED: Responses = {200: {"description": "A feed.", "content": {"application/atom+xml": _TEXT}}}
PAGE: Responses = {200: {"description": "A page.", "content": {"text/html": _TEXT}}}


def completed(
    document: dict[str, Any], known: dict[str, list[str]], notice: str = ""
) -> dict[str, Any]:
    """Return the document with the values that parameters can have in this version of the data.

    Other spellings of them are understood as well, as in the addresses of pages. What the data
    folder's ``notice`` says, as that its briefs are invented, is the description of the whole.
    """
    whole = copy.deepcopy(document)
    if notice:
        whole["info"]["description"] = notice
    for path in whole["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                _list_values(parameter, known)
    return whole


def _list_values(parameter: dict[str, Any], known: dict[str, list[str]]) -> None:
    schema = parameter["schema"]
    values = known.get(parameter["name"])
    if values is None:
        return
    if schema.get("type") == "array":
        schema["items"]["enum"] = values
    else:
        schema["enum"] = ["", *values]
