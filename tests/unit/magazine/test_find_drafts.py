"""Laws of finding drafts that hold for any page."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.magazine.press import BRIEFS, REGIONS, regions_named

from regional_news.magazine import read_section
from regional_news.magazine.blocks import blocks_of
from regional_news.reading import Page, Paragraph, ParagraphKind

WORDS = ("Walford", "Glenbogle", "London:", "WALES", "the", "council", "has", "you", "far.", "–")
PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        st.one_of(
            st.sampled_from([*BRIEFS, *BRIEFS.values(), "Nations and regions news", "A logo"]),
            st.builds(
                " ".join,
                st.lists(st.sampled_from(WORDS), min_size=1, max_size=20),
            ),
        ),
        st.sampled_from(ParagraphKind),
    ),
    max_size=40,
)


@given(PARAGRAPHS)
def test_drafts_are_words_of_the_page_in_its_order(paragraphs: list[Paragraph]) -> None:
    """No word is made up, doubled or moved, even where the items of a list join their brief."""
    page = Page(tuple(paragraphs))
    words = iter(" ".join(paragraph.text for paragraph in paragraphs).split())
    for draft in read_section(page, REGIONS, regions_named).drafts:
        assert all(word in words for word in draft.text.split())
        assert draft.region in REGIONS or not draft.region


@given(PARAGRAPHS)
def test_headings_captions_and_quotations_are_never_drafts(paragraphs: list[Paragraph]) -> None:
    """The layout says that they are something else."""
    texts = (ParagraphKind.BODY, ParagraphKind.ITEM)
    page = Page(tuple(each for each in paragraphs if each.kind not in texts))
    assert read_section(page, REGIONS, regions_named).drafts == ()


@given(PARAGRAPHS)
def test_a_certain_region_has_its_heading_on_the_page(paragraphs: list[Paragraph]) -> None:
    """What is not inferred stands under a heading that names its region."""
    named = {block.region for block in blocks_of(paragraphs, REGIONS)}
    drafts = read_section(Page(tuple(paragraphs)), REGIONS, regions_named).drafts
    assert all(draft.region in named for draft in drafts if not draft.inferred)
