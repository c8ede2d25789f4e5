"""What is to be reached, by when and by whom: a document's targets and tasks as one table.

Before: indicators, tables and paragraphs. After: a row for each figure that is an aim, for each sentence with a
deadline or for which somebody answers, and for each row of a table that breaks tasks down (目标任务分解表).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.extract.aims import aims, with_aims
from reporter.extract.deadlines import FoundDeadline
from reporter.extract.duty_scopes import Scopes, find_scopes
from reporter.extract.estimates import estimates, with_estimates
from reporter.extract.issue import Issue
from reporter.extract.target_tables import table_targets
from reporter.extract.tasks import tasks
from reporter.model.document import Deadline, Document, Indicator, Role, Sentence, Table, Target
from reporter.model.ids import Ids


@dataclass(frozen=True, slots=True)
class Aims:
    """The figures of a document that are to be reached: their role by id, with what their rows need; and those that
    are estimates of what was."""

    issue: Issue
    scopes: Scopes
    roles: dict[str, Role]
    estimates: frozenset[str] = frozenset()

    def applied(self, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
        """The indicators with the roles that the document gives them."""
        return with_estimates(with_aims(indicators, self.roles), self.estimates)


def find_aims(document: Document, indicators: Sequence[Indicator]) -> Aims:
    """The figures of a document that are to be reached, and who answers for what in it."""
    issue = Issue(document)
    sentences = frozenset(sentence.span for sentence in document.sentences)
    scopes = Scopes(find_scopes(document, issue.year, issue.sentence_around), sentences)
    found = aims(issue.outlook, document.sentences, indicators, lambda span: scopes.at(span) is not None)
    estimated = estimates(issue.outlook, document.sentences, indicators)
    return Aims(issue, scopes, {name: role for name, role in found.items() if name not in estimated}, estimated)


def targets(
    document: Document, indicators: Sequence[Indicator], tables: Sequence[Table], known: Aims | None = None
) -> tuple[Target, ...]:
    """The targets of a document in reading order; none for one that sets none.

    An id is made of the words: ``g`` and eight digits, ``-2``, ``-3`` for repeats.

    Args:
        known: the document's aims where they have been found already.
    """
    found_aims = known or find_aims(document, indicators)
    issue = found_aims.issue
    found = [*_figures(found_aims, indicators)]
    found += tasks(issue, found_aims.scopes.all, found)
    found += table_targets(document, tables, issue.outlook)
    found.sort(key=lambda target: (target.quantity or target.span).start)
    ids = Ids("g")
    return tuple(replace(target, id=ids.of(f"{target.text}|{target.name}|{target.value}")) for target in found)


def _figures(found: Aims, indicators: Sequence[Indicator]) -> Iterator[Target]:
    document = found.issue.document
    sentences = {sentence.id: sentence for sentence in document.sentences}
    for item in indicators:
        role = found.roles.get(item.id)
        if role is None:
            continue
        sentence = sentences[item.sentence]
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
            deadline=_deadline(found, sentence, item),
            duties=found.scopes.duties_at(item.span),
        )


def _deadline(found: Aims, sentence: Sentence, item: Indicator) -> Deadline | None:
    """By when a figure is to be reached: as its sentence says, else the label beside who answers, else the sentences
    before it in its paragraph, else the headings above it, else the title."""
    issue = found.issue
    own = _nearest(issue, sentence, item)
    scope = found.scopes.at(item.span)
    stated = own or (scope.deadline if scope else None) or _carried(issue, sentence)
    return issue.stated(stated) or issue.outlook.due(sentence.section)


def _nearest(issue: Issue, sentence: Sentence, item: Indicator) -> FoundDeadline | None:
    """The deadline of a figure: the nearest before it, else the nearest behind it that says 前 or 内.

    Behind a semicolon only the one that opens the sentence holds on: 到2027年，…；….
    """
    deadlines, plain = issue.deadlines(sentence), issue.document.simplified
    at = bisect_right(deadlines, item.span.start, key=lambda deadline: deadline.end)
    if at and plain.find("；", deadlines[at - 1].end, item.span.start) < 0:
        return deadlines[at - 1]
    if at and deadlines[0].start <= sentence.span.start + 1:
        return deadlines[0]
    end = plain.find("；", item.span.end, sentence.span.end)
    behind = bisect_left(deadlines, item.span.end, key=lambda deadline: deadline.start)
    following = (deadlines[index] for index in range(behind, min(behind + _FOLLOWING, len(deadlines))))
    return next(
        (
            each
            for each in following
            if each.strong and (end < 0 or each.start < end) and _CLOSES.match(plain, each.end, sentence.span.end)
        ),
        None,
    )


# 改造200户，年底前全部完成: behind a figure; what has an object of its own (年底前完成管网改造) is another task.
_CLOSES = re.compile(r"(?:要|须|应|将)?[\u4e00-\u9fff]{0,6}(?:[，。；）)]|$)")
# So many deadlines behind a figure may be its own; who writes more makes a list.
_FOLLOWING = 3
# So many sentences a deadline is carried on within its paragraph; behind them it is hardly meant any more.
_CARRIED = 6


def _carried(issue: Issue, sentence: Sentence) -> FoundDeadline | None:
    """The deadline that opens an earlier sentence of the paragraph: 到2030年，…。…."""
    earlier = issue.before(sentence)
    for _ in range(_CARRIED):
        if earlier is None:
            return None
        stated = issue.deadlines(earlier)
        if stated and stated[0].start <= earlier.span.start + 1:
            return stated[0]
        earlier = issue.before(earlier)
    return None
