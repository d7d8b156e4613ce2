"""What speaks for and against a bare name being a council: features, one sentence each.

What each weighs is fitted from labelled text (``weights.toml``).
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from regional_news.model import Council
from regional_news.recognition import lexicon as lex
from regional_news.recognition.candidate import LETTERS, Candidate
from regional_news.recognition.context import Context, Described, Feature
from regional_news.recognition.exclusions import begins_another, ends_another
from regional_news.recognition.scene import Scene

_COMPASS = frozenset({"north", "south", "east", "west", "mid", "central", "greater", "upper"})
_PLURAL_VERBS = frozenset({"have", "are", "were"})
_SEVERAL_BODIES = frozenset({"councils", "authorities", "boroughs", "districts", "unitaries"})
_OF_COUNCILS = frozenset(
    {"“council”", "“councils”", "“the council”", "“authority”", "“councillors”"}
)
_MOST = 3
_SEVERAL = 2


def series_features(context: Context) -> list[Feature]:
    """Return what the words around a series say of each of its names; worked out once."""
    if not context.features:
        context.features = [*_around(context)]
    return context.features


def _around(context: Context) -> Iterator[Feature]:
    for each in (
        _words_before,
        _governor,
        _words_after,
        _verb,
        _phrase,
        _councils_inside,
        _marks,
    ):
        yield from each(context)


def name_features(candidate: Candidate, context: Context, scene: Scene) -> Described:
    """Return all that is said of a name: by the words around, by itself, by its company and text.

    What a name is and where it stands counts by its grammatical place as well.
    """
    rest = (
        *_another_name(candidate, context, scene),
        *_letters(candidate, scene),
        *_type(candidate, context),
        *_talk(candidate, scene),
    )
    own = (
        *_name(candidate),
        *_region(candidate, scene),
        *_company(candidate, context, scene),
        *_place_in_text(candidate, scene),
        *_council_words(scene),
    )
    return Described(series_features(context), rest, own, context.setting)


def _words_before(context: Context) -> Iterator[Feature]:
    """Yield the classes of the three words before the names."""
    yield from _classes(("before 1", "before 2", "before 3"), context.before, context)


def _governor(context: Context) -> Iterator[Feature]:
    """Yield what the preposition before the names depends on: "**head** of IT **at** Camden"."""
    if not context.preposition:
        if context.mark_before == ":" and context.before:
            yield "announced by", context.words.folded[context.before[0]], context.before[0]
        return
    yield "preposition", context.preposition, context.before[0]
    for nth, at in enumerate(context.before[1:], start=1):
        slot = (
            f"{context.preposition} after" if nth < _MOST else f"{context.preposition} long after"
        )
        yield slot, context.words.folded[at], at


def _words_after(context: Context) -> Iterator[Feature]:
    """Yield the classes of the three words after the names, apart for owners and at marks."""
    if context.possessive:
        slots = ("owned 1", "owned 2", "owned 3")
    elif context.mark_after == " ":
        slots = ("after 1", "after 2", "after 3")
    else:
        slots = ("beyond 1", "beyond 2", "beyond 3")
    yield from _classes(slots, context.said_after, context)


def _classes(slots: Sequence[str], places: Sequence[int], context: Context) -> Iterator[Feature]:
    folded = context.words.folded
    for slot, at in zip_longest(slots, places[: len(slots)]):
        if at is None:
            yield slot, "none", None
        else:
            yield slot, folded[at], at


def _verb(context: Context) -> Iterator[Feature]:
    """Yield the verb whose subject the names are; "Bury have" in the plural is a team."""
    if not context.clause or context.mark_after != " " or not context.said_after:
        return
    words, places = context.words.folded, context.said_after
    has_auxiliary = words[places[0]] in lex.AUXILIARIES
    if has_auxiliary:
        yield "auxiliary", words[places[0]], places[0]
        if words[places[0]] in _PLURAL_VERBS and len(context.series.members) == 1:
            yield "plural verb", "of one name", None
    verb = next((at for at in places if words[at] not in lex.AUXILIARIES), None)
    if verb is not None:
        yield "participle" if has_auxiliary else "verb", words[verb], verb


def _phrase(context: Context) -> Iterator[Feature]:
    """Yield the nouns that the names own or qualify, and the last: "Moray's IT **strategy**"."""
    phrase = context.phrase()
    for at in phrase:
        yield "phrase", context.words.folded[at], at
    if phrase and context.possessive:
        yield "head", context.words.folded[phrase[-1]], phrase[-1]


def _councils_inside(context: Context) -> Iterator[Feature]:
    """Yield whether councils are inside, "Cumbria's six **councils**", or only **council** tax."""
    words = context.words.folded
    places = context.phrase() if context.possessive else context.before[1:2]
    if context.possessive or context.preposition in {"of", "in", "across"}:
        for at in places:
            if words[at] in _SEVERAL_BODIES:
                yield "councils", "inside" if len(context.series.members) == 1 else "listed", None
    if context.word(context.after, 0) == "council" and not context.possessive:
        of_houses = context.word(context.after, 1) in lex.DWELLINGS
        yield "councils", "its tax" if of_houses else "is said after", None


def _marks(context: Context) -> Iterator[Feature]:
    """Yield marks and articles next to the names, and where they stand in the sentence."""
    yield "mark before", context.mark_before, None
    yield "mark after", "possessive" if context.possessive else context.mark_after, None
    yield "setting", context.setting, None
    for holds, value in (
        (context.article, f"after {context.article}"),
        (context.begins, "begins"),
        (context.ends, "ends"),
        (context.listed, "in a list of places"),
        (context.possessive and context.preposition, f"owner after {context.preposition}"),
    ):
        if holds:
            yield "sentence", value, None


def _another_name(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield whether the name seems part of another one: "Richard Sutton", "Bath Rugby"."""
    words = context.words
    ends, begins = ends_another(words, candidate), begins_another(words, candidate)
    if ends or begins:
        yield "part of another name", "yes", None
    if ends:
        at = candidate.start - 1
        inside = at > 0 and scene.sentence(at) == scene.sentence(at - 1)
        yield "part of another name", "its end" if inside else "its end at the start", None
        if words.folded[at] not in lex.CLASSES:
            yield "part of another name", "after no known word", None
    if begins:
        known = words.folded[candidate.stop] in lex.CLASSES
        yield "part of another name", "its beginning", None
        yield "part of another name", f"before {'a' if known else 'no'} known word", None
    if candidate.name in scene.surnames and not ends:
        yield "part of another name", "a surname elsewhere", None


def _name(candidate: Candidate) -> Iterator[Feature]:
    """Yield how the words relate to the council's names, and what kind of name it is."""
    name = candidate.name.split()
    councils = _councils(candidate)
    yield "kind", candidate.kind, None
    yield "status", councils[0].status, None
    yield "words of name", str(min(len(name), _MOST)), None
    for holds, value in (
        (name[0] in _COMPASS, "direction"),
        ("and" in name[1:], "joint"),
        (name[-1].endswith("shire"), "shire"),
        (candidate.name in lex.MADE_FOR_AUTHORITIES, "made for an authority"),
        (candidate.name in lex.SECOND_MEANINGS, "second meaning"),
        (candidate.name in lex.SHARED_ABROAD, "shared abroad"),
        (len(councils) > 1, "shared"),
        (len({each.region for each in councils}) > 1, "shared by regions"),
        (candidate.title, "incomplete title"),
    ):
        if holds:
            yield "name", value, None


def _letters(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield how telling letters are: "BCP" may be a continuity plan, "RBWM" hardly."""
    if candidate.kind not in LETTERS:
        return
    councils = _councils(candidate)
    long = "long" if len(candidate.name) > _MOST else "short"
    here = scene.region is not None and any(each.region == scene.region for each in councils)
    yield "letters", long, None
    yield "letters", f"{long}, {'in the region' if here else 'not in the region'}", None
    if not scene.places.isdisjoint(each.id for each in councils):
        yield "letters", "whose place is named", None
    if len(councils) > 1:
        yield "letters", "shared", None


def _type(candidate: Candidate, context: Context) -> Iterator[Feature]:
    """Yield the type of the council, alone and after a preposition."""
    type_ = _councils(candidate)[0].type
    yield "type", type_, None
    yield f"type after {context.preposition}", type_, None


def _region(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield whether the council lies in the text's region."""
    fits = any(each.region == scene.region for each in _councils(candidate))
    yield "region", "unknown" if scene.region is None else "fits" if fits else "other", None


def _company(candidate: Candidate, context: Context, scene: Scene) -> Iterator[Feature]:
    """Yield the other names: in the same list, with a title, in the same text."""
    members = context.series.members
    yield "list of", "1" if len(members) == 1 else "2" if len(members) == _SEVERAL else "3", None
    if len(members) > 1:
        if context.has_council:
            yield "list", "with a council", None
        if context.series.plural:
            yield "list", "under one title", None
        nth = "first" if members[0] is candidate else "last" if members[-1] is candidate else "mid"
        yield "list", nth, None
    own = not scene.titled.isdisjoint(each.id for each in _councils(candidate))
    titled = "this council" if own else "another council" if scene.titled else "none"
    yield "named in full", titled, None
    names = len(scene.names)
    yield "names in text", str(min(names, _MOST)), None


def _place_in_text(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield where in the text the name stands, and whether it comes again."""
    sentence = scene.sentence(candidate.start)
    last = sentence == scene.count - 1
    yield "sentence of text", "first" if sentence == 0 else "last" if last else "middle", None
    if scene.names[candidate.name] > 1:
        yield "name comes", "again", None
    if id(candidate) in scene.first:
        yield "name comes", "for the first time", None
    if scene.count == 1:
        yield "text", "one sentence", None


def _talk(candidate: Candidate, scene: Scene) -> Iterator[Feature]:
    """Yield what the sentence and the text speak of: councillors, services, sport."""
    yield "sentence speaks of", scene.talk_of(scene.sentence(candidate.start)), None
    yield "text speaks of", scene.talk, None


def _council_words(scene: Scene) -> Iterator[Feature]:
    """Yield whether the text speaks of a council at all."""
    said = scene.talk & _OF_COUNCILS
    yield "councils are spoken of", said or "not at all", None


def _councils(candidate: Candidate) -> Sequence[Council]:
    return candidate.councils or [naming.council for naming in candidate.namings]
