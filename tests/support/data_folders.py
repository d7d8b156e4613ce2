"""The data folders that tests and pictures are made with, and copies of them to write to.

``FROZEN`` has 25 briefs and stays as it is; ``ARCHIVE`` has 442 invented briefs of 34 issues, and
lacks what it shares with others: take a copy. ``SHIPPED`` is what the project ships, and changes.
"""

import os
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHIPPED = Path(os.environ.get("DATA_UNDER_TEST", PROJECT / "data"))
FROZEN = PROJECT / "tests" / "fixtures" / "data"
ARCHIVE = PROJECT / "tests" / "fixtures" / "archive"

_OURS = shutil.ignore_patterns("journal*", ".*")
"""What a data folder that is in use holds beside the data."""


def copy_frozen(folder: Path) -> Path:
    """Return ``folder`` with a copy of the frozen data in it, for example 25 briefs."""
    return shutil.copytree(FROZEN, folder, ignore=_OURS, dirs_exist_ok=True)


def copy_archive(folder: Path, rest: Path = FROZEN) -> Path:
    """Return ``folder`` with a copy of the archive; all but its briefs and notice from ``rest``."""
    shutil.copytree(rest, folder, ignore=_OURS, dirs_exist_ok=True)
    return shutil.copytree(ARCHIVE, folder, ignore=_OURS, dirs_exist_ok=True)
