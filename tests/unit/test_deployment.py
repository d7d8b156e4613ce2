"""The files in deploy/ fit the project and each other."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from regional_news.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
PROJECT = DEPLOY.parent
TEMPLATE = (DEPLOY / "nginx" / "regional-news.conf.template").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
KNOWN = {f"REGIONAL_NEWS_{name.upper()}" for name in Settings.model_fields}
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_is_one_of_the_apps(path: Path) -> None:
    """A setting that was renamed would be passed over in silence."""
    assert set(re.findall(r"REGIONAL_NEWS_[A-Z_]+", path.read_text())) <= KNOWN


def test_compose_fills_in_every_variable_of_nginx() -> None:
    """One that is left out stays in the file as it is, and nginx does not start."""
    assert set(re.findall(r"\$\{(\w+)\}", TEMPLATE)) <= set(SERVICES["nginx"]["environment"])


@pytest.mark.parametrize("number", [1, 2])
def test_replicas_listen_where_nginx_looks_for_them(number: int) -> None:
    """Address and port are the same on both sides."""
    replica, nginx = SERVICES[f"replica-{number}"], SERVICES["nginx"]["environment"]
    assert replica["command"][-2:] == ["--port", nginx[f"NEWS_PORT_{number}"]]
    assert replica["networks"]["inside"]["ipv4_address"] == nginx[f"NEWS_HOST_{number}"]


def test_compose_mounts_and_builds_from_files_that_are_there() -> None:
    """A file that moves takes its mount along."""
    mounts = [volume.split(":")[0] for volume in SERVICES["nginx"]["volumes"]]
    assert [mount for mount in mounts if not (DEPLOY / mount).is_file()] == []
    build = SERVICES["replica-1"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()
    copied = re.findall(r"^COPY (\S+) ", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    assert [name for name in copied if not (PROJECT / name).exists()] == []
