"""How well themes are found in briefs that readers labelled, and words that mislead."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from data_folders import SHIPPED

from regional_news.themes import ThemeFinder, load_themes

TABLE = Path(__file__).parents[2] / "fixtures" / "themes.txt"
THEMES = load_themes(SHIPPED / "themes.toml")
FINDER = ThemeFinder(THEMES)


@dataclass(frozen=True)
class Labelled:
    """A brief, its themes, and the themes that readers dispute."""

    text: str
    themes: frozenset[str]
    disputed: frozenset[str]


def labelled() -> Iterator[Labelled]:
    """Yield the rows of the table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            labels, _, text = line.partition("|")
            themes, _, disputed = labels.partition("?")
            yield Labelled(text.strip(), frozenset(themes.split()), frozenset(disputed.split()))


def found(text: str) -> frozenset[str]:
    """Return the ids of the themes found in ``text``."""
    return frozenset(match.theme.id for match in FINDER.find(text))


def agreement(right: int, wanted: int, given: int) -> float:
    """Return the F1 of ``given`` labels of which ``right`` are among the ``wanted``."""
    return 2 * right / (wanted + given)


def test_themes_agree_with_careful_readers() -> None:
    """Over a hundred briefs, F1 is at least 0.80 over all labels and over the mean of themes."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for brief in labelled():
        themes = found(brief.text) - brief.disputed
        right.update(themes & brief.themes)
        wanted.update(brief.themes)
        given.update(themes)

    assert len(wanted) >= 20, "a theme that the readers did not know is not judged"
    assert min(wanted.values()) >= 5
    assert agreement(right.total(), wanted.total(), given.total()) >= 0.80
    each = [
        agreement(right[theme.id], wanted[theme.id], given[theme.id])
        for theme in THEMES
        if theme.id in wanted
    ]
    assert sum(each) / len(each) >= 0.80


@pytest.mark.parametrize(
    ("absent", "text"),
    [
        ("connectivity", "The network of village halls has a new chair"),
        ("connectivity", "Media coverage of the flood was wide"),
        ("iot_sensors", "Felpersham's monitoring officer has retired"),
        ("iot_sensors", "A discount for sole occupancy"),
        ("smart_places_transport", "The meeting takes place in Felpersham"),
        ("smart_places_transport", "A security operations centre for eight councils"),
        ("smart_places_transport", "A flood of traffic took the website down"),
        ("cloud_infrastructure", "Felpersham hosted a dinner for its volunteers"),
        ("cloud_infrastructure", "A desktop study of the old gasworks"),
        ("business_systems", "The benefits of walking"),
        ("ai_automation", "Cameras for automatic number plate checks"),
        ("data_analytics", "The road map put Felpersham on the map"),
        ("data_analytics", "No data was lost when the power failed"),
        ("cyber_security", "Flood defences were built after a heart attack felled the engineer"),
        ("information_governance", "A new chief information officer starts on Monday"),
        ("information_governance", "A refuse lorry sprang a water leak"),
        ("digital_services", "A job website lists posts for gardeners"),
        ("digital_inclusion", "A blind spot in the workshop of the staff"),
        ("health_social_care", "Health and safety rules for environmental health inspectors"),
        ("planning_housing", "Staff have learnt contingency planning while working from home"),
        ("planning_housing", "Housing benefit and enterprise resource planning"),
        ("libraries_education", "Lessons learned by machine learning engineers"),
        ("libraries_education", "Four school leavers were taken on as clerks"),
        ("climate_environment", "The financial climate is a waste of time"),
        ("climate_environment", "A carbon copy of the e-mail went to everybody"),
        ("climate_environment", "Alarms for carbon monoxide and a mast of carbon fibre"),
        ("democracy_engagement", "Consultants were hired from a consulting firm"),
        ("workforce_workplace", "The Home Office wrote to the Post Office"),
        ("workforce_workplace", "Felpersham has moved to Google Workspace"),
        ("strategy_leadership", "The board of a health board met on board a ferry"),
        ("procurement_finance", "In a bid to save lives, drivers may pay online"),
        ("procurement_finance", "An answer to the Cyber Assessment Framework"),
        ("partnerships_reorganisation", "Keys to a new council flat were handed over"),
        ("partnerships_reorganisation", "The market share of a supplier partnership"),
    ],
)
def test_words_that_mean_something_else_give_no_theme(absent: str, text: str) -> None:
    """A theme's words in another sense, or as part of another trade's phrase, do not count."""
    assert absent not in found(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("AI will sort letters under a contract won by tender, saving £2m.", "ai_automation"),
        (
            "A digital strategy for connectivity, data, skills, cyber security and cloud is out.",
            "strategy_leadership",
        ),
        ("A smart city platform joins parking, air and lighting data.", "smart_places_transport"),
        (
            "Cameras will watch the town centre: town centre cameras cost little.",
            "smart_places_transport",
        ),
        ("Face recognition in the market square is to be switched off.", "ai_automation"),
        ("Ambridge is to hand over its IT to Borchester.", "partnerships_reorganisation"),
        ("Ambridge has joined the shared IT service of Borchester.", "partnerships_reorganisation"),
    ],
)
def test_what_a_brief_is_about_is_not_pushed_out(text: str, theme: str) -> None:
    """What names its theme comes through beside everything that is only mentioned."""
    assert theme in found(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Sensors worth £40,000 have been fitted to gullies.", "procurement_finance"),
        ("A bid for sensors in gullies was heard.", "procurement_finance"),
        ("Laptops on loan were returned.", "procurement_finance"),
        ("An audit of websites found faults.", "procurement_finance"),
        ("College Road has fibre broadband.", "libraries_education"),
        ("Broadband has reached the Theatres car park.", "libraries_education"),
        ("Readings, and the reading of meters, go by radio.", "libraries_education"),
        ("Members saw the new website.", "democracy_engagement"),
        ("Consulting engineers fitted the sensors.", "democracy_engagement"),
        ("Scrutiny of the website began.", "democracy_engagement"),
        ("The satellite link costs £85 a month.", "procurement_finance"),
        ("The map of the paths cost £4,000.", "procurement_finance"),
        ("Residents have a bin calendar app.", "climate_environment"),
        ("“When is my bin day?” is what they ask most.", "climate_environment"),
    ],
)
def test_a_passing_word_gives_no_theme(text: str, theme: str) -> None:
    """A sum of money, a street or a title is no subject."""
    assert theme not in found(text)
