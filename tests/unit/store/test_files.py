"""Files that people mend by hand keep every byte that a change does not concern."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.store.places import Files, brief

from regional_news.errors import StoreError


def test_undo_leaves_the_bytes_of_before(files: Files) -> None:
    """Not a line ending differs."""
    path = files.folder / "regional_news.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    editor = files.open()
    editor.add(brief('Quotes “and” "more", with commas.'))
    editor.store.undo(who="Ann")
    assert path.read_bytes() == before


def test_replacing_keeps_every_byte_of_the_other_rows(files: Files) -> None:
    """Byte order mark, line endings and needless quotes stay."""
    path = files.folder / "regional_news.csv"
    editor = files.open()
    editor.add(brief("One."), brief("Two."))
    text = path.read_text(encoding="utf-8").replace("One.", '"One."')
    path.write_text("\ufeff" + text, encoding="utf-8", newline="\r\n")
    before = path.read_bytes().split(b"\r\n")
    editor.change(brief("Two.", headline="New"))
    after = path.read_bytes().split(b"\r\n")
    assert after[:2] == before[:2]
    assert after[2] == before[2].replace(b"Borsetshire looks ahead", b"New")


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode(),
        lambda text: text.replace("id,issue,", "ID,Issue,", 1).encode(),
        lambda text: text.replace("’", "'").replace("one", "caf\xe9").encode("cp1252"),
    ],
    ids=["semicolons", "tabs", "capitals", "Windows-1252"],
)
def test_a_save_beside_a_spoilt_file_says_what_to_do_first(
    files: Files, spoilt: Callable[[str], bytes]
) -> None:
    """No column is missing: a spreadsheet gave the file another shape, which one press mends."""
    path = files.folder / "regional_news.csv"
    kept = brief("Only one stands there.")
    files.open().add(kept)
    path.write_bytes(before := spoilt(path.read_text(encoding="utf-8")))
    editor = files.open()
    for save in (
        lambda: editor.add(brief("Two.")),
        lambda: editor.change(replace(kept, headline="New")),
        lambda: editor.delete(kept.id),
    ):
        with pytest.raises(StoreError, match=r"^Nothing was saved: .* Mend it on Review first"):
            save()
        assert path.read_bytes() == before
    assert editor.tidy()
    assert editor.add(brief("Two."))


def test_a_file_that_truly_lacks_a_column_is_not_sent_to_review(files: Files) -> None:
    """There is nothing there that mends it."""
    path = files.folder / "regional_news.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("summary", "said"), encoding="utf-8")
    editor = files.open()
    with pytest.raises(StoreError, match="lacks the column summary"):
        editor.add(brief("Two."))
