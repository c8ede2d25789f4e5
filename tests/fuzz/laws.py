"""What must hold of everything that the program makes, whatever it was made from: the fuzz targets assert these."""

from __future__ import annotations

import itertools
import json
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from reporter.config import SummarySection
from reporter.errors import ReporterError
from reporter.extract import extract
from reporter.model import Analysis, CleanText, Document, Finding, Ledger, RawText, Span
from reporter.pipeline.documents import analyse, document_of
from reporter.publish.content import DocumentEntry, repairs_name
from reporter.publish.manifest import SCHEMA_VERSION, InputEntry, Manifest
from reporter.publish.proofs import prove_document
from reporter.publish.references import BriefingContent, prove_references
from reporter.publish.report import Proof, VerifyReport
from reporter.publish.sources import Source
from reporter.read.isolation.wire import Reading, answer_of, encoded, raw_of, reading_of
from reporter.render.contract import listed_document, repairs_dict
from reporter.repair import repair
from reporter.structure import structure

Stretch = tuple[int, int]
_NOTHING: Stretch = (0, 0)
_SUMMARY = SummarySection()
# Longer texts than any input gives are refused by the wire.
_LONGEST = 10**6


def says(error: ReporterError) -> None:
    """An error says what failed, in one line."""
    assert error.message
    assert "\n" not in error.message


# -- reading and repairing


def keeps_the_ledger(ledger: Ledger) -> None:
    """Edits are in order, replace something, quote the source, and undoing them gives it back; a place of the text is
    found in the source and there again."""
    at = 0
    for edit in ledger.edits:
        assert at <= edit.start < edit.end <= len(ledger.source)
        assert ledger.source[edit.start : edit.end] == edit.original != edit.replacement
        assert edit.rule
        at = edit.end
    assert ledger.inverse() == ledger.source
    assert ledger.replay(0, len(ledger.source)) == ledger.text
    for place in range(0, len(ledger.text) + 1, max(1, len(ledger.text) // 50)):
        start, end = ledger.source_start(place), ledger.source_end(place)
        assert 0 <= start <= len(ledger.source)
        assert 0 <= end <= len(ledger.source)
        assert ledger.clean_offset(start) <= place


def keeps_raw(raw: RawText) -> None:
    """The ledger's laws; marks, cells and places lie in the source, places in order; the reading process can tell it to
    its parent."""
    keeps_the_ledger(raw.ledger)
    size = len(raw.ledger.source)
    raw.ledger.source.encode()
    raw.ledger.text.encode()
    assert any(map(str.isalnum, raw.ledger.source))
    assert all(0 <= mark.start <= mark.end <= size and mark.level >= 0 for mark in raw.marks)
    for table in raw.tables:
        assert 0 <= table.start <= table.end <= size
        assert table.rows
        assert len({len(row) for row in table.rows}) == 1
        assert 0 <= table.header_rows <= len(table.rows)
        cells = {cell for row in table.rows for cell in row if cell != _NOTHING}
        assert all(table.start <= start < end <= table.end for start, end in cells)
        apart(sorted(cells))
        assert table.caption is None or 0 <= table.caption[0] <= table.caption[1] <= size
    assert all(place.start <= place.end <= size for place in raw.places)
    assert all(first.end <= second.start for first, second in itertools.pairwise(raw.places))
    assert all(key in ("title", "author", "source", "date", "url") for key, _ in raw.metadata)
    known(raw.findings, raw.ledger.text)
    passes_the_wire(raw)


def passes_the_wire(raw: RawText) -> None:
    """What a reading process says of a file is understood by the process that asked."""
    answer = answer_of(encoded(reading_of(raw, 1)))
    assert isinstance(answer, Reading)
    heard = raw_of(answer, raw.path, raw.sha256, _LONGEST)
    assert (heard.ledger, heard.marks, heard.tables) == (raw.ledger, raw.marks, raw.tables)
    assert (heard.metadata, heard.places) == (raw.metadata, raw.places)


def keeps_clean(clean: CleanText) -> None:
    """The ledger's laws; asides are stretches in order; repaired once more nothing changes."""
    keeps_the_ledger(clean.ledger)
    clean.text.encode()
    assert clean.ledger.source == clean.raw.ledger.source
    in_order([aside.span for aside in clean.asides], clean.text)
    known(clean.findings, clean.text)
    if not clean.raw.ledger.edits:
        assert repair(CleanText.of(clean.text).raw).text == clean.text


def known(findings: Sequence[Finding], text: str) -> None:
    """Findings have a code and words, and lie in the text."""
    assert all(finding.code and finding.message for finding in findings)
    assert all(finding.span is None or finding.span.end <= len(text) for finding in findings)


def in_order(spans: Sequence[Span], text: str) -> None:
    """Spans are of the text, say something, and follow one another."""
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


def apart(stretches: Sequence[Stretch]) -> None:
    """Stretches in order do not overlap."""
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(stretches))


# -- structure and figures


def keeps_document(document: Document) -> None:
    """Every quotation of the structure stands where it says; sections hang below earlier ones of a lower level."""
    text = document.text
    keeps_clean(document.clean)
    assert len(document.simplified) == len(text)
    in_order([sentence.span for sentence in document.sentences], text)
    assert all(sentence.text == sentence.span.of(text) for sentence in document.sentences)
    in_order([section.span for section in document.sections], text)
    in_order([paragraph.span for paragraph in document.paragraphs], text)
    levels: dict[str | None, int] = {None: 0}
    for section in document.sections:
        assert levels[section.parent] < section.level
        levels[section.id] = section.level
    spans = {paragraph.index: paragraph.span for paragraph in document.paragraphs}
    for sentence in document.sentences:
        assert sentence.section in levels
        assert spans[sentence.paragraph].covers(sentence.span)
    sentences = {sentence.id for sentence in document.sentences}
    assert len(sentences) == len(document.sentences)
    assert all(item.span.end <= len(text) and sentences.issuperset(item.sentences) for item in document.items)
    assert all(event.text == event.span.of(text) for event in document.events)
    assert all(person.span.of(document.simplified) or person.span.of(text) for person in document.people)
    assert all(company.text == company.span.of(text) for company in document.companies)
    known(document.findings, text)


def keeps_figures(document: Document) -> None:
    """Values are finite, quantities and cells stand where they say, rows are as long as their header."""
    found, text = extract(document), document.text
    sentences = {sentence.id: sentence.span for sentence in document.sentences}
    for indicator in found.indicators:
        values = indicator.value if isinstance(indicator.value, tuple) else (indicator.value,)
        assert all(math.isfinite(value) for value in values)
        assert sentences[indicator.sentence].covers(indicator.span)
        assert indicator.span.of(text).strip()
    for table in found.tables:
        assert all(len(row) == len(table.header) for row in table.rows)
        assert all(cell.span is None or cell.span.end <= len(text) for row in table.rows for cell in row)
    for target in found.targets:
        assert target.span.end <= len(text)
        assert target.quantity is None or target.quantity.of(text).strip()
    assert all(mention.text == mention.span.of(text) for mention in found.mentions)


# -- the whole road


def is_proved(raw: RawText) -> None:
    """The analysis of a text, written as its data, is proved against the text by ``verify``: each sentence, heading,
    cell, name and deadline stands in the source, each figure's words state its value, each id exists."""
    analysis = analyse(document_of(raw), _SUMMARY)
    keeps_document(analysis.document)
    keeps_figures(analysis.document)
    report = proved(document_data(analysis), repairs_dict(analysis.document), raw)
    assert report.ok, "; ".join(map(str, report.problems))


def document_data(analysis: Analysis) -> Any:
    """An analysis as another program reads it from data/briefing.json."""
    return json.loads(json.dumps(listed_document(analysis, None), allow_nan=False))


def proved(data: Any, repairs: Any, raw: RawText) -> VerifyReport:
    """What ``verify`` says of a document's data and its repairs.

    Raises:
        msgspec.ValidationError: the data are none of a document.
    """
    entry = msgspec.convert(data, DocumentEntry)
    proof = Proof()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / repairs_name(entry.id)
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(repairs), "utf-8")
        source = Source(Path(name), changed=False)
        prove_document(Path(name), entry, source, proof, reread=lambda *_: raw, repair=repair)
    used = InputEntry(raw.path, raw.sha256, "used", "", entry.id)
    manifest = Manifest(SCHEMA_VERSION, {}, {}, (), (used,), ())
    prove_references(BriefingContent(SCHEMA_VERSION, (entry,)), manifest, proof)
    return proof.report()


def has_structure(raw: RawText) -> None:
    """What is read of a file can be repaired and taken apart like a text."""
    keeps_document(structure(repair(raw), "a"))
