"""Two texts side by side: what differs is marked, and stays text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from regional_news.ui.widgets.differences import marked
from regional_news.ui.widgets.plain import plain

MARK = re.compile(r":(?:orange|blue)-background\[\*\*(.*?)\*\*\](?= |\Z)")


def test_words_that_differ_are_marked() -> None:
    """Numbers and words, on both sides; what is on one side only, there."""
    assert marked("It has 12 bins in London", "It now has 40 bins in London") == (
        "It has :orange-background[**12**] bins in London",
        "It :blue-background[**now**] has :blue-background[**40**] bins in London",
    )


def test_texts_with_little_in_common_are_not_marked() -> None:
    """All of them would be."""
    assert marked("Bins are blue.", "The mayor sings") == (
        plain("Bins are blue."),
        "The mayor sings",
    )


@given(st.lists(st.sampled_from(["[a]", "**b**", "$x$", "<i>", "12", "so"])), st.data())
def test_nothing_but_the_marks_is_added(words: list[str], data: st.DataObject) -> None:
    """Every mark of punctuation is escaped, inside a mark and outside."""
    other = data.draw(st.permutations(words))
    before, after = " ".join(words), " ".join(other)
    told = marked(before, after)
    assert [MARK.sub(r"\1", each) for each in told] == [plain(before), plain(after)]
