"""Words broken at the end of a line."""

import pytest

from regional_news.reading import read_page
from regional_news.reading.hyphens import Hyphens


@pytest.mark.parametrize(
    "whole",
    [
        "infor-mation",
        "re-port",
        "of-fice",
        "coun-cil",
        "part-ner",
        "trans-formation",
        "low-er",
        "great-er",
        "Old-ham",
        "Sal-ford",
        "High-land",
        "Inver-ness",
        "data-base",
        "broad-band",
        "on-line",
        "in-vest",
        "Mac-Donald",
        "sur-roundings",
    ],
)
def test_a_broken_word_is_made_whole(whole: str) -> None:
    """Where English or a name has the whole word; both halves may be words as well."""
    half, rest = whole.split("-")
    assert Hyphens([]).joint(f"the {half}-", f"{rest} of the") == f"the {half}"


@pytest.mark.parametrize(
    "compound",
    [
        "self-service",
        "long-term",
        "cloud-based",
        "council-owned",
        "Exeter-based",
        "five-year",
        "Anglo-Saxon",
        "10-20",
        "step-free",
        "5-year",
        "back-up",
        "data-led",
        "Stratford-on",
        "net-zero",
    ],
)
def test_a_compound_keeps_its_hyphen(compound: str) -> None:
    """Where both halves are words and the whole is none, or figures or capitals follow."""
    half, rest = compound.split("-")
    assert Hyphens([]).joint(f"the {half}-", f"{rest} of the") == f"the {half}-"


def test_the_page_decides_before_english() -> None:
    """What the page writes with a hyphen elsewhere keeps it, and what it writes as one word not."""
    assert Hyphens(["its co-operation with"]).joint("a co-", "operation") == "a co-"
    assert Hyphens(["its netzero plan"]).joint("a net-", "zero") == "a net"


def test_a_dash_at_the_end_of_a_line_stays() -> None:
    """It follows a space."""
    assert Hyphens([]).joint("the plan -", "if any") == "the plan - "


def test_a_narrow_column_reads_as_it_was_written() -> None:
    """Most of its lines end in a broken word."""
    text = (
        "Glen-\nbogle Council has agreed to in-\nvest in a new data-\nbase for its inspec-\n"
        "tions of high-\ner buildings, with help from a part-\nner. The self-\nservice por-\ntal "
        "of Glenbogle is to fol-\nlow.\n"
    )
    assert read_page(text.encode()).paragraphs[0].text == (
        "Glenbogle Council has agreed to invest in a new database for its inspections of higher "
        "buildings, with help from a partner. The self-service portal of Glenbogle is to follow."
    )
