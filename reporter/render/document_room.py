"""What of a document its page has room for: no page may be longer than a browser opens at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reporter.render.context import DocumentView
from reporter.render.paging import fitted
from reporter.render.passages import TableView

# How much each list may weigh, in bytes of its page; together below 500 KB. The lists' own pages and the data have all.
ROOM = {
    "sections": 90_000,
    "tables": 110_000,
    "figures": 70_000,
    "targets": 40_000,
    "honours": 25_000,
    "references": 25_000,
    "events": 35_000,
    "findings": 15_000,
}
TABLE_ROWS = 200
TABLE_WEIGHT = 50_000


def fitted_document(document: DocumentView) -> DocumentView:
    """The document with each list cut to its room; ``more`` counts what is left out, by the list's name."""
    tables = tuple(cut(table, TABLE_WEIGHT) for table in document.tables)
    lists = {name: getattr(document, name) for name in ROOM} | {"tables": tables}
    kept = {name: fitted(items, ROOM[name]) for name, items in lists.items()}
    more = {name: len(lists[name]) - len(kept[name]) for name in ROOM if len(lists[name]) > len(kept[name])}
    changes: dict[str, Any] = {**kept, "more": more}
    return replace(document, **changes)


def cut(table: TableView, limit: int) -> TableView:
    """The table with as many rows as weigh no more than the limit; ``more`` counts the others too."""
    rows = fitted(table.rows, limit)
    return replace(table, rows=rows, more=table.more + len(table.rows) - len(rows))
