"""What can be said of a structure tree only when all of it is there: the levels of headings and the shape of tables."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.render.pdf.structure import Element, walked

_ROW_GROUPS = frozenset(("THead", "TBody", "TFoot"))
# Elements that say nothing where there is nothing in them.
_HOLLOW = frozenset(("Div", "P", "Sect", "Span"))


def complete(tree: Element) -> None:
    """Give headings levels of which none is skipped (ISO 14289-1, 7.4.2), header cells their scope (7.5) and all rows
    of a table as many cells; take elements out that are empty."""
    levels: list[int] = []
    for element in walked(tree):
        element.kids[:] = [kid for kid in element.kids if not (type(kid) is Element and _hollow(kid))]
        _take_language(element)
        kind = element.kind
        if kind == "Table":
            _complete_table(element)
        elif len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            element.kind = f"H{_level(int(kind[1]), levels)}"


def _hollow(element: Element) -> bool:
    return element.kind in _HOLLOW and all(type(kid) is Element and _hollow(kid) for kid in element.kids)


def _take_language(element: Element) -> None:
    """Have an element speak for the one in it that does nothing but say which language all of it is in."""
    while len(element.kids) == 1:
        only = element.kids[0]
        if type(only) is not Element or only.kind != "Span" or element.alt:
            break
        element.lang, element.kids = only.lang, only.kids


def _level(stated: int, levels: list[int]) -> int:
    """The level of a heading below those that stand open, which are given by their stated levels."""
    while levels and levels[-1] >= stated:
        levels.pop()
    levels.append(stated)
    return len(levels)


def _complete_table(table: Element) -> None:
    groups = list(_row_groups(table))
    for rows, in_head in groups:
        for row in rows:
            _say_scope(row.elements(), in_head=in_head)
    widths = [_widths(rows) for rows, _ in groups]
    widest = max((width for found in widths for width in found), default=0)
    for (rows, _), found in zip(groups, widths, strict=True):
        for row, width in zip(rows, found, strict=True):
            if width < widest:  # HTML leaves cells out that are empty
                row.within("TD").attributes.update({"ColSpan": widest - width} if widest - width > 1 else {})


def _say_scope(cells: list[Element], *, in_head: bool) -> None:
    """Say of the header cells of a row what they head, where they do not."""
    scope = "Column" if in_head or all(cell.kind == "TH" for cell in cells) else "Row"
    for cell in cells:
        if cell.kind == "TH":
            cell.attributes.setdefault("Scope", scope)


def _row_groups(table: Element) -> Iterator[tuple[list[Element], bool]]:
    """The rows of a table by what they stand in, and whether that is its header."""
    parts = table.elements()
    yield [part for part in parts if part.kind == "TR"], False
    for part in parts:
        if part.kind in _ROW_GROUPS:
            yield part.elements(), part.kind == "THead"


def _widths(rows: list[Element]) -> list[int]:
    """How many columns each row of a group takes, those that cells of rows above reach down into among them."""
    widths = []
    reaching: list[tuple[int, int]] = []  # of cells that go on: columns, rows that are left
    for row in rows:
        cells = [(_span(cell, "ColSpan"), _span(cell, "RowSpan")) for cell in row.elements()]
        widths.append(sum(columns for columns, _ in cells) + sum(columns for columns, _ in reaching))
        reaching = [(columns, left - 1) for columns, left in (*reaching, *cells) if left > 1]
    return widths


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, 1)
    return value if isinstance(value, int) else 1
