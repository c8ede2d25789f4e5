"""The names of WordprocessingML (ECMA-376 part 1, 17) and its neighbours as lxml spells them."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

BODY_INDEX = "body-index"
"""An attribute that only this reader sets: which paragraph or table row of the body an element is, counted from 0 in
the file as it is stored, before changes are accepted."""

_INTEGER = re.compile(r"\s*[+-]?[0-9]{1,9}\s*")
_OFF = frozenset({"0", "false", "off"})


def attribute(element: Element | None, name: str = "val") -> str | None:
    """The value of an attribute of the main namespace; None without it or without the element."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """The same as a number; None where it is none, or beyond what an office program writes."""
    value = attribute(element, name)
    return int(value) if value is not None and _INTEGER.fullmatch(value) else None


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off (17.17.4) is on: present, and not said to be off."""
    return element is not None and attribute(element) not in _OFF


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether properties switch something on (True) or off (False); None where they do not speak of it."""
    element = properties.find(W + name) if properties is not None else None
    return None if element is None else is_on(element)
