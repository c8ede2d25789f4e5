"""Lists of many fields become the tables that a reader would make of them: recall and precision of their cells at the
recorded level, which may only be raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reporter.extract import extract
from reporter.model import Table
from tests.extract.documents import document

EXAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "lists"
# held.txt was written after the rules for examples.txt were made, blind.txt before those for its other kinds of lists.
LEVELS = {"examples.txt": 0.93, "held.txt": 0.93, "blind.txt": 0.9}


@dataclass(frozen=True, slots=True)
class Example:
    """A list with its expected table; no lines for a list that is no table."""

    name: str
    text: str
    lines: tuple[tuple[str, ...], ...]


def examples(name: str) -> Iterator[Example]:
    for case in (EXAMPLES / name).read_text("utf-8").split("\n== ")[1:]:
        title, _, rest = case.partition("\n")
        text, _, table = rest.partition("\n--\n")
        lines = tuple(
            tuple("" if cell == "-" else cell for cell in line.split(" | "))
            for line in table.strip().split("\n")
            if line
        )
        yield Example(title, text + "\n", lines)


def lines_of(table: Table) -> tuple[tuple[str, ...], ...]:
    return (table.header, *(tuple(cell.text for cell in row) for row in table.rows))


def placed(lines: tuple[tuple[str, ...], ...]) -> Counter[tuple[str, str, str]]:
    """The cells with the label of their row and the heading of their column."""
    return Counter(
        (line[0], heading, cell) for line in lines[1:] for heading, cell in zip(lines[0], line, strict=True) if cell
    )


def score(name: str) -> tuple[float, float]:
    """Recall and precision of the cells over all examples of a file."""
    right = expected = found = 0
    for example in examples(name):
        made = Counter[tuple[str, str, str]]()
        for table in extract(document(example.text)).tables:
            made += placed(lines_of(table))
        wanted = placed(example.lines) if example.lines else Counter()
        right += (made & wanted).total()
        expected += wanted.total()
        found += made.total()
    return right / expected, right / found


@pytest.mark.parametrize("name", LEVELS)
def test_cells_are_found_and_stand_in_their_columns(name: str) -> None:
    recall, precision = score(name)
    assert min(recall, precision) >= LEVELS[name]


@pytest.mark.parametrize("example", [one for name in LEVELS for one in examples(name)], ids=lambda one: one.name)
def test_every_cell_stands_at_its_place(example: Example) -> None:
    made = document(example.text)
    for table in extract(made).tables:
        assert {len(row) for row in table.rows} == {len(table.header)}
        for row in table.rows:
            for cell in row:
                assert cell.text == (cell.span.of(made.text) if cell.span else "")
