"""Headlines drafted from briefs."""
# ruff: noqa: E501, ISC004  a brief is one long string in its case

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.magazine import draft_headline

PROSE = st.lists(
    st.one_of(
        st.from_regex(r"[A-Za-z]{1,14}[,;:.]?", fullmatch=True),
        st.sampled_from(["council", "(which)", "–", "of", "the", "“quoted”", "£2m", "11,000"]),
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Barchester City Council will test drains. It is the first to do so.",
            "Barchester City Council will test drains",
        ),
        (
            "Glenbogle Council is installing 11,000 sensors in its bins, 500 in homes, 1 at sea.",
            "Glenbogle is installing 11,000 sensors in its bins, 500 in homes, 1 at sea",
        ),
        (
            "Borsetshire County Council, which covers Felpersham, has a new website.",
            "Borsetshire County Council has a new website",
        ),
        (
            "The Vale Partnership - Saxwold, Walford and Stanelaw - has bought a drone for roofs.",
            "The Vale Partnership has bought a drone for roofs",
        ),
        (
            "With talks about a merger over, Saxwold Borough Council will buy its own servers.",
            "Saxwold Borough Council will buy its own servers",
        ),
        (
            "Ten services of Saxwold, from taxis to graves, are now on its new website, it says.",
            "Ten services of Saxwold, from taxis to graves, are now on its new website",
        ),
        (
            "Paper forms have gone at Saxwold, where all drivers apply online, head of digital "
            "Jo Grundy told the licensing committee of the borough.",
            "Paper forms have gone at Saxwold",
        ),
        (
            "Paper forms for taxis have gone at Saxwold, whose drivers now apply online, head of "
            "digital for the borough Jo Grundy told the licensing committee.",
            "Paper forms for taxis have gone at Saxwold",
        ),
        ("Saxwold Council sends text messages.", "Saxwold Council sends text messages"),
        ("Saxwold Borough Council asks: “Why?”", "Saxwold Borough Council asks: “Why?”"),
        ("Who will mend the clock? Nobody, says Saxwold.", "Who will mend the clock?"),
    ],
)
def test_the_first_clause_is_the_headline(text: str, headline: str) -> None:
    """Asides and openings are left out; a clause that only names somebody is none."""
    assert draft_headline(text) == headline


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Felpersham City Council has asked every resident of the city for a view on the towers.",
            "Felpersham has asked every resident of the city for a view on the towers",
        ),
        (
            "Borsetshire County Council has closed 12 of its libraries but kept their telephones, "
            "which now ring in Felpersham, and none of the staff who work there has left.",
            "Borsetshire County Council has closed 12 of its libraries",
        ),
        (
            "Saxwold and its neighbour have ended decades of separate planning and will share one "
            "system from June, with a portal on which anyone may comment on any application.",
            "Saxwold and its neighbour have ended decades of separate planning",
        ),
        (
            "Flats built by Walford Council in the old dock have 17 sensors apiece, which record "
            "heat and damp and tell the council when a window has been left open for a night.",
            "Flats built by Walford Council in the old dock have 17 sensors apiece",
        ),
    ],
)
def test_a_long_sentence_ends_where_a_clause_does(text: str, headline: str) -> None:
    """As much of it as there is room for; the kind of council goes first."""
    assert draft_headline(text) == headline


@pytest.mark.parametrize(
    "text",
    [
        "Flats built by Walford Council on the site of the old dock below the hill in the east of "
        "the borough have sensors.",
        "Llareggub County Council’s cabinet has, after talks of more than a year with everyone whom "
        "it could find, agreed spending.",
        "Having led technology at Barchester Council for eleven years and more without one day of "
        "leave, Joe Grundy will go.",
        "Paper forms for taxi licences have gone at Saxwold head of digital Jo Grundy said to all "
        "who would listen.",
        "Walford officers at the launch of their bins.",
        "Walford",
        "the council",
        "",
    ],
)
def test_where_no_clause_fits_there_is_no_headline(text: str) -> None:
    """A person writes it: a name, a phrase or half a sentence would be printed as it is."""
    assert draft_headline(text) == ""


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        (
            "Small cells will go up on 300 lamp-posts along the old tram route to Saxwold",
            "under a new agreement with two operators.",
        ),
        (
            "Better connections for schools are the aim of a four-year programme",
            "worth over £3 million in all.",
        ),
    ],
)
def test_a_cut_leaves_no_phrase_and_no_sum_half_said(told: str, rest: str) -> None:
    """Words like “under a new” say nothing, and £3 is not what £3 million is."""
    assert draft_headline(f"{told} {rest}") == told


@pytest.mark.parametrize(
    "text",
    [
        "A new checking tool of Walford’s finance team stopped all but two of the 900 false "
        "invoices that fraudsters sent to it in June.",
        "Library cards in Felpersham can now be renewed by text message, a year after the desk "
        "terminals had failed for the last time.",
        "Barchester City Council, the smallest of all, has put every planning file since 1948 "
        "online, and the paper ones will be pulped.",
        "Borsetshire County Council has replaced the paper diaries of its 140 gritter drivers "
        "with tablets that are said to survive a fall.",
        "Walford residents will be able to reach the airport without changing trains if a campaign "
        "for one more platform succeeds.",
        "Saxwold University has told its 18,000 students in both towns that no more of them can "
        "be given a place to live.",
        "Walford Council has given 300 of its older residents smart watches that help them stay "
        "at home for longer than before.",
        "The City of Felpersham Council wants people with spare laptops, tablets and telephones to "
        "hand them in at its libraries.",
        "A list of all pupils in Walford with special needs sent in error by the council to 120 "
        "strangers has been deleted.",
    ],
)
def test_no_cut_makes_a_clause_say_something_else(text: str) -> None:
    """Rather no headline than one that breaks off, or that promises more than the text."""
    assert draft_headline(text) == ""


@given(st.one_of(st.text(max_size=300), PROSE))
def test_a_headline_is_short_and_on_one_line(text: str) -> None:
    """At most eighty characters, without white space at its ends, and no stop at its end."""
    headline = draft_headline(text)
    assert len(headline) <= 80
    assert headline == " ".join(headline.split())
    assert not headline.endswith((".", ",", ";", ":", "!", "–", "-", "…"))


@given(PROSE)
def test_a_headline_says_what_the_text_says(text: str) -> None:
    """Its words come from the text, in its order, and none is cut."""
    words = iter(text.casefold().split())
    for word in draft_headline(text).casefold().split():
        assert any(other.strip(".,;:") == word.strip(".,;:") for other in words)


@given(PROSE)
def test_a_headline_is_no_mere_name(text: str) -> None:
    """It has four words at least, or there is none."""
    assert len(draft_headline(text).split()) not in {1, 2, 3}
