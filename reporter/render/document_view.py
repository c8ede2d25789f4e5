"""One document, as a page or a chapter prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reporter.model import Analysis, Document, Finding, Indicator, Reason, Section, Table
from reporter.render import finding_words, overview, why
from reporter.render.citations import citation
from reporter.render.context import DocumentView, Entry, EventView, Fact, FindingView, ReasonView, SectionView
from reporter.render.passages import CellView, Column, Passage, TableView
from reporter.render.reprint_words import reprint_facts
from reporter.render.viewpoint import Viewpoint, lang_of, term_lang, title_of

# The first column is repeated in each group of columns of a table that is too wide for a page.
PRINT_COLUMNS = 8
_DEEPEST = 4
# A column's width in characters, at least and at most: longer texts are wrapped.
_NARROWEST, _WIDEST = 5, 30
# From this length on a column's text is read, not glanced at.
_LONG = 24
# A cell of digits: sign, grouping, decimals, a bound or a unit of up to four characters around it.
_NUMERIC = re.compile(r"[约近超逾]?[+\-−]?\d[\d,.]*(?:[~～\-–—]\d[\d,.]*)?[\w%‰余餘多]{0,4}")
_YEAR_ONLY = re.compile(r"\d{4}")
_EMPTY_CELLS = frozenset({"", "-", "—", "–", "－", "…", "/"})


def entry(
    view: Viewpoint, analysis: Analysis, *, summary: bool = True, anchored: bool = False, best: int | None = None
) -> Entry:
    """A document in the list: what it is and, unless told otherwise, its summary, or the ``best`` sentences of it."""
    document = analysis.document
    opened = view.opening(document.id)
    return Entry(
        mark=view.mark(analysis),
        title=title_of(document, view.strings),
        inferred=document.title.inferred,
        lang=lang_of(document, document.title.text),
        subtitle=document.subtitle or "",
        facts=tuple(_facts(view, document)),
        summary=tuple(view.quote(analysis, name, anchored=anchored) for name in _best(analysis, best))
        if summary
        else (),
        keywords=tuple(keyword.term for keyword in analysis.keywords) if summary else (),
        group="" if opened is None else _group_words(view, opened),
        converted=view.converted_words(view.converted.get(document.id, "")),
        citation=citation(document, view.strings("document.untitled")),
    )


def _best(analysis: Analysis, count: int | None) -> tuple[str, ...]:
    """The sentences of the summary that rank highest, in its order; all of them where no number is given."""
    chosen = analysis.summary
    kept = frozenset(chosen.ranking[:count])
    return tuple(name for name in chosen.sentences if count is None or name in kept)


def _group_words(view: Viewpoint, label: str) -> str:
    """A group's heading: kinds of documents have words of their own in the interface's language."""
    return view.strings.given(f"kind.{label}", label) if label else view.strings("group.none")


def document(view: Viewpoint, analysis: Analysis, *, printed: bool = False, rows: int | None = None) -> DocumentView:
    """A document in full. ``printed`` gives quoted sentences an id, splits wide tables, and keeps of the figures and
    the events those that belong to a quoted sentence, of a table's rows the first ``rows`` (None keeps all): paper has
    no room for all."""
    own = analysis.document
    number = view.numbers[own.id]
    quoted = quoted_sentences(analysis)
    figures = [item for item in analysis.indicators if not printed or item.sentence in quoted]
    return DocumentView(
        entry=entry(view, analysis, anchored=printed),
        anchor=f"d{number}",
        source_href=view.links.source(number, analysis),
        path=finding_words.visible(own.path),
        sha256=own.clean.raw.sha256,
        sections=tuple(_sections(view, analysis, printed)),
        tables=tuple(tables(view, analysis, printed=printed, rows=rows)),
        figures=tuple(view.figure(analysis, item) for item in figures if stands_alone(item)),
        events=tuple(events(view, [analysis])),
        findings=findings(view, [found for found in view.briefing.findings if found.document == own.id]),
        targets=() if printed else overview.targets(view, [analysis]),
        honours=overview.honours(view, analysis),
        references=() if printed else overview.references(view, analysis),
        unheard=why.unheard_words(analysis, view.strings),
        reasons=() if printed else tuple(_reason(view, analysis, reason) for reason in analysis.summary.reasons),
    )


def _reason(view: Viewpoint, analysis: Analysis, reason: Reason) -> ReasonView:
    """Why a sentence was chosen, phrase by phrase."""
    t = view.strings
    parts = why.part_words(reason, t)
    phrases = (
        why.taken_words(analysis, reason, t),
        why.rank_words(reason, len(analysis.document.sentences), t),
        t("why.parts", parts=parts) if parts else "",
        *why.cover_words(analysis, reason, t, lambda text: view.printed(analysis.document, text)),
        why.rival_words(analysis, reason, t),
    )
    return ReasonView(tuple(filter(None, phrases)))


def stands_alone(indicator: Indicator) -> bool:
    """Whether a figure is listed by itself; a change without a name is told beside its base."""
    return bool(indicator.name)


def quoted_sentences(analysis: Analysis) -> frozenset[str]:
    """The sentences that a document's chapter prints: its summary and the choice for each section."""
    chosen = (name for _, names in analysis.summary.sections for name in names)
    return frozenset([*analysis.summary.sentences, *chosen])


def page_sentences(analysis: Analysis) -> frozenset[str]:
    """The sentences that the site quotes of a document, its targets beside what its chapter prints; a print, whose
    links lead to its own chapters, has no place for those."""
    return quoted_sentences(analysis) | {item.sentence for item in analysis.targets if item.sentence}


def events(view: Viewpoint, analyses: Sequence[Analysis]) -> Iterator[EventView]:
    """The dated events, oldest first; those of one sentence and one date are told once.

    A bare year that the text does not state (今年 worked out of the document's date) is no event to a reader.
    """
    found = [
        (event.date, view.numbers[analysis.document.id], event, analysis)
        for analysis in analyses
        for event in analysis.document.events
        if event.date and event.sentence and not (event.inferred_year and _YEAR_ONLY.fullmatch(event.date))
    ]
    seen: set[tuple[str, int, str | None]] = set()
    for date, number, event, analysis in sorted(found, key=lambda item: (item[0], item[1], item[2].span)):
        if (date, number, event.sentence) in seen:
            continue
        seen.add((date, number, event.sentence))
        quote = view.quote(analysis, event.sentence or "")
        words = Passage(event.text, quote.lang, quote.href)
        yield EventView(view.date(date), event.inferred_year, words, quote)


def findings(view: Viewpoint, found: Iterable[Finding]) -> tuple[FindingView, ...]:
    """Findings in words, the grave ones first."""
    order = ("error", "warning", "info")
    return tuple(_finding(view, finding) for finding in sorted(found, key=lambda finding: order.index(finding.level)))


def _finding(view: Viewpoint, finding: Finding) -> FindingView:
    t = view.strings
    known = finding.document in view.numbers
    return FindingView(
        finding.level,
        t(f"level.{finding.level}"),
        finding.code,
        t.given(f"finding.{finding.code}", ""),
        finding_words.sentence(finding, t, path=not known),
        finding_words.hint(finding, t),
        view.mark_of(finding.document) if finding.document is not None and known else None,
        "" if finding_words.is_said(finding, t) else "en",
    )


def _facts(view: Viewpoint, document: Document) -> Iterator[Fact]:
    """Source, authors, date and the like: what the document states of itself."""
    joint = view.strings("joint")
    kind = view.strings.given(f"kind.{document.kind}", document.kind or "") if document.kind else ""
    own = lang_of(document, document.title.text)
    facts = (
        ("source", document.source, own),
        ("authors", joint.join(document.authors), own),
        ("date", view.date(document.date), view.briefing.language),
        ("number", document.number, own),
        ("kind", kind, term_lang(kind)),
        (
            "regions",
            joint.join(view.script.named(name, document) for name in document.regions[:3]),
            view.script.named_lang(document),
        ),
    )
    for key, text, lang in facts:
        if text:
            yield Fact(view.strings(f"fact.{key}"), text, lang)
    yield from reprint_facts(view, document.id)


def _sections(view: Viewpoint, analysis: Analysis, printed: bool) -> Iterator[SectionView]:
    """Every section that has a sentence chosen, with the headings that lead to it.

    A sentence that speaks for a section and for the part it stands in is printed once, at the innermost of them.
    """
    document = analysis.document
    chosen = dict(analysis.summary.sections)
    innermost = {name: section.id for section in document.sections for name in chosen.get(section.id, ())}
    places = {name: place for place, name in enumerate(analysis.summary.sentences, 1)}
    shown = _with_ancestors(document, {name for name, sentences in chosen.items() if sentences})
    for section in document.sections:
        if section.id in shown:
            yield SectionView(
                number=section.number or "",
                heading=section.heading,
                depth=min(section.level, _DEEPEST),
                lang=lang_of(document, section.heading),
                href=view.href(analysis, section.id, section.span.start),
                quotes=tuple(
                    view.quote(analysis, name, anchored=printed and name not in places, repeats=places.get(name))
                    for name in chosen.get(section.id, ())
                    if innermost[name] == section.id
                ),
            )


def _with_ancestors(document: Document, names: set[str]) -> set[str]:
    by_id: dict[str, Section] = {section.id: section for section in document.sections}
    shown: set[str] = set()
    for name in names:
        at: str | None = name
        while at is not None and at not in shown:
            shown.add(at)
            at = by_id[at].parent
    return shown


def tables(
    view: Viewpoint, analysis: Analysis, *, printed: bool = False, rows: int | None = None
) -> Iterator[TableView]:
    """The tables of a document, with no more than so many rows each (None keeps all)."""
    for table in analysis.tables:
        yield from _table(view, analysis, table, printed, rows)


def _table(view: Viewpoint, analysis: Analysis, table: Table, printed: bool, rows: int | None) -> Iterator[TableView]:
    """The table; for print in groups of columns that fit a page, each led by the first column."""
    width = len(table.header)
    groups = [list(range(width))]
    if printed and width > PRINT_COLUMNS:
        step = PRINT_COLUMNS - 1
        groups = [[0, *range(at, min(at + step, width))] for at in range(1, width, step)]
    for place, group in enumerate(groups):
        yield _table_part(view, analysis, table, group, continued=place > 0, rows=rows)


def _table_part(
    view: Viewpoint, analysis: Analysis, table: Table, group: list[int], *, continued: bool, rows: int | None
) -> TableView:
    shown = range(len(table.rows) if rows is None else min(rows, len(table.rows)))
    document = analysis.document
    number = view.numbers[document.id]
    anchor = view.links.anchor(number, table.id)
    return TableView(
        anchor=f"{anchor}-{group[1]}" if continued else anchor,
        caption=table.caption,
        unit=table.unit or "",
        lang=lang_of(document, "".join((*table.header, *(cell.text for row in table.rows[:3] for cell in row)))),
        href=view.href(analysis, table.id, table.span.start),
        listed=table.origin == "list",
        columns=_columns(table, group),
        rows=tuple(tuple(_cell(view, analysis, table, row, at) for at in group) for row in shown),
        mark=view.mark(analysis),
        file=view.links.table_file(table.id),
        continued=continued,
        more=len(table.rows) - len(shown),
    )


def _cell(view: Viewpoint, analysis: Analysis, table: Table, row: int, column: int) -> CellView:
    cell = table.rows[row][column]
    if cell.span is None:
        return CellView(cell.text, "")
    return CellView(cell.text, view.href(analysis, f"{table.id}-{row + 1}-{column + 1}", cell.span.start))


def _columns(table: Table, group: list[int]) -> tuple[Column, ...]:
    lengths = [max(len(table.header[at]), *(len(row[at].text) for row in table.rows), 0) for at in group]
    widths = [min(max(length + 2, _NARROWEST), _WIDEST) for length in lengths]
    return tuple(
        Column(table.header[at], _numeric(table, at), 100 * width // sum(widths), length >= _LONG)
        for at, width, length in zip(group, widths, lengths, strict=True)
    )


def _numeric(table: Table, column: int) -> bool:
    """Whether every cell of a column that says something is a number; one such cell at least."""
    texts = [row[column].text.strip() for row in table.rows]
    said = [text for text in texts if text not in _EMPTY_CELLS]
    return bool(said) and all(_NUMERIC.fullmatch(text) for text in said)
