"""Where the rows of lists begin and end: numbered items, sections with the same fields, lines with a label, and parts
of a paragraph that each begin with whom they speak of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporter.extract.list_fields import label_of
from reporter.extract.list_rows import Figures, Seed
from reporter.extract.table_cells import trimmed
from reporter.language.dates import small_number
from reporter.model.document import Document, Item, Paragraph, Section
from reporter.model.text import Span

_LEAST = 3
# A row is no longer than this; what is longer is a chapter.
_LONGEST_ROW = 1500
# So many paragraphs an item may have: its own and those up to the next item.
_MOST_PARAGRAPHS = 4
_NUMBER = re.compile(r"[\d一二三四五六七八九十]{1,3}")
_LABELLED = re.compile(r"\s*(?P<label>[\u4e00-\u9fffA-Za-z0-9（）“”·]{2,16})[：:](?=\s*\S)")
_PART = re.compile(r"[^；;。\n]+")
_KIND_OF_BODY = re.compile(r"(?:[省市县区州旗盟镇乡村]|街道|公司|集团|厂|局|院|校|学|行|社|中心)$")


@dataclass(frozen=True, slots=True)
class Run:
    """Rows to be that belong together, and the section they stand in.

    ``least`` is the share of the rows that a column must recur in, ``fields`` how many columns of labelled fields there
    must be.
    """

    seeds: tuple[Seed, ...]
    section: str | None
    least: float
    fields: int = 0


def runs(document: Document, figures: Figures) -> Iterator[Run]:
    """All runs of a document, each of three rows at least."""
    found = [*_of_items(document), *_of_sections(document), *_of_lines(document), *_of_parts(document, figures)]
    for run in found:
        if len(run.seeds) >= _LEAST and all(seed.end - seed.label.start <= _LONGEST_ROW for seed in run.seeds):
            yield run


# -- numbered items


def _of_items(document: Document) -> Iterator[Run]:
    """Items that something names, in one section and one behind the other."""
    group: list[tuple[Item, Span]] = []
    for item in document.items:
        label = label_of(document, item)
        if label is None:
            continue
        if group and not _goes_on(group[-1][0], item):
            yield _item_run(document, group)
            group = []
        group.append((item, label))
    if group:
        yield _item_run(document, group)


def _goes_on(last: Item, item: Item) -> bool:
    """Whether an item is the next of a list: in the next paragraph, or some paragraphs on with the next number."""
    if last.section != item.section:
        return False
    gap = item.paragraph - last.paragraph
    return gap <= 1 or (gap <= _MOST_PARAGRAPHS and _is_next(last.marker, item.marker))


def _is_next(last: str, marker: str) -> bool:
    """Whether of two markers of one form the second has the next number."""
    numbers = [_NUMBER.search(text) for text in (last, marker)]
    if not all(numbers) or _NUMBER.sub("", last) != _NUMBER.sub("", marker):
        return False
    first, second = (small_number(number[0]) for number in numbers if number)
    return first is not None and second == first + 1


def _item_run(document: Document, group: Sequence[tuple[Item, Span]]) -> Run:
    """The run of some items; the last has as many paragraphs as all others have."""
    gaps = {second.paragraph - first.paragraph for (first, _), (second, _) in pairwise(group)}
    extra = max(gaps) - 1 if len(gaps) == 1 else 0
    ends = [_end(document, first, second.paragraph - 1) for (first, _), (second, _) in pairwise(group)]
    last = group[-1][0]
    ends.append(_end(document, last, last.paragraph + max(0, extra)))
    seeds = tuple(Seed(label, end) for (_, label), end in zip(group, ends, strict=True))
    return Run(seeds, group[0][0].section, least=0.3)


def _end(document: Document, item: Item, last: int) -> int:
    """Where an item ends that goes on to a paragraph of its section."""
    paragraphs = document.paragraphs[item.paragraph + 1 : last + 1]
    ends = [paragraph.span.end for paragraph in paragraphs if paragraph.section == item.section]
    return max([item.span.end, *ends])


# -- sections


def _of_sections(document: Document) -> Iterator[Run]:
    """Neighbouring sections below one parent: those with run-in headings, and short ones that hold fields. Paragraphs
    that the last has more than any other follow the list."""
    ends = _paragraph_ends(document)
    parents = {section.parent for section in document.sections}
    groups: dict[tuple[str | None, int, bool], list[Section]] = defaultdict(list)
    for section in document.sections:
        if section.inline or section.id not in parents:
            groups[section.parent, section.level, section.inline].append(section)
    for (parent, _, inline), group in groups.items():
        usual = max((len(ends[section.id]) for section in group[:-1]), default=1)
        seeds = tuple(
            Seed(_heading(document, section), max([section.span.end, *ends[section.id][:usual]])) for section in group
        )
        yield Run(seeds, parent, least=0.8, fields=0 if inline else 2)


def _paragraph_ends(document: Document) -> dict[str, list[int]]:
    """Section → where its paragraphs end."""
    ends: dict[str, list[int]] = {section.id: [] for section in document.sections}
    for paragraph in document.paragraphs:
        if paragraph.section:
            ends[paragraph.section].append(paragraph.span.end)
    return ends


def _heading(document: Document, section: Section) -> Span:
    return trimmed(document.text, Span(section.span.start + len(section.number or ""), section.span.end))


# -- lines with a label


def _of_lines(document: Document) -> Iterator[Run]:
    """Neighbouring paragraphs without a number that each begin with another label and a colon."""
    numbered = {item.paragraph for item in document.items}
    group: list[tuple[Paragraph, Span]] = []
    for paragraph in document.paragraphs:
        match = None if paragraph.index in numbered else _LABELLED.match(document.text, *_place(paragraph))
        if group and (match is None or group[-1][0].section != paragraph.section):
            yield from _line_run(group)
            group = []
        if match:
            group.append((paragraph, Span(*match.span("label"))))
    yield from _line_run(group)


def _place(paragraph: Paragraph) -> tuple[int, int]:
    return paragraph.span.start, paragraph.span.end


def _line_run(group: Sequence[tuple[Paragraph, Span]]) -> Iterator[Run]:
    if len(group) >= _LEAST:
        seeds = tuple(Seed(label, paragraph.span.end) for paragraph, label in group)
        yield Run(seeds, group[0][0].section, least=0.8)


# -- parts of a paragraph


def _of_parts(document: Document, figures: Figures) -> Iterator[Run]:
    """Parts of a paragraph, divided by semicolons or stops, that each begin with the body or place of their figures."""
    numbered = {item.paragraph for item in document.items}
    for paragraph in document.paragraphs:
        group: list[Seed] = []
        own = () if paragraph.index in numbered else _PART.finditer(document.simplified, *_place(paragraph))
        for part in own:
            seed = _part_seed(document, Span(*part.span()), figures)
            if seed:
                group.append(seed)
                continue
            yield from _part_run(document, group, paragraph.section)
            group = []
        yield from _part_run(document, group, paragraph.section)


def _part_seed(document: Document, part: Span, figures: Figures) -> Seed | None:
    """A part as a row; None where it does not begin with the subject of its first figure."""
    found = figures.within(part.start, part.end)
    subject = found[0].subject if found else ""
    if not subject or not _KIND_OF_BODY.search(subject):
        return None
    text = part.of(document.simplified)
    begin = text.rfind("：", 0, found[0].span.start - part.start) + 1
    begin += len(text[begin:]) - len(text[begin:].lstrip(" \u3000，"))
    if not text.startswith(subject, begin):
        return None
    start = part.start + begin
    return Seed(Span(start, start + len(subject)), part.end)


def _part_run(document: Document, group: Sequence[Seed], section: str | None) -> Iterator[Run]:
    names = Counter(seed.label.of(document.simplified) for seed in group)
    if len(group) >= _LEAST and len(names) == len(group):
        yield Run(tuple(group), section, least=0.8)
