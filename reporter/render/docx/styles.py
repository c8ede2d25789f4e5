"""The styles of the DOCX: faces, sizes and spacing stand in them, where an editor can change them.

Sizes follow Chinese office practice (四号, 14 pt, for text; 黑体 for headings), the type area GB/T 9704-2012.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from reporter.render.docx.marks import element

# The names that Windows, macOS and WPS know; elsewhere fontconfig finds a face of the same kind.
SONG, HEI, KAI = "宋体", "黑体", "楷体"
_LATIN = {SONG: "Times New Roman", HEI: "Arial", KAI: "Times New Roman"}
_GREY = "595959"
_TWIPS = 20  # in a point


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size, line height and spacing in points, indents in characters."""

    name: str
    face: str = SONG
    size: float = 14
    line: float = 24
    before: float = 0
    after: float = 0
    indent: int = 0
    left: int = 0
    bold: bool = False
    align: str = "both"
    color: str = "000000"
    outline: int | None = None


NOTE, FACTS, CELL, CELL_HEAD = "Editor Note", "Facts", "Cell", "Cell Head"
BRIEF_HEADING, POINT = "Brief Heading", "Point"  # the first page is not in the contents

LOOKS = (
    Look("Normal"),
    Look("Title", HEI, 22, 34, before=12, after=6, align="center"),
    Look("Subtitle", KAI, 16, 26, after=6, align="center"),
    Look("Body Text", indent=2),
    Look(BRIEF_HEADING, HEI, 16, 28, before=12, after=4, align="left"),
    Look(POINT, after=4),
    Look(NOTE, KAI, after=4, indent=2),
    Look(FACTS, size=10.5, line=17, color=_GREY, align="left"),
    Look("Caption", HEI, 10.5, 17, before=8, after=2, align="left"),
    Look(CELL, size=10.5, line=16, align="left"),
    Look(CELL_HEAD, HEI, 10.5, 16, align="left"),
    Look("Header", KAI, 9, 14, color=_GREY, align="center"),
    Look("Footer", SONG, 10.5, 16, align="center"),
    Look("TOC Heading", HEI, 16, 26, before=6, after=6, align="center"),
    Look("toc 1", HEI, 12, 22, before=4, align="left"),
    Look("toc 2", SONG, 12, 20, left=2, align="left"),
    Look("Heading 1", HEI, 16, 28, before=18, after=6, align="left", outline=0),
    Look("Heading 2", HEI, 15, 26, before=14, after=4, align="left", outline=1),
    Look("Heading 3", HEI, 14, 24, before=8, after=2, align="left", outline=2),
    Look("Heading 4", KAI, 14, 24, before=4, after=2, bold=True, align="left", outline=3),
    Look("Heading 5", SONG, 14, 24, before=2, bold=True, align="left", outline=4),
    Look("Heading 6", SONG, 14, 24, before=2, align="left", outline=5),
)  # fmt: skip

_KEPT_WITH_NEXT = ("Caption", CELL_HEAD, BRIEF_HEADING)


def restyle(document: Document) -> None:
    """Give an empty document of python-docx the briefing's styles and page instead of its template's."""
    _drop_template_parts(document)
    _drop_table_styles(document)
    _set_defaults(document)
    for look in LOOKS:
        _apply(look, _style(document, look.name))
    _set_page(document)


def _style(document: Document, name: str) -> ParagraphStyle:
    names = {style.name for style in document.styles}
    style = document.styles[name] if name in names else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    return style


def _apply(look: Look, style: ParagraphStyle) -> None:
    """Replace the style's own properties by the look's, in the order of the schema (17.3.1.26, 17.3.2.28)."""
    root = style.element
    for tag in ("w:pPr", "w:rPr"):
        for old in root.findall(qn(tag)):
            root.remove(old)
    paragraph = root.get_or_add_pPr()
    if look.outline is not None or look.name in _KEPT_WITH_NEXT:
        paragraph.append(element("keepNext"))
    if look.outline is not None:
        paragraph.append(element("keepLines"))
    if look.name.startswith("toc"):
        paragraph.append(_leader_tab())
    around = {"before": _twips(look.before), "after": _twips(look.after)}
    paragraph.append(element("spacing", **around, line=_twips(look.line), lineRule="exact"))
    paragraph.append(_indents(look))
    paragraph.append(element("jc", val=look.align))
    if look.outline is not None:
        paragraph.append(element("outlineLvl", val=str(look.outline)))
    _apply_letters(look, root.get_or_add_rPr())


def _indents(look: Look) -> BaseOxmlElement:
    """The indents in characters, and in twips for programs that don't count characters."""
    first, left = look.indent, look.left
    chars = {"leftChars": str(left * 100), "firstLineChars": str(first * 100)}
    return element("ind", left=_twips(left * look.size), firstLine=_twips(first * look.size), **chars)


def _apply_letters(look: Look, letters: BaseOxmlElement) -> None:
    latin, size = _LATIN[look.face], str(round(look.size * 2))
    parts = [element("rFonts", ascii=latin, hAnsi=latin, eastAsia=look.face, cs=latin)]
    parts += [element(tag, val="1" if look.bold else "0") for tag in ("b", "bCs")]
    parts += [element("color", val=look.color), element("sz", val=size), element("szCs", val=size)]
    for part in parts:
        letters.append(part)


def _leader_tab() -> BaseOxmlElement:
    """A right tab at the end of the type area, led to by dots."""
    tabs = element("tabs")
    tabs.append(element("tab", val="right", leader="dot", pos=str(round(156 / 25.4 * 72 * _TWIPS))))
    return tabs


def _twips(points: float) -> str:
    return str(round(points * _TWIPS))


def _set_defaults(document: Document) -> None:
    """The faces and the language of what no style speaks of."""
    letters = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in list(letters):
        letters.remove(old)
    latin = _LATIN[SONG]
    letters.append(element("rFonts", ascii=latin, hAnsi=latin, eastAsia=SONG, cs=latin))
    letters.append(element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    settings = document.settings.element
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")


def _set_page(document: Document) -> None:
    """A4 with a type area of 156 × 225 mm (GB/T 9704-2012, 5.2)."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(24)
    section.different_first_page_header_footer = True


def _drop_template_parts(document: Document) -> None:
    """Take away the preview picture and the unused parts that python-docx's template carries."""
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        unused = [
            name
            for name, relation in relations.items()
            if relation.reltype.endswith(("/metadata/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings"))
            or relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
        ]
        for name in unused:
            del relations[name]


def _drop_table_styles(document: Document) -> None:
    """Of the template's hundred table styles only the plain one is used."""
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        kind, name = style.get(qn("w:type")), style.get(qn("w:styleId"))
        if (kind == "table" and name != "TableNormal") or (kind == "character" and name.endswith("Char")):
            root.remove(style)
    for link in root.findall(f".//{qn('w:link')}"):
        link.getparent().remove(link)
