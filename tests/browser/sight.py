"""What a reader sees on Explore, as tests read it, and how a reader without a mouse moves."""

import json
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Locator, Page, expect

PAGES = (
    "/?region=wales",
    "/table",
    "/coverage",
    "/councils",
    "/councils?council=meath",
    "/add_issue",
    "/review",
    "/changes",
    "/about",
)
"""Every page, the list of councils and one council."""

MAP = "iframe[title='Map of the news']"

HIDDEN = """kinds => {
  const controls = [...document.querySelectorAll('.leaflet-control')].filter(each => !each.hidden)
  const taken = controls.map(each => each.getBoundingClientRect())
  const own = map.bubbles.spots.filter(each => each.p.about)
    .map(({x, y, r, p}) => [p.name, x - 0.86 * r, y - r, x + 0.86 * r, y + r])
  const names = map.labels.placed.filter(each => kinds.includes(each.kind))
    .map(({lines, box}) => [lines[0], box.left, box.top, box.right, box.bottom])
  return [...own, ...names].filter(([, left, top, right, bottom]) => {
    const a = map.layerPointToContainerPoint([left, top])
    const b = map.layerPointToContainerPoint([right, bottom])
    return a.x < 0 || a.y < 0 || b.x > innerWidth || b.y > innerHeight
      || taken.some(each => a.x < each.right && each.left < b.x
        && a.y < each.bottom && each.top < b.y)
  }).map(([name]) => name)
}"""
"""Bubbles with briefs, and names of the kinds given, that the frame, a button or the key hides."""

_FOCUSED = """() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}"""
_NAME = f"""() => {{
  const element = ({_FOCUSED})(), name = element?.getAttribute('aria-label')
  if (!element || name || element.tagName === 'MAIN') return name || element?.tagName || ''
  const words = (element.labels?.[0] ?? element).cloneNode(true)
  words.querySelectorAll('[aria-hidden=true]').forEach(icon => icon.remove())
  return words.textContent.trim()
}}"""
_WATCH = """if (window === top) {
  window.places = []
  const look = () => {
    const buttons = [...document.querySelectorAll('button')]
    const button = buttons.find(each => each.innerText.includes(WORDS))
    const scrolled = document.querySelector('.stMain')?.scrollTop
    const place = button && Math.round(button.getBoundingClientRect().top + scrolled)
    if (button && place !== places.at(-1)) places.push(place)
    requestAnimationFrame(look)
  }
  look()
}"""


def title(page: Page) -> Locator:
    """Return the page's heading."""
    return page.get_by_role("heading", level=1)


def totals(page: Page) -> Locator:
    """Return the line that says how much is left; it is announced when it changes."""
    return page.locator(".st-key-briefs [role=status]")


def headlines(page: Page) -> Locator:
    """Return the headlines on this page of the list."""
    return page.locator(".st-key-briefs article").get_by_role("heading")


def option(page: Page, label: str) -> Locator:
    """Return the checkbox of a filter, by the beginning of its name."""
    return page.get_by_role("checkbox", name=label)


def counts(page: Page, group: str) -> Locator:
    """Return the numbers beside the options of a group."""
    return page.locator(f".facets [data-group={group}] .count")


def watch_button(page: Page, words: str) -> None:
    """Keep in ``places``, from the next page on, how far down in pixels a button has been seen."""
    page.add_init_script(_WATCH.replace("WORDS", json.dumps(words)))


def frames(page: Page, event: Literal["framesent", "framereceived"]) -> list[str | bytes]:
    """Return the list to which is added what the page sends or hears over sockets that it opens."""
    passed: list[str | bytes] = []

    def note(message: str | bytes) -> None:
        passed.append(message)

    page.on("websocket", lambda socket: socket.on(event, note))
    return passed


def drawn_map(page: Page) -> Frame:
    """Return the frame of the map once its ground and its bubbles are drawn."""
    expect(page.frame_locator(MAP).locator(".handle")).to_be_attached()
    frame = page.locator(MAP).element_handle().content_frame()
    assert frame is not None
    frame.wait_for_function("Boolean(window.newsMap?.drawn)")
    return frame


def bubbles(frame: Frame) -> dict[str, dict[str, Any]]:
    """Return what the map knows of each council on it, by the council's name as HTML.

    ``at`` is the middle of its bubble in pixels of the frame, ``r`` the radius, ``note`` the
    council's counts, ``alone`` whether the bubble is of no other.
    """
    seen: list[dict[str, Any]] = frame.evaluate(
        """() => map.bubbles.councils.map(council => {
          const spot = map.bubbles.of(council.p.id)
          const at = map.layerPointToContainerPoint([spot.x, spot.y])
          const alone = spot.p.members.length === 1
          return {...council.p, note: spots.note(council.p), at: [at.x, at.y], r: spot.r, alone}
        })"""
    )
    return {each["name"]: each for each in seen}


def expect_bubbles(frame: Frame, count: int) -> None:
    """Wait until the map shows so many councils."""
    frame.wait_for_function("count => map.bubbles.councils.length === count", arg=count)


def on_the_map(page: Page, frame: Frame, name: str) -> tuple[float, float]:
    """Return where a council's bubble is, in pixels of the page."""
    box = page.locator(MAP).bounding_box()
    assert box is not None
    x, y = bubbles(frame)[name]["at"]
    return box["x"] + x, box["y"] + y


def card(page: Page) -> Locator:
    """Return the card at a bubble."""
    return page.frame_locator(MAP).locator(".news-card")


def press(page: Page, frame: Frame, lat: float, lon: float) -> None:
    """Click the map at a place, in WGS84 degrees."""
    box = page.locator(MAP).bounding_box()
    assert box is not None
    x, y = frame.evaluate(
        "place => { const at = map.latLngToContainerPoint(place); return [at.x, at.y] }", [lat, lon]
    )
    page.mouse.click(box["x"] + x, box["y"] + y)


def place(frame: Frame) -> dict[str, Any]:
    """Return where the map stands: its zoom and the middle of it."""
    seen: dict[str, Any] = frame.evaluate("() => ({zoom: map.getZoom(), ...map.getCenter()})")
    return seen


def tab_to(page: Page, name: str, *, most: int = 120) -> None:
    """Press the tab key until what has the focus is called ``name``; fail after ``most``."""
    passed: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(_NAME))
        if passed[-1].startswith(name):
            return
    raise AssertionError(f"no way by keyboard to “{name}”, past {passed}")


def focus_is_marked(page: Page) -> bool:
    """Return whether an outline or a ring stands around what has the focus."""
    marked: bool = page.evaluate(
        f"""() => [({_FOCUSED})(), ({_FOCUSED})().parentElement].some(element => {{
          const style = element && getComputedStyle(element)
          return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
        }})"""
    )
    return marked


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with the page as it is: the rule, and where it is broken."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['impact']} {rule['id']}: {node['target']}"
        for rule in found
        for node in rule["nodes"]
    ]
