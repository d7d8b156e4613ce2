"""What Explore opens with: what this is, the newest issue, and what concerns this reader.

What a reader saw last and which council is theirs stays in their browser: nothing of it is sent.
"""

from dataclasses import replace
from typing import Any

from regional_news.query import BriefFilter
from regional_news.query.issues import Issue, issue, issue_names
from regional_news.snapshot.snapshot import Snapshot
from regional_news.text import amount
from regional_news.ui.components import draw
from regional_news.ui.session.address import href
from regional_news.ui.widgets.issues_compared import comparison_href

ABOUT = "What councils in the UK and Ireland are doing with technology, brief by brief."


def welcome(snapshot: Snapshot, wanted: BriefFilter) -> None:
    """Draw it; the newest issue first, and a choice among all of them beside the other filters."""
    said = snapshot.once(("welcome", wanted), lambda: _said(snapshot, wanted))
    if said:
        draw("welcome", said)


def _said(snapshot: Snapshot, wanted: BriefFilter) -> dict[str, Any]:
    names = issue_names(snapshot.index)
    if not names:
        return {}
    newest = issue(snapshot.index, names[0])
    counts = snapshot.view(BriefFilter()).counts("issue")
    found = snapshot.view(wanted).facet("issue")
    issues = [
        {
            "name": name,
            "briefs": counts[name],
            "href": href("", BriefFilter(issues=(name,))),
            "found": found[name],
            "choose": href("", replace(wanted, issues=(name,))),
            "chosen": wanted.issues == (name,),
        }
        for name in names
    ]
    said = {"name": newest.name, "when": newest.when, **_newest(newest, wanted, found[newest.name])}
    every = href("", replace(wanted, issues=()))
    about = "" if wanted else ABOUT
    (shown,) = wanted.issues if len(wanted.issues) == 1 else names[:1]
    compare = comparison_href(shown, wanted) if len(names) > 1 else ""
    return {"about": about, "newest": said, "issues": issues, "all": every, "compare": compare}


def _newest(newest: Issue, wanted: BriefFilter, found: int) -> dict[str, str]:
    """Return what the newest issue has and the way there, which keeps the filter where it can."""
    if not replace(wanted, issues=()):
        return {"totals": newest.totals, "href": href("", BriefFilter(issues=(newest.name,)))}
    of_it = f"of its {amount(newest.briefs, 'brief')}"
    if not found:
        every = href("", BriefFilter(issues=(newest.name,)))
        return {"totals": f"none {of_it} fits your filters", "href": every}
    fits = "fits" if found == 1 else "fit"
    kept = href("", replace(wanted, issues=(newest.name,)))
    return {"totals": f"{found:,} {of_it} {fits} your filters", "href": kept}
