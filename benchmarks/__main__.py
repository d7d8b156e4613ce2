"""Measure the app beside what else one might use: one table, and the same as JSON.

    make bench                                        everything; takes about half an hour
    .venv/bin/python benchmarks queries searches      some of it

Ours and its peers run in turn in the same run, so that the ratios hold on a machine that does other
things too; the times themselves do not.
"""

import argparse
import importlib
import json
import os
import platform
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from clock import Row

RESULTS = Path(__file__).parent / "results" / "last.json"
GROUPS = (
    *("queries", "searches", "finds", "takeaways", "answers"),
    *("stores", "starts", "memory", "browser", "beside", "openings", "lines"),
)
ALONE = ("million",)
"""The groups that are measured only where they are named."""
PEERS = (
    *("numpy", "pandas", "polars", "duckdb", "tantivy", "pyarrow", "spacy", "flashtext"),
    *("datasette", "streamlit", "folium", "streamlit-folium"),
)


def main() -> None:
    """Measure the groups that are named on the command line, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    wanted = parser.parse_args().groups or GROUPS
    if unknown := [group for group in wanted if group not in (*GROUPS, *ALONE)]:
        parser.error(
            f"there is no group {', '.join(unknown)}; choose from {', '.join((*GROUPS, *ALONE))}"
        )
    rows: list[Row] = []
    failed: list[str] = []
    for group in wanted:
        try:
            _show(importlib.import_module(group).rows(), rows)
        except Exception:  # noqa: BLE001  the other groups can still be measured
            traceback.print_exc()
            failed.append(group)
        _write(rows)
    if failed:
        sys.exit(f"Not measured, or not in full: {', '.join(failed)}. The reasons are above.")


def _show(measured: Iterable[Row], rows: list[Row]) -> None:
    """Add what is measured to the rows, each printed at once."""
    for row in measured:
        if not rows or (rows[-1].group, rows[-1].briefs) != (row.group, row.briefs):
            print(f"\n{row.group}, {row.briefs:,} briefs" if row.briefs else f"\n{row.group}")
        print(_line(row), flush=True)
        rows.append(row)


def _line(row: Row) -> str:
    if row.value is None:
        return f"  {row.task:34} {row.who:24} {row.note}"
    spread = f"{_figures(row.low)}–{_figures(row.high)}"
    ratio = f"{_figures(row.ratio or 0)} × {row.to}"
    measured = f"{_figures(row.value):>8} {row.unit:4} {spread:>15}  {ratio:>16}"
    return f"  {row.task:34} {row.who:24} {measured}  {row.note}".rstrip()


def _figures(value: float) -> str:
    """Return a number with three figures."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _write(rows: list[Row]) -> None:
    """Put the rows into the results, in place of those of the same tasks; the others stay.

    Each row says when it was measured and how much else the machine did.
    """
    RESULTS.parent.mkdir(exist_ok=True)
    now = {"measured": datetime.now(UTC).isoformat(timespec="minutes"), "load": os.getloadavg()}
    about = {
        "python": sys.version.split()[0],
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "versions": {peer: _version(peer) for peer in PEERS},
    }
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {"rows": []}
    then = {name: known[name] for name in now if name in known}
    measured = {(row.group, row.task, row.briefs) for row in rows}
    kept = [
        then | row
        for row in known["rows"]
        if (row["group"], row["task"], row["briefs"]) not in measured
    ]
    told = {**about, "rows": [*kept, *(now | row.told() for row in rows)]}
    RESULTS.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"  → benchmarks/results/{RESULTS.name}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


main()
