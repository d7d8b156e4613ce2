"""What speaks for and against a bare name being a council: features, one sentence each.

What each weighs is fitted from labelled text (``weights.toml``).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from regional_news.model import Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import LETTERS, Candidate
from regional_news.recognition.context import Context, Feature
from regional_news.recognition.exclusions import begins_another
from regional_news.recognition.scene import Scene

_COMPASS = frozenset({"north", "south", "east", "west", "mid", "central", "greater", "upper"})
_PLURAL_VERBS = frozenset({"have", "are", "were"})
_MOST = 3


def series_features(context: Context, scene: Scene) -> list[Feature]:
    """Return what the words around a series say of each of its names; worked out once."""
    if not context.features:
        context.features += _words_around(context)
        context.features += _verb(context)
        context.features += _phrase(context)
        context.features += place_in_sentence(context, scene)
    return context.features


def name_features(candidate: Candidate, context: Context, scene: Scene) -> list[Feature]:
    """Return what is said of a name: by the words around, itself, its company and its text."""
    return [
        *series_features(context, scene),
        *_another_name(candidate, scene),
        *_name(candidate),
        *_letters(candidate, scene),
        *_company(candidate, context, scene),
        *_talk(candidate, scene),
    ]


def _words_around(context: Context) -> Iterator[Feature]:
    """Yield the classes of two words before the names and one after: "**head** of IT **at** …"."""
    yield _class("before 1", context.before, 0, context)
    yield _class("before 2", context.before, 1, context)
    if context.mark_after == " ":
        yield _class("after", context.said_after, 0, context)


def _class(slot: str, places: Sequence[int], nth: int, context: Context) -> Feature:
    if nth >= len(places):
        return slot, "none", None
    return slot, context.words.folded[places[nth]], places[nth]


def _verb(context: Context) -> Iterator[Feature]:
    """Yield the verb after an auxiliary whose subject they are; "Bury have" is a team."""
    words, places = context.words.folded, context.said_after
    if not (context.clause and context.mark_after == " " and places):
        return
    if words[places[0]] in _PLURAL_VERBS and len(context.series.members) == 1:
        yield "plural verb", "of one name", None
    if words[places[0]] in lex.AUXILIARIES:
        verb = next((at for at in places if words[at] not in lex.AUXILIARIES), None)
        if verb is not None:
            yield "participle", words[verb], verb


def _phrase(context: Context) -> Iterator[Feature]:
    """Yield the nouns that the names own or qualify: "Moray's IT **strategy**"."""
    for at in context.phrase():
        yield "phrase", context.words.folded[at], at


def place_in_sentence(context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield the mark and article before the names, and how their sentence opens."""
    yield "mark before", context.mark_before, None
    if context.article:
        yield "after article", context.article, None
    at = scene.opening(context.series.first)
    if at < context.series.first:
        yield "sentence opens", context.words.folded[at], at


def _another_name(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield whether the name seems part of another one: "Richard Sutton", "Bath Rugby"."""
    part = candidate.start in scene.ends or begins_another(scene.words, candidate)
    if part or candidate.name in scene.surnames:
        yield "part of another name", "yes", None


def _name(candidate: Candidate) -> Iterator[Feature]:
    """Yield how the words relate to the council's names, and what kind of name it is."""
    councils = _councils(candidate)
    yield "kind", candidate.kind, None
    yield "type", councils[0].type, None
    yield from _of_name(candidate.name)
    if len(councils) > 1:
        yield "name", "shared", None


@lru_cache(maxsize=4096)
def _of_name(name: str) -> tuple[Feature, ...]:
    """Return what the words of a name are by themselves: a direction, joint, an ordinary word."""
    words = name.split()
    said = (
        (words[0] in _COMPASS, "direction"),
        ("and" in words[1:], "joint"),
        (words[-1].endswith("shire"), "shire"),
        (name in lex.MADE_FOR_AUTHORITIES, "made for an authority"),
        (name in lex.SHARED_ABROAD, "shared abroad"),
    )
    return tuple(("name", value, None) for holds, value in said if holds)


def _letters(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield how telling letters are: "BCP" may be a continuity plan, "RBWM" hardly."""
    if candidate.kind not in LETTERS:
        return
    here = scene.region and any(each.region == scene.region for each in _councils(candidate))
    length = "long" if len(candidate.name) > _MOST else "short"
    yield "letters", f"{length}, {'in the region' if here else 'not in the region'}", None


def _company(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield the names in the same list and, by its place, how many others there are."""
    members = context.series.members
    if len(members) > 1:
        if context.has_council:
            yield "list", "with a council", None
        nth = "first" if members[0] is candidate else "last" if members[-1] is candidate else "mid"
        yield "list", nth, None
    setting = f"names in text, it as {context.setting}"
    yield setting, str(min(len(scene.names), _MOST)), None
    if scene.names_others(scene.sentence(candidate.start)):
        yield setting, "others in the sentence", None


def _talk(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield what its sentence speaks of, councillors, services, sport, and in what words."""
    sentence = scene.sentence(candidate.start)
    yield "sentence speaks of", scene.talk_of(sentence), None
    yield "sentence says", scene.words_of(sentence), None


def _councils(candidate: Candidate) -> Sequence[Council]:
    return candidate.councils or [naming.council for naming in candidate.namings]
