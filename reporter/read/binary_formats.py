"""Formats with a signature or a container: which one the bytes are, and what to do with those that are not read."""

from __future__ import annotations

import re

from reporter.errors import ReadError
from reporter.read.containers import OLE_SIGNATURE, Archive, DamagedContainerError, Stream, ole_streams

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
    (re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[A-Za-z.]*\.main\+xml"), "docx"),
    (re.compile(rb"ms-excel\.sheet\.binary\.macroEnabled\.main"), "xlsb"),
    (re.compile(rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template|addin)[A-Za-z.]*\.main\+xml"), "xlsx"),
    (re.compile(rb"(?:presentationml|ms-powerpoint)\.[A-Za-z.]*main\+xml"), "pptx"),
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
_AS_DOCX = "save it as DOCX or PDF in its own program"
# Format → (what it is, what to do). All of them are documents that the briefing lacks.
_NOT_READ = {
    "pptx": ("a presentation (PPTX)", "save its text as DOCX, or the slides as PDF"),
    "ppt": ("a presentation (PPT or DPS)", "save its text as DOCX, or the slides as PDF"),
    "odp": ("a presentation (ODP)", "save its text as ODT, or the slides as PDF"),
    "ods": ("an OpenDocument spreadsheet (ODS)", "save it as XLSX in LibreOffice, WPS or Excel"),
    "xlsb": ("a binary workbook (XLSB)", "save it as XLSX in Excel or WPS"),
    "excel-bare": ("a workbook of Excel 4 or older", "save it as XLSX in LibreOffice or Excel"),
    "excel-xml": ("a workbook in the XML form of Excel 2003", "save it as XLSX in Excel, WPS or LibreOffice"),
    "word-xml": ("a document in Word's XML form (Flat OPC)", _AS_DOCX),
    "word2": ("a document of Word 2 or older", _AS_DOCX),
    "ofd": ("a fixed-layout document (OFD, GB/T 33190)", "save it as PDF in an OFD reader or in WPS"),
    "uof": ("a document in the UOF format", "save it as DOCX or XLSX in WPS or Yozo"),
    "epub": ("an electronic book (EPUB)", "save its text as HTML or TXT"),
    "iwork": ("a document of Apple Pages, Numbers or Keynote", "export it as DOCX, XLSX or PDF there"),
    "hwp": ("a document of Hancom Office (HWP)", _AS_DOCX),
    "vsdx": ("a Visio drawing", "save it as PDF in Visio"),
    "mail": ("a mail of Outlook (MSG)", "save its text, and its attachments as files"),
    "djvu": ("a scanned book (DJVU)", "save it as a PDF with recognised text (OCR)"),
    "ole": ("an OLE file of a program that is not known here", _AS_DOCX),
}
# These are no documents.
_NO_DOCUMENT = {
    "image": ("a picture", "recognise its text (OCR) and save that as a .txt file"),
    "archive": ("an archive", "unpack it into the folder"),
    "program": ("a program", "leave it out of the folder"),
    "database": ("a database", "export what is wanted as CSV"),
}
_DOCUMENT_NAMES = re.compile(
    r"\.(?:doc[xm]?|dot[xm]?|wp[st]|rtf|od[tsp]|ott|pdf|ofd|xls[xmb]?|xlt[xm]?|ett?|csv|tsv|tab|pp[ts]x?|dps|epub|djvu"
    r"|pages|numbers|key|uo[ft]|hwp)"
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
        if _DOCUMENT_NAMES.fullmatch(suffix) or b"[Content_Types].xml" in data[:_BEGINNING]:
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


# -- refusals


def refused(kind: str, suffix: str, document: bool = True) -> ReadError:
    """The error for a file of a kind that is not read; ``suffix`` is its name's ending, empty where it says nothing."""
    if kind in _NOT_READ:
        what, hint = _NOT_READ[kind]
    elif kind in _NO_DOCUMENT:
        what, hint = _NO_DOCUMENT[kind]
    else:
        what, hint = (
            f"a file of a format that is not read ({kind})",
            "save it as plain text (.txt) or as a web page (.html)",
        )
    document = document and (kind in _NOT_READ or _DOCUMENT_NAMES.fullmatch(suffix) is not None)
    code = "read-unsupported" if document else "read-no-document"
    return ReadError(f"is {what}: not read", hint, code=code, status="unsupported")


def damaged(suffix: str, reason: str) -> ReadError:
    """The error for a container that is cut short or senseless."""
    what = f"{suffix.lstrip('.')} file" if suffix else "file"
    return ReadError(f"is damaged: as a {what}, {reason}", "get it again from its origin", code="read-damaged")


def encrypted() -> ReadError:
    """The error for a file that wants a password."""
    return ReadError(
        "is protected by a password", "remove the password in its own program and save it", code="read-encrypted"
    )
