"""The words of themes.toml checked against labelled texts, and their points fitted to them."""

import json
from pathlib import Path

import pytest
from fit_themes import candidates, compare, fitted, read_texts, tally, written

from regional_news.themes import ThemeFinder, load_themes
from regional_news.themes.taxonomy import Themes

FILE = """# A heading that stays.

[[theme]]
id = "bells"
label = "Bells"
group = "service"
definition = "Ringing."
points.3 = ["peal", "tower"]
points.1 = ["rope"]
blockers = ["tower block"]
"""


@pytest.fixture
def themes(tmp_path: Path) -> Themes:
    """Return one theme of bell ringing."""
    path = tmp_path / "themes.toml"
    path.write_text(FILE, encoding="utf-8")
    return load_themes(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return labelled texts in which a tower is never about bells, and a rope always is."""
    rows: list[dict[str, object]] = []
    rows += [{"marked": "The rope of [[ambridge|Ambridge]].", "themes": ["bells"]}] * 2
    rows += [{"marked": "A tower at {{Penny Hassett}}.", "themes": []}] * 30
    rows += [{"marked": "Sallies flew by the rope.", "themes": ["bells"]}] * 6
    rows += [{"text": "Without themes."}, {"text": "A peal rang.", "themes": ["bells"]}]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_texts_are_read_without_their_marks(path: Path) -> None:
    """Names keep their words; a text that nobody gave themes is left out."""
    texts = read_texts(path)
    assert texts[0].text == "The rope of Ambridge."
    assert texts[2].text == "A tower at Penny Hassett."
    assert len(texts) == 39


def test_points_follow_what_the_texts_say(path: Path, themes: Themes) -> None:
    """A word that misleads loses points, one that never does gains, one in order stays."""
    texts = read_texts(path)
    points = fitted(texts, themes)["bells"].triggers
    assert points["rope"] > 1
    assert points.get("tower", 0) < 3
    assert points["peal"] == 3
    before, after = (
        tally(texts, ThemeFinder(each))[""] for each in (themes, fitted(texts, themes))
    )
    assert (after.wrong, after.missing) <= (before.wrong, before.missing)


def test_words_are_suggested(path: Path, themes: Themes) -> None:
    """What a theme's texts share and others lack is offered, and what the file has is not."""
    suggested = candidates(read_texts(path), themes["bells"])
    assert "sallies" in suggested
    assert "rope" not in suggested


def test_the_file_keeps_all_but_its_points(path: Path, themes: Themes, tmp_path: Path) -> None:
    """Comments, definitions and blockers stay as a person wrote them."""
    new = fitted(read_texts(path), themes)
    file = tmp_path / "new.toml"
    file.write_text(written(FILE, new), encoding="utf-8")
    assert file.read_text(encoding="utf-8").startswith("# A heading that stays.\n\n[[theme]]")
    assert load_themes(file)["bells"] == new["bells"]


def test_what_an_edit_does_is_told(
    path: Path, themes: Themes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Precision and recall before and after, and which theme was given or taken rightly."""
    texts = {"texts": read_texts(path)}
    compare(texts, themes, fitted(texts["texts"], themes))
    told = capsys.readouterr().out
    assert told.startswith("texts ")
    assert "    bells: taken from 30 texts rightly, 0 wrongly" in told
