"""Where scripts or sockets do not come: the same briefs in plain HTML, and a sentence."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, Route, WebSocketRoute, expect
from running_app import settle
from tests.browser.sight import headlines, title

Visit = Callable[[str], Page]


def test_without_scripts_the_briefs_can_be_read(
    browser: Browser, server: str, visit: Visit
) -> None:
    """The list is the page's list, and the link leads to all of it."""
    expected = headlines(visit("/?region=wales")).all_text_contents()
    reader = browser.new_context(java_script_enabled=False).new_page()
    reader.goto(f"{server}/?region=wales")
    expect(reader.locator("#opening h1")).to_have_text("Briefs from Wales")
    assert [each.strip() for each in reader.locator("article h2").all_text_contents()] == expected
    reader.get_by_role("link", name="Briefs from Wales on a plain page").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Briefs from Wales")
    expect(reader.locator("article")).to_have_count(len(expected))
    reader.context.close()


def test_a_briefing_uses_the_width_of_its_paper(page: Page, server: str) -> None:
    """The text stands beside the map and, from where that ends, takes all of the page's width."""
    page.goto(f"{server}/briefing")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    widths = page.locator("article p:not(.facts)").evaluate_all(
        """all => all.map(each => {
          const lines = document.createRange()
          lines.selectNodeContents(each)
          return lines.getBoundingClientRect().width
        })"""
    )
    assert widths[0] < 430
    assert max(widths) > 600


def test_where_sockets_are_blocked_the_briefs_stay(page: Page, server: str) -> None:
    """A proxy that lets no socket through leaves the plain briefs, and says why."""
    page.route_web_socket(re.compile("_stcore/stream"), lambda socket: socket.close())
    page.goto(f"{server}/?region=wales")
    expect(page.get_by_text("some networks and browsers block them")).to_be_visible()
    page.wait_for_timeout(3000)
    expect(page.locator("#opening article")).to_have_count(3)


def test_a_lost_connection_is_said_and_mended(visit: Visit, page: Page) -> None:
    """What is shown stays; once there is a server again, that is said, and a click works."""
    sockets: list[WebSocketRoute] = []
    is_down = False

    def answer(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        if is_down:
            socket.close()
        else:
            socket.connect_to_server()

    page.route_web_socket(re.compile("_stcore/stream"), answer)
    visit("/?region=wales")
    is_down = True
    sockets[-1].close()
    expect(page.get_by_text("The connection was lost.")).to_be_visible()
    expect(headlines(page)).to_have_count(3)
    is_down = False
    expect(page.get_by_text("Connected again.")).to_be_visible()
    settle(page)
    page.get_by_role("link", name="Wales ✕").click()
    expect(title(page)).to_have_text("All briefs")


def held_up(page: Page) -> Callable[[], None]:
    """Hold the app's script up, and return what lets it come."""
    held: list[Route] = []
    come = False

    def hold(route: Route) -> None:
        if come:
            route.continue_()
        else:
            held.append(route)

    def go_on() -> None:
        nonlocal come
        come = True
        for route in held:
            route.continue_()

    page.route(re.compile(r"/static/js/index\."), hold)
    return go_on


def test_who_reads_the_opening_stays_at_that_brief(page: Page, server: str) -> None:
    """When the page takes its place, the focus and what is in sight are the same brief's."""
    go_on = held_up(page)
    page.goto(server, wait_until="commit")
    link = page.locator("#opening article h2 a").nth(4)
    link.focus()
    link.evaluate("link => link.closest('article').scrollIntoView()")
    headline = link.inner_text()
    go_on()
    expect(page.locator("#opening")).to_have_count(0, timeout=30_000)
    brief = page.locator(".st-key-briefs h2", has_text=headline)
    expect(brief).to_be_focused()
    expect(brief).to_be_in_viewport()


def test_who_was_at_the_menu_of_the_opening_is_led_to_the_heading(page: Page, server: str) -> None:
    """What had the focus is gone: the keyboard begins at the title."""
    go_on = held_up(page)
    page.goto(server, wait_until="commit")
    page.locator("#opening header a").first.focus()
    go_on()
    expect(page.locator("#opening")).to_have_count(0, timeout=30_000)
    expect(title(page)).to_be_focused()
