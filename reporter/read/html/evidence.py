"""What speaks for and against a block of a page being its article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from reporter.read.html.main_text import main_text
from reporter.read.html.regions import Lines, Regions, bare

# An element that seems to be no article but holds more than this share of the page's prose is the article after all:
# words in a class are weaker evidence than elements.
_ABSOLVED = {"word": 0.5, "hidden": 0.5, "element": 0.75}
# So many links in a row are a list of links; a container is one when so much of its letters is linked and it holds at
# most so much of the page's prose. The heading of a list has at most so many letters.
_LINK_LIST, _LINK_SHARE, _LINK_PROSE, _LONGEST_HEADING = 3, 0.6, 0.25, 8
# Trafilatura's choice counts when it holds at least so much of the prose outside navigation.
_LEAST_SHARE = 0.2
# Shorter lines are found again only as whole lines: as parts of others they are everywhere. Parts are looked for
# through so many characters: a page has many lines and a long text.
_SHORTEST_PART, _MOST_SEARCHED = 8, 300_000_000
ATTACHED = re.compile(r"\W*附[件表图圖]?|.*\.(?:docx?|xlsx?|pdf|wps|et|rar|zip|pptx?|ofd|jpe?g|png)\W*$", re.IGNORECASE)
"""A line that names a file of the article's."""


def marked(regions: Regions, lines: Lines) -> set[int]:
    """Blocks in elements that hold no article, unless so much of the page's prose is in one that it does."""
    prose = regions.sums(lambda index: lines.prose[index])
    limits = [_ABSOLVED.get(container.kind, 0) * prose[0] for container in regions.containers]
    aside = regions.inherited(lambda index: regions.containers[index].kind != "" and prose[index] <= limits[index])
    return {index for index, block in enumerate(regions.blocks) if block.is_aside or aside[block.container]}


def link_lists(regions: Regions, lines: Lines) -> set[int]:
    """Blocks in lists of links: three or more links in a row with their heading, and all of a container that is mostly
    links."""
    found: set[int] = set()
    for linked, run in groupby(range(len(lines.said)), key=lambda index: lines.links[index]):
        indices = list(run)
        if linked and len(indices) >= _LINK_LIST and not _attachments(lines, indices):
            found.update(indices)
    found |= {index for index in range(len(lines.said) - 1) if index + 1 in found and _heads_list(lines, index)}
    return found | _link_containers(regions, lines)


def _link_containers(regions: Regions, lines: Lines) -> set[int]:
    prose = regions.sums(lambda index: lines.prose[index])
    letters = regions.sums(lambda index: len(lines.said[index]))
    linked = regions.sums(lambda index: 0 if ATTACHED.match(lines.texts[index]) else regions.blocks[index].linked)
    anchors = regions.sums(lambda index: regions.blocks[index].anchors)
    is_list = regions.inherited(
        lambda index: (
            anchors[index] >= _LINK_LIST
            and linked[index] >= _LINK_SHARE * letters[index]
            and prose[index] <= _LINK_PROSE * prose[0]
        )
    )
    return {index for index, block in enumerate(regions.blocks) if is_list[block.container]}


def _attachments(lines: Lines, indices: Sequence[int]) -> bool:
    """Whether a run of links are the document's attachments."""
    named = sum(ATTACHED.match(lines.texts[index]) is not None for index in indices)
    return 2 * named >= len(indices) or (indices[0] > 0 and lines.texts[indices[0] - 1].startswith("附件"))


def _heads_list(lines: Lines, index: int) -> bool:
    """Whether a line right above a list of links is its heading (相关文章)."""
    return 0 < len(lines.said[index]) <= _LONGEST_HEADING and not lines.is_prose(index) and not lines.links[index]


def held_by_trafilatura(source: str, lines: Lines, asides: Collection[int]) -> frozenset[int]:
    """The blocks that trafilatura's main text holds; empty when it found nothing to speak of."""
    theirs = {bare(line) for line in main_text(source).splitlines()} - {""}
    whole = "\n".join(sorted(theirs))
    held: set[int] = set()
    budget = _MOST_SEARCHED
    for index, words in enumerate(lines.said):
        if index in asides or not words:
            continue
        if words in theirs:
            held.add(index)
        elif len(words) >= _SHORTEST_PART and budget > 0:
            at = whole.find(words)
            budget -= at if at >= 0 else len(whole)
            held |= {index} if at >= 0 else set()
    total = sum(prose for index, prose in enumerate(lines.prose) if index not in asides)
    return frozenset(held if sum(lines.prose[index] for index in held) >= _LEAST_SHARE * total else ())
