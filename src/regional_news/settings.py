"""What can be set from outside: the only module that reads the environment."""

import os
import re
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from regional_news.errors import DataError

PROJECT = Path(__file__).resolve().parents[2]


def _split(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(part for part in re.split(r"[,\s]+", value) if part)
    return value


def _reachable(contact: str) -> str:
    """Return who is named where readers can reach them there."""
    if contact and not re.fullmatch(r"https?://\S+|[^\s@<>()]+@[^\s@<>()]+", contact):
        raise ValueError("write an e-mail address, or an address that begins with https://")
    return contact


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Settings with their defaults, each from ``REGIONAL_NEWS_…`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="REGIONAL_NEWS_", frozen=True)

    data: Path = PROJECT / "data"
    """The folder with the briefs, the gazetteer and the themes."""

    store: SecretStr = SecretStr("")
    """Address of the PostgreSQL database with the briefs, ``postgresql://user:password@host/name``;
    empty: the files in the data folder."""

    access: Literal["public", "members"] = "public"
    """Who may read: everybody, or those who sign in."""

    editing: Literal["off", "staff", "open"] = "off"
    """Who may add and review briefs: nobody, staff who are signed in, or whoever sits at the
    machine (only while the server listens to that machine alone)."""

    word: SecretStr | None = None
    """The word that open editing asks for, so that only who sees what the server prints may edit;
    not set: the server makes one up and prints it; empty: none is asked for."""

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

    frame_ancestors: Listed = ("'self'",)
    """Who may show the pages in a frame, as Content-Security-Policy writes each of them:
    ``'self', https://intranet.example.gov.uk``; spaces divide them, too."""

    contact: Annotated[str, AfterValidator(_reachable)] = ""
    """Whom readers write to when something is wrong or missing, shown on each page: an e-mail
    address, or the ``https://…`` of a page; empty: nobody is named."""

    cors_origins: Listed = ()
    """Sites whose pages may read the API and the feed from a browser, as
    ``https://intranet.example.gov.uk``; ``*``: all."""


def make_word() -> str:
    """Make up the word that open editing asks for, where none is set; return it, else ""."""
    chosen = settings()
    if chosen.editing != "open" or chosen.word is not None:
        return ""
    word = os.environ["REGIONAL_NEWS_WORD"] = secrets.token_urlsafe(9)
    settings.cache_clear()
    return word


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings, read once; raises DataError where one of them cannot be what it is."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = f"REGIONAL_NEWS_{wrong['loc'][0]}".upper()
        raise DataError(f"{name} is “{wrong['input']}”. {wrong['msg']}; set it anew.") from None
