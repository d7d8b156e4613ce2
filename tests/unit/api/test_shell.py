"""The document of a page: what stands in it before a script has run."""

import pytest
from data_folders import FROZEN
from selectolax.lexbor import LexborHTMLParser
from starlette.applications import Starlette
from starlette.testclient import TestClient

from regional_news.api import history
from regional_news.api import shell as module
from regional_news.api.shell import Shell
from regional_news.query import BriefFilter
from regional_news.snapshot.snapshot import Snapshot, open_snapshot

EMPTY = (
    '<html><head><title>Streamlit</title><link rel="stylesheet" href="./static/css/x.css"></head>'
    "<body><noscript>Enable it.</noscript>"
    '<div id="root"></div></body></html>'
)
PAGES = {"": "Explore", "table": "Table", "councils": "Councils", "about": "About"}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return a snapshot of the frozen data."""
    return open_snapshot(FROZEN)


@pytest.fixture(autouse=True)
def _current(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "current_snapshot", lambda: snapshot)


def opened(path: str, *, may_read: bool = True, root: str = "") -> LexborHTMLParser:
    """Return the document of a page as a browser takes it apart."""
    shell = Shell(EMPTY, {**PAGES, "review": "Review"}, lambda _request: may_read)
    answer = TestClient(Starlette(routes=shell.routes(root))).get(root + path)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def test_the_briefs_of_the_filter_stand_in_the_document(snapshot: Snapshot) -> None:
    """The same briefs in the same order as the page shows, with its title and its total."""
    view = snapshot.view(BriefFilter(regions=("wales",)))
    page = opened("/?region=Wales")
    told = [node.text(strip=True) for node in page.css("#opening article h2")]
    assert told == list(view.frame["headline"])
    assert page.css_first("#opening h1").text() == view.title
    assert page.css_first("title").text() == f"{view.title} – Regional news map"
    assert view.totals in page.css_first("#opening").text()
    assert page.css_first("#opening ~ #root") is not None


def test_the_briefs_wait_for_no_style() -> None:
    """A browser shows nothing that follows a style sheet before that has come."""
    page = opened("/")
    assert not page.css("head link[rel=stylesheet]")
    assert page.css_first("#opening ~ link[rel=stylesheet] ~ #root") is not None
    assert opened("/", may_read=False).css("head link[rel=stylesheet]")


def test_links_lead_to_all_of_them_and_to_the_newest_without_scripts() -> None:
    """Beside the sentence that the page is on its way stands a way that needs none."""
    for root in ("", "/news"):
        links = opened("/?region=wales", root=root).css("#opening .coming a")
        assert {link.attributes["href"] for link in links} == {
            f"{root}/briefing?region=wales",
            f"{root}/latest",
            f"{root}/contents",
        }


@pytest.mark.parametrize(
    ("path", "title"),
    [("/about", "About"), ("/councils?council=cardiff", "City of Cardiff Council")],
)
def test_every_page_has_its_title(path: str, title: str) -> None:
    """Also those that show no list, and one council's."""
    assert opened(path).css_first("#opening h1").text() == title


def test_pages_that_change_data_are_not_in_the_menu_of_readers() -> None:
    """Who may edit is known only once the page runs."""
    told = [node.text() for node in opened("/").css("#opening header a")]
    assert told == list(PAGES.values())


def test_who_may_not_read_gets_no_brief() -> None:
    """Where members must sign in, the document is the empty one."""
    page = opened("/?region=wales", may_read=False)
    assert page.css_first("#opening") is None
    assert page.css_first("#root") is not None


@pytest.mark.parametrize("may_read", [True, False])
def test_the_script_that_guards_the_history_comes_first(*, may_read: bool) -> None:
    """Before Streamlit's, and word for word as the policy allows it."""
    first = opened("/table", may_read=may_read).css_first("head").child
    assert first is not None
    assert first.tag == "script"
    assert first.text() == history.SCRIPT


def test_an_address_is_only_text() -> None:
    """What stands in a link runs nothing."""
    page = opened("/?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert len(page.css("script")) == 1
    assert "<script>alert(1)</script>" in page.css_first("#opening h1").text()


def test_the_document_comes_packed_where_a_browser_takes_it() -> None:
    """And is the same; who keeps answers for others is told that there are two."""
    shell = Shell(EMPTY, PAGES, lambda _request: True)
    client = TestClient(Starlette(routes=shell.routes("")))
    whole = client.get("/?region=Wales", headers={"Accept-Encoding": "identity"})
    refused = client.get("/?region=Wales", headers={"Accept-Encoding": "br, gzip;q=0"})
    assert "content-encoding" not in refused.headers
    packed = client.get("/?region=Wales", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in whole.headers
    assert whole.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert int(packed.headers["content-length"]) < int(whole.headers["content-length"]) / 2
    assert whole.text == packed.text
