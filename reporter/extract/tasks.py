"""Tasks without a figure: sentences with a deadline, and what somebody answers for.

Before: sentences with their deadlines, scopes of duty, the figures that have rows of their own. After: rows of targets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporter.extract.cues import DOING
from reporter.extract.duty_scopes import Scope
from reporter.extract.issue import Issue
from reporter.extract.roles import DONE
from reporter.model.document import Deadline, Duty, Sentence, Target
from reporter.model.text import Span

# Handing in papers, taking effect and the like are no tasks of a plan.
_NO_TASK = re.compile(
    r"报送|提交|申报|申请|寄|递交|反馈|一式|上报|送达|报名|施行|生效|废止|异议|缴|截[至止]|逾期|解释|受理|不得|罚"
)
# 经协商，决定由甲公司牵头建设: a story, no task.
_TOLD = re.compile(r"经过|通过[^，。；]{2,14}[，]|决定|最终|最后|[日近]前|近日|曾|[\u4e00-\u9fff]了|获悉|表示|介绍")
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
_SHORTEST = 5
_SIGNS = " \t\r\n\u3000。；，：:"


def tasks(issue: Issue, scopes: Sequence[Scope], found: Sequence[Target]) -> Iterator[Target]:
    """A row for each deadline of a sentence for which somebody answers or that a part planning ahead states, and for
    what somebody answers for without a deadline; not for deadlines of figures, which have rows of their own.

    Args:
        found: the rows of figures.
    """
    by_sentence = _by_sentence(issue, scopes)
    taken: set[str] = {target.sentence for target in found if target.sentence}
    kept = {target.deadline.span for target in found if target.deadline}
    for sentence in issue.document.sentences:
        for target in _dated(issue, sentence, by_sentence.get(sentence.id)):
            if target.deadline is None or target.deadline.span not in kept:
                taken.add(sentence.id)
                yield target
    yield from _undated(issue, scopes, taken)


def _by_sentence(issue: Issue, scopes: Sequence[Scope]) -> dict[str, Scope]:
    """The narrowest scope of each sentence by its id; not of one that only begins with who answers for others."""
    found: dict[str, Scope] = {}
    for scope in scopes:
        for sentence in _inside(issue, scope):
            begins = not scope.alone and scope.clause.start <= sentence.span.start
            known = found.get(sentence.id)
            if begins and not scope.clause.covers(sentence.span):
                continue
            if known is None or len(scope.span) < len(known.span):
                found[sentence.id] = scope
    return found


def _dated(issue: Issue, sentence: Sentence, scope: Scope | None) -> Iterator[Target]:
    """A row for each deadline of a sentence; none for one that only says who answers."""
    if scope is not None and scope.clause.covers(sentence.span):
        return
    if scope is None and not _is_planned(issue, sentence):
        return
    plain = issue.document.simplified
    for item in issue.deadlines(sentence):
        if item.strong and (scope is not None or DOING.search(plain, item.end, sentence.span.end)):
            yield _row(sentence, issue.stated(item), scope.duties if scope else ())


def _is_planned(issue: Issue, sentence: Sentence) -> bool:
    """Whether a sentence that nobody answers for sets a task: in a part that plans, of what is still to be done."""
    words = sentence.span.of(issue.document.simplified)
    return issue.outlook.part(sentence) == "ahead" and not _NO_TASK.search(words) and not DONE.search(words)


def _undated(issue: Issue, scopes: Sequence[Scope], taken: set[str]) -> Iterator[Target]:
    """What somebody answers for that has no row yet: the first sentence of each paragraph of the scope."""
    for scope in scopes:
        inside = list(_inside(issue, scope))
        own = [sentence for sentence in inside if scope.alone or sentence.span.start < scope.clause.start]
        if any(sentence.id in taken for sentence in own):
            continue
        seen: set[int] = set()
        for sentence in own:
            if sentence.paragraph not in seen and _is_task(issue, sentence, scope):
                seen.add(sentence.paragraph)
                taken.add(sentence.id)
                yield _row(sentence, issue.stated(scope.deadline), scope.duties)
        if not seen and inside:
            yield from _of_heading(issue, inside[0], scope)


def _of_heading(issue: Issue, sentence: Sentence, scope: Scope) -> Iterator[Target]:
    """The heading as the task where nothing but who answers stands below it (推行一证准营。（牵头单位：甲局）)."""
    section = issue.sections.get(sentence.section or "")
    document = issue.document
    between = document.text[section.span.end : scope.span.start] if section else "-"
    if section is None or between.strip(_SIGNS) or not scope.clause.covers(sentence.span):
        return
    if issue.outlook.part(sentence) in ("behind", "rules") or not _names_task(section.heading):
        return
    at = section.span.of(document.text).find(section.heading)
    start = section.span.start + max(at, 0)
    span = Span(start, start + len(section.heading)) if at >= 0 else section.span
    row = _row(sentence, issue.stated(scope.deadline) or issue.outlook.due(section.parent), scope.duties)
    yield replace(row, text=span.of(document.text), span=span)


def _inside(issue: Issue, scope: Scope) -> Iterator[Sentence]:
    first = bisect_left(issue.starts, scope.span.start)
    for at in range(first, bisect_left(issue.starts, scope.span.end)):
        yield issue.document.sentences[at]


def _is_task(issue: Issue, sentence: Sentence, scope: Scope) -> bool:
    """Whether a sentence says what is to be done, and not only who does it, in a part that may set tasks."""
    part = issue.outlook.part(sentence)
    words = sentence.span.of(issue.document.simplified)
    if part in ("behind", "rules") or (scope.alone and part != "ahead"):
        return False
    said = _without(words, scope.clause, sentence.span)
    return _names_task(said) and not (scope.alone and _TOLD.search(words))


def _names_task(said: str) -> bool:
    return len(said) >= _SHORTEST and not (_NO_TASK.search(said) or DONE.search(said) or _LABELLED.match(said))


def _without(words: str, clause: Span, span: Span) -> str:
    """The words of a sentence before and behind the clause that names who answers."""
    start, end = max(clause.start - span.start, 0), max(clause.end - span.start, 0)
    return re.sub(r"[\s，。；、]+", "", words[:start] + words[end:]) if start < len(words) else words


def _row(sentence: Sentence, deadline: Deadline | None, duties: tuple[Duty, ...]) -> Target:
    return Target(
        id="",
        kind="task",
        text=sentence.text,
        span=sentence.span,
        sentence=sentence.id,
        deadline=deadline,
        duties=duties,
    )
