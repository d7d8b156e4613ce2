"""What can be set from outside: the only module that reads the environment."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parents[2]


class Settings(BaseSettings):
    """Settings with their defaults, each from ``REGIONAL_NEWS_…`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="REGIONAL_NEWS_", frozen=True)

    data: Path = PROJECT / "data"
    """The folder with the briefs, the gazetteer and the themes."""

    editing: Literal["off", "staff", "open"] = "off"
    """Who may add and review briefs: nobody, people who are signed in, or whoever sits at the
    machine (only while the server listens to that machine alone)."""

    nominatim_url: str = ""
    """Address of a Nominatim service for names that the gazetteer lacks; empty: never asked."""

    frame_ancestors: str = "'self'"
    """Who may show the pages in a frame, as Content-Security-Policy writes it:
    ``'self' https://intranet.example.gov.uk``."""


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings, read once."""
    return Settings()
