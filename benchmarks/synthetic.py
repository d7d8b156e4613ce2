"""Briefs that nobody wrote, for measuring: seeded, as many as wanted, with real councils' names.

They have the shape of the real ones: some forty words, one council or several neighbours, one to
three themes of which a few are popular, names in Welsh and Irish, figures that occur only once.
"""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from regional_news.gazetteer.councils import Gazetteer
from regional_news.model import Council
from regional_news.table.schema import SCHEMA
from regional_news.themes import Themes

TEXT = pa.large_string()
ISSUES = 120
"""How many issues the magazine has had: one a month for ten years."""

_ACTS = (
    "has begun", "will extend", "is piloting", "has approved", "wants residents to test",
    "has finished", "is buying", "has won an award for", "is sharing", "plans",
)  # fmt: skip
_SUBJECTS = (
    "sensors in 11,000 bins", "full-fibre broadband for rural villages", "a chatbot for benefits",
    "open data on air quality", "a digital twin of the city centre", "laptops for schoolchildren",
    "electric vans with route planning", "an online planning register", "cloud telephony",
    "free public wi-fi in libraries", "a cyber security exercise", "remote care for older people",
    "a new human resources system", "live bus times at every stop", "drones for surveys of bridges",
    "an apprenticeship in data science", "smart street lighting", "a shared procurement framework",
    "a citizens’ assembly on climate", "robotic automation of invoices",
)  # fmt: skip
_AIMS = (
    "to help people who are not online", "to save time for social workers", "to cut carbon",
    "so that repairs can be forecast", "as part of its digital strategy", "after a public vote",
    "with money from the government’s levelling-up fund", "before the council is reorganised",
    "to replace software that is out of support", "together with the local university",
)  # fmt: skip
_VOICES = (
    "Cabinet member Siân Griffiths said that", "Chief executive Pádraig Ó Súilleabháin added that",
    "According to the leader of the council,", "A report to members explains that",
    "Head of digital Aoife Nic Dhonnchadha hopes that", "The chief information officer noted that",
)  # fmt: skip
_CLAIMS = (
    "the scheme will reach homes in every ward", "waiting times have fallen by half",
    "other public bodies can use the code", "the supplier was chosen from five",
    "the pilot costs less than expected", "more than a thousand people took part",
    "the Gwasanaethau Cymdeithasol team was trained first", "work starts in spring",
)  # fmt: skip


def synthetic_briefs(
    amount: int, gazetteer: Gazetteer, themes: Themes, *, seed: int = 8
) -> pd.DataFrame:
    """Return ``amount`` briefs with ``briefs.SCHEMA``: equal arguments give equal briefs."""
    rng = np.random.default_rng(seed)
    councils = _Councils(gazetteer, rng)
    first, about, named = councils.choose(amount)
    issue = np.sort(rng.integers(0, ISSUES, amount))
    act, subject, aim, voice, claim = (
        _some(rng, words, amount) for words in (_ACTS, _SUBJECTS, _AIMS, _VOICES, _CLAIMS)
    )
    figure = pa.array(rng.integers(1_000, 9_999_999, amount)).cast(TEXT)
    headline = _joined(" ", councils.short.take(first), act, subject)
    opening = _joined(" ", councils.spoken(first, rng), act, subject, aim)
    summary = _joined("", opening, ". ", voice, " ", claim, ", at a cost of £", figure, ".")
    columns = {
        "id": pc.utf8_lpad(pa.array(np.arange(amount)).cast(TEXT), 12, "0"),
        "issue": pa.array([f"Issue {n + 1}" for n in range(ISSUES)], TEXT).take(issue),
        "published": _dates(issue, rng),
        "region": councils.region.take(first),
        "headline": headline,
        "summary": summary,
        "councils": about,
        "also_mentions": named,
        "themes": _themes(themes, amount, rng),
        "source_title": _same("A magazine that nobody prints", amount),
        "source_url": _same("", amount),
        "doubts": _same("", amount),
    }
    frame: pd.DataFrame = pa.table(columns).to_pandas().astype(SCHEMA)
    return frame


class _Councils:
    """The councils to write about, with their names as Arrow arrays in one order."""

    def __init__(self, gazetteer: Gazetteer, rng: np.random.Generator) -> None:
        councils = [gazetteer[i] for i in rng.permutation([each.id for each in gazetteer])]
        councils.sort(key=lambda council: council.region)  # stable: neighbours stand together
        self._ids = pa.array([council.id for council in councils], TEXT)
        self._native = pa.array([_native(council) for council in councils], TEXT)
        self._official = pa.array([council.name for council in councils], TEXT)
        self.short = pa.array([council.short_name for council in councils], TEXT)
        self.region = pa.array([council.region for council in councils], TEXT)
        self._rng = rng

    def choose(self, amount: int) -> tuple[np.ndarray, pa.Array, pa.Array]:
        """Return who each brief is about first, all that it is about, and all that it mentions."""
        size = len(self._ids)
        first = np.minimum(self._rng.zipf(1.3, amount) * 7919 % size, size - 1)
        first = np.where(self._rng.random(amount) < 0.5, first, self._rng.integers(0, size, amount))
        second, third, named = (
            (first + self._rng.integers(near, near + 5, amount)) % size for near in (1, 6, 11)
        )
        luck = self._rng.random(amount)
        about = _joined(
            "", self._ids.take(first), self._if(luck < 0.3, second), self._if(luck < 0.07, third)
        )
        also = pc.utf8_ltrim_whitespace(self._if(self._rng.random(amount) < 0.15, named))
        return first, about, also

    def spoken(self, which: np.ndarray, rng: np.random.Generator) -> pa.Array:
        """Return a name of each council as prose has it: official, or in its own language."""
        native = pa.array(rng.random(len(which)) < 0.3)
        return pc.if_else(native, self._native.take(which), self._official.take(which))

    def _if(self, wanted: np.ndarray, which: np.ndarray) -> pa.Array:
        return pc.if_else(pa.array(wanted), _joined(" ", "", self._ids.take(which)), "")


def _native(council: Council) -> str:
    return next((names[0] for names in council.languages.values()), council.name)


def _themes(themes: Themes, amount: int, rng: np.random.Generator) -> pa.Array:
    ids = pa.array([theme.id for theme in themes], TEXT)
    popular = 1 / np.arange(1, len(ids) + 1)
    first, second, third = rng.choice(len(ids), (3, amount), p=popular / popular.sum())
    luck = rng.random(amount)
    more = [
        pc.if_else(pa.array(wanted), _joined(" ", "", ids.take(which)), "")
        for wanted, which in (
            ((luck < 0.7) & (second != first), second),
            ((luck < 0.3) & (third != first) & (third != second), third),
        )
    ]
    return _joined("", ids.take(first), *more)


def _dates(issue: np.ndarray, rng: np.random.Generator) -> pa.Array:
    """Return the month of each issue; for some briefs the day, for some only the year."""
    months = [f"{2016 + n // 12}-{n % 12 + 1:02d}" for n in range(ISSUES)]
    month = pa.array(months, TEXT).take(issue)
    day = pc.utf8_lpad(pa.array(rng.integers(1, 29, len(issue))).cast(TEXT), 2, "0")
    luck = rng.random(len(issue))
    exact = pc.if_else(pa.array(luck < 0.3), _joined("-", month, day), month)
    return pc.if_else(pa.array(luck > 0.9), pc.utf8_slice_codeunits(month, 0, 4), exact)


def _some(rng: np.random.Generator, words: tuple[str, ...], amount: int) -> pa.Array:
    return pa.array(words, TEXT).take(rng.integers(0, len(words), amount))


def _same(text: str, amount: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, TEXT), amount)


def _joined(joint: str, *parts: pa.Array | str) -> pa.Array:
    arrays = [pa.scalar(part, TEXT) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*arrays, pa.scalar(joint, TEXT))
