"""Random journeys: at every step the address, the page and its controls say the same.

A model knows only what a reader did and the history of a browser; what a page must show, the
library says (``Snapshot.view``). The journeys are the same ones at every run.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from data_folders import FROZEN
from playwright.sync_api import Browser, Page, expect
from running_app import settle

from regional_news.query import BriefFilter
from regional_news.query.asking import ask
from regional_news.query.questions import meaning_of
from regional_news.query.urls import filter_params
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.ui.widgets.brief_list import PAGE_SIZE

JOURNEYS, STEPS, PARTS = 200, 4, 8
PATIENCE = 30
"""Seconds that a page may take on a busy machine."""

EXPLORE, TABLE, COVERAGE, COUNCILS = "/", "/table", "/coverage", "/councils"
MENU = {EXPLORE: "Explore", TABLE: "Table", COVERAGE: "Coverage"}
NOTHING = BriefFilter()
WORDS = ("council", "digital", "sensor")


@dataclass(frozen=True)
class Place:
    """Where a reader is: a page, the filter, and which page of the list.

    ``words`` is what searches set of the filter, which the browser remembers beside the address.
    """

    path: str = EXPLORE
    wanted: BriefFilter = NOTHING
    page: int = 1
    words: BriefFilter = field(default=NOTHING, compare=False)

    @property
    def params(self) -> list[tuple[str, str]]:
        """The parameters that the address must have, sorted."""
        page = [("page", str(self.page))] if self.page > 1 else []
        return sorted([*filter_params(self.wanted), *page])


@dataclass
class Browsing:
    """What a browser remembers: the places in order, and which of them is shown."""

    places: list[Place] = field(default_factory=lambda: [Place()])
    at: int = 0

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self.places[self.at]

    def visit(self, place: Place) -> None:
        """Go to a place; what was ahead is forgotten. Where one is, one need not go."""
        if place != self.here:
            self.places[self.at + 1 :] = [place]
            self.at += 1


@dataclass
class Reader:
    """Somebody who does things on a page, of whom each has its counterpart in the model."""

    page: Page
    snapshot: Snapshot
    dice: random.Random
    browsing: Browsing = field(default_factory=Browsing)

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self.browsing.here

    def start(self) -> str:
        """Begin anew, at the name of the whole."""
        self.page.get_by_role("link", name="Regional news map").click()
        self.browsing.visit(Place(words=self.here.words))
        return "start"

    def filter(self) -> str:
        """Tick an option, or take the tick away."""
        group = self.dice.choice(("region", "theme"))
        ids = [region.id for region in self.snapshot.gazetteer.regions.in_magazine]
        if group == "theme":
            ids = [theme.id for theme in self.snapshot.themes]
        value = self.dice.choice(ids[:6])
        self.page.locator(f"[data-option='{group}:{value}']").click()
        self._change(group + "s", value)
        return f"{group} {value}"

    def chip(self) -> str:
        """Take the first filter in use away."""
        self.page.locator(".chosen a").first.click()
        wanted = self.here.wanted
        for name in ("q", "regions", "themes", "councils"):
            if value := getattr(wanted, name):
                rest = "" if name == "q" else value[1:]
                self.browsing.visit(
                    replace(self.here, wanted=replace(wanted, **{name: rest}), page=1)
                )
                return "chip"
        raise AssertionError

    def turn(self) -> str:
        """Turn to the next page of the list."""
        self.page.get_by_role("link", name="Next page").click()
        self.browsing.visit(replace(self.here, page=self.here.page + 1))
        return "next page"

    def menu(self) -> str:
        """Go to another page with the same filter."""
        path = self.dice.choice(list(MENU))
        self.page.get_by_role("link", name=MENU[path], exact=True).click()
        wanted = self.here.wanted
        if self.here.path == COUNCILS:
            wanted = replace(wanted, councils=())
        if path != self.here.path or self.here.page > 1:
            self.browsing.visit(Place(path, wanted, words=self.here.words))
        return f"menu {path}"

    def council(self) -> str:
        """Open the page of the first council in the list."""
        link = self.page.locator(".councils a").first
        council = parse_qs(urlsplit(str(link.get_attribute("href"))).query)["council"][0]
        link.click()
        wanted = replace(self.here.wanted, councils=(council,))
        self.browsing.visit(Place(COUNCILS, wanted, words=self.here.words))
        return f"council {council}"

    def search(self) -> str:
        """Search a word; the name of a theme becomes a filter."""
        word = self.dice.choice(WORDS)
        box = self.page.locator(".search input")
        box.fill(word)
        box.press("Enter")
        index, here = self.snapshot.index, self.here
        asked = ask(index, meaning_of(index, word), here.wanted, here.words)
        self.browsing.visit(replace(here, wanted=asked.filter, page=1, words=asked.words))
        return f"search {word}"

    def back(self) -> str:
        """Go back."""
        self.browsing.at -= 1
        self.page.go_back(wait_until="commit")
        return "Back"

    def forward(self) -> str:
        """Go forward."""
        self.browsing.at += 1
        self.page.go_forward(wait_until="commit")
        return "Forward"

    def reload(self) -> str:
        """Load the page anew."""
        self.page.reload(wait_until="commit")
        return "reload"

    def possible(self) -> list[Callable[[], str]]:
        """Return what can be done here; some things oftener than others."""
        acts: list[Callable[[], str]] = [self.menu]
        if self.here.path != COUNCILS:
            acts += [self.filter, self.filter, self.search]
        if self.here.path == EXPLORE:
            view = self.snapshot.view(self.here.wanted)
            acts += [self.chip] * bool(self.here.wanted)
            acts += [self.turn] * (len(view) > self.here.page * PAGE_SIZE)
            acts += [self.council] * bool(len(view))
        acts += [self.back, self.back] * (self.browsing.at > 0)
        acts += [self.forward] * (self.browsing.at < len(self.browsing.places) - 1)
        acts += [self.reload] * (self.dice.random() < 0.15)
        return acts

    def _change(self, name: str, value: str) -> None:
        chosen = getattr(self.here.wanted, name)
        rest = tuple(each for each in chosen if each != value)
        wanted = replace(self.here.wanted, **{name: rest if value in chosen else (*chosen, value)})
        self.browsing.visit(replace(self.here, wanted=wanted, page=1))


SEEN = """() => {
  const within = [document]
  const seen = selector => within.flatMap(root => [...root.querySelectorAll(selector)])
  document.querySelectorAll('[data-testid=stMain] *')
    .forEach(each => each.shadowRoot && within.push(each.shadowRoot))
  const words = seen('[data-testid=stMarkdown]')
  return {
    title: seen('h1').map(each => each.textContent),
    totals: seen('.briefs [role=status]').map(each => each.textContent),
    headlines: seen('.briefs article :is(h2, h3)').map(each => each.textContent),
    ticked: seen('[data-option]:checked').map(each => each.dataset.option).sort(),
    searched: seen('.search input').map(each => each.value),
    words: words.map(each => each.textContent),
    path: location.pathname,
    params: [...new URLSearchParams(location.search)].sort(),
  }
}"""
"""What a page shows, and its address; asked for at once, since it is asked for a thousand times."""


def shown(snapshot: Snapshot, place: Place) -> dict[str, object]:
    """Return what a page must show of a place, as far as the place decides it."""
    wanted, view = place.wanted, snapshot.view(place.wanted)
    filters = [f"region:{each}" for each in wanted.regions]
    filters += [f"theme:{each}" for each in wanted.themes]
    told: dict[str, object] = {
        "path": place.path,
        "params": [list(each) for each in place.params],
        "title": [view.title],
        "ticked": sorted(filters),
        "searched": [wanted.q],
    }
    match place.path:
        case "/":
            rows = list(view.page(place.page, PAGE_SIZE)["headline"])
            told |= {"headlines": rows, "totals": [view.totals]}
        case "/coverage":
            told |= {"title": ["Coverage"], "words": f"{view.title}: {view.totals}"}
        case "/table":
            told |= {"words": view.totals}
        case _:
            name = snapshot.gazetteer[wanted.councils[0]].name
            told |= {"title": [name], "ticked": [], "searched": [""]}
    return told


def expect_place(page: Page, snapshot: Snapshot, place: Place) -> None:
    """Wait until rows, address and controls are those of a place."""
    expected = shown(snapshot, place)
    until = time.monotonic() + PATIENCE
    while True:
        seen = page.evaluate(SEEN)
        wrong = {
            name: (seen[name], value)
            for name, value in expected.items()
            if (value not in seen[name] if name == "words" else value != seen[name])
        }
        if not wrong:
            return
        assert time.monotonic() < until, f"(seen, expected): {wrong}"
        page.wait_for_timeout(20)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return the snapshot of the data that the server has a copy of."""
    return open_snapshot(FROZEN)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("seed", range(PARTS))
def test_address_page_and_controls_agree_on_every_journey(
    visit: Callable[..., Page], snapshot: Snapshot, seed: int
) -> None:
    """Whatever a reader does, Back takes it back, and what is shown is what the address says."""
    reader = Reader(visit("/"), snapshot, random.Random(seed))  # noqa: S311  examples, no secrets
    for number in range(JOURNEYS // PARTS):
        done = [reader.start()]
        expect_place(reader.page, snapshot, reader.here)
        for _ in range(STEPS):
            done.append(reader.dice.choice(reader.possible())())
            try:
                expect_place(reader.page, snapshot, reader.here)
            except AssertionError as error:
                told = f"journey {number}: {', '.join(done)} → {reader.here}"
                raise AssertionError(f"{told}\n{error}") from error


@pytest.mark.parametrize("moment", range(60, 300, 40))
def test_who_goes_back_while_the_app_starts_gets_there(
    visit: Callable[..., Page], snapshot: Snapshot, moment: int
) -> None:
    """Nobody is left with the page of before, or with one that lacks its list and its search."""
    reader = Reader(visit("/"), snapshot, random.Random(0))  # noqa: S311  examples, no secrets
    reader.council()
    expect_place(reader.page, snapshot, reader.here)
    settle(reader.page)
    reader.reload()
    reader.page.wait_for_timeout(moment)
    reader.back()
    expect_place(reader.page, snapshot, reader.here)
    settle(reader.page)
    expect_place(reader.page, snapshot, reader.here)


def test_who_hurries_leaves_no_entries_of_what_they_passed_by(
    visit: Callable[..., Page], snapshot: Snapshot
) -> None:
    """Two links, then two steps back, each before the page has come: Forward leads on as it was."""
    reader = Reader(visit("/"), snapshot, random.Random(0))  # noqa: S311  examples, no secrets
    begun = reader.page.evaluate("history.length")
    for label, path in (("Table", TABLE), ("Coverage", COVERAGE)):
        reader.page.get_by_role("link", name=label, exact=True).click()
        reader.browsing.visit(Place(path))
    for act in (reader.back, reader.back, reader.forward):
        act()
    expect_place(reader.page, snapshot, reader.here)
    settle(reader.page)
    expect_place(reader.page, snapshot, reader.here)
    assert reader.page.evaluate("history.length") == begun + 2


@pytest.mark.parametrize("path", ["/?region=wales&page=1", "/table?theme=digital_services"])
def test_a_copied_link_opens_the_same_in_a_fresh_browser(
    visit: Callable[..., Page], browser: Browser, snapshot: Snapshot, path: str
) -> None:
    """After a change of filter and of page, "Copy link" gives what a colleague then sees."""
    page = visit(path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader = Reader(page, snapshot, random.Random(7))  # noqa: S311  examples, no secrets
    address = urlsplit(path)
    wanted = snapshot.filters.read({k: [v] for k, v in parse_qsl(address.query)}).wanted
    reader.browsing.places[0] = Place(address.path, wanted)
    for act in (reader.filter, reader.menu, reader.filter, reader.menu):
        act()
        settle(page)
        page.get_by_role("button", name="Copy link").click()
        expect(page.get_by_text("Link copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        colleague = browser.new_page()
        colleague.goto(copied)
        settle(colleague)
        expect_place(colleague, snapshot, reader.here)
        colleague.close()
