"""Where everything is found: the address of each brief, council, region, theme, issue and view."""

from dataclasses import dataclass
from urllib.parse import quote

from regional_news.query.groups import BriefFilter
from regional_news.query.urls import query_string


def slug(name: str) -> str:
    """Return a name as part of an address: ``slug("Our View 37 (Focus)")``, our-view-37-focus."""
    # What searches is slow to load, and who asks which formats there are needs no address.
    from regional_news.query.fulltext import words_of  # noqa: PLC0415

    return "-".join(words_of(name)) or quote(name, safe="")


@dataclass(frozen=True, slots=True)
class Site:
    """The addresses below ``root``, which ends in a slash.

    ``Site("/")`` gives addresses on the same server, ``Site("https://news.example/map/")`` whole
    ones: ``Site("/").council("cardiff")`` is ``/council/cardiff``. ``Site("")`` is nowhere, as in a
    file that is taken away: every address is empty.
    """

    root: str = "/"

    @property
    def briefs(self) -> str:
        """What the address of every brief begins with."""
        return self._at("brief/")

    @property
    def latest(self) -> str:
        """The newest issue."""
        return self._at("latest")

    @property
    def contents(self) -> str:
        """All regions, themes, issues and councils with briefs."""
        return self._at("contents")

    def newest(self, region_id: str) -> str:
        """Return the address of what the newest issue has of a region."""
        return self._at("latest", BriefFilter(regions=(region_id,)))

    def brief(self, brief_id: str) -> str:
        """Return the address of one brief."""
        return self.briefs and self.briefs + quote(brief_id, safe="")

    def council(self, council_id: str) -> str:
        """Return the address of what a council did."""
        return self._at(f"council/{quote(council_id, safe='')}")

    def region(self, region_id: str) -> str:
        """Return the address of a region's briefs."""
        return self._at(f"region/{quote(region_id, safe='')}")

    def theme(self, theme_id: str) -> str:
        """Return the address of a theme's briefs."""
        return self._at(f"theme/{quote(theme_id, safe='')}")

    def issue(self, name: str) -> str:
        """Return the address of an issue's briefs."""
        return self._at(f"issue/{slug(name)}")

    def view(self, wanted: BriefFilter) -> str:
        """Return the address of a filter's briefs as a page that needs no script."""
        return self._at("briefing", wanted)

    def live(self, wanted: BriefFilter, page: str = "") -> str:
        """Return the address of a filter on the map, or on another page of the app."""
        return self._at(page, wanted)

    def feed(self, wanted: BriefFilter) -> str:
        """Return the address of a filter's feed."""
        return self._at("feed.atom", wanted)

    def data(self, wanted: BriefFilter) -> str:
        """Return the address of a filter's briefs for programs."""
        return self._at("api/v1/briefs", wanted)

    def card(self, wanted: BriefFilter) -> str:
        """Return the address of a filter's picture, as messages show it beside a link."""
        return self._at("card.png", wanted)

    def _at(self, path: str, wanted: BriefFilter | None = None) -> str:
        query = query_string(wanted) if wanted else ""
        return f"{self.root}{path}{'?' if query else ''}{query}" if self.root else ""


NOWHERE = Site("")
"""For files that nobody knows a server of."""
