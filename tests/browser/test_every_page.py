"""What holds on every page, wide and on a small phone; each is loaded once in either size.

It does not jump while it comes, the keyboard finds a name at each stop, nothing is cut off, and
axe finds nothing that keeps people out.
"""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from running_app import settle
from tests.browser.sight import PAGES, title, violations

SIZES = (ViewportSize(width=1400, height=1000), ViewportSize(width=320, height=640))
ZOOMED = 256
"""The height that is left of a window of 1280 × 1024 pixels at 400 %; its width is 320 then."""

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OWN_STYLE = ("max-width", "1600px")
"""What shows that the style of the app's own has arrived: it comes a moment after the page."""

GRAVE = {"moderate", "serious", "critical"}

STEADY = 0.1
"""How much a page may jump while it comes, by the measure of browsers (CLS)."""

_SHIFTS = """
window.shifted = 0
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) window.shifted += entry.value
})).observe({type: 'layout-shift', buffered: true})
"""
_WAITS = """
window.triesLeft = Infinity
const later = window.setTimeout
window.setTimeout = (act, wait, ...given) => {
  if (act.name === 'dropOpening') window.triesLeft = given[0]
  return later(act, wait, ...given)
}
"""
"""Notes how often the plain briefs may still wait for the page before they give up."""

CUT_OFF = """() => {
  const outside = []
  const scroller = element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
  const walk = element => {
    if (scroller(element) && element.dataset.testid !== 'stMain') return
    const box = element.getBoundingClientRect()
    const seen = box.width > 1 && box.height > 1 && box.left >= 0
    if (seen && box.right > innerWidth + 1) outside.push(`${element.tagName}.${element.className}`)
    for (const child of (element.shadowRoot ?? element).children) walk(child)
  }
  walk(document.querySelector('[data-testid=stMain]'))
  return outside
}"""
STOP = """() => {
  let stop = document.activeElement
  while (stop?.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement
  if (stop === document.body) return {name: 'the end', tag: ''}
  const words = stop.matches('a, button, summary') && stop.innerText
  const picture = stop.matches('a') && stop.querySelector('img')?.alt
  const name = stop.ariaLabel || stop.labels?.[0]?.innerText || stop.title || words || picture
  return {name, tag: stop.outerHTML.slice(0, 200)}
}"""
"""What has the focus: its name, as far as it has one of its own."""


@pytest.fixture(scope="module")
def measured_page(lasting_page: Page) -> Page:
    """Give a page that measures how much it jumps, and what its plain briefs wait for."""
    lasting_page.add_init_script(_SHIFTS + _WAITS)
    return lasting_page


@pytest.fixture(
    scope="module", params=["/", "/?region=wales&theme=jetpacks&shade=true", *PAGES[1:]]
)
def path(request: pytest.FixtureRequest) -> str:
    """Return the address of a page; all briefs, too: most cards are not laid out at first."""
    return str(request.param)


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: str(size["width"]))
def opened(
    request: pytest.FixtureRequest, measured_page: Page, server: str, path: str
) -> Iterator[Page]:
    """Give the page, loaded anew in a window of this size."""
    page = measured_page
    page.set_viewport_size(request.param)
    page.goto("about:blank")
    page.goto(server + path)
    settle(page)
    expect(title(page)).to_be_visible()
    expect(page.locator(".stMainBlockContainer")).to_have_css(*OWN_STYLE)
    yield page
    page.emulate_media(color_scheme="light")


def test_nothing_jumps_while_a_page_comes(opened: Page) -> None:
    """The page takes the place of the plain briefs at once, and as soon as it is drawn."""
    opened.wait_for_timeout(500)
    assert opened.evaluate("window.triesLeft") > 0
    assert opened.evaluate("window.shifted") <= STEADY


def test_every_stop_of_the_tab_key_has_a_name(opened: Page) -> None:
    """A screen reader says where one is: no stop is a mere box around others."""
    for _ in range(15):
        opened.keyboard.press("Tab")
        stop = opened.evaluate(STOP)
        assert stop["name"], stop


def test_it_keeps_nobody_out(opened: Page) -> None:
    """Nothing that axe finds is moderate, serious or critical in any theme."""
    for theme in THEMES:
        opened.emulate_media(color_scheme=theme)
        settle(opened)
        assert not [each for each in violations(opened) if each.split()[0] in GRAVE], theme


def test_nothing_is_cut_off_or_scrolls_sideways(opened: Page) -> None:
    """At 320 pixels, which is also 400 % zoom, everything lies within the window, as it does wide.

    Tables may scroll by themselves.
    """
    size = opened.viewport_size
    assert size
    for height in (size["height"], ZOOMED):
        opened.set_viewport_size({"width": size["width"], "height": height})
        settle(opened)
        wide = "document.querySelector('[data-testid=stMain]').scrollWidth"
        assert opened.evaluate(wide) <= size["width"]
        opened.wait_for_function(f"!({CUT_OFF})().length")  # a table takes its width a moment later
