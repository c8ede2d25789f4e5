"""Files of formats that are not read: what each is and what to do with it, as errors."""

from __future__ import annotations

import re

from reporter.errors import ReadError
from reporter.model import Saying

# Format → what to say of it. All of them are documents that the briefing lacks.
_NOT_READ = {
    "pptx": Saying(
        "read-unsupported.pptx",
        "warning",
        "is a presentation (PPTX): not read",
        "save its text as DOCX, or the slides as PDF",
    ),
    "ppt": Saying(
        "read-unsupported.ppt",
        "warning",
        "is a presentation (PPT or DPS): not read",
        "save its text as DOCX, or the slides as PDF",
    ),
    "odp": Saying(
        "read-unsupported.odp",
        "warning",
        "is a presentation (ODP): not read",
        "save its text as ODT, or the slides as PDF",
    ),
    "ods": Saying(
        "read-unsupported.ods",
        "warning",
        "is an OpenDocument spreadsheet (ODS): not read",
        "save it as XLSX in LibreOffice, WPS or Excel",
    ),
    "xlsb": Saying(
        "read-unsupported.xlsb",
        "warning",
        "is a binary workbook (XLSB): not read",
        "save it as XLSX in Excel or WPS",
    ),
    "excel-bare": Saying(
        "read-unsupported.excel-bare",
        "warning",
        "is a workbook of Excel 4 or older: not read",
        "save it as XLSX in LibreOffice or Excel",
    ),
    "excel-xml": Saying(
        "read-unsupported.excel-xml",
        "warning",
        "is a workbook in the XML form of Excel 2003: not read",
        "save it as XLSX in Excel, WPS or LibreOffice",
    ),
    "word-xml": Saying(
        "read-unsupported.word-xml",
        "warning",
        "is a document in Word's XML form (Flat OPC): not read",
        "save it as DOCX or PDF in its own program",
    ),
    "word2": Saying(
        "read-unsupported.word2",
        "warning",
        "is a document of Word 2 or older: not read",
        "save it as DOCX or PDF in its own program",
    ),
    "ofd": Saying(
        "read-unsupported.ofd",
        "warning",
        "is a fixed-layout document (OFD, GB/T 33190): not read",
        "save it as PDF in an OFD reader or in WPS",
    ),
    "uof": Saying(
        "read-unsupported.uof",
        "warning",
        "is a document in the UOF format: not read",
        "save it as DOCX or XLSX in WPS or Yozo",
    ),
    "epub": Saying(
        "read-unsupported.epub",
        "warning",
        "is an electronic book (EPUB): not read",
        "save its text as HTML or TXT",
    ),
    "iwork": Saying(
        "read-unsupported.iwork",
        "warning",
        "is a document of Apple Pages, Numbers or Keynote: not read",
        "export it as DOCX, XLSX or PDF there",
    ),
    "hwp": Saying(
        "read-unsupported.hwp",
        "warning",
        "is a document of Hancom Office (HWP): not read",
        "save it as DOCX or PDF in its own program",
    ),
    "vsdx": Saying("read-unsupported.vsdx", "warning", "is a Visio drawing: not read", "save it as PDF in Visio"),
    "mail": Saying(
        "read-unsupported.mail",
        "warning",
        "is a mail of Outlook (MSG): not read",
        "save its text, and its attachments as files",
    ),
    "djvu": Saying(
        "read-unsupported.djvu",
        "warning",
        "is a scanned book (DJVU): not read",
        "save it as a PDF with recognised text (OCR)",
    ),
    "ole": Saying(
        "read-unsupported.ole",
        "warning",
        "is an OLE file of a program that is not known here: not read",
        "save it as DOCX or PDF in its own program",
    ),
}
# These are no documents, the second saying is for one that is named like a document.
_NO_DOCUMENT = {
    "image": (
        Saying(
            "read-no-document.image",
            "warning",
            "is a picture: not read",
            "recognise its text (OCR) and save that as a .txt file",
        ),
        Saying(
            "read-unsupported.image",
            "warning",
            "is a picture: not read",
            "recognise its text (OCR) and save that as a .txt file",
        ),
    ),
    "archive": (
        Saying("read-no-document.archive", "warning", "is an archive: not read", "unpack it into the folder"),
        Saying("read-unsupported.archive", "warning", "is an archive: not read", "unpack it into the folder"),
    ),
    "program": (
        Saying("read-no-document.program", "warning", "is a program: not read", "leave it out of the folder"),
        Saying("read-unsupported.program", "warning", "is a program: not read", "leave it out of the folder"),
    ),
    "database": (
        Saying("read-no-document.database", "warning", "is a database: not read", "export what is wanted as CSV"),
        Saying("read-unsupported.database", "warning", "is a database: not read", "export what is wanted as CSV"),
    ),
}
DOCUMENT_NAMES = re.compile(
    r"\.(?:doc[xm]?|dot[xm]?|wp[st]|rtf|od[tsp]|ott|pdf|ofd|xls[xmb]?|xlt[xm]?|ett?|csv|tsv|tab|pp[ts]x?|dps|epub|djvu"
    r"|pages|numbers|key|uo[ft]|hwp)"
)


_OTHER = Saying(
    "read-no-document.other",
    "warning",
    "is a file of a format that is not read ({kind}): not read",
    "save it as plain text (.txt) or as a web page (.html)",
)
_OTHER_DOCUMENT = Saying(
    "read-unsupported.other",
    "warning",
    "is a file of a format that is not read ({kind}): not read",
    "save it as plain text (.txt) or as a web page (.html)",
)
_DAMAGED = Saying(
    "read-damaged.container",
    "warning",
    "is damaged: as a file, {reason}",
    "get it again from its origin",
)
_DAMAGED_AS = Saying(
    "read-damaged.container-as",
    "warning",
    "is damaged: as a {format} file, {reason}",
    "get it again from its origin",
)
_ENCRYPTED = Saying(
    "read-encrypted.container",
    "warning",
    "is protected by a password",
    "remove the password in its own program and save it",
)


def refused(kind: str, suffix: str, document: bool = True) -> ReadError:
    """The error for a file of a kind that is not read; ``suffix`` is its name's ending, empty where it says nothing."""
    document = document and (kind in _NOT_READ or DOCUMENT_NAMES.fullmatch(suffix) is not None)
    if kind in _NOT_READ:
        return _NOT_READ[kind].error(status="unsupported", code="" if document else "read-no-document")
    plain, named = _NO_DOCUMENT.get(kind, (_OTHER, _OTHER_DOCUMENT))
    saying = named if document else plain
    return saying.error(status="unsupported") if kind in _NO_DOCUMENT else saying.error(status="unsupported", kind=kind)


def damaged(suffix: str, reason: str) -> ReadError:
    """The error for a container that is cut short or senseless."""
    if not suffix:
        return _DAMAGED.error(reason=reason)
    return _DAMAGED_AS.error(format=suffix.lstrip("."), reason=reason)


def encrypted() -> ReadError:
    """The error for a file that wants a password."""
    return _ENCRYPTED.error()
