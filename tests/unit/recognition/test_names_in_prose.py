"""Names and prose agree: what a name means alone it means in a sentence that makes it a council."""

from collections.abc import Iterator

import pytest

from regional_news.gazetteer.surface_forms import AREAS, NameKind, SurfaceForm, surface_forms
from regional_news.model import Certainty, Council, CouncilStatus, PartialDate, Resolved, Unknown
from regional_news.recognition.annotator import open_annotator
from regional_news.settings import settings

ANNOTATOR = open_annotator(settings().data)
RESOLVER = ANNOTATOR.reference.resolver
CURRENT = [c for c in ANNOTATOR.reference.gazetteer if c.status == "current"]
WELSH = [council for council in CURRENT if council.nation == "Wales" and "cy" in council.languages]
IRISH = [council for council in CURRENT if council.type.startswith("Irish")]


def found(text: str) -> list[str]:
    """Return the ids of the councils that the text names."""
    return [mention.council.id for mention in ANNOTATOR.annotate(text).councils if mention.council]


def offered_or_found(text: str) -> set[str]:
    """Return the ids of the councils that the text names or may name."""
    annotation = ANNOTATOR.annotate(text)
    mentions = (*annotation.councils, *annotation.suggested)
    return {council.id for mention in mentions for council in mention.candidates}


def names_with(council: Council, language: str, head: str) -> Iterator[str]:
    """Yield what follows ``head`` in the council's names in a language."""
    for name in council.languages[language]:
        if name.startswith(head):
            yield name.removeprefix(head)


def test_the_register_has_every_welsh_and_irish_council() -> None:
    """The tests below reach all of them."""
    assert (len(WELSH), len(IRISH)) == (22, 31)


@pytest.mark.parametrize("council", WELSH, ids=lambda council: council.id)
@pytest.mark.parametrize("head", ["gan Gyngor ", "a Chyngor ", "yng Nghyngor ", "i Gyngor "])
def test_welsh_councils_are_found_after_words_that_change_their_start(
    council: Council, head: str
) -> None:
    """The Welsh "Cyngor" is Gyngor, Chyngor and Nghyngor in prose; as a name it means the same."""
    names = [*names_with(council, "cy", "Cyngor ")]
    assert names
    for name in names:
        assert found(f"Cafodd y system newydd ei phrynu {head}{name} ym mis Mai.") == [council.id]
        resolution = RESOLVER.resolve(head.split()[1] + " " + name)
        assert isinstance(resolution, Resolved)
        assert resolution.council == council


@pytest.mark.parametrize("council", IRISH, ids=lambda council: council.id)
@pytest.mark.parametrize("head", ["ó Chomhairle ", "i gComhairle ", "leis an gComhairle "])
def test_irish_councils_are_found_after_words_that_change_their_start(
    council: Council, head: str
) -> None:
    """The Irish "Comhairle" is Chomhairle and gComhairle in prose; as a name it means the same."""
    names = [*names_with(council, "ga", "Comhairle ")]
    assert names
    for name in names:
        assert found(f"Tháinig an córas nua {head}{name} inné.") == [council.id]
        resolution = RESOLVER.resolve(head.rsplit(maxsplit=1)[-1] + " " + name)
        assert isinstance(resolution, Resolved)
        assert resolution.council == council


LETTERS_THAT_NAME_ONE_PLACE = 8
SHARE_PUT_BACK = 0.95
SENTENCE = "{} has approved a new budget for its councillors."
EXCEPTIONS = {
    "the name of a combined authority, or Greater London, is an area's where it stands alone": (
        lambda form, name: form.council.type in AREAS and "Authority" not in name
    ),
    "a building stands for its council in a sentence, and is none by name: City Hall": (
        lambda form, _: form.kind is NameKind.SEAT
    ),
}
"""Forms that mean one thing as names and another in that sentence, each with its reason.

What is no form of the list may be read as a name all the same: one misspelt without "Council"
("St. Helels"), and one turned round ("London, City of").
"""
FORMS = [*surface_forms(ANNOTATOR.reference.gazetteer)]
LETTERS = {NameKind.ABBREVIATION, NameKind.INITIALS, NameKind.PLACE_INITIALS}
SMALL = {"and", "of", "the", "on", "upon", "with", "in", "under", "nan", "agus", "na", "an", "y"}


def written(form: SurfaceForm) -> str:
    """Return the words of a form with their capitals."""
    if form.kind in LETTERS:
        return " ".join(form.words).upper()
    first, *rest = form.words
    return " ".join([first.capitalize(), *(w if w in SMALL else w.capitalize() for w in rest)])


def named(style: str) -> Iterator[tuple[SurfaceForm, str]]:
    """Yield every form that is no exception with the name that it makes with a style."""
    for form in FORMS:
        name = f"{written(form)} {style}".strip()
        if not any(applies(form, name) for applies in EXCEPTIONS.values()):
            yield form, name


@pytest.mark.parametrize("style", ["", "Council", "Combined Authority"])
@pytest.mark.parametrize("kind", NameKind)
def test_what_a_form_means_as_a_name_it_means_in_a_sentence(kind: NameKind, style: str) -> None:
    """Every form that is settled as a name is found as the same council, alone and with a style."""
    differ = []
    settled = 0
    for form, name in named(style):
        resolution = RESOLVER.resolve(name)
        if form.kind is kind and isinstance(resolution, Resolved):
            settled += 1
            if found(SENTENCE.format(name)) != [resolution.council.id]:
                differ.append((name, resolution.council.id, found(SENTENCE.format(name))))
    assert differ == []
    if style == "Council" and kind not in {NameKind.BODY, NameKind.SEAT}:
        assert settled, "no form of the kind was compared"


@pytest.mark.parametrize("style", ["", "Council"])
def test_what_a_sentence_means_its_name_means(style: str) -> None:
    """Every form that is found in the sentence as one council is settled as the same, or in doubt.

    Letters that mostly mean something else are in doubt as names, and the sentence settles them.
    """
    differ = []
    for form, name in named(style):
        ids = found(SENTENCE.format(name))
        resolution = RESOLVER.resolve(name)
        if len(ids) == 1 and isinstance(resolution, Resolved) and resolution.council.id != ids[0]:
            differ.append((name, ids, resolution.council.id))
        if len(ids) == 1 and isinstance(resolution, Unknown) and form.kind not in LETTERS:
            differ.append((name, ids, resolution.reason))
    assert differ == []


@pytest.mark.parametrize(
    "name",
    [
        "Greater Exeter Council",
        "Northern Lancashire Council",
        "Southern Staffordshire Council",
        "Wider Norwich Council",
        "Western Devon Council",
        "Old Bexley Council",
    ],
)
def test_a_word_before_a_name_never_leaves_it_exact(name: str) -> None:
    """It is another body, or a doubt that says so."""
    for text in (f"{name} has approved a budget.", f"Plans for a {name} were published."):
        mentions = ANNOTATOR.annotate(text).councils
        assert all(mention.certainty is not Certainty.EXACT for mention in mentions)


def test_a_council_that_is_decided_is_found_as_itself() -> None:
    """Greater Norwich is not Norwich; West Norfolk goes by its date."""
    assert found("Greater Norwich Council will replace Norwich City Council.") == [
        "greater-norwich",
        "norwich",
    ]
    text = "West Norfolk Council has approved a budget."
    assert found(text) == ["kings-lynn-and-west-norfolk"]
    later = ANNOTATOR.annotate(text, on=PartialDate(2029))
    assert [mention.council.id for mention in later.councils if mention.council] == ["west-norfolk"]


def is_long(word: str) -> bool:
    """Return whether a word with one letter less is still no other place's."""
    return len(word) > LETTERS_THAT_NAME_ONE_PLACE and "-" not in word


def test_a_slip_leads_to_the_council_or_nowhere() -> None:
    """A letter left out of a long name is put back, or the name is passed by.

    A letter is missing in one place after the other. A combined authority's name alone is an
    area's, and a hyphen begins a name of its own.
    """
    councils = [
        each
        for each in ANNOTATOR.reference.gazetteer
        if each.status is CouncilStatus.CURRENT and each.type not in AREAS
    ]
    meant, missed, others = 0, [], []
    for council in councils:
        word = max(council.short_name.split(), key=len)
        for at in range(2, len(word) - 1) if is_long(word) else ():
            name = council.short_name.replace(word, word[:at] + word[at + 1 :])
            ids = offered_or_found(SENTENCE.format(name))
            meant += council.id in ids
            missed += [] if ids else [name]
            others += [name] if ids - {council.id} else []
    assert others == []
    assert meant > SHARE_PUT_BACK * (meant + len(missed)), missed
