"""What the search box of the pages offers while somebody types; the filter in use narrows it."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from regional_news.query.questions import as_filter, word_for_option
from regional_news.query.suggestions import Suggestion, suggestions
from regional_news.query.urls import LONGEST, query_string
from regional_news.snapshot.cache import current_snapshot


async def suggest(request: Request) -> Response:
    """Answer with the filter that the words mean, and with other filters that are offered.

    ``{"enter": "region=wales&theme=iot_sensors", "said": …, "only": {"query": …, "briefs": …},
    "options": [{"kind": …, "label": …, "briefs": …,
    "elsewhere": …, "query": …, "council": …, "note": …}]}``; ``query`` is a filter's query string,
    ``said`` tells which word became an option of another name, which ``only`` leaves a word.
    """
    return JSONResponse(await run_in_threadpool(_answer, request.url.query))


def _answer(query: str) -> dict[str, object]:
    snapshot = current_snapshot()
    wanted = snapshot.filters.read(parse_qs(query)).wanted
    text = wanted.q[:LONGEST]
    index = snapshot.index
    said, only = word_for_option(index, text, wanted)
    return {
        "said": said,
        "only": {"query": query_string(only), "briefs": len(snapshot.view(only)) if said else 0},
        "enter": query_string(as_filter(index, text, wanted)),
        "options": [_option(each) for each in suggestions(index, text, wanted)],
    }


def _option(offered: Suggestion) -> dict[str, object]:
    return {
        "kind": offered.kind,
        "label": offered.label,
        "briefs": offered.briefs,
        "elsewhere": offered.elsewhere,
        "query": query_string(offered.filter),
        "council": offered.council,
        "note": offered.note,
    }
