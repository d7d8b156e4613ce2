"""What the date of a stored brief means of all that it can mean, by what is known of the brief."""

from collections.abc import Mapping, Sequence

from regional_news.model import PartialDate
from regional_news.store.change import Cells
from regional_news.store.earlier import Earlier


def meant_date(
    row: Cells, readings: Sequence[PartialDate], earlier: Earlier, others: Mapping[str, set[str]]
) -> PartialDate | None:
    """Return what a row's date means of its readings: the only one, or what is known; else None.

    Known is what the brief said before, and what the ``others`` of its issue say.
    """
    before = [PartialDate.read(each.get("published", "")) for each in earlier.of_brief(row)]
    known = [each for each in before if each in readings]
    if known or len(readings) == 1:
        return (known or list(readings))[0]
    told = [each for each in readings if str(each) in others.get(row.get("issue", ""), ())]
    return told[0] if len(told) == 1 else None
