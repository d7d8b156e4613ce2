"""Councils: one council's page."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from tests.app.conftest import Opened

from regional_news.query import BriefFilter
from regional_news.snapshot.cache import current_snapshot

Open = Callable[..., Opened]


def links(page: Opened) -> dict[str, str]:
    """Return the names of the councils that the page links to, with what is said beside them."""
    return {
        council["name"]: council["note"]
        for component in page.test.get("bidi_component")
        if component.proto.component_name == "regional-news.councils"
        for group in json.loads(component.proto.json)["groups"]
        for council in group["councils"]
    }


def test_a_council_has_a_page_of_its_own(open_page: Open) -> None:
    """The page shows its briefs, its names and its nearest peers."""
    page = open_page("councils", council="meath")
    assert page.title == "Meath County Council"
    assert page.headlines == ["Meath joins Ireland’s national planning application system"]
    assert "Comhairle" in str(page.test.table[0].value)
    assert links(page)["Fingal County Council"] == "about 35 km · same region"
    assert "briefs on the same themes: Digital services, Planning & housing." in page.words


def test_a_peer_is_told_with_its_newest_brief(open_page: Open) -> None:
    """Who asks who else did this reads what it was, and when."""
    page = open_page("councils", council="meath", theme="digital_services")
    (near, *_) = page.drawn("councils")["groups"]
    assert all(each["brief"]["headline"] for each in near["councils"])
    assert near["councils"][0]["brief"]["href"].startswith("./brief/")


@pytest.mark.parametrize(
    "asked", [{}, {"theme": "digital_services"}, {"theme": ["health_social_care", "ai_automation"]}]
)
@pytest.mark.parametrize("council", ["meath", "cumberland", "mayo", "newport"])
def test_page_list_and_feed_of_a_council_agree(
    open_page: Open, asked: dict[str, str | list[str]], council: str
) -> None:
    """Whatever themes the address has, all that names the council is there, mentions included."""
    page = open_page("councils", council=council, **asked)
    address = urlsplit(page.drawn("heading")["follow"]["address"])
    snapshot = current_snapshot()
    followed = snapshot.filters.read(parse_qs(address.query)).wanted
    assert followed == replace(
        BriefFilter(councils=(council,), mentions=True, past=True), themes=followed.themes
    )
    assert set(followed.themes) == set(parse_qs(urlencode(asked, doseq=True)).get("theme", []))
    briefs = list(snapshot.view(followed).frame["headline"])
    (heading, *_) = [each.value for each in page.test.header]
    assert heading.startswith(f"{len(briefs)} brief" if briefs else "No brief")
    assert briefs == (page.headlines if briefs else [])


def test_without_a_council_those_with_briefs_are_listed(open_page: Open) -> None:
    """Every council that has a brief can be opened from the page's first sight."""
    page = open_page("councils")
    assert links(page)["City of Edinburgh Council"] == "2 briefs"
    assert re.search(r"^\d+ of \d+ councils in office have briefs so far", page.words, re.MULTILINE)


def test_a_filter_leaves_its_councils_in_the_list(open_page: Open) -> None:
    """Who comes with one sees whose briefs it leaves, is told so, and can have all."""
    page = open_page("councils", region="scotland", theme="iot_sensors")
    assert links(page) == {"City of Edinburgh Council": "1 brief"}
    assert "Briefs on Sensors & IoT from Scotland: 1 brief" in page.words
    assert "All councils with briefs" in page.words


def test_an_abolished_council_leads_to_its_successor(open_page: Open) -> None:
    """The page says when it ended and who replaced it."""
    page = open_page("councils", council="carlisle")
    assert "abolished on 31 March 2023" in page.words
    assert "Cumberland Council" in links(page)


def titles(page: Opened) -> list[str]:
    """Return the headings of the groups of councils that the page links to."""
    return [
        group["title"]
        for component in page.test.get("bidi_component")
        if component.proto.component_name == "regional-news.councils"
        for group in json.loads(component.proto.json)["groups"]
    ]


def test_a_council_is_replaced_only_once_it_is(open_page: Open) -> None:
    """Before the day the page says by whom it will be replaced, and what made the new one."""
    page = open_page("councils", council="surrey")
    assert "Will be replaced in April 2027 by" in titles(page)
    assert "Replaced by" not in titles(page)
    assert "in office until 31 March 2027" in page.words

    page = open_page("councils", council="east-surrey")
    assert "takes office on 1 April 2027" in page.words
    assert "Will replace in April 2027" in titles(page)
    assert "Made by" in page.test.table[0].value.index


def test_a_council_without_a_brief_is_told_who_has_one(open_page: Open) -> None:
    """Its neighbours share no themes with it: they are those nearest that have a brief."""
    page = open_page("councils", council="mayo")
    assert "This council has no brief yet. These are the nearest that have one." in page.words
    assert "on the same themes" not in page.words
    assert "on the same themes" in open_page("councils", council="meath").words


def test_show_on_map_leads_to_the_map_with_all_briefs(open_page: Open) -> None:
    """From a council's page, nothing else is filtered on the map that shows it."""
    (card,) = open_page("councils", council="meath").drawn("briefs")["cards"]
    assert card["councils"][0]["show"] == "./?show=meath"
    assert card["region"]["href"] == "./?region=republic-of-ireland"


def test_what_is_new_about_my_council_is_where_its_link_leads(open_page: Open) -> None:
    """Its own briefs are counted on all themes, its neighbours' on those of the page."""
    page = open_page(
        "councils", council="meath", theme="digital_services", region="republic-of-ireland"
    )
    own, near, *_ = page.drawn("mine")["counted"]
    assert own["href"] == "councils?region=republic-of-ireland&council=meath"
    assert (
        near["href"] == "councils?region=republic-of-ireland&theme=digital_services&council=fingal"
    )
