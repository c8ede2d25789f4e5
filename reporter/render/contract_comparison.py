"""The parts of data/briefing.json that hold figures of several documents against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reporter.model import Comparison, ComparisonCell, ComparisonRow, Conflict
from reporter.render.contract_places import number_json

Json = dict[str, Any]


def comparison_parts(comparison: Comparison) -> Json:
    """The comparison of briefing.json, its rows an iterator."""
    return {"columns": list(comparison.columns), "rows": (_row(row) for row in comparison.rows)}


def _row(row: ComparisonRow) -> Json:
    cells: dict[str, list[Json]] = {}
    for cell in row.cells:
        cells.setdefault(cell.document, []).append(_cell(cell))
    return {"indicator": row.indicator, "basis": row.basis, "derived": row.derived, "cells": cells}


def _cell(cell: ComparisonCell) -> Json:
    return {
        "value": number_json(cell.value),
        "unit": cell.unit,
        "subject": cell.subject,
        "period": cell.period,
        "role": cell.role,
        "bound": cell.bound,
        "falls": cell.falls,
        "indicator": cell.indicator,
        "same": cell.same,
    }


def conflict_dict(conflict: Conflict, stated: Mapping[tuple[str, str], str]) -> Json:
    """The figures that contradict one another, each with the sentence that states it."""
    return {
        "indicator": conflict.indicator,
        "items": [
            {"document": item.document, "indicator": item.id, "sentence": stated[item.document, item.id]}
            for item in conflict.items
        ],
    }
