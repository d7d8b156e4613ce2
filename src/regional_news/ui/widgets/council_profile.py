"""What is known of a council: its standing, names, codes and relatives."""

from datetime import timedelta

import pandas as pd
import streamlit as st

from regional_news.model import Council, CouncilStatus, PartialDate
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import web_address
from regional_news.ui.widgets.council_links import council_links
from regional_news.ui.widgets.plain import plain

_AHEAD = (CouncilStatus.SHADOW, CouncilStatus.DECIDED)
_MEMBERS = {"county council": "Districts of the county"}
"""What the councils are called that belong with one of a kind; those of authorities are members."""

LANGUAGES = {"cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic", "sco": "Scots"}


def standing(council: Council) -> None:
    """Say in one line what the council is, and whether it still serves."""
    line = f"{council.type}, {council.nation}"
    if council.status is CouncilStatus.ABOLISHED:
        line += f" · abolished{' on ' + council.end.words if council.end else ''}"
    elif council.status in _AHEAD:
        line += f" · takes office {_when(council.start)}"
    elif council.end:
        line += f" · in office until {council.end.words}"
    st.markdown(plain(line[0].upper() + line[1:]))


def _when(day: PartialDate | None) -> str:
    """Return "on 1 April 2027", "in April 2028", or "later"."""
    return f"{'on' if day.day else 'in'} {day.words}" if day else "later"


def names_and_codes(snapshot: Snapshot, council: Council) -> None:
    """Draw the council's names, codes and dates, and links to its relatives."""
    st.header("Names and codes")
    names = {"Official name": council.name, "Short name": council.short_name}
    names |= {LANGUAGES[code]: ", ".join(each) for code, each in council.languages.items()}
    names["Also written"] = ", ".join((*council.aliases, *council.abbreviations))
    names |= {
        "GSS code": council.gss_code,
        "Region": snapshot.gazetteer.regions[council.region].name,
    }
    names["In office"] = _life(council)
    names["Made by"] = council.legislation
    names["Known as of"] = council.known.words if council.known else ""
    names["Point (lat, lon)"] = f"{council.lat:.4f}, {council.lon:.4f}"
    said = {plain(name): plain(value) for name, value in names.items() if value}
    facts = pd.Series(said).to_frame()
    st.table(facts, border="horizontal", hide_header=True, alt=f"{council.name} on record")
    if web_address(council.website):
        st.link_button("Council website", council.website, icon=":material/open_in_new:")
    _family(snapshot, council)


def _family(snapshot: Snapshot, council: Council) -> None:
    """Link to the councils that it replaced, that replaced it, or that it belongs with."""
    gazetteer = snapshot.gazetteer
    ahead = council.status in _AHEAD
    groups = {
        f"Will replace {_month(council.start)}" if ahead else "Replaced": gazetteer.predecessors(
            council
        ),
        _replaced_by(council): gazetteer.successors(council),
        "County": filter(None, [gazetteer.get(council.parent)]),
        "Combined authority": filter(None, [gazetteer.get(council.combined_authority)]),
        _MEMBERS.get(council.type, "Members"): gazetteer.members(council),
    }
    noted = {title: [(each, each.type) for each in group] for title, group in groups.items()}
    council_links("family", {title: group for title, group in noted.items() if group})


def _replaced_by(council: Council) -> str:
    """Return "Replaced by", or while it still serves "Will be replaced in April 2027 by"."""
    if council.status is not CouncilStatus.CURRENT or council.end is None:
        return "Replaced by"
    after = council.end.last + timedelta(days=1)
    return f"Will be replaced {_month(PartialDate(after.year, after.month))} by"


def _month(day: PartialDate | None) -> str:
    return _when(PartialDate(day.year, day.month) if day else None)


def _life(council: Council) -> str:
    since = f"since {council.start.words}" if council.start else ""
    until = f"until {council.end.words}" if council.end else ""
    return " ".join(part for part in (since, until) if part)
