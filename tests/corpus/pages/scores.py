"""A page as read against its truth."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from reporter.model import RawText
from tests.corpus.pages.case import PageCase


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up over pages: paragraphs found exactly, of all; right and all characters of the body; leaked and
    all strings of furniture; tables with the right cells, of all, and tables too many; pages in order, of all; titles;
    stated fields that are right, of all."""

    found: int = 0
    paragraphs: int = 0
    right: int = 0
    body: int = 0
    leaked: int = 0
    furniture: int = 0
    cells_right: int = 0
    tables: int = 0
    tables_extra: int = 0
    in_order: int = 0
    pages: int = 0
    title: int = 0
    fields_right: int = 0
    fields: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Score)))


def body_lines(raw: RawText) -> list[tuple[str, str]]:
    """(kind, text) of what is set in the article: the marked lines outside asides and tables, without blanks."""
    spans = [(table.start, table.end) for table in raw.tables]
    return [
        (mark.kind, bare(raw.ledger.replay(mark.start, mark.end)))
        for mark in raw.marks
        if mark.kind != "aside" and not any(start <= mark.start and mark.end <= end for start, end in spans)
    ]


def bare(text: str) -> str:
    """The text without any blank."""
    return "".join(text.split())


def cells_of(raw: RawText) -> list[tuple[tuple[str, ...], ...]]:
    """The cells of every table as readable text without blanks."""
    return [
        tuple(tuple(bare(raw.ledger.replay(*cell)) if cell != (0, 0) else "" for cell in row) for row in table.rows)
        for table in raw.tables
    ]


def score(case: PageCase, raw: RawText) -> Score:
    """How well a page was read."""
    lines = body_lines(raw)
    texts = [text for kind, text in lines if kind != "title"]
    wanted = [bare(text) for text in case.paragraphs]
    known = {*wanted, *(bare(text) for text in (*case.neutral, *case.captions, case.title))}
    found = [text for text in texts if text in set(wanted)]
    grids = cells_of(raw)
    shown = "\n".join([*(text for _, text in lines), *(cell for grid in grids for row in grid for cell in row)])
    truth = [tuple(tuple(bare(cell) for cell in row) for row in table) for table in case.tables]
    stated = dict(raw.metadata)
    checks = [
        (case.date, _day(stated.get("date", ""))), (case.source, stated.get("source", "")),
        (case.author, stated.get("author", "")),
    ]  # fmt: skip
    return Score(
        found=sum(text in texts for text in wanted),
        paragraphs=len(wanted),
        right=sum(len(text) for text in texts if text in known),
        body=sum(map(len, texts)),
        leaked=sum(bare(text) in shown for text in case.furniture),
        furniture=len(case.furniture),
        cells_right=sum(grid in grids for grid in truth),
        tables=len(truth),
        tables_extra=max(0, len(grids) - len(truth)),
        in_order=int(found == [text for text in wanted if text in set(found)]),
        pages=1,
        title=int([text for kind, text in lines if kind == "title"] == [bare(case.title)]),
        fields_right=sum(bare(want) == bare(got) for want, got in checks),
        fields=len(checks),
    )


def _day(value: str) -> str:
    match = re.match(r"\D*(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", value)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
