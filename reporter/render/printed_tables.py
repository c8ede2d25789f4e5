"""How much of a document's table paper prints, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.config import Config
from reporter.model import Briefing, Finding, Saying


def whole_table(table: str, config: Config) -> str:
    """The file of the build that holds every row of a table."""
    return f"data/tables/{table}.csv" if "csv" in config.output.formats else "data/briefing.json"


def cut_table_findings(briefing: Briefing, config: Config) -> Iterator[Finding]:
    """One finding for each table that has more rows than are printed."""
    limit = config.pdf.table_rows
    for analysis in briefing.analyses:
        for table in analysis.tables:
            more = len(table.rows) - limit
            if more > 0:
                where = whole_table(table.id, config)
                yield _CUT.finding(limit=limit, table=table.id, more=more, file=where, document=analysis.document.id)


_CUT = Saying(
    "render-table-cut",
    "info",
    "the PDF prints {limit} rows of table {table}; the other {more} are in {file}",
    "a larger [pdf] table_rows prints more",
)
