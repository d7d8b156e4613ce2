"""A data folder with councils that exist on the wireless only, so that its tests never age."""

import csv
import shutil
from pathlib import Path

import pytest
from data_folders import FROZEN

from regional_news.table.schema import FILE_COLUMNS

_COLUMNS = (FROZEN / "councils.csv").read_text(encoding="utf-8").splitlines()[0].split(",")

_COUNCILS = (
    ("borsetshire", "Borsetshire County Council", "Borsetshire", "county council", "West Midlands"),
    ("felpersham", "Felpersham City Council", "Felpersham", "unitary authority", "West Midlands"),
    ("ambridge", "Ambridge Borough Council", "Ambridge", "non-metropolitan district", "London"),
    (
        "darrington-on-am",
        "Darrington-on-Am Borough Council",
        "Darrington-on-Am",
        "non-metropolitan district",
        "West Midlands",
    ),
    (
        "darrington-under-lakey",
        "Darrington-under-Lakey District Council",
        "Darrington-under-Lakey",
        "non-metropolitan district",
        "East Midlands",
    ),
)


@pytest.fixture
def borsetshire(tmp_path: Path) -> Path:
    """Return a data folder with five fictional councils, the project's themes and no brief."""
    with (tmp_path / "councils.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, restval="")
        writer.writeheader()
        for council_id, name, short_name, kind, region in _COUNCILS:
            place = {"id": council_id, "name": name, "short_name": short_name, "type": kind}
            point = {"nation": "England", "region": region, "lat": "52.3", "lon": "-2.0"}
            writer.writerow({**place, **point, "status": "current"})
    for name in ("regions.toml", "themes.toml"):
        shutil.copy(FROZEN / name, tmp_path)
    (tmp_path / "aliases.csv").write_text("alias,council,since,by\n", encoding="utf-8")
    header = ",".join(FILE_COLUMNS) + "\n"
    (tmp_path / "regional_news.csv").write_text(header, encoding="utf-8")
    return tmp_path
