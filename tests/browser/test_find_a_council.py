"""Finding a council among the filters: by any spelling, and told why where there is none."""

from collections.abc import Callable

import pytest
from data_folders import FROZEN
from playwright.sync_api import Page, expect
from tests.browser.sight import headlines, option

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.resolver import searchable
from regional_news.text import fold

Visit = Callable[[str], Page]

NAMES = "/assets/council-names.json"
SHARED = "/_stcore/bidi-components/regional-news.facets/shared.js"


def find(page: Page, name: str) -> None:
    """Open the group of councils and type a name."""
    box = page.get_by_label("Find a council")
    if not box.is_visible():
        page.locator(".facets [data-group=council] summary").click()
    box.fill(name)


def test_names_are_folded_as_the_app_folds_them(visit: Visit) -> None:
    """What somebody types meets names that the server folded, whatever signs they have."""
    names = [searchable(each) for each in load_gazetteer(FROZEN)]
    names += ["King’s Lynn & West-Norfolk", "KINGS LYNN", "stoke on  trent", " St. Helens ", "Môn—"]
    folded = visit("/about").evaluate(
        "async ([from, names]) => names.map((await import(from)).fold)", [SHARED, names]
    )
    assert folded == [fold(name) for name in names]


SORT = """async ([from, told, wanted]) => {
  const { councilsOf, rankOf, servingFirst } = await import(from)
  const found = councilsOf(told).map(council => ({ council, rank: rankOf(council, wanted) }))
  return servingFirst(found, ({ rank: [a] }, { rank: [b] }) => a - b).map(each => each.council.id)
}"""


def test_who_serves_is_offered_before_who_does_not(visit: Visit) -> None:
    """A council that is no more is first only by its whole name, and where none begins so."""
    names = {
        "Borchester": " (until 2009)",
        "New Borchester": "",
        "Borcher": " (until 2009)",
        "Borchest": "",
    }
    page = visit("/about")
    for wanted, told, found in (
        ("borch", ["Borchester", "New Borchester"], ["New Borchester", "Borchester"]),
        ("borchester", ["New Borchester", "Borchester"], ["Borchester", "New Borchester"]),
        ("borcher", ["Borcher"], ["Borcher"]),
        ("borche", ["Borcher", "Borchest"], ["Borchest", "Borcher"]),
    ):
        listed = {each: [each, "", "district", "", names[each], each.lower(), ""] for each in told}
        assert page.evaluate(SORT, [SHARED, listed, wanted]) == found


def test_a_council_is_found_by_other_spellings(visit: Visit) -> None:
    """Dashes and accents make no difference; where there is none, the reader learns why."""
    page = visit("/")
    note = page.locator(".facets .found")
    find(page, "dun laoghaire rathdown")
    expect(option(page, "Dún Laoghaire-Rathdown County Council, 2 briefs")).to_be_visible()
    expect(note).to_be_hidden()
    find(page, "mayo")
    expect(note).to_have_text("No brief is about a council of that name.")
    find(page, "Borsetshire")
    expect(note).to_have_text("No council has that name.")


@pytest.mark.parametrize(
    ("typed", "meant"), [("Edinbrugh", "City of Edinburgh"), ("Newprt", "Newport City")]
)
def test_a_slip_of_the_pen_is_understood(visit: Visit, typed: str, meant: str) -> None:
    """In the search, among the filters, on Councils and where a council is chosen for a brief."""
    page = visit("/")
    find(page, typed)
    expect(option(page, meant)).to_be_visible()
    visit(f"/?q={typed}").get_by_role("link", name=f"Did you mean {meant}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(meant)
    expect(headlines(page)).not_to_have_count(0)
    visit("/councils").get_by_label("Find a council by any name").fill(typed)
    expect(page.get_by_role("option", name=meant)).to_be_visible()
    visit("/").get_by_role("button", name="Mend or delete").first.click()
    picker = page.get_by_role("dialog").get_by_role("combobox", name="Only mentions")
    picker.press_sequentially(typed)
    expect(page.get_by_role("dialog").get_by_role("option", name=meant)).to_be_visible()
    picker.fill(f"{typed}x")
    picker.fill(typed)
    picker.press("Enter")
    chips = page.get_by_role("dialog").locator(".chips")
    expect(chips.filter(has_text=meant)).to_be_visible()


def test_names_that_could_not_be_fetched_are_asked_for_again(visit: Visit, page: Page) -> None:
    """A server that is away for a moment costs a sentence, not the search."""
    page.route(f"**{NAMES}", lambda route: route.abort())
    visit("/")
    find(page, "abertaw")
    expect(page.get_by_text("The names of the councils could not be fetched.")).to_be_visible()
    page.unroute(f"**{NAMES}")
    find(page, "abertawe")
    expect(option(page, "Swansea")).to_be_visible()
