"""The briefing as the JSON of the output contract: keys in a fixed order, every offset in the source.

Inside the program spans count the repaired text; here, and only here, they are mapped to the source by each
document's ledger (``contract_places``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from reporter.model import (
    Analysis,
    Briefing,
    Document,
    Event,
    Indicator,
    Person,
    Section,
    Sentence,
    Table,
)
from reporter.render.contract_comparison import comparison_parts, conflict_dict
from reporter.render.contract_overview import happening_dict, mention_dict, reprint_dict, target_dict, theme_dict
from reporter.render.contract_places import Json, number_json, place, source_range
from reporter.render.why import choice_dict, topic_dict

SCHEMA_VERSION = 1
DocumentsOf = Callable[[Mapping[str, str], dict[tuple[str, str], str]], Iterator[Any]]


def briefing_dict(briefing: Briefing) -> Json:
    """data/briefing.json as plain values, all of it."""
    documents = partial(documents_of, briefing.analyses)
    return {name: plain(value) for name, value in briefing_parts(briefing, documents)}


def plain(value: Any) -> Any:
    """A value of the data with lists in place of iterators."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return list(value) if isinstance(value, Iterator) else value


def briefing_parts(briefing: Briefing, documents: DocumentsOf) -> Iterator[tuple[str, Any]]:
    """The keys of data/briefing.json with their values, in order; what is long is an iterator (of a list's items) that
    has to be used up before the next key is asked for.

    Args:
        documents: gives the documents of the briefing one by one, from the original of each copy and the figures
            whose sentences it fills in on the way (``documents_of``).
    """
    head = briefing.head
    originals = {copy.document: group.original for group in briefing.reprints for copy in group.copies}
    stated = {(item.document, item.id): "" for conflict in briefing.conflicts for item in conflict.items}
    yield "schema_version", SCHEMA_VERSION
    yield "title", head.title
    yield "subtitle", head.subtitle
    yield "issue", head.issue
    yield "date", head.date
    yield "language", briefing.language
    yield "script", briefing.script
    yield "documents", documents(originals, stated)
    yield "summary", [{"document": chosen.document, "sentence": chosen.id} for chosen in briefing.summary]
    yield "comparison", comparison_parts(briefing.comparison)
    yield "conflicts", (conflict_dict(conflict, stated) for conflict in briefing.conflicts)
    yield "issuer", head.issuer
    yield "marking", head.marking
    yield "keywords", [{"term": term, "weight": weight} for term, weight in briefing.keywords]
    yield "notes", [{"title": note.title, "text": note.text} for note in briefing.notes]
    yield "groups", list(briefing.groups)
    yield "timeline", (happening_dict(happening) for happening in briefing.timeline)
    yield "themes", (theme_dict(row) for row in briefing.themes)
    yield "reprints", (reprint_dict(group) for group in briefing.reprints)
    yield "slight", list(briefing.slight)
    yield "topics", (topic_dict(row) for row in briefing.topics)
    yield "changes", None if briefing.changes is None else msgspec.to_builtins(briefing.changes)


def documents_of(
    analyses: Iterable[Analysis], originals: Mapping[str, str], stated: dict[tuple[str, str], str]
) -> Iterator[Json]:
    """Each document; the sentences that state the figures of ``stated`` are put there on the way."""
    for analysis in analyses:
        document = analysis.document.id
        for indicator in analysis.indicators:
            if (document, indicator.id) in stated:
                stated[document, indicator.id] = indicator.sentence
        yield listed_document(analysis, originals.get(document))


def listed_document(analysis: Analysis, original: str | None) -> Json:
    """One document of briefing.json, and which one it is a copy of."""
    return {**document_dict(analysis), "reprint_of": original}


def document_dict(analysis: Analysis) -> Json:
    """What one document of briefing.json says of itself."""
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
