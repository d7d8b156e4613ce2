"""The command that writes briefs as a file, with an option for each group of filters."""
# ruff: noqa: PLC0415  a command imports what it needs when it runs
# ruff: noqa: FBT002, PLR0913, PLR0917  typer makes options of arguments: switches, and many

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from regional_news.cli.io import write
from regional_news.cli.program import app
from regional_news.errors import FilterError
from regional_news.exports.formats import FORMATS
from regional_news.query.groups import GROUPS

Asked = Mapping[str, list[str]]
"""A filter as an address would carry it: parameter → values."""


def _with_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that also takes an option for each group of filters, as ``groups``."""

    @wraps(command)
    def taking_groups(**given: Any) -> None:
        groups = {name: given.pop(name) or [] for name in GROUPS}
        command(groups=groups, **given)

    told = inspect.signature(command, eval_str=True).parameters
    options = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                list[str] | None, typer.Option(help=f"{group.title}; may be repeated.")
            ],
        )
        for name, group in GROUPS.items()
    ]
    own = [each.replace(kind=each.KEYWORD_ONLY) for each in told.values() if each.name != "groups"]
    taking_groups.__signature__ = inspect.Signature([own[0], *options, *own[1:]])  # type: ignore[attr-defined]
    taking_groups.__annotations__ = {}
    return taking_groups


@app.command()
@_with_groups
def export(
    format_: Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.")],
    groups: Asked,
    q: Annotated[str, typer.Option(help="Words in the brief or in a council's names.")] = "",
    since: Annotated[str, typer.Option(help="Published in or after 2023, 2023-04 …")] = "",
    until: Annotated[str, typer.Option(help="Published in or before 2023, 2023-04 …")] = "",
    box: Annotated[str, typer.Option(help="Councils between south_west_north_east.")] = "",
    mentions: Annotated[bool, typer.Option("--mentions", help="Also councils only named.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Also what predecessors did.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file.")] = None,
) -> None:
    """Write the briefs that a filter leaves, as one file."""
    from regional_news.exports import download
    from regional_news.settings import settings
    from regional_news.snapshot.snapshot import open_snapshot
    from regional_news.store import configured_store

    snapshot = open_snapshot(settings().data, configured_store())
    rest = {"q": q, "since": since, "until": until, "box": box}
    rest |= {"mentions": str(mentions), "past": str(past)}
    read = snapshot.filters.read({**groups, **{name: [value] for name, value in rest.items()}})
    if read.ignored:
        raise FilterError(f"Nothing answers to {', '.join(read.ignored)}; correct the filter.")
    write(download(snapshot.view(read.wanted), format_).chunks(), output)
