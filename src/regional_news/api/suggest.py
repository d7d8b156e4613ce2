"""What the search box of the pages offers while somebody types; the filter in use narrows it."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from regional_news.query import BriefIndex
from regional_news.query.asking import Asked, ask
from regional_news.query.questions import meaning_of, word_for_option
from regional_news.query.suggestions import suggestions
from regional_news.query.urls import LONGEST, query_string
from regional_news.snapshot.cache import current_snapshot


async def suggest(request: Request) -> Response:
    """Answer with the filter that the words mean, and with other filters that are offered.

    ``words`` in the address is what earlier words set of the filter there, as a query string.

    ``{"enter": {"query": "region=wales&theme=iot_sensors", "words": …, "gone": …}, "said": …,
    "only": {"query": …, "briefs": …}, "options": [{"kind": …, "label": …, "briefs": …,
    "elsewhere": …, "council": …, "note": …, "query": …, "words": …, "gone": …}]}``; ``query`` is a
    filter's query string, ``words`` what words have set of it, ``gone`` tells what they took out,
    ``said`` which word became an option of another name, which ``only`` leaves a word.
    """
    return JSONResponse(await run_in_threadpool(_answer, request.url.query))


def _answer(query: str) -> dict[str, object]:
    snapshot = current_snapshot()
    params = parse_qs(query)
    wanted = snapshot.filters.read(params).wanted
    words = snapshot.filters.read(parse_qs(params.get("words", [""])[-1])).wanted
    text = wanted.q[:LONGEST]
    index = snapshot.index
    said, only = word_for_option(index, text, wanted, words)
    return {
        "said": said,
        "only": {"query": query_string(only), "briefs": len(snapshot.view(only)) if said else 0},
        "enter": _led(index, ask(index, meaning_of(index, text), wanted, words)),
        "options": [
            {
                "kind": each.kind,
                "label": each.label,
                "briefs": each.briefs,
                "elsewhere": each.elsewhere,
                "council": each.council,
                "note": each.note,
                **_led(index, each.asked),
            }
            for each in suggestions(index, text, wanted, words)
        ],
    }


def _led(index: BriefIndex, asked: Asked) -> dict[str, str]:
    return {
        "query": query_string(asked.filter),
        "words": query_string(asked.words),
        "gone": asked.told(index.labels),
    }
