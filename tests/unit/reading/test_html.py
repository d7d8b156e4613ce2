"""Web pages."""

import pytest

from regional_news.errors import UnreadablePage
from regional_news.model import PartialDate
from regional_news.reading.html import read_html
from regional_news.reading.page import Paragraph, ParagraphKind


def texts(markup: str) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in read_html(markup).paragraphs]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Home</nav>",
        "<footer>Imprint</footer>",
        "<aside>Related</aside>",
        "<script>var council = 1</script>",
        "<style>p {}</style>",
        "<noscript>Switch on</noscript>",
        "<svg><title>Arrow</title></svg>",
        "<template><p>Later</p></template>",
        "<div role=navigation><p>Home</p></div>",
        "<div role='dialog'>Cookies</div>",
        "<nav><ul><li><p>Deep</p></li></ul></nav>",
    ],
)
def test_furniture_is_left_out(furniture: str) -> None:
    """What stands around a page's text on every page of a site is not read."""
    assert texts(f"<p>News</p>{furniture}<p>More</p>") == ["News", "More"]


def test_only_the_main_part_is_read_where_a_page_marks_it() -> None:
    """A page that says which part is its main one is taken at its word."""
    assert texts("<div>Shop</div><main><p>News</p></main><div>Ads</div>") == ["News"]
    assert texts("<div>Shop</div><div role=main>News</div>") == ["News"]


def test_headings_captions_and_quotations_keep_their_kind() -> None:
    """Alternative text counts as a caption."""
    markup = (
        "<h3><img alt='Glenbogle Council logo'>Scotland</h3><p>News</p>"
        "<figure><img alt=''><figcaption>A hall</figcaption></figure>"
        "<blockquote><p>So true</p></blockquote>"
    )
    assert read_html(markup).paragraphs == (
        Paragraph("Glenbogle Council logo", ParagraphKind.CAPTION),
        Paragraph("Scotland", ParagraphKind.HEADING),
        Paragraph("News"),
        Paragraph("A hall", ParagraphKind.CAPTION),
        Paragraph("So true", ParagraphKind.QUOTE),
    )


def test_a_picture_within_a_paragraph_does_not_part_it() -> None:
    """Its words come before the paragraph."""
    assert texts("<p>One <img alt=icon> two</p>") == ["icon", "One two"]


@pytest.mark.parametrize(
    "note",
    [
        '<sup><a href="#fn1">1</a></sup>',
        '<a href="#_ftn1"><sup>[1]</sup></a>',
        '<a href="#cite_note-1">[1]</a>',
    ],
)
def test_the_number_of_a_footnote_is_no_part_of_the_text(note: str) -> None:
    """Raised letters that lead nowhere are."""
    markup = f"<p>Glenbogle is 1<sup>st</sup>.{note} Walford is next.</p>"
    assert texts(markup) == ["Glenbogle is 1st. Walford is next."]


def test_a_line_break_parts_a_heading_from_its_brief() -> None:
    """`<br>` begins a new paragraph after a whole thought."""
    assert texts("<p><strong>Scotland</strong><br>Glenbogle is first.</p>") == [
        "Scotland",
        "Glenbogle is first.",
    ]


def test_line_breaks_in_mid_sentence_part_nothing() -> None:
    """Some editors put `<br>` where a line of theirs was full."""
    markup = "<p>Glenbogle Council has put sensors in all<br>of its bins and in<br>most halls.</p>"
    assert texts(markup) == [
        "Glenbogle Council has put sensors in all of its bins and in most halls."
    ]


def test_bold_words_at_the_start_lead_the_paragraph() -> None:
    """Bold words elsewhere do not, nor does a paragraph that is all bold."""
    markup = "<p><b>Scotland</b> News</p><p>News <b>here</b> now</p><p><b>Wales</b></p>"
    assert [each.lead for each in read_html(markup).paragraphs] == ["Scotland", "", ""]


@pytest.mark.parametrize(
    "markup",
    [
        "<dl><dt>Scotland<dd>News</dl>",
        "<table><tr><th>Scotland</th><td>News</td></tr></table>",
        "<ul><li>Scotland<li>News</ul>",
        "<details><summary>Scotland</summary>News</details>",
        "<div>Scotland<p>News",
        "<pre>Scotland\nNews</pre>",
        "Scotland<br><br>News",
    ],
)
def test_every_structure_parts_a_heading_from_its_brief(markup: str) -> None:
    """Lists, tables and unclosed elements part paragraphs."""
    assert texts(markup) == ["Scotland", "News"]


def test_entities_and_spaces_become_characters() -> None:
    """Non-breaking spaces are spaces."""
    assert texts("<p>Lisburn &amp;&nbsp;Castlereagh\n &#163;2m</p>") == [
        "Lisburn & Castlereagh £2m"
    ]


def test_the_page_tells_its_title_address_and_date() -> None:
    """The canonical address goes before the others."""
    page = read_html(
        "<head><title>News | Site</title><link rel=canonical href='https://news.example/june'>"
        "<meta property='og:url' content='https://news.example/other'>"
        "<meta property='article:published_time' content='2031-06-14T09:30:00Z'></head><p>x"
    )
    assert (page.title, page.url) == ("News | Site", "https://news.example/june")
    assert page.published == PartialDate(2031, 6, 14)


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- saved from url=(0025)https://news.example/june -->",
        "<meta property='og:url' content='https://news.example/june'>",
        (
            "<link rel=canonical href='javascript:alert(1)'>"
            "<meta property='og:url' content='https://news.example/june'>"
        ),
    ],
)
def test_only_http_addresses_count(markup: str) -> None:
    """Other schemes are passed over for the next address that the page tells."""
    assert read_html(f"{markup}<p>x").url == "https://news.example/june"


def test_structured_data_tells_the_date() -> None:
    """Many sites say when a page was published in a script only."""
    script = '<script type="application/ld+json">{"datePublished": "2031-06-14"}</script>'
    assert read_html(f"{script}<p>x").published == PartialDate(2031, 6, 14)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>One.</p><p>Two goes on and",
        "<html><body><p>One.</p><p cla",
        "<p>One.</p><!-- and th",
    ],
)
def test_a_page_that_is_cut_off_is_refused(markup: str) -> None:
    """A page that closes its paragraphs but not its body, or ends in a tag, lost its end."""
    with pytest.raises(UnreadablePage, match="cut off"):
        read_html(markup)


def test_a_page_that_leaves_out_all_end_tags_is_whole() -> None:
    """HTML lets authors leave end tags out."""
    assert texts("<html><body><p>One.<p>Two.") == ["One.", "Two."]


@pytest.mark.parametrize("markup", ["<div>" * 5_000, "<p>" * 110_000])
def test_markup_beyond_reason_is_refused(markup: str) -> None:
    """Depth and number of elements are bounded."""
    with pytest.raises(UnreadablePage, match="too many elements"):
        read_html(markup)
