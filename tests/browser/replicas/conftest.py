"""Two replicas behind nginx that share a database and secrets, as docs/deploying.md has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from replicas import Replica, behind_nginx, running_replicas, with_briefs
from running_app import free_port
from running_postgres import RunningPostgres
from socket_session import signed_in
from tests.browser.identity_provider import COOKIE_SECRET, identity_provider

STAFF = {"Stan Staff": {"email": "stan@socitm.net", "email_verified": True}}
COOKIE = "regional_news_replica"


@dataclass(frozen=True, slots=True)
class Service:
    """The app as its readers reach it, and what it is made of."""

    address: str
    replicas: tuple[Replica, Replica]
    database: RunningPostgres

    def editor(self) -> dict[str, str]:
        """Return the cookies of somebody on the staff who has signed in."""
        return signed_in(self.address, "stan@socitm.net", COOKIE_SECRET)

    def home(self, page: Page) -> Replica:
        """Return the replica that a browser belongs to."""
        (number,) = [
            cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE
        ]
        return self.replicas[int(number) - 1]

    def other(self, replica: Replica) -> Replica:
        """Return the replica that is not this one."""
        first, second = self.replicas
        return first if replica is second else second


@pytest.fixture(scope="package")
def service(
    tmp_path_factory: pytest.TempPathFactory, postgres: RunningPostgres
) -> Iterator[Service]:
    """Give the service; whoever kills one of its parts starts it again."""
    folder, port = tmp_path_factory.mktemp("replicas"), free_port()
    rules = {
        "REGIONAL_NEWS_STORE": with_briefs(postgres.database("replicas", template="made")),
        "REGIONAL_NEWS_EDITING": "staff",
        "REGIONAL_NEWS_STAFF": "socitm.net",
    }
    with identity_provider(folder, STAFF) as secrets:
        # The provider leads back to nginx, whichever replica sent the reader there.
        secrets.write_text(secrets.read_text().replace("{port}", str(port)))
        with (
            running_replicas(folder, STREAMLIT_SECRETS_FILES=str(secrets), **rules) as replicas,
            behind_nginx(folder, replicas, port) as address,
        ):
            yield Service(address, replicas, postgres)
    postgres.drop("replicas")


@pytest.fixture
def new_reader(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Give a function that opens another browser, which has been nowhere yet."""
    contexts = []

    def opened() -> Page:
        contexts.append(browser.new_context(locale="en-GB", accept_downloads=True))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
