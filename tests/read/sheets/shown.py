"""What a RawText of tables shows, as the tests compare it."""

from __future__ import annotations

from reporter.model import RawTable, RawText


def rows_of(raw: RawText, table: RawTable) -> list[list[str]]:
    """The texts of all cells."""
    return [[raw.ledger.source[start:end] for start, end in row] for row in table.rows]


def marks_of(raw: RawText) -> list[tuple[str, str]]:
    """The kind and the text of each mark."""
    return [(mark.kind, raw.ledger.source[mark.start : mark.end]) for mark in raw.marks]


def codes_of(raw: RawText) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in raw.findings]


def is_sound(raw: RawText) -> bool:
    """Whether rows are equally long, cells lie in their table, places are in order and do not overlap, and undoing the
    ledger gives the source."""
    grid = all(
        len(row) == len(table.rows[0])
        and all(cell == (0, 0) or table.start <= cell[0] < cell[1] <= table.end for cell in row)
        for table in raw.tables
        for row in table.rows
    )
    ordered = all(one.end <= other.start for one, other in zip(raw.places, raw.places[1:], strict=False))
    return grid and ordered and raw.ledger.inverse() == raw.ledger.source
