"""What is entered in fields, whatever order messages, runs and changes from elsewhere come in."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional_news.ui.widgets import fields

WORDS = st.sampled_from(["", "bins", "Bins of Echo", "broadband"])
STEPS = st.one_of(
    st.tuples(st.just("draw"), st.none()),
    st.tuples(st.just("set from elsewhere"), WORDS),
    st.tuples(st.just("type"), WORDS),
    st.tuples(st.just("send late"), st.none()),
)


class Screen:
    """A field as a browser and a server have it: what is kept, what was drawn, what is sent."""

    def __init__(self) -> None:
        self.kept: Any = "as it was"
        self.drawn: dict[str, tuple[dict[str, Any], Any]] = {}
        self.draw()

    def draw(self) -> None:
        """Draw the field; a new one shows its default, one that stands what it holds."""
        field = fields.keyed("name", self.kept, self.take)
        self.now = field["key"]
        _, held = self.drawn.get(self.now, (field, self.kept))
        self.drawn[self.now] = field, held

    def take(self, value: Any) -> None:
        """Keep what was entered."""
        self.kept = value

    def send(self, key: str, value: Any) -> None:
        """Let the browser send what a field holds."""
        field, _ = self.drawn[key]
        self.drawn[key] = field, value
        fields.st.session_state[key] = value
        field["on_change"](*field["args"])


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the fields keep their marks in a state of this test's."""
    monkeypatch.setattr(fields, "st", SimpleNamespace(session_state={}))


@given(steps=st.lists(STEPS, max_size=12))
def test_kept_is_what_a_person_said_last(steps: list[tuple[str, Any]]) -> None:
    """In the field that is shown, or elsewhere; fields that are gone change nothing."""
    fields.st.session_state.clear()
    screen, last = Screen(), "as it was"
    for step, words in steps:
        if step == "set from elsewhere":
            screen.kept = last = words
            screen.draw()
        elif step == "type":
            screen.send(screen.now, words)
            last = words
        elif step == "send late":
            for key, (_, held) in list(screen.drawn.items()):
                if key != screen.now:
                    screen.send(key, held)
        screen.draw()
        assert screen.kept == last
        assert screen.drawn[screen.now][1] == last, "the field shows what is kept"


def test_words_lose_spaces_too_many_and_the_field_stays() -> None:
    """What is kept in other words than were typed draws no new field under the typist's hands."""
    screen = Screen()
    screen.send(screen.now, " bins   of Echo ")
    screen.draw()
    assert (screen.kept, screen.now) == ("bins of Echo", "name")


def test_what_streamlit_dropped_is_nobodys_entry() -> None:
    """A message may come when the state of its field is gone already."""
    screen = Screen()
    field, _ = screen.drawn[screen.now]
    field["on_change"](*field["args"])
    assert screen.kept == "as it was"
