"""An inspected file as lines for the terminal; whoever prints them makes them harmless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.cli.edit_lines import columns, edit_lines, shortened, visible
from reporter.cli.inspection import Inspection, PlacedEdit
from reporter.model import Locator, Section, Table

_TABLE_ROWS = 5
_CELL = 24
_ASIDE = 60


def head_lines(seen: Inspection) -> Iterator[str]:
    """What the file is and what it states of itself; what it does not state is left out."""
    document, raw = seen.document, seen.raw
    size = len(document.clean.ledger.source)
    title = visible(document.title.text) or "none"
    facts = (
        ("format", f"{raw.format}, {raw.encoding}, {size} characters, {seen.line(size)} lines"),
        ("script", document.script),
        ("title", title + (" (inferred from the text)" if document.title.inferred else "")),
        ("subtitle", document.subtitle),
        ("number", document.number),
        ("author", ", ".join(document.authors)),
        ("source", document.source),
        ("date", document.date),
        ("kind", document.kind),
        ("edits", _counted(seen.rules) or "none"),
        ("asides", str(len(document.clean.asides))),
        ("findings", str(len(seen.findings))),
    )
    yield visible(seen.name)
    for name, text in facts:
        if text:
            yield f"  {name:<9} {visible(text)}"


def _counted(rules: dict[str, int]) -> str:
    return ", ".join(f"{rule} {count}" for rule, count in rules.items())


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def edit_blocks(seen: Inspection, wanted: Sequence[str], limit: int) -> Iterator[str]:
    """The edits by rule, both versions one above the other; of each rule the first ``limit`` (0 for all)."""
    text = seen.document.text
    for rule, group in seen.by_rule(wanted):
        yield ""
        yield f"{rule}: {_number(len(group), 'edit')}"
        for placed in group[: limit or None]:
            original, repaired = edit_lines(placed, text)
            yield f"  {_place(seen, placed)}"
            yield f"    original  {original}"
            yield f"    repaired  {repaired}"
        if limit and len(group) > limit:
            yield f"  and {len(group) - limit} more; --limit 0 shows all"


def _place(seen: Inspection, placed: PlacedEdit) -> str:
    edit = placed.edit
    where = locator_text(seen.locator(edit.start, edit.end))
    return f"line {placed.line}, {edit.start}-{edit.end}{where and ', ' + where}"


def locator_text(locator: Locator | None) -> str:
    """Page, sheet and cell, or paragraph (from 1); empty for none."""
    if locator is None:
        return ""
    parts = (
        f"page {locator.page}" if locator.page is not None else "",
        f"sheet {visible(locator.sheet)}" if locator.sheet is not None else "",
        f"cell {locator.cell}" if locator.cell is not None else "",
        f"paragraph {locator.paragraph + 1}" if locator.paragraph is not None else "",
    )
    return ", ".join(filter(None, parts))


def aside_lines(seen: Inspection, wanted: Sequence[str]) -> Iterator[str]:
    """What was set apart from the article, each with its rule and place."""
    asides = seen.asides(wanted)
    if asides:
        yield ""
        yield "set apart from the article"
    for aside in asides:
        start, end = seen.source_span(aside.span.start, aside.span.end)
        kept = ", read for title, byline and date" if aside.keep else ""
        yield f"  line {seen.line(start)}, {start}-{end}: {aside.rule}{kept}"
        yield f"    {visible(shortened(aside.span.of(seen.document.text), _ASIDE))}"


def finding_lines(seen: Inspection) -> Iterator[str]:
    """The findings, one a line."""
    if seen.findings:
        yield ""
        yield "findings"
    for finding in seen.findings:
        hint = f" ({finding.hint})" if finding.hint else ""
        yield visible(f"  {finding.level}: {finding.code}: {finding.message}{hint}")


def outline_lines(seen: Inspection) -> Iterator[str]:
    """The section tree with the number of sentences that stand directly in each."""
    document = seen.document
    counts: dict[str | None, int] = {}
    for sentence in document.sentences:
        counts[sentence.section] = counts.get(sentence.section, 0) + 1
    yield ""
    sections, sentences = _number(len(document.sections), "section"), _number(len(document.sentences), "sentence")
    yield f"outline: {sections}, {sentences}"
    if None in counts:
        yield f"  (before any heading)  {_number(counts[None], 'sentence')}"
    for section in document.sections:
        yield f"  {_section(seen, section)}  {_number(counts.get(section.id, 0), 'sentence')}"


def _section(seen: Inspection, section: Section) -> str:
    line = seen.line(seen.source_span(section.span.start, section.span.end)[0])
    words = visible((section.number or "") + section.heading)
    return f"{'  ' * (section.level - 1)}{words}{'  run-in' if section.inline else ''}  line {line}"


def table_lines(seen: Inspection) -> Iterator[str]:
    """Each table: caption, header and its first rows, columns aligned."""
    yield ""
    yield f"tables: {len(seen.figures.tables)}"
    for table in seen.figures.tables:
        start, end = seen.source_span(table.span.start, table.span.end)
        where = locator_text(seen.raw.locator(start, end))
        origin = "marked up" if table.origin == "table" else "from an enumeration"
        size = f"{_number(len(table.rows), 'row')}, {_number(len(table.header), 'column')}"
        unit = f", unit {visible(table.unit)}" if table.unit else ""
        yield ""
        yield f"  {visible(table.caption) or '(no caption)'}: {size}, {origin}{unit}, line {seen.line(start)}" + (
            where and f", {where}"
        )
        yield from _grid(table)
        if len(table.rows) > _TABLE_ROWS:
            yield f"    and {len(table.rows) - _TABLE_ROWS} more rows"


def _grid(table: Table) -> Iterator[str]:
    rows = [table.header, *(tuple(cell.text for cell in row) for row in table.rows[:_TABLE_ROWS])]
    shown = [[visible(shortened(text, _CELL)) for text in row] for row in rows]
    widths = [max(columns(row[at]) for row in shown) for at in range(len(table.header))]
    for row in shown:
        cells = (text + " " * (width - columns(text)) for text, width in zip(row, widths, strict=True))
        yield f"    | {' | '.join(cells)} |"
