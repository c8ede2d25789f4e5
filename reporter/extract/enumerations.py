"""Bare enumerations of names as tables of one column: 甲公司、乙公司、丙机械、丁机电、戊公司.

A row of names is one that grammar gives no other sense: five conjuncts or more, each a name of some length, most of
them ending alike or like a body. Rows of common nouns (食品、农资、建材) are none.
"""

from __future__ import annotations

import re
from collections import Counter

from reporter.extract.table_cells import cell
from reporter.extract.tokens import tokens_of
from reporter.model.document import Document, Sentence, Table
from reporter.model.text import Span

_LEAST = 5
_ROW = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()“”·]{2,24}(?:、[\u4e00-\u9fffA-Za-z0-9（）()“”·]{2,24}){4,}")
_END = re.compile(r"等(?:[\u4e00-\u9fff\d]|$)|(?:是|为|被|已|均|都|也|在|将|进行|开展)")
_NAME_END = re.compile(
    r"(?:公司|集团|企业|厂|局|院|校|大学|学院|中学|小学|银行|医院|协会|中心|研究所|实验室|合作社|电器|机电|机械|实业"
    r"|科技|股份|洁具|建材|化工|药业|纺织|之都|之乡|之城|基地|示范区|镇|乡|村|县|市|区|社区|街道|项目|工程|大桥)$"
)
_FIGURES = re.compile(r"[\d一二三四五六七八九十百千万]+[个家项名人件台]")


def name_tables(document: Document) -> list[Table]:
    """The tables of a document's rows of names; ids are left empty."""
    made = []
    for sentence in document.sentences:
        text = document.simplified[sentence.span.start : sentence.span.end]
        if text.count("、") < _LEAST - 1:
            continue
        for match in _ROW.finditer(text):
            names = _names(text, match.start(), match.end())
            if names:
                made.append(_table(document, sentence, names))
    return made


def _names(text: str, start: int, end: int) -> list[Span]:
    """The names of a row in a sentence; empty where it is no row of names."""
    places, at = [], start
    for part in text[start:end].split("、"):
        places.append(Span(at, at + len(part)))
        at += len(part) + 1
    first = _first_name(text, places[0])
    last = _last_name(text, places[-1])
    names = [first, *places[1:-1], *last]
    texts = [span.of(text) for span in names]
    return names if _are_names(texts) else []


def _first_name(text: str, span: Span) -> Span:
    """The first conjunct without the words that lead to the row: 走访了甲公司 leaves 甲公司."""
    start, at = span.start, span.start
    for word, tag in tokens_of(span.of(text)):
        at += len(word)
        if (tag[0] in "updc" or tag in ("v", "vi", "r") or word in ("有", "为", "如", "即")) and at < span.end:
            start = at
    return Span(start, span.end)


def _last_name(text: str, span: Span) -> list[Span]:
    """The last conjunct as one name or, around 和, two, without what goes on behind the row (等单位)."""
    cut = _END.search(span.of(text))
    end = span.start + cut.start() if cut else span.end
    if end - span.start < 2:
        return []
    joint = re.search(r"(?<=..)[和与及](?=..)", text[span.start : end])
    if joint:
        return [Span(span.start, span.start + joint.start()), Span(span.start + joint.end(), end)]
    return [Span(span.start, end)]


def _are_names(names: list[str]) -> bool:
    """Whether conjuncts are names: enough of them, each of some length and without figures, most with an ending of
    names or the ending of another."""
    if len(names) < _LEAST or min(map(len, names)) < 2 or sum(map(len, names)) < 3.6 * len(names):
        return False
    if any(_FIGURES.search(name) for name in names) or max(map(len, names)) > 20:
        return False
    endings = Counter(name[-1] for name in names)
    alike = sum(bool(_NAME_END.search(name)) or endings[name[-1]] > 1 for name in names)
    several = sum(len(tokens_of(name)) > 1 for name in names)
    return alike >= 0.6 * len(names) and several >= 0.6 * len(names)


def _table(document: Document, sentence: Sentence, names: list[Span]) -> Table:
    offset = sentence.span.start
    rows = tuple((cell(document, Span(span.start + offset, span.end + offset)),) for span in names)
    spans = [row[0].span for row in rows if row[0].span]
    section = next((section for section in document.sections if section.id == sentence.section), None)
    caption = section.heading if section else document.title.text
    return Table("", caption, None, "list", sentence.section, ("名称",), rows, Span(spans[0].start, spans[-1].end))
