"""Running headers, footers, page numbers and watermarks: what repeats from page to page and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reporter.read.pdf.content import Glyph, PageContent
from reporter.read.pdf.lines import Line

_DEPTH = 3  # so many rows from the edge of a page may be running
_SAME_HEIGHT = 4.0  # points
_PLACES = r"[-—–－―~～·•.\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_PLACES}(?:第\s*(\d{{1,4}})\s*[页頁](?:\s*+(?:[，,/|]\s*+)?共\s*\d{{1,4}}\s*[页頁])?|(\d{{1,4}})\s*/\s*\d{{1,4}}"
    rf"|[Pp]age\s*(\d{{1,4}})(?:\s*of\s*\d{{1,4}})?|(\d{{1,4}})|([ivxlcIVXLC]{{1,6}})){_PLACES}"
)
_PLAIN_NUMBER = re.compile(r"\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6})\s*")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page's rows of pieces from top to bottom; ``lines`` are the rows, each as one line."""

    content: PageContent
    rows: tuple[tuple[Line, ...], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row near the edge of a page; ``rank`` counts from the edge, ``index`` is the row's number."""

    page: int
    index: int
    rank: int
    at_foot: bool
    line: Line

    @property
    def key(self) -> str:
        return _NUMBER.sub("#", "".join(self.line.text.split()))

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(int(number) for number in _NUMBER.findall(self.line.text))


def running_rows(pages: Sequence[PageRows]) -> list[frozenset[int]]:
    """For every page the numbers of its rows that are running headers, footers or page numbers.

    A row runs when it stands at the same height with the same words on other pages, its numbers equal or counting with
    the pages, and nothing but running rows lies between it and the edge. Where that would leave no page a single row,
    the rows are the text (a form printed twice), and only page numbers run.
    """
    candidates = [candidate for at, page in enumerate(pages) for candidate in _candidates(at, page)]
    numbered = {(one.page, one.index) for one in _page_numbers(candidates, pages)}
    found = numbered | {(one.page, one.index) for one in _repeated(candidates, len(pages))}
    found |= {(one.page, one.index) for one in _in_band(candidates, found, len(pages))}
    running = _on_pages(found, pages)
    if all(len(rows) == len(page.lines) for rows, page in zip(running, pages, strict=True)):
        return _on_pages(numbered, pages)
    return running


def _on_pages(found: set[tuple[int, int]], pages: Sequence[PageRows]) -> list[frozenset[int]]:
    """The rows found, page by page, as far as they are reached from an edge."""
    kept: list[set[int]] = [set() for _ in pages]
    for page, index in found:
        kept[page].add(index)
    return [_from_edges(rows, len(page.lines)) for rows, page in zip(kept, pages, strict=True)]


def _from_edges(rows: set[int], count: int) -> frozenset[int]:
    """Those that are reached from an edge of the page over running rows alone."""
    top = 0
    while top in rows:
        top += 1
    foot = count - 1
    while foot in rows and foot >= top:
        foot -= 1
    return frozenset([*range(top), *range(foot + 1, count)])


def _candidates(at: int, page: PageRows) -> Iterable[_Candidate]:
    count = len(page.lines)
    middle = page.content.view.size[1] / 2
    for index, line in enumerate(page.lines):
        rank = min(index, count - 1 - index)
        if rank < _DEPTH and len(line.text) <= 80:
            yield _Candidate(at, index, rank, line.box[1] > middle, line)


def _repeated(candidates: list[_Candidate], pages: int) -> list[_Candidate]:
    groups: dict[tuple[str, bool], list[_Candidate]] = defaultdict(list)
    for one in candidates:
        groups[one.key, one.at_foot].append(one)
    needed = 2 if pages <= 5 else 3
    found: list[_Candidate] = []
    for group in groups.values():
        for level in _levels(group):
            if len({one.page for one in level}) >= needed:
                found += _counting(level)
    return found


def _levels(group: list[_Candidate]) -> list[list[_Candidate]]:
    """Candidates of one height together."""
    levels: list[list[_Candidate]] = []
    for one in sorted(group, key=lambda one: (one.line.base, one.page)):
        if levels and one.line.base - levels[-1][0].line.base <= _SAME_HEIGHT:
            levels[-1].append(one)
        else:
            levels.append([one])
    return levels


def _counting(level: list[_Candidate]) -> list[_Candidate]:
    """Those whose numbers are the same on all pages or count with the pages; none where most do neither."""
    width = len(level[0].numbers)
    kept = level
    for place in range(width):
        same = Counter(one.numbers[place] for one in kept)
        steps = Counter(one.numbers[place] - one.page for one in kept)
        (value, equal), (step, counted) = same.most_common(1)[0], steps.most_common(1)[0]
        if max(equal, counted) < 0.6 * len(kept) or max(equal, counted) < 2:
            return []
        kept = [
            one
            for one in kept
            if (one.numbers[place] == value if equal >= counted else one.numbers[place] - one.page == step)
        ]
    return kept


def _page_numbers(candidates: list[_Candidate], pages: Sequence[PageRows]) -> list[_Candidate]:
    """Rows that are a page number and nothing else, in the sequence of the pages."""
    numbered = [(one, match) for one in candidates if (match := _PAGE_NUMBER.fullmatch(one.line.text))]
    if len(pages) == 1:
        return [one for one, _ in numbered if _is_evident(one, pages[0])]
    steps = [(one, int(found) - one.page) for one, match in numbered if (found := _value(match)).isdigit()]
    counts = Counter(step for _, step in steps)
    kept = [one for one, step in steps if counts[step] >= 2]
    heights = [one.line.base for one in kept]
    roman = [one for one, match in numbered if match[5] and _near(one.line.base, heights)]
    return [*kept, *roman]


def _value(match: re.Match[str]) -> str:
    return next(str(group) for group in match.groups() if group)


def _near(height: float, heights: list[float]) -> bool:
    return any(abs(height - other) <= _SAME_HEIGHT for other in heights)


def _is_evident(one: _Candidate, page: PageRows) -> bool:
    """Whether a row of a single page is a page number: dressed as one, or a 1 alone well below the text."""
    if not one.at_foot or one.index != len(page.lines) - 1 or one.index == 0:
        return False
    if not _PLAIN_NUMBER.fullmatch(one.line.text):
        return True
    above = page.lines[one.index - 1]
    return one.line.text.strip() == "1" and one.line.box[1] - above.box[3] > 1.5 * above.size


def _in_band(candidates: list[_Candidate], found: set[tuple[int, int]], pages: int) -> list[_Candidate]:
    """Rows where most pages have a running row, set like it: the head of a chapter that has one page only."""
    running = [one for one in candidates if (one.page, one.index) in found and one.rank == 0]
    bands = Counter((round(one.line.base), one.line.face, one.at_foot) for one in running)
    return [
        one
        for one in candidates
        if one.rank == 0
        and any(
            bands[round(one.line.base) + off, one.line.face, one.at_foot] >= max(3, 0.5 * pages) for off in (-1, 0, 1)
        )
    ]


def body_size(pages: Iterable[PageContent]) -> float:
    """The font size of most glyphs; 0 without any."""
    sizes = Counter(round(glyph.size * 2) / 2 for page in pages for glyph in page.glyphs if not glyph.text.isspace())
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def without_watermarks(pages: Sequence[PageContent], size: float) -> list[PageContent]:
    """The pages with glyphs that are large, light and the same on most pages moved to those that stand across."""
    washed = ["".join(glyph.text for glyph in page.glyphs if _is_pale(glyph, size)) for page in pages]
    counts = Counter(text for text in washed if text.strip())
    return [
        _parted(page, size) if counts[text] >= max(2, 0.5 * len(pages)) else page
        for page, text in zip(pages, washed, strict=True)
    ]


def _is_pale(glyph: Glyph, size: float) -> bool:
    return glyph.face.light and glyph.size >= 1.6 * size


def _parted(page: PageContent, size: float) -> PageContent:
    pale = [glyph for glyph in page.glyphs if _is_pale(glyph, size)]
    rest = [glyph for glyph in page.glyphs if not _is_pale(glyph, size)]
    return replace(page, glyphs=tuple(rest), across=(*page.across, *pale))
