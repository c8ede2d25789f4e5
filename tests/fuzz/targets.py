"""Fuzz targets: ``target(data)`` takes any bytes through one door of the program and asserts what must hold of whatever
comes out.

An error that the program raises on purpose is an answer; every other exception, a broken law and a hang are failures.
Targets are called by
Hypothesis in the tests (``test_targets``), by Atheris under ``make fuzz`` (``run``), and with every kept input of
``corpus/``.
"""

from __future__ import annotations

import itertools
import json
import math
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reporter.changes import Edition, changes, decoded, read_edition
from reporter.config import load_config
from reporter.config.sections import Config
from reporter.errors import ConfigurationError, ReadError, ReporterError, VerifyError
from reporter.extract import extract
from reporter.model import CleanText, Document, Ledger, RawText, Span
from reporter.model.changes import EarlierBuild
from reporter.publish import verify
from reporter.publish.content import read_repairs
from reporter.publish.manifest import SCHEMA_VERSION
from reporter.read import READERS, read_bytes
from reporter.read.encoding import decode
from reporter.read.formats import format_of
from reporter.repair import repair
from reporter.structure import structure
from tests.fuzz import seeds
from tests.hostile import containers, pages
from tests.read.sheets import biff

Target = Callable[[bytes], None]
NAMES = ("a.txt", "a.html", "a.docx", "a.pdf", "a.xls", "a.csv", "a.md", "a.doc", "a")
_PARTS = ("", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/comments.xml")


# -- laws


def says(error: ReporterError) -> None:
    """An error says what failed."""
    assert error.message


def keeps_the_ledger(ledger: Ledger) -> None:
    """Edits are in order, replace something, quote the source, and undoing them gives it back."""
    at = 0
    for edit in ledger.edits:
        assert at <= edit.start < edit.end <= len(ledger.source)
        assert ledger.source[edit.start : edit.end] == edit.original != edit.replacement
        at = edit.end
    assert ledger.inverse() == ledger.source
    assert ledger.replay(0, len(ledger.source)) == ledger.text


def keeps_raw(raw: RawText) -> None:
    """The ledger's laws; marks, cells and places lie in the source, places in order."""
    keeps_the_ledger(raw.ledger)
    size = len(raw.ledger.source)
    raw.ledger.source.encode()
    assert all(0 <= mark.start <= mark.end <= size for mark in raw.marks)
    for table in raw.tables:
        assert 0 <= table.start <= table.end <= size
        assert len({len(row) for row in table.rows}) <= 1
        assert 0 <= table.header_rows <= len(table.rows)
        assert all(0 <= start <= end <= size for row in table.rows for start, end in row)
    assert all(place.start <= place.end <= size for place in raw.places)
    assert all(first.end <= second.start for first, second in itertools.pairwise(raw.places))
    assert all(finding.code and finding.message for finding in raw.findings)


def keeps_clean(clean: CleanText) -> None:
    """The ledger's laws; asides are stretches in order; repaired once more nothing changes."""
    keeps_the_ledger(clean.ledger)
    assert clean.ledger.source == clean.raw.ledger.source
    in_order([aside.span for aside in clean.asides], clean.text)
    if not clean.raw.ledger.edits:
        assert repair(CleanText.of(clean.text).raw).text == clean.text


def in_order(spans: Sequence[Span], text: str) -> None:
    """Spans are of the text, say something, and follow one another."""
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


def keeps_document(document: Document) -> None:
    """Every quotation of the structure stands where it says; sections hang below earlier ones."""
    text = document.text
    assert len(document.simplified) == len(text)
    in_order([sentence.span for sentence in document.sentences], text)
    assert all(sentence.text == sentence.span.of(text) for sentence in document.sentences)
    in_order([section.span for section in document.sections], text)
    known: set[str | None] = {None}
    for section in document.sections:
        assert section.parent in known
        assert section.level >= 1
        known.add(section.id)
    assert all(item.span.end <= len(text) for item in document.items)
    assert all(event.text == event.span.of(text) for event in document.events)
    assert all(person.span.of(document.simplified) or person.span.of(text) for person in document.people)
    assert all(company.span.end <= len(text) for company in document.companies)


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


# -- doors


def decoding(data: bytes) -> None:
    """Bytes of any encoding, the first one naming a declared encoding."""
    labels = (None, "utf-8", "gb2312", "big5", "utf-16", "nonsense")
    try:
        found = decode(data[1:], labels[data[0] % len(labels)] if data else None)
    except ReadError:
        return
    found.text.encode()
    assert found.encoding


def telling(data: bytes) -> None:
    """Which format it is, under every ending."""
    for name in NAMES:
        try:
            found, _ = format_of(data, name)
        except ReadError as error:
            says(error)
        else:
            assert found in READERS


def repairing(data: bytes) -> None:
    """Any text through repair."""
    keeps_clean(repair(_text(data)))


def headings(data: bytes) -> None:
    """Any text as far as its structure."""
    keeps_document(structure(repair(_text(data)), "a"))


def numbers(data: bytes) -> None:
    """Any text as far as its figures."""
    keeps_figures(structure(repair(_text(data)), "a"))


def html(data: bytes) -> None:
    """A page."""
    _read("html", data)


def mhtml(data: bytes) -> None:
    """A web archive."""
    _read("mhtml", data)


def markdown(data: bytes) -> None:
    """Markdown."""
    _read("md", data)


def separated(data: bytes) -> None:
    """A table with separators, and what is made of it."""
    raw = _read("csv", data)
    if raw:
        keeps_figures(structure(repair(raw), "a"))


def docx(data: bytes) -> None:
    """The first byte chooses: the file as it is, the main part, or another part of a sound file."""
    choice, rest = (data[0] % 8, data[1:]) if data else (0, b"")
    if choice == 0:
        _read("docx", rest)
    elif choice < len(_PARTS):
        relation = containers.relations(("r1", Path(_PARTS[choice]).stem, Path(_PARTS[choice]).name))
        more = {_PARTS[choice]: rest, "word/_rels/document.xml.rels": relation}
        _read("docx", containers.docx(_BODY, more))
    else:
        inner = rest.decode("utf-8", "replace") if choice < 7 else ""
        _read("docx", containers.docx(containers.body(inner) if inner else rest))


def xlsx(data: bytes) -> None:
    """The first byte chooses: the file as it is, its sheet, its strings, its styles."""
    choice, rest = (data[0] % 5, data[1:]) if data else (0, b"")
    if choice == 0:
        _read("xlsx", rest)
    elif choice == 1:
        _read("xlsx", containers.xlsx(rest))
    elif choice == 2:
        _read("xlsx", containers.xlsx(containers.sheet_of(rest.decode("utf-8", "replace"))))
    else:
        part = "xl/sharedStrings.xml" if choice == 3 else "xl/styles.xml"
        _read(
            "xlsx",
            containers.xlsx(containers.sheet_of(containers.rows_of([["项目", "数"], ["甲", "1"]])), {part: rest}),
        )


def xls(data: bytes) -> None:
    """A workbook of Excel 97: its file, or the stream inside a sound file."""
    if data[:1] == b"S":
        _read("xls", biff.ole(data[1:]))
    else:
        _read("xls", data)


def pdf(data: bytes) -> None:
    """The first byte chooses: the file as it is, or the content of a page of a sound file."""
    if data[:1] == b"C":
        _read("pdf", pages.pdf([_PLAIN_PAGES, pages.page(), pages.stream(data[1:]), _FONT]))
    else:
        _read("pdf", data)


def configuration(data: bytes) -> None:
    """A configuration file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reporter.toml"
        path.write_bytes(data)
        try:
            config = load_config(path)
        except ConfigurationError as error:
            says(error)
        else:
            assert isinstance(config, Config)


def built(data: bytes) -> None:
    """What verify and diff read of a build: its manifest (after the letter M), else its data and a ledger."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data" / "repairs").mkdir(parents=True)
        manifest = data[1:] if data[:1] == b"M" else _MANIFEST
        for file, content in (("manifest.json", manifest), ("data/briefing.json", data), ("data/repairs/a.json", data)):
            (folder / file).write_bytes(content)
        _refused_or(lambda: verify(folder, folder, reread=_reread), VerifyError)
        _refused_or(lambda: read_edition(folder), VerifyError)
        _refused_or(lambda: read_repairs(folder, "a").ledger_edits(), msgspec.MsgspecError, UnicodeDecodeError)


def compared(data: bytes) -> None:
    """Data of a build with one value exchanged, which the first byte chooses, as the earlier and the later build."""
    changed = json.loads(seeds.DATA)
    places = list(_places(changed))
    parts, key = places[data[0] % len(places)] if data else places[0]
    text = data[1:].decode("utf-8", "replace")
    try:
        parts[key] = msgspec.json.decode(text)
    except msgspec.DecodeError:
        parts[key] = text
    _refused_or(lambda: _compared(msgspec.json.encode(changed)), VerifyError)


TARGETS: dict[str, Target] = {
    "decoding": decoding,
    "telling": telling,
    "repairing": repairing,
    "headings": headings,
    "numbers": numbers,
    "html": html,
    "mhtml": mhtml,
    "markdown": markdown,
    "separated": separated,
    "docx": docx,
    "xlsx": xlsx,
    "xls": xls,
    "pdf": pdf,
    "configuration": configuration,
    "built": built,
    "compared": compared,
}
"""Name → target."""


_BODY = containers.body(containers.paragraph("质量工作") + containers.paragraph("一、主要工作"))


_PLAIN_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_EARLIER = EarlierBuild("要报", None, None, 2, "0" * 64)
_MANIFEST = (
    b"""{"schema_version": %d, "versions": {}, "configuration": {}, "fonts": [], "inputs": [], "outputs": []}"""
    % SCHEMA_VERSION
)


def _places(part: Any) -> Iterator[tuple[Any, str | int]]:
    """Every value of JSON as the list or object that it is in and its key there."""
    if isinstance(part, (dict, list)):
        for key in part if isinstance(part, dict) else range(len(part)):
            yield part, key
            yield from _places(part[key])


def _compared(data: bytes) -> None:
    """Data as the earlier and as the later build; nothing has changed since itself."""
    edition = decoded(data, "any")
    for other in (decoded(seeds.DATA, "sound"), Edition(1, "空", ())):
        changes(other, edition, _EARLIER)
        changes(edition, other, _EARLIER)
    assert not changes(edition, edition, _EARLIER).documents


def _reread(path: Path, shown: str) -> RawText:
    """A source as verify reads it."""
    return read_bytes(path.read_bytes(), shown)


def _text(data: bytes) -> RawText:
    return CleanText.of(data.decode("utf-8", "replace")).raw


def _read(name: str, data: bytes) -> RawText | None:
    """The reader itself, not ``read_as``, which takes what a reader did not foresee for damage."""
    try:
        raw = READERS[name](data, f"a.{name}")
    except ReadError as error:
        says(error)
        return None
    keeps_raw(raw)
    return raw


def _refused_or(work: Callable[[], object], *refusals: type[Exception]) -> None:
    try:
        work()
    except refusals:
        return
