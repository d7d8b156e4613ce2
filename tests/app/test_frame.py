"""What stands around every page: who is signed in, who may edit, the view taken away."""

from collections.abc import Callable

import pytest
from tests.app.conftest import Opened

from regional_news.auth import Person
from regional_news.settings import settings
from regional_news.ui.session import sign_in

Open = Callable[..., Opened]

BANNER = ":material/lock_open: Editing is open to everybody at this machine."


def order(page: Opened) -> list[str]:
    """Return what stands on a page from top to bottom: the title, the banner, anything else."""
    said = {BANNER: "banner"} | {title.value: "title" for title in page.test.title}
    return [said.get(str(getattr(each, "value", "")), "else") for each in page.test.main]


@pytest.mark.usefixtures("own_machine")
@pytest.mark.parametrize("name", ["add_issue", "review"])
def test_editors_are_told_first_that_editing_is_open(open_page: Open, name: str) -> None:
    """Where briefs are changed, it stands above the title."""
    said = order(open_page(name))
    assert said.index("banner") < said.index("title")


@pytest.mark.usefixtures("own_machine")
@pytest.mark.parametrize("name", ["explore", "councils", "about"])
def test_readers_are_told_last_that_editing_is_open(open_page: Open, name: str) -> None:
    """Where briefs are read, it stands beneath all else."""
    said = order(open_page(name))
    assert said.count("banner") == 1
    assert said[-1] == "banner"


def test_an_address_is_shown_as_it_is_written(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a provider says is text, not Markdown."""
    somebody = Person("![x](y)*a*@b.example", verified=True)
    monkeypatch.setattr(sign_in, "_has_provider", lambda: True)
    monkeypatch.setattr(sign_in, "person", lambda: somebody)
    (caption,) = (each.value for each in open_page("about").test.caption)
    assert caption == r"Signed in as \!\[x\]\(y\)\*a\*\@b\.example"


@pytest.mark.usefixtures("own_machine")
def test_who_could_edit_before_a_restart_is_told_what_to_do(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has another word; who never had one reads on undisturbed."""
    monkeypatch.setenv("REGIONAL_NEWS_WORD", "badger")
    settings.cache_clear()
    monkeypatch.setattr(sign_in, "_word", lambda: "")
    assert "Editing has ended here" not in open_page().words
    monkeypatch.setattr(sign_in, "_word", lambda: "otter")
    told = open_page("add_issue").words
    assert "Editing has ended here, since the server was started anew." in told
    assert "open the link that it printed" in told
    monkeypatch.setattr(sign_in, "_word", lambda: "badger")
    assert "Editing has ended here" not in open_page().words


def test_the_ways_to_take_a_view_away_stand_in_one_place(open_page: Open) -> None:
    """Once opened, the addresses are there without another click."""
    page = open_page(region="wales")
    page.test.session_state["take-away"] = True
    page.test.run()
    (opened,) = (each for each in page.test.expander if each.label.startswith("Take these"))
    assert not opened.expander
    assert any(each.value.endswith("/feed.atom?region=wales") for each in opened.code)


@pytest.mark.parametrize("name", ["explore", "table", "coverage", "councils", "about"])
@pytest.mark.usefixtures("archive")
def test_invented_briefs_are_said_to_be_on_every_page(open_page: Open, name: str) -> None:
    """What the data folder's notice says stands where nobody overlooks it."""
    assert "Invented briefs, for trying the app out." in open_page(name).words


def test_a_data_folder_without_a_notice_says_nothing(open_page: Open) -> None:
    """There is no empty box."""
    assert not open_page().test.info


def test_each_page_names_whom_to_write_to(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the settings name somebody, at the same place everywhere; else nobody is named."""
    assert "Write to" not in open_page("about").words
    monkeypatch.setenv("REGIONAL_NEWS_CONTACT", "news@a.example")
    settings.cache_clear()
    for name in ("explore", "councils"):
        assert "Write to [news@a.example](mailto:news@a.example)." in open_page(name).words


@pytest.mark.usefixtures("own_machine")
def test_a_page_that_changes_the_data_has_no_filter(open_page: Open) -> None:
    """Its address says nothing that it does not show: neither its own, nor the links to it."""
    menu = {
        each["title"]: each["href"] for each in open_page(region="wales").drawn("site")["pages"]
    }
    assert menu["Table"] == "table?region=wales"
    assert menu["Add an issue"] == "add_issue"
    frame = open_page("add_issue", region="wales").drawn("frame")
    assert (frame["asked"], frame["canonical"]) == ("region=wales", "")
