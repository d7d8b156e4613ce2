"""The sign and the colour of each group of themes: never the colour alone."""

from regional_news.model import ThemeGroup

SIGNS = {ThemeGroup.TECHNOLOGY: "●", ThemeGroup.SERVICE: "■", ThemeGroup.ORGANISATION: "▲"}
