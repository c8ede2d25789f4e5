"""What has changed since an earlier build, proved: against this build, and against the earlier where it is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reporter.model.changes import Changes, StatedDocument, StatedFigure
from reporter.publish.content import BRIEFING, BriefingContent, DocumentEntry
from reporter.publish.manifest import Manifest
from reporter.publish.report import Proof

# (earlier build, this build) → what differs.
Compare = Callable[[Path, Path], Changes]


def prove_changes(
    build: Path, content: BriefingContent, manifest: Manifest, proof: Proof, since: Path | None, compare: Compare | None
) -> None:
    """Prove the entry ``changes``.

    What is said of this build stands in its documents. What is said of the earlier one, and that nothing was left out,
    only a second comparison proves; it needs that build, which the hash names.
    """
    found = content.changes
    if found is None:
        return
    recorded = (manifest.configuration.get("briefing") or {}).get("since")
    if recorded != f"sha256:{found.earlier.sha256}":
        proof.failed(BRIEFING, "changes, earlier", "is not the build that the manifest's configuration names")
    documents = {document.id: document for document in content.documents}
    for stated in (change.document for change in found.documents):
        _check(_is_document(stated, documents.get(stated.id)), f"changes, {stated.id}", "is no such document", proof)
    for place, known in _sentences(found, documents):
        _check(known, place, "does not stand in its document", proof)
    for figure in _figures(found):
        place = f"changes, {figure.document}, {figure.id}"
        _check(_is_figure(figure, documents.get(figure.document)), place, "is no such figure", proof)
    for name in found.rewritten:
        _check(name in documents, "changes, rewritten", f"names {name}, which does not exist", proof)
    if since is not None and compare is not None:
        _check(compare(since, build) == found, "changes", f"are not what differs from {since}", proof)


def _sentences(found: Changes, documents: dict[str, DocumentEntry]) -> Iterator[tuple[str, bool]]:
    """Each sentence and row that is new, and whether it stands in its document."""
    for change in found.documents:
        document = documents.get(change.document.id)
        texts = {sentence.id: sentence.text for sentence in document.sentences} if document else {}
        rows = (
            {(table.id, at): row for table in document.tables for at, row in enumerate(table.rows)} if document else {}
        )
        for item in change.sentences:
            yield (
                f"changes, {change.document.id}, {item.sentence.id}",
                texts.get(item.sentence.id) == item.sentence.text,
            )
        for row in change.rows:
            yield f"changes, {change.document.id}, {row.table}", rows.get((row.table, row.row)) == row.cells


def _figures(found: Changes) -> Iterator[StatedFigure]:
    """The figures of this build that the changes name."""
    yield from (change.figure for change in found.figures)
    yield from (figure for conflict in found.conflicts for figure in conflict.figures)
    for met in found.met:
        yield from (met.aimed, met.figure)


def _is_document(stated: StatedDocument, document: DocumentEntry | None) -> bool:
    if document is None:
        return False
    return (stated.path, stated.title, stated.sha256) == (document.path, document.title.text, document.sha256)


def _is_figure(stated: StatedFigure, document: DocumentEntry | None) -> bool:
    entry = next((entry for entry in document.indicators if entry.id == stated.id), None) if document else None
    if document is None or entry is None or (entry.value, entry.unit, entry.sentence) != (
        stated.value, stated.unit, stated.sentence
    ):  # fmt: skip
        return False
    text = next((sentence.text for sentence in document.sentences if sentence.id == stated.sentence), "")
    return stated.title == document.title.text and (stated.words is None or stated.words in text)


def _check(holds: bool, place: str, message: str, proof: Proof) -> None:
    if holds:
        proof.proved("changes")
    else:
        proof.failed(BRIEFING, place, message)
