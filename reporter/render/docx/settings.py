"""The settings of the DOCX (ECMA-376 part 1, 17.15.1) that hold for the whole text."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reporter.render.docx.marks import east_asian, element
from reporter.render.typesetting.spacing import CLOSING, OPENING, STOPS

_LAYOUT = "15"  # of Word 2013 and later: below it Word says 兼容模式 above the text
# What no line begins or ends with (GB/T 15834, 5.1), of full width, half width and ASCII. 〔 is in both: a source's
# mark 〔1〕 stays on the line of the sentence that it ends, and 〔2018〕 on that of the office's word before it.
_ASCII_CLOSING, _ASCII_OPENING = "!%),.:;>?]}", "$([{"
_SIGNS = "！？％‰℃°′″…～·．＞］｝¢｡｣､･﹐﹑﹒﹔﹕﹖﹗"
_BEFORE_NUMBERS = "＄￥￡＜［｛｢£¥＃№"
NOT_FIRST = _ASCII_CLOSING + CLOSING + STOPS + _SIGNS + "〔"
NOT_LAST = _ASCII_OPENING + OPENING + _BEFORE_NUMBERS


def set_settings(document: Document, east: str) -> None:
    """Settings of an empty document of python-docx: Chinese text, lines by Chinese rules.

    Args:
        east: the language of Chinese text as a word processor knows it (zh-CN, zh-TW).
    """
    settings = document.settings.element
    _attribute(settings, "characterSpacingControl", "val", "compressPunctuation")
    _attribute(settings, "zoom", "percent", "100")
    _attribute(settings, "themeFontLang", "eastAsia", east)
    for tag in ("rsids", "shapeDefaults"):  # of the sessions in which the library's template was edited
        for old in settings.findall(qn(f"w:{tag}")):
            settings.remove(old)
    for compatible in settings.iter(qn("w:compatSetting")):
        if compatible.get(qn("w:name")) == "compatibilityMode":
            compatible.set(qn("w:val"), _LAYOUT)
    _add_line_rules(settings)


def _add_line_rules(settings: BaseOxmlElement) -> None:
    """Say which characters no line begins or ends with (17.15.1.58, 17.15.1.59). A document has one pair of lists,
    which holds for text of one language: that of the marks, whatever the script of the sentence before them."""
    east = east_asian("zh-Hans")  # add_link's
    before = settings.find(qn("w:characterSpacingControl"))
    before.addnext(element("noLineBreaksBefore", lang=east, val=NOT_FIRST))
    before.addnext(element("noLineBreaksAfter", lang=east, val=NOT_LAST))


def _attribute(settings: BaseOxmlElement, tag: str, name: str, value: str) -> None:
    settings.find(qn(f"w:{tag}")).set(qn(f"w:{name}"), value)
