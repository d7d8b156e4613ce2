"""Paragraphs that go on with the one before: lists, and what only leans on what was said."""

import re
from collections.abc import Iterable
from dataclasses import replace

from regional_news.magazine.blocks import LONGEST_BRIEF, Block, Sort, sort_of
from regional_news.magazine.placing import RegionsNamed
from regional_news.magazine.prose import is_long, reads_as_news
from regional_news.reading import ParagraphKind

_LEANS = re.compile(
    r"(?:it|they|he|she|this|these|those|its|their|both|such|all of (?:it|them|this)|"
    r"the (?:council|authority|borough|district|county|city|scheme|project|programme|service|"
    r"system|contract|work|plan|pilot|trial|move|money|funding|site|app|tool|platform)s?)\b(?!-)",
    re.IGNORECASE,
)
"""How a paragraph begins that says more of what the one before is about."""
_PARTING = (Sort.REGION, Sort.TITLE, Sort.ASIDE)
_FEWEST = 6
"""Words of a line that a list or another paragraph goes on with."""


def with_parts(blocks: Iterable[Block], regions_named: RegionsNamed) -> tuple[Block, ...]:
    """Return the blocks of a page, each list and each paragraph that leans on one joined to it.

    A paragraph that names a council leans on nothing. What stands around news parts nothing.
    """
    known: list[Block] = []
    opener: int | None = None
    for block in blocks:
        if opener is not None and _goes_on(known[opener], block, regions_named):
            known[opener] = _joined(known[opener], block)
            continue
        if block.sort in (Sort.REGION, Sort.TITLE):
            opener = None
        elif block.sort is not Sort.ASIDE:
            opener = len(known)
        known.append(block)
    return tuple(known)


def _goes_on(before: Block, block: Block, regions_named: RegionsNamed) -> bool:
    if block.headline or block.sort in _PARTING or not _can_go_on(before, block):
        return False
    if block.is_item:
        opens = before.text.endswith(":") or before.pieces[-1].kind is ParagraphKind.ITEM
        return not before.is_item and (opens or not reads_as_news(block.text))
    leans = block.is_prose and not before.is_item and bool(_LEANS.match(block.text))
    return leans and not any(regions_named(block.text))


def _can_go_on(before: Block, block: Block) -> bool:
    """Return whether a block is text in which another may go on, within the length of briefs."""
    is_text = before.pieces[0].kind in (ParagraphKind.BODY, ParagraphKind.ITEM)
    long_enough = before.is_prose or len(before.text.split()) >= _FEWEST
    return is_text and long_enough and len(before.text) + len(block.text) < LONGEST_BRIEF


def _joined(before: Block, block: Block) -> Block:
    joined = replace(before, pieces=(*before.pieces, *block.pieces))
    sort = sort_of(joined.text, ParagraphKind.BODY)
    is_list = block.is_item and is_long(joined.text) and sort is not Sort.ASIDE
    return replace(joined, sort=Sort.BRIEF if is_list else sort)
