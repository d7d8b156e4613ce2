"""The addresses of things."""

from hypothesis import given
from hypothesis import strategies as st

from regional_news.query import BriefFilter
from regional_news.query.site import Site, slug

SENSORS = BriefFilter(themes=("sensors",))


def test_addresses_stand_below_the_root() -> None:
    """On the same server, as a part of a larger site, and whole."""
    assert Site("/").council("felpersham") == "/council/felpersham"
    assert Site("/news/").live(SENSORS) == "/news/?theme=sensors"
    assert Site("https://a.example/").feed(SENSORS) == "https://a.example/feed.atom?theme=sensors"
    assert Site("/").issue("The Echo 37 (Focus)") == "/issue/the-echo-37-focus"


def test_nowhere_has_no_address() -> None:
    """A file that is taken away has no page to lead to."""
    assert Site("").brief("b1") == Site("").latest == Site("").view(SENSORS) == ""


@given(st.text(min_size=1))
def test_an_id_is_one_part_of_an_address(brief_id: str) -> None:
    """Whatever an id holds, no slash or question mark ends it early."""
    assert not set(Site("/").brief(brief_id).removeprefix("/brief/")) & set("/?#&<> \"'")
    assert not set(slug(brief_id)) & set("/?#<> \"'")
