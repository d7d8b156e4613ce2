"""Every task can be done with the keyboard alone, and one sees where one is."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import (
    drawn_map,
    focus_is_marked,
    headlines,
    option,
    tab_to,
    title,
    totals,
)

Visit = Callable[..., Page]


def test_search(visit: Visit) -> None:
    """One tabs to the search box, types and presses Enter."""
    page = visit("/")
    tab_to(page, "Search words, councils")
    page.keyboard.type("sensors")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("Briefs on Sensors & IoT")


def test_filter_by_region_and_theme_and_clear(visit: Visit) -> None:
    """Space chooses an option, the focus stays on it, and one button clears all."""
    page = visit("/")
    expect(option(page, "Scotland,")).to_be_attached()
    tab_to(page, "Wales, 3 briefs")
    page.keyboard.press("Space")
    expect(title(page)).to_have_text("Briefs from Wales")
    settle(page)
    tab_to(page, "Digital services, 1 brief")
    page.keyboard.press("Space")
    expect(title(page)).to_have_text("Briefs on Digital services from Wales")
    settle(page)
    expect(option(page, "Digital services,")).to_be_focused()
    page.get_by_role("heading", name="Filter the briefs").click()
    tab_to(page, "Clear all filters")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("All briefs")


def test_show_a_council_on_the_map(visit: Visit) -> None:
    """The list's button moves the map; the focus stays in the list."""
    page = visit("/?region=wales")
    frame = drawn_map(page)
    settle(page)
    tab_to(page, "Show on map: City and County of Swansea Council")
    page.keyboard.press("Enter")
    frame.wait_for_function("map.getZoom() >= 8 && Math.abs(map.getCenter().lat - 51.6) < 0.3")
    show = page.get_by_role("button", name="Show on map: City and County of Swansea Council")
    expect(show).to_have_attribute("aria-pressed", "true")
    expect(show).to_be_focused()


def test_the_focus_stays_in_its_card(visit: Visit) -> None:
    """A council in two cards has a button in each: the one that was pressed keeps the focus."""
    page = visit("/?council=edinburgh")
    show = page.get_by_role("button", name="Show on map: City of Edinburgh Council")
    expect(show).to_have_count(2)
    show.nth(1).press("Enter")
    expect(show.nth(1)).to_have_attribute("aria-pressed", "true")
    settle(page)
    expect(show.nth(1)).to_be_focused()


def test_open_a_councils_page(visit: Visit) -> None:
    """A council's name in a card is a link, which keeps the filter."""
    page = visit("/?region=wales")
    tab_to(page, "Newport City Council")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("Newport City Council")
    assert page.url.endswith("/councils?region=wales&council=newport")


def test_download(visit: Visit) -> None:
    """On Table the files are buttons."""
    page = visit("/table?region=wales")
    tab_to(page, "CSV")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")


def test_turn_the_page(visit: Visit) -> None:
    """The list's second page is a button away."""
    page = visit("/")
    expect(headlines(page)).to_have_count(15)
    headlines(page).last.click()
    tab_to(page, "Next page")
    page.keyboard.press("Enter")
    expect(headlines(page)).to_have_count(10)


def test_skip_menu_and_filters(visit: Visit) -> None:
    """The first stop of a page leads past both: the next one is the search box."""
    page = visit("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Search words")).to_be_focused()


def test_skip_the_map(visit: Visit) -> None:
    """Before the map stands a link past it: the next stop lies behind the map."""
    page = visit("/?region=wales")
    drawn_map(page)
    settle(page)
    tab_to(page, "Skip the map")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Shade regions by number of briefs")).to_be_focused()
    expect(title(page)).to_have_text("Briefs from Wales")


def test_skip_to_the_table(visit: Visit) -> None:
    """Behind the search box stands a link past the filters in use and the files, to the rows."""
    page = visit("/table?region=wales")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("canvas").first).to_be_visible()  # the table is drawn after all else
    tab_to(page, "Skip to the table", most=3)
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Space")  # ticks the row
    expect(page.get_by_role("button", name="Mend or delete")).to_be_visible()


def test_a_new_page_takes_the_focus_to_its_heading(visit: Visit) -> None:
    """After a link of the menu one goes on from the heading of the page that it opened."""
    page = visit("/")
    tab_to(page, "Table")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/table$"))
    expect(title(page)).to_be_focused()


def test_from_council_to_council_the_heading_takes_the_focus(visit: Visit) -> None:
    """Each council's page is one of its own, though the address has one path for all."""
    page = visit("/councils?council=fife")
    page.locator(".councils a").first.focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(title(page)).not_to_have_text("Fife Council")
    expect(title(page)).to_be_focused()


def test_back_leads_to_the_link_that_one_came_by(visit: Visit) -> None:
    """One goes on in the list where one left it; of two links alike, at that pressed."""
    page = visit("/?region=scotland")
    links = page.locator(".st-key-briefs article a").filter(has_text="Council")
    expect(links.last).to_be_visible()
    left = links.last.inner_text()
    links.last.press("Enter")
    expect(title(page)).to_have_text(left)
    settle(page)
    page.go_back()
    expect(links.last).to_be_focused()
    settle(page)
    runs = page.evaluate("newsFrame.ran")
    drawn_map(page).evaluate("() => newsMap.clicked({kind: 'selected', id: 'aberdeen'})")
    title(page).focus()
    page.go_back()  # a card is closed
    page.wait_for_function("runs => newsFrame.ran > runs", arg=runs)
    settle(page)
    page.wait_for_timeout(100)
    expect(title(page)).to_be_focused()


def test_back_leaves_alone_who_goes_on(visit: Visit) -> None:
    """A link that is drawn late takes no focus, and nothing holds the page, once one scrolls on."""
    page = visit("/")
    expect(headlines(page)).to_have_count(15)
    page.evaluate(
        """() => {
          document.querySelector('.stMain').scrollTop = 300
          window.late = document.createElement('a')
          Object.assign(late, {href: 'late', textContent: 'Late'})
          document.body.append(late)
          late.focus()
          dispatchEvent(new CustomEvent('visit', {detail: '?region=wales'}))
          late.remove()
        }"""
    )
    expect(title(page)).to_have_text("Briefs from Wales")
    settle(page)
    page.go_back()
    expect(headlines(page)).to_have_count(15)
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 300")
    headlines(page).nth(2).hover()
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop > 500")
    page.evaluate("document.body.append(late)")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('.stMain').scrollTop") > 500
    assert not page.evaluate("document.activeElement === late")


def test_a_new_page_leaves_the_focus_to_a_quick_reader(visit: Visit) -> None:
    """Nobody who goes on while a page is drawn types beside the field."""
    page = visit("/")
    page.get_by_role("link", name="Table", exact=True).evaluate(
        """link => {
          link.click()
          const host = [...document.querySelectorAll('*')]
            .find(each => each.shadowRoot?.querySelector('#words'))
          host.shadowRoot.querySelector('#words').focus()
        }"""
    )
    settle(page)
    page.wait_for_timeout(300)
    page.keyboard.type("sensors")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("Briefs on Sensors & IoT")
    expect(page).to_have_url(re.compile("/table"))


def test_the_new_count_is_announced_politely(visit: Visit) -> None:
    """The totals live in a status region that stays in place while its words change."""
    page = visit("/")
    expect(totals(page)).to_have_text("25 briefs · 25 councils · 13 regions")
    totals(page).evaluate("status => { status.same = true }")
    option(page, "Wales,").check()
    expect(totals(page)).to_have_text("3 briefs · 3 councils · 1 region")
    expect(totals(page)).to_have_role("status")
    assert totals(page).evaluate("status => status.same")


def test_the_focus_can_be_seen(visit: Visit) -> None:
    """Each stop on the way through the page has an outline or a ring."""
    page = visit("/?region=wales")
    settle(page)
    expect(headlines(page)).to_have_count(3)
    for name in (
        "Digital services",
        "Table",
        "Search words, councils",
        "Copy link",
        "Wales ✕",
        "Wales",
        "Caerphilly County Borough Council",
        "Show on map: Caerphilly",
        "▲ Procurement & finance",
    ):
        tab_to(page, name)
        assert focus_is_marked(page), name
