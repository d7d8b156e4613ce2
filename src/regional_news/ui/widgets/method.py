"""What the page About says: what there is, how to use the map, privacy, method, sources."""

from regional_news.query.index import BriefIndex
from regional_news.query.issues import issue, issue_names
from regional_news.text import amount


def holdings(index: BriefIndex) -> str:
    """Return how many briefs there are, from how many issues, and from when to when."""
    if not len(index):
        return "There are no briefs yet."
    names = issue_names(index)
    there = f"{amount(len(index), 'brief')} from {amount(len(names), 'issue')} of the magazine"
    dates = [when for name in reversed(names) if (when := issue(index, name).when)]
    told = " to ".join(dict.fromkeys((*dates[:1], *dates[-1:])))
    return f"{there}: {told}." if told else f"{there}."


USING = """
## Using the map

Each bubble stands at a council, at a point inside its area; the larger, the more briefs. Where
bubbles would lie on one another, one with a rim stands for several councils and parts as you zoom
in; its number is of briefs. Point at a bubble or tap it for its latest headlines; a region’s name
chooses the region. The **Key** on the map explains what is there, and **?** its keys.

- **Find**: type a council, a theme, a region or any words into the search box, or tick filters. The
  address of the page keeps what you see: **Copy link** shares it.
- **Hexagons**, below the map, give every council the same room, so that cities do not hide in the
  crowd: each lies as near as can be to its place, and gaps keep coasts and regions in shape.
- **Lines and towns** help to find the way. The thin lines are counties and districts of about 2010,
  not the areas of today’s councils; the names in italics are some well-known towns.
- **Who else has done this?** on a council’s page names the **nearest** councils with briefs on the
  same themes, as the crow flies, and those **like it**: of the same kind, first those with most of
  these themes, then those of its region, then the nearest.
- **You do not need the map**: the list has everything that it shows.

## Privacy

The app asks no other server for anything, sets no advertising cookie and counts nobody. Your own
council, the themes that you chose for it, and what there was at your last visit are kept by your
browser, on your device: nothing of it is sent. To forget it, clear the site’s data in your browser.
"""

METHOD = """
## How a brief gets its place

A brief is a paragraph of the magazine’s “nations and regions” page. The app looks in it for the
names of **{councils:,} authorities** of the UK, Ireland and the Crown Dependencies: official and
short names, names in Welsh, Irish, Gaelic and Scots, abbreviations, and lists such as “Exeter City
and East Devon District councils”. A word that is also a place, a person, a newspaper or a football
club counts only where the words around it say that the council is meant. No service is asked;
everything happens on this server. What is likely but not sure is offered to the editors, who
decide.

In whole issues of a magazine on which this was tried, 96 of 100 councils found were right and 97 of
100 were found; nearly all were found or offered. In short texts that name a council barely and tell
of its service in passing (“in Leeds, …”) up to a quarter are not found; most of these are offered.

A name that several councils share stays in doubt until a person decides: “Galway” in one brief may
be the city or the county, and is shown for both when mentions are switched on.

## How a brief gets its themes

Twenty themes in three groups are defined by words and phrases in a file that editors can change.
The words that fired are kept as evidence; a brief has at most three themes, the main one first.
"""

SOURCES = """
## Sources and licences

- Briefs: summaries in our own words of news in Socitm’s *In Our View* magazine and its “nations and
  regions” pages; each brief names its source.
- Councils: [mySociety](https://github.com/mysociety/uk_local_authority_names_and_codes) (CC BY
  4.0), ONS lookups and GOV.UK registers (Open Government Licence v3.0), compiled and mended here.
- Irish councils: official lists and public knowledge, compiled here; their points come from Natural
  Earth (public domain).
- Outlines, and the lines of about 2010: Natural Earth (public domain).

Contains OS data © Crown copyright and database right. Contains public sector information
licensed under the Open Government Licence v3.0. Council names and codes include data by mySociety,
CC BY 4.0.

## Accessibility

Everything that the map does, the list does too: filter, find a council, show it, follow it. The
list can be used with a keyboard and a screen reader, at 400 % zoom and on a phone; colour is never
the only sign. The app aims at WCAG 2.2 level AA. Inside the map’s frame three structural findings
remain that belong to the map component: it has no heading and no main landmark of its own, and it
fixes its scale, which inside a frame has no effect. If something does not work for you, tell the
editors of the magazine.
"""
