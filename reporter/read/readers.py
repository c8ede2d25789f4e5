"""One reader a format, and which one a file gets: by its content first, by its name second."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import Protocol, cast

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.read.formats import format_of
from reporter.read.inputs import FoundFile
from reporter.read.isolation import Limits, read_isolated
from reporter.read.office import as_docx, read_office
from reporter.read.plain import read_plain


class Reader(Protocol):
    """Bytes of one format → their text with what the markup says of it."""

    def __call__(self, data: bytes, shown: str) -> RawText:
        """Read the bytes.

        Raises:
            ReadError: they are no text, or hold none.
        """


# The readers' modules: a process that hands a file to another one, which reads it, needs none of them.
_LOADED: list[Callable[[], object]] = []


def _of(module: str, function: str) -> Reader:
    """A reader whose module is loaded when it first reads."""

    @cache
    def found() -> Reader:
        return cast("Reader", getattr(import_module(f"reporter.read.{module}"), function))

    def read(data: bytes, shown: str) -> RawText:
        return found()(data, shown)

    _LOADED.append(found)
    return read


READERS: dict[str, Reader] = {
    "txt": read_plain,
    "md": _of("markdown", "read_markdown"),
    "html": _of("html", "read_page"),
    "mhtml": _of("html", "read_web_archive"),
    "docx": _of("docx", "read_docx"),
    "pdf": _of("pdf", "read_pdf"),
    "xlsx": _of("sheets", "read_xlsx"),
    "xls": _of("sheets", "read_xls"),
    "csv": _of("sheets", "read_csv"),
    "tsv": _of("sheets", "read_csv"),
    "doc": read_office,
    "wps": read_office,
    "rtf": read_office,
    "odt": read_office,
}
"""Format → its reader. Formats are the names of ``RawText.format``."""

# What LibreOffice made of a document, and its reader: no format of files.
_CONVERTED = "office-docx"
_STEPS: dict[str, Reader] = {**READERS, _CONVERTED: _of("converted", "read_converted")}
_PLAIN = frozenset({"txt"})
_DEFAULTS = Limits()
_UNOPENED = frozenset({"read-skipped-link", "read-skipped-special"})


def load_readers() -> None:
    """Load the modules of all readers, for a process that may not once it reads."""
    for found in _LOADED:
        found()


def read_file(path: Path, shown: str, limits: Limits = _DEFAULTS) -> RawText:
    """The text of a file; what is not plain text is read in a process of its own, under the limits.

    Args:
        path: where it lies.
        shown: the path that findings and outputs show.
        limits: what it may cost.

    Raises:
        ReadError: it can't be opened, is of no known format, holds no text or costs too much.
    """
    data = content_of(path, limits)
    name, findings = format_of(data, shown)
    if name in _PLAIN:
        raw = read_as(name, data, shown, limits.characters)
    elif READERS[name] is read_office:
        converted = as_docx(data, name, limits)
        raw = converted.relabelled(read_isolated(_CONVERTED, converted.data, shown, limits), data)
    else:
        raw = read_isolated(name, data, shown, limits)
    return replace(raw, findings=(*findings, *raw.findings))


def read_bytes(data: bytes, shown: str) -> RawText:
    """The text of a file's bytes, read in this very process: for bytes that can be trusted, as a program's own.

    Args:
        data: the whole file.
        shown: its name, whose ending is one hint at the format.

    Raises:
        ReadError: the bytes are of no known format, or hold no text.
    """
    name, findings = format_of(data, shown)
    raw = read_as(name, data, shown, _DEFAULTS.characters)
    return replace(raw, findings=(*findings, *raw.findings))


def read_as(name: str, data: bytes, shown: str, characters: int) -> RawText:
    """The text of bytes whose format is known, of at most so many characters.

    Raises:
        ReadError: the reader's, and for every other error of a reader ``read-failed`` with its kind.
    """
    try:
        raw = _STEPS[name](data, shown)
    except ReadError:
        raise
    except MemoryError as error:
        raise _NO_MEMORY.error() from error
    except Exception as error:  # the one place: what no reader foresaw, a bug too, costs one document only
        kind = type(error).__name__
        raise _UNFORESEEN.error(format=name.removeprefix("office-"), kind=kind) from error
    if len(raw.ledger.source) > characters:
        raise _TOO_LONG.error(limit=characters)
    return raw


def needs_office(data: bytes, shown: str) -> bool:
    """Whether bytes of that name are of a format that LibreOffice opens."""
    try:
        return READERS[format_of(data, shown)[0]] is read_office
    except ReadError:
        return False


def content_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file within the limit.

    Raises:
        ReadError: it can't be opened, is none or is larger.
    """
    longest = limits.file_mb << 20
    try:
        with _opened(path) as file:
            data = file.read(longest + 1) if os.fstat(file.fileno()).st_size <= longest else None
    except OSError as error:
        raise _CLOSED.error(reason=error.strerror) from error
    if data is None or len(data) > longest:
        raise _TOO_LARGE.error(limit=limits.file_mb)
    return data


def _opened(path: Path) -> BufferedReader:
    """A regular file, open for reading; a pipe that took its place is not waited for.

    Raises:
        OSError: it can't be opened, or is no regular file.
    """
    file = open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")  # noqa: PTH123, SIM115 - a descriptor
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise OSError(errno.EINVAL, "it is a pipe, socket or device", str(path))


_NO_MEMORY = Saying("read-memory.machine", "warning", "takes more memory to read than there is", "split it")
_UNFORESEEN = Saying(
    "read-failed.reader",
    "warning",
    "can't be read as {format}: its reader failed ({kind})",
    "the file may be damaged: open it in its own program and save it anew",
)
_CLOSED = Saying(
    "read-failed.closed",
    "warning",
    "can't be opened: {reason}",
    "check that it exists and may be read",
)
_TOO_LONG = Saying(
    "read-too-large.text",
    "warning",
    "gives more than {limit} characters of text",
    "split it, or raise the limit under [limits]",
)
_TOO_LARGE = Saying(
    "read-too-large.file",
    "warning",
    "is larger than {limit} MB",
    "split it, or raise the limit under [limits]",
)


TOO_LARGE = _TOO_LARGE.key
"""The key of what is said of a file that is above the limit: it is not even hashed."""


def file_digest(path: Path, file_mb: int | None = None) -> str | None:
    """The SHA-256 of a file in hexadecimal; None where it can't be read, and for one of more megabytes than that, which
    is not read either: a file of holes alone may claim any size."""
    try:
        with _opened(path) as file:
            if file_mb is not None and os.fstat(file.fileno()).st_size > file_mb << 20:
                return None
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def found_digest(file: FoundFile, file_mb: int | None = None) -> str | None:
    """The SHA-256 of a file that was met; None where it can't be read or is larger than that, and for what is not even
    opened: links that lead out of the folder, pipes and devices."""
    if file.skip and file.skip.code in _UNOPENED:
        return None
    return file_digest(file.path, file_mb)
