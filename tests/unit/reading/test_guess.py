"""What a page tells about its issue, date and address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.model import PartialDate
from regional_news.reading.guess import date_in, first_web_address, tells_issue, with_guesses
from regional_news.reading.page import Page, Paragraph, ParagraphKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nations and regions news, September 2031", PartialDate(2031, 9)),
        ("Published on 25th April 2031", PartialDate(2031, 4, 25)),
        ("the 3rd of May 2031", PartialDate(2031, 5, 3)),
        ("April 25, 2031", PartialDate(2031, 4, 25)),
        ("25/04/2031", PartialDate(2031, 4, 25)),
        ("2031-04-25T09:00:00Z", PartialDate(2031, 4, 25)),
        ("2031-04", PartialDate(2031, 4)),
        ("Sept. 2031", PartialDate(2031, 9)),
        ("31/02/2031, or rather March 2031", PartialDate(2031, 3)),
        ("Echo 39 September 2031", PartialDate(2031, 9)),
        ("30 February 2031", None),
        ("issue 37 of 2031", None),
        ("25 April", None),
    ],
)
def test_dates_are_read_as_people_here_write_them(text: str, expected: PartialDate | None) -> None:
    """Days that no calendar has are passed over."""
    assert date_in(text) == expected


@given(st.dates(min_value=PartialDate(2000).first, max_value=PartialDate(2099).last))
def test_every_date_that_the_project_writes_is_read_back(day: object) -> None:
    """Both the words and the figures of a date give the date."""
    written = PartialDate.parse(str(day))
    assert date_in(f"Published {written.words} by us") == written
    assert date_in(str(written)) == written


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/news",
        "javascript:alert(1)",
        "ftp://news.example/",
        "https://",
        "https://a b",
        "http:x",
    ],
)
def test_what_is_no_whole_web_address_counts_for_nothing(address: str) -> None:
    """Only http and https addresses with a host do."""
    assert first_web_address(address) == ""


def page(*lines: str, title: str = "", kind: ParagraphKind = ParagraphKind.BODY) -> Page:
    """Return a page of short lines."""
    return with_guesses(Page(tuple(Paragraph(line, kind) for line in lines), title=title))


def test_the_numbered_line_names_the_issue() -> None:
    """A link to the same issue as a file does not."""
    guessed = page(
        "Download issue 12 as a file", "The Review, issue 12 (Focus)", "Wales", title="x"
    )
    assert guessed.issue == "The Review, issue 12 (Focus)"


@pytest.mark.parametrize("title", ["News, June 2031 | Review", "Review | News, June 2031"])
def test_the_title_names_the_issue_without_the_site(title: str) -> None:
    """The site's name stands before or after the heading."""
    assert page("News, June 2031", title=title, kind=ParagraphKind.HEADING).issue == (
        "News, June 2031"
    )


@pytest.mark.parametrize("title", ["Nations and regions news", "Nations & Regions | Review"])
def test_the_title_of_the_section_names_no_issue(title: str) -> None:
    """It stands in each of them; a person says which one this is."""
    heading = title.partition(" |")[0]
    assert page(heading, title=title, kind=ParagraphKind.HEADING).issue == ""


def test_a_dated_line_names_the_issue_where_nothing_else_does() -> None:
    """Pasted text has neither title nor number."""
    guessed = page("Nations and regions news, June 2031", "Scotland")
    assert (guessed.issue, guessed.published) == (
        "Nations and regions news, June 2031",
        PartialDate(2031, 6),
    )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("In Our View 57", "August 2026", "Wales"), "In Our View 57"),
        (("In Our View 57 / August 2026", "Wales"), "In Our View 57"),
        (("August 2026 – In Our View 57", "Wales"), "In Our View 57"),
        (("The Review, issue 12, August 2026", "Wales"), "The Review, issue 12"),
        (("Nations and regions, In Our View 57, August 2026", "Wales"), "In Our View 57"),
        (("Regional News 57, August 2026", "Wales"), "Regional News 57"),
        (("In Our View 57 August 2026", "Wales"), "In Our View 57"),
        (("In Our View 57 (August 2026)", "Wales"), "In Our View 57 (August 2026)"),
        (("In Our View", "August 2026", "Wales"), "In Our View, August 2026"),
        (("Nations and regions news", "2 August 2026"), "Nations and regions news, 2 August 2026"),
        (("August 2026", "Wales"), ""),
    ],
)
def test_the_date_is_no_name(lines: tuple[str, ...], name: str) -> None:
    """It belongs to the name only where no number tells one issue from the next."""
    guessed = page(*lines)
    assert guessed.issue == name
    assert guessed.published in {PartialDate(2026, 8), PartialDate(2026, 8, 2)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Copy for 36", "36"),
        ("copy for 36", "36"),
        ("Copy of In Our View 36", "In Our View 36"),
        ("TEXTS FOR THE ECHO 36", "ECHO 36"),
        ("For the Record 36", "For the Record 36"),
        ("Stories from the North 36", "Stories from the North 36"),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it(title: str, name: str) -> None:
    """With a capital, too, unless a magazine may be called so."""
    heading = page(title, title=title, kind=ParagraphKind.HEADING)
    assert heading.issue == name
    assert tells_issue(heading, title)


@pytest.mark.parametrize(
    ("lines", "others"),
    [
        (("In Our View 57", "August 2026"), ()),
        (("In Our View 57 / August 2026",), ()),
        (("In Our View", "August 2026"), ()),
        (("The Review, issue 12", "Published on 2 August 2026"), ()),
        (("Here are the briefs for issue 36, as promised",), ()),
        (("The Review, issue 12", "Conference, 2 August 2026"), ("Conference, 2 August 2026",)),
        (("The Review, issue 12", "Our team"), ("Our team",)),
    ],
)
def test_lines_that_tell_the_issue_are_known(
    lines: tuple[str, ...], others: tuple[str, ...]
) -> None:
    """They say its name or its date, and no more."""
    guessed = page(*lines)
    assert tuple(line for line in lines if not tells_issue(guessed, line)) == others


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("In Our View 57", "Wales"), "In Our View 57"),
        (("Wales", "In Our View 57"), ""),
        (("Page 57", "Wales"), ""),
        (("Regional News 2031", "Wales"), ""),
        (("Cardiff buys 57", "Wales"), ""),
    ],
)
def test_the_first_line_may_name_the_issue_by_its_number(lines: tuple[str, ...], name: str) -> None:
    """As people head what they paste; further down a number tells nothing."""
    assert page(*lines).issue == name


def test_a_date_in_prose_is_not_the_date_of_the_page() -> None:
    """An event was then; the page may be younger. The year of the edition is the page's."""
    prose = (
        "The second 2031 edition reports from the conference held on 25 April 2030, " + "x " * 40
    )
    assert page(prose).published == PartialDate(2031)


def test_a_page_that_tells_nothing_is_not_guessed_about() -> None:
    """A person fills it in."""
    guessed = page("Scotland")
    assert (guessed.issue, guessed.published) == ("", None)
