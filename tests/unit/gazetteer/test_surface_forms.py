"""What the grammar of council names writes and reads."""

import pytest

from regional_news.gazetteer.councils import Gazetteer
from regional_news.gazetteer.designators import Style, name_parts
from regional_news.gazetteer.regions import Regions
from regional_news.gazetteer.surface_forms import FormKind, forms
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


def test_a_borough_is_written_with_its_type_words_around_the_place() -> None:
    """The official name yields its regular rewritings and nothing of another style."""
    walford = _council("London Borough of Walford", "Walford", "London borough")
    written = {form.text for form in forms(_gazetteer(walford))}
    assert {"walford", "walford council", "lb walford", "walford borough council"} <= written
    assert "walford county council" not in written


def test_every_source_of_a_name_keeps_its_kind() -> None:
    """Official, short, alias, language and abbreviation are told apart."""
    council = _council(
        "Borsetshire County Council",
        "Borsetshire",
        "county council",
        aliases=("Borset",),
        languages={"cy": ("Sir Borset",)},
        abbreviations=("BoCC",),
    )
    kinds = {form.text: form.kind for form in forms(_gazetteer(council))}
    assert (
        kinds.items()
        >= {
            "borsetshire county council": FormKind.OFFICIAL,
            "borsetshire council": FormKind.REWRITING,
            "borsetshire": FormKind.SHORT,
            "borset": FormKind.ALIAS,
            "sir borset": FormKind.LANGUAGE,
            "bocc": FormKind.ABBREVIATION,
        }.items()
    )


def test_a_rewriting_yields_to_the_council_that_bears_it_officially() -> None:
    """Where "Borchester District Council" is one council's name, no other is rewritten to it."""
    city_and_district = _council("Borchester City and District Council", "Borchester", "district")
    district = _council("Borchester District Council", "Borchester", "district")
    owners = [
        form.council
        for form in forms(_gazetteer(city_and_district, district))
        if form.text == "borchester district council"
    ]
    assert owners == [district]
