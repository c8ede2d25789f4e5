"""Formats with a signature or a container: which one the bytes are, and what to do with those that are not read."""

from __future__ import annotations

import re

from reporter.read.containers import OLE_SIGNATURE, Archive, DamagedContainerError, Stream, ole_streams
from reporter.read.refusals import DOCUMENT_NAMES, damaged, encrypted, refused

# How files that no reader takes begin (their published signatures).
_SIGNATURES = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3\0", "database"),
    (b"AT&TFORM", "djvu"),
    (b"\xdb\xa5\x2d\0", "word2"),
    (b"\x09\x08\x10\0\0\x06", "excel-bare"),
)
# The type of an OOXML package's main part (ECMA-376-1, 11.3.10, 12.3.23, 13.3.6; [MS-OE376] for the macro kinds).
_MAIN_PART = (
    (re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[A-Za-z.]{0,60}\.main\+xml"), "docx"),
    (re.compile(rb"ms-excel\.sheet\.binary\.macroEnabled\.main"), "xlsb"),
    (re.compile(rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template|addin)[A-Za-z.]{0,60}\.main\+xml"), "xlsx"),
    (re.compile(rb"(?:presentationml|ms-powerpoint)\.[A-Za-z.]{0,60}main\+xml"), "pptx"),
    (re.compile(rb"ms-visio\."), "vsdx"),
)
_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_MEDIA_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
    (b"application/epub+zip", "epub"),
)
# What tells an OLE compound file, in this order: a message may hold a document.
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("__properties_version1.0", "mail"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("HwpSummaryInformation", "hwp"),
    ("VisioDocument", "vsdx"),
)
_HEADER = re.compile(rb"%PDF-\d\.\d")


def binary_format(data: bytes, suffix: str) -> str | None:
    """The format, a key of ``READERS``; None for what has neither signature nor container: text of some kind.

    Raises:
        ReadError: a format that is not read, a damaged container, a file protected by a password.
    """
    if _is_pdf(data):
        return "pdf"
    if data.startswith(OLE_SIGNATURE):
        return _ole_format(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_format(data, suffix)
    if data[:64].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"{\\rt"):
        return "rtf"
    if foreign := _signature(data):
        raise refused(foreign, suffix)
    return None


def _is_pdf(data: bytes) -> bool:
    """Whether a PDF begins here: readers accept its header anywhere in the first 1024 bytes (PDF 1.7, Annex H.3,
    implementation note 13). Behind other text it must be followed by an object: an article may quote a header."""
    found = _HEADER.search(data[:1024])
    return data.startswith(b"%PDF-") or (found is not None and re.search(rb"\d\s+\d\s+obj\b", data) is not None)


def _signature(data: bytes) -> str | None:
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "image"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


# -- OLE


def _ole_format(data: bytes, suffix: str) -> str:
    try:
        streams = ole_streams(data)
    except DamagedContainerError as error:
        raise damaged(suffix, str(error)) from error
    kind = next((kind for name, kind in _STREAMS if name in streams), "ole")
    if kind == "encrypted" or (kind == "doc" and _is_protected(data, streams["WordDocument"])):
        raise encrypted()
    if kind == "doc":
        return "wps" if suffix in (".wps", ".wpt") else "doc"
    if kind == "xls":
        return "xls"
    raise refused(kind, suffix)


def _is_protected(data: bytes, stream: Stream) -> bool:
    """Whether a Word document is encrypted: fEncrypted of its FibBase ([MS-DOC] 2.5.2)."""
    if stream.offset is None:
        return False
    head = data[stream.offset : stream.offset + 12]
    return head[:2] == b"\xec\xa5" and len(head) == 12 and bool(head[11] & 0x01)


# -- ZIP


def _zip_format(data: bytes, suffix: str) -> str:
    try:
        archive = Archive(data)
    except DamagedContainerError as error:
        if DOCUMENT_NAMES.fullmatch(suffix) or b"[Content_Types].xml" in data[:_BEGINNING]:
            raise damaged(suffix, str(error)) from error
        raise refused("archive", suffix) from error
    kind = _package(archive) or _media_type(archive) or _by_members(archive)
    if kind in ("docx", "xlsx", "odt"):
        return kind
    raise refused(kind, suffix)


_BEGINNING = 4096


def _package(archive: Archive) -> str | None:
    types = archive.member("[Content_Types].xml").replace(b"\0", b"")
    if not types:
        return None
    by_type = next((kind for pattern, kind in _MAIN_PART if pattern.search(types)), None)
    return by_type or next((kind for folder, kind in _FOLDERS if _any_below(archive, folder)), None)


def _media_type(archive: Archive) -> str | None:
    """The format by the member ``mimetype`` (OpenDocument 1.2-3, 3.3; EPUB OCF).

    Raises:
        ReadError: an OpenDocument file that is protected by a password.
    """
    stated = archive.member("mimetype")
    kind = next((kind for media_type, kind in _MEDIA_TYPES if stated.startswith(media_type)), None)
    if kind in ("odt", "ods", "odp") and b"encryption-data" in archive.member("META-INF/manifest.xml"):
        raise encrypted()
    return kind


def _by_members(archive: Archive) -> str:
    if "OFD.xml" in archive.names:
        return "ofd"
    if _any_below(archive, "Index/") and any(name.endswith(".iwa") for name in archive.names):
        return "iwork"
    return "archive"


def _any_below(archive: Archive, folder: str) -> bool:
    return any(name.startswith(folder) for name in archive.names)
