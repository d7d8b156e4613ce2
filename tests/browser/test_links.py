"""Every view is a link: the address holds all of the view and gives it back."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

import pytest
from data_folders import FROZEN
from playwright.sync_api import Page, expect
from running_app import settle
from tests.browser.sight import counts, headlines, option, title, totals

from regional_news.model import PartialDate
from regional_news.query import BriefFilter
from regional_news.query.urls import filter_params, query_string
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.ui.widgets.page_links import PAGE_SIZE

Visit = Callable[..., Page]

STATES = 100
WORDS = ("", "", "", "sensors", "Caerdydd", "council", "5g", "dublin digital")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return the snapshot of the data that the server has a copy of."""
    return open_snapshot(FROZEN)


def random_filters(snapshot: Snapshot, amount: int) -> Iterator[BriefFilter]:
    """Yield filters with parts of every kind, the same ones at every run."""
    dice = random.Random(25)  # noqa: S311  examples, no secrets
    for _ in range(amount):
        yield BriefFilter(
            q=dice.choice(WORDS),
            regions=_some(dice, [region.id for region in snapshot.gazetteer.regions.in_magazine]),
            themes=_some(dice, [theme.id for theme in snapshot.themes]),
            councils=_some(dice, sorted(snapshot.index.column("council").present), often=0.2),
            issues=_some(dice, sorted(snapshot.index.column("issue").ids), often=0.3),
            since=PartialDate(2023, 9) if dice.random() < 0.1 else None,
            until=PartialDate(2024) if dice.random() < 0.1 else None,
            mentions=dice.random() < 0.2,
            past=dice.random() < 0.1,
        )


def _some(dice: random.Random, values: Sequence[str], often: float = 0.6) -> tuple[str, ...]:
    if dice.random() > often:
        return ()
    return tuple(dice.sample(values, min(dice.choice((1, 2, 6)), len(values))))


def go_to(page: Page, query: str) -> None:
    """Go to another view as Back and Forward do, in the page that is open."""
    page.evaluate(
        "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')) }",
        f"/?{query}",
    )


def expect_view(page: Page, snapshot: Snapshot, wanted: BriefFilter) -> None:
    """Expect the title, the totals, the list and the counts of a filter's view."""
    view = snapshot.view(wanted)
    expect(title(page)).to_have_text(view.title)
    expect(totals(page)).to_have_text(view.counted)
    expect(headlines(page)).to_have_text(list(view.page(1, PAGE_SIZE)["headline"]))
    for group, ids in (
        ("region", [region.id for region in snapshot.gazetteer.regions.in_magazine]),
        ("theme", [theme.id for themes in snapshot.themes.by_group().values() for theme in themes]),
    ):
        expected = view.facet(group)
        expect(counts(page, group)).to_have_text([str(expected[each]) for each in ids])


def asked(page: Page) -> list[tuple[str, str]]:
    """Return the parameters in the address bar, in an order of their own."""
    return sorted(parse_qsl(urlsplit(page.url).query))


@pytest.mark.timeout(240)
def test_forty_views_come_back_from_their_addresses(visit: Visit, snapshot: Snapshot) -> None:
    """Whatever the filter, its address gives the same rows and counts, and stays as it is."""
    page = visit("/")
    seen = set()
    for wanted in random_filters(snapshot, STATES):
        go_to(page, query_string(wanted))
        expect_view(page, snapshot, wanted)
        assert asked(page) == sorted(filter_params(wanted))
        seen.add(snapshot.view(wanted).totals)
    assert len(seen) > 10, "the filters must not all leave the same"


def test_a_link_opens_its_view_in_a_fresh_browser(visit: Visit, snapshot: Snapshot) -> None:
    """Nothing of a view is kept anywhere but in its address."""
    wanted = BriefFilter(regions=("wales", "scotland"), themes=("digital_services", "iot_sensors"))
    page = visit(f"/?{query_string(wanted)}")
    expect_view(page, snapshot, wanted)
    expect(option(page, "Wales,")).to_be_checked()
    expect(option(page, "Sensors & IoT,")).to_be_checked()
    expect(option(page, "London,")).not_to_be_checked()


def test_a_link_holds_the_page_of_the_list(visit: Visit) -> None:
    """A link to the second page of the list opens that page; a filter leads back to the first."""
    page = visit("/?page=2")
    expect(headlines(page)).to_have_count(10)
    option(page, "Scotland,").check()
    expect(headlines(page)).to_have_count(3)


def test_back_and_forward_walk_through_the_views(visit: Visit) -> None:
    """Every choice is a step that Back takes away and Forward brings again."""
    page = visit("/")
    option(page, "Wales,").check()
    expect(title(page)).to_have_text("Briefs from Wales")
    option(page, "Digital services,").check()
    expect(title(page)).to_have_text("Briefs on Digital services from Wales")
    page.go_back()
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(option(page, "Digital services,")).not_to_be_checked()
    page.go_back()
    expect(title(page)).to_have_text("All briefs")
    expect(totals(page)).to_have_text("25 briefs · 25 councils · 13 regions")
    page.go_forward()
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(option(page, "Wales,")).to_be_checked()


def test_filters_stay_from_page_to_page(visit: Visit) -> None:
    """Table and Coverage show what was chosen on Explore, and the way back keeps it too."""
    page = visit("/")
    option(page, "Scotland,").check()
    expect(title(page)).to_have_text("Briefs from Scotland")
    page.get_by_role("link", name="Table").click()
    expect(page).to_have_url(re.compile(r"/table\?region=scotland$"))
    expect(title(page)).to_have_text("Briefs from Scotland")
    page.get_by_role("link", name="Coverage").click()
    expect(page.get_by_text("Briefs from Scotland: 3 briefs")).to_be_visible()
    page.get_by_role("link", name="About").click()
    expect(title(page)).to_have_text("About this map")
    page.get_by_role("link", name="Explore").click()
    expect(title(page)).to_have_text("Briefs from Scotland")
    expect(headlines(page)).to_have_count(3)


def test_a_cell_of_the_matrix_opens_its_briefs(visit: Visit) -> None:
    """On Coverage, a number leads to the briefs of that theme and region."""
    page = visit("/coverage")
    page.get_by_role("link", name="1 brief: Digital services, Wales").click()
    expect(title(page)).to_have_text("Briefs on Digital services from Wales")
    expect(headlines(page)).to_have_count(1)
    assert asked(page) == [("region", "wales"), ("theme", "digital_services")]


@pytest.mark.parametrize("path", ["/", "/table", "/councils"])
def test_what_a_link_asks_in_vain_is_told(visit: Visit, path: str) -> None:
    """An old or mistyped value is ignored with a visible note; the rest of the link works."""
    page = visit(f"{path}?region=wales&theme=jetpacks&council=borsetshire&since=soon")
    note = page.get_by_role("alert")
    for unknown in ("theme “jetpacks”", "council “borsetshire”", "since “soon”"):
        expect(note).to_contain_text(unknown)
    if path != "/councils":
        expect(title(page)).to_have_text("Briefs from Wales")


def test_a_filter_in_use_can_be_taken_away_in_the_list(visit: Visit) -> None:
    """Each filter stands above the list, with a cross that removes it."""
    page = visit("/?region=wales&theme=iot_sensors")
    expect(headlines(page)).to_have_count(0)
    page.get_by_role("link", name="Sensors & IoT ✕").click()
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(headlines(page)).to_have_count(3)


def test_the_link_is_copied(visit: Visit, page: Page) -> None:
    """“Copy link” puts the address of the view on the clipboard and says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit("/?region=wales")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_where_nothing_may_be_copied_the_link_is_shown(visit: Visit, page: Page) -> None:
    """A browser that keeps the clipboard to itself shows the address, ready to be copied."""
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false"
    )
    visit("/?region=wales")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_label("Link to this page")).to_have_value(page.url)


def test_clear_gives_everything_back(visit: Visit) -> None:
    """A view without briefs says so and offers the way out."""
    page = visit("/?q=zzzz")
    expect(page.get_by_text("No briefs with “zzzz”.")).to_be_visible()
    page.locator(".st-key-briefs").get_by_role("link", name="Clear all filters").click()
    expect(title(page)).to_have_text("All briefs")
    expect(totals(page)).to_have_text("25 briefs · 25 councils · 13 regions")
    settle(page)
    assert asked(page) == []


def test_a_press_during_a_rerun_is_not_lost(visit: Visit) -> None:
    """What a rerun does not change stays as it is: a link that is pressed is still the same one."""
    page = visit("/?region=wales")
    links = [page.locator(place).first for place in (".councils a", ".chosen a", ".site a")]
    held = [link.element_handle() for link in links]
    runs = page.evaluate("() => newsFrame.ran")
    page.evaluate("() => dispatchEvent(new PopStateEvent('popstate', { state: history.state }))")
    page.wait_for_function("before => newsFrame.ran > before", arg=runs)
    settle(page)
    assert [each.evaluate("each => each.isConnected") for each in held if each] == [True] * 3
