"""Which stretches of a document the bodies named in it answer for, and by when.

Before: paragraphs, sentences and the clauses of duty in them. After: scopes: a stretch, its bodies, its deadline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reporter.extract.deadlines import FoundDeadline, find_deadlines
from reporter.extract.duties import DutyClause, find_duties
from reporter.model.document import Document, Duty, Paragraph, Sentence
from reporter.model.text import Span

_BLANK = " \t\n\r\u3000"
# 完成时限：2024年6月底 beside the bodies.
_WHEN = re.compile(r"(?:时限|期限|时间|节点|日期|进度)(?:要求|安排)?\s*[：:]\s*(?P<when>[^；;。，,）)\n]{2,24})")
# The label of a deadline may stand in a sentence of its own behind that of the bodies.
_BEHIND = re.compile(
    r"[。；;，,\s]*[\u4e00-\u9fff]{0,4}(?:时限|期限|时间|节点)(?:要求)?\s*[：:]\s*[^；;。，,）)\n]{2,24}[。；;]?"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of the document whose tasks the bodies answer for; ``clause`` is where it names them and ``deadline``
    what it says of the time, in offsets of the document. ``alone`` marks 由…负责, which belongs to its sentence."""

    span: Span
    duties: tuple[Duty, ...]
    clause: Span
    deadline: FoundDeadline | None = None
    alone: bool = False


class Scopes:
    """The scopes of a document in reading order, found by what they cover.

    Those of whole stretches share no place with one another, nor do those of single sentences, so that at most one of
    each kind lies around a place; of several of one sentence the first counts.
    """

    def __init__(self, scopes: Sequence[Scope], sentences: frozenset[Span]) -> None:
        self.all = tuple(scopes)
        alone = {scope.span: scope for scope in reversed(scopes) if scope.span in sentences}
        wide = [scope for scope in scopes if scope.span not in sentences]
        self._kinds = [sorted(kind, key=lambda scope: scope.span.start) for kind in (alone.values(), wide)]
        self._starts = [[scope.span.start for scope in kind] for kind in self._kinds]

    def at(self, span: Span) -> Scope | None:
        """The narrowest scope around a place; None where there is none."""
        before = (
            kind[at - 1]
            for kind, starts in zip(self._kinds, self._starts, strict=True)
            if (at := bisect_right(starts, span.start))
        )
        around = [scope for scope in before if scope.span.covers(span)]
        return min(around, key=lambda scope: len(scope.span)) if around else None

    def duties_at(self, span: Span) -> tuple[Duty, ...]:
        """Who answers for what stands at a place; nobody where no scope lies around it."""
        scope = self.at(span)
        return scope.duties if scope else ()


def find_scopes(
    document: Document, year: int | None, sentence_around: Callable[[Span], Sentence | None]
) -> list[Scope]:
    """The stretches that clauses of duty belong to: what stands before a clause in its paragraph back to the clause
    before it, where nothing does the paragraphs of the section back to there; of 由甲局负责 its sentence.

    Args:
        year: that of deadlines without one.
        sentence_around: the sentence that a stretch lies in.
    """
    scopes: list[Scope] = []
    waiting: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if waiting and waiting[-1].section != paragraph.section:
            waiting = []
        text = paragraph.span.of(document.simplified)
        clauses = find_duties(text)
        at = paragraph.span.start
        for clause in clauses:
            scope = _scope(document, paragraph, clause, at, waiting, sentence_around)
            if scope:
                scopes.append(_timed(document, scope, paragraph.span.end, year))
            if not clause.sentence:
                at, waiting = scopes[-1].clause.end if scope else paragraph.span.start + clause.end, []
        if not clauses:
            waiting.append(paragraph)
    return scopes


def _scope(
    document: Document,
    paragraph: Paragraph,
    clause: DutyClause,
    at: int,
    waiting: list[Paragraph],
    sentence_around: Callable[[Span], Sentence | None],
) -> Scope | None:
    base = paragraph.span.start
    own = Span(base + clause.start, base + clause.end)
    duties = tuple(_moved(document, duty, base) for duty in clause.duties)
    if clause.sentence:
        sentence = sentence_around(own)
        return Scope(sentence.span, duties, own, alone=True) if sentence else None
    before = document.text[at : own.start].strip(_BLANK)
    start = waiting[0].span.start if waiting and len(before) < 2 else at
    # What a paragraph begins with is about the heading in front of it: 二、推行一证准营。（牵头单位：甲局）
    headed = start == paragraph.span.start and paragraph.section is not None
    return Scope(Span(start, own.end), duties, own) if start < own.start or headed else None


def _moved(document: Document, duty: Duty, base: int) -> Duty:
    """A duty found in simplified text at an offset, with its words as the document has them."""
    span = Span(duty.span.start + base, duty.span.end + base)
    return replace(duty, body=span.of(document.text), span=span)


def _timed(document: Document, scope: Scope, end: int, year: int | None) -> Scope:
    """A scope with the deadline that is labelled in its clause or right behind it; the label belongs to the clause."""
    plain = document.simplified
    if scope.alone:
        return scope
    behind = _BEHIND.match(plain, scope.clause.end, end)
    clause = Span(scope.clause.start, behind.end() if behind else scope.clause.end)
    label = _WHEN.search(plain, clause.start, clause.end)
    found = find_deadlines(label["when"], year) if label else []
    deadline = None
    if label and found:
        shift = label.start("when")
        deadline = replace(found[-1], start=found[-1].start + shift, end=found[-1].end + shift)
    return replace(scope, span=Span(scope.span.start, clause.end), clause=clause, deadline=deadline)
