"""Ten thousand inputs that went wrong on the way: each is read or refused in a sentence.

The mutations are the same at every run. No input may end in anything but an answer or one of the
project's own errors, hang (the test's timeout) or make the process grow without bounds.
"""

import json
import random
import resource
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from data_folders import FROZEN
from starlette.testclient import TestClient
from tests.hostile import PAYLOADS

from regional_news.api.app import api
from regional_news.errors import RegionalNewsError
from regional_news.query.urls import KNOWN
from regional_news.reading import read_page
from regional_news.recognition.recogniser import Recogniser
from regional_news.settings import PROJECT
from regional_news.snapshot.cache import current_snapshot
from regional_news.snapshot.snapshot import Snapshot, open_snapshot
from regional_news.table.reader import TableReader

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

PAGES = PROJECT / "tests" / "fixtures" / "pages"
MOST_GROWTH = 400 << 20
"""Bytes by which a test may make the process grow."""

_BYTES = (b"\0", b"\xff\xfe", b"<", b"&", b'"', b"\r", b"\x1a", b"%%EOF", b"PK\x03\x04", b"]]>")
_TEXTS = ("\0", "\u202e", "\ufeff", "\ud7ff", "İ", "’", ";", '"', "\n", ",", " council", "(", "&")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return the snapshot of the project's data."""
    return open_snapshot(FROZEN)


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Fail the test that makes the process grow beyond bounds."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < MOST_GROWTH


def mutated(seeds: Sequence[str], amount: int) -> Iterator[str]:
    """Yield texts made of ``seeds`` by cutting, doubling, mixing and strewing in odd signs."""
    dice = random.Random(7)  # noqa: S311  the same chances at every run
    for _ in range(amount):
        text = dice.choice(seeds)
        for _ in range(dice.randint(1, 6)):
            at, to = sorted(dice.randint(0, len(text)) for _ in range(2))
            change = dice.randrange(5)
            if change == 0:
                text = text[:at] + text[to:]
            elif change == 1 and len(text) < 20_000:
                text = text[:to] + text[at:]
            elif change == 2:
                text = text[:at] + dice.choice((*_TEXTS, *PAYLOADS)) + text[at:]
            elif change == 3:
                text = text[:at] + text[at:to][::-1] + text[to:]
            else:
                text = text[:at] + dice.choice(seeds)[:200] + text[at:]
        yield text


def mutated_bytes(seeds: Sequence[bytes], amount: int) -> Iterator[bytes]:
    """Yield bytes made of ``seeds`` by cutting, flipping, doubling and strewing in marks."""
    dice = random.Random(8)  # noqa: S311  the same chances at every run
    for _ in range(amount):
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 8)):
            at, to = sorted(dice.randint(0, len(data)) for _ in range(2))
            change = dice.randrange(4)
            if change == 0:
                del data[at : min(to, at + dice.choice((1, 50, 5_000)))]
            elif change == 1 and data:
                data[min(at, len(data) - 1)] ^= 1 << dice.randrange(8)
            elif change == 2:
                data[at:at] = dice.choice(_BYTES) * dice.choice((1, 1, 300))
            else:
                data[at:at] = data[at : min(to, at + 2_000)]
        yield bytes(data)


def answered(act: Callable[[], object]) -> bool:
    """Return whether ``act`` gave an answer; refusals are errors of ours, in one sentence."""
    try:
        act()
    except RegionalNewsError as error:
        refusal = str(error)
    else:
        return True
    assert refusal
    assert "\n" not in refusal
    return False


def test_pages_are_read_or_refused() -> None:
    """Web pages, office documents, e-mails, PDFs and texts, damaged in every way."""
    # One PDF is enough: each costs a process.
    files = [*PAGES.glob("*.*"), *(each for each in PAGES.glob("*/*.*") if each.suffix != ".pdf")]
    seeds = [path.read_bytes() for path in sorted(files) if path.suffix != ".md"]
    seeds += [b"<div>" * 3_000 + b"Wales", "\n\n".join(PAYLOADS).encode()]
    # Reading all kinds of them costs the most, so that they are the fewest.
    outcomes = [answered(lambda d=data: read_page(d)) for data in mutated_bytes(seeds, 400)]  # type: ignore[misc]
    assert any(outcomes)
    assert not all(outcomes)


def test_councils_are_found_or_not(snapshot: Snapshot) -> None:
    """Prose of every kind gives mentions whose spans lie in the text and do not overlap."""
    finder = Recogniser(snapshot.gazetteer)
    seeds = [*snapshot.index.frame["summary"], *PAYLOADS]
    for text in mutated(seeds, 3_600):
        end = 0
        for mention in finder.find(text):
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end


def test_names_are_resolved_or_not(snapshot: Snapshot) -> None:
    """Whatever is given as a name has one of three answers."""
    seeds = [name for council in snapshot.gazetteer for name in council.all_names][::5]
    kinds = {type(snapshot.resolver.resolve(name)).__name__ for name in mutated(seeds, 3_500)}
    assert kinds == {"Resolved", "Ambiguous", "Unknown"}


def test_files_of_briefs_are_read_or_refused(snapshot: Snapshot) -> None:
    """A damaged file gives its rows with what is wrong, or one sentence."""
    reader = TableReader(snapshot.reference)
    whole = (FROZEN / "regional_news.csv").read_text(encoding="utf-8")
    seeds = [whole[: len(whole) // 4], whole[: len(whole) // 3]]
    outcomes = [
        answered(lambda t=text: reader.parse(t.encode("utf-8", "surrogatepass")))
        for text in mutated(seeds, 500)
    ]  # type: ignore[misc]
    assert any(outcomes)
    assert not all(outcomes)


def test_filters_are_read_and_what_is_odd_is_told(snapshot: Snapshot) -> None:
    """Any address makes a view; what nothing answers to is named."""
    values = list(mutated(["wales", "cardiff", "iot_sensors", "2023-04", "sensors", "1"], 1_000))
    dice = random.Random(9)  # noqa: S311  the same chances at every run
    for value in values:
        read = snapshot.filters.read({dice.choice(sorted(KNOWN)): [value], "q": [value[:200]]})
        assert snapshot.view(read.wanted).title


def test_the_api_answers_or_refuses(snapshot: Snapshot) -> None:
    """Any request to the API is answered, or refused with a problem; none fails."""
    api.dependency_overrides[current_snapshot] = lambda: snapshot
    dice = random.Random(10)  # noqa: S311  the same chances at every run
    paths = ["briefs", "briefs/x", "councils/x", "resolve", "coverage", "../feed.atom"]
    names = ("region", "theme", "council", "issue", "q", "since", "limit", "offset", "name", "on")
    try:
        client = TestClient(api, raise_server_exceptions=True)
        for value in mutated(["wales", "cardiff", "2023-04", "10", "json", "-1", "9" * 40], 1_000):
            asked = f"{dice.choice(names)}={quote(value[:300])}&{dice.choice(names)}=x"
            answer = client.get(f"/api/v1/{dice.choice(paths)}?{asked}")
            assert answer.status_code in {200, 400, 404}, asked
            if answer.status_code != 200:
                assert json.loads(answer.content)["detail"]
    finally:
        api.dependency_overrides.clear()


def test_a_file_name_is_never_a_path(tmp_path: Path) -> None:
    """A name that would lead elsewhere is looked at for its ending alone."""
    (tmp_path / "secret.txt").write_text("Wales\n\nCardiff Council keeps this to itself.")
    for name in (
        "../../etc/passwd",
        str(tmp_path / "secret.txt"),
        "C:\\x.txt",
        "\0.txt",
        "a" * 999,
    ):
        page = read_page(b"Wales\n\nCardiff Council tells this to all.", filename=name)
        assert "tells this" in page.paragraphs[-1].text
