"""The command line keeps what it promises: shapes, exit codes, one line for an error."""

import json
import re
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from data_folders import copy_frozen
from typer.main import get_command
from typer.testing import CliRunner, Result

from regional_news import cli, exports
from regional_news.settings import PROJECT, settings
from regional_news.store import FileStore, open_store, store_at

Run = Callable[..., Result]

COMMANDS = get_command(cli.app).commands  # type: ignore[attr-defined]  # typer's group has them
COUNCIL = [
    *("id", "name", "gss_code", "role", "matched", "start", "end", "certainty", "probability"),
    *("lat", "lon"),
]

PAGE = """\
Nations and regions news

West Midlands

Felpersham City Council has fitted 400 bins with sensors that tell how full they are, which saves \
12 lorry journeys a week.

London

Ambridge Borough Council is to give laptops to 300 pupils who have none at home.
"""

SHEET = (
    "Title;Region;Council;Date;Colour;Text\n"
    "Felpersham counts bats;West Midlands;Felpersham City Council;04/2024;red;"
    "Felpersham City Council has counted bats with sensors.\n"
    "Ambridge’s laptops;London;Ambridge Borough Council;;;"
    "Ambridge Borough Council is to give laptops to 300 pupils.\n"
)


@pytest.fixture
def run(borsetshire: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Return what runs a command on the data of Borsetshire, from its folder."""
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(borsetshire))
    monkeypatch.chdir(borsetshire)
    settings.cache_clear()

    def run(*arguments: str, given: str = "") -> Result:
        return CliRunner().invoke(cli.app, arguments, input=given)

    yield run
    settings.cache_clear()


def refused(result: Result, status: int) -> str:
    """Return the one line in which a command was refused."""
    assert result.exit_code == status
    assert result.stdout == ""
    assert result.stderr.startswith("regional-news: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def lines(result: Result) -> list[dict[str, Any]]:
    """Return the objects that a command printed."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_find_answers_every_line(run: Run) -> None:
    """Councils have the promised keys, themes their evidence, and ids come back as they are."""
    given: list[dict[str, Any]] = [
        {
            "id": 7,
            "text": "Felpersham City Council has sensors.",
            "region": None,
            "published": None,
        },
        {"id": "b", "text": "Nothing here.", "region": "Narnia", "published": "soon"},
    ]
    text = "\n".join(json.dumps(line) for line in given)
    first, second = lines(run("find", "--jsonl", "-", given=text))
    (council,) = first["councils"]
    assert list(council) == COUNCIL
    assert (council["id"], council["role"], council["certainty"]) == (
        "felpersham",
        "subject",
        "exact",
    )
    assert given[0]["text"][council["start"] : council["end"]] == council["matched"]
    assert first["id"] == 7
    assert first["themes"] == [{"id": "iot_sensors", "evidence": ["sensors"]}]
    assert second == {"id": "b", "councils": [], "ambiguous": [], "suggested": [], "themes": []}


def test_find_tells_candidates_where_it_cannot_choose(run: Run) -> None:
    """A name that two councils share is in “ambiguous” and offered; the region settles it."""
    text = "Darrington council has sensors."
    given = f'{{"text": "{text}"}}\n\n{{"text": "{text}", "region": "West Midlands"}}'
    doubtful, settled = lines(run("find", "--jsonl", given=given))
    assert doubtful["councils"] == []
    (ambiguous,) = doubtful["ambiguous"]
    assert list(ambiguous) == ["role", "matched", "start", "end", "candidates"]
    assert [each["id"] for each in ambiguous["candidates"]] == [
        "darrington-on-am",
        "darrington-under-lakey",
    ]
    assert [each["id"] for each in doubtful["suggested"]] == [
        each["id"] for each in ambiguous["candidates"]
    ]
    assert [council["id"] for council in settled["councils"]] == ["darrington-on-am"]


def test_find_reads_plain_text_too(run: Run) -> None:
    """Without --jsonl the whole text is one text, and the answer is for people."""
    result = run("find", given="Felpersham City Council has sensors.")
    assert result.stdout.splitlines() == [
        "Felpersham City Council: Felpersham City Council (subject, exact)",
        "Sensors & IoT: sensors",
    ]


def test_resolve_answers_resolved_ambiguous_or_unknown(run: Run) -> None:
    """One council, the candidates, or none."""
    given = "\n".join(
        json.dumps({"id": str(n), "name": name})
        for n, name in enumerate(("Ambridge", "Darrington", "Grey Gables"))
    )
    answers = lines(run("resolve", "--jsonl", given=given))
    assert [answer["status"] for answer in answers] == ["resolved", "ambiguous", "unknown"]
    assert [len(answer["councils"]) for answer in answers] == [1, 2, 0]
    assert list(answers[0]["councils"][0]) == COUNCIL


def test_resolve_reads_a_name_a_line(run: Run) -> None:
    """Without --jsonl the answer is for people."""
    result = run("resolve", given="Ambridge\n\nGrey Gables\n")
    assert result.stdout == "Ambridge: Ambridge Borough Council\nGrey Gables: unknown\n"


def test_read_gives_the_briefs_of_all_pages(run: Run, borsetshire: Path) -> None:
    """Every brief has its region's name, text, headline, councils and themes."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    result = run("read", "page.txt", "page.txt", "--json")
    briefs = json.loads(result.stdout)
    assert len(briefs) == 4
    assert list(briefs[0]) == ["region", "text", "headline", "councils", "suggested", "themes"]
    assert [brief["region"] for brief in briefs[:2]] == ["West Midlands", "London"]
    assert briefs[1]["councils"][0]["id"] == "ambridge"
    assert "    Ambridge Borough Council" in run("read", "page.txt").stdout.splitlines()


def test_a_dry_run_saves_nothing(run: Run, borsetshire: Path) -> None:
    """The report is the same; the folder is as before."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    before = {path.name: path.read_bytes() for path in borsetshire.iterdir()}
    result = run("ingest", "page.txt", "--issue", "Echo 7", "--published", "2023-04", "--dry-run")
    assert result.stdout.splitlines()[0] == "2 to add."
    assert {path.name: path.read_bytes() for path in borsetshire.iterdir()} == before


def test_read_tells_what_was_left_out_and_takes_it_in(run: Run, borsetshire: Path) -> None:
    """The number of a paragraph chooses it; figures that no paragraph has choose nothing."""
    path = borsetshire / "page.txt"
    path.write_text(PAGE.replace("London", "Picture: bins of Felpersham at dawn\n\nLondon"))
    left = "- 4, left out, an advert, a credit or the like: Picture: bins of Felpersham at dawn"
    assert left in run("read", str(path)).stdout.splitlines()
    joined = json.loads(run("read", str(path), "--json", "--join", "4", "--join", "99").stdout)
    assert joined[0]["text"].endswith("a week. Picture: bins of Felpersham at dawn")
    assert len(json.loads(run("read", str(path), "--json", "--brief", "4").stdout)) == 3
    assert len(json.loads(run("read", str(path), "--json", "--leave-out", "3").stdout)) == 1
    assert run("read", str(path), str(path), "--join", "4").exit_code == 2


def test_a_page_without_briefs_is_told(run: Run, borsetshire: Path) -> None:
    """Silence could mean anything; the briefs of other pages are printed all the same."""
    empty, page = borsetshire / "empty.txt", borsetshire / "page.txt"
    empty.write_text("Nothing here is news of any council at all.")
    page.write_text(PAGE)
    result = run("read", "--json", str(empty), str(page))
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr.startswith(f"regional-news: {empty}: no brief was found")
    added = run("ingest", str(empty), "--issue", "Echo 7", "--published", "2023")
    assert added.exit_code == 1
    assert "no brief was found" in added.stderr


def test_a_brief_that_needs_a_headline_waits_for_it(run: Run, borsetshire: Path) -> None:
    """It is given by the number of the brief."""
    path = borsetshire / "page.txt"
    where = "of all libraries, halls and schools of the borough and of its neighbours in the west"
    path.write_text(f"London\n\nAmbridge Borough Council, on behalf {where}, has a plan.\n")
    command = ("ingest", str(path), "--issue", "Echo 7", "--published", "2023", "--dry-run")
    assert "+ 2, London: needs a headline" in run(*command).stdout
    headed = run(*command, "--headline", "2= Ambridge has  a plan")
    assert "+ 2, London: Ambridge has a plan (ambridge)" in headed.stdout
    assert run(*command, "--headline", "Ambridge").exit_code == 2


def test_ingest_adds_once_and_undo_takes_it_back(run: Run, borsetshire: Path) -> None:
    """The same page again adds nothing; undo leaves the bytes of before."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    briefs = borsetshire / "regional_news.csv"
    before = briefs.read_bytes()
    ingest = ["ingest", "page.txt", "--issue", "Echo 7", "--published", "2023", "--who", "Ann"]
    assert "Saved: Ann added 2 briefs to Echo 7 on " in run(*ingest).stdout
    added = briefs.read_bytes()
    again = run(*ingest).stdout.splitlines()
    assert (again[0], again[-1]) == ("0 to add, 2 already there.", "There is nothing to save.")
    assert briefs.read_bytes() == added
    assert (
        "Done: Bob took back ‘added 2 briefs to Echo 7’ (Ann, "
        in run("undo", "--who", "Bob").stdout
    )
    assert briefs.read_bytes() == before
    assert run("undo").stdout == "There is nothing to take back.\n"


@pytest.mark.parametrize(
    ("written", "stored"),
    [("04/2024", "2024-04"), ("April 2024", "2024-04"), ("25 April 2024", "2024-04-25")],
)
def test_a_date_is_taken_as_people_write_it(
    run: Run, borsetshire: Path, written: str, stored: str
) -> None:
    """As on the page in the app."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    run("ingest", "page.txt", "--issue", "Echo 7", "--published", written)
    added = (borsetshire / "regional_news.csv").read_text("utf-8").splitlines()[1:]
    assert [row.split(",")[2] for row in added] == [stored, stored]


def test_a_spreadsheet_goes_in_as_a_page_does(run: Run, borsetshire: Path) -> None:
    """What a row tells goes before what is said of all; what no column is for is told."""
    (borsetshire / "old.csv").write_bytes(SHEET.encode("cp1252"))
    command = ("ingest", "old.csv", "--issue", "Echo 7", "--published", "2023", "--who", "Ann")
    told = run(*command).stdout.splitlines()
    assert told[0] == "- the column “Colour” is left out"
    assert told[1] == "2 to add."
    assert told[2].startswith("+ 2, West Midlands: Felpersham counts bats (")
    assert told[3].startswith("+ 3, London: Ambridge’s laptops (")
    assert "Saved: Ann added 2 briefs to Echo 7 on " in told[-1]
    added = (borsetshire / "regional_news.csv").read_text("utf-8").splitlines()[1:]
    assert [row.split(",")[2] for row in added] == ["2024-04", "2023"]
    (borsetshire / "none.csv").write_text("Colour,Size\nred,1\n", encoding="utf-8")
    refusal = refused(run("ingest", "none.csv", "--issue", "E", "--published", "2023"), 2)
    assert "no column is called Text" in refusal


def test_history_lists_changes_and_undo_takes_back_the_one_that_is_named(run: Run) -> None:
    """Who, what and when, the newest first, the cells where they are asked for."""
    assert run("history").stdout == "Nothing was changed yet.\n"
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    run("ingest", "page.txt", "--issue", "Echo 7", "--published", "2023-04", "--who", "Ann")
    (line,) = run("history").stdout.splitlines()
    assert "  Ann added 2 briefs to Echo 7 on " in line
    assert "    issue: — → Echo 7" in run("history", "--rows").stdout.splitlines()
    run("undo", line.split()[0], "--who", "Bob")
    back, first = run("history").stdout.splitlines()
    assert "  Bob took back ‘added 2 briefs to Echo 7’ (Ann, " in back
    assert first == f"{line} (taken back)"
    assert "There is no change nonsense" in refused(run("undo", "nonsense"), 1)
    assert run("history", "--by", "bob").stdout.splitlines() == [back]
    assert run("history", "--since", "2023", "--by", "Ann").stdout.splitlines() == [first]
    assert run("history", "--until", "April 2023").stdout == "No change fits.\n"
    assert "could be" in refused(run("history", "--since", "Spring 2024"), 2)


def test_export_writes_what_the_filter_leaves(run: Run, borsetshire: Path) -> None:
    """To a file or to standard output; filters understand names as well as ids."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    run("ingest", "page.txt", "--issue", "Echo 7", "--published", "2023-04")
    filters = [("--region", "London"), ("--council", "Ambridge"), ("--q", "laptops")]
    for option, value in filters:
        result = run("export", "--format", "csv", option, value, "--since", "2023")
        assert result.stdout.count("Echo 7") == 1, option
    assert run("export", "--format", "csv", "--until", "2022").stdout.count("Echo 7") == 0
    run("export", "--format", "json", "-o", "out.json")
    assert (borsetshire / "out.json").read_text(encoding="utf-8").count("Echo 7") == 2


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_of_a_download_can_be_exported(
    run: Run, borsetshire: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line offers what the page offers."""
    outlines = PROJECT / "data" / "boundaries.geojson"
    (borsetshire / "boundaries.geojson").write_bytes(outlines.read_bytes())
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(borsetshire))
    settings.cache_clear()
    assert run("export", "--format", name, "-o", f"out.{name}").exit_code == 0
    assert (borsetshire / f"out.{name}").stat().st_size


def test_themes_are_listed_and_their_changes_told(run: Run, borsetshire: Path) -> None:
    """A brief whose stored themes differ from what the file gives is shown with the words."""
    (borsetshire / "page.txt").write_text(PAGE, encoding="utf-8")
    run("ingest", "page.txt", "--issue", "Echo 7", "--published", "2023-04")
    assert len(run("themes").stdout.splitlines()) == 20
    assert run("themes", "--diff").stdout == "0 briefs would change.\n"
    path = borsetshire / "regional_news.csv"
    text = path.read_text(encoding="utf-8").replace("iot_sensors", "cyber_security")
    path.write_text(text, encoding="utf-8")
    changes = run("themes", "--diff").stdout.splitlines()
    assert changes[1].startswith("    + Sensors & IoT (")
    assert changes[2:] == ["    - Cyber security", "1 brief would change."]


def test_check_tells_the_line_and_fails(run: Run, borsetshire: Path) -> None:
    """A row that is wrong is told on standard error with file and line."""
    copy_frozen(borsetshire)
    assert run("check").exit_code == 0
    with (borsetshire / "regional_news.csv").open("a", encoding="utf-8") as file:
        file.write("x,Echo 7,someday,Wales,Head,Said,Cardiff Council,,iot_sensors,,\n")
    result = run("check")
    assert result.exit_code == 1
    assert re.search(r"regional_news\.csv, line \d+: .*“someday”", result.stderr)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing command"),
        (("fnid",), "No such command 'fnid'"),
        (("read",), "Missing argument"),
        (("read", "none.html"), "none.html cannot be read (No such file or directory)"),
        (("read", "empty.txt"), "This file is empty"),
        (("find", "--jsonl", "bad.jsonl"), "bad.jsonl, line 2 is not a JSON object with “text”"),
        (("find", "latin.txt"), "latin.txt is not UTF-8"),
        (("export", "--format", "doc"), "There is no format “doc”; choose one of csv, xlsx"),
        (("export", "--format", "csv", "--region", "Narnia"), "region “Narnia”"),
        (("export", "--format", "csv", "--since", "soon"), "since “soon”"),
        (("ingest", "bad.jsonl", "--issue", "7", "--published", "soon"), "“soon” is not a date"),
        (
            ("ingest", "bad.jsonl", "--issue", "7", "--published", "Spring 2024"),
            "“Spring 2024” could be March 2024 or April 2024 or May 2024 or 2024",
        ),
    ],
)
def test_bad_usage_or_input_is_one_line_and_2(
    run: Run, borsetshire: Path, arguments: tuple[str, ...], told: str
) -> None:
    """What is wrong, on standard error; nothing on standard output."""
    (borsetshire / "empty.txt").write_bytes(b"")
    (borsetshire / "latin.txt").write_bytes("M\xf4n".encode("latin-1"))
    (borsetshire / "bad.jsonl").write_text('\n{"id": 1}\n', encoding="utf-8")
    assert told in refused(run(*arguments), 2)


def test_a_missing_data_file_is_one_line_and_2(run: Run, borsetshire: Path) -> None:
    """The message names the file."""
    (borsetshire / "themes.toml").unlink()
    assert "themes.toml" in refused(run("find", given="Ambridge"), 2)


def test_a_file_that_cannot_be_written_is_one_line_and_1(run: Run) -> None:
    """Nothing was wrong with the command; the disk said no."""
    refused(run("export", "--format", "csv", "-o", "no/such/folder.csv"), 1)


def test_serve_says_what_to_do_where_the_port_is_taken(run: Run) -> None:
    """No traceback, and no second app on another port that nobody asked for."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = refused(run("serve", "--port", str(port), "--address", "127.0.0.1"), 2)
    assert f"Port {port} is taken" in told
    assert f"--port {port + 1}" in told


def test_serve_takes_the_port_of_a_server_that_was_killed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Connections that it left behind linger for a minute; a restart does not wait for them."""
    monkeypatch.setattr(runpy, "run_module", lambda *_, **__: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "argv", [])
    with socket.create_server(("127.0.0.1", 0)) as killed:
        port = killed.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            killed.accept()[0].close()
    assert run("serve", "--port", str(port), "--address", "127.0.0.1").exit_code == 0


def test_serve_starts_streamlit_in_the_project(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Port and address are handed on; a signal to stop ends the process without an error."""
    started: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.setattr(
        runpy, "run_module", lambda name, **_: started.extend((name, Path.cwd(), *sys.argv[1:]))
    )
    assert run("serve", "--port", "8600", "--address", "::1").exit_code == 0
    assert started == [
        "streamlit",
        PROJECT,
        "run",
        "app.py",
        "--server.port=8600",
        "--server.address=::1",
    ]


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["--help"], ["streamlit", "folium", "pandas", "pydantic", "geopy", "rich", "pyarrow"]),
        (["find"], ["streamlit", "folium", "pandas", "geopy", "rich", "pyarrow"]),
        (["resolve"], ["streamlit", "folium", "pandas", "geopy", "rich", "pyarrow"]),
        (["read", "/dev/null"], ["streamlit", "folium", "pandas", "geopy", "rich", "pyarrow"]),
    ],
    ids=lambda value: value[0],
)
def test_a_command_imports_no_more_than_it_needs(arguments: list[str], spared: list[str]) -> None:
    """Whoever asks for help or reads a text does not wait for tables and maps."""
    program = (
        "import sys, regional_news.cli as cli\n"
        "try:\n    cli.app(sys.argv[1:])\n"
        "finally:\n    print('LOADED', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input="Ambridge",
        capture_output=True,
        text=True,
        check=False,
    )
    loaded = done.stdout.partition("LOADED")[2].split()
    assert "regional_news.cli" in loaded
    assert not set(spared) & set(loaded)


def documented() -> dict[str, str]:
    """Return the section of docs/command-line.md on each command."""
    text = (PROJECT / "docs" / "command-line.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {section.partition("\n")[0]: section for section in sections}


def test_every_command_is_documented_and_no_other() -> None:
    """A section for each command, none for a command that there is not."""
    assert documented().keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_and_no_other(name: str) -> None:
    """The documentation of a command and its --help name the same options."""
    command = COMMANDS[name]
    options = {
        option
        for each in (command, *getattr(command, "commands", {}).values())
        for parameter in each.params
        for option in parameter.opts
        if option.startswith("-")
    }
    section = re.sub(r"```.*?```", "", documented()[name], flags=re.DOTALL)
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section)) == options


def test_a_database_serves_every_command(
    run: Run, borsetshire: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied to, added to, checked, exported and taken back without a look at the files' briefs."""
    page = borsetshire / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with (borsetshire / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("The Am,ambridge,2023-04-25,Ann\n")
    copied = run("store", "copy", str(borsetshire), database)
    assert copied.exit_code == 0, copied.output
    assert "aliases.csv: 1 alike, SHA-256 " in copied.output
    assert "not empty" in refused(run("store", "copy", str(borsetshire), database), 1)

    for name in ("regional_news.csv", "aliases.csv"):
        (borsetshire / name).unlink()
    monkeypatch.setenv("REGIONAL_NEWS_STORE", database)
    settings.cache_clear()
    assert "Saved: " in run("ingest", str(page), "--issue", "E", "--published", "2023").output
    assert "Felpersham City Council" in run("export", "--format", "csv").output
    assert "Ambridge Borough Council" in run("resolve", given="The Am").output
    assert "The file is missing" not in run("check").output
    assert "took back" in run("undo").output
    assert "Felpersham" not in run("export", "--format", "csv").output
    for store in (store_at(database), open_store(database, borsetshire)):
        store.close()


def test_a_council_is_created_after_a_plain_summary(run: Run) -> None:
    """The summary comes first; nothing is written before somebody says so."""
    path = settings().data / "councils.csv"
    before = path.read_bytes()
    arguments = ["councils", "create", "Greater Felpersham Council", "--from", "felpersham"]
    arguments += ["--from", "borsetshire", "--on", "2029-04-01", "--legislation", "An Order"]

    told = run(*arguments, "--dry-run").stdout
    assert "Felpersham City Council will end on 31 March 2029 and be replaced by it." in told
    assert told.endswith("Nothing is written: this was a dry run.\n")
    assert run(*arguments, given="n\n").stdout.endswith("Nothing is written.\n")
    assert path.read_bytes() == before

    assert "Written." in run(*arguments, "--yes").stdout
    named = lines(run("resolve", "--jsonl", "-", given='{"id": 1, "name": "Greater Felpersham"}'))
    assert named[0]["councils"][0]["id"] == "greater-felpersham"
    assert "already" in refused(run(*arguments, "--yes"), 2)
    assert "is not a date" in run(*arguments[:-3], "soon", *arguments[-2:]).stderr


def test_a_members_feed_addresses_are_stopped(run: Run) -> None:
    """By their e-mail address, in any capitals; who has none is told of."""
    assert "Nobody has a feed address." in run("feeds", "list").stdout
    FileStore(settings().data).keep_follower("ann@felpersham.example", "a mark")
    assert run("feeds", "list").stdout == "ann@felpersham.example\n"
    assert "have stopped" in run("feeds", "stop", " Ann@felpersham.example").stdout
    assert "has no feed address" in refused(run("feeds", "stop", "ann@felpersham.example"), 2)
    assert FileStore(settings().data).followers() == {}
