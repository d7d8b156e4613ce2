"""Headlines that the page itself gives its briefs: short lines straight above them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from regional_news.magazine.blocks import TITLE_LENGTH, Block, Sort
from regional_news.reading import ParagraphKind, ends_sentence

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
"""Words of a headline: "12 May 2026" and "4 min read" have fewer."""


def with_headlines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a page, each headline put to the text right below it.

    The first line under a region's heading tells whether the region's briefs have headlines.
    """
    known = list(blocks)
    headed: list[Block] = []
    before, has_headlines = Sort.TITLE, False
    headline: Block | None = None
    for block, after in zip_longest(known, known[1:]):
        if headline:
            headed.append(replace(block, headline=headline.pieces[0]))
            before, headline = block.sort, None
            continue
        may_follow = before is Sort.REGION or has_headlines
        if may_follow and after and after.is_prose and _is_headline(block):
            headline = block
        else:
            headed.append(block)
        parts = block.sort in (Sort.REGION, Sort.TITLE)
        has_headlines = not parts and (
            has_headlines if before is not Sort.REGION else bool(headline)
        )
        before = block.sort
    return tuple(headed)


def _is_headline(block: Block) -> bool:
    """Return whether a block is a line that says something and does not end as a sentence."""
    kind = block.pieces[0].kind
    if kind is ParagraphKind.HEADING:
        return block.sort is Sort.LINE
    is_line = block.sort in (Sort.LINE, Sort.DOUBTFUL) and kind is ParagraphKind.BODY
    is_short = is_line and len(block.pieces) == 1 and len(block.text) <= TITLE_LENGTH
    says_enough = len(_WORD.findall(block.text)) >= _FEWEST_WORDS
    return is_short and says_enough and not ends_sentence(block.text.rstrip(":,;"))
