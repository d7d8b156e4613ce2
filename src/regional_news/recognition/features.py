"""What speaks for and against a bare name being a council: features, one sentence each.

What each weighs is fitted from labelled text (``weights.toml``).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from regional_news.model import Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import LETTERS, Candidate, Reading
from regional_news.recognition.context import Context, Feature
from regional_news.recognition.exclusions import begins_another
from regional_news.recognition.scene import Scene

_COMPASS = frozenset({"north", "south", "east", "west", "mid", "central", "greater", "upper"})
_PLURAL_VERBS = frozenset({"have", "are", "were"})
_MOST = 3


def series_features(context: Context, scene: Scene) -> list[Feature]:
    """Return what the words around a series and its sentence say of each of its names."""
    return [
        *_words_around(context),
        *_verb(context),
        *_phrase(context),
        *_before(context),
        *_sentence(context, scene),
    ]


def name_features(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield what is said of a name by itself and by its place in its list."""
    yield from _name(candidate, scene)
    if candidate.kind in LETTERS:
        yield _letters(candidate, scene)
    members = context.series.members
    if len(members) > 1:
        nth = "first" if members[0] is candidate else "last" if members[-1] is candidate else "mid"
        yield "list", nth, None


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


def _before(context: Context) -> Iterator[Feature]:
    """Yield the mark and article before the names, and how their sentence opens."""
    yield "mark before", context.mark_before, None
    if context.article:
        yield "after article", context.article, None
    if context.opening < context.series.first:
        yield "sentence opens", context.words.folded[context.opening], context.opening


def _sentence(context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield what their sentence speaks of and in what words, and the names in it and the text."""
    heard = scene.hear(context.sentence)
    yield "sentence speaks of", heard.talk, None
    yield "sentence says", heard.words, None
    setting = f"names in text, it as {context.setting}"
    yield setting, str(min(len(scene.names), _MOST)), None
    if heard.names_others:
        yield setting, "others in the sentence", None
    members = context.series.members
    if len(members) > 1 and any(each.reading is Reading.COUNCIL for each in members):
        yield "list", "with a council", None


def _name(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield what kind of name and council it is, and whether part of another: "Bath Rugby"."""
    part = candidate.start in scene.ends or begins_another(scene.words, candidate)
    if part or candidate.name in scene.surnames:
        yield "part of another name", "yes", None
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


def _letters(candidate: Candidate, scene: Scene) -> Feature:
    """Return how telling letters are: "BCP" may be a continuity plan, "RBWM" hardly."""
    here = scene.region and any(each.region == scene.region for each in _councils(candidate))
    length = "long" if len(candidate.name) > _MOST else "short"
    return "letters", f"{length}, {'in the region' if here else 'not in the region'}", None


def _councils(candidate: Candidate) -> Sequence[Council]:
    return candidate.councils or [naming.council for naming in candidate.namings]
