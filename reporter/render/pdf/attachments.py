"""The sources inside the PDF: each file to the byte as it was read, with times that no clock makes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from weasyprint import Attachment

from reporter.config import Config
from reporter.model import Briefing, Finding, InputFile, Saying

# The time of attached files where the briefing has no date: the first that zip files know, as in the other formats.
_NO_DATE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}")
# What the files are, by extension; the system's own list differs from machine to machine.
_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    ".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv", ".html": "text/html", ".htm": "text/html",
    ".pdf": "application/pdf", ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet", ".doc": "application/msword", ".xls": "application/vnd.ms-excel",
}  # fmt: skip


def source_attachments(
    briefing: Briefing, originals: Mapping[str, Path], config: Config
) -> tuple[list[Attachment], tuple[Finding, ...]]:
    """The files that documents of the briefing were read from, in the order they were met, when they are asked for.

    Returns:
        The attachments, and a finding for each file that is gone or has changed since it was read.
    """
    if not config.pdf.attach_sources:
        return [], ()
    attached, findings = [], []
    for number, file in enumerate((file for file in briefing.inputs if file.status == "used"), 1):
        data = _unchanged(file, originals.get(file.path))
        if data is None:
            findings.append(_unattached(file))
        else:
            attached.append(_attachment(number, file, data, _time(briefing)))
    return attached, tuple(findings)


def _unchanged(file: InputFile, path: Path | None) -> bytes | None:
    """The bytes of an input; None where they are not those that were read."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return None
    return data if path and sha256(data).hexdigest() == file.sha256 else None


def _attachment(number: int, file: InputFile, data: bytes, time: dt.datetime) -> Attachment:
    """A file under a number and an ASCII name: not every viewer opens a Chinese one. The path is its description."""
    name = _ascii_name(number, file.path)
    attachment = Attachment(
        string=data,
        name=name,
        description=file.path,
        created=time,
        modified=time,
        relationship="Source",
    )
    attachment.source = _typed(data, _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"))
    return attachment


@contextmanager
def _typed(data: bytes, media_type: str) -> Iterator[tuple[BytesIO, None, None, str]]:
    """The bytes as WeasyPrint opens a source: file, address, encoding, media type."""
    yield BytesIO(data), None, None, media_type


def _ascii_name(number: int, path: str) -> str:
    extension = PurePosixPath(path).suffix
    return f"source-{number:03d}{extension.lower() if _EXTENSION.fullmatch(extension) else ''}"


def _time(briefing: Briefing) -> dt.datetime:
    date = briefing.head.date
    return dt.datetime.combine(dt.date.fromisoformat(date), dt.time(), dt.UTC) if date else _NO_DATE


def _unattached(file: InputFile) -> Finding:
    return _CHANGED.finding(file=file.path, document=file.document)


_CHANGED = Saying(
    "render-source-changed",
    "warning",
    "{file} is not attached to the PDF: it is gone or has changed since it was read",
    "build again",
)
