"""By whom: the bodies that a text makes answer for a task.

（责任单位：甲局、乙局）, （牵头单位：甲局；配合单位：乙局）, （甲局牵头，乙局、丙局配合）, 责任单位：甲局 on a line
of its own, 由甲局负责.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporter.model.document import Duty
from reporter.model.text import Span

DutyRole = Literal["lead", "responsible", "support"]

_OPENING, _CLOSING = "（(【[〔", "）)】]〕"
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_WHO = "(?:责任)?(?:单位|部门|处室|科室|股室|机构|机关|主体|领导|人员?|方|县[市区]?|地区|企业)"
_LABEL = re.compile(
    rf"(?P<label>(?:主要|第一|直接)?(?:责任|牵头|主责|主办|主管|承办|主抓|分管|包联|完成|落实|实施|负责|配合|协办|协助|协同|参与|参加|会办){_WHO}"
    r"|责任分工|牵头|配合)\s*[：:]\s*"
)
_VERBS = "牵头(?:负责|落实|实施)?|负责|承办|主办|落实|组织实施|配合|协办|协助|参与|参加"
_TRAILING = re.compile(
    rf"(?:等(?:部门|单位)?)?(?:分别|共同|按(?:照)?职责(?:分工)?|具体|会同|，){{0,8}}(?P<verb>{_VERBS})$"
)
# Quick looks before a text is cut into its parts; most say of nobody that he answers.
_MAY_BRACKET = re.compile(f"[：:]|(?:{_VERBS})[，,；;。{re.escape(_CLOSING)}]")
_MAY_CLOSE = re.compile(rf"(?:{_VERBS})(?:[。；;\n]|$)")
_BY = re.compile(
    r"由(?P<names>[\u4e00-\u9fffA-Za-z（）()、]{2,40}?)(?:分别|共同|具体|统一)?(?P<verb>牵头(?!人)|负责(?!人|制|任|同志)|承办|主办|组织实施|具体实施|[于在][^，。；、]{2,10}[前内](?=完成|建成|出台|制定|落实|组织|开展))"
)
_BODY_END = re.compile(
    r"(?:[局委办厅部院会站所处科室队行社庭联]|政府|公司|中心|街道|[镇乡县市区]|单位|部门|[小领导]组|集团|大学|学校|学院|医院|银行|企业|联盟|[省市县区]直|办公室|[县市区])(?:[（(][^）)]{0,80}[）)])?$"
)
_LEAD = re.compile(r"牵头|主办|主责|主抓|第一责任")
_SUPPORT = re.compile(r"配合|协[办助同]|参[与加]|会办")
_BETWEEN = re.compile(rf"[；;。\n]|[\s，,、]{{1,20}}+(?=(?:{_LABEL.pattern.replace('?P<label>', '?:')}))")
# What stands beside the bodies under a label of its own: 完成时限：年底前.
_OTHER_LABEL = re.compile(r"[\u4e00-\u9fff]{0,4}(?:时限|时间|期限|进度|电话|目标)\s*[：:]")
_SIGNS = re.compile("[，,；;。]")
_SPLIT = re.compile(r"[、，,；; \u3000\n\t]+")
_REST = re.compile(r"等(?:部门|单位|有关部门|相关部门)?$|^(?:以及|会同|和|及)")
_JOINT = re.compile(r"(?<=[局委办厅部院府会心司处])(?:和|及|与|以及|会同)(?=[\u4e00-\u9fff]{2})")
_LONGEST_NAME = 30
_STOPS = re.compile("[。；;\n]")
# A row of bodies; a sentence of more characters says something else too.
_LONGEST_CLOSING = 80


@dataclass(frozen=True, slots=True)
class DutyClause:
    """Where a text names who answers: ``text[start:end]`` with its brackets. ``sentence`` says that it belongs to its
    own sentence alone (由…负责), else to all that stands before it."""

    start: int
    end: int
    duties: tuple[Duty, ...]
    sentence: bool = False


def find_duties(text: str) -> list[DutyClause]:
    """The clauses of a paragraph in simplified characters that name who answers, in order; none overlap.

    The bodies' names are of the text as given: whoever needs another script reads them from their spans.
    """
    found = [*_bracketed(text)]
    for clause in (*_labelled(text), *_closing(text), *_by(text)):
        # The clauses found are in order and share no place: only the last that begins before this one ends can meet it.
        at = bisect_left(found, clause.end, key=_start)
        if not at or found[at - 1].end <= clause.start:
            insort(found, clause, key=_start)
    return found


def _start(clause: DutyClause) -> int:
    return clause.start


def bodies_of(text: str, start: int, end: int, role: DutyRole) -> list[Duty]:
    """The bodies of a row of names, each with its place; a label before them (牵头：甲局) decides their role."""
    duties: list[Duty] = []
    for part in _pieces(text, start, end, _BETWEEN):
        if _OTHER_LABEL.match(text, part.start):
            continue
        label = _LABEL.search(text, part.start, part.end)
        if label is None or label.start() > part.start + 2:
            trailing = [piece for piece in _clauses(text, part) if _TRAILING.search(piece.of(text))]
            duties += _trailing(text, part) if trailing else _names(text, part.start, part.end, role)
        else:
            duties += _names(text, label.end(), part.end, role_of(label["label"], role))
    return duties


def _bracketed(text: str) -> Iterator[DutyClause]:
    if not _MAY_BRACKET.search(text):
        return
    for start, end in brackets(text):
        inner = Span(start + 1, end - 1)
        words = inner.of(text)
        if _LABEL.search(words):
            duties = bodies_of(text, inner.start, inner.end, "responsible")
        elif any(_TRAILING.search(piece.of(text)) for piece in _clauses(text, inner)):
            duties = [duty for duty in _trailing(text, inner) if _BODY_END.search(duty.body)]
        else:
            continue
        if duties:
            yield DutyClause(start, end, tuple(duties))


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the outermost brackets of a text, with them; an open one without its partner is none."""
    depth = start = 0
    for match in _BRACKET.finditer(text):
        if match[0] in _OPENING:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()


def _labelled(text: str) -> Iterator[DutyClause]:
    """责任单位：甲局、乙局 as a line or as the end of one; further labels of the line belong to the first."""
    if "：" not in text and ":" not in text:
        return
    first = next((match for match in _LABEL.finditer(text) if match["label"] not in ("牵头", "配合")), None)
    if first is None:
        return
    end = next((place for place in range(first.end(), len(text)) if text[place] in "。\n"), len(text))
    duties = bodies_of(text, first.start(), end, "responsible")
    if duties:
        yield DutyClause(first.start(), max(end, duties[-1].span.end), tuple(duties))


def _by(text: str) -> Iterator[DutyClause]:
    for match in _BY.finditer(text) if "由" in text else ():
        duties = _names(text, match.start("names"), match.end("names"), role_of(match["verb"], "responsible"))
        if duties and all(_BODY_END.search(duty.body) for duty in duties):
            yield DutyClause(match.start(), match.end(), tuple(duties), sentence=True)


def _closing(text: str) -> Iterator[DutyClause]:
    """甲局牵头，乙局配合。 as a sentence of its own, with or without 由 before it: it is about what stands before."""
    if not _MAY_CLOSE.search(text):
        return
    for piece in _pieces(text, 0, len(text), _STOPS):
        start = piece.start + len(piece.of(text)) - len(piece.of(text).lstrip(" \u3000由"))
        inner = Span(start, piece.end)
        parts = _clauses(text, inner)
        if len(inner) > _LONGEST_CLOSING or "由" in inner.of(text) or not _TRAILING.search(inner.of(text)):
            continue
        duties = _trailing(text, inner)
        if duties and parts and all(_BODY_END.search(duty.body) for duty in duties):
            # The stop belongs to the clause, so that it covers its sentence.
            yield DutyClause(piece.start, min(piece.end + 1, len(text)), tuple(duties))


def _trailing(text: str, span: Span) -> list[Duty]:
    """甲局牵头，乙局、丙局配合: each row of names has its role behind it."""
    duties: list[Duty] = []
    waiting = span.start
    for piece in _clauses(text, span):
        match = _TRAILING.search(text[piece.start : piece.end])
        if match:
            duties += _names(text, waiting, piece.start + match.start(), role_of(match["verb"], "responsible"))
            waiting = piece.end
    return duties


def _clauses(text: str, span: Span) -> list[Span]:
    return list(_pieces(text, span.start, span.end, _SIGNS))


def _pieces(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    """The parts of a stretch between separators, without those inside brackets; empty ones are left out."""
    inside = [(start + opening, start + closing) for opening, closing in brackets(text[start:end])]
    at = start
    for match in separator.finditer(text, start, end):
        before = bisect_right(inside, (match.start(), end))
        if not before or inside[before - 1][1] <= match.start():
            if match.start() > at:
                yield Span(at, match.start())
            at = match.end()
    if end > at:
        yield Span(at, end)


def _names(text: str, start: int, end: int, role: DutyRole) -> list[Duty]:
    duties: list[Duty] = []
    for part in _pieces(text, start, end, _SPLIT):
        for name in _without_rest(text, part):
            words = name.of(text)
            if 2 <= len(words) <= _LONGEST_NAME and re.search(r"[\u4e00-\u9fff]", words):
                duties.append(Duty(words, role, name))
    return duties


def _without_rest(text: str, span: Span) -> Iterator[Span]:
    """A part of a row of names as its names: 甲局和乙局 are two, 丙局等 is 丙局."""
    at = span.start
    for match in _JOINT.finditer(text, span.start, span.end):
        yield Span(at, match.start())
        at = match.end()
    start, end = at, span.end
    head = _REST.match(text[start:end])
    if head and not head[0].startswith("等"):
        start += head.end()
    tail = re.search(r"等(?:部门|单位|有关部门|相关部门|有关单位|相关单位)?[。.]?$|[。.：:]$", text[start:end])
    yield Span(start, start + tail.start() if tail else end)


def role_of(words: str, otherwise: DutyRole) -> DutyRole:
    """The role that a label, a verb or a column's heading gives the bodies beside it, else the one given."""
    if _LEAD.search(words):
        return "lead"
    return "support" if _SUPPORT.search(words) else otherwise
