"""The brief as Markdown, to paste into mail and office systems (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.brief_view import brief, head
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.citations import numbered_citation
from reporter.render.context import Brief, Head
from reporter.render.links import PrintLinks
from reporter.render.matrix_words import figure_words, line_words, row_words
from reporter.render.ordinals import begins_with_digit, ordinals
from reporter.render.passages import Figure, Matrix, Quote
from reporter.render.printed_script import printed_script
from reporter.render.reprint_words import reprint_lines
from reporter.render.since_markdown import change_blocks
from reporter.render.since_view import MARKDOWN, changes_view
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint

# What CommonMark would take for markup inside a line (2.4, backslash escapes; 2.5, entities), and what at its beginning
# (a list, a rule, the underline of a heading); the rest stays as it is.
_MARKUP = re.compile(r"[\\`*_\[\]<>|#~&]")
_OPENING = re.compile(r"(\d{1,9})[.)](?=\s|$)|()[-+](?=\s|$)|()-(?=-)|()=")
_LINE_ENDS = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]+")
_WIDE_SPACE = "\u3000"


def write_markdown(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:
    """Write ``briefing.md`` below the folder; no findings."""
    strings = load_catalogue(load_theme(config), config.interface)
    view = Viewpoint(briefing, strings, PrintLinks({}), printed_script(config))
    shown = brief(view)
    blocks = [
        *head_blocks(head(view), strings),
        *brief_blocks(shown, strings),
        *change_blocks(changes_view(view, MARKDOWN), strings, plain, table),
        *source_blocks(shown, view),
        *remark_blocks(shown, strings),
        *reprint_blocks(view),
    ]
    text = "\n\n".join(blocks) + "\n"
    (folder / "briefing.md").write_text(text, "utf-8", errors="backslashreplace", newline="\n")
    return ()


def plain(text: str) -> str:
    """The text on one line, with everything that Markdown would take for markup escaped."""
    line = _MARKUP.sub(lambda match: f"\\{match[0]}", _LINE_ENDS.sub(" ", text).strip())
    opening = _OPENING.match(line)
    at = len(opening[opening.lastindex or 0]) if opening else 0
    return f"{line[:at]}\\{line[at:]}" if opening else line


def head_blocks(given: Head, t: Catalogue) -> Iterator[str]:
    """Title, subtitle and a line of marking, issue, issuer and date, as far as they are given."""
    yield f"# {plain(given.title)}"
    if given.subtitle:
        yield plain(given.subtitle)
    issue = t("head.issue", issue=given.issue) if given.issue else ""
    line = [plain(part) for part in (given.marking, issue, given.issuer, given.date) if part]
    if line:
        yield _WIDE_SPACE.join(line)


def brief_blocks(given: Brief, t: Catalogue) -> Iterator[str]:
    """The editor's notes, the sentences with their marks, figures and comparison."""
    for note in given.notes:
        title = f"{t('brief.note')}{'：' + note.title if note.title else ''}"
        yield "\n>\n".join(f"> {plain(line)}" for line in (title, *note.paragraphs))
    yield f"## {plain(t('brief.title'))}"
    points = (*given.points, *given.points_rest)
    yield from point_blocks(points)
    if given.figures:
        yield f"## {plain(t('brief.figures'))}"
        yield figures_table(given.figures, t)
    if given.matrix.rows:
        yield f"## {plain(t('brief.comparison'))}"
        yield matrix_table(given.matrix, t)
        if given.matrix.other:
            yield plain(t("matrix.other_note"))


def point_blocks(points: Sequence[Quote]) -> Iterator[str]:
    """The sentences as a numbered list; as paragraphs with their numbers in brackets where one begins with a digit, of
    which the list would make 9. 3."""
    numbers = ordinals([quote.text for quote in points])
    if any(begins_with_digit(quote.text) for quote in points):
        for number, quote in zip(numbers, points, strict=True):
            yield plain(f"{number}{quote.text}{quote.whose}") + quote.mark.label
        return
    yield "\n".join(
        f"{n} {plain(quote.text)}{plain(quote.whose)}{quote.mark.label}"
        for n, quote in zip(numbers, points, strict=True)
    )


def source_blocks(given: Brief, view: Viewpoint) -> Iterator[str]:
    """The documents cited, numbered like their marks, as GB/T 7714—2015 cites them; a paragraph each."""
    if not given.legend:
        return
    yield f"## {plain(view.strings('brief.sources'))}"
    untitled = view.strings("document.untitled")
    for mark in given.legend:
        document = view.briefing.analyses[mark.number - 1].document
        yield plain(numbered_citation(mark.number, document, untitled))


def remark_blocks(given: Brief, t: Catalogue) -> Iterator[str]:
    """The documents that are silent on a topic, and how many were converted."""
    for silent in given.silent:
        named = t("joint").join(f"{mark.label}{plain(mark.title)}" for mark in silent.marks)
        yield f"{plain(silent.lead)}{named}{plain(silent.more)}"
    if given.converted:
        yield plain(given.converted)


def reprint_blocks(view: Viewpoint) -> Iterator[str]:
    """The documents that say the same as another, under the one they are counted with; nothing where there are none."""
    lines = [f"- {mark.label}{plain(mark.title)}：{plain(fact.text)}" for mark, fact in reprint_lines(view)]
    if lines:
        yield f"## {plain(view.strings('reprint.title'))}"
        yield "\n".join(lines)


def figures_table(figures: Sequence[Figure], t: Catalogue) -> str:
    """Stated quantities as a table, the quantities flush right."""
    header = [t(f"figure.{key}") for key in ("subject", "name", "quantity", "details")]
    rows = [[item.subject, item.name, item.quantity, "；".join(item.details) + item.mark.label] for item in figures]
    return table(header, rows, right=(2,))


def matrix_table(matrix: Matrix, t: Catalogue) -> str:
    """The comparison: a column a document, or all figures in one where there are too many."""
    if matrix.wide:
        header = [t("matrix.indicator"), t("matrix.figures")]
        return table(header, [[row_words(row, t), line_words(row, t)] for row in matrix.rows])
    header = [t("matrix.indicator"), *(f"{mark.label}{mark.place}" for mark in matrix.columns)]
    rows = [[row_words(row, t), *("；".join(map(figure_words, cell)) for cell in row.cells)] for row in matrix.rows]
    return table(header, rows, right=range(1, len(header)))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """A pipe table; ``right`` names the columns that are set flush right."""
    rule = ["---:" if index in right else "---" for index in range(len(header))]
    lines = [[plain(text) for text in header], rule, *([plain(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
