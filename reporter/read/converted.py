"""The DOCX that LibreOffice makes of another document → RawText, without what the clock wrote into it.

LibreOffice works out date and time fields anew when it opens a document and does not keep what the document showed:
their text is no word of the source, and another one tomorrow. It is taken out, with a finding.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import replace

from reporter.model import Finding, RawText, Saying
from reporter.read.docx import read_docx

# A field as LibreOffice writes it (ECMA-376-1, 17.16.18): instruction, separate, result, end.
_CLOCK_FIELD = re.compile(
    r"(<w:instrText[^<>]*>\s*(?:DATE|TIME)\b[^<]*</w:instrText>(?:(?!<w:fldChar).){0,2000}"
    r"<w:fldChar w:fldCharType=\"separate\"/>)"
    r"((?:(?!<w:fldChar).)*)",
    re.DOTALL,
)
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>[^<]*</w:t>")
# A document of five million characters takes some hundred megabytes as XML.
_LARGEST_PART = 512 << 20


def read_converted(data: bytes, shown: str) -> RawText:
    """The text of a DOCX that LibreOffice made.

    Raises:
        ReadError: the DOCX reader's, or the DOCX is damaged.
    """
    steady, dropped = without_clock_fields(data)
    raw = read_docx(steady, shown)
    return replace(raw, findings=(*_findings(dropped), *raw.findings))


def without_clock_fields(data: bytes) -> tuple[bytes, int]:
    """(the DOCX with date and time fields emptied, how many there were).

    Raises:
        ReadError: the DOCX is damaged.
    """
    out, dropped = io.BytesIO(), 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
            for member in given.infolist():
                content = _bounded(given, member)
                if member.filename.startswith("word/") and member.filename.endswith(".xml"):
                    text, count = _CLOCK_FIELD.subn(_emptied, content.decode("utf-8", "replace"))
                    content, dropped = (text.encode() if count else content), dropped + count
                made.writestr(zipfile.ZipInfo(member.filename), content)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise _DAMAGED.error() from error
    return out.getvalue(), dropped


def _bounded(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        content = file.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise ValueError("a part of the document is too long")
    return content


def _emptied(match: re.Match[str]) -> str:
    return match[1] + _TEXT.sub("", match[2])


def _findings(dropped: int) -> tuple[Finding, ...]:
    if not dropped:
        return ()
    return (_DROPPED.finding(count=dropped),)


_DAMAGED = Saying(
    "read-damaged.converted",
    "warning",
    "is damaged as LibreOffice converted it",
    "save it as DOCX in its own program",
)
_DROPPED = Saying(
    "read-field-dropped",
    "warning",
    "{count} fields that show the date or time of whoever looks are left out",
    "write the date as plain text where it matters",
)
