"""Whatever was changed can be taken back, as long as nothing later stands on it; in any store."""

import os
from dataclasses import dataclass, field, replace
from random import Random

import psycopg
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.unit.store.places import Editor, Files, InPostgres, Place, brief

from regional_news.errors import StaleVersion, StoreError
from regional_news.model import Brief
from regional_news.store import Change, adding, resting_on, standing

BRIEFS_CSV, ALIASES_CSV = "regional_news.csv", "aliases.csv"
ONE, TWO, THREE = (brief(text) for text in ("One.", "Two.", "Three."))
Rows = tuple[list[list[str]], list[list[str]]]


def rows(place: Place) -> Rows:
    """Return what stands in both sheets; without learnt names there may be no file of them."""
    sheets = [BRIEFS_CSV, ALIASES_CSV]
    if place.address == "" and not (place.folder / ALIASES_CSV).exists():
        sheets.remove(ALIASES_CSV)
    briefs, *aliases = (list(map(list, place.rows(each))) for each in sheets)
    return briefs, aliases[0] if aliases else []


def made(change: Change | None) -> Change:
    """Return a change that was made."""
    assert change
    return change


def test_a_deleted_brief_is_gone_and_comes_back_to_its_place(place: Place) -> None:
    """Ten other changes later the brief stands between the same two again, by the same id."""
    editor = place.open()
    editor.add(ONE, TWO, THREE)
    before = editor.briefs
    gone = made(editor.delete(TWO.id, who="Bob"))
    assert gone.what == "deleted “Borsetshire looks ahead”"
    assert [each.summary for each in editor.briefs] == ["One.", "Three."]
    for number in range(10):
        editor.change(replace(THREE, headline=f"Number {number}"))
    editor.store.undo(who="Ann", change_id=gone.id)
    changed = (*before[:2], replace(THREE, headline="Number 9"))
    assert editor.briefs == changed


def test_the_change_that_stored_a_brief_is_found(place: Place) -> None:
    """Neither a later change of it nor a taken back one is taken for that."""
    editor = place.open()
    taken_back = made(editor.add(ONE))
    editor.store.undo(who="Ann", change_id=taken_back.id)
    editor.add(TWO)
    stored = made(editor.add(ONE, who="Bob"))
    editor.change(replace(ONE, headline="New"))
    assert adding({ONE.id}, editor.store.changes()) == stored
    assert adding({THREE.id}, editor.store.changes()) is None


def test_deleting_a_brief_that_is_not_there_is_told(place: Place) -> None:
    """Nothing else is deleted instead."""
    editor = place.open()
    editor.add(ONE)
    with pytest.raises(StoreError, match="There is no brief"):
        editor.delete(TWO.id)
    assert len(editor.briefs) == 1


def test_deleting_over_somebody_elses_change_is_refused(place: Place) -> None:
    """What was changed since the page was loaded is not thrown away unseen."""
    editor = place.open()
    editor.add(ONE)
    loaded = editor.store.version()
    editor.change(replace(ONE, headline="New"))
    with pytest.raises(StaleVersion, match="Ann changed the headline of “New”"):
        editor.store.delete(ONE.id, editor.codec, who="Bob", version=loaded)


def test_an_old_change_is_taken_back_alone(place: Place) -> None:
    """What others saved before and after stays."""
    editor = place.open()
    editor.add(ONE)
    second = made(editor.add(TWO, who="Bob"))
    editor.add(THREE)
    made(editor.store.undo(who="Cat", change_id=second.id))
    assert editor.briefs == (ONE, THREE)


def test_a_change_that_others_stand_on_stays_and_the_sentence_names_them(place: Place) -> None:
    """Once the later one is taken back, the earlier one can be."""
    editor = place.open()
    added = made(editor.add(ONE, TWO))
    changed = made(editor.change(replace(TWO, headline="New")))
    assert resting_on(added, editor.store.changes()) == (changed,)
    with pytest.raises(
        StaleVersion, match=r"Ann changed the headline of “New” on .* Take that back"
    ):
        editor.store.undo(who="Bob", change_id=added.id)
    editor.store.undo(who="Bob", change_id=changed.id)
    editor.store.undo(who="Bob", change_id=added.id)
    assert editor.briefs == ()


def test_all_that_stands_on_a_change_is_named_the_newest_first(place: Place) -> None:
    """In the order in which it is to be taken back; of many, the first ones and how many more."""
    editor = place.open()
    added = made(editor.add(ONE, TWO))
    for number in range(5):
        made(editor.change(replace((ONE, TWO)[number % 2], headline=f"New {number}")))
    with pytest.raises(StaleVersion, match=r"“New 4”.*“New 3”.*“New 2”.*; and 2 more changes\."):
        editor.store.undo(who="Bob", change_id=added.id)


def test_what_was_taken_back_is_not_taken_back_again(place: Place) -> None:
    """The sentence says who did it."""
    editor = place.open()
    change = made(editor.add(ONE))
    editor.store.undo(who="Bob", change_id=change.id)
    with pytest.raises(StaleVersion, match="taken back already: Bob took back ‘added 1 brief to"):
        editor.store.undo(who="Ann", change_id=change.id)
    with pytest.raises(StoreError, match="There is no change nonsense"):
        editor.store.undo(who="Ann", change_id="nonsense")


def test_taking_back_can_be_taken_back(place: Place) -> None:
    """The brief stands where it stood, and its first change may be taken back once more."""
    editor = place.open()
    first = made(editor.add(ONE))
    editor.add(TWO)
    back = made(editor.store.undo(who="Bob", change_id=first.id))
    again = made(editor.store.undo(who="Ann", change_id=back.id))
    assert back.what == f"took back ‘added 1 brief to Echo 1’ (Ann, {first.day})"
    assert again.what == back.what.replace("took back", "put back")
    assert editor.briefs == (ONE, TWO)
    assert first in standing(editor.store.changes())
    once_more = made(editor.store.undo(who="Bob", change_id=again.id))
    assert once_more.what == back.what
    assert editor.briefs == (TWO,)


def test_rows_that_nobody_touched_by_hand_can_be_taken_back_after_others_were(
    place: Place,
) -> None:
    """A word mended in a spreadsheet or at a console stays, and only its own row is held by it."""
    editor = place.open()
    first, second = made(editor.add(ONE)), made(editor.add(TWO))
    place.by_hand("One.", "Won.")
    editor.store.undo(who="Bob", change_id=second.id)
    with pytest.raises(StaleVersion, match="changed by hand later"):
        editor.store.undo(who="Bob", change_id=first.id)
    assert [each.summary for each in editor.briefs] == ["Won."]


def test_only_what_went_comes_back_where_others_stood_among_it(files: Files) -> None:
    """Somebody sorted the file before the briefs were taken back: those among them stay single."""
    editor = files.open()
    editor.add(ONE)
    added = made(editor.add(TWO, THREE))
    path = files.folder / BRIEFS_CSV
    header, one, two, three = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(f"{header}{two}{one}{three}", encoding="utf-8")
    back = made(editor.store.undo(who="Bob", change_id=added.id))
    assert [each.summary for each in editor.briefs] == ["One."]
    editor.add(brief("Four."))
    editor.store.undo(who="Ann", change_id=back.id)
    assert [each.summary for each in editor.briefs] == ["One.", "Four.", "Two.", "Three."]


def test_a_brief_that_comes_back_after_a_change_by_hand_stands_last(place: Place) -> None:
    """Nobody knows its place any more; it is not lost for that."""
    editor = place.open()
    editor.add(ONE, TWO)
    gone = made(editor.delete(ONE.id))
    place.by_hand("Two.", "Too.")
    editor.store.undo(who="Bob", change_id=gone.id)
    assert [each.summary for each in editor.briefs] == ["Too.", "One."]


def test_a_brief_that_was_added_anew_is_not_doubled(place: Place) -> None:
    """The deletion of one that is there again is taken back only after the other is."""
    editor = place.open()
    editor.add(ONE)
    gone = made(editor.delete(ONE.id))
    editor.add(ONE, who="Bob")
    with pytest.raises(StaleVersion, match="Bob added 1 brief"):
        editor.store.undo(who="Ann", change_id=gone.id)
    assert editor.briefs == (ONE,)


def test_a_change_tells_its_rows_before_and_after(place: Place) -> None:
    """Whole rows by column, so that a page can lay them side by side; and which cells differ."""
    editor = place.open()
    added = made(editor.add(ONE, TWO))
    changed = made(editor.change(replace(ONE, headline="New, “quoted”", themes=("iot_sensors",))))
    gone = made(editor.delete(TWO.id))
    learnt = made(editor.learn("The Am", "ambridge"))
    assert editor.store.changes() == (added, changed, gone, learnt)
    assert [(row.before, row.after and row.after["summary"]) for row in added.rows] == [
        (None, "One."),
        (None, "Two."),
    ]
    (row,) = changed.rows
    assert row.before
    assert row.after
    assert row.changed == ("headline", "themes")
    assert row.before["headline"] == "Borsetshire looks ahead"
    assert row.after["headline"] == "New, “quoted”"
    assert row.before["summary"] == row.after["summary"] == "One."
    (row,) = gone.rows
    assert row.before
    assert (row.before["id"], row.after) == (TWO.id, None)
    (row,) = learnt.rows
    assert row.after
    assert (row.after["alias"], row.after["council"], row.after["by"]) == (
        "The Am",
        "ambridge",
        "Ann",
    )


def test_a_change_is_taken_back_after_the_file_was_mended(place: Place) -> None:
    """What a spreadsheet spoilt and one press mended is no change of the briefs before it."""
    editor = place.open()
    editor.add(ONE, TWO)
    changed = made(editor.change(replace(ONE, headline="New")))
    place.by_hand("2023-04", "Apr-23")
    place.by_hand("Two.", "Two. Its leaderâ€™s words.")
    mended = made(editor.tidy())
    assert {row.after["summary"] for row in mended.rows if row.after} == {
        "One.",
        "Two. Its leader’s words.",
    }
    assert resting_on(changed, editor.store.changes()) == ()
    editor.store.undo(who="Bob", change_id=changed.id)
    assert editor.briefs == (ONE, replace(TWO, summary="Two. Its leader’s words."))


def test_a_mended_brief_holds_the_change_before_it(place: Place) -> None:
    """Where the mend gave it another text, that is what the sentence names."""
    editor = place.open()
    added = made(editor.add(ONE))
    place.by_hand("One.", "One. Its leaderâ€™s words.")
    mended = made(editor.tidy())
    assert resting_on(added, editor.store.changes()) == (mended,)


def test_a_mend_that_only_restored_a_brief_is_not_what_an_older_change_waits_for(
    place: Place,
) -> None:
    """The sentence names the change of the same brief, before the mend and after it."""
    editor = place.open()
    editor.add(ONE, TWO)
    text = made(editor.change(replace(ONE, summary="One, mended.")))
    headline = made(editor.change(replace(ONE, summary="One, mended.", headline="New")))
    place.by_hand("2023-04", "Apr-23")
    mended = made(editor.tidy())
    changes = editor.store.changes()
    assert len(mended.rows) == 2
    assert resting_on(text, changes) == (headline,)
    assert resting_on(headline, changes) == ()
    editor.store.undo(who="Bob", change_id=headline.id)
    assert resting_on(text, editor.store.changes()) == ()


def test_a_mend_waits_for_the_later_change_of_one_of_its_briefs(place: Place) -> None:
    """Of all that it mended, the sentence names the one that says something else since."""
    editor = place.open()
    editor.add(ONE, TWO)
    place.by_hand("2023-04", "Apr-23")
    mended = made(editor.tidy())
    slip = made(editor.change(replace(TWO, headline="A slip")))
    editor.add(THREE)
    assert resting_on(mended, editor.store.changes()) == (slip,)
    assert "A slip" in slip.words
    editor.store.undo(who="Bob", change_id=slip.id)
    assert resting_on(mended, editor.store.changes()) == ()


@dataclass
class Twins:
    """Two editors who do the same, one in files and one in a database."""

    places: tuple[Place, Place]
    states: list[Rows] = field(default_factory=list)
    made: int = 0

    def __post_init__(self) -> None:
        self.editors = tuple(place.open() for place in self.places)

    def does(self, step: str, chance: Random) -> None:
        """Let both do a step; what they are told and what stands there then must be the same."""
        seed, briefs = chance.random(), self.editors[0].briefs
        outcomes = []
        for editor in self.editors:
            try:
                change = self._made(editor, step, briefs, Random(seed))  # noqa: S311  no secrets
                outcomes.append(change.what if change else "")
            except StoreError as error:
                outcomes.append(type(error).__name__)
        assert outcomes[0] == outcomes[1], step
        assert rows(self.places[0]) == rows(self.places[1]), step
        if len(self.editors[0].store.changes()) > len(self.states):
            self.states.append(rows(self.places[0]))
        self.made += 1

    def _made(  # noqa: PLR0911  one for each step
        self, editor: Editor, step: str, briefs: tuple[Brief, ...], chance: Random
    ) -> Change | None:
        changes = editor.store.changes()
        match step:
            case "change" if briefs:
                return editor.change(replace(chance.choice(briefs), headline=f"Now {self.made}"))
            case "delete" if briefs:
                return editor.delete(chance.choice(briefs).id)
            case "learn":
                council = chance.choice(["ambridge", "felpersham"])
                return editor.learn(chance.choice(["The Am", "the am", "Penny Hassett"]), council)
            case "undo":
                return editor.store.undo(who="Bob")
            case "tidy":
                return editor.tidy()
            case "undo one" if changes:
                number = chance.randrange(len(changes))
                return editor.store.undo(who="Bob", change_id=changes[number].id)
            case _:
                broken = chance.choice(["“", "â€œ"])
                new = [brief(f"{self.made}, {broken}{n}”") for n in range(chance.randint(1, 3))]
                return editor.add(*new)


STEPS = st.lists(
    st.sampled_from(
        ["add", "change", "delete", "delete", "learn", "tidy", "undo", "undo one", "undo one"]
    ),
    min_size=1,
    max_size=12,
)


def test_any_changes_and_undos_leave_the_stores_alike_and_every_version_restorable(
    files: Files, in_postgres: InPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever line endings the file has; taken back one by one, each state comes back."""
    monkeypatch.setattr(os, "fsync", lambda _: None)  # no power fails here, and it takes its time
    header = (files.folder / BRIEFS_CSV).read_bytes().strip()

    @settings(max_examples=20, phases=[Phase.generate])  # each is some dozens of saves
    @given(steps=STEPS, seed=st.integers(0, 1000), ends=st.sampled_from(["", "\n", "\r\n"]))
    def stay_alike(steps: list[str], seed: int, ends: str) -> None:
        begin_anew(files, in_postgres, header + ends.encode())
        twins = Twins((files, in_postgres))
        chance = Random(seed)  # noqa: S311  no secrets
        for step in steps:
            twins.does(step, chance)
        for place, editor in zip(twins.places, twins.editors, strict=True):
            changes = editor.store.changes()
            for change, state in reversed(list(zip(changes, twins.states, strict=True))):
                assert rows(place) == state
                made(editor.store.undo(who="Cat", change_id=change.id))
            assert rows(place) == ([], [])

    stay_alike()


def begin_anew(files: Files, in_postgres: InPostgres, header: bytes) -> None:
    """Leave no row and no change in either store."""
    (files.folder / BRIEFS_CSV).write_bytes(header)
    (files.folder / ALIASES_CSV).unlink(missing_ok=True)
    (files.folder / "journal.jsonl").unlink(missing_ok=True)
    with psycopg.connect(in_postgres.address) as connection:
        connection.execute("truncate briefs, aliases, journal restart identity cascade")
