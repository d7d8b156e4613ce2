"""No brief is lost, torn or doubled, whenever a save is killed and whoever else saves."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import IO

import pytest

from regional_news.store.files.journal import Journal

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SAVER = Path(__file__).with_name("saver.py")
KILLS = 200


def saved_briefs(folder: Path) -> list[tuple[str, str]]:
    """Return id and headline of every row; a torn row would lack cells."""
    with (folder / "regional_news.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return [(row["id"], row["headline"]) for row in rows]


def briefs_after(steps: int) -> list[tuple[str, str]]:
    """Return what the file holds after so many steps of the saver."""
    return [
        (f"b{number}", "Changed" if 2 * number + 1 < steps else "As it was")
        for number in range((steps + 1) // 2)
    ]


def told(output: IO[str], word: str) -> list[str]:
    """Return the lines of the saver up to one that begins with ``word``."""
    lines = []
    for line in output:
        lines.append(line.strip())
        if line.startswith(word):
            break
    return lines


def wait_for_a_save(folder: Path) -> None:
    """Return when a save writes the new file aside, or after a second."""
    aside = folder / ".regional_news.csv.new"
    end = time.monotonic() + 1
    while not aside.exists() and time.monotonic() < end:
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_a_killed_save_leaves_the_old_file_or_the_new_one(borsetshire: Path) -> None:
    """After each of 200 kills the file is whole, and the next start says which one it is."""
    choose = random.Random(20230425)  # noqa: S311  the same instants at every run, no secret
    notices = Counter[str]()
    steps = 0
    command = [sys.executable, str(SAVER), str(borsetshire), ""]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as saver:
        assert saver.stdin
        assert saver.stdout
        for round_ in range(KILLS):
            (borsetshire / ".regional_news.csv.new").unlink(missing_ok=True)
            saver.stdin.write(f"{steps}\n")
            lines = told(saver.stdout, "child")
            if round_ % 2:
                wait_for_a_save(borsetshire)
                time.sleep(choose.uniform(0, 0.002))
            else:
                time.sleep(choose.uniform(0, 0.1))
            os.kill(int(lines[-1].split()[1]), signal.SIGKILL)
            lines += told(saver.stdout, "gone")
            steps += sum(line.startswith("saved") for line in lines)

            notice = Journal(borsetshire).recover()
            found = saved_briefs(borsetshire)
            one_more = found == briefs_after(steps + 1)
            assert one_more or found == briefs_after(steps)
            if notice:
                assert ("is complete" if one_more else "nothing of it was kept") in notice
            notices[notice.partition(":")[0]] += 1
            steps += one_more
            assert saver.poll() is None
        saver.stdin.close()
    assert len(notices) > 1, "no kill fell into a save"
    assert steps, "no save was fast enough to be complete"
    assert len(Journal(borsetshire).changes()) == steps


def test_two_who_save_at_once_lose_nothing(borsetshire: Path) -> None:
    """Each adds 500 briefs, is refused whenever the other came first, and tries again."""
    writers = [
        subprocess.Popen([sys.executable, str(SAVER), str(borsetshire), "", name, "500"])
        for name in ("ann", "bob")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    ids = [brief_id for brief_id, _ in saved_briefs(borsetshire)]
    for name in ("ann", "bob"):
        assert [each for each in ids if each.startswith(name)] == [f"{name}{n}" for n in range(500)]
    assert len(ids) == 1000
