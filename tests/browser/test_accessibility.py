"""Nothing that axe finds keeps people out: every page, light and dark, wide and on a phone."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import drawn_map, option

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
GRAVE = {"moderate", "serious", "critical"}

OF_THE_MAP_COMPONENT = [
    "landmark-one-main",
    "meta-viewport",  # it fixes its scale; inside a frame that has no effect
    "page-has-heading-one",
]
"""What the document in the map's frame lacks, that is the component's and not the app's."""


def test_briefs_to_look_over_keep_nobody_out(
    visit: Callable[..., Page], page: Page, accessibility: Callable[[], list[str]]
) -> None:
    """Save and the chosen themes are read in the dark, too."""
    page.emulate_media(color_scheme="dark")
    visit("/add_issue")
    news = "Galway council has been given £2 million for laptops in its libraries."
    page.get_by_label("Or its text, pasted").fill(f"Republic of Ireland\n\n{news}")
    page.keyboard.press("Control+Enter")
    page.get_by_label("Name of the issue").fill("Echo 9")
    page.get_by_label("Published", exact=True).fill("2023")
    page.keyboard.press("Tab")
    expect(page.get_by_text("1 brief · 1 needs you")).to_be_visible()
    page.get_by_role("button", name="It is Galway City Council").click()
    expect(page.get_by_role("button", name="Save 1 brief")).to_be_enabled()
    assert not [each for each in accessibility() if each.split()[0] in GRAVE]


@pytest.mark.parametrize("theme", THEMES)
def test_in_the_maps_frame_only_the_components_own_structure_is_amiss(
    visit: Callable[..., Page], page: Page, theme: Literal["light", "dark"]
) -> None:
    """Bubbles, outlines, legend and controls have names and contrast; no finding is new."""
    page.emulate_media(color_scheme=theme)
    frame = drawn_map(visit("/?mentions=true&shade=true&region=wales"))
    violations = Axe().run(frame, options={"resultTypes": ["violations"]}).response["violations"]
    assert sorted(rule["id"] for rule in violations) == OF_THE_MAP_COMPONENT
    assert all(len(rule["nodes"]) == 1 for rule in violations)


_WATCH_INK = """() => {
  window.ink = []
  const look = changes => changes.forEach(({target}) => {
    const style = getComputedStyle(target)
    if (target.dataset.stale === 'true') ink.push([style.opacity, style.transitionDuration])
  })
  new MutationObserver(look).observe(document, {subtree: true, attributeFilter: ['data-stale']})
}"""


def test_what_is_shown_stays_readable_while_the_server_works(
    visit: Callable[..., Page],
) -> None:
    """Nothing fades while its successor is awaited: who is slow to read goes on reading."""
    page = visit("/")
    page.evaluate(_WATCH_INK)
    for _ in range(20):  # a quick answer comes before anything is waited for
        option(page, "Wales").click()
        settle(page)
        if page.evaluate("() => ink.length"):
            break
    seen = {tuple(each) for each in page.evaluate("() => ink")}
    assert seen == {("1", "0s")}
