"""Geocoders: the gazetteer, saved answers, a service on this machine, and all of them in a row."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from data_folders import SHIPPED
from geopy.exc import GeocoderTimedOut
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from tests.geocoding_service import AMBRIDGE, Service
from typer.testing import CliRunner

from regional_news.cli import app
from regional_news.errors import DataError, StoreError
from regional_news.gazetteer.councils import load_gazetteer
from regional_news.gazetteer.resolver import Resolver
from regional_news.geocoding.chain import ChainGeocoder, Placed, Unplaced, open_geocoder
from regional_news.geocoding.gazetteer_geocoder import GazetteerGeocoder
from regional_news.geocoding.nominatim import NominatimGeocoder
from regional_news.geocoding.saved import SavedAnswers
from regional_news.model import PartialDate
from regional_news.settings import Settings, settings

NAMES = Resolver(load_gazetteer(SHIPPED))
SYDNEY = {"lat": "-33.9", "lon": "151.2", "display_name": "Sydney, Australia"}


@pytest.fixture
def service() -> Service:
    """Return a service that knows Ambridge and is not running yet."""
    return Service()


@pytest.fixture
def url(service: Service) -> Iterator[str]:
    """Run the service and return its address."""
    with service.running() as address:
        yield address


@pytest.fixture
def saved(tmp_path: Path) -> SavedAnswers:
    """Return saved answers that know Ambridge."""
    answers = SavedAnswers(tmp_path / "geocoded.json")
    answers.save("Ambridge", Location("Ambridge", (52.2, -2.1), {"source": "nominatim"}))
    return answers


def hasty(url: str) -> NominatimGeocoder:
    """Return a client of the service that does not wait between requests."""
    return NominatimGeocoder(url, timeout=2, seconds_between=0)


def chain(tmp_path: Path, service: NominatimGeocoder | None = None) -> ChainGeocoder:
    """Return a chain with no saved answers."""
    return ChainGeocoder(GazetteerGeocoder(NAMES), SavedAnswers(tmp_path / "empty.json"), service)


GEOCODERS: dict[str, tuple[str, Callable[[SavedAnswers, str], Geocoder]]] = {
    "gazetteer": ("Exeter City Council", lambda _, __: GazetteerGeocoder(NAMES)),
    "saved": ("ambridge", lambda saved, _: saved),
    "nominatim": ("Ambridge", lambda _, url: hasty(url)),
    "chain": (
        "Ambridge",
        lambda saved, url: ChainGeocoder(GazetteerGeocoder(NAMES), saved, hasty(url)),
    ),
}


@pytest.mark.parametrize("which", GEOCODERS)
class TestEveryGeocoder:
    """What geopy promises of all geocoders."""

    @pytest.fixture
    def known(self, which: str) -> str:
        """Return a name that the geocoder knows."""
        return GEOCODERS[which][0]

    @pytest.fixture
    def geocoder(self, which: str, saved: SavedAnswers, url: str) -> Geocoder:
        """Return the geocoder."""
        return GEOCODERS[which][1](saved, url)

    def test_it_is_a_geopy_geocoder(self, geocoder: Geocoder) -> None:
        """Whatever takes a geopy geocoder takes this one."""
        assert isinstance(geocoder, Geocoder)

    def test_a_known_name_has_a_location(self, geocoder: Geocoder, known: str) -> None:
        """One name gives one place in the UK or Ireland, with what is known about it."""
        found = geocoder.geocode(known)
        assert isinstance(found, Location)
        assert found.address
        assert 49 < found.latitude < 61
        assert -11 < found.longitude < 2
        assert isinstance(found.raw["review"], bool)
        assert found.raw["source"]

    def test_a_list_is_given_where_one_is_not_enough(self, geocoder: Geocoder, known: str) -> None:
        """With ``exactly_one=False`` the answer is a list of the same places."""
        assert geocoder.geocode(known, exactly_one=False) == [geocoder.geocode(known)]

    def test_a_timeout_is_accepted(self, geocoder: Geocoder, known: str) -> None:
        """Each call may set its own timeout."""
        assert geocoder.geocode(known, timeout=1)
        geocoder.reverse((50.7, -3.5), timeout=1)

    @pytest.mark.parametrize("exactly_one", [True, False])
    def test_an_unknown_name_is_none(
        self, geocoder: Geocoder, service: Service, *, exactly_one: bool
    ) -> None:
        """Nothing found is None, never an exception or an empty list."""
        service.answer = []
        assert geocoder.geocode("Nowhere in particular", exactly_one=exactly_one) is None

    def test_the_other_side_of_the_world_is_none(self, geocoder: Geocoder) -> None:
        """No point outside the UK, Ireland and the Crown Dependencies has an answer."""
        assert geocoder.reverse((-33.9, 151.2)) is None


class TestGazetteer:
    """Names and points of councils."""

    geocoder = GazetteerGeocoder(NAMES)

    def test_the_council_is_named_with_its_code(self) -> None:
        """The raw answer identifies the council and says how sure the match is."""
        found = self.geocoder.geocode("Cardiff")
        assert found.address == "City of Cardiff Council"
        assert found.raw == {
            "id": "cardiff",
            "gss_code": "W06000015",
            "source": "gazetteer",
            "certainty": "exact",
            "review": False,
        }

    def test_a_mended_name_wants_review(self) -> None:
        """A slip of the pen is placed and marked."""
        assert self.geocoder.geocode("Wolverhamton").raw["review"] is True

    def test_a_shared_name_has_no_one_place(self) -> None:
        """Newcastle alone is None; asked for all, both are listed."""
        assert self.geocoder.geocode("Newcastle") is None
        assert len(self.geocoder.geocode("Newcastle", exactly_one=False)) == 2

    def test_region_and_date_decide(self) -> None:
        """The context of a brief goes with its name."""
        found = self.geocoder.geocode("Newcastle", region="north-east-england")
        assert found.raw["id"] == "newcastle-upon-tyne"
        found = self.geocoder.geocode("Bournemouth", on=PartialDate(2015))
        assert found.raw["id"] == "bournemouth"

    @pytest.mark.parametrize("point", [(53.38, -1.47), "53.38, -1.47"])
    def test_a_point_gives_the_nearest_council(self, point: object) -> None:
        """The nearest point of a serving council answers, however the point is written."""
        found = self.geocoder.reverse(point)
        assert found.raw["id"] == "sheffield"
        assert found.raw["km"] < 10

    def test_the_nearest_come_in_order(self) -> None:
        """Asked for more than one, the answer is the nearest five, the nearest first."""
        found = self.geocoder.reverse((53.38, -1.47), exactly_one=False)
        distances = [each.raw["km"] for each in found]
        assert len(found) == 5
        assert distances == sorted(distances)

    def test_what_is_no_point_is_refused(self) -> None:
        """As in geopy, a query that cannot be a point is a ValueError."""
        with pytest.raises(ValueError, match="Point"):
            self.geocoder.reverse("somewhere")


class TestNominatim:
    """The client of a Nominatim service."""

    def test_the_service_is_asked_politely(self, service: Service, url: str) -> None:
        """It hears who asks, and is asked for the UK and Ireland alone."""
        hasty(url).geocode("Ambridge")
        path, query, agent = service.requests[0]
        assert path == "/nominatim/search"
        assert query["q"] == ["Ambridge"]
        assert query["countrycodes"] == ["gb,ie"]
        assert agent.startswith("regional-news/")

    def test_requests_keep_their_distance(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Searches by name and by point wait together until a second has gone by."""
        client = NominatimGeocoder(url)
        waits = [0.0]
        monkeypatch.setattr(client._ask, "_clock", lambda: sum(waits))
        monkeypatch.setattr(client._ask, "_sleep", waits.append)
        client.geocode("Ambridge")
        client.reverse((52.2, -2.1))
        client.geocode("Ambridge")
        assert waits[1:] == [1, 1]

    def test_places_abroad_are_left_out(self, service: Service, url: str) -> None:
        """An answer outside the islands is none, even if the service gives it."""
        service.answer = [SYDNEY, AMBRIDGE]
        assert hasty(url).geocode("Sydney").address == AMBRIDGE["display_name"]
        service.answer = [SYDNEY]
        assert hasty(url).geocode("Sydney") is None

    def test_points_abroad_are_not_asked_for(self, service: Service, url: str) -> None:
        """The service is spared questions whose answers would be refused."""
        assert hasty(url).reverse((-33.9, 151.2)) is None
        assert service.requests == []

    def test_its_own_failures_are_geopys(self, service: Service, url: str) -> None:
        """Callers that know geopy meet geopy's exceptions."""
        service.delay = 0.5
        with pytest.raises(GeocoderTimedOut):
            hasty(url).geocode("Ambridge", timeout=0.1)


class TestSavedAnswers:
    """The file of earlier answers."""

    def test_names_are_found_however_they_are_spelled(self, saved: SavedAnswers) -> None:
        """Case and spaces do not count."""
        assert saved.geocode("  AMBRIDGE ").latitude == 52.2

    def test_answers_outlive_the_program(self, saved: SavedAnswers, tmp_path: Path) -> None:
        """Another process reads what was saved, beside what was there."""
        saved.save(
            "Penny Hassett", Location("Penny Hassett", (52.3, -2.0), {"source": "nominatim"})
        )
        again = SavedAnswers(tmp_path / "geocoded.json")
        assert again.geocode("Penny Hassett").address == "Penny Hassett"
        assert again.geocode("Ambridge").address == "Ambridge"

    @pytest.mark.parametrize(
        "content", ["{", "[1]", '{"ambridge": {"lat": 1}}', '{"ambridge": 1}', "[" * 9999]
    )
    def test_a_broken_file_is_told_in_a_sentence(self, tmp_path: Path, content: str) -> None:
        """A file that cannot be read says what to do about it."""
        (tmp_path / "geocoded.json").write_text(content)
        with pytest.raises(DataError, match=r"geocoded\.json cannot be read"):
            SavedAnswers(tmp_path / "geocoded.json").geocode("Ambridge")

    def test_nothing_is_left_of_a_write_that_fails(
        self, saved: SavedAnswers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk raises StoreError, and the earlier answers stay as they were."""
        before = (tmp_path / "geocoded.json").read_bytes()

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(StoreError, match="No space left"):
            saved.save("Felpersham", Location("Felpersham", (52.0, -2.0), {"source": "nominatim"}))
        assert (tmp_path / "geocoded.json").read_bytes() == before
        assert list(tmp_path.glob("*.new")) == []


class TestChain:
    """The gazetteer, then saved answers, then the service."""

    def test_without_a_service_nobody_is_asked(self, tmp_path: Path) -> None:
        """The settings name no service by default; an unknown name stays unplaced with a reason."""
        geocoder = open_geocoder(NAMES, Settings(data=tmp_path))
        assert geocoder.place("Ambridge") == Unplaced("no council that is known here has this name")

    def test_the_setting_turns_the_service_on(self, tmp_path: Path, url: str) -> None:
        """With an address in the settings, an unknown name is asked for and marked for review."""
        geocoder = open_geocoder(NAMES, Settings(data=tmp_path, nominatim_url=url))
        placed = geocoder.place("Ambridge")
        assert isinstance(placed, Placed)
        assert placed.review
        assert (tmp_path / "geocoded.json").exists()

    def test_councils_are_never_asked_for(self, tmp_path: Path, service: Service, url: str) -> None:
        """What the gazetteer knows, or is in doubt about, stays on this machine."""
        geocoder = chain(tmp_path, hasty(url))
        assert geocoder.geocode("Exeter").raw["id"] == "exeter"
        unplaced = geocoder.place("Newcastle")
        assert isinstance(unplaced, Unplaced)
        assert "several councils" in unplaced.reason
        assert service.requests == []

    def test_a_name_is_asked_for_once(self, tmp_path: Path, service: Service, url: str) -> None:
        """The second time, the saved answer serves, still marked for review."""
        geocoder = chain(tmp_path, hasty(url))
        first, second = geocoder.place("Ambridge"), geocoder.place("ambridge")
        assert isinstance(first, Placed)
        assert isinstance(second, Placed)
        assert second.review
        assert second.location.point == first.location.point
        assert len(service.requests) == 1

    @pytest.mark.parametrize(
        ("status", "headers", "reason"),
        [
            (429, {"Retry-After": "30"}, "too many requests; try again in 30 seconds"),
            (429, {}, "too many requests; try again later"),
            (403, {}, "refuses to answer"),
            (500, {}, "failed"),
        ],
    )
    def test_a_refusal_is_a_reason(  # noqa: PLR0913, PLR0917 - fixtures and the three facts
        self,
        tmp_path: Path,
        service: Service,
        url: str,
        status: int,
        headers: dict[str, str],
        reason: str,
    ) -> None:
        """Whatever the service does, the name stays unplaced and the reason is a phrase."""
        service.status, service.headers = status, headers
        unplaced = chain(tmp_path, hasty(url)).place("Ambridge")
        assert isinstance(unplaced, Unplaced)
        assert reason in unplaced.reason

    @pytest.mark.parametrize("answer", [["Ambridge"], [{"lat": "north"}], {"error": "no"}, 7])
    def test_nonsense_is_a_reason(
        self, tmp_path: Path, service: Service, url: str, answer: object
    ) -> None:
        """A service that speaks something else than Nominatim's JSON has failed."""
        service.answer = answer
        unplaced = chain(tmp_path, hasty(url)).place("Ambridge")
        assert isinstance(unplaced, Unplaced)
        assert "failed" in unplaced.reason

    def test_silence_is_a_reason(self, tmp_path: Path, service: Service, url: str) -> None:
        """A service that takes too long is given up."""
        service.delay = 0.5
        unplaced = chain(tmp_path, hasty(url)).place("Ambridge", timeout=0.1)
        assert isinstance(unplaced, Unplaced)
        assert "in time" in unplaced.reason

    def test_nobody_there_is_a_reason(self, tmp_path: Path, service: Service) -> None:
        """A service that is down is told apart from a place that does not exist."""
        with service.running() as address:
            pass
        unplaced = chain(tmp_path, hasty(address)).place("Ambridge")
        assert isinstance(unplaced, Unplaced)
        assert "failed" in unplaced.reason

    def test_an_answer_counts_even_if_it_cannot_be_saved(
        self, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk costs the saved answer, not the place."""

        def full(*_: object) -> None:
            raise StoreError("geocoded.json cannot be written")

        monkeypatch.setattr(SavedAnswers, "save", full)
        assert isinstance(chain(tmp_path, hasty(url)).place("Ambridge"), Placed)


def test_the_command_tells_where_each_name_lies_or_why_not(
    borsetshire: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """A council's point, a service's answer for review, or a line that says why there is none."""
    monkeypatch.setenv("REGIONAL_NEWS_DATA", str(borsetshire))

    def told(*names: str) -> list[str]:
        settings.cache_clear()
        return CliRunner().invoke(app, ["geocode", *names]).stdout.splitlines()

    council, unknown = told("Felpersham", "Perranporth")
    assert re.fullmatch(r"Felpersham: [\d.-]+, [\d.-]+ \(Felpersham City Council\)", council)
    assert unknown == "Perranporth: unplaced, no council that is known here has this name"
    monkeypatch.setenv("REGIONAL_NEWS_NOMINATIM_URL", url)
    (answered,) = told("Perranporth")
    settings.cache_clear()
    place = "Perranporth: 52.2, -2.1 (Ambridge, Borsetshire, England; to be reviewed, near "
    assert answered.startswith(place)
