"""The parts of an XLSX package but its sheets' rows: which sheets there are, shared strings, formats
(ECMA-376 part 1, 12.3 and 18)."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from xml.etree import ElementTree as ET

from reporter.errors import ReadError
from reporter.model import Saying
from reporter.read.containers import refuse_other_methods
from reporter.read.sheets.formats import format_code

# All that is unpacked of a package is at most so many bytes, its shared strings so many characters: a small file may
# unpack to any size.
_MOST_BYTES = 1 << 30
_MOST_CHARACTERS = 1 << 28
_CHUNK = 1 << 16
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# LookupError: an encoding that nobody knows; OverflowError: a place beyond all files.
_DAMAGE = (
    ET.ParseError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError,
)  # fmt: skip
_UNPACKED = Saying(
    "read-too-large.workbook",
    "warning",
    "unpacks to more than 1 GB",
    "save it again without empty formatted rows and columns",
)
_TOO_LONG = Saying("read-too-large.workbook-text", "warning", "holds more text than can be read", "split the file")
_DOCTYPE = Saying(
    "read-damaged.workbook-doctype",
    "warning",
    "is no workbook: a part declares a document type",
    "open it in Excel, WPS or LibreOffice and save it again as .xlsx",
)
_NO_PACKAGE = Saying(
    "read-damaged.workbook",
    "warning",
    "is a damaged workbook: {reason}",
    "open it in Excel, WPS or LibreOffice and save it again as .xlsx",
)
_MISSING = Saying(
    "read-damaged.workbook-missing",
    "warning",
    "is a damaged workbook: {part} is missing",
    "open it in Excel, WPS or LibreOffice and save it again as .xlsx",
)
_DAMAGED = Saying(
    "read-damaged.workbook-part",
    "warning",
    "is a damaged workbook: {part}: {reason}",
    "open it in Excel, WPS or LibreOffice and save it again as .xlsx",
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet of the package: its name, its part, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets share: the sheets in order, strings, the format code of each cell style, and the epoch."""

    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...]
    formats: tuple[str, ...]
    epoch_1904: bool


# A document type may declare entities, which no workbook does; expat reads these encodings.
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


class _Budget:
    """How many bytes of a package may still be unpacked."""

    def __init__(self) -> None:
        self._left = _MOST_BYTES

    def spend(self, count: int) -> None:
        """Take so many bytes off.

        Raises:
            ReadError: that many are not left.
        """
        self._left -= count
        if self._left < 0:
            raise _UNPACKED.error()


class _Bounded:
    """A part's stream that stops with an error where the package grows beyond all measure or declares entities."""

    def __init__(self, stream: IO[bytes], budget: _Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._end = b""

    def read(self, size: int = _CHUNK) -> bytes:
        """The next bytes."""
        data = self._stream.read(size if size > 0 else _CHUNK)
        self._budget.spend(len(data))
        seen = self._end + data
        if any(doctype in seen for doctype in _DOCTYPES):
            raise _DOCTYPE.error()
        self._end = seen[-32:]
        return data


class Package:
    """The parts of a package by name, whatever the case and slashes that a program wrote them with.

    Raises:
        ReadError: it is no package.
    """

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise _NO_PACKAGE.error(reason=error) from error
        self._budget = _Budget()
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in self._zip.namelist()}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def elements(self, part: str) -> Iterator[ET.Element]:
        """The elements of a part as each ends.

        Raises:
            ReadError: the part is missing, damaged or encrypted.
        """
        try:
            info = self._zip.getinfo(self._names[part.lower()])
            refuse_other_methods(info)
            with self._zip.open(info) as stream:
                for _, element in ET.iterparse(_Bounded(stream, self._budget)):  # noqa: S314 - without a DTD
                    yield element
        except KeyError as error:
            raise _MISSING.error(part=part) from error
        except _DAMAGE as error:
            raise _DAMAGED.error(part=part, reason=error) from error


def local(element: ET.Element) -> str:
    """The element's name without its namespace: the strict and the transitional one differ in nothing else."""
    return element.tag.rpartition("}")[2]


def is_true(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return value in ("1", "true", "on")


def workbook_of(package: Package) -> Workbook:
    """What the package's workbook part and the parts that it names say.

    Raises:
        ReadError: there is no workbook, or it is damaged.
    """
    main = _main_part(package)
    targets = _relations(package, main)
    sheets: list[SheetPart] = []
    epoch_1904 = False
    for element in package.elements(main):
        if local(element) == "workbookPr":
            epoch_1904 = is_true(element.get("date1904"))
        elif local(element) == "sheet":
            number = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            kind, part = targets.get(number, ("", ""))
            if kind == "worksheet":
                hidden = element.get("state", "visible") != "visible"
                sheets.append(SheetPart(element.get("name", ""), part, hidden))
    strings, styles = _part_of_kind(targets, "sharedStrings"), _part_of_kind(targets, "styles")
    return Workbook(tuple(sheets), _strings(package, strings), _formats(package, styles), epoch_1904)


def _part_of_kind(targets: dict[str, tuple[str, str]], kind: str) -> str:
    """The first part of a kind; "" where there is none."""
    return next((part for known, part in targets.values() if known == kind), "")


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package:
        part = _part_of_kind(_relations(package, ""), "officeDocument")
        if part in package:
            return part
    return "xl/workbook.xml"


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Relation id → (kind, part) of the parts that a part names; none where it names none."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package:
        return {}
    found = {}
    for element in package.elements(path):
        if local(element) == "Relationship" and element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
            found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
    return found


def _strings(package: Package, part: str) -> tuple[str, ...]:
    """The shared strings, phonetic readings left out."""
    if part not in package:
        return ()
    strings: list[str] = []
    characters = 0
    for element in package.elements(part):
        if local(element) == "si":
            strings.append(rich_text(element))
            characters += len(strings[-1])
            element.clear()
            if characters > _MOST_CHARACTERS:
                raise _TOO_LONG.error()
    return tuple(strings)


def rich_text(element: ET.Element) -> str:
    """The text of a string item: its t elements, alone or in runs, but not the readings above them."""
    pieces = []
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [run.text or "" for run in child if local(run) == "t"]
    text = "".join(pieces)
    return _unescaped(text) if "_x" in text else text


def _unescaped(text: str) -> str:
    """The text with its characters that are written as units of UTF-16 (_x000D_, ST_Xstring, 22.9.2.19); half a pair
    is no character."""
    units = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _formats(package: Package, part: str) -> tuple[str, ...]:
    """The format code of each cell style, by its index; none where the part is missing or damaged: cells then show
    plain values."""
    own: dict[int, str] = {}
    codes: list[str] = []
    if part not in package:
        return ()
    try:
        for element in package.elements(part):
            name = local(element)
            if name == "numFmt":
                own[_number(element.get("numFmtId"))] = element.get("formatCode", "")
            elif name == "cellXfs":
                codes = [format_code(_number(style.get("numFmtId")), own) for style in element if local(style) == "xf"]
    except ReadError:
        return tuple(codes)
    return tuple(codes)


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() else 0
