"""An OpenID provider on this machine, for the tests of signing in: its users, and a way past it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from running_app import free_port, settle, stop, wait_until_it_answers

COOKIE_SECRET = "a secret that only the tests of signing in know"  # noqa: S105  not one of anybody's

Users = Mapping[str, Mapping[str, Any]]
"""What the provider says of its users, by the name that they choose on its page."""

_SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "regional-news"
client_secret = "any"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@contextmanager
def identity_provider(folder: Path, users: Users) -> Iterator[Path]:
    """Run a provider with ``users``; give the file of secrets for an app that asks it."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", f"--port={port}"]
    for name, claims in users.items():
        command += ["--user-claims", json.dumps({"sub": name, **claims})]
    printed = folder / "provider.txt"
    # The provider speaks plain HTTP, as it may on the machine itself.
    environment = os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"}
    with printed.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_it_answers(f"{address}/.well-known/openid-configuration", server, printed)
        secrets = folder / "secrets.toml"
        secrets.write_text(_SECRETS.format(secret=COOKIE_SECRET, provider=address))
        yield secrets
    finally:
        stop(server)


def sign_in(page: Page, address: str, name: str) -> None:
    """Sign in to the app at ``address`` as one of the provider's users, through its page."""
    page.goto(address)
    settle(page)
    page.get_by_role("button", name="Sign in", exact=True).first.click()
    page.wait_for_url("**/oauth2/authorize?**", wait_until="commit")
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_url(f"{address}/", wait_until="commit")
    settle(page)
