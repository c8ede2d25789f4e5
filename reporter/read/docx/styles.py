"""The paragraph styles of a document: what a style says of heading, list and looks, inherited through basedOn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporter.read.docx.names import Element, W, attribute, number, switch

Role = Literal["", "title", "caption", "contents", "item"]

_CHINESE = "一二三四五六七八九"
_HEADING = re.compile(
    rf"(?:heading|标题|標題)\s*(?P<a>[1-9{_CHINESE}])|(?P<b>[1-9{_CHINESE}])级(?:标题|標題)", re.IGNORECASE
)
_TITLE = r"title|标题|標題|(?:文档|文件|公文)(?:标题|標題)|[主大](?:标题|標題)"
_CAPTION = r"caption|题注|題注|表题|表題|标号|標號"
_CONTENTS = (
    r"(?:toc|contents|目录|目錄)\s*(?:[1-9]|heading|标题|標題)|table of (?:figures|authorities)|图表目录|圖表目錄"
)
_ITEM = r"list (?:bullet|number)\s*[1-9]?|(?:列表)?项目符号\s*[1-9]?|列表编号\s*[1-9]?"
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("title", re.compile(_TITLE, re.IGNORECASE)),
    ("caption", re.compile(_CAPTION, re.IGNORECASE)),
    ("contents", re.compile(_CONTENTS, re.IGNORECASE)),
    ("item", re.compile(_ITEM, re.IGNORECASE)),
)
_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style gives its paragraphs: the heading level (0 for none), what it is for, the list that it
    belongs to as (numId, level or None), whether it centres or hides, and the size of its letters in half points."""

    level: int = 0
    role: Role = ""
    list_id: int | None = None
    list_level: int | None = None
    is_centred: bool = False
    is_hidden: bool = False
    size: str | None = None


class Styles:
    """The styles by their ids; an unknown id has the default style's properties."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(W + "style") if root is not None else []
        self._elements = {attribute(style, "styleId") or "": style for style in found}
        self._default = next(
            (
                attribute(style, "styleId") or ""
                for style in found
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")
            ),
            "",
        )
        self._paragraphs: dict[str | None, Style] = {}
        self._hiding: dict[str, bool] = {}
        self._ruled: dict[str, bool] = {}

    def of(self, style_id: str | None) -> Style:
        """The paragraph style of an id, or the default one for None."""
        if style_id not in self._paragraphs:
            known = style_id if style_id in self._elements else self._default
            self._paragraphs[style_id] = _inherited(list(self._chain(known)))
        return self._paragraphs[style_id]

    def hides(self, style_id: str) -> bool:
        """Whether a character style hides its text."""
        if style_id not in self._hiding:
            self._hiding[style_id] = _nearest_switch(list(self._chain(style_id)), "rPr", "vanish")
        return self._hiding[style_id]

    def is_ruled(self, style_id: str) -> bool:
        """Whether a table style draws borders."""
        if style_id not in self._ruled:
            self._ruled[style_id] = any(has_lines(style.iter(W + "tblBorders")) for style in self._chain(style_id))
        return self._ruled[style_id]

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those that it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style_id is not None and style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            element = self._elements[style_id]
            yield element
            style_id = attribute(element.find(W + "basedOn"))


def has_lines(borders: Iterator[Element]) -> bool:
    """Whether any of these border elements draws a line."""
    return any(attribute(side) not in (None, "none", "nil") for border in borders for side in border)


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties state: 1 to 9, 0 for body text, None where they state none."""
    stated = number(properties.find(W + "outlineLvl")) if properties is not None else None
    if stated is None:
        return None
    return stated + 1 if 0 <= stated < _BODY_TEXT else 0


def _inherited(chain: list[Element]) -> Style:
    list_id, list_level = _list_of(chain)
    role = _role(chain)
    return Style(
        level=0 if role in ("contents", "title") else _level(chain),
        role=role,
        list_id=list_id,
        list_level=list_level,
        is_centred=_nearest(chain, "pPr/jc") == "center",
        is_hidden=_nearest_switch(chain, "rPr", "vanish"),
        size=_nearest(chain, "rPr/sz"),
    )


def _nearest(chain: list[Element], path: str) -> str | None:
    """The value of a property in the nearest style that has it."""
    full = "/".join(W + step for step in path.split("/"))
    return next((value for style in chain if (value := attribute(style.find(full))) is not None), None)


def _nearest_switch(chain: list[Element], properties: str, name: str) -> bool:
    stated = (switch(style.find(W + properties), name) for style in chain)
    return next((value for value in stated if value is not None), False)


def _list_of(chain: list[Element]) -> tuple[int | None, int | None]:
    """(numId, level) of the nearest style with a list; each may come from another style."""
    list_id = list_level = None
    for style in chain:
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            list_id = number(properties.find(W + "numId")) if list_id is None else list_id
            list_level = number(properties.find(W + "ilvl")) if list_level is None else list_level
    return list_id, list_level


def _level(chain: list[Element]) -> int:
    """The heading level: the nearest outline level or name of a heading."""
    for style in chain:
        stated = outline_level(style.find(W + "pPr"))
        if stated is not None:
            return stated
        for name in _names(style):
            if match := _HEADING.fullmatch(name):
                digit = match["a"] or match["b"]
                return _CHINESE.index(digit) + 1 if digit in _CHINESE else int(digit)
    return 0


def _role(chain: list[Element]) -> Role:
    for style in chain:
        for name in _names(style):
            for role, pattern in _ROLES:
                if pattern.fullmatch(name):
                    return role
    return ""


def _names(style: Element) -> list[str]:
    """The style's name and its other names."""
    stated = (attribute(style.find(W + "name")), *(attribute(style.find(W + "aliases")) or "").split(","))
    return [" ".join(name.split()) for name in stated if name]
