"""Where things are: in the site's files, or in the PDF's own pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from reporter.model import Analysis
from reporter.render.source_parts import part_of, part_starts


class Links(Protocol):
    """How one medium links."""

    def document(self, number: int, analysis: Analysis) -> str:
        """To a document's own page or chapter."""

    def source(self, number: int, analysis: Analysis) -> str:
        """To the beginning of a document's source."""

    def place(self, number: int, analysis: Analysis, anchor: str, start: int, sentence: str | None) -> str:
        """To a passage: its id, where it starts in the clean text, and the sentence it belongs to."""

    def anchor(self, number: int, name: str) -> str:
        """The id that a quoted sentence or a table gets where it is printed; empty for none."""

    def table_file(self, table: str) -> str:
        """To a table as a file; empty where there is none."""


class SiteLinks:
    """Links between the site's pages.

    Args:
        root: leads from the page to the site's folder (``../`` or nothing).
        tables: the tables that the site offers as files, by id.
    """

    def __init__(self, root: str, tables: frozenset[str] = frozenset()) -> None:
        self.root = root
        self._tables = tables
        self._starts: dict[str, tuple[int, ...]] = {}

    def document(self, number: int, analysis: Analysis) -> str:  # noqa: ARG002
        """To the document's page."""
        return f"{self.root}documents/{analysis.document.id}.html"

    def source(self, number: int, analysis: Analysis) -> str:  # noqa: ARG002
        """To the first part of the document's source."""
        return f"{self.root}sources/{source_file(analysis.document.id, 1)}"

    def place(self, number: int, analysis: Analysis, anchor: str, start: int, sentence: str | None) -> str:  # noqa: ARG002
        """To the highlighted passage in the part of the source that holds it."""
        document = analysis.document
        if document.id not in self._starts:
            self._starts[document.id] = part_starts(document.clean)
        part = part_of(self._starts[document.id], document.clean.ledger.source_start(start))
        return f"{self.root}sources/{source_file(document.id, part)}#{anchor}"

    def anchor(self, number: int, name: str) -> str:  # noqa: ARG002
        """A table's id; the sources hold the passages."""
        return name

    def table_file(self, table: str) -> str:
        """To the table's CSV file."""
        return f"{self.root}data/tables/{table}.csv" if table in self._tables else ""


class PrintLinks:
    """Links inside the PDF: a passage leads to where the document's chapter quotes it, else to the chapter.

    Args:
        printed: the sentences that each document's chapter prints, by the document's id.
        table_file: names the file of the build that has a table whole.
    """

    def __init__(self, printed: Mapping[str, frozenset[str]], table_file: Callable[[str], str] = lambda _: "") -> None:
        self._printed = printed
        self._table_file = table_file

    def document(self, number: int, analysis: Analysis) -> str:  # noqa: ARG002
        """To the document's chapter."""
        return f"#d{number}"

    def source(self, number: int, analysis: Analysis) -> str:  # noqa: ARG002
        """To the document's line in the list of sources."""
        return f"#source-{number}"

    def place(self, number: int, analysis: Analysis, anchor: str, start: int, sentence: str | None) -> str:  # noqa: ARG002
        """To the quoted sentence, or the chapter where that does not quote it."""
        printed = self._printed.get(analysis.document.id, frozenset())
        return f"#{self.anchor(number, sentence)}" if sentence and sentence in printed else f"#d{number}"

    def anchor(self, number: int, name: str) -> str:
        """An id that is one of its kind in the whole PDF: two documents may hold the same sentence."""
        return f"d{number}-{name}"

    def table_file(self, table: str) -> str:
        """The name of the file beside the PDF that has the table whole; paper has no link to it."""
        return self._table_file(table)


def source_file(document: str, part: int) -> str:
    """The file of a source's part; the first has no number."""
    return f"{document}.html" if part == 1 else f"{document}-{part}.html"
