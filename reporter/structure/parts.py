"""A document in three parts: what stands before the body, the body's lines with what each is taken for, the closing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reporter.language.dates import DateMatch
from reporter.model import CleanText
from reporter.structure import bylines, listings, series, slogans
from reporter.structure.bylines import NOBODY, Byline
from reporter.structure.closing import read_closing, without_signatures
from reporter.structure.datelines import of_dateline
from reporter.structure.entries import Entry, entry_of
from reporter.structure.lines import Line, aside_lines, body_lines, letters
from reporter.structure.markers import decimals_of
from reporter.structure.splits import join_lines, split_lines
from reporter.structure.titles import Head, is_next, read_head, titled_by, with_second_line

_OPENING = 4  # a dateline stands on one of the first lines below the head


@dataclass(frozen=True, slots=True)
class Parts:
    """Head and decided body lines; the byline from wherever it stood, the lines that may hold a date, the date of a
    signature, and the dateline that was cut off (in simplified characters)."""

    head: Head
    entries: tuple[Entry, ...]
    byline: Byline
    notes: tuple[Line, ...]
    signed: DateMatch | None
    dateline: str


def parts_of(clean: CleanText, plain: str, metadata: Mapping[str, str]) -> Parts:
    """The parts of a clean text, each of its lines in one of them.

    Args:
        clean: the text.
        plain: the same in simplified characters.
        metadata: what the file's own metadata states.
    """
    lines = body_lines(clean, plain)
    head = read_head(lines, titled_by(metadata.get("title", "")))
    if not head.body and not clean.raw.tables:
        head = Head(None, None, None, (), tuple(lines))  # a text of headlines only is its own body
    rest, inner = without_signatures(head.body)
    closing = read_closing(rest)
    body, dateline, reporters = _without_dateline(closing.body)
    notes = (*aside_lines(clean, plain), *head.notes)
    stated = bylines.of_metadata(metadata.get("author", ""), metadata.get("source", ""))
    byline = _together([*_bylines(notes), reporters, closing.byline, inner.byline, stated])
    entries = _decided(clean.text, body)
    return Parts(*_with_title_line(clean.text, head, entries), byline, notes, closing.signed or inner.signed, dateline)


def _bylines(notes: Sequence[Line]) -> list[Byline]:
    """What the lines of head and asides name: their labels first, then whole lines of names."""
    return [bylines.of_labels(notes), *(bylines.of_line(line) or bylines.of_stamp(line) for line in notes)]


def _together(found: Iterable[Byline]) -> Byline:
    byline = NOBODY
    for each in found:
        byline = byline.then(each)
    return byline


def _without_dateline(lines: Sequence[Line]) -> tuple[list[Line], str, Byline]:
    """The lines without the dateline of the first paragraph, the dateline, and whom it names."""
    for index, line in enumerate(lines[:_OPENING]):
        cut, reporters = of_dateline(line)
        if cut:
            rest = line.part(cut, len(line.text))
            return [*lines[:index], rest, *lines[index + 1 :]], line.plain[:cut], reporters
    return list(lines), "", NOBODY


def _decided(text: str, lines: Sequence[Line]) -> list[Entry]:
    """The body's lines, each taken for a heading, an item, text, a table's row or a line of contents."""
    pieces = split_lines(join_lines(text, lines))
    decimals = decimals_of(line.plain for line in pieces)
    entries = listings.decide([entry_of(line, decimals) for line in pieces])
    return slogans.unglue(slogans.decide(series.decide(entries)))


def _with_title_line(text: str, head: Head, entries: list[Entry]) -> tuple[Head, tuple[Entry, ...]]:
    """A short line between title and text is the title's second line or a subtitle, unless the document has more
    unnumbered headings, the line frames it (前言) or the markup calls it a heading."""
    unnumbered = [entry for entry in entries if entry.role == "heading" and entry.marker is None]
    first = entries[0] if entries else None
    if not head.title or not first or unnumbered != [first] or first.line.heading_level:
        return head, tuple(entries)
    after = head.title.span.end if head.title.span else 0
    if first.line.start < after or slogans.is_frame(first.line.plain):
        return head, tuple(entries)
    if letters(first.line.text) in letters(head.title.text):
        return head, tuple(entries[1:])  # the title once more
    is_near = is_next(text, head.title, first.line)
    if is_near and head.subtitle is None and 2 * first.line.size >= len("".join(head.title.text.split())):
        return replace(head, title=with_second_line(head.title, first.line)), tuple(entries[1:])
    return replace(head, subtitle=head.subtitle or first.line.text), tuple(entries[1:])
