"""What names councils around the briefs is no brief."""

import pytest
from tests.unit.magazine.press import BRIEFS, drafts_in

ALL = list(BRIEFS.items())

NOISE = {
    "banner": "Join us in Walford for the spring conference, with guests from Barchester.",
    "tickets": "Tickets for the awards at Glenbogle Council are on sale now to all members.",
    "advertisement": "Advertisement: Borsetshire County Council runs its schools on our servers.",
    "sponsor": "Sponsored by the friends of Walmington-on-Sea Borough Council and their bank.",
    "offer": "Saxwold and Walford have signed up to benchmarking, and your council could be next.",
    "invitation": "Book your place at the leadership day of Weatherfield City Council on 3 May.",
    "link": "Read more about how Loamshire County Council did it, in a case study of ours.",
    "by-line": "By Lynda Snell, Borsetshire County Council",
    "authors": "Authors and contributors: Lynda Snell (Borsetshire County Council), Joe Grundy.",
    "speaker": "Lynda Snell, director of digital services, Borsetshire County Council",
    "caption": "Staff of Beckindale District Council at the launch.",
    "captioned": "Pictured: the convener of Glenbogle Council sees the sensors for his hall.",
    "alternative text": "Illustration showing the mayor of Walford who holds a card with a chart.",
    "logo": "Walmington-on-Sea Borough Council logo",
    "pull-quote": "“Residents of Barchester deserve drains that say when they are full, and soon.”",
    "speech": "“We had to act quickly in Walford, and we did so with others,” said the mayor.",
    "introduction": "Includes something about Glenbogle, Walford, Barchester and all regions.",
    "own mention": "Our nations and regions news has something about Glenbogle and Walford.",
    "issue": "In this issue, read what Stanelaw, Saxwold and Ballydown councils have been up to.",
}


@pytest.mark.parametrize("kind", NOISE)
def test_noise_anywhere_on_the_page_is_no_brief(kind: str) -> None:
    """It may stand before the first heading, and above or below any brief."""
    parts = ["Nations and regions news", NOISE[kind]]
    for region, brief in ALL:
        parts += [region, NOISE[kind], brief, NOISE[kind]]
    assert drafts_in("\n\n".join(parts)) == ALL


@pytest.mark.parametrize("kind", NOISE)
def test_noise_beside_lost_headings_is_no_brief(kind: str) -> None:
    """The section goes on behind it."""
    parts = ["Nations and regions news", NOISE[kind]]
    for region, brief in ALL:
        parts += ["" if region in ("Scotland", "London") else region, brief, NOISE[kind]]
    assert drafts_in("\n\n".join(parts)) == ALL


@pytest.mark.parametrize(
    "after",
    [
        "Coming up\n\nWalford Council will host the summer meeting of members in its town hall.",
        "The summer meeting of members will be held by the sea, as it was in years gone by.",
        "Weatherfield City Council has won the award for the best stand at the conference.",
        "Tickets for the awards in Walford are on sale",
    ],
)
def test_the_section_ends_after_the_last_brief(after: str) -> None:
    """The next article, another region's council or no council at all is not London's news."""
    text = "\n\n".join(f"{region}\n\n{brief}" for region, brief in ALL)
    assert drafts_in(f"{text}\n\n{after}") == ALL


def test_captions_and_quotations_of_the_layout_are_no_briefs() -> None:
    """What the markup says of a paragraph is believed."""
    news = "Walford Council has also bought a new set of sensors for its street lights this year."
    parts = (
        f"<h2>{region}</h2><figcaption>{news}</figcaption><p>{brief}</p>"
        f"<blockquote>{news}</blockquote>"
        for region, brief in ALL
    )
    assert drafts_in("".join(parts)) == ALL


def test_a_brief_that_quotes_somebody_stays_a_brief() -> None:
    """Quotation marks within a sentence are no pull-quote, and may say "you"."""
    brief = "Walford Council’s leader said: “You can be sure that we will answer every request.”"
    assert drafts_in(f"London\n\n{brief}") == [("London", brief)]


def test_the_only_paragraph_under_a_heading_is_its_brief_even_without_a_full_stop() -> None:
    """What stands alone under a heading and is long enough was meant to be read."""
    brief = BRIEFS["London"].removesuffix(".")
    assert drafts_in(f"London\n\n{brief}") == [("London", brief)]


@pytest.mark.parametrize(
    "start",
    [
        "Contact centre staff at Walford",
        "Register office staff at Walford",
        "By 2033 all schools in Walford",
        "Book lending machines in Walford",
        "Reading rooms in Walford",
        "Download speeds in Walford",
        "Tickets and permits in Walford",
    ],
)
def test_news_that_begins_like_an_advert_is_news(start: str) -> None:
    """A noun at the start is no imperative."""
    second = f"{start} will have new computers, according to a report to the borough’s cabinet."
    first = BRIEFS["London"]
    assert drafts_in(f"London\n\n{first}\n\n{second}") == [("London", first), ("London", second)]


@pytest.mark.parametrize(
    "short",
    [
        "Walford is testing drones to inspect bridges.",
        "Walford trials drones in its storm drains.",
        "Walford begins to count its trees.",
        "Walford has cut its website from 6,000 pages to 900.",
        "The council of Walford will share a chief digital officer.",
    ],
)
def test_a_short_sentence_about_a_council_of_its_region_is_a_brief(short: str) -> None:
    """First under the heading or last, and in no other region than its own."""
    brief = BRIEFS["London"]
    for first, second in ((short, brief), (brief, short)):
        page = f"London\n\n{first}\n\n{second}\n\n"
        assert drafts_in(page) == [("London", first), ("London", second)]
    page = f"Wales\n\n{BRIEFS['Wales']}\n\n{short}\n\nLondon\n\n{brief}\n\n"
    assert drafts_in(page) == [("Wales", BRIEFS["Wales"]), ("London", brief)]
