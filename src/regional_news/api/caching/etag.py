"""By what a reader tells that an answer is the one they have: its tag and its time (RFC 9110)."""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from functools import cached_property

from regional_news.snapshot.snapshot import Version

STARTED = time.time()
"""When the program started: the same data may be told otherwise by another."""

Headers = Mapping[bytes, bytes]
HeaderList = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Validator:
    """The tag of an answer, the second since which it is so, and for how long it may be kept."""

    tag: bytes
    since: int
    cache: bytes = b"private, no-cache"

    @classmethod
    def of(cls, version: Version, said: bytes, cache: bytes = b"private, no-cache") -> "Validator":
        """Return the validator of an answer; neither the data nor the program is older.

        By default caches must ask before they answer from memory.
        """
        newest = max((changed for changed, _, _ in version), default=0)
        tag = hashlib.sha256(said).hexdigest()[:32].encode()
        return cls(tag, int(max(newest / 1e9, STARTED)), cache)

    @cached_property
    def headers(self) -> HeaderList:
        """The headers that tell the reader."""
        return [
            (b"etag", b'W/"' + self.tag + b'"'),
            (b"last-modified", formatdate(self.since, usegmt=True).encode()),
            *([(b"cache-control", self.cache)] if self.cache else []),
            (b"vary", b"accept-encoding"),
        ]

    def is_known(self, asked: Headers) -> bool:
        """Return whether a request's headers say that the reader has the answer."""
        if tags := asked.get(b"if-none-match"):
            own = (b"*", b'"' + self.tag + b'"')
            return any(tag.strip().removeprefix(b"W/") in own for tag in tags.split(b","))
        if not (since := asked.get(b"if-modified-since")):
            return False
        try:
            # Not whether it is older: a backup that was restored is older, and another answer.
            return self.since == parsedate_to_datetime(since.decode("latin-1")).timestamp()
        except (ValueError, OverflowError):
            return False
