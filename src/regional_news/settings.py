"""What can be set from outside: the only module that reads the environment."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT = Path(__file__).resolve().parents[2]


def _split(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Settings with their defaults, each from ``REGIONAL_NEWS_…`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="REGIONAL_NEWS_", frozen=True)

    data: Path = PROJECT / "data"
    """The folder with the briefs, the gazetteer and the themes."""

    store: SecretStr = SecretStr("")
    """Address of the PostgreSQL database with the briefs, ``postgresql://user:password@host/name``;
    empty: the files in the data folder."""

    search: Literal["memory", "database"] = "memory"
    """Where words are searched: in memory, or, with a database, by that, in less memory."""

    access: Literal["public", "members"] = "public"
    """Who may read: everybody, or those who sign in."""

    editing: Literal["off", "staff", "open"] = "off"
    """Who may add and review briefs: nobody, staff who are signed in, or whoever sits at the
    machine (only while the server listens to that machine alone)."""

    staff: Listed = ()
    """E-mail addresses and domains of those who may edit, separated by commas."""

    members: Listed = ()
    """E-mail addresses and domains of those who may read; none: whoever the provider signs in."""

    tokens: Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_split)] = ()
    """Bearer tokens with which programs may read where members must sign in, by commas."""

    session_hours: float = 12
    """How many hours after signing in a person must do so again."""

    nominatim_url: str = ""
    """Address of a Nominatim service for names that the gazetteer lacks; empty: never asked."""

    frame_ancestors: str = "'self'"
    """Who may show the pages in a frame, as Content-Security-Policy writes it:
    ``'self' https://intranet.example.gov.uk``."""


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings, read once."""
    return Settings()
