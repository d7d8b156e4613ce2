"""Print the press's thirteen briefs as pages of many layouts, with the tools that magazines use.

    python tests/support/print_pages.py [FOLDER]

Needs Chromium, LibreOffice (``soffice``) and pdfLaTeX; what is printed lies in
tests/fixtures/pages/printed/, so that the tests need none of them.
"""

# ruff: noqa: E501  a layout reads best on one line

import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
import docx.document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests" / "fixtures" / "pages" / "printed"

_SYLLABLES = re.compile(
    r"(?<=[a-z]{3})(?=(?:tion|ment|ing|ers|ed|ance|ist|ity|ly|ral)\b)"
    r"|(?<=[a-z]{2})(?<=[lnrstm])(?=[bcdfgklmnprstv][a-z]{3})"
)


def soft(text: str, mark: str) -> str:
    """Return ``text`` with a mark wherever a word may break."""
    return _SYLLABLES.sub(lambda _: mark, text)


def briefs() -> list[tuple[str, str]]:
    """Return the region and the text of each brief."""
    from tests.unit.magazine.press import BRIEFS  # noqa: PLC0415  once the project is on the path

    return list(BRIEFS.items())


def web(style: str, form: Callable[[str, str], str], before: str = "", after: str = "") -> str:
    """Return a web page with the briefs, each put into ``form``."""
    body = "\n".join(form(html.escape(r), html.escape(b)) for r, b in briefs())
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Borsetshire Review'
        f"</title><style>body{{font:11pt/1.4 'DejaVu Serif',serif;margin:0}}{style}</style></head><body>"
        f"<h1>Nations and regions news</h1>{before}\n{body}\n{after}</body></html>"
    )


def name_of(brief: str) -> tuple[str, str]:
    """Return the council at the beginning of a brief, and what follows."""
    end = re.search(r"(?:Council’s?|Council)\b", brief)
    assert end
    return brief[: end.end()], brief[end.end() :]


def heading(region: str, brief: str) -> str:
    """Return a brief under its heading."""
    return f"<h2>{region}</h2><p>{brief}</p>"


def note(region: str, brief: str) -> str:
    """Return a brief with marks that lead to notes."""
    first, rest = name_of(brief)
    number = 1 + len(region) % 9
    return f"<h2>{region}</h2><p>{first}<sup>{number}</sup>{rest}<sup>{number + 1}</sup></p>"


WEB: dict[str, tuple[str, Callable[[str, str], str], str]] = {
    "two-columns": (
        "body{columns:2;column-gap:8mm;text-align:justify}",
        lambda r, b: heading(r, soft(b, "&shy;")),
        "",
    ),
    "three-columns": (
        "body{columns:3;column-gap:6mm;text-align:justify;font-size:9.5pt}h1{column-span:all}",
        lambda r, b: heading(r, soft(b, "&shy;")),
        "",
    ),
    "side-headings-table": (
        "th{text-align:left;width:34mm;padding:0 6mm 4mm 0;vertical-align:top}td{vertical-align:top;padding-bottom:4mm}",
        lambda r, b: f"<table><tr><th>{r}</th><td>{b}</td></tr></table>",
        "",
    ),
    "side-headings-middle": (
        "th{text-align:left;width:34mm;padding:0 6mm 4mm 0}td{padding-bottom:4mm}",
        lambda r, b: f"<table><tr><th>{r}</th><td>{b}</td></tr></table>",
        "",
    ),
    "side-headings-margin": (
        "section{margin-left:44mm;position:relative;margin-bottom:3mm}h2{position:absolute;left:-44mm;width:38mm;margin:0;font-size:11pt}p{margin:0}",
        lambda r, b: f"<section><h2>{r}</h2><p>{b}</p></section>",
        "",
    ),
    "drop-caps": (
        "p::first-letter{font-size:3em;float:left;line-height:.9;padding-right:1.5pt}p{min-height:12mm}",
        heading,
        "",
    ),
    "small-caps": (
        "b{font-variant:small-caps;font-weight:normal}",
        lambda r, b: f"<h2>{r}</h2><p><b>{name_of(b)[0]}</b>{name_of(b)[1]}</p>",
        "",
    ),
    "small-caps-line": ("p::first-line{font-variant:small-caps}", heading, ""),
    "larger-names": (
        "b{font-size:1.5em}",
        lambda r, b: f"<h2>{r}</h2><p><b>{name_of(b)[0]}</b>{name_of(b)[1]}</p>",
        "",
    ),
    "larger-names-alone": (
        "b{font-size:1.7em;font-weight:normal}p{width:80mm}",
        lambda r, b: f"<h2>{r}</h2><p><b>{name_of(b)[0]}</b>{name_of(b)[1]}</p>",
        "",
    ),
    "note-marks": (
        "sup{font-size:.65em}small{display:block;font-size:8pt;border-top:1px solid}",
        note,
        "<small><sup>1</sup> A report to the council’s cabinet.</small><small><sup>2</sup> The notice, in full.</small>",
    ),
    "same-size-headings": (
        "h2{font:inherit;margin:0}p{margin:0 0 3mm}",
        heading,
        "",
    ),
    "indented": (
        "h2{font-size:11pt;margin:4mm 0 0}p{margin:0;text-indent:5mm;text-align:justify}",
        heading,
        "",
    ),
}


def printed_by_chromium(markup: str, target: Path) -> None:
    """Print a web page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(markup, encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={target}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


_TEX = {"&": r"\&", "%": r"\%", "£": r"\pounds{}", "’": "'", "–": "--"}


def tex(text: str) -> str:
    """Return text as LaTeX writes it."""
    return "".join(_TEX.get(letter, letter) for letter in text)


LATEX: dict[str, tuple[str, Callable[[str, str], str], str, str]] = {
    "two-columns": (
        r"\usepackage{multicol,fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[L]{The Borsetshire Review}\fancyfoot[C]{\thepage}",
        lambda r, b: rf"\section*{{{r}}} {b}" + "\n\n",
        r"\begin{multicols}{2}",
        r"\end{multicols}",
    ),
    "three-columns": (
        r"\usepackage{multicol,fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[L]{The Borsetshire Review}\fancyfoot[C]{\thepage}",
        lambda r, b: rf"\section*{{{r}}} {b}" + "\n\n",
        r"\begin{multicols}{3}",
        r"\end{multicols}",
    ),
    "drop-caps": (
        r"\usepackage{lettrine}",
        lambda r, b: (
            rf"\section*{{{r}}} \lettrine{{{b[0]}}}{{{b.split()[0][1:]}}} {b.split(' ', 1)[1]}"
            "\n\n"
        ),
        "",
        "",
    ),
    "small-caps": (
        "",
        lambda r, b: rf"\section*{{{r}}} \textsc{{{name_of(b)[0]}}}{name_of(b)[1]}" + "\n\n",
        "",
        "",
    ),
    "footnotes": (
        r"\usepackage{multicol}",
        lambda r, b: (
            rf"\section*{{{r}}} {name_of(b)[0]}\footnote{{According to a notice of {r}, seen by the Review.}}{name_of(b)[1]}"
            "\n\n"
        ),
        "",
        "",
    ),
    "side-headings": (
        r"\usepackage{longtable,array}",
        lambda r, b: rf"\raggedright\bfseries {r} & {b} \\[2mm]" + "\n",
        r"\begin{longtable}{@{}p{26mm}p{82mm}@{}}",
        r"\end{longtable}",
    ),
    "margin": (
        r"\usepackage{marginnote}\reversemarginpar",
        lambda r, b: rf"\marginnote{{\raggedright\bfseries {r}}}{b}" + "\n\n\\medskip\n\n",
        "",
        "",
    ),
}


def printed_by_latex(key: str, target: Path) -> None:
    """Print one of the layouts in LATEX."""
    preamble, form, begin, end = LATEX[key]
    body = "".join(form(tex(region), tex(brief)) for region, brief in briefs())
    source = (
        r"\documentclass[10pt]{article}\usepackage[a5paper,margin=15mm,left="
        + ("45mm" if key == "margin" else "15mm")
        + r"]{geometry}"
        r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}"
        + preamble
        + r"\begin{document}\section*{Nations and regions news}"
        + begin
        + body
        + end
        + r"\end{document}"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.tex").write_text(source, encoding="utf-8")
        for _ in range(2):
            subprocess.run(
                ["pdflatex", "-interaction=nonstopmode", "page.tex"],
                cwd=folder,
                capture_output=True,
                check=False,  # it grumbles at full lines
            )
        target.write_bytes((Path(folder) / "page.pdf").read_bytes())


def footnoted() -> str:
    """Return a web page with footnotes as LibreOffice writes them, which it reads as footnotes."""
    parts, notes = [], []
    for n, (region, brief) in enumerate(briefs(), start=1):
        first, rest = name_of(brief)
        mark = f'<a class="sdfootnoteanc" name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>'
        parts.append(f"<h2>{region}</h2><p>{first}{mark}{rest}</p>")
        notes.append(
            f'<div id="sdfootnote{n}"><p class="sdfootnote"><a class="sdfootnotesym" '
            f'name="sdfootnote{n}sym" href="#sdfootnote{n}anc">{n}</a>A notice, seen by the Review.</p></div>'
        )
    return (
        '<html><head><meta charset="utf-8"></head><body><h1>Nations and regions news</h1>'
        + "".join(parts + notes)
        + "</body></html>"
    )


def word(key: str) -> docx.document.Document:
    """Return a Word document with the briefs in one of the layouts of OFFICE."""
    document = docx.Document()
    document.add_heading("Nations and regions news", 1)
    if key == "two-columns":
        columns = OxmlElement("w:cols")
        columns.set(qn("w:num"), "2")
        document.sections[0]._sectPr.append(columns)
    table = document.add_table(0, 2) if key == "side-headings" else None
    for region, brief in briefs():
        if table is not None:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = region, brief
            cells[0].width, cells[1].width = Mm(35), Mm(120)
            cells[0].paragraphs[0].runs[0].bold = True
            continue
        document.add_heading(region, 2)
        if key == "drop-caps":
            _add_drop_cap(document.add_paragraph(), brief[0])
            document.add_paragraph(brief[1:])
            continue
        first, rest = name_of(brief)
        paragraph = document.add_paragraph()
        name = paragraph.add_run(first)
        name.font.small_caps = key == "small-caps"
        name.font.size = Pt(16) if key == "larger-names" else None
        paragraph.add_run(rest)
        if key == "hidden-and-struck-out":
            paragraph.add_run(" A note to the editor of Walford.").font.hidden = True
            paragraph.add_run(" So says Barchester City Council.").font.strike = True
    return document


def _add_drop_cap(paragraph: Paragraph, letter: str) -> None:
    frame = OxmlElement("w:framePr")
    settings = {
        "dropCap": "drop",
        "lines": "2",
        "wrap": "around",
        "vAnchor": "text",
        "hAnchor": "text",
    }
    for name, value in settings.items():
        frame.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(frame)
    paragraph.paragraph_format.line_spacing = Pt(28)
    paragraph.add_run(letter).font.size = Pt(36)


OFFICE = (
    "two-columns",
    "side-headings",
    "drop-caps",
    "small-caps",
    "larger-names",
    "hidden-and-struck-out",
)


def converted(source: Path, kind: str, target: Path) -> None:
    """Let LibreOffice convert a file."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                kind,
                "--outdir",
                folder,
                source,
            ],
            check=True,
            capture_output=True,
        )
        suffix = kind.partition(":")[0]
        target.write_bytes((Path(folder) / source.with_suffix(f".{suffix}").name).read_bytes())


def saved_by_chromium(markup: str, target: Path) -> None:
    """Save a web page as a web archive."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "page.html").write_text(markup, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto((Path(folder) / "page.html").as_uri())
        session = page.context.new_cdp_session(page)
        target.write_text(session.send("Page.captureSnapshot")["data"], encoding="utf-8")
        browser.close()


def main(folder: Path) -> None:
    """Print all pages into a folder."""
    saved_by_chromium(web("", heading), folder / "saved.mhtml")
    for key, (style, form, after) in WEB.items():
        page = web("@page{size:A5;margin:14mm}" + style, form, after=after)
        printed_by_chromium(page, folder / f"printed-{key}.pdf")
    for key in LATEX:
        printed_by_latex(key, folder / f"latex-{key}.pdf")
    with tempfile.TemporaryDirectory() as scratch:
        for key in OFFICE:
            source = Path(scratch) / f"{key}.docx"
            word(key).save(str(source))
            if key == "hidden-and-struck-out":
                for kind in ("odt", "rtf"):
                    converted(source, kind, folder / f"office-{key}.{kind}")
            else:
                converted(source, "pdf", folder / f"office-{key}.pdf")
            if key in ("drop-caps", "hidden-and-struck-out"):
                (folder / f"office-{key}.docx").write_bytes(source.read_bytes())
        source = Path(scratch) / "footnotes.html"
        source.write_text(footnoted(), encoding="utf-8")
        converted(source, "odt", folder / "office-footnotes.odt")
        for kind in ("pdf", "docx", "rtf"):
            converted(folder / "office-footnotes.odt", kind, folder / f"office-footnotes.{kind}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
