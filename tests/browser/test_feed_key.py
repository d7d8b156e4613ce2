"""A member's feed address on a real server: whatever the server writes, the key is not in it."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from data_folders import PROJECT, copy_frozen
from running_app import HOST, free_port, stop, wait_until_it_answers
from tests.browser.identity_provider import COOKIE_SECRET

from regional_news.auth import feed_key, new_mark
from regional_news.store import FileStore

SERVED = """
from streamlit import config
config.set_option("secrets.files", ["secrets.toml"])
from app import app
"""
"""What uvicorn serves: it knows of no variable that names Streamlit's secrets."""

SECRETS = f'[auth]\ncookie_secret = "{COOKIE_SECRET}"\n'


def status(address: str) -> int:
    """Return how the server answers."""
    try:
        with urlopen(address) as answer:  # noqa: S310  our own address
            found: int = answer.status
            return found
    except HTTPError as refusal:
        return refusal.code


def test_no_key_is_in_what_a_server_writes(tmp_path: Path) -> None:
    """The server writes each request into its log, at its most talkative; the key is taken out."""
    data = copy_frozen(tmp_path / "data")
    (tmp_path / "secrets.toml").write_text(SECRETS, encoding="utf-8")
    (tmp_path / "served.py").write_text(SERVED, encoding="utf-8")
    mark = new_mark()
    FileStore(data).keep_follower("ann@felpersham.example", mark)
    key, gone = feed_key(mark, COOKIE_SECRET), feed_key(new_mark(), COOKIE_SECRET)
    environment = os.environ | {
        "REGIONAL_NEWS_DATA": str(data),
        "REGIONAL_NEWS_ACCESS": "members",
        "PYTHONPATH": os.pathsep.join((str(tmp_path), str(PROJECT))),
    }
    port, printed = free_port(), tmp_path / "printed.txt"
    command = [sys.executable, "-m", "uvicorn", "served:app", f"--port={port}", "--log-level=debug"]
    with printed.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=output, stderr=output
        )
    try:
        root = f"http://{HOST}:{port}"
        wait_until_it_answers(f"{root}/healthz", server, printed)
        assert status(f"{root}/feed.atom?region=wales&key={key}") == 200
        assert status(f"{root}/feed.atom/?key={gone}") == 403
        assert status(f"{root}/feed.atom?region=nowhere&key={key}") == 400
        for path in ("/latest", "/", "/_stcore/health", "/nothing"):
            status(f"{root}{path}?key={key}")
    finally:
        stop(server)
    written = printed.read_text(encoding="utf-8")
    assert "GET /feed.atom?region=wales HTTP" in written  # so it was asked, and written
    assert key not in written
    assert gone not in written
    assert COOKIE_SECRET not in written
