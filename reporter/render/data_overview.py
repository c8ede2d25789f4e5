"""Targets, timeline, honours, references and themes as rows for CSV files and sheets: text only, the heading first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reporter.model import Analysis, Briefing, Documents, Duty, Mention, Span, Target, Telling
from reporter.render.contract_places import locator_text, source_range
from reporter.render.figures import split_value

Row = Sequence[str]

TARGET_COLUMNS = (
    "document", "title", "subject", "name", "value", "value_high", "unit", "bound", "role", "deadline", "deadline_date",
    "lead", "responsible", "support", "task", "kind", "start", "end", "id", "indicator_id", "place",
)  # fmt: skip
TIMELINE_COLUMNS = (
    "date", "text", "inferred_year", "ahead", "document", "title", "sentence", "event", "start", "end", "place",
)  # fmt: skip
HONOUR_COLUMNS = ("document", "title", "text", "ahead", "times", "sentence", "start", "end", "id", "place")
REFERENCE_COLUMNS = ("document", "title", "text", "reference", "times", "sentence", "start", "end", "id", "place")
_JOINT = "、"


def target_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then every target and task in the order of the documents and of their text."""
    yield TARGET_COLUMNS
    for analysis in briefing.analyses:
        for target in analysis.targets:
            yield _target_row(analysis, target)


def _target_row(analysis: Analysis, target: Target) -> Row:
    document, deadline = analysis.document, target.deadline
    low, high = split_value(target.value) if target.value is not None else ("", "")
    bodies = (_bodies(target.duties, role) for role in ("lead", "responsible", "support"))
    return (
        document.id, document.title.text, target.subject, target.name, low, high, target.unit, target.bound or "",
        target.role or "", deadline.text if deadline else "", (deadline.date or "") if deadline else "",
        *bodies, target.text, target.kind, *_place(analysis, target.quantity or target.span), target.id,
        target.indicator or "", locator_text(document, target.span),
    )  # fmt: skip


def _bodies(duties: Sequence[Duty], role: str) -> str:
    return _JOINT.join(dict.fromkeys(duty.body for duty in duties if duty.role == role))


def _place(analysis: Analysis, span: Span) -> tuple[str, str]:
    start, end = source_range(analysis.document, span)
    return str(start), str(end)


def timeline_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then every dated event, oldest first, a row a sentence; ``event`` counts the events, so that
    sentences of several documents that tell the same one share a number."""
    yield TIMELINE_COLUMNS
    told = _tellings(briefing)
    for number, happening in enumerate(briefing.timeline, 1):
        for telling in happening.tellings:
            event = telling.event
            title, text, *place = told[telling.document, telling.sentence, event.span]
            yield (
                happening.date, event.text, _truth(event.inferred_year), _truth(happening.ahead), telling.document,
                title, text, str(number), *place,
            )  # fmt: skip


def _tellings(briefing: Briefing) -> dict[tuple[str, str, Span], tuple[str, ...]]:
    """(document, sentence, place) of each event of the timeline → title, sentence, start, end and place in words;
    documents are gone through once."""
    wanted: dict[str, list[Telling]] = {}
    for happening in briefing.timeline:
        for telling in happening.tellings:
            wanted.setdefault(telling.document, []).append(telling)
    found: dict[tuple[str, str, Span], tuple[str, ...]] = {}
    for analysis in briefing.analyses:
        document, texts = analysis.document, _sentences(analysis)
        for telling in wanted.get(document.id, ()):
            span, text = telling.event.span, texts.get(telling.sentence, "")
            row = (document.title.text, text, *_place(analysis, span), locator_text(document, span))
            found[document.id, telling.sentence, span] = row
    return found


def honour_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then every honour that a document names."""
    yield HONOUR_COLUMNS
    for analysis, mention, sentence in _mentions(briefing):
        if mention.kind == "honour":
            yield _mention_row(analysis, mention, _truth(mention.ahead), sentence)


def reference_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then every standard, document number and title that a document names."""
    yield REFERENCE_COLUMNS
    for analysis, mention, sentence in _mentions(briefing):
        if mention.kind != "honour":
            yield _mention_row(analysis, mention, mention.kind, sentence)


def _mentions(briefing: Briefing) -> Iterator[tuple[Analysis, Mention, str]]:
    for analysis in briefing.analyses:
        texts = _sentences(analysis)
        for mention in analysis.mentions:
            yield analysis, mention, texts.get(mention.sentence or "", "")


def _mention_row(analysis: Analysis, mention: Mention, kind: str, sentence: str) -> Row:
    document = analysis.document
    return (
        document.id, document.title.text, mention.text, kind, str(mention.times), sentence,
        *_place(analysis, mention.span), mention.id, locator_text(document, mention.span),
    )  # fmt: skip


def theme_rows(briefing: Briefing) -> Iterator[Row]:
    """The heading, then a row for each theme and document: how many sentences, their share of the text in per cent, and
    the sentence that speaks of it most."""
    yield ("theme", "document", "title", "sentences", "share", "sentence")
    wanted: dict[str, set[str | None]] = {}
    for row in briefing.themes:
        for cell in row.cells:
            wanted.setdefault(cell.document, set()).add(cell.best)
    titles: dict[str, str] = {}
    texts: dict[tuple[str, str | None], str] = {}
    for document in Documents(briefing.analyses):
        best = wanted.get(document.id, ())
        titles[document.id] = document.title.text
        texts |= {(document.id, sentence.id): sentence.text for sentence in document.sentences if sentence.id in best}
    for row in briefing.themes:
        for cell in row.cells:
            text, share = texts.get((cell.document, cell.best), ""), format(100 * cell.share, ".1f")
            yield (row.theme, cell.document, titles[cell.document], str(cell.sentences), share, text)


def _sentences(analysis: Analysis) -> dict[str, str]:
    return {sentence.id: sentence.text for sentence in analysis.document.sentences}


def _truth(value: bool) -> str:
    return "true" if value else "false"


OVERVIEW: dict[str, Callable[[Briefing], Iterator[Row]]] = {
    "targets": target_rows,
    "timeline": timeline_rows,
    "honours": honour_rows,
    "references": reference_rows,
    "themes": theme_rows,
}
"""What spans the documents beside figures and comparison: rows by the name of file and sheet."""
