"""The small parts of WordprocessingML (ECMA-376 part 1, 17) that python-docx has no words for."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reporter.render.archive import xml_text

_NOT_A_NAME = re.compile(r"\W", re.ASCII)
_LONGEST_NAME = 40
_TWIPS = 1440 / 25.4  # in a millimetre
_SMALL, _GREY = 9, RGBColor(0x5A, 0x5E, 0x64)
_EAST_ASIAN = {"zh-Hant": "zh-TW"}


def east_asian(lang: str) -> str:
    """The language that a word processor knows for a passage's tag."""
    return _EAST_ASIAN.get(lang, "zh-CN")


def bookmark_name(anchor: str) -> str:
    """The bookmark that stands for an anchor: a letter, then letters, digits and underlines, 40 at most."""
    return f"r_{_NOT_A_NAME.sub('_', anchor)}"[:_LONGEST_NAME]


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of the w: namespace with attributes of the same."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_text(paragraph: Paragraph, text: str, lang: str = "zh-Hans") -> Run:
    """Add text in the Chinese face, quotes, dashes and ellipses too (17.3.2.26, hint), by its script."""
    run = paragraph.add_run(xml_text(text))
    properties = run._element.get_or_add_rPr()  # noqa: SLF001 - python-docx has no other way to a run's properties
    properties.insert_element_before(element("rFonts", hint="eastAsia"), *_AFTER_FONTS)
    properties.append(element("lang", eastAsia=east_asian(lang)))
    return run


_AFTER_FONTS = tuple(f"w:{tag}" for tag in ("b", "i", "color", "sz", "vertAlign", "lang"))


def add_link(paragraph: Paragraph, text: str, anchor: str, *, lang: str = "zh-Hans", raised: bool = False) -> None:
    """Add text that leads to an anchor of the same document; ``raised`` sets it small above the line, as a mark."""
    link = element("hyperlink", anchor=bookmark_name(anchor), history="1")
    run = (add_raised if raised else add_text)(paragraph, text, lang)
    link.append(run._element)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def add_small(paragraph: Paragraph, text: str, lang: str = "zh-Hans") -> None:
    """Add text small and grey, which is no part of what it stands behind; nothing for no text."""
    if text:
        font = add_text(paragraph, text, lang).font
        font.size, font.color.rgb = Pt(_SMALL), _GREY


def add_raised(paragraph: Paragraph, text: str, lang: str = "zh-Hans") -> Run:
    """Add text small above the line, as a mark; an empty run for no text."""
    run = add_text(paragraph, text, lang)
    run._element.get_or_add_rPr().insert_element_before(element("vertAlign", val="superscript"), "w:lang")  # noqa: SLF001
    return run


def add_bookmark(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Make the paragraph the place that an anchor names; no two bookmarks of a document share a number."""
    start = element("bookmarkStart", id=str(number), name=bookmark_name(anchor))
    properties = paragraph._p.pPr  # noqa: SLF001
    if properties is None:
        paragraph._p.insert(0, start)  # noqa: SLF001
    else:
        properties.addnext(start)
    paragraph._p.append(element("bookmarkEnd", id=str(number)))  # noqa: SLF001


def open_field(paragraph: Paragraph, code: str, *, stale: bool = False) -> None:
    """Begin a field (17.16); up to ``close_field`` follows its last result. ``stale`` asks for it anew."""
    begin = element("fldChar", fldCharType="begin")
    if stale:
        begin.set(qn("w:dirty"), "true")
    instruction = element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    for part in (begin, instruction, element("fldChar", fldCharType="separate")):
        paragraph.add_run()._element.append(part)  # noqa: SLF001


def close_field(paragraph: Paragraph) -> None:
    """End the field that was opened last."""
    paragraph.add_run()._element.append(element("fldChar", fldCharType="end"))  # noqa: SLF001


def add_field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """Add a field with its last result."""
    open_field(paragraph, code)
    paragraph.add_run(shown)
    close_field(paragraph)


def attributes_of(paragraph: Paragraph, tag: str, **attributes: str) -> None:
    """Set attributes of a property that the paragraph has already."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    for name, value in attributes.items():
        properties.find(qn(f"w:{tag}")).set(qn(f"w:{name}"), value)


def right_tab(paragraph: Paragraph, width: float, leader: str = "none") -> None:
    """A right tab so many millimetres from the left, directly in the paragraph."""
    tabs = element("tabs")
    tabs.append(element("tab", val="right", leader=leader, pos=str(round(width * _TWIPS))))
    paragraph._p.get_or_add_pPr()._insert_tabs(tabs)  # noqa: SLF001


def border_below(paragraph: Paragraph, size: int, color: str) -> None:
    """A rule under the paragraph, so many eighths of a point thick."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz=str(size), space="0", color=color))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(borders, *_AFTER_BORDERS)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
