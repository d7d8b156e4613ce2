"""What the page About says: how briefs get their places and themes, sources, privacy."""

METHOD = """
## How a brief gets its place

A brief is a paragraph of the magazine’s “nations and regions” page. The app looks for the names of
**{councils:,} authorities** of the UK, Ireland and the Crown Dependencies in it: official and short
names, names in Welsh, Irish, Gaelic and Scots, abbreviations, and lists such as “Exeter City and
East Devon District councils”. A word that is also a place, a person, a newspaper or a football
club counts only where the text says that the council is meant: the words around it are weighed,
with weights learnt from some 4,600 labelled texts. No service is asked; everything happens on this
server. What is likely but not sure is offered to the editors, who decide.

Each find says what decided, with its probability and the words that spoke for it:

- **exact** – the council’s official or short name stands in the text, with “Council” or the like;
- **alias** – another name on record stands there: an abbreviation, a name in another language;
- **context** – a name alone, or “the county council”: the words around it decided;
- **fuzzy** – the name is misspelt; only a close and clear match counts, and it is shown for review.

In whole issues of a magazine that were kept out of the learning, 96 of 100 councils found were
right and 97 of 100 were found; nearly all were found or offered. In short texts that name a council
barely and tell of its service in passing (“in Leeds, …”) up to a quarter are not found; most of
these are offered.

A name that several councils share stays in doubt until a person decides: “Galway” in one brief may
be the city or the county, and is shown for both when mentions are switched on.

A bubble stands at a point inside the council’s area, not at its town hall. Bubbles that would hide
each other become one, with a rim, that says how many briefs they hold; it parts as you zoom in.

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
- Outlines: Natural Earth (public domain).

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

## Privacy

The app asks no other server for anything, sets no advertising cookie and counts nobody.
"""
