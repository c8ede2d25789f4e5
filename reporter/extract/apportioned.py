"""One figure told apart by place, firm or kind within a sentence, as a table: 名牌21个，其中东河县5个、西岭县3个、….

Rows are three places or bodies, or four of any kind behind 其中 that make no more than the whole.
东河、西岭、南湖三县产值分别为5亿元、3亿元和7亿元 is such a row too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporter.extract.list_heads import caption_of, label_heading
from reporter.extract.list_rows import Figures
from reporter.extract.table_cells import cell
from reporter.extract.units import family_of
from reporter.model.document import Document, Indicator, Sentence, Table
from reporter.model.text import Span

_LEAST_PLACES = 3
_LEAST_KINDS = 4
_NAME = r"[\u4e00-\u9fffA-Za-z·“”（）]{2,12}"
_VERB = r"(?:同比)?(?:增长|下降|完成|达到|实现|为|有|达|各)"
_BETWEEN = re.compile(rf"\s*+(?:[、，；,;]\s*+)?(?:和|及|以及)?(?P<name>{_NAME}?)(?P<verb>{_VERB})?$")
_FIRST = re.compile(
    rf"(?:^|[，。；：:,（]|其中|分别[为是]|包括)\s*(?:其中[：:，]?\s*)?(?P<name>{_NAME}?)(?P<verb>{_VERB})?$"
)
_BODY = re.compile(r"(?:[省市县区州旗盟镇乡村]|街道|公司|集团|厂|局|分局|医院|学校|中学|小学|学院|大学|银行)$")
_OF_WHICH = re.compile(r"[，。；（(]?(?:(?<!\s)\s++)?其中[：:，]?\s*+$")
# Words that are said of a whole and name no part of it.
_NO_PART = re.compile(
    r"其中|同比|比上年|增长|下降|占|达到?$|累计|共计?$|合计|平均|全[国省市县区]|完成|实现|^[由从到至约近]"
)
_MOST_CHARACTERS = 30
# One of several names: what sets them apart stands in none, or a row of them could be cut in ever more ways.
_ONE = "(?:(?![和与及])[\u4e00-\u9fff]){2,10}"
_TOLD_APART = re.compile(
    rf"(?:^|[，。；：])(?P<names>{_ONE}(?:[、和与及]{_ONE}?){{2,}})"
    r"[三四五六七八九十]{1,2}[个家]?(?P<kind>县区|县市|[省市县区州旗镇乡村]|街道|公司|企业|集团|医院|学校|园区)的?"
    r"(?P<measure>[\u4e00-\u9fffA-Z]{2,14}?)(?:分别|依次)(?:完成|实现|达到|达|为|是)*$"
)
_TOLD = re.compile(r"(?:分别|依次).*$")
_HEADINGS = {"money": "金额", "share": "比例"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with its figure: where its name stands, what is said of it, and what all names are (the 县 of 三县)."""

    name: Span
    said: Span
    figure: Indicator
    kind: str = ""


def apportioned_tables(document: Document, figures: Figures) -> list[Table]:
    """The tables of figures that a document tells apart within a sentence; ids are left empty."""
    made = []
    for sentence in document.sentences:
        found = figures.within(sentence.span.start, sentence.span.end)
        if len(found) >= _LEAST_PLACES:
            made += [table for table in _in_sentence(document, sentence, found) if table]
    return made


def _in_sentence(document: Document, sentence: Sentence, found: Sequence[Indicator]) -> Iterator[Table | None]:
    first = 0
    while first + _LEAST_PLACES <= len(found):
        if len({figure.unit for figure in found[first : first + _LEAST_PLACES]}) > 1:
            first += 1
            continue
        parts = _told_apart(document, sentence, found, first) or _parts(document, sentence, found, first)
        yield _table(document, sentence, parts, found[first - 1] if first else None)
        first += max(1, len(parts))


def _parts(document: Document, sentence: Sentence, found: Sequence[Indicator], first: int) -> list[_Part]:
    """The figures from one on that each have nothing but a name before them, in one unit."""
    parts: list[_Part] = []
    before = found[first - 1].span.end if first else sentence.span.start
    for figure in found[first:]:
        start = max(before, figure.span.start - _MOST_CHARACTERS, sentence.span.start)
        text = document.simplified[start : figure.span.start]
        match = (_BETWEEN.match if parts else _FIRST.search)(text)
        if figure.unit != found[first].unit or match is None or _NO_PART.search(match["name"]):
            break
        name = Span(start + match.start("name"), start + match.end("name"))
        turned = match["verb"] is not None and match["verb"].endswith(("增长", "下降", "各"))
        parts.append(_Part(name, Span(name.end if turned else figure.span.start, figure.span.end), figure))
        before = figure.span.end
    return parts


def _told_apart(document: Document, sentence: Sentence, found: Sequence[Indicator], first: int) -> list[_Part]:
    """东河、西岭、南湖三县工业产值分别为 with as many figures as names; empty for anything else."""
    start = max(sentence.span.start, found[first].span.start - 2 * _MOST_CHARACTERS)
    text = document.simplified[start : found[first].span.start]
    match = _TOLD_APART.search(text) if _TOLD.search(text) else None
    if match is None:
        return []
    names = [Span(start + one.start(), start + one.end()) for one in _names(match)]
    row = found[first : first + len(names)]
    alike = len(row) == len(names) and {figure.unit for figure in row} == {found[first].unit}
    joined = all(
        re.fullmatch(r"[、和与及，]|以及", document.simplified[one.span.end : other.span.start])
        for one, other in pairwise(row)
    )
    if not alike or not joined:
        return []
    return [_Part(name, figure.span, figure, match["kind"]) for name, figure in zip(names, row, strict=True)]


def _names(match: re.Match[str]) -> list[re.Match[str]]:
    return list(re.compile(r"[^、和与及]+").finditer(match.string, *match.span("names")))


def _table(document: Document, sentence: Sentence, parts: Sequence[_Part], before: Indicator | None) -> Table | None:
    """The parts as a table; None where they may be no parts of one figure, as that before them states it."""
    if len(parts) < _LEAST_PLACES:
        return None
    whole = before if before and _is_whole(document, parts, before) else None
    names = [part.name.of(document.simplified) + part.kind for part in parts]
    bodies = sum(_BODY.search(name) is not None for name in names)
    if len(set(names)) < len(names) or not (bodies >= 0.8 * len(parts) or (whole and len(parts) >= _LEAST_KINDS)):
        return None
    start = parts[0].name.start
    header = (label_heading(document, start, names), _heading(document, parts, whole))
    rows = tuple((cell(document, part.name), cell(document, part.said)) for part in parts)
    span = Span(start, parts[-1].said.end)
    return Table("", caption_of(document, start), None, "list", sentence.section, header, rows, span)


def _is_whole(document: Document, parts: Sequence[_Part], whole: Indicator) -> bool:
    """Whether the figure before 其中 is what the parts make up, or more."""
    led = _OF_WHICH.search(document.simplified[whole.span.end : parts[0].name.start])
    values = [part.figure.value for part in parts]
    if not led or whole.unit != parts[0].figure.unit or isinstance(whole.value, tuple):
        return False
    stated = [value for value in values if not isinstance(value, tuple)]
    return len(stated) == len(values) and sum(stated) <= whole.value * 1.001


def _heading(document: Document, parts: Sequence[_Part], whole: Indicator | None) -> str:
    """What the figures are: the whole's name, the words before 分别, what their own names share, else their kind."""
    if whole:
        return whole.name
    if parts[0].kind:
        between = document.simplified[parts[-1].name.end : parts[0].figure.span.start]
        return _TOLD.sub("", between.partition(parts[0].kind)[2]).removeprefix("的")
    own = {part.figure.name.removeprefix(part.name.of(document.simplified)).removeprefix("的") for part in parts}
    return own.pop() if len(own) == 1 and "" not in own else _HEADINGS.get(family_of(parts[0].figure.unit), "数量")
