"""All tables of a document, in reading order, with their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reporter.extract.apportioned import apportioned_tables
from reporter.extract.enumerations import name_tables
from reporter.extract.list_rows import Figures
from reporter.extract.list_tables import list_tables
from reporter.extract.marked_tables import marked_tables
from reporter.model.document import Document, Indicator, Table
from reporter.model.ids import Ids


def tables(document: Document, indicators: Sequence[Indicator]) -> tuple[Table, ...]:
    """The document's tables: those of the markup, those of enumerations with figures, and rows of names.

    An id is made of header and cells: ``b`` and eight digits, ``-2``, ``-3`` for repeats.
    """
    figures = Figures(indicators)
    found = [
        *marked_tables(document),
        *list_tables(document, figures),
        *apportioned_tables(document, figures),
        *name_tables(document),
    ]
    found.sort(key=lambda table: (table.span.start, table.span.end))
    ids = Ids("b")
    return tuple(replace(table, id=ids.of(_content(table))) for table in found)


def _content(table: Table) -> str:
    """Header and cells as one text, for the id."""
    return "\n".join(["|".join(table.header), *("|".join(cell.text for cell in row) for row in table.rows)])
