"""The app below a base path, as part of a larger site."""

from pathlib import Path
from urllib.parse import urlsplit

from nginx import running_nginx
from playwright.sync_api import Page, expect
from running_app import HOST, free_port, running_app, settle
from tests.browser.sight import drawn_map, expect_bubbles, headlines, option


def test_below_a_base_path_everything_is_found(tmp_path: Path, page: Page) -> None:
    """Map, names of councils, pictures and the addresses to take away are all below it."""
    with running_app(tmp_path, base_path="city/news") as root:
        missing: list[str] = []
        page.on("response", lambda answer: answer.ok or missing.append(answer.url))
        page.goto(f"{root}/?region=wales")
        settle(page)
        expect(headlines(page)).to_have_count(3)
        expect_bubbles(drawn_map(page), 3)
        page.locator(".facets [data-group=council] summary").click()
        page.get_by_label("Find a council").fill("abertawe")
        expect(option(page, "Swansea")).to_be_visible()
        page.get_by_text("Take these briefs away").click()
        expect(page.get_by_text(f"{root}/feed.atom?region=wales")).to_be_visible()
        assert f"{root}/feed.atom" in page.request.get(f"{root}/feed.atom?region=wales").text()
        assert not missing
        _behind_nginx(tmp_path, page, urlsplit(root).port)


def _behind_nginx(folder: Path, page: Page, replica: int | None) -> None:
    """Open the page through nginx, which keeps its cookie below the base path and to itself."""
    port = free_port()
    replicas = {"NEWS_HOST_1": HOST, "NEWS_PORT_1": replica, "NEWS_HOST_2": HOST, "NEWS_PORT_2": 9}
    listening = {"NEWS_LISTEN": f"{HOST}:{port}", "NEWS_BASE": "/city/news"}
    with running_nginx(folder / "nginx", replicas | listening):
        page.goto(f"http://{HOST}:{port}/city/news?region=wales")
        settle(page)
        expect(headlines(page)).to_have_count(3)
        paths = {each["name"]: each["path"] for each in page.context.cookies()}
        assert paths["regional_news_replica"] == "/city/news/"
        assert page.request.get(f"http://{HOST}:{port}/city/news/healthz").ok
        for elsewhere in ("", "/table", "/api/v1/briefs", "/city"):
            assert page.request.get(f"http://{HOST}:{port}{elsewhere}").status == 404
