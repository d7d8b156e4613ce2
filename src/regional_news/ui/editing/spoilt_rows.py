"""What a spreadsheet spoilt in the stored briefs, in words, and one press that mends it."""

import csv
import io
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from regional_news.errors import StoreError
from regional_news.snapshot.snapshot import Snapshot, Version
from regional_news.store import configured_store
from regional_news.store.change import Cells
from regional_news.store.sheets import BRIEFS
from regional_news.store.spoilt import Spoil, spoils
from regional_news.table.schema import NO_COUNCIL
from regional_news.table.shape import shaped
from regional_news.text import amount
from regional_news.ui.editing.receipt import saved
from regional_news.ui.session.editing import store_for_editor, token_of, who
from regional_news.ui.widgets.plain import plain


def spoilt_rows(snapshot: Snapshot) -> bool:
    """Draw what a spreadsheet spoilt, and the way to mend it; return whether there is anything."""
    faults, rows = _written(snapshot.version)
    found = list(spoils(rows, snapshot.resolver))
    if not (faults or found):
        return False
    st.header("Spoilt by a spreadsheet")
    st.markdown("Somebody saved the briefs in a spreadsheet program. All of them are there, but:")
    lines = [*faults, *_kinds(found)]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if st.button("Mend all of this", type="primary", icon=":material/build:"):
        _mend(snapshot, found)
    return True


def _kinds(found: list[Spoil]) -> Iterator[str]:
    """Yield a sentence for each kind of fault: the first brief that has it, and how many more."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for each in found:
        kinds[each.words].append(each.headline)
    for words, headlines in kinds.items():
        more = len(headlines) - 1
        yield f"“{headlines[0]}” {words}" + (f"; so it is with {more:,} more." if more else ".")


def said_to_be_about_none(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of the briefs that somebody said are about no council."""
    _, rows = _written(snapshot.version)
    return frozenset(row["id"] for row in rows if row.get("councils") == NO_COUNCIL)


def _mend(snapshot: Snapshot, found: list[Spoil]) -> None:
    count = len({each.row for each in found})
    what = f"mended {amount(count, 'brief')}" if count else "put the briefs in order"
    try:
        change = store_for_editor().tidy(
            snapshot.codec, f"{what} after a spreadsheet", who=who(), version=token_of(snapshot)
        )
    except StoreError as error:
        st.error(plain(str(error)))
        return
    saved(change)


@st.cache_data(max_entries=2, show_spinner=False)
def _written(version: Version) -> tuple[tuple[str, ...], list[Cells]]:
    """Return what is wrong with the shape of the stored briefs, and their rows as written."""
    del version  # only the cache asks for it
    with tempfile.TemporaryDirectory(prefix="regional-news-") as folder:
        configured_store().export(Path(folder))
        data, faults = shaped((Path(folder) / BRIEFS).read_bytes())
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return faults, [dict(row) for row in csv.DictReader(text, restval="") if any(row.values())]
