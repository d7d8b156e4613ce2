"""A group of filters is one row, and every face of the app has it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from data_folders import PROJECT
from tests.unit.snapshot_builder import build_snapshot
from typer.main import get_command

from regional_news.api.parameters import AskedFilter
from regional_news.cli import app
from regional_news.query import GROUPS, BriefFilter
from regional_news.query.urls import KNOWN
from regional_news.table.schema import SCHEMA

SNAPSHOT = build_snapshot()


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_stands_in_filter_table_address_api_and_command_line(name: str) -> None:
    """Nothing has to be written twice, and nothing can be forgotten."""
    group = GROUPS[name]
    assert group.field in {field.name for field in fields(BriefFilter)}
    assert {group.column, *filter(None, [group.also])} <= SCHEMA.keys()
    assert name in KNOWN
    assert name in AskedFilter.model_fields
    options = get_command(app).commands["export"].params  # type: ignore[attr-defined]
    assert f"--{name}" in {option for each in options for option in each.opts}


@pytest.mark.parametrize("name", GROUPS)
def test_every_value_is_understood_by_its_id_and_by_its_label(name: str) -> None:
    """A link written by hand works as well as one that was copied."""
    group, ids = GROUPS[name], SNAPSHOT.index.column(name).ids
    reader = group.reader(SNAPSHOT.reference, ids)
    assert ids
    for value in ids:
        assert reader(value) == value
        assert reader(group.label(SNAPSHOT.reference, value).upper()) == value
    assert reader("no such value") is None


def test_a_filter_on_a_stored_column_is_a_row_and_a_field(
    borsetshire: Path,
) -> None:
    """What a maintainer adds in one file can be asked for, is shown, and names the file."""
    copy = shutil.copytree(
        PROJECT / "src" / "regional_news", borsetshire / "code" / "regional_news"
    )
    groups = copy / "query" / "groups.py"
    text = groups.read_text(encoding="utf-8")
    row = 'Group("issue", "issues", "issue", title="Issue", says="in {}", spoken=4),\n'
    field = "    issues: tuple[str, ...] = ()\n"
    assert text.count(row) == text.count(field) == 1
    new = '            Group("source", "sources", "source_title", title="Source", says="by {}"),\n'
    text = text.replace(row, row + new)
    groups.write_text(text.replace(field, f"{field}    sources: tuple[str, ...] = ()\n"), "utf-8")
    with (borsetshire / "regional_news.csv").open("a", encoding="utf-8") as file:
        for title in ("The Echo", "The Bugle"):
            file.write(f",One,2023,London,{title} says,{title}.,Ambridge,,iot_sensors,{title},\n")
    program = (
        "from regional_news.settings import settings\n"
        "from regional_news.api.parameters import AskedFilter\n"
        "from regional_news.snapshot.snapshot import open_snapshot\n"
        "from regional_news.exports import download\n"
        "assert 'source' in AskedFilter.model_fields\n"
        "snapshot = open_snapshot(settings().data)\n"
        "view = snapshot.view(snapshot.filters.read({'source': ['the echo']}).wanted)\n"
        "print(view.title, *view.frame['headline'], view.facet('source'), sep='|')\n"
        "print(download(view, 'csv').file_name)\n"
        "from regional_news.cli import app\n"
        "app(['export', '--format', 'json', '--source', 'The Bugle'])\n"
    )
    environment = {"PYTHONPATH": str(copy.parent), "REGIONAL_NEWS_DATA": str(borsetshire)}
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    said, name, exported = run.stdout.split("\n", 2)
    counts = "{'The Echo': 1, 'The Bugle': 1}"
    assert said == f"Briefs by The Echo|The Echo says|{counts}"
    assert name.startswith("regional-news-the-echo-")
    assert [each["headline"] for each in json.loads(exported)] == ["The Bugle says"]
