"""``structure``: a clean text becomes a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from reporter.language.dates import DateMatch, find_dates
from reporter.language.script import script_of, simplified
from reporter.model import CleanText, Document, Event, Finding, Saying, Span, Title
from reporter.structure import dating, organisations, regions, slogans
from reporter.structure.body import Body, body_of
from reporter.structure.companies import companies_of
from reporter.structure.events import events_of
from reporter.structure.inference import inferred_title
from reporter.structure.kinds import kind_of
from reporter.structure.lines import Line
from reporter.structure.parts import Parts, parts_of
from reporter.structure.people import people_of
from reporter.structure.titles import stated_number

_Dates = Mapping[Span, Sequence[DateMatch]]
"""Stretches of the text, each with its dates."""


def structure(clean: CleanText, document_id: str) -> Document:
    """The document of a clean text: head, section tree, paragraphs, sentences, items and dates.

    Text without a body gives a document without sentences; where nothing but tables is there, the file's name is the
    title.
    """
    outline, parts, body = _outline(clean, document_id)
    plain, metadata = outline.simplified, dict(clean.raw.metadata)
    opening = "\n".join(paragraph.span.of(plain)[:400] for paragraph in body.paragraphs[:2])
    source = simplified(parts.byline.source or "")
    stated = simplified(parts.head.title.text if parts.head.title else "")
    areas = regions.regions_of(stated, opening, source, plain, metadata.get("url", ""))
    title = parts.head.title or inferred_title(clean.text, plain, body.sentences, regions.short_names(areas))
    if title.inferred and clean.raw.tables:
        title = _of_tables(clean, len(body.sentences), title)
    heading = simplified(title.text)
    dates = {paragraph.span: find_dates(paragraph.span.of(plain), plain=True) for paragraph in body.paragraphs}
    stamp, implausible = _dated(parts, dates, plain, metadata)
    rows = sum(entry.role == "row" for entry in parts.entries) + sum(len(table.rows) for table in clean.raw.tables)
    kind = kind_of(heading, parts.dateline + opening, plain, rows=rows, sentences=len(body.sentences))
    return replace(
        outline,
        title=title,
        number=parts.head.number or stated_number(parts.notes),
        url=metadata.get("url"),
        authors=parts.byline.authors,
        source=parts.byline.source,
        date=stamp.date if stamp else None,
        date_span=stamp.span if stamp else None,
        kind=kind.name if kind else None,
        kind_evidence=kind.evidence if kind else None,
        regions=areas,
        organisations=organisations.organisations_of(source, heading, opening, plain),
        people=people_of(clean.text, plain),
        companies=companies_of(clean.text, plain),
        events=_events(clean.text, plain, heading, body, dates, stamp),
        findings=(*implausible, *_findings(title, parts)),
    )


def outlined(clean: CleanText, document_id: str) -> Document:
    """The document of a clean text as far as its sentences need it: stated title, section tree, paragraphs, sentences
    and items, all as ``structure`` has them.

    What is inferred or looked for beyond that is left out: a title that the text does not state (empty), kind, date,
    places, bodies, persons, firms, events, findings.
    """
    return _outline(clean, document_id)[0]


def _outline(clean: CleanText, document_id: str) -> tuple[Document, Parts, Body]:
    """The outlined document, its parts and its body."""
    plain = simplified(clean.text)
    parts = parts_of(clean, plain, dict(clean.raw.metadata))
    body = _body(clean, parts)
    document = Document(
        id=document_id,
        clean=clean,
        simplified=plain,
        script=script_of(clean.text),
        title=parts.head.title or Title("", True),
        subtitle=parts.head.subtitle,
        sections=body.sections,
        paragraphs=body.paragraphs,
        sentences=body.sentences,
        items=body.items,
    )
    return document, parts, body


def _of_tables(clean: CleanText, sentences: int, title: Title) -> Title:
    """The inferred title of a document of hardly more than tables: the caption of its first, else its file's name."""
    first = clean.raw.tables[0]
    if first.caption and 3 * sentences <= sum(len(table.rows) for table in clean.raw.tables):
        span = Span(clean.ledger.clean_offset(first.caption[0]), clean.ledger.clean_offset(first.caption[1]))
        return Title(" ".join(span.of(clean.text).split()), True, span)
    return title if title.text else Title(PurePosixPath(clean.raw.path).stem, True)


def _body(clean: CleanText, parts: Parts) -> Body:
    """The body; headings without any text below them are the text."""
    body = body_of(clean.text, parts.entries, slogans.pairs(clean.text, parts.entries))
    if body.sentences or clean.raw.tables:
        return body
    flat = [entry.as_role("text") if entry.role == "heading" else entry for entry in parts.entries]
    return body_of(clean.text, flat, ())


def _dated(
    parts: Parts, dates: _Dates, plain: str, metadata: Mapping[str, str]
) -> tuple[dating.Stamp | None, tuple[Finding, ...]]:
    """The document's date and the findings on dates that the text does not allow."""
    text = "\n".join(span.of(plain) for span in dates)
    signed = dating.stamp_of(parts.signed) if parts.signed else None
    spoken = dating.spoken(parts.head.subtitle or "")
    stamps = [dating.stamped(parts.notes), dating.metadata_stamp(metadata.get("date", "")), signed, spoken]
    return dating.trusted(stamps, dating.latest_year(text, chain.from_iterable(dates.values())))


def _events(
    text: str, plain: str, heading: str, body: Body, dates: _Dates, stamp: dating.Stamp | None
) -> tuple[Event, ...]:
    headings = {section.span: find_dates(section.span.of(plain), plain=True) for section in body.sections}
    titled = next((date.year for date in find_dates(heading) if date.year), None)
    reported = titled if stamp is None or (titled and titled <= stamp.year) else None
    issued = stamp.date if stamp else None
    events = events_of(plain, {**dates, **headings}, body.sentences, issued, reported, _chapters(body, headings))
    return tuple(replace(event, text=event.span.of(text)) for event in events)


def _chapters(body: Body, headings: _Dates) -> dict[Span, int | None]:
    """The headings with the one year that they, else those above them, name."""
    found: dict[Span, int | None] = {}
    spans = {section.id: section.span for section in body.sections}
    for section in body.sections:
        own = {date.year for date in headings[section.span] if date.year}
        above = found.get(spans[section.parent]) if section.parent else None
        found[section.span] = (own.pop() if len(own) == 1 else None) if own else above
    return found


def _findings(title: Title, parts: Parts) -> list[Finding]:
    """What was inferred and what was left out of the sentences."""
    findings = []
    if title.inferred:
        saying = _FROM_TEXT if title.span else _FROM_NAME
        findings.append(saying.finding(title=title.text, span=title.span))
    left_out: tuple[tuple[Saying, Sequence[Line]], ...] = (
        (_HEAD, parts.head.skipped),
        (_ROWS, [entry.line for entry in parts.entries if entry.role == "row"]),
        (_CONTENTS, [entry.line for entry in parts.entries if entry.role == "contents"]),
    )
    for saying, lines in left_out:
        if lines:
            findings.append(saying.finding(count=len(lines), text=lines[0].text[:30], span=lines[0].span))
    return findings


_FROM_TEXT = Saying(
    "structure-title-inferred.text",
    "info",
    "no title is stated; inferred from the text: {title}",
    "put the title on the first line",
)
_FROM_NAME = Saying(
    "structure-title-inferred.name",
    "info",
    "no title is stated; inferred from the name of the file: {title}",
    "put the title on the first line",
)
_HEAD = Saying(
    "structure-head-skipped",
    "info",
    "neither title nor text: {count} lines left out of the sentences, from: {text}",
)
_ROWS = Saying(
    "structure-table-lines",
    "info",
    "rows of a table set in plain text: {count} lines left out of the sentences, from: {text}",
)
_CONTENTS = Saying(
    "structure-contents-skipped",
    "info",
    "a table of contents: {count} lines left out of the sentences, from: {text}",
)
