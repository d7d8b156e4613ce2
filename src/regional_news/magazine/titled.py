"""Headlines that the page itself gives its briefs: short lines straight above them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from regional_news.magazine.blocks import TITLE_LENGTH, Block, Sort
from regional_news.reading import ParagraphKind, ends_sentence
from regional_news.text import fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
"""Words of a headline: "12 May 2026" and "4 min read" have fewer."""
_STEM = 4
"""Letters in which "plans" and "planning" agree; words of as many or fewer are small ones."""


def with_headlines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a page, each headline put to the text right below it.

    The first line under a region's heading tells whether the region's briefs have headlines. In a
    region that begins without one, a line is one if it goes with the text below it.
    """
    known = list(blocks)
    usual = any(
        region.sort is Sort.REGION and _is_over(line, text)
        for region, line, text in zip(known, known[1:], known[2:], strict=False)
    )
    headed: list[Block] = []
    above, has_headlines, in_region = None, False, False
    headline: Block | None = None
    for block, below in zip_longest(known, known[1:]):
        if headline:
            headed.append(replace(block, headline=headline.pieces[0]))
            above, headline = block, None
            continue
        is_first = above is not None and above.sort is Sort.REGION
        in_region = block.sort is not Sort.TITLE and (in_region or is_first)
        if below and _is_over(block, below):
            goes_along = in_region and above and _goes_with(block, above, below, usual=usual)
            if is_first or has_headlines or goes_along:
                headline = block
        if headline is None:
            headed.append(block)
        parts = block.sort in (Sort.REGION, Sort.TITLE)
        has_headlines = not parts and (bool(headline) if is_first else has_headlines)
        above = block
    return tuple(headed)


def _is_over(line: Block, text: Block) -> bool:
    """Return whether a line is a headline as far as it and the text below it tell.

    Two words are one where the text has one of them.
    """
    words = len(_WORD.findall(line.text))
    says_enough = words >= _FEWEST_WORDS or (words > 1 and bool(_stems(line) & _stems(text)))
    is_heading = line.pieces[0].kind is ParagraphKind.HEADING
    return text.is_prose and _is_headline(line) and (is_heading or says_enough)


def _goes_with(line: Block, above: Block, below: Block, *, usual: bool) -> bool:
    """Return whether a line between two texts goes with the one below, by the words they share.

    A line that shares none is a headline where these are ``usual`` on the page.
    """
    words = _stems(line)
    with_above, with_below = (len(words & _stems(each)) for each in (above, below))
    return with_below > with_above or (usual and not with_above)


def _stems(block: Block) -> set[str]:
    """Return the beginnings of a block's words, small words left aside."""
    return {word[:_STEM] for word in _WORD.findall(fold(block.text)) if len(word) > _STEM}


def _is_headline(block: Block) -> bool:
    """Return whether a block is a line that says something and does not end as a sentence."""
    kind = block.pieces[0].kind
    if kind is ParagraphKind.HEADING:
        return block.sort is Sort.LINE
    is_line = block.sort in (Sort.LINE, Sort.DOUBTFUL) and kind is ParagraphKind.BODY
    is_short = is_line and len(block.pieces) == 1 and len(block.text) <= TITLE_LENGTH
    return is_short and not ends_sentence(block.text.rstrip(":,;"))
