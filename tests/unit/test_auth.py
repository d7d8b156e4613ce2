"""Who may read and who may edit, whatever the settings say and the provider confirms."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from regional_news.auth import Person, Rules, is_local
from regional_news.settings import Settings

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
STAFF = Rules(editing="staff", staff=("editor@felpersham.example", "socitm.net"))


def signed_in(email: str, *, verified: bool = True, hours_ago: float = 1) -> Person:
    """Return somebody whom the provider signed in."""
    return Person(email, verified, NOW - timedelta(hours=hours_ago))


def claims(**changes: Any) -> dict[str, Any]:
    """Return what a provider says of somebody, as Streamlit keeps it."""
    said = {"is_logged_in": True, "sub": "1", "email": "a@b.example", "email_verified": True}
    return {**said, "iat": NOW.timestamp(), **changes}


def test_claims_become_a_person() -> None:
    """Address, whether it is verified, and when the person signed in are taken over."""
    assert Person.from_claims(claims()) == Person("a@b.example", verified=True, since=NOW)


@pytest.mark.parametrize(
    "said",
    [{}, {"is_logged_in": False}, claims(is_logged_in="yes"), claims(sub=""), claims(sub=None)],
)
def test_claims_of_nobody_are_no_person(said: dict[str, Any]) -> None:
    """Whoever the provider did not sign in is nobody."""
    assert Person.from_claims(said) is None


@pytest.mark.parametrize("said", [False, None, "true", "false", 1, "yes"])
def test_only_true_is_verified(said: Any) -> None:
    """A provider that says anything but true leaves the address unverified."""
    person = Person.from_claims(claims(email_verified=said))
    assert person
    assert not person.verified


def test_a_sign_in_without_its_time_has_expired() -> None:
    """Nothing is known to be recent."""
    person = Person.from_claims(claims(iat=None))
    assert person
    assert not STAFF.may_edit(person, local=False, now=NOW)


@pytest.mark.parametrize(
    "email", ["editor@felpersham.example", "Editor@Felpersham.EXAMPLE", "anybody@socitm.net"]
)
def test_listed_addresses_and_domains_may_edit(email: str) -> None:
    """An address or its domain is on the list, whatever its capitals."""
    assert STAFF.may_edit(signed_in(email), local=False, now=NOW)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "socitm.net",
        "@",
        "reader@felpersham.example",
        "editor@felpersham.example.example",
        "a@socitm.net.example",
        "a@notsocitm.net",
        "a@sub.socitm.net",
        "a@socitm.net@evil.example",
        "a@evil.example@socitm.net",
        "socitm.net@evil.example",
        "a@ſocitm.net",
        "a@socitm.net.",
        "a@socıtm.net",
    ],
)
def test_look_alikes_may_not_edit(email: str) -> None:
    """Domains that begin, end or look like a listed one are other domains."""
    assert not STAFF.may_edit(signed_in(email), local=True, now=NOW)


def test_unverified_addresses_may_not_edit() -> None:
    """Anybody can tell a provider any address."""
    stranger = signed_in("a@socitm.net", verified=False)
    assert not STAFF.may_edit(stranger, local=False, now=NOW)


def test_an_expired_sign_in_may_not_edit_nor_read() -> None:
    """After the hours of a session a person signs in again."""
    rules = Rules(access="members", editing="staff", staff=("socitm.net",))
    fresh, stale = (signed_in("a@socitm.net", hours_ago=hours) for hours in (11.9, 12.1))
    assert rules.may_edit(fresh, local=False, now=NOW)
    assert rules.may_read(fresh, now=NOW)
    assert not rules.may_edit(stale, local=False, now=NOW)
    assert not rules.may_read(stale, now=NOW)


def test_nobody_edits_where_editing_is_off() -> None:
    """The default admits not even staff at the machine itself."""
    rules = Rules(staff=("socitm.net",))
    assert not rules.may_edit(signed_in("a@socitm.net"), local=True, now=NOW)


def test_open_editing_is_for_this_machine_alone() -> None:
    """Whoever sits at the machine may edit, nobody else, signed in or not."""
    rules = Rules(editing="open", staff=("socitm.net",))
    assert rules.may_edit(None, local=True)
    assert not rules.may_edit(None, local=False)
    assert not rules.may_edit(signed_in("a@socitm.net"), local=False, now=NOW)


def test_staff_that_nobody_is_on_admits_nobody() -> None:
    """An empty list, or an empty entry in one, matches nobody."""
    for staff in ((), ("",), ("@",)):
        rules = Rules(editing="staff", staff=staff)
        assert not rules.may_edit(signed_in("a@socitm.net"), local=True, now=NOW)
        assert not rules.may_edit(signed_in("a@"), local=True, now=NOW)


def test_everybody_reads_where_access_is_public() -> None:
    """The default asks nobody who they are."""
    assert Rules().may_read(None)


def test_members_are_who_signs_in_or_who_is_listed() -> None:
    """Without a list everybody signed in reads; with one, those on it and the staff."""
    person = signed_in("a@felpersham.example", verified=False)
    assert Rules(access="members").may_read(person, now=NOW)
    assert not Rules(access="members").may_read(None, now=NOW)
    listed = Rules(access="members", members=("felpersham.example",), staff=("socitm.net",))
    assert not listed.may_read(person, now=NOW)
    assert listed.may_read(signed_in("a@felpersham.example"), now=NOW)
    assert listed.may_read(signed_in("a@socitm.net"), now=NOW)
    assert not listed.may_read(signed_in("a@borsetshire.example"), now=NOW)


def test_tokens_are_known_in_full() -> None:
    """A part of a token, a longer one or none is not known."""
    rules = Rules(tokens=("first-token", "zweites-tökén"))
    assert rules.knows_token("first-token")
    assert rules.knows_token("zweites-tökén")
    for wrong in ("", "first", "first-token ", "First-token", "first-tokenzweites-tökén"):
        assert not rules.knows_token(wrong)
    assert not Rules().knows_token("")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_a_browser_on_this_machine_is_local(address: str, host: str) -> None:
    """The server listens to this machine alone and is asked for by a name of it."""
    assert is_local(address, {"Host": host, "User-Agent": "x"})


@pytest.mark.parametrize("address", [None, "", "10.0.0.1", "::", "192.168.1.5", "news.example"])
def test_a_server_that_others_can_reach_is_not_local(address: str | None) -> None:
    """Even a browser on the machine is not local where the server listens to others."""
    assert not is_local(address, {"Host": "localhost"})


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "10.0.0.1"},
        {"x-forwarded-proto": "https"},
        {"X-Forwarded-Anything": ""},
        {"Forwarded": "for=10.0.0.1"},
        {"Via": "1.1 proxy"},
        {"X-Real-IP": "10.0.0.1"},
        {"CF-Connecting-IP": "10.0.0.1"},
        {"Host": "evil.example:8501"},
        {"Host": "localhost.evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": ""},
        {"Host": "[::1"},
        {"Host": "evil.example#@localhost:1"},
    ],
)
def test_requests_from_elsewhere_are_not_local(headers: dict[str, str]) -> None:
    """A proxy's header, or a name that is not this machine's, tells."""
    assert is_local("127.0.0.1", {"Host": "localhost:8501"})
    assert not is_local("127.0.0.1", {"Host": "localhost:8501", **headers})


def test_rules_come_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists are separated by commas; tokens are secrets that no print shows."""
    for name, value in {
        "ACCESS": "members",
        "EDITING": "staff",
        "STAFF": "a@b.example, socitm.net,",
        "MEMBERS": "b.example",
        "TOKENS": "secret-1, secret-2",
        "SESSION_HOURS": "0.5",
    }.items():
        monkeypatch.setenv(f"REGIONAL_NEWS_{name}", value)
    settings = Settings()
    assert Rules.of(settings) == Rules(
        "members",
        "staff",
        ("a@b.example", "socitm.net"),
        ("b.example",),
        ("secret-1", "secret-2"),
        timedelta(minutes=30),
    )
    assert "secret-1" not in repr(settings)


@pytest.mark.parametrize(
    "issued", [None, True, "now", [], 10**30, -(10**30), float("nan"), float("inf"), 1e300]
)
def test_an_odd_moment_of_signing_in_is_none(issued: object) -> None:
    """Whatever a cookie says: a person who may not edit, never an error."""
    claims = {"is_logged_in": True, "sub": "x", "email": "a@socitm.net", "email_verified": True}
    person = Person.from_claims({**claims, "iat": issued})
    assert person
    assert not STAFF.may_edit(person, local=True)
