"""The sheets that the app changes: their names as files, and their columns."""

from regional_news.table.schema import FILE_COLUMNS

BRIEFS = "regional_news.csv"
ALIASES = "aliases.csv"
SHEETS = (BRIEFS, ALIASES)
"""The sheets that the app changes, by the names that they have as files."""

ALIAS_COLUMNS = ("alias", "council", "since", "by")
COLUMNS = {BRIEFS: FILE_COLUMNS, ALIASES: ALIAS_COLUMNS}
"""The columns of each sheet, in order."""
