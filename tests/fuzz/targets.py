"""Fuzz targets: ``target(data)`` takes any bytes through one door of the program and asserts what must hold of whatever
comes out (``laws``).

An error that the program raises on purpose is an answer; every other exception, a broken law and a hang are failures.
Targets are called by Hypothesis in the tests (``test_targets``), by Atheris under ``make fuzz`` (``run``), and with
every kept input of ``corpus/``.
"""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from reporter.changes import Edition, changes, decoded, read_edition
from reporter.config import Config, configured, in_force, loaded
from reporter.config.showing import shown_configuration
from reporter.errors import ConfigurationError, ReadError, VerifyError
from reporter.model import CleanText, RawText
from reporter.model.changes import EarlierBuild
from reporter.pipeline.documents import document_of
from reporter.publish import verify
from reporter.publish.content import read_repairs
from reporter.publish.manifest import SCHEMA_VERSION
from reporter.read import READERS, read_bytes
from reporter.read.encoding import decode
from reporter.read.formats import format_of
from reporter.read.isolation.wire import AnswerError, Refusal, answer_of, error_of, raw_of
from reporter.render.contract import repairs_dict
from reporter.repair import repair
from reporter.structure import structure
from tests.fuzz import packages, seeds
from tests.fuzz.laws import (
    document_data,
    has_structure,
    is_proved,
    keeps_clean,
    keeps_document,
    keeps_figures,
    keeps_raw,
    proved,
    says,
)
from tests.hostile import containers
from tests.read.sheets import biff

Target = Callable[[bytes], None]
NAMES = ("a.txt", "a.html", "a.docx", "a.pdf", "a.xls", "a.csv", "a.md", "a.doc", "a")
# One input in so many goes the whole road behind its reader, one in so many is read twice: the rest is tried faster.
_PROVED, _READ_TWICE = 8, 16
_LONGEST = 10**6


# -- texts


def decoding(data: bytes) -> None:
    """Bytes of any encoding, the first one naming a declared encoding."""
    labels = (None, "utf-8", "gb2312", "big5", "utf-16", "nonsense")
    try:
        found = decode(data[1:], labels[data[0] % len(labels)] if data else None)
    except ReadError as error:
        says(error)
        return
    found.text.encode()
    assert found.encoding
    if not found.findings and "+" not in found.encoding:
        assert found.text == data[1:].decode(found.encoding)


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


def proving(data: bytes) -> None:
    """Any text the whole road to its data, which are proved."""
    is_proved(_text(data))


# -- formats


def html(data: bytes) -> None:
    """A page."""
    _read("html", data)


def mhtml(data: bytes) -> None:
    """The first byte chooses: a web archive as it is, or the recipe of one that packs its page for its way."""
    choice, rest = (data[0], data[1:]) if data else (0, b"")
    if choice % 4 == 0:
        _read("mhtml", rest)
    else:
        charset = ("utf-8", "gb18030")[choice // 4 % 2]
        _read("mhtml", packages.archive_of(rest.decode("utf-8", "replace"), choice % 4 - 1, charset))


def markdown(data: bytes) -> None:
    """Markdown."""
    _read("md", data)


def separated(data: bytes) -> None:
    """A table with separators, and what is made of it."""
    raw = _read("csv", data)
    if raw:
        keeps_figures(structure(repair(raw), "a"))


def docx(data: bytes) -> None:
    """The first byte chooses: the file as it is, its main part, a recipe (``packages``), or one packed anew."""
    _read("docx", _package(data, containers.docx, packages.docx_of))


def xlsx(data: bytes) -> None:
    """The first byte chooses: the file as it is, its sheet, a recipe (``packages``), or one packed anew."""
    _read("xlsx", _package(data, containers.xlsx, packages.xlsx_of))


def xls(data: bytes) -> None:
    """A workbook of Excel 97: its file, or the stream inside a sound file."""
    if data[:1] == b"S":
        _read("xls", biff.ole(data[1:]))
    else:
        _read("xls", data)


def pdf(data: bytes) -> None:
    """The first byte chooses: the file as it is, or the recipe of a sound file."""
    if data[:1] == b"C":
        _read("pdf", packages.pdf_of(data[1:].decode("latin-1")))
    else:
        _read("pdf", data)


def answered(data: bytes) -> None:
    """What a reading process answers, which may be in the hands of what it read."""
    try:
        answer = answer_of(data)
        if isinstance(answer, Refusal):
            says(error_of(answer))
        else:
            ledger = raw_of(answer, "a.pdf", "0" * 64, _LONGEST).ledger
            assert ledger.inverse() == ledger.source
            assert ledger.replay(0, len(ledger.source)) == ledger.text
    except AnswerError:
        return


# -- settings and builds


def configuration(data: bytes) -> None:
    """A configuration file; what is in force is shown as a file that says the same, and recorded as values that do."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reporter.toml"
        path.write_bytes(data)
        try:
            given = loaded(path)
        except ConfigurationError as error:
            says(error)
            return
        assert isinstance(given.config, Config)
        recorded = msgspec.json.decode(msgspec.json.encode(in_force(given.config)))
        assert in_force(configured(recorded)) == in_force(given.config)
        if given.config.curation.file is None and given.config.themes.file is None:
            path.write_text(shown_configuration(given), "utf-8")
            assert loaded(path).config == given.config


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
    _exchanged(changed, data[:1], data[1:])
    _refused_or(lambda: _compared(msgspec.json.encode(changed)), VerifyError)


def forged(data: bytes) -> None:
    """A document's data and repairs with one value exchanged, which the first two bytes choose: another sentence and
    other repairs are found out."""
    raw, document, repairs = _sound()
    entry, ledger = json.loads(document), json.loads(repairs)
    key = _exchanged([entry, ledger], data[:2], data[2:])
    try:
        report = proved(entry, ledger, raw)
    except (msgspec.ValidationError, ValueError, OSError):  # no document's data, or an id that no file can be named by
        return
    said = [sentence["text"] for sentence in entry["sentences"]]
    if said != [sentence["text"] for sentence in json.loads(document)["sentences"]]:
        assert not report.ok
    if key != "schema_version" and ledger != json.loads(repairs):
        assert not report.ok


TARGETS: dict[str, Target] = {
    "decoding": decoding,
    "telling": telling,
    "repairing": repairing,
    "headings": headings,
    "numbers": numbers,
    "proving": proving,
    "html": html,
    "mhtml": mhtml,
    "markdown": markdown,
    "separated": separated,
    "docx": docx,
    "xlsx": xlsx,
    "xls": xls,
    "pdf": pdf,
    "answered": answered,
    "configuration": configuration,
    "built": built,
    "compared": compared,
    "forged": forged,
}
"""Name → target."""


_EARLIER = EarlierBuild("要报", None, None, 2, "0" * 64)
_MANIFEST = (
    b"""{"schema_version": %d, "versions": {}, "configuration": {}, "fonts": [], "inputs": [], "outputs": []}"""
    % SCHEMA_VERSION
)


def _package(data: bytes, around: Callable[[bytes], bytes], made: Callable[[str], bytes]) -> bytes:
    choice, rest = (data[0] % 8, data[1:]) if data else (0, b"")
    if choice == 0:
        return rest
    if choice == 1:
        return around(rest)
    if choice < 7:
        return made(rest.decode("utf-8", "replace"))
    patch = {rest[1] << 2 | rest[2] >> 6: rest[3]} if len(rest) > 3 else {}
    return packages.repacked(made(rest[4:].decode("utf-8", "replace")), rest[0] if rest else 0, patch)


def _places(part: Any) -> Iterator[tuple[Any, str | int]]:
    """Every value of JSON as the list or object that it is in and its key there."""
    if isinstance(part, (dict, list)):
        for key in part if isinstance(part, dict) else range(len(part)):
            yield part, key
            yield from _places(part[key])


def _exchanged(data: Any, choice: bytes, value: bytes) -> str | int:
    """Exchange one value of JSON for another, or for a text where the value is no JSON; its key."""
    places = list(_places(data))
    parts, key = places[int.from_bytes(choice, "big") % len(places)]
    text = value.decode("utf-8", "replace")
    try:
        parts[key] = msgspec.json.decode(text)
    except msgspec.DecodeError:
        parts[key] = text
    return key


def _compared(data: bytes) -> None:
    """Data as the earlier and as the later build; nothing has changed since itself."""
    edition = decoded(data, "any")
    for other in (decoded(seeds.DATA, "sound"), Edition(1, "空", ())):
        changes(other, edition, _EARLIER)
        changes(edition, other, _EARLIER)
    assert not changes(edition, edition, _EARLIER).documents


@cache
def _sound() -> tuple[RawText, str, str]:
    """A text with its data and its repairs, which are proved."""
    from reporter.config import SummarySection
    from reporter.pipeline.documents import analyse

    raw = _text(seeds.DAMAGED)
    analysis = analyse(document_of(raw), SummarySection())
    document, repairs = document_data(analysis), repairs_dict(analysis.document)
    assert proved(document, repairs, raw).ok
    assert repairs["edits"]
    return raw, json.dumps(document), json.dumps(repairs)


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
    lot = zlib.crc32(data)
    if lot % _PROVED == 0:
        is_proved(raw)
    else:
        has_structure(raw)
    if lot % _READ_TWICE == 1:
        assert READERS[name](data, f"a.{name}") == raw
    return raw


def _refused_or(work: Callable[[], object], *refusals: type[Exception]) -> None:
    try:
        work()
    except refusals:
        return
