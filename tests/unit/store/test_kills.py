"""No brief is lost, torn or doubled, whenever a save is killed and whoever else saves."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import IO

import psycopg
import pytest
from tests.unit.store.places import Place, eventually

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
        time.sleep(0.0001)


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


def saved_rows(connection: psycopg.Connection) -> list[tuple[str, str]]:
    """Return id and headline of every row once the killed process's connections are gone."""
    others = "select count(*) from pg_stat_activity where datname = current_database()"
    eventually(lambda: connection.execute(others).fetchone() == (1,))
    return connection.execute("select id, headline from briefs order by place").fetchall()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_a_killed_save_leaves_the_database_before_it_or_after_it(
    borsetshire: Path, database: str
) -> None:
    """After each of 200 kills rows, journal and version tell of the same saves."""
    choose = random.Random(20230425)  # noqa: S311  the same instants at every run, no secret
    steps = 0
    command = [sys.executable, str(SAVER), str(borsetshire), database]
    with (
        psycopg.connect(database, autocommit=True) as connection,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        ) as saver,
    ):
        assert saver.stdin
        assert saver.stdout
        for round_ in range(KILLS):
            saver.stdin.write(f"{steps}\n")
            lines = told(saver.stdout, "child")
            child = int(lines[-1].split()[1])
            if round_ % 2:
                lines += told(saver.stdout, "saved")
            time.sleep(choose.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            lines += told(saver.stdout, "gone")
            steps += sum(line.startswith("saved") for line in lines)

            found = saved_rows(connection)
            one_more = found == briefs_after(steps + 1)
            assert one_more or found == briefs_after(steps)
            steps += one_more
            told_changes = connection.execute('select "old", "new" from journal order by place')
            versions = told_changes.fetchall()
            assert len(versions) == steps
            assert all(one[1] == two[0] for one, two in pairwise(versions))
            (token,) = connection.execute("select token from state").fetchone() or ("",)
            assert not versions or versions[-1][1] == token.hex
            assert saver.poll() is None
        saver.stdin.close()
    assert steps >= KILLS / 2


def test_two_who_save_at_once_lose_nothing(place: Place) -> None:
    """Each adds 500 briefs, is refused whenever the other came first, and tries again."""
    amount = 500
    writers = [
        subprocess.Popen(
            [sys.executable, str(SAVER), str(place.folder), place.address, name, str(amount)],
            stdout=subprocess.DEVNULL,
        )
        for name in ("ann", "bob")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    ids = [row[0] for row in place.rows("regional_news.csv")]
    for name in ("ann", "bob"):
        own = [each for each in ids if each.startswith(name)]
        assert own == [f"{name}{number}" for number in range(amount)]
    assert len(ids) == 2 * amount


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_nothing_confirmed_is_lost_where_one_is_killed_and_another_saves(
    place: Place, tmp_path: Path
) -> None:
    """Ann is killed 200 times while Bob saves all the time: every confirmed brief is there once.

    Each is refused whenever the other came first, and tries again; what each saved is in order.
    """
    choose = random.Random(20230425)  # noqa: S311  the same instants at every run, no secret
    command = [sys.executable, str(SAVER), str(place.folder), place.address]
    told_by_bob, confirmed = tmp_path / "bob", 0
    with (
        told_by_bob.open("w") as output,
        subprocess.Popen([*command, "bob", "1000000"], stdout=output) as bob,
        subprocess.Popen(
            [*command, "ann"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        ) as ann,
    ):
        assert ann.stdin
        assert ann.stdout
        for round_ in range(KILLS):
            ann.stdin.write(f"{confirmed}\n")
            lines = told(ann.stdout, "child")
            child = int(lines[-1].split()[1])
            if round_ % 2:
                lines += told(ann.stdout, "saved")
            time.sleep(choose.uniform(0, 0.03))
            os.kill(child, signal.SIGKILL)
            lines += told(ann.stdout, "gone")
            confirmed += sum(line.startswith("saved") for line in lines)
            assert ann.poll() is bob.poll() is None
        ann.stdin.close()
        bob.kill()
    saved_by_bob = told_by_bob.read_text().count("\n")
    ids = [row[0] for row in place.rows("regional_news.csv")]
    for name, least in (("ann", confirmed), ("bob", saved_by_bob)):
        own = [each for each in ids if each.startswith(name)]
        assert own in [[f"{name}{n}" for n in range(end)] for end in (least, least + 1)]
    assert confirmed >= KILLS / 2
    assert saved_by_bob, "nobody else saved"
