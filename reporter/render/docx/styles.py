"""The styles of the DOCX: faces, sizes and spacing stand in them, where an editor can change them.

Sizes follow Chinese office practice (四号, 14 pt, for text; 黑体 for headings), the type area GB/T 9704-2012.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.styles.styles import Styles

from reporter.render.docx.fonts import add_font_table
from reporter.render.docx.marks import east_asian, element
from reporter.render.docx.settings import set_settings

# The names that Windows, macOS and WPS know; elsewhere fontconfig finds a face of the same kind.
SONG, HEI, KAI = "宋体", "黑体", "楷体"
_LATIN = {SONG: "Times New Roman", HEI: "Arial", KAI: "Times New Roman"}
_GREY = "595959"
_TWIPS = 20  # in a point


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size, line height and spacing in points, indents in characters; ``hanging`` ones
    are of all lines but the first. ``latin`` is the face of Latin
    letters and digits where it is not the usual one beside the Chinese face, ``strict`` styles stand beside the page's
    grid, fill every page to its last line, set no punctuation beyond the type area and no space between ideographs and
    digits, ``apart`` sets characters so
    many twips further apart."""

    name: str
    face: str = SONG
    size: float = 14
    line: float = 24
    before: float = 0
    after: float = 0
    indent: int = 0
    left: int = 0
    hanging: int = 0
    bold: bool = False
    align: str = "both"
    color: str = "000000"
    outline: int | None = None
    latin: str | None = None
    strict: bool = False
    apart: int = 0


TITLE, SUBTITLE, BODY, CAPTION, HEADER, FOOTER = "Title", "Subtitle", "Body Text", "Caption", "Header", "Footer"
CONTENTS_HEADING = "TOC Heading"
NOTE, FACTS, CELL, CELL_HEAD = "Editor Note", "Facts", "Cell", "Cell Head"
CELL_SIZE = 10.5
BRIEF_HEADING, POINT = "Brief Heading", "Point"  # the first page is not in the contents

LOOKS = (
    Look("Normal"),
    Look(TITLE, HEI, 22, 32, after=4, align="center"),
    Look(SUBTITLE, KAI, 16, 26, after=6, align="center"),
    Look(BODY, indent=2),
    Look(BRIEF_HEADING, HEI, 14, 24, before=8, after=2, align="left"),
    Look(POINT, size=12, line=20, after=2),
    Look(NOTE, KAI, after=4, indent=2),
    Look(FACTS, size=10.5, line=17, color=_GREY, align="left"),
    Look(CAPTION, HEI, 10.5, 17, before=8, after=2, align="left"),
    Look(CELL, size=CELL_SIZE, line=16, align="left"),
    Look(CELL_HEAD, HEI, CELL_SIZE, 16, align="left"),
    Look(HEADER, KAI, 9, 14, color=_GREY, align="center"),
    Look(FOOTER, SONG, 10.5, 16, align="center"),
    Look(CONTENTS_HEADING, HEI, 16, 26, before=18, after=6, align="center"),
    Look("toc 1", HEI, 12, 22, before=4, align="left"),
    Look("toc 2", SONG, 12, 20, left=2, align="left"),
    Look("Heading 1", HEI, 16, 28, before=18, after=6, align="left", outline=0),
    Look("Heading 2", HEI, 15, 26, before=14, after=4, align="left", outline=1),
    Look("Heading 3", HEI, 14, 24, before=8, after=2, align="left", outline=2),
    Look("Heading 4", KAI, 14, 24, before=4, after=2, bold=True, align="left", outline=3),
    Look("Heading 5", SONG, 14, 24, before=2, bold=True, align="left", outline=4),
    Look("Heading 6", SONG, 14, 24, before=2, align="left", outline=5),
)  # fmt: skip

_KEPT_WITH_NEXT = (CAPTION, CELL_HEAD, BRIEF_HEADING, CONTENTS_HEADING)


def restyle(document: Document, looks: Sequence[Look], lang: str) -> dict[str, str]:
    """Give an empty document of python-docx the briefing's styles and page instead of its template's.

    Returns:
        the id of each look's style by the look's name.
    """
    _drop_template_parts(document)
    _keep_styles(document, frozenset(look.name.lower() for look in looks))
    _set_defaults(document, east_asian(lang))
    set_settings(document, east_asian(lang))
    _set_page(document)
    add_font_table(document, faces_of(looks))
    return _restyled(document, looks, lang)


def faces_of(looks: Sequence[Look]) -> frozenset[str]:
    """The names of all faces of the looks, Chinese and Latin ones, and of what no style speaks of."""
    return frozenset({SONG, _LATIN[SONG]} | {face for look in looks for face in (look.face, _latin(look))})


def added_looks(document: Document, looks: Sequence[Look], lang: str) -> tuple[dict[str, str], list[str]]:
    """The style ids of the looks in a template, which keeps what it has; and the names of those that were added."""
    known = {style.name.lower(): style.style_id for style in document.styles if isinstance(style, ParagraphStyle)}
    missing = [look for look in looks if look.name.lower() not in known]
    added = _restyled(document, missing, lang)
    return {look.name: added.get(look.name) or known[look.name.lower()] for look in looks}, list(added)


def _restyled(document: Document, looks: Sequence[Look], lang: str) -> dict[str, str]:
    """Give looks to the paragraph styles of their names, made if need be; the id of each style by the look's name."""
    styles = document.styles
    known: dict[str, BaseStyle] = {style.name: style for style in reversed(list(styles)) if style.name}
    default = styles.default(WD_STYLE_TYPE.PARAGRAPH)
    ids = {}
    for look in looks:
        style = _style(styles, look.name, known)
        if look.name != "Normal":
            style.base_style = default
        _apply(look, style, lang)
        ids[look.name] = style.style_id
    return ids


def _style(styles: Styles, name: str, known: dict[str, BaseStyle]) -> ParagraphStyle:
    """The paragraph style of that name; one of another kind has it: a new one beside that."""
    style = known.get(name)
    if style is None:
        style = known[name] = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[no-untyped-call]
    return style if isinstance(style, ParagraphStyle) else _style(styles, f"{name} (2)", known)


def _apply(look: Look, style: ParagraphStyle, lang: str) -> None:
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
    if look.strict:
        for tag in ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
            paragraph.append(element(tag, val="0"))
    around = {"before": _twips(look.before), "after": _twips(look.after)}
    paragraph.append(element("spacing", **around, line=_twips(look.line), lineRule="exact"))
    paragraph.append(_indents(look))
    paragraph.append(element("jc", val=look.align))
    if look.outline is not None:
        paragraph.append(element("outlineLvl", val=str(look.outline)))
    _apply_letters(look, root.get_or_add_rPr(), lang)


def _indents(look: Look) -> BaseOxmlElement:
    """The indents in characters, and in twips for programs that don't count characters."""
    left, kind, first = look.left, "firstLine", look.indent
    if look.hanging:
        left, kind, first = left + look.hanging, "hanging", look.hanging
    given = {"left": _twips(left * look.size), "leftChars": str(left * 100)}
    return element("ind", **given, **{kind: _twips(first * look.size), f"{kind}Chars": str(first * 100)})


def _latin(look: Look) -> str:
    """The face of a look's Latin letters and digits."""
    return look.latin or _LATIN[look.face]


def _apply_letters(look: Look, letters: BaseOxmlElement, lang: str) -> None:
    latin, size = _latin(look), str(round(look.size * 2))
    parts = [element("rFonts", ascii=latin, hAnsi=latin, eastAsia=look.face, cs=latin)]
    parts += [element(tag, val="1" if look.bold else "0") for tag in ("b", "bCs")]
    parts += [element("snapToGrid", val="0")] if look.strict else []
    parts.append(element("color", val=look.color))
    parts += [element("spacing", val=str(look.apart))] if look.apart else []
    parts += [element("sz", val=size), element("szCs", val=size)]
    parts.append(element("lang", val="en-US", eastAsia=east_asian(lang)))
    for part in parts:
        letters.append(part)


def _twips(points: float) -> str:
    return str(round(points * _TWIPS))


def _set_defaults(document: Document, east: str) -> None:
    """The faces and the language of what no style speaks of."""
    letters = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in list(letters):
        letters.remove(old)
    latin = _LATIN[SONG]
    letters.append(element("rFonts", ascii=latin, hAnsi=latin, eastAsia=SONG, cs=latin))
    letters.append(element("lang", val="en-US", eastAsia=east, bidi="ar-SA"))


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
            if relation.reltype.endswith(
                ("/metadata/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings", "/fontTable", "/numbering")
            )
            or relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
        ]
        for name in unused:
            del relations[name]


def _keep_styles(document: Document, names: frozenset[str]) -> None:
    """Take away the template's styles but for the default one of each kind and those named, whose names count in any
    case: an editor's list of styles shows what the briefing is written in."""
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:default")) != "1" and name.lower() not in names:
            root.remove(style)
    for link in root.findall(f".//{qn('w:link')}"):
        link.getparent().remove(link)
