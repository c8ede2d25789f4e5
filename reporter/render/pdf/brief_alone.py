"""``[pdf] extent = "brief"``: page one, what it has no room for, and the sources that it cites; none of the documents.

It costs what it prints: of thousands of documents those that are cited are looked through and no others, so it needs
neither pieces nor a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reporter.model import Analysis, Finding, Saying
from reporter.render import brief_view, document_view
from reporter.render.context import Page
from reporter.render.page_fit import Fit
from reporter.render.pages import blank_page, keywords
from reporter.render.passages import Matrix
from reporter.render.pdf.press import Press
from reporter.render.since_view import PAPER, changes_view
from reporter.render.viewpoint import Viewpoint

_SOURCE = re.compile(r'href="#source-(\d+)"')
CHAPTERS = ("rest", "changes", "comparison", "sources")
_CUT = Saying(
    "render-brief-cut.alone",
    "info",
    "page one has no room for: {parts}",
    '[pdf] extent = "full" prints the documents too; a smaller [summary] overall_sentences makes room',
)


def brief_page(press: Press, fit: Fit) -> Page:
    """What the PDF prints. The comparison is printed where its documents have columns; of more documents page one has
    the leading rows, and the data files the others."""
    view = press.view_alone(fit.briefing)
    title = fit.briefing.head.title
    page = replace(
        blank_page(view, title, "", ""),
        brief=brief_view.brief(view),
        tight=fit.tight,
        changes=changes_view(view, PAPER),
        comparison=_comparison(view),
        keywords=keywords(fit.briefing),
        chapters=CHAPTERS,
    )
    cited = _cited(press, view, page)
    documents = tuple(document_view.document(view, analysis, printed=True, rows=0) for analysis in cited)
    return replace(page, documents=documents)


def cut_findings(fit: Fit) -> Sequence[Finding]:
    """What there is to say about page one: no chapter further back has the figures that it drops."""
    if any(finding.level != "info" for finding in fit.findings) or not fit.briefing.dropped:
        return fit.findings
    return (_CUT.finding(parts="; ".join(fit.briefing.dropped)),)


def _comparison(view: Viewpoint) -> Matrix:
    """The comparison where it has more than page one."""
    rows = brief_view.shared_rows(view.briefing)
    columns = len({cell.document for row in rows for cell in row.cells})
    whole = len(rows) <= len(view.briefing.brief_rows) and columns <= brief_view.COLUMNS
    if whole or columns > brief_view.MOST_COLUMNS:
        return Matrix((), (), wide=False, other=False)
    return brief_view.comparison(view)


def _cited(press: Press, view: Viewpoint, page: Page) -> Iterator[Analysis]:
    """The documents that anything on the pages leads to; rows of the comparison know of more than they print."""
    html = "".join(press.html(replace(page, part=part)) for part in ("front", "body"))
    for number in sorted(set(map(int, _SOURCE.findall(html)))):
        yield view.briefing.analyses[number - 1]
