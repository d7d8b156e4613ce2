"""Files that people mend by hand keep every byte that a change does not concern."""

from tests.unit.store.places import Files, brief


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
