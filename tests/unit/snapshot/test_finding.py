"""What is found in texts beside the server."""

from collections.abc import Callable
from functools import partial
from threading import BoundedSemaphore

import pytest

from regional_news import worker
from regional_news.errors import UnreadablePage
from regional_news.snapshot import finding


@pytest.mark.parametrize("find", [partial(finding.offered, []), finding.named_first])
def test_a_page_waits_for_no_busy_machine(
    monkeypatch: pytest.MonkeyPatch, find: Callable[[], object]
) -> None:
    """Others may have long pages looked through; Review does without."""
    busy = BoundedSemaphore()
    busy.acquire()
    monkeypatch.setattr(worker, "_AT_ONCE", busy)
    monkeypatch.setattr(finding, "_PATIENCE", 0)
    with pytest.raises(UnreadablePage):
        find()
