"""Names and prose agree: what a name means alone it means in a sentence that makes it a council."""

from collections.abc import Iterator

import pytest

from regional_news.model import Council, Resolved
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
