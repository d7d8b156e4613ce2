"""The words around a council's name from which the finder tells what the name stands for.

They live in ``lexicon.toml``, where each list says what it holds.
"""

import tomllib
from pathlib import Path
from typing import Any

_LISTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in _LISTS[name].split())


AUTHORITIES = _words("authorities")
COUNCIL_NOUNS = _words("council_nouns")
COUNCIL_POSSESSIONS = _words("council_possessions")
POSTS = _words("posts")
WORKPLACE = _words("workplace")
CONTRIBUTIONS = _words("contributions")
DECISIONS = _words("decisions")
DECISIONS_PLURAL = _words("decisions_plural")
STATES = _words("states")
PARTICIPLES = _words("participles")
OF_PLACES = _words("of_places")
PERSON_TITLES = _words("person_titles")
OTHER_BODIES = _words("other_bodies")
OTHER_BODIES_BEFORE = _words("other_bodies_before")
PREPOSITIONS_OF_PLACE = _words("prepositions_of_place")
FUNCTION_WORDS = _words("function_words")
CLAUSE_OPENERS = _words("clause_openers")
ADVERBS = _words("adverbs")
SPORT = _words("sport")
CAMPUS = _words("campus")
ASSOCIATIONS = _words("associations")
ABROAD = _words("abroad")
SHARED_ABROAD = _words("shared_abroad")
DOUBLE_MEANINGS = _words("double_meanings")
SELLING = _words("selling")
SHARED = _words("shared")
RUNNING = _words("running")
COMPARISONS = _words("comparisons")
MAKERS = _words("makers")
ARRIVALS = _words("arrivals")
FORMER = _words("former")
CLIENTS = _words("clients")
DEPARTURES = _words("departures")
REQUESTS = _words("requests")
MONTHS = _words("months")
PRAISE = _words("praise")
OVERSEERS = _words("overseers")
GIFTS = _words("gifts")
DWELLINGS = _words("dwellings")
CHARGES = _words("charges")
CONTRACTS = _words("contracts")
JUDGEMENTS = _words("judgements")
PRODUCTS = _words("products")
FORMAL_DECISIONS = _words("formal_decisions")
INVENTED_NAMES = _words("invented_names")
ANY_DEEDS = _words("any_deeds")
TEAMS = _words("teams")
COMMERCE = _words("commerce")
DEEDS_WITH = {deed: frozenset(then.split()) for deed, then in _LISTS["deeds_with"].items()}
