"""How much of a document's tables and sentences paper and the Word file have, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.config import Config
from reporter.model import Analysis, Briefing, Finding, Saying
from reporter.render.document_view import quoted_sentences

# Both have so many characters of a sentence, more than a page. No sentence that people wrote is as long; what stands
# for one in a text that is damaged, or written to harm, may have a hundred thousand.
LONGEST = 1_000


def whole_table(table: str, config: Config) -> str:
    """The file of the build that holds every row of a table."""
    return f"data/tables/{table}.csv" if "csv" in config.output.formats else "data/briefing.json"


def shortened_findings(briefing: Briefing, config: Config) -> Iterator[Finding]:
    """One finding for each table that has more rows than are printed, and one for each document with quoted sentences
    that are longer than what is printed of them."""
    for analysis in briefing.analyses:
        yield from _cut_tables(analysis, config)
        yield from _cut_sentences(analysis, quoted_sentences(analysis), _CUT_SENTENCE)


def shortened_word_findings(briefing: Briefing) -> Iterator[Finding]:
    """One finding for each document with quoted sentences that are longer than what the Word file has of them."""
    for analysis in briefing.analyses:
        yield from _cut_sentences(analysis, quoted_sentences(analysis), _CUT_IN_WORD)


def shortened_brief_findings(briefing: Briefing, *, word: bool = False) -> Iterator[Finding]:
    """Those for the sentences of a PDF of the brief alone, or a Word file that has no more; other documents than those
    that it quotes are not opened."""
    saying = _CUT_IN_WORD if word else _CUT_SENTENCE
    for document in dict.fromkeys(reference.document for reference in briefing.summary):
        named = {reference.id for reference in briefing.summary if reference.document == document}
        yield from _cut_sentences(briefing.analyses[briefing.ids.index(document)], named, saying)


def _cut_tables(analysis: Analysis, config: Config) -> Iterator[Finding]:
    limit = config.pdf.table_rows
    for table in analysis.tables:
        more = len(table.rows) - limit
        if more > 0:
            where = whole_table(table.id, config)
            yield _CUT.finding(limit=limit, table=table.id, more=more, file=where, document=analysis.document.id)


def _cut_sentences(analysis: Analysis, names: Iterable[str], saying: Saying) -> Iterator[Finding]:
    quoted = frozenset(names)
    count = sum(len(item.text) > LONGEST for item in analysis.document.sentences if item.id in quoted)
    if count:
        yield saying.finding(limit=LONGEST, count=count, document=analysis.document.id)


_CUT = Saying(
    "render-table-cut",
    "info",
    "the PDF prints {limit} rows of table {table}; the other {more} are in {file}",
    "a larger [pdf] table_rows prints more",
)
_CUT_SENTENCE = Saying(
    "render-sentence-cut",
    "info",
    "overlong sentences, of which the PDF prints the first {limit} characters: {count}; all is in data/briefing.json",
    "look there whether they are sentences: the file may be damaged",
)
_CUT_IN_WORD = Saying(
    "render-docx-sentence-cut",
    "info",
    "overlong sentences, of which the DOCX has the first {limit} characters: {count}; all is in data/briefing.json",
    "look there whether they are sentences: the file may be damaged",
)
