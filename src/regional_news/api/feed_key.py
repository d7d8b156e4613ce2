"""The key in the address of a member's feed: taken out before anything could write it down.

``/feed.atom?region=wales&key=…`` goes on as ``/feed.atom?region=wales``. The change is made in the
request's own scope, which whoever serves the app (uvicorn) and logs the request reads, too.
"""

from urllib.parse import unquote_plus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regional_news.auth import Rules, mark_in
from regional_news.store import configured_store

PARAMETER = "key"

_SCOPE = "regional_news.feed_key"
_QUIET = (b"referrer-policy", b"no-referrer")
"""A link that somebody follows from a feed must not tell where it was found."""


class FeedKey:
    """Takes the key out of the address of every request; where members read, ``key_of`` has it."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._is_needed = rules.access == "members"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through ``app``; nobody is told of an address with a key as a referrer."""
        if scope["type"] != "http" or not (key := _taken(scope)):
            await self._app(scope, receive, send)
            return
        if self._is_needed:
            scope[_SCOPE] = key

        async def send_quietly(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], _QUIET]}
            await send(message)

        await self._app(scope, receive, send_quietly)


def key_of(scope: Scope) -> str:
    """Return the key that a request brought, "" where it brought none."""
    return str(scope.get(_SCOPE, ""))


def follows(key: str, secret: str, rules: Rules) -> bool:
    """Return whether a key opens feeds: whose it is has not left; or raise DataError."""
    mark = mark_in(key, secret)
    followers = configured_store().followers() if mark else {}
    return any(mark == each and rules.may_follow(email) for email, each in followers.items())


def _taken(scope: Scope) -> str:
    """Return the last key in a request's query, and leave the query without any."""
    parts = scope["query_string"].split(b"&")
    named = f"{PARAMETER}=".encode()
    keys = [part.removeprefix(named) for part in parts if part.startswith(named)]
    if keys:
        scope["query_string"] = b"&".join(part for part in parts if not part.startswith(named))
    return unquote_plus(keys[-1].decode("latin-1")) if keys else ""
