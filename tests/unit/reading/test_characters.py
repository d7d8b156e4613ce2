"""Characters folded in one place, for every format."""
# ruff: noqa: E501  what is written and what is read, side by side

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reading.files import lines_on_page, pdf, word

from regional_news.reading import read_page
from regional_news.reading.characters import squeeze, without_note_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Cardi\ufb00, She\ufb03eld, En\ufb01eld, \ufb02oods, \ufb06", "Cardiff, Sheffield, Enfield, floods, st"),
        ("Glen\xadbogle\xa0Council\u202fhas\u20091\u2011to\u20101 \u200btalks\ufeff", "Glenbogle Council has 1-to-1 talks"),
        ("\uff27\uff4c\uff45\uff4e 5\uff05", "Glen 5%"),
        ("\U0001d406\U0001d425\U0001d41e\U0001d427", "Glen"),
        ("Du\u0301n na nGall", "Dún na nGall"),
        ("\u202eWalford\u202c", "Walford"),
        ("\uf001re \uf002ow", "fire flow"),
        ("£2m, ½ mile, 90 m², No. 5™ – “well”…", "£2m, ½ mile, 90 m², No. 5™ – “well”…"),
    ],
)  # fmt: skip
def test_what_only_looks_different_is_the_same(written: str, read: str) -> None:
    """Ligatures, spaces, wide letters and invisible marks go; signs that say something stay."""
    assert squeeze(written) == read


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """What was folded is folded."""
    once = squeeze(text)
    assert squeeze(once) == once
    assert once == " ".join(once.split())


NAME = "Cardi\ufb00\xa0Coun\xadcil has agreed to spend £3 million on better services for its parks."
FILES = {
    "text": NAME.encode(),
    "Markdown": f"## Wales\n\n{NAME}".encode(),
    "web page": f"<p>{NAME}</p>".encode(),
    "e-mail": f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{NAME}".encode(),
    "RTF": b"{\\rtf1\\ansi Cardi\\u64256?\\~Coun\\-cil has agreed to spend \\'a33 million on better services for its parks.}",
    "PDF": pdf(lines_on_page((50, 700, NAME.replace("\ufb00", "ff").replace("\xad", "")))),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_every_format_is_folded(kind: str) -> None:
    """A name is found however its file writes it."""
    assert "Cardiff Council has agreed to spend £3" in read_page(FILES[kind]).paragraphs[-1].text


def test_a_word_document_is_folded() -> None:
    """As every other format is."""
    document = docx.Document()
    document.add_paragraph(NAME)
    assert read_page(word(document)).paragraphs[0].text.startswith("Cardiff Council has")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("It will open in May.[1] It is[2] late.", "It will open in May. It is late."),
        ("It will open in May.¹ It is² late.³", "It will open in May. It is late."),
        ("It costs £5.[a] It “opens”† now.‡", "It costs £5. It “opens” now."),
        ("It has 90 m² and emits 5 km³.", "It has 90 m² and emits 5 km³."),
        ("the council[s] of [2] towns, [of 13]", "the council[s] of [2] towns, [of 13]"),
        ("a rise of 10² in [t]he borough", "a rise of 10² in [t]he borough"),
    ],
)
def test_marks_of_notes_go_and_other_raised_figures_stay(text: str, without: str) -> None:
    """A mark follows a word or the end of a sentence."""
    assert without_note_marks(text) == without
