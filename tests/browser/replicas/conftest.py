"""Two replicas behind nginx that share data and secrets, as docs/deploying.md has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from replicas import Replica, behind_nginx, running_replicas
from running_app import free_port
from tests.browser.identity_provider import identity_provider

STAFF = {"Stan Staff": {"email": "stan@socitm.net", "email_verified": True}}
COOKIE = "regional_news_replica"


@dataclass(frozen=True, slots=True)
class Service:
    """The app as its readers reach it, and what it is made of."""

    address: str
    replicas: tuple[Replica, Replica]

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
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Give the service; whoever kills one of its replicas starts it again."""
    folder, port = tmp_path_factory.mktemp("replicas"), free_port()
    rules = {"REGIONAL_NEWS_EDITING": "staff", "REGIONAL_NEWS_STAFF": "socitm.net"}
    with identity_provider(folder, STAFF) as secrets:
        # The provider leads back to nginx, whichever replica sent the reader there.
        secrets.write_text(secrets.read_text().replace("{port}", str(port)))
        with (
            running_replicas(folder, STREAMLIT_SECRETS_FILES=str(secrets), **rules) as replicas,
            behind_nginx(folder, replicas, port) as address,
        ):
            yield Service(address, replicas)


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
