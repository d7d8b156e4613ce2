"""The app without a browser: pages run by Streamlit's own test runner on a copy of the data."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from data_folders import copy_archive, copy_frozen
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from regional_news.settings import PROJECT, settings
from regional_news.snapshot import cache as cache_module

# Every AppTest looks through all packages that are installed, and finds the same components.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

PATIENCE = 100
"""Seconds that a run of a page may take on a busy machine."""

FRAME = PROJECT / "src" / "regional_news" / "ui" / "frame.py"


class Opened:
    """A page that was opened, with what its own components were given to draw."""

    def __init__(self, test: AppTest) -> None:
        self.test = test

    @property
    def title(self) -> str:
        """The page's heading."""
        return str(self.drawn("heading")["title"])

    def drawn(self, name: str) -> dict[str, Any]:
        """Return the data of one of the app's own components."""
        for component in self.test.get("bidi_component"):
            if component.proto.component_name == f"regional-news.{name}":
                return json.loads(component.proto.json)
        raise AssertionError(f"the page has no component “{name}”")

    @property
    def headlines(self) -> list[str]:
        """The headlines in the list, in order."""
        return [card["headline"] for card in self.drawn("briefs")["cards"]]

    def options(self, group: str) -> dict[str, int]:
        """Return the labels of a group's options with their counts."""
        groups = {each["key"]: each for each in self.drawn("facets")["groups"]}
        sections = groups[group]["sections"]
        return {o["label"]: o["count"] for section in sections for o in section["options"]}

    def press(self, label: str) -> None:
        """Press the button with this label."""
        next(each for each in self.test.button if each.label == label).click().run()
        assert not self.test.exception

    def pickers(self, label: str) -> dict[str, list[str]]:
        """Return the chosen councils of each choice of councils with this label, by its key."""
        found = {}
        for component in self.test.get("bidi_component"):
            data = json.loads(component.proto.json) if component.proto.json else {}
            if component.proto.component_name.endswith(".picker") and data["label"] == label:
                key = component.proto.id.split("-", 2)[-1]
                found[key] = [chip["id"] for chip in data["chosen"]]
        return found

    def choose(self, key: str, *councils: str) -> None:
        """Choose councils in the form with this key, as its picker would."""
        form, column = key.rsplit(" ", 1)
        sheet = self.test.session_state["worksheet"]
        sheet.edit(form, column, list(councils))
        self.test.session_state["worksheet"] = sheet
        self.test.run()
        assert not self.test.exception

    def key(self, name: str) -> str:
        """Return the key of the field that shows a value now: another where it is set anew."""
        turn, _ = self.test.session_state[f"{name} shows"]
        return f"{name} {turn}" if turn else name

    @property
    def set_fields(self) -> list[str]:
        """The keys of fields whose value comes in a message of its own, which may be lost."""
        kinds = (
            "text_input",
            "text_area",
            "selectbox",
            "multiselect",
            "checkbox",
            "radio",
            "toggle",
        )
        fields = [each for kind in (*kinds, "button_group") for each in self.test.get(kind)]
        return [str(each.key) for each in fields if each.proto.set_value]

    def place(self, key: str) -> list[int]:
        """Return where a widget stands: the numbers of the containers around it and its own."""

        def within(block: Block) -> Iterator[list[int]]:
            for number, each in block.children.items():
                if isinstance(each, Block):
                    yield from ([number, *rest] for rest in within(each))
                elif each.key == key:
                    yield [number]

        return next(within(self.test.main))

    def open_form(self, brief_id: str) -> None:
        """Open the form of a stored brief, which stays open until it is saved or closed."""
        sheet = self.test.session_state["worksheet"]
        sheet.mending = brief_id
        self.test.session_state["worksheet"] = sheet
        self.test.run()

    @property
    def leads_to(self) -> str:
        """The key of the part of the page to which a lost focus goes."""
        ids = [str(each.proto.id) for each in self.test.get("bidi_component")]
        (lead,) = [each for each in ids if "-lead " in each]
        return lead.rpartition("-lead ")[2]

    @property
    def words(self) -> str:
        """All text on the page outside the components."""
        kinds = ("markdown", "caption", "text", "warning", "error", "info", "success")
        return "\n".join(each.value for kind in kinds for each in self.test.get(kind)).replace(
            "\\", ""
        )


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the frozen data folder, used by the app for this test."""
    yield from _used(copy_frozen(tmp_path / "data"), monkeypatch)


def _used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(folder))
    settings.cache_clear()
    yield folder
    settings.cache_clear()
    cache_module.snapshot_cache.cache_clear()


@pytest.fixture
def archive(data: Path) -> Path:
    """Put the archive of 34 issues into the data folder of this test; return the folder."""
    return copy_archive(data)


@pytest.fixture
def open_page(data: Path) -> Callable[..., Opened]:
    """Return a function that opens a page with a query: ``open_page("table", region="wales")``."""
    assert data.exists()

    def opened(name: str = "explore", **query: str | list[str]) -> Opened:
        test = AppTest.from_file(str(FRAME), default_timeout=PATIENCE)
        for key, value in query.items():
            test.query_params[key] = value
        test.run()
        if name != "explore":
            test.switch_page(str(PROJECT / "pages" / f"{name}.py")).run()
        assert not test.exception
        return Opened(test)

    return opened


@pytest.fixture
def own_machine(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the app serve this machine alone, with editing switched on; return its data."""
    monkeypatch.setenv("REGIONAL_NEWS_EDITING", "open")
    settings.cache_clear()
    before = config.get_option("server.address")
    config.set_option("server.address", "localhost")
    yield data
    config.set_option("server.address", before)
