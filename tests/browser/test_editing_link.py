"""On one's own machine, whoever opens the link that the server printed may edit, nobody else."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from data_folders import copy_frozen
from playwright.sync_api import Browser, expect
from running_app import HOST, free_port, settle, start, stop, wait_until_it_answers

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
