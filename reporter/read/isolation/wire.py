"""What parent and child say to each other: plain values in MessagePack, checked by type and by sense.

Never pickle: the child reads what strangers wrote and may be theirs. Of an answer the parent believes that it is a
reading of that file, and nothing else: types, offsets, order, codes and keys are checked, control characters of
messages (which go to a terminal) are taken out, path and digest are the parent's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from reporter.errors import ReadError, Unread
from reporter.model import Edit, Finding, Ledger, LedgerError, Locator, Mark, Place, RawTable, RawText

Box = tuple[float, float, float, float]
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_CODE = re.compile(r"read-[a-z]+(-[a-z]+)*")
_KEY = re.compile(r"(?:read-[a-z]+(?:-[a-z]+)*(?:\.[a-z0-9-]+)?)?")
_GAP = re.compile(r"[a-z_]{1,30}")
_MOST_VALUES = 12
_NAME = re.compile(r"[a-z0-9][a-z0-9+_-]{0,40}")
_METADATA = frozenset({"title", "author", "source", "date", "url"})
_LONGEST_MESSAGE = 600


class AnswerError(Exception):
    """An answer that is none: malformed, or at odds with itself."""


class Request(msgspec.Struct, frozen=True, array_like=True):
    """A file to read: its format, the path that it is shown by, its bytes and what it may cost."""

    format: str
    shown: str
    data: bytes
    seconds: int
    characters: int


class Reading(msgspec.Struct, frozen=True, array_like=True, tag="read"):
    """A RawText. An edit is (characters since the edit before, its length, replacement, index of its rule), a place
    (characters since the place before, its length, page, box, paragraph, sheet, cell)."""

    format: str
    encoding: str
    source: str
    rules: tuple[str, ...]
    edits: tuple[tuple[int, int, str, int], ...]
    marks: tuple[Mark, ...]
    tables: tuple[RawTable, ...]
    metadata: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    places: tuple[tuple[int, int, int | None, Box | None, int | None, str | None, str | None], ...]
    peak_mb: int


class Refusal(msgspec.Struct, frozen=True, array_like=True, tag="refused"):
    """A ReadError."""

    message: str
    hint: str
    code: str
    status: Unread
    key: str
    values: tuple[tuple[str, str], ...]
    peak_mb: int


Answer = Reading | Refusal

_REQUEST = msgspec.msgpack.Decoder(Request)
_ANSWER: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
_ENCODER = msgspec.msgpack.Encoder()


def encoded(message: Request | Answer) -> bytes:
    """The message as bytes."""
    return _ENCODER.encode(message)


def request_of(payload: bytes) -> Request:
    """The request that the bytes are."""
    return _REQUEST.decode(payload)


# -- the child's side


def reading_of(raw: RawText, peak_mb: int) -> Reading:
    """A RawText as a message; lone surrogates, which are no text, become U+FFFD."""
    rules = tuple(dict.fromkeys(edit.rule for edit in raw.ledger.edits))
    return Reading(
        format=raw.format,
        encoding=raw.encoding,
        source=_valid(raw.ledger.source),
        rules=rules,
        edits=tuple(_edits_out(raw.ledger.edits, rules)),
        marks=raw.marks,
        tables=raw.tables,
        metadata=tuple((key, _valid(value)) for key, value in raw.metadata),
        findings=tuple(_finding_out(finding) for finding in raw.findings),
        places=tuple(_places_out(raw.places)),
        peak_mb=peak_mb,
    )


def refusal_of(error: ReadError, peak_mb: int) -> Refusal:
    """A ReadError as a message."""
    values = _valid_pairs(error.values)
    return Refusal(_valid(error.message), _valid(error.hint), error.code, error.status, error.key, values, peak_mb)


def _finding_out(finding: Finding) -> Finding:
    values = _valid_pairs(finding.values)
    return replace(finding, message=_valid(finding.message), hint=_valid(finding.hint), values=values)


def _valid_pairs(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _valid(value)) for name, value in values)


def _edits_out(edits: Iterable[Edit], rules: Sequence[str]) -> Iterable[tuple[int, int, str, int]]:
    number = {rule: index for index, rule in enumerate(rules)}
    at = 0
    for edit in edits:
        yield edit.start - at, edit.end - edit.start, _valid(edit.replacement), number[edit.rule]
        at = edit.end


def _places_out(
    places: Iterable[Place],
) -> Iterable[tuple[int, int, int | None, Box | None, int | None, str | None, str | None]]:
    at = 0
    for place in places:
        where = place.locator
        sheet = _valid(where.sheet) if where.sheet is not None else None
        yield place.start - at, place.end - place.start, where.page, where.box, where.paragraph, sheet, where.cell
        at = place.end


def _valid(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


# -- the parent's side


def answer_of(payload: bytes) -> Answer:
    """The answer that the bytes are.

    Raises:
        AnswerError: they are none.
    """
    try:
        return _ANSWER.decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise AnswerError(str(error)) from error


def error_of(refusal: Refusal) -> ReadError:
    """The ReadError that a message is.

    Raises:
        AnswerError: its code is none of the reading room's, or nothing of its message can be shown.
    """
    _expect(_CODE.fullmatch(refusal.code) is not None, "a code")
    message = _line(refusal.message)
    _expect(message != "", "a message")
    return ReadError(
        message,
        _line(refusal.hint),
        code=refusal.code,
        status=refusal.status,
        key=_key(refusal.key),
        values=_values(refusal.values),
    )


def raw_of(reading: Reading, shown: str, sha256: str, characters: int) -> RawText:
    """The RawText that a message is.

    Raises:
        AnswerError: a part of it lies outside the source, is out of order or of no known kind.
    """
    length = len(reading.source)
    _expect(length <= characters, "a text within the limit")
    _expect(_NAME.fullmatch(reading.format) is not None, "a format")
    _expect(_NAME.fullmatch(reading.encoding) is not None, "an encoding")
    for mark in reading.marks:
        _expect(0 <= mark.start <= mark.end <= length and 0 <= mark.level <= 9, "a mark in the source")
    for table in reading.tables:
        _check_table(table, length)
    _expect(all(key in _METADATA for key, _ in reading.metadata), "known metadata")
    ledger = _ledger(reading)
    return RawText(
        shown,
        sha256,
        reading.format,
        reading.encoding,
        ledger,
        reading.marks,
        reading.tables,
        reading.metadata,
        tuple(_finding(finding, len(ledger.text)) for finding in reading.findings),
        tuple(_places_in(reading, length)),
    )


def _ledger(reading: Reading) -> Ledger:
    edits, at = [], 0
    for gap, length, replacement, rule in reading.edits:
        _expect(gap >= 0 and length > 0 and 0 <= rule < len(reading.rules), "an edit in order")
        start, end = at + gap, at + gap + length
        _expect(end <= len(reading.source), "an edit in the source")
        edits.append(Edit(start, end, reading.source[start:end], replacement, reading.rules[rule]))
        at = end
    try:
        return Ledger(reading.source, edits)
    except LedgerError as error:
        raise AnswerError(error.message) from error


def _check_table(table: RawTable, length: int) -> None:
    _expect(0 <= table.start <= table.end <= length, "a table in the source")
    _expect(0 <= table.header_rows <= len(table.rows), "header rows of the table")
    _expect(len({len(row) for row in table.rows}) <= 1, "rows of one length")
    cells = [cell for row in table.rows for cell in row] + ([table.caption] if table.caption else [])
    _expect(all(0 <= start <= end <= length for start, end in cells), "cells in the source")


def _finding(finding: Finding, length: int) -> Finding:
    _expect(_CODE.fullmatch(finding.code) is not None, "a code")
    _expect(finding.span is None or finding.span.end <= length, "a finding in the text")
    return replace(
        finding,
        message=_line(finding.message),
        hint=_line(finding.hint),
        document=None,
        key=_key(finding.key),
        values=_values(finding.values),
    )


def _key(key: str) -> str:
    _expect(_KEY.fullmatch(key) is not None, "a key")
    return key


def _values(values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    _expect(len(values) <= _MOST_VALUES and all(_GAP.fullmatch(name) for name, _ in values), "values")
    return tuple((name, _line(value)) for name, value in values)


def _places_in(reading: Reading, length: int) -> Iterable[Place]:
    at = 0
    for gap, size, page, box, paragraph, sheet, cell in reading.places:
        _expect(gap >= 0 and size >= 0 and at + gap + size <= length, "a place in order")
        _expect(box is None or all(math.isfinite(side) for side in box), "a box of numbers")
        yield Place(at + gap, at + gap + size, Locator(page, box, paragraph, sheet, cell))
        at += gap + size


def _line(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()[:_LONGEST_MESSAGE]


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise AnswerError(f"not {what}")
