"""The search box: suggestions while one types, and a search in parts that becomes filters."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from running_app import settle
from tests.browser.sight import drawn_map, headlines, on_the_map, option, title

Visit = Callable[[str], Page]


def box(page: Page) -> Locator:
    """Return the search box."""
    return page.locator("input[role=combobox]")


def offered(page: Page) -> Locator:
    """Return what the box offers."""
    return page.locator("#found").get_by_role("option")


def test_what_is_offered_is_taken_with_the_arrow_keys(visit: Visit) -> None:
    """Each suggestion says what it is and how many briefs it leaves; Enter takes the marked one."""
    page = visit("/")
    box(page).press_sequentially("scotl")
    expect(offered(page).first).to_contain_text("Scotland")
    expect(offered(page).first).to_contain_text(re.compile(r"Region · \d+ briefs?"))
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    box(page).press("ArrowDown")
    expect(offered(page).first).to_have_attribute("aria-selected", "true")
    active = box(page).get_attribute("aria-activedescendant")
    assert active == offered(page).first.get_attribute("id")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs from Scotland")
    expect(option(page, "Scotland,")).to_be_checked()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_a_word_that_became_a_theme_says_so_with_a_way_to_the_word(visit: Visit) -> None:
    """The note stands as long as that is the filter, and comes again with it."""
    page = visit("/")
    box(page).fill("telecare")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs on Health & social care")
    note = page.locator(".noted")
    expect(note).to_contain_text("“telecare” finds all of Health & social care.")
    note.get_by_role("link", name="Only the word").click()
    expect(title(page)).to_have_text('Briefs with "telecare"')
    expect(note).to_be_empty()
    page.go_back()
    expect(note).to_contain_text("“telecare”")
    page.reload()
    expect(note).to_contain_text("“telecare”")
    page = visit("/?region=wales")
    box(page).fill("telecare")
    box(page).press("Enter")
    expect(note).to_contain_text("None of these has the word itself.")


def test_a_search_takes_the_place_of_the_one_before(visit: Visit) -> None:
    """What earlier words set goes without a word; what was ticked is told, with a way back."""
    page = visit("/")
    note = page.locator(".noted")
    for words, found in (
        ("Wales sensors", "Briefs on Sensors & IoT from Wales"),
        ("Devon sensors", "Briefs on Sensors & IoT about Devon County Council"),
        ("Scotland", "Briefs on Sensors & IoT from Scotland"),
    ):
        box(page).fill(words)
        box(page).press("Enter")
        expect(title(page)).to_have_text(found)
        expect(note).to_be_empty()
    page.go_back()
    expect(title(page)).to_have_text("Briefs on Sensors & IoT about Devon County Council")
    page = visit("/?region=wales")
    box(page).fill("Devon")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs about Devon County Council")
    told = "You asked for Devon County Council, so “Wales” was taken out."
    expect(note).to_contain_text(told)
    page.reload()
    expect(note).to_contain_text(told)
    page.get_by_role("link", name="Table", exact=True).click()
    expect(page).to_have_url(re.compile("/table"))
    note.get_by_role("link", name="Back to how it was").click()
    expect(title(page)).to_have_text("Briefs from Wales")
    expect(page).to_have_url(re.compile("/table"))  # where one is now
    expect(note).to_be_empty()
    page.go_back()
    page.go_back()
    expect(note).to_contain_text(told)
    page.locator(".briefs").get_by_role("link", name="Devon County Council").first.click()
    expect(page).to_have_url(re.compile("/councils"))
    settle(page)
    expect(note).to_be_empty()  # the page of a council has no filter


def test_back_to_a_card_on_the_map_knows_what_words_had_set_there(visit: Visit) -> None:
    """A region that was searched for there goes without a word, whatever was searched for since."""
    page = visit("/")
    box(page).fill("Scotland")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs from Scotland")
    settle(page)
    page.mouse.click(*on_the_map(page, drawn_map(page), "Aberdeen City Council"))
    expect(page.locator(".st-key-briefs article.selected")).to_have_count(1)
    box(page).fill("Devon")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs about Devon County Council")
    page.go_back()
    expect(title(page)).to_have_text("Briefs from Scotland")
    box(page).fill("Devon")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs about Devon County Council")
    expect(page.locator(".noted")).to_be_empty()


def test_escape_closes_what_is_offered(visit: Visit) -> None:
    """What was typed stays."""
    page = visit("/")
    box(page).press_sequentially("digital")
    expect(offered(page).first).to_be_visible()
    box(page).press("Escape")
    expect(offered(page)).to_have_count(0)
    expect(box(page)).to_have_value("digital")


def test_a_question_in_parts_becomes_filters_in_one_step(visit: Visit) -> None:
    """What is asked in two parts is a region and a theme; Back takes both away."""
    page = visit("/")
    box(page).fill("Wales sensors")
    box(page).press("Enter")
    expect(title(page)).to_have_text("Briefs on Sensors & IoT from Wales")
    expect(option(page, "Wales,")).to_be_checked()
    expect(option(page, "Sensors & IoT,")).to_be_checked()
    expect(box(page)).to_have_value("")  # the words are filters now, and go with their chips
    page.go_back()
    expect(title(page)).to_have_text("All briefs")


def test_where_nothing_is_found_there_are_ways_to_what_is(visit: Visit) -> None:
    """The sentence says how many there are elsewhere, and the nearest council is a link."""
    page = visit("/?region=wales&theme=iot_sensors")
    said = re.compile(r"No briefs on Sensors & IoT from Wales: \d elsewhere\.")
    expect(page.get_by_text(said)).to_be_visible()
    near = page.get_by_role("link", name="Briefs on Sensors & IoT near by")
    href = re.compile(r"^councils\?region=wales&theme=iot_sensors&council=")
    expect(near).to_have_attribute("href", href)
    page.get_by_role("link", name=re.compile("^Briefs on Sensors & IoT: ")).click()
    expect(title(page)).to_have_text("Briefs on Sensors & IoT")
    expect(headlines(page).first).to_be_visible()


def test_a_word_is_a_chip_and_is_marked(visit: Visit) -> None:
    """The words of a search stand among the filters in use, and are marked where they are found."""
    page = visit("/?q=sensor")
    marks = page.locator(".briefs mark")
    expect(marks.first).to_have_text(re.compile("^sensors?$", re.IGNORECASE))
    page.get_by_role("link", name="“sensor” ✕").click()
    expect(title(page)).to_have_text("All briefs")
    expect(box(page)).to_have_value("")


def test_short_words_are_whole_words(visit: Visit) -> None:
    """Three letters are found where they are a word, not where another word begins so."""
    page = visit("/?q=for")
    expect(headlines(page).first).to_be_visible()
    assert {each.lower() for each in page.locator(".briefs mark").all_text_contents()} == {"for"}


@pytest.mark.parametrize(("typed", "name"), [("caerd", "Cardiff"), ("bucks", "Buckinghamshire")])
def test_a_council_is_found_by_any_name(visit: Visit, typed: str, name: str) -> None:
    """On Councils the box leads to a council's page."""
    page = visit("/councils")
    box(page).press_sequentially(typed)
    found = offered(page).filter(has_text=name).first
    expect(found).to_be_visible()
    found.click()
    settle(page)
    expect(title(page)).to_contain_text(name)


def test_a_name_that_none_has_says_so(visit: Visit) -> None:
    """A search without an answer says what to try."""
    page = visit("/councils")
    box(page).fill("Borsetshire")
    box(page).press("Enter")
    expect(page.get_by_text("No council has a name that begins so.")).to_be_visible()
