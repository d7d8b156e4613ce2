"""What names of councils mean, as people write them."""

import pytest
from data_folders import SHIPPED
from hypothesis import given
from hypothesis import strategies as st

from regional_news.gazetteer.councils import Gazetteer, load_gazetteer
from regional_news.gazetteer.resolver import Resolver
from regional_news.model import (
    Ambiguous,
    Certainty,
    Council,
    CouncilStatus,
    PartialDate,
    Resolved,
    Unknown,
)

GAZETTEER = load_gazetteer(SHIPPED)
NAMES = Resolver(GAZETTEER)
COUNCILS = sorted(GAZETTEER, key=lambda council: council.id)


def meant(name: str, region: str | None = None, on: str = "") -> str:
    """Return the id that ``name`` resolves to; candidates joined by "?"; "" where unknown."""
    date = PartialDate.parse(on) if on else None
    resolution = NAMES.resolve(name, region=region, on=date)
    if isinstance(resolution, Resolved):
        return resolution.council.id
    if isinstance(resolution, Ambiguous):
        return "?".join(sorted(council.id for council in resolution.candidates))
    return ""


def family(council: Council) -> set[str]:
    """Return the ids of a council, of those that it replaced and of those that replaced it."""
    relatives = (*GAZETTEER.predecessors(council), *GAZETTEER.successors(council))
    return {council.id, *(relative.id for relative in relatives)}


def last_full_year(council: Council) -> str:
    """Return a year in which the council serves: the last for an abolished one."""
    if council.start and council.status in (CouncilStatus.SHADOW, CouncilStatus.DECIDED):
        return str(council.start.year + 1)
    return str(council.end.year - 1) if council.end else ""


class TestEveryCouncil:
    """What holds for all councils of the gazetteer."""

    def test_its_official_name_means_it(self) -> None:
        """An official name resolves to its bearer, an abolished council's in its own time."""
        wrong = [c.id for c in COUNCILS if meant(c.name, on=last_full_year(c)) != c.id]
        assert wrong == []

    def test_its_official_name_means_it_at_any_date_unless_two_bear_it(self) -> None:
        """What the store writes it reads back: dates decide between equal names alone."""
        names = [name for council in COUNCILS for name in (council.name, *council.aliases)]
        alone = [council for council in COUNCILS if names.count(council.name) == 1]
        alone.remove(GAZETTEER["west-norfolk"])  # King's Lynn and West Norfolk's until it serves
        wrong = {c.id for c in alone for on in ("1990", "2030") if meant(c.name, on=on) != c.id}
        assert wrong == set()

    @pytest.mark.parametrize(
        "respelled",
        [
            str.upper,
            str.lower,
            lambda name: f"The {name}",
            lambda name: f"  {name}. ",
            lambda name: name.replace(" and ", " & "),
            lambda name: name.replace(" and ", " "),
            lambda name: name.replace(",", ""),
            lambda name: name.replace("-", " "),
            lambda name: name.replace("'", "’"),
            lambda name: name.replace(" ", ""),
            lambda name: name.replace("St ", "St. "),
            lambda name: name.replace("North ", "N. ").replace("West ", "W "),
            lambda name: name.replace("Hertfordshire", "Herts").replace("Borough", "Boro"),
        ],
        ids=lambda respelled: respelled("St A-b, N'or and West C D"),
    )
    def test_spellings_that_sound_alike_agree(self, respelled) -> None:  # noqa: ANN001 - pytest's
        """A respelling of the official name means what the name means."""
        wrong = [c.id for c in COUNCILS if meant(respelled(c.name)) != meant(c.name)]
        assert wrong == []

    def test_its_place_with_council_stays_in_its_family(self) -> None:
        """Its place with "Council" means it, its successor, or a choice with one of them."""
        no_council = {"combined authority", "strategic regional authority"}
        no_council |= {"Crown dependency government", "City corporation (sui generis)"}
        wrong = [
            council.id
            for council in COUNCILS
            if council.type not in no_council
            and not family(council) & set(meant(f"{council.short_name} Council").split("?"))
        ]
        assert wrong == []

    def test_a_slip_never_gives_a_stranger(self) -> None:
        """With a letter lost or two swapped, a name means its council's family or nothing."""
        strangers = {
            (written, council.id, meant(written))
            for council in COUNCILS
            for at in range(1, len(council.name) - 1, 5)
            for written in (
                council.name[:at] + council.name[at + 1 :],
                council.name[:at]
                + council.name[at + 1]
                + council.name[at]
                + council.name[at + 2 :],
            )
            if "?" not in meant(written) and meant(written) not in {"", *family(council)}
        }
        assert strangers == set()


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Edinburgh, City of", "edinburgh"),
        ("LB Hackney", "hackney"),
        ("Islington London Borough Council", "islington"),
        ("Solihull MBC", "solihull"),
        ("Sefton MB Council", "sefton"),
        ("Kirklees Metropolitan Council", "kirklees"),
        ("Torfaen CBC", "torfaen"),
        ("Leitrim Co. Co.", "leitrim"),
        ("Co Sligo", "sligo"),
        ("County Durham", "durham"),
        ("Scarborough BC", "scarborough"),
        ("Tendring District", "tendring"),
        ("Metropolitan Borough of Bury", "bury"),
    ],
)
def test_type_words_stand_before_or_after_in_full_or_short(name: str, council: str) -> None:
    """An authority is named by a place with type words around it, however they are written."""
    assert meant(name) == council


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Salford District Council", "salford"),
        ("East Lindsey County Council", "east-lindsey"),
        ("Herefordshire Borough Council", "herefordshire"),
    ],
)
def test_wrong_type_words_are_forgiven(name: str, council: str) -> None:
    """Where one council alone has the place, a wrong type word does not hide it."""
    assert meant(name) == council


@pytest.mark.parametrize(
    ("name", "councils"),
    [
        ("Leicester County Council", "leicester?leicestershire"),
        ("Worcestershire City Council", "worcester?worcestershire"),
        ("Lancaster County Council", "lancashire?lancaster"),
    ],
)
def test_a_town_called_a_county_is_in_doubt(name: str, councils: str) -> None:
    """A county's type words on the county town, or the reverse, leave the choice open."""
    assert meant(name) == councils


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Cyngor Sir Ceredigion", "ceredigion"),
        ("Cyngor Gwynedd", "gwynedd"),
        ("CBS Conwy", "conwy"),
        ("Cyngor Dinas Casnewydd", "newport"),
        ("Sir Gar", "carmarthenshire"),
        ("Comhairle Chontae Chill Dara", "kildare"),
        ("Comhairle Contae Maigh Eo", "mayo"),
        ("Comhairle Chathair Chorcaí", "cork-city"),
        ("Contae Lú", "louth"),
        ("Comhairle Cathrach Bhéal Feirste", "belfast"),
        ("Comhairle nan Eilean Siar", "na-h-eileanan-siar"),
        ("Glaschu", "glasgow"),
    ],
)
def test_names_in_other_languages_are_known(name: str, council: str) -> None:
    """Welsh, Irish and Gaelic names work with any of their type words, lenited or not."""
    assert meant(name) == council


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Hinckley Bosworth", "hinckley-and-bosworth"),
        ("W Lothian", "west-lothian"),
        ("NE Lincs", "north-east-lincolnshire"),
        ("South Glos", "south-gloucestershire"),
        ("Gt Yarmouth", "great-yarmouth"),
        ("Newcastle on Tyne", "newcastle-upon-tyne"),
        ("Saint Albans", "st-albans"),
        ("Scilly Isles", "isles-of-scilly"),
        ("Isles of Orkney", "orkney-islands"),
        ("SouthamptonCity Council", "southampton"),
        ("Conwy (Wales' north)", ""),
        ("Abertawe / Swansea", "swansea"),
        ("Stroud District Council (SDC)", "stroud"),
    ],
)
def test_places_are_known_in_short_spellings(name: str, council: str) -> None:
    """Short words, dropped words, run-together words and brackets do not hide the place."""
    assert meant(name) == council


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Barnsely Council", "barnsley"),
        ("Wolverhamton", "wolverhampton"),
        ("Basingstoke and Dean", "basingstoke-and-deane"),
        ("Mansfield Distict Council", "mansfield"),
        ("Lodnon Borough of Barnet", "barnet"),
    ],
)
def test_slips_of_the_pen_are_mended_and_marked(name: str, council: str) -> None:
    """One slip in eight letters is mended, in the place or in its type words."""
    assert NAMES.resolve(name) == Resolved(GAZETTEER[council], Certainty.FUZZY)


@pytest.mark.parametrize(
    "name",
    [
        "Stamford",
        "Swinton Borough Council",
        "Penrith District Council",
        "Malton",
        "South Lincolnshire",
        "East Derbyshire",
        "London Borough of Harlow",
        "Hertfordshre Herefordshre",
        "Lewis",
    ],
)
def test_other_places_are_no_slips(name: str) -> None:
    """A town, or a point of the compass, that differs by a letter is not mended into a council."""
    assert isinstance(NAMES.resolve(name), Unknown)


@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Londonderry", "derry-city-and-strabane"),
        ("Derry/Londonderry", "derry-city-and-strabane"),
        ("Derry-Londonderry City Council", "derry-city-and-strabane"),
        ("Londonderry (Derry)", "derry-city-and-strabane"),
        ("Bracknell Council", "bracknell-forest"),
        ("Cannock Council", "cannock-chase"),
        ("Merthyr Council", "merthyr-tydfil"),
        ("Kirklees MC", "kirklees"),
        ("Huntingdon District Council", "huntingdonshire"),
        ("Richmond District Council", "richmondshire"),
        ("The Mayor and Burgesses of the London Borough of Camden", "camden"),
        ("Lord Mayor and Citizens of the City of Westminster", "westminster"),
        ("Common Council of the City of London", "city-of-london"),
        ("East Yorks", "east-riding-of-yorkshire"),
        ("IOW", "isle-of-wight"),
        ("NPT Council", "neath-port-talbot"),
        ("D&G Council", "dumfries-and-galloway"),
        ("D and G", "dumfries-and-galloway"),
        ("Halton (B)", "halton"),
        ("Bristol City Council (UA)", "bristol"),
        ("Cardiff [Caerdydd GB-CRD]", "cardiff"),
        ("Leeds, England", "leeds"),
        ("Wexford, Ireland", "wexford"),
        ("Adur Dist. Cncl", "adur"),
        ("Wigan Met Borough Cncl", "wigan"),
        ("Highlands Council", "highland"),
        ("Welwyn Council", "welwyn-hatfield"),
        ("Comhairle Baile Ghlaschu", "glasgow"),
        ("Cyngor Sir Mynwy", "monmouthshire"),
    ],
)
def test_each_way_in_which_others_write_a_name_is_known(name: str, council: str) -> None:
    """Charters, lists of codes, initials and half-names mean their council."""
    assert meant(name) == council


@pytest.mark.parametrize(
    ("code", "council"),
    [("E07000223", "adur"), ("e06000055", "bedford"), ("E07000002", "bedford")],
)
def test_a_code_is_a_name(code: str, council: str) -> None:
    """A code of the Office for National Statistics means the council that has it, or had it."""
    assert meant(code) == council


@pytest.mark.parametrize("letters", ["BCP", "RCT", "DLR", "LCR", "ABC"])
def test_letters_that_mean_something_else_need_a_word_that_says_so(letters: str) -> None:
    """A business continuity plan is a BCP; with "Council", or the region, it is Bournemouth."""
    assert isinstance(NAMES.resolve(letters), Ambiguous)
    style = "Combined Authority" if letters == "LCR" else "Council"
    region = NAMES.resolve(letters).candidates[0].region
    assert isinstance(NAMES.resolve(letters, region=region), Resolved)
    if letters != "ABC":  # Ashford has it, too
        assert isinstance(NAMES.resolve(f"{letters} {style}"), Resolved)


@pytest.mark.parametrize(
    "name",
    [
        "Greater Exeter Council",
        "Greater Lincoln Council",
        "Northern Lancashire Council",
        "Southern Staffordshire Council",
        "Wider Norwich Council",
        "Inner Leeds City Council",
        "Avon",
        "Avon County Council",
        "Trent",
        "Tees",
        "Cleveland",
        "Tynwald",
        "Highlands",
    ],
)
def test_another_body_and_a_county_that_was_are_unknown(name: str) -> None:
    """A word before a name makes it another body; no council bears Avon's name, nor a river's."""
    assert meant(name) == ""


def test_newcastle_alone_is_ambiguous() -> None:
    """Newcastle is on the Tyne and under Lyme; the region or the type words tell which."""
    assert meant("Newcastle") == "newcastle-under-lyme?newcastle-upon-tyne"
    assert meant("Newcastle Council", region="north-east-england") == "newcastle-upon-tyne"
    assert meant("Newcastle", region="west-midlands") == "newcastle-under-lyme"
    assert meant("Newcastle Borough Council") == "newcastle-under-lyme"


def test_what_region_or_date_decided_is_marked() -> None:
    """An answer that the name alone does not give says so."""
    newcastle = NAMES.resolve("Newcastle", region="west-midlands")
    assert newcastle == Resolved(GAZETTEER["newcastle-under-lyme"], Certainty.CONTEXT)
    exeter = NAMES.resolve("Exeter", region="south-west-england")
    assert exeter == Resolved(GAZETTEER["exeter"], Certainty.EXACT)


def test_richmond_is_in_london_or_in_yorkshire() -> None:
    """Richmond upon Thames and Richmondshire share their short name."""
    assert meant("Richmond") == "richmond-upon-thames?richmondshire"
    assert meant("Richmond", region="london") == "richmond-upon-thames"
    assert meant("Richmond Council", region="yorkshire-and-the-humber") == "richmondshire"


def test_an_irish_county_and_its_city_are_told_by_type_words_alone() -> None:
    """Galway is two councils, and no region tells them apart."""
    assert meant("Galway", region="republic-of-ireland") == "galway-city?galway-county"
    assert meant("Galway Co Council") == "galway-county"
    assert meant("Kilkenny City Council") == ""


@pytest.mark.parametrize(
    ("name", "on", "council"),
    [
        ("West Norfolk Council", "", "kings-lynn-and-west-norfolk"),
        ("West Norfolk Council", "2028-03-31", "kings-lynn-and-west-norfolk"),
        ("West Norfolk Council", "2028-04-01", "west-norfolk"),
        ("West Norfolk", "2029", "west-norfolk"),
        ("North East Combined Authority", "2016", "north-east-ca-until-2024"),
        ("North East Combined Authority", "", "north-east-ca"),
        ("Richmond", "2024", "richmond-upon-thames"),
        ("Buckinghamshire", "", "buckinghamshire"),
        ("Buckinghamshire", "2015", "buckinghamshire-county"),
        ("Dorset Council", "2015-06", "dorset"),
        ("Dorset", "2015-06", "dorset-county"),
        ("Somerset County Council", "", "somerset-county"),
        ("Limerick", "2010", "limerick-city?limerick-county"),
        ("Limerick", "2020", "limerick"),
        ("East Surrey", "2026", "east-surrey"),
    ],
)
def test_the_date_decides_between_a_council_and_its_predecessor(
    name: str, on: str, council: str
) -> None:
    """A shared name means the council in office on the date, without a date the present one."""
    assert meant(name, on=on) == council


@pytest.mark.parametrize(
    ("name", "on", "council"),
    [
        ("Bournemouth", "", "bournemouth-christchurch-and-poole"),
        ("Bournemouth", "2015", "bournemouth"),
        ("Bournemouth Borough Council", "", "bournemouth"),
        ("Newry", "", "newry-mourne-and-down"),
        ("Perth Council", "", "perth-and-kinross"),
        ("Brighton City Council", "", "brighton-and-hove"),
        ("Bath City Council", "", ""),
        ("Cleveland County Council", "", ""),
        ("Weymouth", "", ""),
        ("Weymouth", "2010", "weymouth-and-portland"),
    ],
)
def test_half_of_a_joint_name_means_the_council_in_office(name: str, on: str, council: str) -> None:
    """A half means the joint council unless the type words are those of an older body."""
    assert meant(name, on=on) == council


def test_two_councils_named_together_are_both_candidates() -> None:
    """A name that joins two councils is none of them alone."""
    assert meant("Adur & Worthing Councils") == "adur?worthing"


def test_a_county_goes_before_the_combined_authority_of_its_name() -> None:
    """Bare "Lancashire" is the county council; the combined authority needs its type words."""
    assert meant("Lancashire") == "lancashire"
    assert meant("Lancashire CCA") == "lancashire-cca"
    assert meant("West Yorkshire Council") == ""


@pytest.mark.parametrize(
    "letters",
    ["CCBC", "CEC", "DCC", "FCC", "HBC", "LCCC", "NCC", "NLC", "PCC", "SCDC", "TMBC", "ABC"],
)
def test_initials_that_clash_need_help(letters: str) -> None:
    """Initials of several councils never resolve by themselves."""
    assert "?" in meant(letters)


@pytest.mark.parametrize(
    ("letters", "region", "council"),
    [
        ("NLC", "scotland", "north-lanarkshire"),
        ("FCC", "wales", "flintshire"),
        ("SCDC", "", ""),
        ("MEABC", "", "mid-and-east-antrim"),
        ("RCT CBC", "", "rhondda-cynon-taf"),
        ("Cyngor RhCT", "", "rhondda-cynon-taf"),
        ("LBWF", "", "waltham-forest"),
        ("UDC", "", ""),
        ("UDC", "east-of-england", "uttlesford"),
        ("UDC", "wales", ""),
    ],
)
def test_initials_of_one_council_are_known(letters: str, region: str, council: str) -> None:
    """Initials of one council resolve; a single letter for its place needs the region too."""
    answer = meant(letters, region=region or None)
    assert ("" if "?" in answer else answer) == council


@pytest.mark.parametrize(
    "name",
    [
        "Truro City Council",
        "City of Wells",
        "Chichester City Council",
        "Salisbury City Council",
        "Witney Town Council",
        "Cyngor Tref Caernarfon",
        "Durham Parish Council",
        "Kendal TC",
        "NHS Grampian",
        "Kent Police",
        "London Councils",
        "Design Council",
        "Greater London Council",
        "British Council",
        "County Council",
        "County Antrim",
        "London",
        "the council",
        "",
        "…",
    ],
)
def test_bodies_that_are_no_authorities_are_unknown(name: str) -> None:
    """Parishes, towns and other bodies are refused with a reason that people can read."""
    resolution = NAMES.resolve(name)
    assert isinstance(resolution, Unknown)
    assert resolution.reason


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    """Whatever is given, the answer is a value."""
    assert isinstance(NAMES.resolve(text), Resolved | Ambiguous | Unknown)


def test_a_megabyte_is_no_name() -> None:
    """A text longer than any name is refused without being read."""
    assert isinstance(NAMES.resolve("Leeds and " * 100_000), Unknown)


def test_search_finds_words_that_begin_so() -> None:
    """A search box offers names that begin with what is typed before names that hold it."""
    found = [council.id for council in NAMES.search("Newc", 3)]
    assert found == ["newcastle-upon-tyne", "newcastle-under-lyme", "north-of-tyne-ca"]
    assert NAMES.search("caerdydd", 1) == [GAZETTEER["cardiff"]]
    assert GAZETTEER["tower-hamlets"] in NAMES.search("haml", 5)
    assert NAMES.search("Wrexam", 5) == [GAZETTEER["wrexham"]]
    assert NAMES.search("Leads by example", 5) == []
    assert NAMES.search("  ", 5) == []
    assert len(NAMES.search("c", 4)) == 4


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("borch", ["new-borchester", "borchester"]),  # who serves first, though a word inside
        ("borchester", ["borchester", "new-borchester"]),  # a whole name, and none begins so
        ("darr", ["darrington", "darr"]),
        ("darrington", ["darrington"]),
    ],
)
def test_who_serves_is_found_before_who_does_not(typed: str, found: list[str]) -> None:
    """A council that is no more is first only by its whole name, and where none begins so."""
    gone = {"status": CouncilStatus.ABOLISHED, "end": PartialDate.parse("2009-03-31")}
    councils = [
        Council(each, name, short, "district", "England", "london", 52.0, -2.0, **more)  # type: ignore[arg-type]
        for each, name, short, more in (
            ("borchester", "Borchester City Council", "Borchester", gone),
            ("new-borchester", "New Borchester Council", "New Borchester", {}),
            ("darr", "Darr Rural District Council", "Darr", gone),
            ("darrington", "Darrington Council", "Darrington", {}),
        )
    ]
    country = Resolver(Gazetteer(councils, GAZETTEER.regions))
    assert [council.id for council in country.search(typed)] == found


def test_what_was_learnt_in_review_settles_a_doubt() -> None:
    """A name that somebody chose a council for is in doubt no more; sure names stay as they are."""
    learnt = [("Newcastle", "newcastle-upon-tyne"), ("Exeter", "leeds")]
    taught = Resolver(Gazetteer(GAZETTEER, GAZETTEER.regions, learnt))
    assert taught.resolve("newcastle") == Resolved(
        GAZETTEER["newcastle-upon-tyne"], Certainty.ALIAS
    )
    assert taught.resolve("Exeter") == Resolved(GAZETTEER["exeter"], Certainty.EXACT)
