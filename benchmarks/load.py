"""Two replicas behind nginx under load, one of them killed midway: what is lost, and what it costs.

    python benchmarks/load.py [--sessions 100] [--turns 6] [--saves 40] [--briefs 25]
        [--store files|postgres]

Every reader opens a page over a socket and changes the filter again and again; two editors save
meanwhile. When half is done the first replica is killed, and later started again. Each page is
compared with what it should show, and what was saved with what is there at the end. Before that
it measures what pages and answers cost while nothing fails; with --sessions 0, that alone. Prints
one JSON object. Processor time is the measure that holds on a machine where other things run.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from answers import SECONDS, count_answers
from served import data_folder

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))

from crowd import VIEWS, Crowd, Reader, Tally, kept, load, outcome, save
from replicas import Replica, behind_nginx, running_replicas, with_briefs
from running_app import free_port
from running_postgres import RunningPostgres
from socket_session import signed_in

SECRET, EDITOR = "a secret that only this measurement knows", "editor@felpersham.example"

TURNS, REQUESTS, SAVES = 200, 1000, 5
"""How many pages, answers and saves are measured one after the other."""

CLIENTS = 64
"""How many ask the API at once: nginx closes a line after a thousand answers, so many that it
does not within the time."""

_SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "{secret}"
client_id = "regional-news"
client_secret = "any"
server_metadata_url = "http://127.0.0.1:9/nobody-signs-in-anew"
"""


@contextmanager
def service(folder: Path, briefs: int, store: str) -> Iterator[tuple[str, tuple[Replica, Replica]]]:
    """Run the two replicas with so many briefs; give nginx's address and them."""
    port, data = free_port(), data_folder(folder, briefs)
    secrets = folder / "secrets.toml"
    secrets.write_text(_SECRETS.format(port=port, secret=SECRET))
    rules = {
        "REGIONAL_NEWS_DATA": str(data),
        "REGIONAL_NEWS_EDITING": "staff",
        "REGIONAL_NEWS_STAFF": EDITOR,
        "STREAMLIT_SECRETS_FILES": str(secrets),
    }
    with ExitStack() as running:
        if store == "postgres":
            server = running.enter_context(RunningPostgres(folder / "postgres"))
            rules["REGIONAL_NEWS_STORE"] = with_briefs(server.database("briefs"), data)
        replicas = running.enter_context(running_replicas(folder, **rules))
        yield running.enter_context(behind_nginx(folder, replicas, port)), replicas


def spent(pid: int) -> float:
    """Return the seconds of processor time that a process has used."""
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Return the megabytes that a process holds in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def costs(address: str, replicas: tuple[Replica, Replica]) -> dict[str, Any]:
    """Return what a page and an answer cost the replicas, and how large they are."""
    pids = [replica.server.pid for replica in replicas]
    reader = Reader(address, Tally())
    for query in VIEWS * 2:
        reader.see(query)
    before, began = sum(map(spent, pids)), time.monotonic()
    for turn in range(TURNS):
        reader.see(VIEWS[turn % len(VIEWS)])
    page, pace = (sum(map(spent, pids)) - before) / TURNS, TURNS / (time.monotonic() - began)
    before, began = sum(map(spent, pids)), time.monotonic()
    ask(address, REQUESTS)
    answer, rate = (
        (sum(map(spent, pids)) - before) / REQUESTS,
        REQUESTS / (time.monotonic() - began),
    )
    crowd = count_answers(address, map(_asked, count()), CLIENTS) / SECONDS
    return {
        "processor ms a page": round(page * 1000, 1),
        "pages a second, one reader": round(pace, 1),
        "processor ms an answer of the API": round(answer * 1000, 2),
        "answers a second, one client": round(rate),
        f"answers a second, {CLIENTS} clients": round(crowd),
        "MB of a replica": round(max(map(memory, pids))),
    }


def lag(address: str, replicas: tuple[Replica, Replica]) -> float:
    """Return after how many seconds both replicas tell of a brief that a page says is saved."""
    tally = Tally()
    save(address, signed_in(address, EDITOR, SECRET), tally)
    began = time.monotonic()
    (word,) = tally.confirmed
    while not all(word in kept(replica) for replica in replicas):
        time.sleep(0.02)
    return time.monotonic() - began


def ask(address: str, times: int) -> None:
    """Ask the API for the newest briefs of a region so many times, over one connection."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    for turn in range(times):
        connection.request("GET", _asked(turn))
        answer = connection.getresponse()
        answer.read()
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"The API answered {answer.status}")
    connection.close()


def _asked(turn: int) -> str:
    return f"/api/v1/briefs?{VIEWS[turn % len(VIEWS)]}&limit=20"


def main() -> None:
    """Measure as the arguments say, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--saves", type=int, default=40)
    parser.add_argument("--briefs", type=int, default=25)
    parser.add_argument("--store", choices=("files", "postgres"), default="postgres")
    wanted = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # nothing is left running
    with tempfile.TemporaryDirectory(prefix="regional-news-load-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the database may have to run as another user
        with service(folder, wanted.briefs, wanted.store) as (address, replicas):
            told = vars(wanted) | costs(address, replicas)
            lags = [lag(address, replicas) for _ in range(SAVES)]
            told["seconds until both replicas tell of a save, median"] = round(median(lags), 2)
            told["seconds until both replicas tell of a save, longest"] = round(max(lags), 2)
            if wanted.sessions:
                editor = signed_in(address, EDITOR, SECRET)
                crowd = Crowd(wanted.sessions, wanted.turns, wanted.saves, editor)
                tally = load(address, replicas, crowd)
                told |= outcome(tally, replicas)
            told["MB of a replica at the end"] = round(memory(replicas[1].server.pid))
            told["load of the machine"] = round(os.getloadavg()[0], 1)
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
