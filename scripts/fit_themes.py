"""Check or fit the words of ``data/themes.toml`` against the labelled texts in ``training/``.

    python scripts/fit_themes.py                      precision and recall, by file and by theme
    python scripts/fit_themes.py --before OLD.toml    and what the edit since OLD.toml does
    python scripts/fit_themes.py --suggest            words that the texts of a theme share
    python scripts/fit_themes.py --fit                fit the points, with whole files held out

Fitting gives every word the points with which three points are worth a theme; the points that are
there now pull at them, so that a few texts change little. A person chooses the words, and may
edit what comes out: the finder's rules stay as docs/themes.md tells them.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from regional_news.model import Theme
from regional_news.text import Words
from regional_news.themes import ThemeFinder, load_themes
from regional_news.themes.taxonomy import MOST_POINTS, Themes

ROOT = Path(__file__).parents[1]
THEMES = ROOT / "data" / "themes.toml"
TRAINING = ROOT / "training"

_COUNCIL = re.compile(r"\[\[[^|\]]*\|([^|\]]*)(?:\|m)?\]\]|\{\{(.*?)\}\}")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """the a an and or of to in on for at by with from as is are was were be been has have had
        will would can could may its it their they them this that than which who whose into over
        out up more most all not no but so if when while where after before about also new said
        says say council councils borough county city district one two three four five six seven
        eight nine ten first last year years month months week weeks day days he she his her we
        our""",
    )
)
_LONGEST_PHRASE = 3
_FEWEST_TEXTS, _LEAST_SHARE, _LEAST_Z, _MOST_WORDS = 4, 0.4, 3.5, 40
_PULL, _OFFSET, _STEPS = 1.5, 3.2, 400
"""How strongly a word keeps its points, and the score at which a theme is as likely as not."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the themes that a reader gave it; ``disputed`` ones count neither way."""

    text: str
    themes: frozenset[str]
    disputed: frozenset[str] = frozenset()


@dataclass(slots=True)
class Tally:
    """How many themes were right, wrong and missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missing, 1)
        both = 2 * self.right / max(2 * self.right + self.wrong + self.missing, 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"


def read_texts(path: Path) -> list[Text]:
    """Return the texts of a JSONL file that have themes, without the marks around names."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Text(
            _COUNCIL.sub(lambda name: name[1] or name[2], row.get("marked") or row["text"]),
            frozenset(row["themes"]),
            frozenset(row.get("themes_either", ())),
        )
        for row in rows
        if row.get("themes") is not None
    ]


def tally(texts: Iterable[Text], finder: ThemeFinder) -> Mapping[str, Tally]:
    """Return the tally of each theme, and of all under ""."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for text in texts:
        found = {match.theme.id for match in finder.find(text.text)} - text.disputed
        for theme in found | text.themes:
            for each in (tallies[""], tallies[theme]):
                each.right += theme in found and theme in text.themes
                each.wrong += theme not in text.themes
                each.missing += theme not in found
    return tallies


def candidates(texts: Sequence[Text], theme: Theme) -> list[str]:
    """Return phrases that the theme's texts have more often than others, the most telling first."""
    known = {*theme.triggers, *theme.otherwise, *theme.blockers}
    in_all: Counter[str] = Counter()
    in_theme: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in texts:
        phrases = _phrases(text.text)
        in_all.update(phrases.keys())
        names.update(phrase for phrase, is_name in phrases.items() if is_name)
        if theme.id in text.themes:
            in_theme.update(phrases.keys())
    share = sum(theme.id in text.themes for text in texts) / len(texts)
    telling = []
    for phrase, count in in_theme.items():
        total = in_all[phrase]
        if count < _FEWEST_TEXTS or count < _LEAST_SHARE * total or phrase in known:
            continue
        z = (count - total * share) / (total * share * (1 - share) + 0.5) ** 0.5
        if z > _LEAST_Z and names[phrase] < total / 2:
            telling.append((-z, phrase))
    return [phrase for _, phrase in sorted(telling)][:_MOST_WORDS]


def fitted(texts: Sequence[Text], themes: Themes) -> Themes:
    """Return the themes with the points that fit the texts best."""
    finder = ThemeFinder(themes)
    hits = [finder.hits(text.text) for text in texts]
    return Themes(replace(theme, triggers=_points(theme, texts, hits)) for theme in themes)


def _points(
    theme: Theme, texts: Sequence[Text], hits: Sequence[Mapping[str, Sequence[str]]]
) -> dict[str, float]:
    """Return the theme's words with their fitted points; those that round to none are left out.

    A logistic regression whose weights are points: a text has the theme with even odds at
    ``_OFFSET`` points, and the present points pull at the new ones.
    """
    phrases = list(theme.triggers)
    column = {phrase: number for number, phrase in enumerate(phrases)}
    present = np.zeros((len(texts), len(phrases)))
    for row, found in enumerate(hits):
        for phrase in found.get(theme.id, ()):
            present[row, column[phrase]] = 1
    wanted = np.array([theme.id in text.themes for text in texts], dtype=float)
    counts = np.array([theme.id not in text.disputed for text in texts], dtype=float)
    known = np.array([theme.triggers[phrase] for phrase in phrases])
    points = known.copy()
    rate = 1 / (2 * np.maximum(present.sum(axis=0) / 4 + 2 * _PULL, 1))
    for _ in range(_STEPS):
        odds = 1 / (1 + np.exp(_OFFSET - present @ points))
        pull = 2 * _PULL * (points - known)
        points = np.clip(points - rate * (present.T @ (counts * (odds - wanted)) + pull), 0, 5)
    rounded = zip(phrases, map(round, points.tolist()), strict=True)
    return {phrase: float(min(worth, MOST_POINTS)) for phrase, worth in rounded if worth}


def _phrases(text: str) -> dict[str, bool]:
    """Return the phrases of a text that begin and end with a telling word, and which are names."""
    words = Words(text)
    found: dict[str, bool] = {}
    for first, word in enumerate(words.folded):
        is_name = first > 0 and first in words.capitals
        for end in range(first + 1, min(first + _LONGEST_PHRASE, len(words)) + 1):
            last = words.folded[end - 1]
            if end > first + 1 and not words.gap(end - 1).isspace():
                break
            if not last.isalpha():
                break
            is_name |= end > first + 1 and end - 1 in words.capitals
            if word not in _COMMON and last not in _COMMON:
                phrase = " ".join(words.folded[first:end])
                found[phrase] = found.get(phrase, True) and is_name
    return found


def written(toml: str, themes: Themes) -> str:
    """Return the text of themes.toml with other points; everything else stays as it is."""
    blocks = re.split(r"^\[\[theme\]\]\n", toml, flags=re.MULTILINE)
    for number, block in enumerate(blocks[1:], start=1):
        theme = themes[re.search(r'^id = "(.*)"', block, re.MULTILINE)[1]]  # type: ignore[index]
        rest = re.sub(r"^points\.\d = \[[^\]]*\]\n", "", block, flags=re.MULTILINE)
        head, definition, tail = re.split(r"(^definition = .*\n)", rest, flags=re.MULTILINE)
        blocks[number] = f"{head}{definition}{''.join(_lists(theme))}{tail}"
    return "[[theme]]\n".join(blocks)


def _lists(theme: Theme) -> Iterator[str]:
    for worth in range(MOST_POINTS, 0, -1):
        words = [f'"{phrase}",' for phrase, points in theme.triggers.items() if points == worth]
        if not words:
            continue
        lines = [""]
        for word in words:
            if len(lines[-1]) + len(word) > 95:  # noqa: PLR2004  a line of the file
                lines.append("")
            lines[-1] += f" {word}" if lines[-1] else f"    {word}"
        yield f"points.{worth} = [\n" + "\n".join(lines) + "\n]\n"


def report(files: Mapping[str, Sequence[Text]], themes: Themes) -> None:
    """Print precision and recall by file and, over all of them, by theme."""
    finder = ThemeFinder(themes)
    for name, texts in files.items():
        print(f"{name:32} {len(texts):5} texts  {tally(texts, finder)['']}")
    together = tally([text for texts in files.values() for text in texts], finder)
    for theme in themes:
        print(f"    {theme.id:28} {together[theme.id]}")
    print(f"{'all':32}              {together['']}")


def compare(files: Mapping[str, Sequence[Text]], before: Themes, after: Themes) -> None:
    """Print what an edit does: to each file, and to the texts in which an edited word stands."""
    old, new = ThemeFinder(before), ThemeFinder(after)
    for name, texts in files.items():
        print(f"{name:32} before {tally(texts, old)['']}   after {tally(texts, new)['']}")
    changes: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for text in (text for texts in files.values() for text in texts):
        had, has = ({m.theme.id for m in each.find(text.text)} for each in (old, new))
        for theme in (had ^ has) - text.disputed:
            change = changes[theme, "given to" if theme in has else "taken from"]
            change.right += (theme in has) == (theme in text.themes)
            change.wrong += (theme in has) != (theme in text.themes)
    for (theme, what), change in sorted(changes.items()):
        print(f"    {theme}: {what} {change.right} texts rightly, {change.wrong} wrongly")


def fit(files: Mapping[str, Sequence[Text]], themes: Themes) -> None:
    """Print how each file fares while held out, then write points fitted to all of them."""
    for name, held_out in files.items():
        rest = [text for other, texts in files.items() if other != name for text in texts]
        before, after = (ThemeFinder(each) for each in (themes, fitted(rest, themes)))
        print(f"{name:32} held out: before {tally(held_out, before)['']}", end="")
        print(f"   after {tally(held_out, after)['']}")
    themes = fitted([text for texts in files.values() for text in texts], themes)
    THEMES.write_text(written(THEMES.read_text(encoding="utf-8"), themes), encoding="utf-8")


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", type=Path, help="themes.toml as it was before an edit")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more labelled texts")
    parser.add_argument("--suggest", action="store_true", help="print words to choose from")
    parser.add_argument("--fit", action="store_true", help="write fitted points")
    chosen = parser.parse_args()
    paths = [*sorted(TRAINING.glob("*.jsonl")), *chosen.also]
    files = {path.stem: texts for path in paths if (texts := read_texts(path))}
    if not files:
        parser.error(f"no labelled texts in {TRAINING.name}/; name some with --also")
    themes = load_themes(THEMES)
    if chosen.suggest:
        together = [text for texts in files.values() for text in texts]
        for theme in themes:
            print(f"{theme.id}: {', '.join(candidates(together, theme))}")
        return
    if chosen.before:
        compare(files, load_themes(chosen.before), themes)
    if chosen.fit:
        fit(files, themes)
    report(files, load_themes(THEMES))


if __name__ == "__main__":
    main()
