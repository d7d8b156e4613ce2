"""Thirteen briefs about councils of fiction, one for each region, and a finder that knows them."""

from data_folders import FROZEN

from regional_news.gazetteer.regions import Regions, load_regions
from regional_news.magazine import read_section
from regional_news.model import Draft
from regional_news.reading import read_page

REGIONS: Regions = load_regions(FROZEN / "regions.toml")

BRIEFS = {
    "Scotland": (
        "Glenbogle Council is fitting 1,200 sensors to its village halls to show when heating runs "
        "in empty rooms, convener Hector MacDonald told a conference in Oslo."
    ),
    "Wales": (
        "Llareggub County Council’s cabinet has agreed to spend £2 million over two years on a new "
        "website and on a community hub in the old bank."
    ),
    "Northern Ireland": (
        "Ballydown District Council has signed a five-year contract for cloud-based telephony and "
        "back-up with its present supplier."
    ),
    "Republic of Ireland": (
        "Ballykissangel County Council now takes planning applications online, the 13th council to "
        "do so; the rest are due by autumn."
    ),
    "North-east England": (
        "Stanelaw Borough Council lets people print from their own telephones in three of its "
        "libraries, which also lend tablet computers."
    ),
    "Yorkshire and the Humber": (
        "Beckindale District Council will use a digital twin of the dale to plan where heat pumps "
        "can replace oil, working with two universities."
    ),
    "North-west England": (
        "Weatherfield City Council has published its first social value report, which says that "
        "nine in ten suppliers now offer digital training."
    ),
    "East Midlands": (
        "Loamshire County Council is leading work to connect 350 schools and surgeries to gigabit "
        "broadband, with £8 million from central government."
    ),
    "West Midlands": (
        "Borsetshire County Council asked farmers to test its new online account in two workshops; "
        "telephone support will stay, it said."
    ),
    "East of England": (
        "Saxwold Borough Council and its neighbour are preparing to move revenues and benefits to "
        "a shared service with a portal for residents."
    ),
    "South-east England": (
        "Walmington-on-Sea Borough Council has brought full fibre to more than 90 public buildings "
        "and expects to reach 200 by the end of 2031."
    ),
    "South-west England": (
        "Barchester City Council will try out smart gullies in four streets near the cathedral to "
        "warn of flooding, a procurement notice says."
    ),
    "London": (
        "Walford Council has been told by the Information Commissioner’s Office to answer all "
        "overdue requests and to publish a plan for the future."
    ),
}
"""The name of each region in the order of the page, and its brief."""

_PLACES = {text.split()[0]: REGIONS.recognise(name) for name, text in BRIEFS.items()}


def regions_named(text: str) -> set[str]:
    """Return the ids of the regions of the councils in ``text``, found by their first word."""
    return {region.id for place, region in _PLACES.items() if region and place in text}


def drafts_in(page: str | bytes) -> list[tuple[str, str]]:
    """Return the briefs on a page as pairs: the region's name, empty where in doubt, and text."""
    return [(draft.region and REGIONS[draft.region].name, draft.text) for draft in found_in(page)]


def found_in(page: str | bytes) -> tuple[Draft, ...]:
    """Return the drafts on a page."""
    data = page.encode() if isinstance(page, str) else page
    return read_section(read_page(data), REGIONS, regions_named).drafts
