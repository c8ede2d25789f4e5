"""How an extraction agrees with a document's hand-made annotations: same place, same value and unit."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reporter.extract.indicators import indicators
from reporter.language.script import simplified
from reporter.model import Document, Indicator
from reporter.read import read_file
from reporter.repair import repair
from reporter.structure import structure
from tests.extract.figures import SCALES, alike


@dataclass(frozen=True)
class Result:
    """Shares of the annotated figures found, of the found ones annotated, and of the found ones with a fitting name,
    subject, bound and role (1 where no role is annotated)."""

    recall: float
    precision: float
    named: float
    invented: tuple[str, ...]
    subject: float = 1.0
    bound: float = 1.0
    role: float = 1.0


def scored(truth: Path, folder: Path) -> Result:
    """The result for one annotated document of a folder."""
    annotated = json.loads(truth.read_text("utf-8"))
    document = structure(repair(read_file(folder / annotated["file"], annotated["file"])), "document")
    figures = annotated["figures"]
    matches: dict[int, Indicator] = {}
    invented = []
    for indicator in indicators(document):
        place = next((index for index, figure in enumerate(figures) if _is_same(document, indicator, figure)), None)
        if place is None:
            invented.append(indicator.span.of(document.text))
        else:
            matches.setdefault(place, indicator)
    core = [index for index, figure in enumerate(figures) if figure["core"]]
    labels = {index: re.sub(r"[(（].*?[)）]", "", figures[index]["indicator"]) for index in core}
    fitting = sum(index in matches and alike(matches[index].name, simplified(labels[index])) >= 0.5 for index in core)
    found = [(matches[index], figures[index]) for index in core if index in matches]
    told = [(one, figure) for one, figure in found if "role" in figure]
    return Result(
        sum(index in matches for index in core) / len(core),
        len(matches) / (len(matches) + len(invented)),
        fitting / len(core),
        tuple(invented),
        sum(alike(one.subject, simplified(figure["subject"])) >= 0.5 for one, figure in found) / len(core),
        sum(one.bound in _BOUNDS[figure["approx"]] for one, figure in found) / len(core),
        sum(one.role == figure["role"] for one, figure in told) / len(told) if told else 1.0,
    )


# The bounds that agree with an annotated one: 以上 may be read as over, a range has none.
_BOUNDS: dict[str | None, set[str | None]] = {
    None: {None},
    "range": {None},
    "over": {"over", "at_least"},
    "at_least": {"at_least", "over"},
    "under": {"under", "about"},
    "at_most": {"at_most", "under"},
    "about": {"about"},
}


def _is_same(document: Document, indicator: Indicator, figure: dict[str, Any]) -> bool:
    start, end = document.clean.ledger.source_span(indicator.span.start, indicator.span.end)
    if not (start < figure["offset"] + len(figure["quote"]) and figure["offset"] < end):
        return False
    stated = [(figure["value"], simplified(figure["unit"])), *map(tuple, figure.get("value_accept", []))]
    return _base(indicator.value, indicator.unit) in [_base(value, unit) for value, unit in stated]


def _base(value: Any, unit: str) -> tuple[tuple[float, ...], str]:
    factor = 1
    while len(unit) > 1 and unit[0] in SCALES:
        factor, unit = factor * SCALES[unit[0]], unit[1:]
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(round(float(number) * factor, 6) for number in values), unit
