"""Whether whoever runs the app can write what it must write, and whether the journal is one."""

from collections.abc import Iterator
from pathlib import Path

from regional_news.store.exported import JOURNAL, parts_of, strange_lines
from regional_news.store.sheets import FOLLOWERS, SHEETS
from regional_news.validation.finding import Finding, Severity

_MOST = 5
"""How many lines of the journal are named."""


def check_owners(folder: Path) -> Iterator[Finding]:
    """Yield each file of the store that belongs to somebody else than its folder does."""
    for path in (*(folder / name for name in (*SHEETS, FOLLOWERS, ".lock")), *parts_of(folder)):
        if path.exists() and path.stat().st_uid != folder.stat().st_uid:
            sentence = (
                "The file belongs to another user than the folder, so that saving may fail: "
                f"chown --reference={folder} {path}"
            )
            yield Finding(path.name, 0, sentence)


def check_journal(folder: Path) -> Iterator[Finding]:
    """Yield the lines of the journal that tell no change; they are passed over."""
    strange = strange_lines(folder)
    for name, line in strange[:_MOST]:
        yield Finding(name, line, "The line tells no change; it is passed over.", Severity.NOTE)
    if len(strange) > _MOST:
        sentence = f"{len(strange) - _MOST} more lines tell no change."
        yield Finding(JOURNAL, 0, sentence, Severity.NOTE)
