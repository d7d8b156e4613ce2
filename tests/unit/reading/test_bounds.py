"""What is far more than an issue is refused in a sentence."""

import pytest

from regional_news import reading
from regional_news.errors import UnreadablePage
from regional_news.reading import read_page


def test_a_text_far_longer_than_an_issue_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be searched for councils for minutes."""
    monkeypatch.setattr(reading, "_MAX_CHARACTERS", 1_000)
    with pytest.raises(UnreadablePage, match="more than 1,000 characters of text"):
        read_page(b"Wales\n\n" + b"word " * 250)
    assert read_page(b"Wales\n\n" + b"word " * 150).paragraphs
