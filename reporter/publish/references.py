"""Every id that the data name exists, and repeated figures are the figures that they repeat."""

from __future__ import annotations

from collections.abc import Iterable

from reporter.publish.content import BRIEFING, BriefingContent, DocumentEntry, IndicatorEntry
from reporter.publish.manifest import Manifest
from reporter.publish.report import Proof


def prove_references(content: BriefingContent, manifest: Manifest, proof: Proof) -> None:
    """Check the data against themselves and against the manifest."""
    _prove_inputs(content, manifest, proof)
    for document in content.documents:
        _prove_own_references(document, proof)
    sentences = {(document.id, entry.id) for document in content.documents for entry in document.sentences}
    for chosen in content.summary:
        _check((chosen.document, chosen.sentence) in sentences, "summary", chosen.sentence, proof)
    figures = {(document.id, entry.id): entry for document in content.documents for entry in document.indicators}
    for conflict in content.conflicts:
        place = f"conflict {conflict.indicator}"
        for item in conflict.items:
            _check((item.document, item.indicator) in figures, place, item.indicator, proof)
    for happening in content.timeline:
        for told in happening.items:
            _check((told.document, told.sentence) in sentences, "timeline", told.sentence, proof)
    for theme in content.themes:
        for name, cell in theme.cells.items():
            if cell.best is not None:
                _check((name, cell.best) in sentences, f"theme {theme.theme}", cell.best, proof)
    _prove_topics(content, sentences, proof)
    _prove_reprints(content, proof)
    _prove_comparison(content, figures, proof)


def _prove_topics(content: BriefingContent, sentences: set[tuple[str, str]], proof: Proof) -> None:
    """Each topic has every document once, as one that speaks of it or as a silent one."""
    documents = sorted(document.id for document in content.documents)
    for topic in content.topics:
        place = f"topic {topic.topic}"
        if sorted([*(spoken.id for spoken in topic.documents), *topic.silent]) != documents:
            proof.failed(BRIEFING, place, "does not have every document once")
        for spoken in topic.documents:
            for name in spoken.sentences:
                _check((spoken.id, name) in sentences, place, name, proof)


def _prove_reprints(content: BriefingContent, proof: Proof) -> None:
    """Every document of a group of reprints exists and is in no other group."""
    left = {document.id for document in content.documents}
    for group in content.reprints:
        for name in (group.original, *(copy.document for copy in group.copies)):
            _check(name in left, f"reprints of {group.original}", name, proof)
            left.discard(name)


def _prove_inputs(content: BriefingContent, manifest: Manifest, proof: Proof) -> None:
    """The documents of the data are the used inputs of the manifest."""
    used = {entry.document: entry.sha256 for entry in manifest.inputs if entry.status == "used"}
    for document in content.documents:
        if used.pop(document.id, None) != document.sha256:
            proof.failed(BRIEFING, f"document {document.id}", "is not the input of that name in the manifest")
    for missing in used:
        proof.failed(BRIEFING, f"document {missing}", "is a used input in the manifest and missing here")


def _prove_own_references(document: DocumentEntry, proof: Proof) -> None:
    sentences = {entry.id for entry in document.sentences}
    sections = {entry.id for entry in document.sections}
    figures = {entry.id for entry in document.indicators}
    tables = {entry.id for entry in document.tables}
    named = (*document.honours, *document.references)
    place = f"document {document.id}"
    for what, ids, known in (
        ("summary", document.summary, sentences),
        ("ranking", document.ranking, sentences),
        ("section summaries", [name for entry in document.sections for name in entry.summary], sentences),
        ("sections' parents", _given(entry.parent for entry in document.sections), sections),
        ("sentences' sections", _given(entry.section for entry in document.sentences), sections),
        ("events", _given(entry.sentence for entry in document.events), sentences),
        ("targets' sentences", _given(entry.sentence for entry in document.targets), sentences),
        ("targets' tables", _given(entry.table for entry in document.targets), tables),
        ("targets' indicators", _given(entry.indicator for entry in document.targets), figures),
        ("honours and references", _given(entry.sentence for entry in named), sentences),
        ("reasons' sentences", [its.sentence for its in (*document.why, *document.left_out)], sentences),
        ("reasons' sections", [name for its in document.why for name in its.sections], sections),
        ("reasons' figures", [name for its in document.why for name in its.figures], figures),
        ("unheard sections", [silent.section for silent in document.unheard], sections),
        ("changes", _given(entry.change.indicator for entry in document.indicators if entry.change), figures),
    ):
        for name in ids:
            _check(name in known, f"{place}, {what}", name, proof)
    for table in document.tables:
        widths = {len(row) for row in (*table.rows, *table.cells)}
        if widths - {len(table.header)} or len(table.rows) != len(table.cells):
            proof.failed(BRIEFING, f"{place}, table {table.id}", "its rows are not as long as its header")


def _prove_comparison(content: BriefingContent, figures: dict[tuple[str, str], IndicatorEntry], proof: Proof) -> None:
    for row in content.comparison.rows:
        for document, cells in row.cells.items():
            for cell in cells:
                figure = figures.get((document, cell.indicator))
                same = figure is not None and (figure.value, figure.unit) == (cell.value, cell.unit)
                if figure is None or not (same or row.derived):
                    place = f"comparison {row.indicator}, {document}"
                    proof.failed(BRIEFING, place, f"differs from the indicator {cell.indicator}")
                else:
                    proof.proved("comparison cells")


def _given(ids: Iterable[str | None]) -> list[str]:
    return [name for name in ids if name is not None]


def _check(known: bool, place: str, name: str, proof: Proof) -> None:
    if known:
        proof.proved("references")
    else:
        proof.failed(BRIEFING, place, f"names {name}, which does not exist")
