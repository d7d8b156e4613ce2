"""Every layout of the page gives the same thirteen briefs."""

import html
import io
import textwrap
from collections.abc import Callable, Iterable

import docx
import pytest
from tests.unit.magazine.press import BRIEFS, drafts_in
from tests.unit.reading.files import PAGES

ALL = list(BRIEFS.items())
OTHER_SPELLINGS = {
    "Republic of Ireland": "Ireland",
    "North-east England": "North East England",
    "Yorkshire and the Humber": "Yorkshire & the Humber",
    "North-west England": "North West",
    "East of England": "Eastern England",
    "South-east England": "South East of England",
    "South-west England": "The South West",
}


def text(heading: Callable[[str], str], between: str = "\n\n") -> str:
    """Return the page as text with its headings written by ``heading``."""
    return between.join(part for region, brief in ALL for part in (heading(region), brief))


def same_line(form: str) -> str:
    """Return the page as text with each heading on the line of its brief."""
    return "\n\n".join(form.format(region, brief) for region, brief in ALL)


def markup(form: str) -> str:
    """Return the page as HTML, each region and its brief put into ``form``."""
    parts = (form.format(html.escape(region), html.escape(brief)) for region, brief in ALL)
    return "<h1>Nations and regions news</h1>" + "\n".join(parts)


def wrapped(width: int, *, after_heading: str = "", after_brief: str = "\n") -> str:
    """Return the page as text with lines broken at ``width``."""
    parts = (f"{region}\n{after_heading}{textwrap.fill(brief, width)}\n" for region, brief in ALL)
    return after_brief.join(parts)


def word(*, bold: bool = False, table: bool = False, region_last: bool = False) -> bytes:
    """Return the page as a Word document without styles: bold headings, or a table."""
    document = docx.Document()
    rows = document.add_table(0, 2) if table else None
    for region, brief in ALL:
        if rows is not None:
            cells = rows.add_row().cells
            cells[region_last].text, cells[not region_last].text = region, brief
        else:
            document.add_paragraph().add_run(region).bold = bold
            document.add_paragraph(brief)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


LAYOUTS: dict[str, str | bytes] = {
    "own line": text(str),
    "no blank lines": text(str, "\n"),
    "Windows line ends": text(str, "\r\n\r\n"),
    "capitals": text(str.upper),
    "colon": text("{}:".format),
    "other spellings": text(lambda region: OTHER_SPELLINGS.get(region, region)),
    "non-breaking spaces": text(lambda region: region.replace(" ", "\xa0")),
    "logo above": text("Glenbogle Council logo\n\n{}".format),
    "logo on the same line": text("Glenbogle Council logo {}".format),
    "news from": text("News from {}".format),
    "two languages": text("{} / Cymru".format),
    "numbered": text("1. {}".format),
    "way back": text("{} | Back to top".format),
    "semicolon on the line": same_line("{}; {}"),
    "brackets on the line": same_line("[{}] {}"),
    "link after the brief": same_line("{}: {} Read the full story »"),
    "forwarded": "\n".join(f"> {line}" for line in text("*{}*".format).splitlines()),
    "Markdown": text("## {}".format),
    "Markdown bold": text("**{}**".format),
    "Markdown list": same_line("- **{}:** {}"),
    "heading and colon on the line": same_line("{}: {}"),
    "heading and dash on the line": same_line("{} – {}"),
    "heading and full stop on the line": same_line("{}. {}"),
    "heading in capitals on the line": "\n\n".join(f"{r.upper()} {b}" for r, b in ALL),
    "copied table": "\n".join(f"{region}\t{brief}" for region, brief in ALL),
    "copied table, regions last": "\n".join(f"{brief}\t{region}" for region, brief in ALL),
    "UTF-16": text(str).encode("utf-16"),
    "Windows-1252": text(str).encode("cp1252"),
    "broken lines": wrapped(70),
    "broken lines, spaced": wrapped(70, after_heading="\n", after_brief="\n\n"),
    "broken lines, no blank lines": wrapped(70, after_brief=""),
    "narrow lines": wrapped(45, after_heading="\n"),
    **{
        f"<{tag}>": markup(f"<{tag}>{{}}</{tag}><p>{{}}</p>") for tag in ("h2", "h3", "h4")
    },  # one layout for each level of heading
    "<strong><br>": markup("<p><strong>{}</strong><br>{}</p>"),
    "<strong><br> inside": markup("<p><strong>{}<br></strong>\n{}</p>"),
    "<strong> on the line": markup("<p><strong>{}</strong> {}</p>"),
    "<strong> paragraph": markup("<p><strong>{}</strong></p><p>{}</p>"),
    "<br> only": markup("{}<br>{}<br><br>"),
    "logo in the heading": markup("<h2><img alt='Glenbogle Council logo'> {}</h2><p>{}</p>"),
    "logo under the heading": markup("<h2>{}</h2><figure><img alt='A logo'></figure><p>{}</p>"),
    "definition list": markup("<dl><dt>{}</dt><dd>{}</dd></dl>"),
    "table": markup("<table><tr><th>{}<td>{}</table>"),
    "table, regions last": markup("<table><tr><td>{1}<td>{0}</table>"),
    "table, regions before a link": "<table><tr><th>News<th>Region<th>Source</tr>"
    + markup("<tr><td>{1}<td>{0}<td><a href='#'>Glenbogle Gazette</a></tr>"),
    "list": markup("<ul><li><b>{}:</b> {}</li></ul>"),
    "headings in one row, briefs in the next": "<table>"
    + "".join(
        f"<tr><th>{a}<th>{c}</tr><tr><td>{b}<td>{d}</tr>"
        for (a, b), (c, d) in zip(ALL[::2], [*ALL[1::2], ("", "")], strict=True)
    ),
    "accordion": markup("<details><summary>{}</summary><p>{}</p></details>"),
    "Word without styles": word(bold=True),
    "Word table": word(table=True),
    "Word table, regions last": word(table=True, region_last=True),
    **{path.name: path.read_bytes() for path in PAGES.rglob("*.*") if path.suffix != ".md"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_all_briefs_with_their_regions(layout: str) -> None:
    """Thirteen briefs, none more, each under its region and word for word."""
    assert drafts_in(LAYOUTS[layout]) == ALL


def page(briefs: Iterable[tuple[str, str]]) -> str:
    """Return a page of text with the section's title, and a heading where the region changes."""
    lines, last = ["Nations and regions news"], ""
    for region, brief in briefs:
        lines += [brief] if region == last else [region, brief]
        last = region
    return "\n\n".join(lines)


@pytest.mark.parametrize("region", BRIEFS)
def test_a_missing_region_is_not_missed(region: str) -> None:
    """The other twelve briefs stay where they are."""
    others = [pair for pair in ALL if pair[0] != region]
    assert drafts_in(page(others)) == others


@pytest.mark.parametrize("region", BRIEFS)
def test_two_briefs_under_one_heading_are_both_found(region: str) -> None:
    """Each names a council of the region."""
    place = BRIEFS[region].split()[0]
    second = (
        region,
        f"{place} is to lend robots to all of its schools, it has now announced.",
    )
    doubled = [each for pair in ALL for each in ((pair, second) if pair[0] == region else (pair,))]
    assert drafts_in(page(doubled)) == doubled


def test_a_heading_that_comes_again_heads_the_same_region() -> None:
    """Some pages repeat the heading over each brief."""
    second = ("London", "Walford is to lend robots to all of its schools, it has now announced.")
    both = "\n\n".join(f"{region}\n\n{brief}" for region, brief in [*ALL, second])
    assert drafts_in(both) == [*ALL, second]


def test_a_heading_without_a_brief_gives_none() -> None:
    """Its region has no news this time."""
    others = [pair for pair in ALL if pair[0] != "Wales"]
    text = page(others).replace("Northern Ireland\n", "Wales\n\nNorthern Ireland\n")
    assert drafts_in(text) == others


def test_two_headings_above_one_brief_leave_it_where_its_council_is() -> None:
    """The heading right above says where it is; the one before it has no news."""
    both = f"Wales\n\nLondon\n\n{BRIEFS['London']}\n\n{BRIEFS['Scotland']}"
    assert drafts_in(f"Scotland\n\n{both}")[0] == ("London", BRIEFS["London"])


def test_a_list_of_contents_is_not_the_section() -> None:
    """Links to the regions, at the top or at the foot, have nothing to read under them."""
    links = "\n\n".join(BRIEFS)
    story = "An editor explains at some length here how the news on this site was chosen."
    assert drafts_in(f"{links}\n\n{story}\n\n{page(ALL)}\n\nContacts\n\n{links}") == ALL


def test_regions_in_another_order_are_believed() -> None:
    """A heading that is there says more than the order."""
    backwards = ALL[::-1]
    assert drafts_in(page(backwards)) == backwards


def test_a_page_without_the_section_gives_nothing() -> None:
    """Articles name councils, too."""
    story = "Glenbogle Council and Walford Council were both at the conference in the spring."
    other = "Farms are awash with data, and nobody knows what to do about it all, experts say."
    assert drafts_in(f"Connected\n\n{story}\n\n{other}\n\n{story}") == []
