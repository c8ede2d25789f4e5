# ruff: noqa: E501 - markup that breaks its lines where such files do
"""In: sound files. Out: files that are cut, empty, senseless or hostile, with what a build may say of them."""

import io
import random
import zipfile
from collections.abc import Callable

from tests.corpus.mixed.docx_files import NS, rewritten

Verdict = tuple[
    bytes, list[str], list[str]
]  # content, acceptable statuses, acceptable codes (any of them; none: no matter)

FAILED, EMPTY, USED, UNSUPPORTED = ["failed"], ["empty"], ["used"], ["unsupported"]
HEAVY = ["read-too-large", "read-damaged", "read-memory", "read-timeout"]


def noise(size: int, seed: int) -> bytes:
    return random.Random(seed).randbytes(size)


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _with_document(docx: bytes, document: bytes) -> bytes:
    return rewritten(docx, lambda name, content: document if name == "word/document.xml" else content)


def _one_paragraph(text: str, head: str = "") -> bytes:
    return f"<?xml version='1.0'?>{head}<w:document {NS}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>".encode()


def ratio_bomb(docx: bytes) -> bytes:
    """About 60 MB of one character in some 60 KB."""
    return _with_document(docx, _one_paragraph("测" * 20_000_000))


def entity_bomb(docx: bytes) -> bytes:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<!DOCTYPE bomb [<!ENTITY e0 "笑笑笑笑笑笑笑笑笑笑">{levels}]>'
    return _with_document(docx, _one_paragraph("&e9;", head))


def bidi(text: str) -> bytes:
    """Overrides that turn what follows on the screen, in the name of a village and around a figure."""
    return text.replace("竹林村召开", "竹\u202e林村\u202c召开").replace("6户", "\u2066\u202e6户\u202c\u2069").encode()


def columns() -> bytes:
    count = 100_000
    rows = [",".join(f"列{i}" for i in range(count)), ",".join(str(i) for i in range(count))]
    return "\n".join(rows).encode()


def damaged(sound: Callable[[str], bytes]) -> dict[str, Verdict]:
    """By file name. `sound` gives the content of a healthy file of the folder."""
    docx, xlsx, pdf = sound("health_plan.docx"), sound("region_stats.xlsx"), sound("owner_password.pdf")
    page = sound("portal.html")
    container = ["read-damaged"]
    return {
        "cut.docx": (docx[: len(docx) * 6 // 10], FAILED, container),
        "cut.xlsx": (xlsx[: len(xlsx) * 6 // 10], FAILED, container),
        "cut.pdf": (pdf[: len(pdf) * 6 // 10], FAILED, container),
        "cut.html": (page[: page.index("约90万".encode()) + 1], USED, ["read-tail-cut", "read-damaged"]),
        "empty.txt": (b"", EMPTY, ["read-empty"]),
        "empty.docx": (b"", EMPTY, ["read-empty"]),
        "empty.pdf": (b"", EMPTY, ["read-empty"]),
        "blank.txt": ("\n　　 \t\r\n\u00a0\n".encode(), EMPTY, ["read-empty"]),
        "blank.md": (b"\n\n\n", EMPTY, ["read-empty"]),
        "zeros.txt": (bytes(4096), EMPTY, ["read-empty"]),
        "noise.pdf": (noise(20_000, 7), FAILED, ["read-damaged", "read-undecodable", "read-binary"]),
        "noise.txt": (noise(20_000, 8), FAILED, ["read-undecodable", "read-binary"]),
        "noise.docx": (noise(20_000, 9), FAILED, ["read-damaged", "read-undecodable", "read-binary"]),
        "ratio_bomb.docx": (ratio_bomb(docx), FAILED, HEAVY),
        "entity_bomb.docx": (entity_bomb(docx), FAILED, HEAVY),
        "no_document.docx": (
            rewritten(docx, lambda name, content: None if name == "word/document.xml" else content), FAILED, container,
        ),
        "not_closed.docx": (_with_document(docx, _one_paragraph("未完")[:-20]), FAILED + USED, [*container, "read-part-damaged"]),
        "wrong_bytes.xlsx": (_flipped(xlsx), FAILED, container),
        "old_sheet.xls": (bytes.fromhex("D0CF11E0A1B11AE1") + noise(8_000, 10), FAILED, container),
        "slides.pptx": (packed({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}), UNSUPPORTED, ["read-unsupported"]),
        "papers.zip": (packed({"a.txt": "甲".encode()}), UNSUPPORTED, ["read-no-document"]),
        "stamp.png": (b"\x89PNG\r\n\x1a\n" + noise(500, 11), UNSUPPORTED, ["read-no-document"]),
        "columns.csv": (columns(), ["used", "failed"], []),
        "header_only.csv": ("区县,户数,人口\r\n".encode("utf-8-sig"), ["used", "empty"], []),
    }  # fmt: skip


def _flipped(xlsx: bytes) -> bytes:
    """The compressed data of the first sheet are overwritten, the directory is sound."""
    at = xlsx.index(b"xl/worksheets/sheet1.xml") + 60
    return xlsx[:at] + noise(120, 12) + xlsx[at + 120 :]
