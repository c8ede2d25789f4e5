"""One reader a format, and which one a file gets: by its content first, by its name second."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import Protocol

from reporter.errors import ReadError
from reporter.model import RawText, Saying
from reporter.read.converted import read_converted
from reporter.read.docx import read_docx
from reporter.read.formats import format_of
from reporter.read.html import read_page, read_web_archive
from reporter.read.inputs import FoundFile
from reporter.read.isolation import Limits, read_isolated
from reporter.read.markdown import read_markdown
from reporter.read.office import as_docx, read_office
from reporter.read.pdf import read_pdf
from reporter.read.plain import read_plain
from reporter.read.sheets import read_csv, read_xls, read_xlsx


class Reader(Protocol):
    """Bytes of one format → their text with what the markup says of it."""

    def __call__(self, data: bytes, shown: str) -> RawText:
        """Read the bytes.

        Raises:
            ReadError: they are no text, or hold none.
        """


READERS: dict[str, Reader] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_page,
    "mhtml": read_web_archive,
    "docx": read_docx,
    "pdf": read_pdf,
    "xlsx": read_xlsx,
    "xls": read_xls,
    "csv": read_csv,
    "tsv": read_csv,
    "doc": read_office,
    "wps": read_office,
    "rtf": read_office,
    "odt": read_office,
}
"""Format → its reader. Formats are the names of ``RawText.format``."""

# What LibreOffice made of a document, and its reader: no format of files.
_CONVERTED = "office-docx"
_STEPS: dict[str, Reader] = {**READERS, _CONVERTED: read_converted}
_PLAIN = frozenset({"txt"})
_DEFAULTS = Limits()
_UNOPENED = frozenset({"read-skipped-link", "read-skipped-special"})


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


def file_digest(path: Path) -> str | None:
    """The SHA-256 of a file in hexadecimal; None where it can't be read."""
    try:
        with _opened(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def found_digest(file: FoundFile) -> str | None:
    """The SHA-256 of a file that was met; None where it can't be read, and for what is not even opened: links that lead
    out of the folder, pipes and devices."""
    if file.skip and file.skip.code in _UNOPENED:
        return None
    return file_digest(file.path)
