"""The document of every page: Streamlit's own, with the briefs in it before a script has run.

Where scripts or sockets are blocked, or while they are on their way, that is what a reader sees. It
goes once the page is drawn (``ui/components/frame.js``). Streamlit's style stands after the briefs,
which a browser would not show before it has come; they have a style of their own.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from regional_news.api import history
from regional_news.api.caching.cache import takes_gzip
from regional_news.errors import DataError
from regional_news.exports.plain.opening import Menu, opening
from regional_news.query import BriefFilter
from regional_news.query.councils import news_of
from regional_news.query.site import Site
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot

_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>")
_STYLE = re.compile(r'<link rel="stylesheet"[^>]*>')
_ROOT = '<div id="root">'
_HEAD = "<head>"
_FEED = '<link rel="alternate" type="application/atom+xml" title="Regional news" href="{}">'
_FOR_EDITORS = {"add_issue", "review", "changes"}
_WITHOUT_BRIEFS = {"about", *_FOR_EDITORS}
_COUNCILS = "councils"

Documents = tuple[bytes, bytes]
"""A document as it is, and packed: each takes a millisecond or two, and many ask for the same."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Streamlit's empty document, the pages by their paths below the root, and who may read.

    The path of the home page is "".
    """

    document: str
    pages: Mapping[str, str]
    may_read: Callable[[Request], bool]

    def routes(self, root: str) -> list[Route]:
        """Return a route for each page."""
        return [Route(f"{root}/{path}", self._answer, methods=["GET"]) for path in self.pages]

    async def _answer(self, request: Request) -> Response:
        if self.may_read(request):
            document, packed = await run_in_threadpool(self._opened, request)
        else:
            document, packed = _packed(self.document)
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if takes_gzip(dict(request.scope["headers"])):
            return HTMLResponse(packed, headers={**headers, "Content-Encoding": "gzip"})
        return HTMLResponse(document, headers=headers)

    def _opened(self, request: Request) -> Documents:
        """Return the document with what the page will show; the empty one where there is none."""
        try:
            snapshot = current_snapshot()
        except DataError:
            return _packed(self.document)
        key = ("document", request.url.path, request.url.query)
        return snapshot.once(key, lambda: _packed(self._made(snapshot, request)))

    def _made(self, snapshot: Snapshot, request: Request) -> str:
        path = request.url.path.rstrip("/").rpartition("/")[2]
        path = path if path in self.pages else ""
        root = request.url.path[: len(request.url.path) - len(path)]
        wanted = snapshot.filters.read(parse_qs(request.url.query)).wanted
        title = _title(snapshot, path, self.pages[path], wanted)
        view = None if path in _WITHOUT_BRIEFS else snapshot.view(_shown(path, wanted))
        site = Site(root)
        embedded = request.query_params.get("embed", "").lower() == "true"
        menu = Menu({} if embedded else self._menu(site, wanted), self.pages[path])
        piece = opening(view, title, site, menu, snapshot.reference.notice)
        feed = _FEED.format(escape(site.feed(view.wanted))) if view else ""
        document = _TITLE.sub(
            lambda _: f"<title>{escape(title)} – Regional news map</title>{feed}", self.document
        )
        late = "".join(_STYLE.findall(document))
        document = _STYLE.sub("", _NOSCRIPT.sub("", document))
        return document.replace(_ROOT, piece + late + _ROOT, 1)

    def _menu(self, site: Site, wanted: BriefFilter) -> dict[str, str]:
        return {
            site.live(wanted, path): name
            for path, name in self.pages.items()
            if path not in _FOR_EDITORS
        }


@lru_cache(maxsize=1)
def _packed(document: str) -> Documents:
    """Return the document with the script that runs before Streamlit's, as it is and packed."""
    whole = document.replace(_HEAD, f"{_HEAD}<script>{history.SCRIPT}</script>", 1).encode()
    return whole, gzip.compress(whole, compresslevel=6, mtime=0)


def _title(snapshot: Snapshot, path: str, name: str, wanted: BriefFilter) -> str:
    """Return the heading that the page will have."""
    if path == _COUNCILS and wanted.councils:
        return snapshot.gazetteer[wanted.councils[0]].name
    return (
        name
        if path in {*_WITHOUT_BRIEFS, _COUNCILS, "coverage"}
        else wanted.describe(snapshot.index.labels)
    )


def _shown(path: str, wanted: BriefFilter) -> BriefFilter:
    """Return the filter of the briefs that the page will show."""
    if path == _COUNCILS and wanted.councils:
        return news_of(wanted.councils[0], wanted.themes)
    return wanted
