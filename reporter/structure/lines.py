"""The lines of a document's body: what is left of the clean text between its asides and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reporter.model import CleanText, Mark, Span

_SIGNS = re.compile(r"[\W_]+")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    ``text`` is the line in its own script, ``plain`` the same in simplified characters (equal length, so every
    pattern is written once); ``gap`` says that an empty line stands before it, ``mark`` what the markup says of it;
    ``is_apart`` says that something which was set aside stands between it and the line before, ``size`` is its
    characters, white space not counted.
    """

    start: int
    end: int
    text: str
    plain: str
    gap: bool = False
    mark: Mark | None = None
    is_apart: bool = False
    size: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len("".join(self.text.split())))

    @property
    def span(self) -> Span:
        """Where the line stands in the clean text."""
        return Span(self.start, self.end)

    @property
    def heading_level(self) -> int:
        """The level that the markup gives it; 0 where the markup calls it no heading."""
        return self.mark.level if self.mark and self.mark.kind == "heading" else 0

    def part(self, start: int, end: int) -> Line:
        """The stretch of it between two of its own offsets, without outer white space."""
        piece = self.text[start:end]
        low = start + len(piece) - len(piece.lstrip())
        high = max(low, start + len(piece.rstrip()))
        return Line(
            self.start + low,
            self.start + high,
            self.text[low:high],
            self.plain[low:high],
            self.gap and start == 0,
            self.mark,
            self.is_apart and start == 0,
        )


def body_lines(clean: CleanText, plain: str) -> list[Line]:
    """The lines of the body in order, none empty: asides, marked asides and tables left out."""
    hidden = _joined([*(aside.span for aside in clean.asides), *_outside(clean)])
    marks = _headings(clean)
    starts = [mark.start for mark in marks]
    lines: list[Line] = []
    gap = False
    text = clean.text
    for start, end in _stretches(text, hidden):
        piece = text[start:end]
        low = end - len(piece.lstrip())
        high = start + len(piece.rstrip())
        if low >= high:
            gap = True
            continue
        mark = _mark_of(low, high, marks, starts) if marks else None
        is_apart = bool(lines and text[lines[-1].end : low].strip())
        lines.append(_without_hashes(Line(low, high, text[low:high], plain[low:high], gap, mark, is_apart)))
        gap = False
    return lines


def _without_hashes(line: Line) -> Line:
    """A Markdown heading (## …) without its signs, marked as a heading of that level."""
    match = _HASHES.match(line.text) if line.text[0] == "#" else None
    if match is None:
        return line
    mark = Mark("heading", line.start, line.end, len(match[1]))
    return replace(line.part(match.end(), len(line.text)), mark=mark, gap=line.gap)


def aside_lines(clean: CleanText, plain: str) -> list[Line]:
    """The lines of the asides that title, byline, source or date may be read from."""
    kept = [aside.span for aside in clean.asides if aside.keep]
    lines = [line for span in kept for line in lines_within(clean.text, plain, span)]
    return sorted(lines, key=lambda line: line.start)


def letters(text: str) -> str:
    """The letters, ideographs and digits of a text: what two lines that say the same have in common."""
    return _SIGNS.sub("", text)


def lines_within(text: str, plain: str, span: Span) -> Iterator[Line]:
    """The lines of a stretch, none empty."""
    at = span.start
    for piece in span.of(text).split("\n"):
        line = Line(at, at + len(piece), piece, plain[at : at + len(piece)]).part(0, len(piece))
        at += len(piece) + 1
        if line.text:
            yield line


def _outside(clean: CleanText) -> Iterator[Span]:
    """What the markup sets outside the body: its asides and its tables, in clean offsets."""
    for mark in clean.raw.marks:
        if mark.kind == "aside":
            yield _mapped(clean, mark.start, mark.end)
    for table in clean.raw.tables:
        yield _mapped(clean, table.start, table.end)


def _mapped(clean: CleanText, start: int, end: int) -> Span:
    low = clean.ledger.clean_offset(start)
    return Span(low, max(low, clean.ledger.clean_offset(end)))


def _headings(clean: CleanText) -> list[Mark]:
    """The markup's headings and titles in clean offsets, sorted."""
    marks = []
    for mark in clean.raw.marks:
        if mark.kind in ("heading", "title", "item"):
            span = _mapped(clean, mark.start, mark.end)
            marks.append(Mark(mark.kind, span.start, span.end, mark.level))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _mark_of(start: int, end: int, marks: list[Mark], starts: list[int]) -> Mark | None:
    """The innermost mark that the line at this stretch lies in, or that begins on it and covers most of it."""
    index = bisect_right(starts, end - 1)
    for mark in reversed(marks[max(0, index - 4) : index]):
        shared = min(mark.end, end) - max(mark.start, start)
        if shared * 2 > end - start:
            return mark
    return None


def _joined(spans: list[Span]) -> list[Span]:
    """The same stretches sorted, those that touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return joined


def _stretches(text: str, hidden: list[Span]) -> Iterator[tuple[int, int]]:
    """(start, end) of every line outside the hidden stretches; an empty one for an empty line."""
    at = 0
    for span in [*hidden, Span(len(text), len(text))]:
        while at < span.start:
            end = text.find("\n", at, span.start)
            if end < 0:
                yield at, span.start
                break
            yield at, end
            at = end + 1
        at = max(at, span.end)
        if text[at : at + 1] == "\n":
            at += 1  # the rest of a hidden line is no empty line
