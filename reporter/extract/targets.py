"""What is to be reached, by when and by whom: a document's targets and tasks as one table.

Before: indicators, tables and paragraphs. After: a row for each figure that is a target or a plan, for each sentence
with a deadline for which somebody answers, and for each row of a table that breaks tasks down (目标任务分解表).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.extract.deadlines import FoundDeadline, find_deadlines, is_open, planned_year
from reporter.extract.duties import DutyClause, find_duties
from reporter.extract.measures import measure
from reporter.extract.target_tables import table_targets
from reporter.language.script import simplified
from reporter.model.document import Deadline, Document, Duty, Indicator, Paragraph, Role, Sentence, Table, Target
from reporter.model.ids import Ids
from reporter.model.text import Span

_PLANNING = re.compile(r"计划|规划|要点|方案|意见|目标|任务")
# Thresholds of a plan that no one is to reach: conditions of who or what it is about.
_CONDITION = re.compile(r"如果|若|凡|条件|申请|申报|符合|对于|需提供|资格")
_CLAUSE = re.compile(r"[，。；！？,;\n]")
_BLANK = " \t\n\r\u3000"


@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch of the document whose tasks the duties belong to."""

    span: Span
    duties: tuple[Duty, ...]
    clause: Span


class _Scopes:
    """The scopes of a document in reading order, found by what they cover.

    Those of whole stretches share no place with one another, nor do those of single sentences, so that at most one of
    each kind lies around a place; of several of one sentence the first counts.
    """

    def __init__(self, scopes: Sequence[_Scope], sentences: frozenset[Span]) -> None:
        self.all = tuple(scopes)
        alone = {scope.span: scope for scope in reversed(scopes) if scope.span in sentences}
        wide = [scope for scope in scopes if scope.span not in sentences]
        self._kinds = [sorted(kind, key=lambda scope: scope.span.start) for kind in (alone.values(), wide)]
        self._starts = [[scope.span.start for scope in kind] for kind in self._kinds]

    def duties_at(self, span: Span) -> tuple[Duty, ...]:
        """Who answers for what stands at a place: the narrowest scope around it; nobody where there is none."""
        before = (
            kind[at - 1]
            for kind, starts in zip(self._kinds, self._starts, strict=True)
            if (at := bisect_right(starts, span.start))
        )
        around = [scope for scope in before if scope.span.covers(span)]
        return min(around, key=lambda scope: len(scope.span)).duties if around else ()


def targets(document: Document, indicators: Sequence[Indicator], tables: Sequence[Table]) -> tuple[Target, ...]:
    """The targets of a document in reading order; none for one that sets none.

    An id is made of the words: ``g`` and eight digits, ``-2``, ``-3`` for repeats.
    """
    issue = _Issue(document, planned_year(document))
    scopes = _Scopes(_scopes(issue), frozenset(sentence.span for sentence in document.sentences))
    found = [*_figures(issue, indicators, scopes)]
    stated = {target.sentence for target in found if target.role != "plan" or not target.duties}
    places = [target.quantity for target in found if target.quantity]
    found += [target for target in _tasks(issue, scopes.all, places) if target.sentence not in stated]
    found += table_targets(document, tables, issue.year)
    found.sort(key=lambda target: (target.quantity or target.span).start)
    ids = Ids("g")
    return tuple(replace(target, id=ids.of(f"{target.text}|{target.name}|{target.value}")) for target in found)


class _Issue:
    """A document with the year that its deadlines are in; it remembers the deadlines of each sentence, in order."""

    def __init__(self, document: Document, year: int | None) -> None:
        self.document, self.year = document, year
        self.starts = [sentence.span.start for sentence in document.sentences]
        self._known: dict[str, list[FoundDeadline]] = {}

    def sentence_around(self, span: Span) -> Sentence | None:
        """The sentence that a stretch lies in; None where it is in none."""
        at = bisect_right(self.starts, span.start)
        sentence = self.document.sentences[at - 1] if at else None
        return sentence if sentence and sentence.span.covers(span) else None

    def deadlines(self, sentence: Sentence) -> list[FoundDeadline]:
        """The deadlines of a sentence that were not over when the document was issued, in offsets of the document."""
        if sentence.id not in self._known:
            start = sentence.span.start
            found = find_deadlines(sentence.span.of(self.document.simplified), self.year)
            self._known[sentence.id] = [
                replace(item, start=item.start + start, end=item.end + start)
                for item in found
                if is_open(item.date, self.document.date)
            ]
        return self._known[sentence.id]

    def stated(self, found: FoundDeadline | None) -> Deadline | None:
        """A deadline as the model has it."""
        if found is None:
            return None
        return Deadline(found.date, found.span.of(self.document.text), found.span, found.inferred)


# -- whose task


def _scopes(issue: _Issue) -> list[_Scope]:
    """The stretches that clauses of duty belong to: what stands before a clause in its paragraph back to the clause
    before it, where nothing does the paragraphs of the section back to there; of 由甲局负责 its sentence."""
    document = issue.document
    scopes: list[_Scope] = []
    waiting: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if waiting and waiting[-1].section != paragraph.section:
            waiting = []
        clauses = find_duties(paragraph.span.of(document.simplified))
        at = paragraph.span.start
        for clause in clauses:
            scope = _scope(issue, paragraph, clause, at, waiting)
            if scope:
                scopes.append(scope)
            if not clause.sentence:
                at, waiting = paragraph.span.start + clause.end, []
        if not clauses:
            waiting.append(paragraph)
    return scopes


def _scope(issue: _Issue, paragraph: Paragraph, clause: DutyClause, at: int, waiting: list[Paragraph]) -> _Scope | None:
    document, base = issue.document, paragraph.span.start
    own = Span(base + clause.start, base + clause.end)
    duties = tuple(_moved(document, duty, base) for duty in clause.duties)
    if clause.sentence:
        sentence = issue.sentence_around(own)
        return _Scope(sentence.span, duties, own) if sentence else None
    before = document.text[at : own.start].strip(_BLANK)
    start = waiting[0].span.start if waiting and len(before) < 2 else at
    return _Scope(Span(start, own.end), duties, own) if start < own.start else None


def _moved(document: Document, duty: Duty, base: int) -> Duty:
    """A duty found in simplified text at an offset, with its words as the document has them."""
    span = Span(duty.span.start + base, duty.span.end + base)
    return replace(duty, body=span.of(document.text), span=span)


# -- figures


def _figures(issue: _Issue, indicators: Sequence[Indicator], scopes: _Scopes) -> Iterator[Target]:
    document = issue.document
    sentences = {sentence.id: sentence for sentence in document.sentences}
    planning = document.kind == "plan" or bool(_PLANNING.search(simplified(document.title.text)))
    for item in indicators:
        duties = scopes.duties_at(item.span)
        role = _aimed_role(item, duties) if planning else item.role
        sentence = sentences[item.sentence]
        if role in ("target", "plan") or (role == "threshold" and planning and not _is_condition(document, sentence)):
            yield Target(
                id="",
                kind="figure",
                text=sentence.text,
                span=sentence.span,
                sentence=sentence.id,
                indicator=item.id,
                name=item.name,
                subject=item.subject,
                quantity=item.span,
                value=item.value,
                unit=item.unit,
                bound=item.bound,
                role=role,
                deadline=issue.stated(_nearest(issue.deadlines(sentence), item.span)),
                duties=duties,
            )


def _is_condition(document: Document, sentence: Sentence) -> bool:
    return _CONDITION.search(document.simplified, sentence.span.start, sentence.span.end) is not None


def _aimed_role(item: Indicator, duties: tuple[Duty, ...]) -> Role:
    """The role of a figure in a plan: what somebody answers for is planned, though its words (全年建成30个) do not say
    so."""
    return "plan" if item.role == "actual" and duties and measure(item) != "time" else item.role


def _nearest(deadlines: Sequence[FoundDeadline], span: Span) -> FoundDeadline | None:
    """The deadline of a figure: the nearest before it, else the nearest behind it that says 前 or 内."""
    at = bisect_right(deadlines, span.start, key=lambda item: item.end)
    if at:
        return deadlines[at - 1]
    behind = bisect_left(deadlines, span.end, key=lambda item: item.start)
    return next((deadlines[index] for index in range(behind, len(deadlines)) if deadlines[index].strong), None)


# -- tasks


def _tasks(issue: _Issue, scopes: Sequence[_Scope], figures: Sequence[Span]) -> Iterator[Target]:
    """The sentences with a deadline for which somebody answers; not for the clauses that state a figure, which has a
    row of its own."""
    document = issue.document
    by_sentence: dict[str, list[_Scope]] = defaultdict(list)
    for scope in scopes:
        for at in range(bisect_left(issue.starts, scope.span.start), bisect_left(issue.starts, scope.span.end)):
            by_sentence[document.sentences[at].id].append(scope)
    stated = sorted((span.start, span.end) for span in figures)
    for sentence in document.sentences:
        if sentence.id in by_sentence:
            scope = min(by_sentence[sentence.id], key=lambda scope: len(scope.span))
            low, high = (bisect_left(stated, (place,)) for place in (sentence.span.start, sentence.span.end))
            inside = [start for start, end in stated[low:high] if end <= sentence.span.end]
            yield from _task(issue, sentence, scope, inside)


def _task(issue: _Issue, sentence: Sentence, scope: _Scope, figures: Sequence[int]) -> Iterator[Target]:
    """A row for each deadline of a sentence; none for one that only says who answers. ``figures`` are the starts of
    its figures in order."""
    plain = issue.document.simplified
    strong = [
        item for item in issue.deadlines(sentence) if item.strong and not _states_figure(plain, item.end, figures)
    ]
    for deadline in strong if not scope.clause.covers(sentence.span) else ():
        yield Target(
            id="",
            kind="task",
            text=sentence.text,
            span=sentence.span,
            sentence=sentence.id,
            deadline=issue.stated(deadline),
            duties=scope.duties,
        )


def _states_figure(text: str, start: int, figures: Sequence[int]) -> bool:
    """Whether the clause that goes on at an offset holds a figure; a comma right there does not end it."""
    at = bisect_left(figures, start)
    return at < len(figures) and _CLAUSE.search(text, start + 1, figures[at] + 1) is None
