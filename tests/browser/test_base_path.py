"""The app below a base path, as part of a larger site."""

from pathlib import Path

from playwright.sync_api import Page, expect
from running_app import running_app, settle
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
