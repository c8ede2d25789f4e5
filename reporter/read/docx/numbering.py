"""Automatic numbers: the lists of a document, and the count that turns each paragraph's place into its label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reporter.read.docx.names import Element, W, attribute, is_on, number
from reporter.read.docx.number_formats import formatted, is_chinese

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_CHINESE_CHARACTER = re.compile(r"[\u3400-\u9fff]")
# What a label may end in that sets it apart from the text, and what would run into a figure all the same.
_CLOSED = re.compile(r"[、，。：；）】〕」》．.)\]:;①-⓿㈀-㊿]$")
_FIGURE = re.compile(r"[0-9A-Za-z.．)]$")
_GROWING = re.compile(r"[0-9A-Za-z.%]")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a numbered paragraph: its text (empty for a bullet), whether it counts as in headings
    (一、, 第一章), not as in lists (1., a, ①), and whether its words follow without a gap."""

    text: str
    is_bullet: bool = False
    is_chinese: bool = False
    is_glued: bool = False

    def before(self, text: str) -> str:
        """The label and the text as one line: nothing between 一、 and its words, a space where a number would run
        into a figure or a word."""
        if not self.text or not text:
            return self.text + text
        meets = _FIGURE.search(self.text) and _GROWING.match(text)
        return f"{self.text} {text}" if meets or not (self.is_glued or _CLOSED.search(self.text)) else self.text + text


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    is_glued: bool = False
    style: str | None = None


_NO_LEVEL = _Level()


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it: the definition that it counts in, its levels, and the starts that are its own."""

    definition: int
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. Paragraphs come in the order of the document."""

    lists: dict[int, _List]
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """The lists of a numbering part; none without one."""
        return cls({} if root is None else _lists(root))

    def level_of(self, list_id: int, style_id: str | None) -> int | None:
        """The level of a list that is linked to a paragraph style."""
        known = self.lists.get(list_id)
        if known is None or style_id is None:
            return None
        return next((index for index, level in sorted(known.levels.items()) if level.style == style_id), None)

    def next_label(self, list_id: int, level: int) -> Label | None:
        """Count one paragraph and give its label; None where the list is unknown (0 stands for no list).

        A level that is counted starts all below it again, unless they say otherwise (17.9.10). Lists of one
        definition share their count; a start of a list's own counts from its first paragraph on (17.9.26).
        """
        known = self.lists.get(list_id)
        if known is None or not 0 <= level < _LEVELS:
            return None
        counts = self._counts.setdefault(known.definition, [None] * _LEVELS)
        if level in known.starts and (list_id, level) not in self._begun:
            counts[level] = None
        self._begun.add((list_id, level))
        now = counts[level]
        counts[level] = _start(known, level) if now is None else now + 1
        for below in range(level + 1, _LEVELS):
            restart = known.levels.get(below, _NO_LEVEL).restart
            if restart is None or level < restart:
                counts[below] = None
        return _label(known, level, counts)


def _start(known: _List, level: int) -> int:
    return known.starts.get(level, known.levels.get(level, _NO_LEVEL).start)


def _label(known: _List, level: int, counts: list[int | None]) -> Label:
    own = known.levels.get(level, _NO_LEVEL)
    if own.number_format == "bullet":  # a bullet of words is a label
        return Label(own.text, is_chinese=True) if _CHINESE_CHARACTER.search(own.text) else Label("", is_bullet=True)

    def written(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        count = counts[index]
        shown = "decimal" if own.is_legal else known.levels.get(index, _NO_LEVEL).number_format
        return formatted(_start(known, index) if count is None else count, shown)

    text = _PLACEHOLDER.sub(written, own.text).strip()
    as_heading = is_chinese(own.number_format) or bool(_CHINESE_CHARACTER.search(own.text))
    return Label(text, is_chinese=as_heading, is_glued=own.is_glued)


def _lists(root: Element) -> dict[int, _List]:
    definitions = {
        id_: element
        for element in root.findall(W + "abstractNum")
        if (id_ := number(element, "abstractNumId")) is not None
    }
    # A definition may only name a list style; the one that the style is made of has the levels (17.9.21, 17.9.27).
    styled = {name: id_ for id_, element in definitions.items() if (name := attribute(element.find(W + "styleLink")))}
    found: dict[int, _List] = {}
    for element in root.findall(W + "num"):
        list_id, named = number(element, "numId"), number(element.find(W + "abstractNumId"))
        if list_id is None or named not in definitions:
            continue
        link = attribute(definitions[named].find(W + "numStyleLink"))
        definition = styled.get(link, named) if link else named
        found[list_id] = _list(element, definition, definitions[definition])
    return found


def _list(element: Element, definition: int, levels: Element) -> _List:
    own = {index: level for child in levels.findall(W + "lvl") for index, level in [_level(child)]}
    starts: dict[int, int] = {}
    for override in element.findall(W + "lvlOverride"):
        index = number(override, "ilvl")
        if index is None:
            continue
        changed = override.find(W + "lvl")
        if changed is not None:
            own[index] = replace(_level(changed)[1], style=own.get(index, _NO_LEVEL).style)
        start = number(override.find(W + "startOverride"))
        if start is not None:
            starts[index] = start
    return _List(definition, own, starts)


def _level(element: Element) -> tuple[int, _Level]:
    """(index, level) of a w:lvl."""
    start = number(element.find(W + "start"))
    number_format = next(element.iter(W + "numFmt"), None)
    is_picture = element.find(W + "lvlPicBulletId") is not None
    level = _Level(
        start=1 if start is None else start,
        number_format="bullet" if is_picture else attribute(number_format) or "decimal",
        text=attribute(element.find(W + "lvlText")) or "",
        restart=number(element.find(W + "lvlRestart")),
        is_legal=is_on(element.find(W + "isLgl")),
        is_glued=attribute(element.find(W + "suff")) == "nothing",
        style=attribute(element.find(W + "pStyle")),
    )
    return number(element, "ilvl") or 0, level
