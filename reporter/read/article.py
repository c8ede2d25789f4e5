"""Which blocks of a page are its article.

Four kinds of evidence: elements that hold no article (navigation, footers, hidden parts), rows of links, the main text
as trafilatura chooses it (it keeps no positions, so its lines are found again among our blocks), and the title as the
page's metadata state it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from reporter.read.page import Block

_PLAIN = re.compile(r"[\W_]+")
# An element that seems to be no article but holds more than this share of the page's text is the article after all.
_LARGEST_ASIDE = 0.6
# A block is a link when so much of it is linked; so many of them in a row are a list of links.
_LINKED, _LINK_LIST = 0.8, 3
# Trafilatura's choice counts when it holds at least so much of the text outside navigation.
_LEAST_SHARE = 0.2
# Shorter lines are found again only as whole lines: as parts of others they are everywhere.
_SHORTEST_PART = 8
# What trafilatura does not see: characters that XML forbids, and spans, which it multiplies out.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|\b(?:col|row)span\s*=\s*[\"']?\d+[\"']?", re.IGNORECASE
)
# Longer pages are data dumps: their own elements must do.
_LONGEST_PAGE = 3_000_000
# Between a top heading and the first paragraph lie at most so many lines (subtitle, stamps).
_BETWEEN = 5


def asides_of(source: str, text: str, blocks: Sequence[Block], titles: Sequence[str]) -> frozenset[int]:
    """The indices of the blocks outside the main content.

    Args:
        source: the markup.
        text: its readable text, which the blocks count.
        blocks: in order.
        titles: the page's title as its metadata state it, in any form.
    """
    said = [_bare(text[block.text_start : block.text_end]) for block in blocks]
    asides = _marked(blocks, said) | _link_lists(blocks)
    main = _chosen(source, said, asides)
    if not main:
        return frozenset(asides)
    first, last = min(main), max(main)
    above = [index for index in range(first) if index not in asides]
    named = [index for index in above if _is_title(blocks[index], said[index], titles)]
    topped = [index for index in above[-_BETWEEN:] if blocks[index].level == 1]
    first = (named or topped or [first])[-1]
    return frozenset(index for index in range(len(blocks)) if index in asides or not first <= index <= last)


def title_block(text: str, blocks: Sequence[Block], asides: frozenset[int], titles: Sequence[str]) -> int | None:
    """The index of the block that is the article's title: the first that the metadata name, else the only h1."""
    inside = [index for index in range(len(blocks)) if index not in asides]
    for index in inside:
        if _is_title(blocks[index], _bare(text[blocks[index].text_start : blocks[index].text_end]), titles):
            return index
    tops = [index for index in inside if blocks[index].level == 1]
    return tops[0] if len(tops) == 1 else None


def _is_title(block: Block, said: str, titles: Sequence[str]) -> bool:
    """Whether a block says what a title begins with (the site's name may follow), or is a top heading within it."""
    return len(said) >= 4 and any(
        _bare(title).startswith(said) or (block.level and said in _bare(title)) for title in titles
    )


def _bare(text: str) -> str:
    return _PLAIN.sub("", text)


def _marked(blocks: Sequence[Block], said: Sequence[str]) -> set[int]:
    """Blocks in elements that hold no article; none when that would be most of the page."""
    asides = {index for index, block in enumerate(blocks) if block.is_aside}
    total = sum(map(len, said))
    return asides if sum(len(said[index]) for index in asides) <= _LARGEST_ASIDE * total else set()


def _link_lists(blocks: Sequence[Block]) -> set[int]:
    """Blocks that are nothing but links, three or more in a row."""
    found: set[int] = set()
    numbered = enumerate(blocks)
    for linked, run in groupby(numbered, key=lambda pair: _is_link(pair[1])):
        indices = [index for index, _ in run]
        if linked and len(indices) >= _LINK_LIST:
            found.update(indices)
    return found


def _is_link(block: Block) -> bool:
    return block.linked > 0 and block.linked >= _LINKED * (block.text_end - block.text_start)


def _chosen(source: str, said: Sequence[str], asides: set[int]) -> set[int]:
    """The blocks that trafilatura's main text holds; empty when it found nothing to speak of."""
    lines = {_bare(line) for line in _main_text(source).splitlines()} - {""}
    whole = "\n".join(sorted(lines))
    held = {
        index
        for index, words in enumerate(said)
        if index not in asides and words and (words in lines or (len(words) >= _SHORTEST_PART and words in whole))
    }
    share = sum(len(said[index]) for index in held)
    total = sum(len(words) for index, words in enumerate(said) if index not in asides)
    return held if share >= max(1, _LEAST_SHARE * total) else set()


def _main_text(source: str) -> str:
    """What trafilatura takes for the main text; empty when it finds none."""
    import trafilatura  # a fifth of a second and lxml: only web pages pay for it

    if len(source) > _LONGEST_PAGE:
        return ""
    plain = _UNSAFE.sub(" ", source)
    return trafilatura.extract(plain, output_format="txt", include_comments=False, include_tables=True) or ""
