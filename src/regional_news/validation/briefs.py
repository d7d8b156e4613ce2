"""regional_news.csv checked against the regions, councils and themes that it names."""

from collections.abc import Iterable, Iterator

from regional_news.gazetteer.resolver import Resolver
from regional_news.model import Ambiguous, PartialDate, Unknown, brief_id
from regional_news.table.schema import NO_COUNCIL
from regional_news.text import listed, web_address
from regional_news.themes import Themes
from regional_news.validation.finding import Finding
from regional_news.validation.rows import Row, date_in


def check_briefs(rows: Iterable[Row], names: Resolver, themes: Themes) -> Iterator[Finding]:
    """Yield what is wrong with each brief, and briefs that are there twice."""
    lines: dict[str, int] = {}
    for row in rows:
        yield from _check_cells(row, themes)
        region = names.gazetteer.regions.recognise(row["region"])
        if region is None:
            yield row.error(f"“{row['region']}” is not a region in regions.toml.")
            continue
        published = date_in(row, "published")
        if isinstance(published, Finding):
            yield published
            published = None
        yield from _check_names(row, names, region.id, published)
        made = brief_id(row["issue"], region.id, row["summary"])
        # A brief that was mended keeps its id, so that the two may differ.
        known = [lines[each] for each in (row["id"], made) if each in lines]
        if known:
            yield row.error(f"The brief stands in line {known[0]} already.")
        lines |= dict.fromkeys({row["id"], made} - {""} - lines.keys(), row.line)


def _check_cells(row: Row, themes: Themes) -> Iterator[Finding]:
    for column in ("issue", "published", "headline", "summary"):
        if not row[column]:
            yield row.error(f"“{column}” is empty.")
    for column in ("councils", "themes"):
        if not row[column]:
            yield row.note(f"“{column}” is empty: no map and no filter leads to this brief by it.")
    for theme in listed(row["themes"]):
        if theme not in themes:
            yield row.error(f"“{theme}” is not the id of a theme in themes.toml.")
    if row["source_url"] and not web_address(row["source_url"]):
        yield row.error(f"“{row['source_url']}” is no web address; it begins with https://.")


def _check_names(
    row: Row, names: Resolver, region: str, published: PartialDate | None
) -> Iterator[Finding]:
    for column in ("councils", "also_mentions"):
        for name in listed(row[column]):
            if name == NO_COUNCIL:
                continue
            match names.resolve(name, region=region, on=published):
                case Unknown(reason):
                    yield row.error(f"“{name}” in “{column}”: {reason}.")
                case Ambiguous(candidates):
                    either = " or ".join(council.name for council in candidates)
                    sentence = f"“{name}” in “{column}” could be {either}."
                    # Who is only named may stay in doubt, as the source left it.
                    yield row.note(sentence) if column == "also_mentions" else row.error(sentence)
