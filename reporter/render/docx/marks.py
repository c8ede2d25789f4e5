"""The small parts of WordprocessingML (ECMA-376 part 1, 17) that python-docx has no words for."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import cast

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement

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
    run = _run(paragraph, text, lang)
    paragraph._p.append(run._element)  # noqa: SLF001 - python-docx has no other way to add a run that is made
    return run


def _run(paragraph: Paragraph, text: str, lang: str) -> Run:
    """A run for a paragraph, not yet in it. A copy of one that is made once: python-docx takes ten times as long to
    make it step by step, and a briefing has thousands."""
    made = deepcopy(_empty_run(east_asian(lang)))
    run = Run(made, paragraph)
    shown = xml_text(text)
    if _BREAKS.search(shown):
        run.text = shown  # tabs and line ends become elements
    elif shown:
        words = SubElement(made, _TEXT)
        words.text = shown
        if shown != shown.strip():
            words.set(_SPACE, "preserve")
    return run


@cache
def _empty_run(east: str) -> CT_R:
    """A run of no text in a language, with its properties."""
    letters = f'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{east}"/>'
    return cast("CT_R", parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{letters}</w:rPr></w:r>"))


_BREAKS = re.compile(r"[\t\n\r]")
_TEXT, _SPACE = qn("w:t"), qn("xml:space")


def add_link(paragraph: Paragraph, text: str, anchor: str, *, lang: str = "zh-Hans", raised: bool = False) -> None:
    """Add text that leads to an anchor of the same document; ``raised`` sets it small above the line, as a mark."""
    link = element("hyperlink", anchor=bookmark_name(anchor), history="1")
    run = _run(paragraph, text, lang)
    if raised:
        _raise(run)
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
    _raise(run)
    return run


def _raise(run: Run) -> None:
    run._element.get_or_add_rPr().insert_element_before(element("vertAlign", val="superscript"), "w:lang")  # noqa: SLF001


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
