"""Workbooks in BIFF8, written record by record, as no library at hand writes them; and the OLE file around them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

Value = str | float | bool | None
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass(frozen=True)
class Sheet:
    """A sheet to write: rows of values, or (value, index of its format), merges as (top, bottom, left, right)."""

    name: str
    rows: Sequence[Sequence[Value | tuple[Value, int]]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Sequence[int] = ()
    is_hidden: bool = False


def workbook(sheets: Sequence[Sheet], formats: Sequence[str] = ()) -> bytes:
    """The workbook stream; cell format 0 is General, n the n-th of the codes."""
    bodies = [_sheet(sheet) for sheet in sheets]
    start = len(_globals(sheets, formats, [0] * len(sheets)))
    offsets = [start + sum(map(len, bodies[:index])) for index in range(len(bodies))]
    return _globals(sheets, formats, offsets) + b"".join(bodies)


def ole(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file (MS-CFB) with one stream; it is padded so that it needs no short sectors."""
    data = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(data) // 512
    chain = [_FAT, _END, *range(3, sectors + 2), _END]
    assert len(chain) <= 128
    fat = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = (
        _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(data)) + 2 * _entry("", 0, _FREE, 0, 0)
    )
    return header + fat + directory + data


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    return struct.pack("<64sHBBIII36xIII", text, length, kind, 1, _FREE, _FREE, child, start, size, 0)


def _record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def _text(text: str, size: str) -> bytes:
    return struct.pack(f"<{size}B", len(text), 1) + text.encode("utf-16-le")


def _globals(sheets: Sequence[Sheet], formats: Sequence[str], offsets: Sequence[int]) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 0)) + _record(0x0042, struct.pack("<H", 1200))
    out += _record(0x0022, struct.pack("<H", 0))
    out += 5 * _record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 8, 400, 0, 0, 0, 134, 0) + _text("Song", "B"))
    for index, code in enumerate(formats):
        out += _record(0x041E, struct.pack("<H", 164 + index) + _text(code, "H"))
    for key in (0, *range(164, 164 + len(formats))):
        out += _record(0x00E0, struct.pack("<HHHBBBBIIH", 0, key, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))
    for sheet, offset in zip(sheets, offsets, strict=True):
        out += _record(0x0085, struct.pack("<IBB", offset, sheet.is_hidden, 0) + _text(sheet.name, "B"))
    return out + _record(0x000A)


def _sheet(sheet: Sheet) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 0))
    width = max(len(row) for row in sheet.rows)
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, width, 0))
    for row in sheet.hidden_rows:
        out += _record(0x0208, struct.pack("<HHHHHHI", row, 0, width, 255, 0, 0, 0x20 | 0x100))
    for number, row in enumerate(sheet.rows):
        for column, given in enumerate(row):
            value, style = given if isinstance(given, tuple) else (given, 0)
            out += _cell(struct.pack("<HHH", number, column, style), value)
    if sheet.merges:
        stretches = b"".join(struct.pack("<HHHH", *merge) for merge in sheet.merges)
        out += _record(0x00E5, struct.pack("<H", len(sheet.merges)) + stretches)
    return out + _record(0x000A)


def _cell(place: bytes, value: Value) -> bytes:
    if value is None:
        return b""
    if isinstance(value, bool):
        return _record(0x0205, place + struct.pack("<BB", value, 0))
    if isinstance(value, str) and value.startswith("#"):
        return _record(0x0205, place + struct.pack("<BB", {"#DIV/0!": 7, "#N/A": 42}[value], 1))
    if isinstance(value, str):
        return _record(0x0204, place + _text(value, "H"))
    return _record(0x0203, place + struct.pack("<d", value))
