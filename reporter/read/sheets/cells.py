"""Sheets as every reader of tables hands them on: cells by row and column, what is merged and what is hidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reporter.model import Finding, Locator, Saying
from reporter.read.composer import GridCell

# So many cells of one file are read. A cell costs about 0.5 kB until the document is built, so this is about 1 GB.
MOST_CELLS = 2_000_000
# So many columns of a sheet are read. Excel had 256 until 2007, and no table that people read has more than a thousand;
# a page with one of 100,000 takes minutes to set.
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class SheetCell(GridCell):
    """A cell with text in it. ``is_number`` says that it holds a figure, a date not counted; ``place`` is where it
    stands in the text of a file of separated values."""

    is_number: bool = False
    place: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged stretch, both ends included, rows and columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet: row → column → cell, both from 0, cells without text left out, rows and columns in order."""

    name: str
    rows: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Tally:
    """What was met while the cells of a file were read and a person must know: how often and where first."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    cells: int = 0

    @property
    def is_full(self) -> bool:
        """Whether as many cells were read as are read."""
        return self.cells >= MOST_CELLS

    def note(self, what: str, where: str) -> None:
        """Count one more of these."""
        self.counts[what] += 1
        self.first.setdefault(what, where)

    def findings(self) -> list[Finding]:
        """A finding for each kind that was met, in the order of ``_KINDS``."""
        return [
            saying.finding(count=self.counts[what], first=self.first[what])
            for what, saying in _KINDS.items()
            if what in self.counts
        ]


_KINDS = {
    "unvalued": Saying(
        "read-formula-unvalued",
        "warning",
        "{count} formulas have no stored value and stand as empty cells, the first in {first}",
        "open the file in Excel, WPS or LibreOffice, let it calculate, and save it",
    ),
    "error": Saying(
        "read-cell-error",
        "warning",
        "{count} cells show an error instead of a value, the first in {first}",
        "mend the formulas; the cells stand as the program shows them",
    ),
    "sheet": Saying(
        "read-sheet-hidden",
        "warning",
        "{count} hidden sheets are left out, the first is {first}",
        "unhide them to have them read",
    ),
    "hidden": Saying(
        "read-cells-hidden",
        "warning",
        "{count} hidden rows and columns with text in them are left out, the first is {first}",
        "unhide them, or take the filter off, to have them read; totals may count them",
    ),
    "limit": Saying(
        "read-cells-limit.cells",
        "warning",
        "more than 2,000,000 cells: what follows {first} is left out",
        "split the file, or keep only the sheets that belong in the briefing",
    ),
    "columns": Saying(
        "read-cells-limit.columns",
        "warning",
        "more than 1,000 columns: {count} cells beyond them are left out, the first is {first}",
        "split the table, or give it one row a column",
    ),
    "broken": Saying(
        "read-sheet-broken",
        "warning",
        "{count} sheets are damaged and read as far as they go, the first is {first}",
        "open the file in Excel, WPS or LibreOffice and save it again",
    ),
}


def cell_name(row: int, column: int) -> str:
    """The name of a cell counted from 0: (6, 1) is B7."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The name of a column counted from 0: 0 is A, 26 is AA."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(65 + letter) + name
    return name


def locator(sheet: str, row: int, column: int) -> Locator:
    """Where a cell stands."""
    return Locator(sheet=sheet, cell=cell_name(row, column))
