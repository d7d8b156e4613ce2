"""What the words of a search mean, and what is offered for them."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from data_folders import FROZEN, SHIPPED
from geopy.distance import great_circle
from tests.unit.snapshot_builder import COUNCILS, brief, snapshot_of

from regional_news.errors import DataError
from regional_news.model import CouncilStatus, PartialDate
from regional_news.query import BriefFilter
from regional_news.query.alternatives import alternatives, nearest
from regional_news.query.questions import as_filter, word_for_option
from regional_news.query.search_terms import FILE, load_search_terms, marks
from regional_news.query.suggestions import suggestions
from regional_news.reference import open_reference
from regional_news.snapshot.snapshot import Snapshot, open_snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Return a snapshot of the frozen data."""
    return open_snapshot(FROZEN)


def meant(snapshot: Snapshot, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups and ids that a search means, term by term."""
    return [(m.group, m.ids) for term in snapshot.index.terms.of(text) for m in term.meanings]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("AI", "ai_automation"),
        ("artificial intelligence", "ai_automation"),
        ("wifi", "connectivity"),
        ("Wi-Fi", "connectivity"),
        ("IoT", "iot_sensors"),
        ("foi", "information_governance"),
        ("telecare", "health_social_care"),
        ("Sensors & IoT", "iot_sensors"),
        ("digital twins", "data_analytics"),
    ],
)
def test_themes_are_known_by_their_labels_and_other_words(
    snapshot: Snapshot, text: str, theme: str
) -> None:
    """Whatever people call a theme, its briefs are found."""
    assert meant(snapshot, text) == [("theme", (theme,))]
    kept = set(snapshot.view(BriefFilter(q=text)).frame["id"])
    assert kept >= set(snapshot.view(BriefFilter(themes=(theme,))).frame["id"])


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("north west", ("north-west-england",)),
        ("Welsh", ("wales",)),
        ("Cymru", ("wales",)),
        ("Yorkshire", ("yorkshire-and-the-humber",)),
    ],
)
def test_regions_are_known_by_their_names(
    snapshot: Snapshot, text: str, regions: tuple[str, ...]
) -> None:
    """A region is found by its name in part, in another language and as an adjective."""
    assert ("region", regions) in meant(snapshot, text)
    assert as_filter(snapshot.index, text, BriefFilter()) == BriefFilter(regions=regions)


def test_a_nation_is_all_its_regions(snapshot: Snapshot) -> None:
    """England is nine regions of the magazine."""
    ((group, ids),) = meant(snapshot, "England")
    assert group == "region"
    england = {r.id for r in snapshot.gazetteer.regions.in_magazine if r.nation == "England"}
    assert set(ids) == england


def test_the_longest_phrase_counts(snapshot: Snapshot) -> None:
    """“Data protection” is one thing, and not the theme of data."""
    assert meant(snapshot, "data protection") == [("theme", ("information_governance",))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wales sensors", BriefFilter(regions=("wales",), themes=("iot_sensors",))),
        (
            "What have Welsh councils done about sensors?",
            BriefFilter(regions=("wales",), themes=("iot_sensors",)),
        ),
        ("Devon broadband", BriefFilter(councils=("devon",), themes=("connectivity",))),
        ("telecare ai", BriefFilter(q="ai", themes=("health_social_care",))),
        ("Scotland buzzing", BriefFilter(q="buzzing", regions=("scotland",))),
        ("Scotland services", BriefFilter(q="services", regions=("scotland",))),
        ("", BriefFilter()),
        ("!!!", BriefFilter()),
    ],
)
def test_a_question_in_parts_becomes_filters(
    snapshot: Snapshot, text: str, wanted: BriefFilter
) -> None:
    """Each part that is a theme, a region or a council is one; the other words stay words."""
    assert as_filter(snapshot.index, text, BriefFilter()) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AI", BriefFilter(themes=("ai_automation",))),
        ("wifi", BriefFilter(themes=("connectivity",))),
        ("Sensors", BriefFilter(themes=("iot_sensors",))),
        ("Cymru", BriefFilter(regions=("wales",))),
        ("Caerdydd", BriefFilter(councils=("cardiff",))),
        ("Baile Átha Cliath", BriefFilter(councils=("dublin-city",))),
        ("GMCA", BriefFilter(councils=("greater-manchester-ca",))),
        ("services", BriefFilter(q="services")),  # a group of themes
        ("Newcastle", BriefFilter(q="Newcastle")),  # two councils
        ("Rhondda", BriefFilter(councils=("rhondda-cynon-taf",))),  # a word of one council's names
        ("Aberde", BriefFilter(q="Aberde")),  # the beginning of two councils' names
        ("newp", BriefFilter(councils=("newport",))),  # the beginning of one whose briefs it finds
        ("wind", BriefFilter(q="wind")),  # the beginning of one, and it finds none
        ("Wrexam", BriefFilter(q="Wrexam")),  # a slip of the pen is asked about
        ("Borsetshire", BriefFilter(q="Borsetshire")),
    ],
)
def test_a_name_alone_is_a_filter(snapshot: Snapshot, text: str, wanted: BriefFilter) -> None:
    """A name or alias of one theme, region or council is that one, in any language."""
    assert as_filter(snapshot.index, text, BriefFilter()) == wanted


def test_a_phrase_is_more_than_a_word_of_a_question() -> None:
    """“Council” says nothing of what is asked for, but council tax is not any tax."""
    index = open_snapshot(SHIPPED).index
    assert as_filter(index, "council tax", BriefFilter()) == BriefFilter(q="council tax")
    assert as_filter(index, "what about council buzzing", BriefFilter()).q == "buzzing"
    assert as_filter(index, "about the councils", BriefFilter()).q == "about the councils"


@pytest.mark.parametrize(
    ("text", "said", "only"),
    [
        ("wifi", "“wifi” finds all of Broadband & connectivity.", BriefFilter(q='"wifi"')),
        (
            "Wales telecare",
            "“telecare” finds all of Health & social care.",
            BriefFilter(q='"telecare"', regions=("wales",)),
        ),
        ("Sensors", "", BriefFilter()),  # the theme is called so
        ("In our view 37 focus", "", BriefFilter()),  # and the issue, but for its brackets
        ("buzzing", "", BriefFilter()),
    ],
)
def test_a_word_that_became_a_theme_of_another_name_says_so(
    snapshot: Snapshot, text: str, said: str, only: BriefFilter
) -> None:
    """With it comes the filter in which that is only a word."""
    assert word_for_option(snapshot.index, text, BriefFilter()) == (said, only)


@pytest.mark.parametrize("words", [BriefFilter(), BriefFilter(themes=("iot_sensors",))])
def test_only_the_word_stands_for_its_theme_whatever_was_chosen(
    snapshot: Snapshot, words: BriefFilter
) -> None:
    """The theme of a search takes the place of the one before, and so does the word."""
    wanted = BriefFilter(regions=("wales",), themes=("iot_sensors",))
    _, only = word_for_option(snapshot.index, "telecare", wanted, words)
    assert only == BriefFilter(q='"telecare"', regions=("wales",))


def test_a_slip_of_the_pen_in_a_word_is_offered_mended(snapshot: Snapshot) -> None:
    """The nearest word of the briefs takes the place of one that none has; others stay."""
    for typed, meant in (("sensrs", "sensors"), ("sensrs bins", "sensors bins")):
        first, *_ = suggestions(snapshot.index, typed, BriefFilter())
        assert (first.label, first.briefs > 0) == (meant, True)
    assert not suggestions(snapshot.index, "zzyzx", BriefFilter())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Edinborough", "City of Edinburgh Council"),
        ("Devn", "Devon County Council"),
        ("Devn Concil", "Devon County Council"),
    ],
)
def test_a_slip_of_the_pen_in_a_council_is_offered_mended(
    snapshot: Snapshot, typed: str, meant: str
) -> None:
    """As a council, too, though it is far from the name, or the name is short."""
    labels = [o.label for o in suggestions(snapshot.index, typed, BriefFilter()) if o.council]
    assert labels[0] == meant


@pytest.mark.parametrize("text", ["sensors", "Scotland"])
def test_the_word_itself_is_offered_where_it_is_a_name(snapshot: Snapshot, text: str) -> None:
    """Who wants the word in the texts takes that."""
    offered = [o.filter for o in suggestions(snapshot.index, text, BriefFilter())]
    assert BriefFilter(q=text.lower()) in offered


def test_what_leaves_no_brief_says_why_and_comes_last(snapshot: Snapshot) -> None:
    """Beside the filter in use there is none; without it, so many are."""
    wanted = BriefFilter(regions=("wales",))
    offered = suggestions(snapshot.index, "sens", wanted)
    (none,) = [o for o in offered if o.filter == replace(wanted, themes=("iot_sensors",))]
    assert (none.briefs, none.elsewhere) == (
        0,
        len(snapshot.view(BriefFilter(themes=("iot_sensors",)))),
    )
    assert [not o.briefs for o in offered] == sorted(not o.briefs for o in offered)


def test_a_short_word_is_only_itself(snapshot: Snapshot) -> None:
    """“AI” marks “AI”, not “aim”; four letters are a beginning."""
    phrases = marks(snapshot.index.terms.of("AI sensor"))
    assert ["ai"] in phrases
    assert ["sensor*"] in phrases


def test_suggestions_say_how_many_briefs_they_leave(snapshot: Snapshot) -> None:
    """Councils, themes, regions and words are offered, each with the number that its view has."""
    seen = set()
    for text in ("sens", "card", "nor", "digital", "wales sensors"):
        for offered in suggestions(snapshot.index, text, BriefFilter(themes=("digital_services",))):
            assert offered.briefs == len(snapshot.view(offered.filter)), offered
            seen.add(offered.kind)
    assert seen == {"Filter", "Theme", "Region", "Council", "Words"}


def test_what_is_typed_of_a_name_is_not_told_beside_it(snapshot: Snapshot) -> None:
    """No mark between its words makes it another name."""
    offered = suggestions(snapshot.index, "in our view 37 foc", BriefFilter())
    assert [each.label for each in offered if each.kind == "Issue"] == ["In Our View 37 (Focus)"]


def test_the_last_part_of_a_question_may_be_a_beginning(snapshot: Snapshot) -> None:
    """Before a word is whole, what it may become is offered together with what was said before."""
    wanted = BriefFilter(regions=("wales",), themes=("iot_sensors",))
    assert wanted in [o.filter for o in suggestions(snapshot.index, "wales sens", BriefFilter())]


@pytest.mark.parametrize(("typed", "found"), [("caerd", "Cardiff"), ("gmca", "Greater Manchester")])
def test_councils_are_suggested_by_any_name(snapshot: Snapshot, typed: str, found: str) -> None:
    """Another language and initials lead to the council."""
    labels = [o.label for o in suggestions(snapshot.index, typed, BriefFilter()) if o.council]
    assert any("→" in label and found in label.partition("→")[2] for label in labels)


def test_letters_that_councils_share_mean_those_of_the_region_first(snapshot: Snapshot) -> None:
    """LCC is Leeds in Yorkshire, whether it has a brief or not, and three councils elsewhere."""
    for region in ("yorkshire-and-the-humber", "east-midlands"):
        offered = suggestions(snapshot.index, "lcc", BriefFilter(regions=(region,)))
        councils = [snapshot.gazetteer[each.council].region for each in offered if each.council]
        count = councils.count(region)
        assert count > 0
        assert councils[:count] == [region] * count


def test_a_council_that_is_no_more_comes_after_those_that_serve_and_says_so() -> None:
    """It has a brief and they have none; by its whole name it is first."""
    gone = replace(COUNCILS[1], status=CouncilStatus.ABOLISHED, end=PartialDate.parse("2009-03-31"))
    other = replace(
        COUNCILS[0], id="fel", name="New Felpersham Council", short_name="New Felpersham"
    )
    index = snapshot_of([brief()], councils=(gone, other)).index
    told = {
        typed: [each.label for each in suggestions(index, typed, BriefFilter()) if each.council]
        for typed in ("felp", "Felpersham")
    }
    ended, serves = "Felpersham City Council (until 2009)", "New Felpersham Council"
    assert told == {"felp": [serves, ended], "Felpersham": [ended, serves]}


def test_a_council_that_is_found_by_its_own_name_is_offered_by_that_alone(
    snapshot: Snapshot,
) -> None:
    """Only another name needs to be told."""
    labels = [o.label for o in suggestions(snapshot.index, "cardiff", BriefFilter()) if o.council]
    assert "City of Cardiff Council" in labels


def test_what_would_be_found_instead(snapshot: Snapshot) -> None:
    """Every alternative leaves something, and the nearest council has what is asked."""
    view = snapshot.view(BriefFilter(regions=("wales",), themes=("iot_sensors",)))
    assert not len(view)
    wider = alternatives(view)
    assert {each.filter for each in wider} == {
        BriefFilter(regions=("wales",)),
        BriefFilter(themes=("iot_sensors",)),
    }
    assert all(each.briefs == len(snapshot.view(each.filter)) > 0 for each in wider)
    found = nearest(view)
    assert found is not None
    council, km = found
    assert council.id in snapshot.view(BriefFilter(themes=("iot_sensors",))).counts("council")
    ours = [each for each in snapshot.gazetteer if each.region == "wales"]
    far = [great_circle((each.lat, each.lon), (council.lat, council.lon)).km for each in ours]
    assert km == pytest.approx(min(far), rel=0.02)  # from the border, not from the middle


def test_near_a_council_is_near_it_whatever_region_is_chosen_too(snapshot: Snapshot) -> None:
    """A council of the region is not near one that lies elsewhere."""
    asked = BriefFilter(regions=("wales",), councils=("belfast",), themes=("iot_sensors",))
    assert nearest(snapshot.view(asked)) == nearest(snapshot.view(replace(asked, regions=())))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("telecare", "“telecare” also finds all of Health & social care."),
        ("services", "“services” also finds all of Services."),
        ("Welsh", "“welsh” also finds all of Wales."),
    ],
)
def test_a_word_that_finds_more_than_itself_is_told_with_the_count(
    snapshot: Snapshot, text: str, told: str
) -> None:
    """A reader who looks for a word learns why there are briefs without it."""
    view = snapshot.view(BriefFilter(q=text))
    assert view.counted == f"{view.totals}. {told}"
    assert snapshot.view(BriefFilter()).counted == snapshot.view(BriefFilter()).totals


def test_where_all_words_find_none_each_is_left_out(snapshot: Snapshot) -> None:
    """Who asked for one word too many is led to what the others find."""
    found = alternatives(snapshot.view(BriefFilter(q="buzzing telecare buzzing")))
    assert [each.filter for each in found].count(BriefFilter(q="telecare")) == 1


def test_a_text_of_many_words_is_not_tried_word_by_word() -> None:
    """Nobody searches for so many, and each takes its time among many briefs."""
    index = snapshot_of([brief(summary="Oaks elms ashes limes birches alders.")]).index
    for typed, offered in (
        ("oaks elms ashes limes", True),
        ("oaks elms ashes limes birches alders", False),
    ):
        view = index.view(BriefFilter(q=f"{typed} zzyzx"))
        assert (BriefFilter(q=typed) in [each.filter for each in alternatives(view)]) is offered
        meant = BriefFilter(q=f"{typed} birches")
        found = suggestions(index, f"{typed} birchse", BriefFilter())
        assert (meant in [each.filter for each in found]) is offered


def test_a_council_without_a_brief_is_looked_for_as_a_word(snapshot: Snapshot) -> None:
    """Who asked for a council by its name is led to the briefs that speak of its place."""
    gazetteer, about = snapshot.gazetteer, snapshot.view(BriefFilter()).counts("council")
    council = next(
        each
        for each in gazetteer
        if each.id not in about and len(snapshot.view(BriefFilter(q=each.short_name)))
    )
    wider = alternatives(snapshot.view(BriefFilter(councils=(council.id,))))
    assert BriefFilter(q=council.short_name) in [each.filter for each in wider]


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    """One sentence names the file."""
    (tmp_path / FILE).write_text("[theme", encoding="utf-8")
    with pytest.raises(DataError, match=r"search\.toml cannot be read"):
        load_search_terms(tmp_path / FILE, open_reference(FROZEN))


def test_the_shipped_file_names_what_there_is() -> None:
    """A theme or region that was renamed is renamed here, too."""
    told = tomllib.loads((SHIPPED / FILE).read_text(encoding="utf-8"))
    reference = open_reference(SHIPPED)
    assert set(told["theme"]) <= {theme.id for theme in reference.themes}
    assert set(told["region"]) <= {region.id for region in reference.regions}
    assert set(told["group"]) <= {theme.group.value for theme in reference.themes}
    assert set(told["nation"]) <= {region.nation for region in reference.regions}


def test_a_word_in_quotation_marks_is_that_word_alone(snapshot: Snapshot) -> None:
    """It is no beginning of another, no theme and no council; it may stand beside them."""
    every = BriefFilter()
    for text in ('"sensor"', "“sensor”"):
        assert as_filter(snapshot.index, text, every) == BriefFilter(q=text)
        assert marks(snapshot.index.terms.of(text)) == [["sensor"]]
    found = {
        text: set(snapshot.view(BriefFilter(q=text)).frame["id"]) for text in ("sensor", '"sensor"')
    }
    assert found['"sensor"'] < found["sensor"]
    assert as_filter(snapshot.index, '"Wrexham"', every) == BriefFilter(q='"Wrexham"')
    beside = as_filter(snapshot.index, 'Wales "sensors"', every)
    assert beside == BriefFilter(q='"sensors"', regions=("wales",))
    offered = suggestions(snapshot.index, '"sensor"', every)
    assert "Words" not in [each.kind for each in offered]
    assert beside.describe(snapshot.index.labels) == 'Briefs from Wales with "sensors"'


def test_what_is_offered_says_why(snapshot: Snapshot) -> None:
    """A theme that is found by a word which its name has not is offered with that word."""
    offered = [each.label for each in suggestions(snapshot.index, "Microsoft", BriefFilter())]
    assert "microsoft 365 → Workforce & workplace" in offered
    offered = [each.label for each in suggestions(snapshot.index, "wifi", BriefFilter())]
    assert "Broadband & connectivity" in offered


def test_few_letters_are_no_beginning_of_an_alias(snapshot: Snapshot) -> None:
    """Who types "AI" does not mean Aiberdeen; a short alias that is a whole word is meant."""
    offered = [each.label for each in suggestions(snapshot.index, "AI", BriefFilter())]
    assert not [label for label in offered if label.startswith(("Ai", "Ài"))]
    (bcp,) = [e.council for e in suggestions(snapshot.index, "BCP", BriefFilter()) if e.council]
    assert bcp == "bournemouth-christchurch-and-poole"
