"""One reader a format, and which one a file gets: by its content first, by its name second."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Protocol

from reporter.errors import ReadError
from reporter.model import RawText
from reporter.read.formats import format_of
from reporter.read.page_reader import read_page
from reporter.read.plain import read_plain


class Reader(Protocol):
    """Bytes of one format → their text with what the markup says of it."""

    def __call__(self, data: bytes, shown: str) -> RawText:
        """Read the bytes.

        Raises:
            ReadError: they are no text, or hold none.
        """


READERS: dict[str, Reader] = {"txt": read_plain, "html": read_page}
"""Format → its reader. Formats are the names of ``RawText.format``."""


def read_file(path: Path, shown: str) -> RawText:
    """The text of a file.

    Args:
        path: where it lies.
        shown: the path that findings and outputs show.

    Raises:
        ReadError: it can't be opened, is of no known format, or holds no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"can't be opened: {error.strerror}", "check that it exists and may be read") from error
    return read_bytes(data, shown)


def read_bytes(data: bytes, shown: str) -> RawText:
    """The text of a file's bytes; ``shown`` is the file's name, whose ending is one hint at the format.

    Raises:
        ReadError: the bytes are of no known format, or hold no text.
    """
    name, findings = format_of(data, shown)
    raw = READERS[name](data, shown)
    return RawText(
        raw.path, raw.sha256, raw.format, raw.encoding, raw.ledger, raw.marks, raw.tables, raw.metadata,
        (*findings, *raw.findings),
    )  # fmt: skip


def file_digest(path: Path) -> str | None:
    """The SHA-256 of a file in hexadecimal; None where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
