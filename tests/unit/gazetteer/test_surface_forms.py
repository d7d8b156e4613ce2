"""What the grammar of council names writes and reads."""

import pytest

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, name_parts
from regional_news.gazetteer.regions import Regions
from regional_news.gazetteer.surface_forms import NameKind, forms_of, surface_forms
from regional_news.model import Council, Region
from regional_news.text import fold


def _council(name: str, short_name: str, kind: str, **more: object) -> Council:
    return Council(
        id=fold(name).replace(" ", "-"),
        name=name,
        short_name=short_name,
        type=kind,
        nation="England",
        region="mummerset",
        lat=52.0,
        lon=-1.0,
        **more,  # type: ignore[arg-type]
    )


def _gazetteer(*councils: Council) -> Gazetteer:
    return Gazetteer(councils, Regions((Region("mummerset", "Mummerset", "England", "X1"),)))


@pytest.mark.parametrize(
    ("written", "place", "styles"),
    [
        ("London Borough of Walford", "walford", {Style.BOROUGH, Style.LONDON}),
        ("Walford LB", "walford", {Style.BOROUGH, Style.LONDON}),
        ("Felpersham, City of", "felpersham", {Style.CITY}),
        ("City and County of Felpersham Council", "felpersham", {Style.CITY, Style.COUNTY}),
        ("Borsetshire CC", "borsetshire", {Style.CITY_OR_COUNTY}),
        ("Craggy Island Co. Co.", "craggy island", {Style.COUNTY}),
        ("Cyngor Bwrdeistref Sirol Pontypandy", "pontypandy", {Style.BOROUGH, Style.COUNTY}),
        ("Comhairle Chontae Inis Creagach", "inis creagach", {Style.COUNTY}),
        ("Derry City and Strabane District Council", "derry city and strabane", {Style.DISTRICT}),
        (
            "Walford and Weatherfield Combined Authority",
            "walford and weatherfield",
            {Style.COMBINED},
        ),
        ("County Council", "", {Style.COUNTY}),
    ],
)
def test_a_name_comes_apart_into_place_and_styles(
    written: str, place: str, styles: set[Style]
) -> None:
    """Type words before and after the place leave it and add their claims."""
    parts = name_parts(fold(written))
    assert (" ".join(parts.place), parts.styles - {Style.COUNCIL}) == (place, styles)


def test_london_is_a_place_unless_borough_follows() -> None:
    """Only "London Borough" is a type; the City of London keeps its place."""
    assert name_parts("city of london corporation").place == ("london",)
    assert name_parts("walford london borough council").place == ("walford",)


def _written(council: Council) -> dict[str, NameKind]:
    return {" ".join(words): kind for kind, words in reversed([*forms_of(council)])}


def test_every_source_of_a_name_keeps_its_kind() -> None:
    """Official, short, alias, language and abbreviation are told apart from what is guessed."""
    council = _council(
        "Borsetshire County Council",
        "Borsetshire",
        "county council",
        aliases=("Borset",),
        languages={"cy": ("Sir Forset", "Caerborset")},
        abbreviations=("BoCC",),
    )
    kinds = {
        "borsetshire": NameKind.NAME,
        "borset": NameKind.ALIAS,
        "caerborset": NameKind.LANGUAGE,
        "nghaerborset": NameKind.LANGUAGE,
        "bocc": NameKind.ABBREVIATION,
    }
    assert _written(council).items() >= kinds.items()


@pytest.mark.parametrize(
    ("name", "short_name", "form", "kind"),
    [
        (
            "Ambridge and Darrington Borough Council",
            "Ambridge and Darrington",
            "a&d",
            "abbreviation",
        ),
        ("Ambridge and Darlow Borough Council", "Ambridge and Darlow", "ambridge", "part"),
        (
            "Ambridge and Darrington Borough Council",
            "Ambridge and Darrington",
            "darrington",
            "part",
        ),
        ("Ambridge and Darlow Borough Council", "Ambridge and Darlow", "adbc", "initials"),
        ("Penny Hassett Council", "Penny Hassett", "pennyhassett", "alias"),
        ("Lakey Forest Council", "Lakey Forest", "lakey", "part"),
        ("Felpersham-on-Am City Council", "Felpersham-on-Am", "felpersham upon am", "name"),
        ("Borchestershire Council", "Borchestershire", "borchester", "stem"),
        ("Vale of Borset Council", "Vale of Borset", "the vale", "alias"),
        ("East Hertfordshire District Council", "East Hertfordshire", "east herts", "alias"),
    ],
)
def test_people_shorten_a_name_in_these_ways(
    name: str, short_name: str, form: str, kind: str
) -> None:
    """Each way is a rule on the name in the register, so that a new council needs no list."""
    assert _written(_council(name, short_name, "district"))[form] == kind


def test_a_river_is_no_part_of_a_name() -> None:
    """Stoke-on-Trent is Stoke, never Trent."""
    assert "am" not in _written(_council("Felpersham-on-Am Council", "Felpersham-on-Am", "unitary"))


def test_every_council_keeps_its_own_forms() -> None:
    """A form comes back for each council that may be meant: who reads it decides."""
    walford = _council("London Borough of Walford", "Walford", "London borough")
    joint = _council("Walford and Weatherfield Council", "Walford and Weatherfield", "unitary")
    forms = [
        (form.council, form.kind)
        for form in surface_forms(_gazetteer(walford, joint))
        if form.words == ("walford",)
    ]
    assert forms == [(walford, NameKind.NAME), (joint, NameKind.PART)]
