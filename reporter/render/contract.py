"""The briefing as the JSON of the output contract: keys in a fixed order, every offset in the source.

Inside the program spans count the repaired text; here, and only here, they are mapped to the source by each
document's ledger.
"""

from __future__ import annotations

from typing import Any

from reporter.model import (
    Analysis,
    Briefing,
    Comparison,
    ComparisonCell,
    ComparisonRow,
    Conflict,
    Document,
    Event,
    Indicator,
    Locator,
    Section,
    Sentence,
    Span,
    Table,
)

SCHEMA_VERSION = 1
Json = dict[str, Any]


def briefing_dict(briefing: Briefing) -> Json:
    """data/briefing.json as plain values."""
    head = briefing.head
    return {
        "schema_version": SCHEMA_VERSION,
        "title": head.title,
        "subtitle": head.subtitle,
        "issue": head.issue,
        "date": head.date,
        "language": briefing.language,
        "script": briefing.script,
        "documents": [document_dict(analysis) for analysis in briefing.analyses],
        "summary": [{"document": chosen.document, "sentence": chosen.id} for chosen in briefing.summary],
        "comparison": comparison_dict(briefing.comparison),
        "conflicts": [_conflict(conflict) for conflict in briefing.conflicts],
        "issuer": head.issuer,
        "marking": head.marking,
        "keywords": [{"term": term, "weight": weight} for term, weight in briefing.keywords],
        "notes": [{"title": note.title, "text": note.text} for note in briefing.notes],
        "groups": list(briefing.groups),
    }


def document_dict(analysis: Analysis) -> Json:
    """One document of briefing.json."""
    document = analysis.document
    chosen = dict(analysis.summary.sections)
    return {
        **_identity(document),
        **_description(document),
        "sections": [_section(document, section, chosen.get(section.id, ())) for section in document.sections],
        "sentences": [_sentence(document, sentence) for sentence in document.sentences],
        "summary": list(analysis.summary.sentences),
        "ranking": list(analysis.summary.ranking),
        "keywords": [{"term": keyword.term, "weight": keyword.weight} for keyword in analysis.keywords],
        "indicators": [indicator_dict(document, indicator) for indicator in analysis.indicators],
        "tables": [_table(document, table) for table in analysis.tables],
        "events": [_event(document, event) for event in document.events],
        "duplicate_of": None,
    }


def repairs_dict(document: Document) -> Json:
    """data/repairs/<id>.json: every edit that leads from the source to the text, in source offsets."""
    edits = [[edit.start, edit.end, edit.original, edit.replacement, edit.rule] for edit in document.clean.ledger.edits]
    return {"schema_version": SCHEMA_VERSION, "document": document.id, "edits": edits}


def source_range(document: Document, span: Span) -> tuple[int, int]:
    """A span's stretch of the source, in code points."""
    return document.clean.ledger.source_span(span.start, span.end)


def _place(document: Document, span: Span) -> Json:
    """Start and end in the source, and a locator where the source is no text of its own."""
    start, end = source_range(document, span)
    locator = document.clean.raw.locator(start, end)
    return {"start": start, "end": end, **({"locator": locator_dict(locator)} if locator else {})}


def locator_dict(locator: Locator) -> Json:
    """A locator with what it states, boxes in tenths of a point."""
    box = [round(edge, 1) for edge in locator.box] if locator.box else None
    stated = {
        "page": locator.page,
        "box": box,
        "paragraph": locator.paragraph,
        "sheet": locator.sheet,
        "cell": locator.cell,
    }
    return {key: value for key, value in stated.items() if value is not None}


def _identity(document: Document) -> Json:
    raw = document.clean.raw
    return {
        "id": document.id,
        "path": document.path,
        "sha256": raw.sha256,
        "format": raw.format,
        "encoding": raw.encoding,
        "script": document.script,
    }


def _description(document: Document) -> Json:
    return {
        "title": {"text": document.title.text, "inferred": document.title.inferred},
        "subtitle": document.subtitle,
        "number": document.number,
        "url": document.url,
        "authors": list(document.authors),
        "source": document.source,
        "date": document.date,
        "kind": document.kind,
        "regions": list(document.regions),
        "organisations": list(document.organisations),
    }


def _section(document: Document, section: Section, summary: tuple[str, ...]) -> Json:
    return {
        "id": section.id,
        "parent": section.parent,
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "inline": section.inline,
        **_place(document, section.span),
        "summary": list(summary),
    }


def _sentence(document: Document, sentence: Sentence) -> Json:
    return {
        "id": sentence.id,
        "section": sentence.section,
        "paragraph": sentence.paragraph,
        "text": sentence.text,
        **_place(document, sentence.span),
    }


def indicator_dict(document: Document, indicator: Indicator) -> Json:
    """One indicator of briefing.json."""
    return {
        "id": indicator.id,
        "sentence": indicator.sentence,
        "subject": indicator.subject,
        "name": indicator.name,
        "key": indicator.key,
        "value": number_json(indicator.value),
        "unit": indicator.unit,
        "qualifier": indicator.qualifier,
        "bound": indicator.bound,
        "period": indicator.period,
        "role": indicator.role,
        "change": _change(indicator),
        **_place(document, indicator.span),
    }


def number_json(value: float | tuple[float, float] | None) -> float | list[float] | None:
    """A value as JSON has it: a range is a list of two."""
    return list(value) if isinstance(value, tuple) else value


def _change(indicator: Indicator) -> Json | None:
    change = indicator.change
    if change is None:
        return None
    return {
        "direction": change.direction,
        "value": number_json(change.value),
        "unit": change.unit,
        "basis": change.basis,
        "indicator": change.indicator,
    }


def _table(document: Document, table: Table) -> Json:
    return {
        "id": table.id,
        "caption": table.caption,
        "unit": table.unit,
        "origin": table.origin,
        "section": table.section,
        "header": list(table.header),
        "rows": [[cell.text for cell in row] for row in table.rows],
        "cells": [
            [list(source_range(document, cell.span)) if cell.span else None for cell in row] for row in table.rows
        ],
        **_place(document, table.span),
    }


def _event(document: Document, event: Event) -> Json:
    return {
        "date": event.date,
        "text": event.text,
        "sentence": event.sentence,
        "inferred_year": event.inferred_year,
        **_place(document, event.span),
    }


def comparison_dict(comparison: Comparison) -> Json:
    """The comparison of briefing.json."""
    return {"columns": list(comparison.columns), "rows": [_row(row) for row in comparison.rows]}


def _row(row: ComparisonRow) -> Json:
    cells: dict[str, list[Json]] = {}
    for cell in row.cells:
        cells.setdefault(cell.document, []).append(_cell(cell))
    return {"indicator": row.indicator, "basis": row.basis, "derived": row.derived, "cells": cells}


def _cell(cell: ComparisonCell) -> Json:
    return {
        "value": number_json(cell.value),
        "unit": cell.unit,
        "subject": cell.subject,
        "period": cell.period,
        "role": cell.role,
        "bound": cell.bound,
        "indicator": cell.indicator,
        "same": cell.same,
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "indicator": conflict.indicator,
        "items": [{"document": item.document, "indicator": item.id} for item in conflict.items],
    }
