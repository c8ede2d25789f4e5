"""The font table (ECMA-376 part 1, 17.8): what a program that lacks a face of the styles may take in its place.

Names of Chinese faces differ by system: 仿宋 is FangSong on a Windows of another language and 仿宋_GB2312 in old office
templates. Without the table a program that knows only one of the names falls back to its default face.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

_PART = PackURI("/word/fontTable.xml")
_GB2312, _ANSI = "86", "00"  # character sets (17.8.3)


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the styles: further names in the order in which they are tried, and its kind (17.8.3: PANOSE number,
    character set, family, pitch), by which a program chooses a like one."""

    name: str
    others: tuple[str, ...]
    panose: str
    family: str
    pitch: str
    charset: str = _GB2312


_KIND_SONG, _KIND_REGULAR, _KIND_BIAOSONG = "02010600030101010101", "02010609060101010101", "03000509000000000000"
FACES = (
    Face("宋体", ("SimSun", "STSong", "华文宋体", "Songti SC"), _KIND_SONG, "auto", "variable"),
    Face("黑体", ("SimHei", "STHeiti", "华文黑体", "Heiti SC"), _KIND_REGULAR, "modern", "fixed"),
    Face("楷体", ("KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti"), _KIND_REGULAR, "modern", "fixed"),
    Face("仿宋", ("FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong"), _KIND_REGULAR, "modern", "fixed"),
    Face("方正小标宋简体", ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK"), _KIND_BIAOSONG, "script", "fixed"),
    Face("Times New Roman", (), "02020603050405020304", "roman", "variable", _ANSI),
    Face("Arial", ("Helvetica",), "020B0604020202020204", "swiss", "variable", _ANSI),
)  # fmt: skip


def add_font_table(document: Document, names: Iterable[str]) -> None:
    """Add the table of those faces that are named, in a fixed order; a name that is not known here is left out."""
    used = frozenset(names)
    entries = "".join(_entry(face) for face in FACES if face.name in used)
    markup = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{entries}</w:fonts>'
    part = Part(_PART, CONTENT_TYPE.WML_FONT_TABLE, markup.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _entry(face: Face) -> str:
    others = f'<w:altName w:val="{",".join(face.others)}"/>' if face.others else ""
    return (
        f'<w:font w:name="{face.name}">{others}<w:panose1 w:val="{face.panose}"/><w:charset w:val="{face.charset}"/>'
        f'<w:family w:val="{face.family}"/><w:pitch w:val="{face.pitch}"/></w:font>'
    )
