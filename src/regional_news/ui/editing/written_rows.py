"""The briefs' rows as they are written in the store, for what the table of briefs does not tell."""

import csv
import tempfile
from pathlib import Path

import streamlit as st

from regional_news.snapshot.snapshot import Snapshot, Version
from regional_news.store import configured_store
from regional_news.store.sheets import BRIEFS
from regional_news.table.schema import NO_COUNCIL


def said_to_be_about_none(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of the briefs that somebody said are about no council."""
    return _about_none(snapshot.version)


@st.cache_data(max_entries=2, show_spinner=False)
def _about_none(version: Version) -> frozenset[str]:
    del version  # only the cache asks for it
    with tempfile.TemporaryDirectory(prefix="regional-news-") as folder:
        configured_store().export(Path(folder))
        with (Path(folder) / BRIEFS).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            return frozenset(row["id"] for row in rows if row.get("councils") == NO_COUNCIL)
