"""What says that a bare name stands for a council and not for its place.

A name with its style is a council. A name alone counts for nothing by itself. Strong signs are
enough: a list of councils, the councillors or the cabinet of the name. Weak signs are what
councils do but clubs and places do as well; they need a name without a double meaning.
"""

from regional_news.recognition import lexicon as lex
from regional_news.recognition.acting import acts, is_addressed, is_agent, is_party, takes_part
from regional_news.recognition.candidate import Candidate, Reading
from regional_news.recognition.context import Surroundings, surroundings
from regional_news.recognition.coordination import Series
from regional_news.recognition.owning import employs, has_its_people, is_served, owns
from regional_news.recognition.scene import Scene
from regional_news.recognition.telling import (
    has_districts,
    has_its_council,
    is_called_council,
    is_seat_of_council,
)
from regional_news.recognition.verbs import has_decided

_ANNOUNCING = frozenset({"(", ":", ";", "-", "–", "—", ",", ": (", "["})
_EXAMPLES = frozenset({"including", "like", "namely", "as"})
_AFTER_ONE_WORD = frozenset({"as", "them"})
_OF_ALL = (["the", "councils"], ["the", "authorities"], ["local", "authorities"])
_SERVICES = frozenset({"service", "services"})
_SEVERAL = 2


def is_council(series: Series, scene: Scene) -> bool:
    """Return whether something says that the bare names of a series stand for councils."""
    near = surroundings(series, scene)
    if has_its_people(near) or is_called_council(near) or is_seat_of_council(near):
        return True
    if has_districts(near):
        return True
    if is_party(near):
        return _can_be_trusted(near)
    if near.before in lex.PREPOSITIONS_OF_PLACE and near.gap == " " and not series.plural:
        bare_first = series.members[0].reading is Reading.BARE
        return not bare_first or series.count(Reading.COUNCIL) >= _SEVERAL
    if _is_listed(near) or has_its_council(near):
        return True
    return _has_weak_sign(near) and _can_be_trusted(near)


def _has_weak_sign(near: Surroundings) -> bool:
    """Return whether the names act, are acted on, own or employ as councils do."""
    return (
        acts(near)
        or is_agent(near)
        or owns(near)
        or employs(near)
        or is_served(near)
        or takes_part(near)
        or is_addressed(near)
    )


def _can_be_trusted(near: Surroundings) -> bool:
    """Return whether a weak sign is enough: the right region or talk, no double meaning."""
    series, scene, names = near.series, near.scene, near.names
    if scene.is_elsewhere:
        return False
    if names <= lex.DOUBLE_MEANINGS:
        return _is_sure(near)
    if names & lex.SHARED_ABROAD and scene.is_abroad:
        return False
    if scene.speaks_of_councils or names <= lex.INVENTED_NAMES:
        return True
    if any(member.title for member in series.members):
        return False
    return scene.region is None or any(_may_be_in(each, scene.region) for each in series.members)


def _may_be_in(candidate: Candidate, region: str | None) -> bool:
    return any(naming.council.region == region for naming in candidate.namings)


def _is_sure(near: Surroundings) -> bool:
    """Return whether names with a double meaning stand for councils all the same.

    "Reading has approved a budget" is no more about books than "Reading has helped me" is not. In
    the region of the text "Rugby has decided" is the council, and so are two such names together.
    """
    members = near.series.members
    at_home = all(_may_be_in(each, near.scene.region) for each in members)
    if at_home and near.series.joined and len(members) > 1:
        return True
    looks_like_gerund = all(name.endswith("ing") for name in near.names)
    return (at_home or looks_like_gerund) and has_decided(
        near.words.folded, near.end, decisions=lex.FORMAL_DECISIONS
    )


def _is_listed(near: Surroundings) -> bool:
    """Return whether the names are a list with a council in it, or counted or announced as such."""
    series = near.series
    if series.plural or (series.joined and series.count(Reading.COUNCIL)):
        return True
    if len(series.members) > 1 and near.scene.councils_counted == len(series.members):
        return True
    return _is_announced(near)


def _is_announced(near: Surroundings) -> bool:
    """Return whether the names follow "three councils: …", "boroughs such as …" or the like."""
    if near.before in lex.AUTHORITIES:
        gap = near.gap.strip()
        return gap in _ANNOUNCING if near.before.endswith("s") else gap == ","
    if near.before in _SERVICES and "(" in near.gap:
        return len(near.series.members) > 1 and near.earlier == "shared"
    if near.before == "of":
        kind = near.words.folded[max(0, near.first - 3) : near.first - 1]
        return kind in _OF_ALL and len(near.series.members) > 1
    if near.before in _EXAMPLES or (near.earlier, near.before) == ("among", "them"):
        at = near.first - (3 if near.before in _AFTER_ONE_WORD else 2)
        return at >= 0 and near.words.folded[at] in lex.AUTHORITIES
    return False
