"""The briefing as the JSON of the output contract: keys in a fixed order, every offset in the source.

Inside the program spans count the repaired text; here, and only here, they are mapped to the source by each
document's ledger (``contract_places``).
"""

from __future__ import annotations

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
    Person,
    Section,
    Sentence,
    Table,
)
from reporter.render.contract_overview import happening_dict, mention_dict, reprint_dict, target_dict, theme_dict
from reporter.render.contract_places import Json, number_json, place, source_range
from reporter.render.why import choice_dict, topic_dict

SCHEMA_VERSION = 1


def briefing_dict(briefing: Briefing) -> Json:
    """data/briefing.json as plain values."""
    head = briefing.head
    originals = {copy.document: group.original for group in briefing.reprints for copy in group.copies}
    return {
        "schema_version": SCHEMA_VERSION,
        "title": head.title,
        "subtitle": head.subtitle,
        "issue": head.issue,
        "date": head.date,
        "language": briefing.language,
        "script": briefing.script,
        "documents": [
            {**document_dict(analysis), "reprint_of": originals.get(analysis.document.id)}
            for analysis in briefing.analyses
        ],
        "summary": [{"document": chosen.document, "sentence": chosen.id} for chosen in briefing.summary],
        "comparison": comparison_dict(briefing.comparison),
        "conflicts": [_conflict(conflict, briefing) for conflict in briefing.conflicts],
        "issuer": head.issuer,
        "marking": head.marking,
        "keywords": [{"term": term, "weight": weight} for term, weight in briefing.keywords],
        "notes": [{"title": note.title, "text": note.text} for note in briefing.notes],
        "groups": list(briefing.groups),
        "timeline": [happening_dict(happening) for happening in briefing.timeline],
        "themes": [theme_dict(row) for row in briefing.themes],
        "reprints": [reprint_dict(group) for group in briefing.reprints],
        "slight": list(briefing.slight),
        "topics": [topic_dict(row) for row in briefing.topics],
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
        "targets": [target_dict(document, target) for target in analysis.targets],
        "honours": [mention_dict(document, item) for item in analysis.mentions if item.kind == "honour"],
        "references": [mention_dict(document, item) for item in analysis.mentions if item.kind != "honour"],
        **choice_dict(analysis),
    }


def repairs_dict(document: Document) -> Json:
    """data/repairs/<id>.json: every edit that leads from the source to the text, in source offsets."""
    edits = [[edit.start, edit.end, edit.original, edit.replacement, edit.rule] for edit in document.clean.ledger.edits]
    return {"schema_version": SCHEMA_VERSION, "document": document.id, "edits": edits}


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
        "kind_evidence": document.kind_evidence,
        "regions": list(document.regions),
        "organisations": list(document.organisations),
        "people": [_person(document, person) for person in document.people],
        "companies": [{"name": found.text, **place(document, found.span)} for found in document.companies],
    }


def _person(document: Document, person: Person) -> Json:
    return {
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        **place(document, person.span),
    }


def _section(document: Document, section: Section, summary: tuple[str, ...]) -> Json:
    return {
        "id": section.id,
        "parent": section.parent,
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "inline": section.inline,
        **place(document, section.span),
        "summary": list(summary),
    }


def _sentence(document: Document, sentence: Sentence) -> Json:
    return {
        "id": sentence.id,
        "section": sentence.section,
        "paragraph": sentence.paragraph,
        "text": sentence.text,
        **place(document, sentence.span),
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
        **place(document, indicator.span),
    }


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
        **place(document, table.span),
    }


def _event(document: Document, event: Event) -> Json:
    return {
        "date": event.date,
        "text": event.text,
        "sentence": event.sentence,
        "inferred_year": event.inferred_year,
        "basis": event.basis,
        "period": event.period,
        **place(document, event.span),
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
        "falls": cell.falls,
        "indicator": cell.indicator,
        "same": cell.same,
    }


def _conflict(conflict: Conflict, briefing: Briefing) -> Json:
    """The figures that contradict one another, each with the sentence that states it."""
    named = {(item.document, item.id) for item in conflict.items}
    sentences = {
        (analysis.document.id, indicator.id): indicator.sentence
        for analysis in briefing.analyses
        for indicator in analysis.indicators
        if (analysis.document.id, indicator.id) in named
    }
    return {
        "indicator": conflict.indicator,
        "items": [
            {"document": item.document, "indicator": item.id, "sentence": sentences[item.document, item.id]}
            for item in conflict.items
        ],
    }
