"""What two container formats hold, read with bounds: the names in an OLE compound file and in a ZIP archive.

Nothing here trusts a count, an offset or a chain of the file: chains are cut at loops and lengths at bounds.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# [MS-CFB] 2.1: sector numbers from here on mean something else than a sector.
_LAST_SECTOR = 0xFFFFFFFA
_HEADER_DIFAT = 109
_ENTRY = 128
_MOST_ENTRIES = 20_000
# [MS-CFB] 2.6: streams below the header's cutoff lie in the mini stream.
_STREAM = 2
# Enough for any document: the central directory of a workbook with ten thousand parts takes one megabyte.
_LARGEST_DIRECTORY = 4 << 20
_END_OF_DIRECTORY = b"PK\x05\x06"
_LARGEST_MEMBER = 1 << 20


class DamagedContainerError(Exception):
    """A container that is cut short or contradicts itself."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream or storage of a compound file: where its first bytes lie in the file (None if in the mini stream)."""

    offset: int | None
    size: int


def ole_streams(data: bytes) -> dict[str, Stream]:
    """Name → stream of all entries in the directory of a compound file ([MS-CFB] 2.2 to 2.6).

    Raises:
        DamagedContainerError: header, allocation table or directory are cut off or senseless.
    """
    if len(data) < 512:
        raise DamagedContainerError("its header is cut off")
    shift, cutoff = _u16(data, 30), _u32(data, 56)
    if shift not in (9, 12):
        raise DamagedContainerError("its header is senseless")
    size = 1 << shift
    table = _allocation_table(data, size)
    directory = b"".join(_sector(data, size, number) for number in _chain(_u32(data, 48), table))
    found = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        length = _u16(entry, 64)
        if 2 <= length <= 64 and entry[66]:
            name = entry[: length - 2].decode("utf-16-le", "replace")
            start, extent = _u32(entry, 116), _u32(entry, 120)
            in_file = entry[66] == _STREAM and extent >= cutoff
            found[name] = Stream((start + 1) * size if in_file else None, extent)
    if "Root Entry" not in found and not any(name.startswith("R") for name in found):
        raise DamagedContainerError("its directory is lost")
    return found


def _allocation_table(data: bytes, size: int) -> list[int]:
    """The sector that follows each sector (FAT); sectors of the table that lie beyond the end are left out."""
    numbers = [*struct.unpack_from(f"<{_HEADER_DIFAT}I", data, 76)]
    following = _u32(data, 68)
    seen: set[int] = set()
    while following < _LAST_SECTOR and following not in seen:
        seen.add(following)
        sector = _sector(data, size, following)
        *more, following = struct.unpack(f"<{size // 4}I", sector)
        numbers += more
    table: list[int] = []
    for number in numbers:
        if number < _LAST_SECTOR and (number + 2) * size <= len(data) + size:
            table += struct.unpack(f"<{size // 4}I", _sector(data, size, number))
    return table


def _chain(first: int, table: list[int]) -> list[int]:
    """The sectors of the directory in order.

    Raises:
        DamagedContainerError: the chain leaves the table or turns in a circle.
    """
    chain: list[int] = []
    seen: set[int] = set()
    while first < _LAST_SECTOR:
        if first in seen or first >= len(table) or len(chain) * 4 > _MOST_ENTRIES:
            raise DamagedContainerError("its directory is cut off or turns in a circle")
        seen.add(first)
        chain.append(first)
        first = table[first]
    return chain


def _sector(data: bytes, size: int, number: int) -> bytes:
    """A sector; the last one may be short in files of careless programs and is filled up.

    Raises:
        DamagedContainerError: it lies beyond the end.
    """
    piece = data[(number + 1) * size : (number + 2) * size]
    if not piece:
        raise DamagedContainerError("it is cut short")
    return piece.ljust(size, b"\0")


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


# -- ZIP


def refuse_other_methods(info: zipfile.ZipInfo) -> None:
    """Raise for a member that is packed by a method that packages of office programs do not know (ECMA-376 part 2 lets
    them store and deflate): the unpackers of the others have errors and appetites of their own.

    Raises:
        NotImplementedError: it is neither stored nor deflated.
    """
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(f"compression method {info.compress_type}")


class Archive:
    """The members of a ZIP archive by its central directory (APPNOTE 4.3.12).

    Raises:
        DamagedContainerError: there is no central directory, or a senseless one.
    """

    def __init__(self, data: bytes) -> None:
        tail = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - (1 << 16) - 22))
        if tail < 0:
            raise DamagedContainerError("its end is missing")
        if int.from_bytes(data[tail + 12 : tail + 16], "little") > _LARGEST_DIRECTORY:
            raise DamagedContainerError("its directory is senseless")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError, OverflowError) as error:
            raise DamagedContainerError("its directory is senseless") from error
        self.names = frozenset(self._zip.namelist())

    def member(self, name: str) -> bytes:
        """The first megabyte of a member; nothing where it is missing or damaged."""
        if name not in self.names:
            return b""
        try:
            info = self._zip.getinfo(name)
            refuse_other_methods(info)
            with self._zip.open(info) as file:
                return file.read(_LARGEST_MEMBER)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError, OverflowError):
            return b""
