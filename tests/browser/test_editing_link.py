"""On one's own machine, whoever opens the link that the server printed may edit, nobody else."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from data_folders import copy_frozen
from playwright.sync_api import Browser, expect
from running_app import HOST, free_port, settle, start, stop, wait_until_it_answers

from regional_news.auth import WORD_COOKIE
from regional_news.settings import PROJECT

LINK = re.compile(r"http://\S+/\?word=\S+")


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[str]:
    """Return what an app prints that was started as a person starts it."""
    data = copy_frozen(tmp_path / "data")
    rules = {"REGIONAL_NEWS_DATA": str(data), "REGIONAL_NEWS_EDITING": "open"}
    port, output = free_port(), tmp_path / "output.txt"
    server = start(port, os.environ | rules, output)
    try:
        wait_until_it_answers(f"http://{HOST}:{port}/_stcore/health", server, output)
        yield output.read_text()
    finally:
        stop(server)


def test_the_printed_link_lets_a_browser_edit_and_no_other(printed: str, browser: Browser) -> None:
    """The word leaves the address at once; another browser is told what to do."""
    (link,) = LINK.findall(printed)
    address = link.partition("/?")[0]
    editor, stranger = browser.new_page(), browser.new_page()
    editor.goto(link)
    settle(editor)
    assert "word" not in editor.url
    for page in (editor, stranger):
        page.goto(f"{address}/add_issue")
        settle(page)
    expect(editor.get_by_text("Or its text, pasted")).to_be_visible()
    expect(stranger.get_by_text("open the link that it prints")).to_be_visible()
    expect(stranger.get_by_text("Or its text, pasted")).to_have_count(0)
    editor.close()
    stranger.close()


def test_started_without_serve_it_asks_for_a_word_too(tmp_path: Path) -> None:
    """Streamlit's own command serves the same app."""
    data, output, port = copy_frozen(tmp_path / "data"), tmp_path / "output.txt", free_port()
    rules = {"REGIONAL_NEWS_DATA": str(data), "REGIONAL_NEWS_EDITING": "open"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", HOST]
    with output.open("wb") as printed:
        server = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=PROJECT,
            env=os.environ | rules,
            stdout=printed,
            stderr=printed,
        )
    upload = Request(f"http://{HOST}:{port}/_stcore/upload_file/a/b", b"x", method="PUT")
    try:
        wait_until_it_answers(f"http://{HOST}:{port}/_stcore/health", server, output)
        with pytest.raises(HTTPError, match="403"):
            urlopen(upload)  # noqa: S310  our own
        (word,) = re.findall(r"\?word=(\S+)", output.read_text())
        upload.add_header("Cookie", f"{WORD_COOKIE}={word}")
        with pytest.raises(HTTPError) as refused:
            urlopen(upload)  # noqa: S310  our own
        assert b"You may not add files" not in refused.value.read()
    finally:
        stop(server)
