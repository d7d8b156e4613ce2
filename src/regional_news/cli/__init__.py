"""The command line: the library without a browser.

Each command imports what it needs when it runs, so that ``--help`` answers at once and reading a
text does not wait for the table of briefs.
"""

from regional_news.cli import (  # noqa: F401  they add their commands
    export,
    find,
    followers,
    maintenance,
    pages,
    register,
    serve,
)
from regional_news.cli.program import app

__all__ = ["app"]
