"""The labelled texts: their marks, and that what they label exists."""

from pathlib import Path

from data_folders import SHIPPED
from labelled import TRAINING, corrected_texts, labelled_texts, marked

from regional_news.gazetteer.councils import load_gazetteer
from regional_news.recognition.corrections import Correction, Corrections


def test_marks_are_read_and_taken_away() -> None:
    """Subjects, mere mentions and names that are no council have their places in the text."""
    text, labels = marked("[[leeds|Leeds]] follows [[york|York|m]], not {{Hull}} City.")
    assert text == "Leeds follows York, not Hull City."
    assert [text[each.start : each.end] for each in labels] == ["Leeds", "York", "Hull"]
    assert [each.council for each in labels] == ["leeds", "york", ""]
    assert [each.subject for each in labels] == [True, False, False]


def test_every_label_is_of_a_council_in_the_gazetteer() -> None:
    """A council that gets another id, or a region that is renamed, shows here."""
    gazetteer = load_gazetteer(SHIPPED)
    texts = [*labelled_texts(), *labelled_texts(TRAINING / "held_back")]
    for text in texts:
        assert "[[" not in text.text, text.id
        assert "{{" not in text.text, text.id
        assert not text.region or gazetteer.regions.recognise(text.region), text.id
        assert all(each.council in gazetteer for each in text.labels if each.council), text.id
    assert len({(each.file, each.id) for each in texts}) == len(texts)


def test_the_readme_tells_of_every_file() -> None:
    """A file of texts that nobody explains cannot be judged."""
    readme = (TRAINING / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in readme for path in TRAINING.glob("*.jsonl"))


def test_answers_of_staff_are_texts_with_one_label(tmp_path: Path) -> None:
    """Yes labels a council, no labels none; the rest of the text says nothing."""
    path = tmp_path / "corrections.jsonl"
    Corrections(path).add(Correction("Arun sounds it.", "Arun", "arun", yes=True))
    Corrections(path).add(Correction("Arun sounds it.", "Arun", "arun", yes=False))
    yes, no = corrected_texts(path)
    assert [each.labels[0].council for each in (yes, no)] == ["arun", ""]
    assert not yes.complete
