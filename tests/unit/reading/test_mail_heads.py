"""Heads of e-mails in a text that was pasted, copied or forwarded."""

import pytest
from tests.unit.magazine.press import REGIONS

from regional_news.magazine.blocks import Sort, blocks_of
from regional_news.model import PartialDate
from regional_news.reading import Page, ParagraphKind, read_page
from regional_news.reading.mail_heads import issue_in_subject

NEWS = """
Wales

Llareggub County Council has fitted 400 bins with sensors that tell how full they are.
"""
OUTLOOK = """\
From: Eve Hart <eve@example.org>
Sent: 18 May 2027 09:12
To: Ann Lee <ann@example.org>; Bob Smith <bob@example.org>;
    Carol Jones <carol@example.org>
Subject: FW: In Our View 52 nations page
"""
GERMAN = """\
Von: Eve Hart <eve@example.org>
Gesendet: Dienstag, 18. May 2027 09:12
An: Ann Lee <ann@example.org>
Betreff: WG: In Our View 52 nations page
"""
GMAIL = """\
Here it is.

---------- Forwarded message ---------
From: Eve Hart <eve@example.org>
Date: Tue, 18 May 2027 at 09:12
Subject: Fwd: In Our View 52 nations page
To: <ann@example.org>
"""


def quoted(text: str) -> str:
    """Return a text as it is quoted in an answer."""
    return "".join(f"> {line}\n" for line in text.splitlines())


def pasted(text: str) -> Page:
    """Return the page that a pasted text makes."""
    return read_page(text.encode())


MAILS = [
    *(head + NEWS for head in (OUTLOOK, GMAIL, GERMAN)),
    *(head + quoted(NEWS) for head in (OUTLOOK, GMAIL, GERMAN)),
    *(quoted(head + NEWS) for head in (OUTLOOK, GMAIL, GERMAN)),
    "<p>" + OUTLOOK.replace("<", "(").replace(">", ")").replace("\n", "<br>") + f"</p><p>{NEWS}",
]


@pytest.mark.parametrize("text", MAILS)
def test_the_subject_names_the_issue_and_the_day_of_sending_is_a_question(text: str) -> None:
    """No line of the head is a name; the address keeps its brackets."""
    page = pasted(text)
    assert (page.issue, page.published) == ("In Our View 52", None)
    assert page.sent == PartialDate(2027, 5, 18)
    head = [each.text for each in page.paragraphs if each.kind is ParagraphKind.MAIL]
    assert len(head) >= 4
    assert not any("bins" in each for each in head)
    assert "From: Eve Hart <eve@example.org>" in head or "(eve@" in head[0] or "Von:" in head[0]


def test_an_answer_tells_when_the_message_was_sent() -> None:
    """The line above what is quoted is no name either."""
    page = pasted(f"On Tue, 18 May 2027 at 09:12, Eve <eve@example.org> wrote:\n{quoted(NEWS)}")
    assert (page.issue, page.published, page.sent) == ("", None, PartialDate(2027, 5, 18))


@pytest.mark.parametrize(
    "line",
    [
        "Date: 18 May 2027",
        "Last updated 18 May 2027",
        "Printed on 18 May 2027 at 09:12",
        "The council meets again on 18 May 2027.",
    ],
)
def test_a_line_that_only_dates_the_page_names_no_issue(line: str) -> None:
    """Nor does a sentence; the date is told all the same."""
    page = pasted(f"{line}\n{NEWS}")
    assert (page.issue, page.published) == ("", PartialDate(2027, 5, 18))


def test_a_subject_without_a_number_names_no_issue() -> None:
    """Nothing is better than “nations page”."""
    assert pasted(OUTLOOK.replace("In Our View 52 nations", "The news") + NEWS).issue == ""


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("In Our View 52 nations page", "In Our View 52"),
        ("Nations and regions news: Echo 7", "Echo 7"),
        ("Echo 7 – regional news", "Echo 7"),
        ("The Echo, June 2031", "The Echo, June 2031"),
        ("Regional news 52", "Regional news 52"),
        ("Nations page for you", ""),
    ],
)
def test_what_a_subject_says_of_the_section_is_no_part_of_the_name(subject: str, name: str) -> None:
    """Before the name and after it."""
    assert issue_in_subject(subject) == name


def test_a_head_is_no_brief_however_long_its_subject() -> None:
    """Where the section is around it, it is accounted for as what it is."""
    long = "Subject: Llareggub County Council has painted the doors of its hall in a merry shade."
    page = pasted(f"{NEWS}\n{long}\n{NEWS.replace('Wales', 'London').replace('400', '70')}")
    (block,) = [each for each in blocks_of(page.paragraphs, REGIONS) if "painted" in each.text]
    assert block.sort is Sort.ASIDE


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Subject: FW: briefs for issue 36", "Issue 36"),
        ("Hi Ann, here are the briefs for issue 36, as promised", "Issue 36"),
        ("Subject: Nations and regions for issue 36 (Water)", "Issue 36 (Water)"),
        ("Subject: Regional news briefs for In Our View 36", "In Our View 36"),
        ("Subject: The page for Echo 36", "Echo 36"),
        ("In Our View, issue 37", "In Our View, issue 37"),
        ("From the Regions, issue 4", "From the Regions, issue 4"),
    ],
)
def test_a_phrase_about_an_issue_is_not_its_name(line: str, name: str) -> None:
    """The words that lead to the name are left out."""
    assert pasted(f"{line}\n{NEWS}").issue == name
