"""The sheets that the app changes: their names as files, and their columns."""

from regional_news.table.schema import FILE_COLUMNS

BRIEFS = "regional_news.csv"
ALIASES = "aliases.csv"
SHEETS = (BRIEFS, ALIASES)
"""The sheets that the app changes, by the names that they have as files."""

FOLLOWERS = "followers.csv"
"""Who follows feeds: nothing that readers see, so that it has no version and no journal."""

COLUMNS = {
    BRIEFS: FILE_COLUMNS,
    ALIASES: ("alias", "council", "since", "by"),
    FOLLOWERS: ("email", "mark"),
}
"""The columns of each sheet, in order."""
