"""The logical structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8) as a tree of its own, before it is written.

A tree is made of pages by ``structure_boxes``, trees of pieces become one here, and ``structure_writing`` writes the
one that is left. So an element is one element, on however many pages and in however many pieces it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

GROUPING = frozenset(("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOCI"))
"""The types whose content stands in elements of its own, never in them (ISO 32000-1, 14.8.4.2)."""
# What may go on from one piece of a PDF to the next: chapters, and what has rows in them.
_CHAPTERS = frozenset(("Part", "Sect", "Div"))
_ROWS = frozenset(("Table", "L"))

Value = int | str | tuple[float, ...]


class Marked(NamedTuple):
    """Marked content: its page, counted from 0, and its number there (ISO 32000-1, 14.7.4.2)."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation: its page, the number of its object, and its place among all annotations (14.7.4.3)."""

    page: int
    number: int
    key: int


@dataclass(slots=True)
class Element:
    """A structure element.

    Attributes:
        kind: its standard structure type (14.8.4), without the slash.
        lang: the language that its text is in, also where that is the one of the element around it.
        alt: what is said in its place (14.9.3).
        attributes: standard attributes by name (14.8.5).
        kids: what is in it, in reading order.
    """

    kind: str
    lang: str = ""
    alt: str = ""
    attributes: dict[str, Value] = field(default_factory=dict)
    kids: list[Element | Marked | Annotated] = field(default_factory=list)

    def within(self, kind: str) -> Element:
        """A new element at the end of this one, in its language."""
        element = Element(kind, self.lang)
        self.kids.append(element)
        return element

    def elements(self) -> list[Element]:
        """The elements right below it."""
        return [kid for kid in self.kids if type(kid) is Element]


def walked(tree: Element) -> Iterator[Element]:
    """An element and all below it in reading order. What is below one is asked for when the next one is."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(element.elements()))


def move(tree: Element, pages: int, numbers: Mapping[int, int], keys: int) -> int:
    """Give a piece's tree its place in the whole; how many annotations it has.

    Args:
        pages: how many pages stand before the piece.
        numbers: the number of each of the piece's objects among those of the whole, by the number in the piece.
        keys: how many annotations stand before it.
    """
    count = 0
    for element in walked(tree):
        kids = element.kids
        for at, kid in enumerate(kids):
            if type(kid) is Marked:
                kids[at] = Marked(kid.page + pages, kid.number)
            elif type(kid) is Annotated:
                kids[at] = Annotated(kid.page + pages, numbers[kid.number], kid.key + keys)
                count += 1
    return count


def join(tree: Element, other: Element, continued: str = "") -> None:
    """Put what is in the other element at the end of this one.

    Args:
        continued: the chapter that the other goes on with, empty where it begins one. The section that both stand in is
            one then, and so is a table or a list that it was broken in, but for the documents: these are whole.
    """
    last, first = _edges(tree, other)
    if continued and last and first and last.kind == first.kind and first.kind in _CHAPTERS:
        _join_broken(last, first, rows=continued != "documents")
        other.kids.pop(0)
    tree.kids.extend(other.kids)


def _join_broken(before: Element, after: Element, *, rows: bool) -> None:
    """Make one element of two that a break parted."""
    last, first = _edges(before, after)
    if rows and last and first and last.kind == first.kind and first.kind in _ROWS:
        if first.kind == "Table":
            _join_heads(last, first)
        inner_last, inner_first = _edges(last, first)
        if inner_last and inner_first and inner_last.kind == inner_first.kind == "TBody":
            inner_last.kids.extend(inner_first.kids)
            first.kids.pop(0)
        last.kids.extend(first.kids)
        after.kids.pop(0)
    before.kids.extend(after.kids)


def _edges(before: Element, after: Element) -> tuple[Element | None, Element | None]:
    """The last element of one and the first of another, where these are what they end and begin with."""
    last = before.kids[-1] if before.kids else None
    first = after.kids[0] if after.kids else None
    return last if type(last) is Element else None, first if type(first) is Element else None


def _join_heads(before: Element, after: Element) -> None:
    """Make one header of two: the rows that a table's next part redraws are those of its first (Table 337)."""
    last, first = before.elements(), after.elements()
    if last and first and last[0].kind == first[0].kind == "THead":
        _overlay(last[0], first[0])
        after.kids.remove(first[0])


def _overlay(one: Element, same: Element) -> None:
    """Add to an element what another has that is the same drawn once more."""
    mine, others = one.elements(), same.elements()
    for at, other in enumerate(others):
        if at < len(mine) and mine[at].kind == other.kind:
            _overlay(mine[at], other)
        else:
            one.kids.append(other)
    one.kids.extend(kid for kid in same.kids if type(kid) is not Element)
