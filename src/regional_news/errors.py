"""The exceptions that this project raises, each with a sentence for the reader.

    RegionalNewsError
    ├── DataError(ValueError)          a file under data/ is missing or cannot be read
    ├── UnreadablePage(ValueError)     an uploaded page cannot be turned into paragraphs
    ├── FilterError(ValueError)        a filter names something that does not exist
    └── StoreError(OSError)            saving failed; nothing was written
        ├── StaleVersion               the briefs changed since they were loaded
        └── NotAllowed(PermissionError) the person may not change the briefs

The message is one sentence for a person: what is wrong and what to do. "Not found" is a value,
never an exception.
"""


class RegionalNewsError(Exception):
    """The root: catch this to catch everything that the project raises on purpose."""


class DataError(RegionalNewsError, ValueError):
    """A data file is missing, unreadable or has no usable header."""


class UnreadablePage(RegionalNewsError, ValueError):
    """Bytes that cannot become paragraphs: too large, encrypted, empty, mislabelled, truncated."""


class FilterError(RegionalNewsError, ValueError):
    """A filter value that names no region, theme, council or date."""


class StoreError(RegionalNewsError, OSError):
    """A save that did not happen; the previous data is untouched."""


class StaleVersion(StoreError):
    """A save against a version that is no longer the newest."""


class NotAllowed(StoreError, PermissionError):
    """A change that the person's role does not include; nothing was written."""
