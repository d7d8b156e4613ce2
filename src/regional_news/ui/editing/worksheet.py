"""What an editor has begun and not saved: the page given, what was typed, what was settled.

One worksheet for each session. The browser keeps a copy (``autosave``), so that leaving a page,
reloading it or another server loses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from regional_news.ingest.from_rows import Sheet
from regional_news.ingest.grid import Grid
from regional_news.magazine import Fate
from regional_news.model import Brief, PartialDate
from regional_news.reading import Page
from regional_news.text import amount

_WORKSHEET = "worksheet"
ORDER = "order of dates"
"""Under what the worksheet's ``issue`` has a person's word on the dates of a spreadsheet."""
Typed = str | list[str]


@dataclass(slots=True)
class Worksheet:
    """A page or a spreadsheet that was given, its issue as typed, and what was changed in forms.

    ``who`` is the name that the editor gave, ``columns`` what each column of ``grid``, a
    spreadsheet, holds of a brief, and ``guessed`` what each seemed to hold.
    ``edits`` maps a form's key to the fields that were changed there; ``settled`` holds the keys
    of doubts that a person answered; ``chosen`` maps a brief's key to what is to become of it where
    somebody said so: "add", "mend" or "leave"; ``fates`` maps the number of a paragraph to what
    somebody made of it; ``mending`` is the id of the stored brief whose form is open, or empty;
    ``opened`` maps the key of such a form to what its fields said when it was opened.
    """

    who: str = ""
    name: str = ""
    page: Page | None = None
    grid: Grid = ()
    columns: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    issue: dict[str, str] = field(default_factory=dict)
    edits: dict[str, dict[str, Typed]] = field(default_factory=dict)
    settled: list[str] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)
    fates: dict[int, Fate] = field(default_factory=dict)
    mending: str = ""
    opened: dict[str, dict[str, Typed]] = field(default_factory=dict)

    def edit(self, key: str, column: str, value: Typed) -> None:
        """Keep what somebody typed in a field of a form."""
        self.edits.setdefault(key, {})[column] = value

    def edited(self, brief: Brief, key: str) -> Brief:
        """Return the brief as it stands in its form."""
        typed = self.edits.get(key, {})
        return replace(brief, **{name: _value(name, text) for name, text in typed.items()})

    def settle(self, doubt: str) -> None:
        """Keep that a person answered a doubt."""
        if doubt not in self.settled:
            self.settled.append(doubt)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop what was typed in some forms: it is saved, or not wanted."""
        for key in keys:
            self.edits.pop(key, None)
            self.chosen.pop(key, None)
            self.opened.pop(key, None)

    @property
    def given(self) -> Page | Sheet | None:
        """The page or the spreadsheet that is worked on."""
        if not self.grid:
            return self.page
        return Sheet(self.grid, self.columns, self.issue.get(ORDER, ""))

    def drop_page(self) -> None:
        """Drop what was given and all that was typed about it; forms of stored briefs stay."""
        fresh = Worksheet()
        self.forget([key for key in self.edits if not key.startswith(STORED)])
        for name in (
            *("name", "page", "grid", "columns", "guessed"),
            *("issue", "settled", "chosen", "fates"),
        ):
            setattr(self, name, getattr(fresh, name))

    @property
    def begun(self) -> tuple[str, ...]:
        """What somebody typed or settled about the page, in words; empty where nothing."""
        typed = {key for key in (*self.edits, *self.chosen) if not key.startswith(STORED)}
        briefs = len(typed | {each.split(" ")[0] for each in self.settled})
        said = {
            "the issue": any(self.issue.values()),
            "the columns": self.columns != self.guessed,
            amount(briefs, "brief"): briefs,
            "what was left out": self.fates,
        }
        return tuple(words for words, is_so in said.items() if is_so)


def _value(name: str, typed: Typed) -> Any:
    """Return what was typed in a field as a brief has it."""
    if isinstance(typed, list):
        return tuple(typed)
    return PartialDate.parse(typed) if name == "published" else typed


def as_opened(brief_id: str) -> Brief | None:
    """Return a stored brief as it was when its form was opened, None where no form is open."""
    opened = worksheet().opened.get(f"{STORED}{brief_id}", {})
    fields = {name: _value(name, typed) for name, typed in opened.items()}
    return Brief(id=brief_id, **fields) if fields else None


def typed_of(brief: Brief, name: str) -> Typed:
    """Return what a field of a brief holds, as somebody would type it."""
    value = getattr(brief, name)
    return list(value) if isinstance(value, tuple) else str(value)


FORM = (
    "summary",
    "issue",
    "published",
    "headline",
    "region",
    "themes",
    "councils",
    "also_mentions",
    "source_title",
    "source_url",
)
"""The fields of a brief's form."""

STORED = "stored "
"""How the key of a form begins in which a stored brief is mended."""


def worksheet() -> Worksheet:
    """Return the worksheet of this session."""
    sheet: Worksheet = st.session_state.setdefault(_WORKSHEET, Worksheet())
    return sheet


def as_json(sheet: Worksheet) -> str:
    """Return a worksheet as JSON; empty where nothing was begun but to give one's name."""
    return "" if replace(sheet, who="") == Worksheet() else _adapter().dump_json(sheet).decode()


def restore(text: str) -> None:
    """Take a worksheet that a browser kept; what is none, or of an older version, is dropped."""
    try:
        st.session_state[_WORKSHEET] = _adapter().validate_json(text)
    except ValidationError:
        return


@cache
def _adapter() -> TypeAdapter[Worksheet]:
    return TypeAdapter(Worksheet)
