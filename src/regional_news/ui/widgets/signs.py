"""The sign and the colour of each facet: never the colour alone."""

from regional_news.model import Facet

SIGNS = {Facet.TECHNOLOGY: "●", Facet.SERVICE: "■", Facet.ORGANISATION: "▲"}
