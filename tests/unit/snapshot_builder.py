"""A small snapshot of a country that does not exist: its councils, themes and briefs.

``build_snapshot()`` has 48 briefs, the same at every run; ``snapshot_of([brief(headline="=1+1")])``
has exactly these.
"""

from collections.abc import Iterable
from random import Random

import pandas as pd

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.regions import Regions
from regional_news.model import Council, Region, Theme, ThemeGroup, brief_id
from regional_news.query import BriefIndex
from regional_news.reference import Reference
from regional_news.snapshot.snapshot import Snapshot
from regional_news.store import RowCodec
from regional_news.table.schema import SCHEMA, BriefTable
from regional_news.themes import Themes

REGIONS = (
    Region("loamshire", "Loamshire", "Albion", "X12000001", ("The Loams",)),
    Region("gwlad", "Y Wlad", "Cambria", "X92000002", ("Gwlad",)),
    Region("eriu", "Ériu", "Hibernia", "XE"),
)
"""Three regions, two with letters that ASCII lacks."""

COUNCILS = (
    Council(
        "borsetshire",
        "Borsetshire County Council",
        "Borsetshire",
        "county",
        "Albion",
        "loamshire",
        52.2,
        -2.1,
        gss_code="X10000001",
    ),
    Council(
        "felpersham",
        "Felpersham City Council",
        "Felpersham",
        "district",
        "Albion",
        "loamshire",
        52.25,
        -2.05,
        gss_code="X07000001",
        parent="borsetshire",
        predecessors=("ambridge",),
    ),
    Council(
        "ambridge",
        "Ambridge Rural District Council",
        "Ambridge",
        "district",
        "Albion",
        "loamshire",
        52.24,
        -2.06,
        successors=("felpersham",),
    ),
    Council(
        "llareggub",
        "Cyngor Llareggub",
        "Llareggub",
        "unitary",
        "Cambria",
        "gwlad",
        51.9,
        -4.5,
        gss_code="X06000001",
        languages={"cy": ("Cyngor Tŷ Llareggub",)},
    ),
    Council(
        "ballydún", "Comhairle Bhaile Dúin", "Baile Dúin", "county", "Hibernia", "eriu", 53.4, -7.9
    ),
)
"""Five councils: a county, its district, the district's predecessor, one Welsh, one Irish."""

THEMES = Themes(
    (
        Theme("sensors", "Sensors & IoT", ThemeGroup.TECHNOLOGY, "Devices that measure."),
        Theme("ai", "AI", ThemeGroup.TECHNOLOGY, "Machines that learn."),
        Theme("libraries", "Libraries", ThemeGroup.SERVICE, "Books and places."),
        Theme("money", "Money", ThemeGroup.ORGANISATION, "What it costs."),
    )
)

_SUBJECTS = ("Sensors", "Broadband in Môn", "Seirbhísí digiteacha", "Ŵyn a’r tŷ", "A library")
_DOINGS = ("go live", "are paused", "save “hours”, staff say", "cost 5% more", "begin again")
_DATES = ("2021", "2022-03", "2022-11-05", "2023", "2023-04-25", "")


def brief(**cells: str) -> dict[str, str]:
    """Return a row of the table of briefs; what is not told is what a plain brief says."""
    plain = {
        "issue": "Echo 1",
        "published": "2023-04",
        "region": "loamshire",
        "headline": "Sensors go live",
        "summary": "Sensors went live in Felpersham.",
        "councils": "felpersham",
        "themes": "sensors",
        "source_title": "The Borchester Echo",
        "source_url": "https://echo.example/1",
    }
    row = dict.fromkeys(SCHEMA, "") | plain | cells
    row["id"] = row["id"] or brief_id(row["issue"], row["region"], row["summary"])
    return row


def snapshot_of(
    rows: Iterable[dict[str, str]],
    notice: str = "",
    *,
    councils: tuple[Council, ...] = COUNCILS,
) -> Snapshot:
    """Return a snapshot with these briefs, of a data folder with this notice."""
    frame = pd.DataFrame(list(rows), columns=list(SCHEMA)).astype(SCHEMA)
    reference = Reference.of(Gazetteer(councils, Regions(REGIONS)), THEMES, notice)
    index = BriefIndex(BriefTable(frame), reference)
    version = ((1_700_000_000_000_000_000, len(frame), 1),)
    return Snapshot(RowCodec(reference), (), index, (), version)


def build_snapshot(briefs: int = 48) -> Snapshot:
    """Return a snapshot of many briefs, every kind among them, the same at every run."""
    chance = Random(briefs)  # noqa: S311  briefs are not secrets
    return snapshot_of(_some_brief(chance, number) for number in range(briefs))


def _some_brief(chance: Random, number: int) -> dict[str, str]:
    region = chance.choice([each.id for each in REGIONS])
    councils = [each.id for each in COUNCILS]
    about = chance.sample(councils, chance.choice((0, 1, 1, 1, 2, 3)))
    doing = f"{chance.choice(_SUBJECTS)} {chance.choice(_DOINGS)}"
    return brief(
        issue=f"Echo {chance.randint(1, 4)}",
        published=chance.choice(_DATES),
        region=chance.choice((region, region, region, "")),
        headline=doing,
        summary=f"{doing}: report {number}.\nMore next week.",
        councils=" ".join(about),
        also_mentions=" ".join(chance.sample(councils, chance.choice((0, 0, 1)))),
        themes=" ".join(chance.sample([each.id for each in THEMES], chance.randint(0, 3))),
        source_title=chance.choice(("The Borchester Echo", "Am Bratach", "")),
        source_url=chance.choice(("https://echo.example/1", "http://bratach.example/", "")),
        doubts=chance.choice(("", "", "“Newtown” could be either of two")),
    )
