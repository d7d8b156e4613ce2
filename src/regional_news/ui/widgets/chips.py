"""The filters in use, each with the address of the page without it."""

from collections.abc import Iterator
from dataclasses import replace

from regional_news.query import GROUPS, BriefFilter, View
from regional_news.ui.session import address


def chips(view: View, here: str) -> list[dict[str, str]]:
    """Return each option in use with its label and the address of ``here`` without it."""
    return [
        {"label": label, "without": address.href(here, without, address.others())}
        for label, without in _parts(view)
    ]


def _parts(view: View) -> Iterator[tuple[str, BriefFilter]]:
    wanted, labels = view.wanted, view.index.labels
    if wanted.q:
        yield f"“{wanted.q}”", replace(wanted, q="")
    for group in GROUPS.values():
        values = group.chosen(wanted)
        for value, label in zip(values, labels.of(group.name, values), strict=True):
            rest = tuple(each for each in values if each != value)
            yield label, replace(wanted, **{group.field: rest})  # type: ignore[arg-type]
    if wanted.since:
        yield f"since {wanted.since.words}", replace(wanted, since=None)
    if wanted.until:
        yield f"until {wanted.until.words}", replace(wanted, until=None)
    if wanted.mentions:
        yield "with mentions", replace(wanted, mentions=False)
    if wanted.past:
        yield "with councils replaced", replace(wanted, past=False)
