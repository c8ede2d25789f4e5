"""What one file was read as: its text, repairs, structure and findings, with the line that each stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reporter import pipeline
from reporter.extract import Extraction, extract
from reporter.model import Analysis, Aside, Document, Edit, Finding, Locator, RawText, Summary
from reporter.render.contract import document_dict
from reporter.render.contract_places import locator_dict

_DESCRIPTION = (
    "sha256", "format", "encoding", "script", "title", "subtitle", "number", "url", "authors", "source", "date",
    "kind", "kind_evidence", "regions", "organisations", "people", "companies",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """An edit with the line of the source that it begins in, from 1, and where in the clean text its replacement
    begins."""

    edit: Edit
    line: int
    clean: int

    @property
    def clean_end(self) -> int:
        """Where in the clean text its replacement ends."""
        return self.clean + len(self.edit.replacement)


@dataclass(frozen=True)
class Inspection:
    """A file as a build reads it; ``name`` is the file as it was named."""

    name: str
    document: Document
    figures: Extraction

    @property
    def raw(self) -> RawText:
        """The file as read, before repair."""
        return self.document.clean.raw

    def locator(self, start: int, end: int) -> Locator | None:
        """Where in its file a stretch of the source stands; what stands between two places is behind the first."""
        return self.raw.locator(start, end) or (self.raw.locator(start - 1, start) if start else None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every room had to say about the file."""
        clean = self.document.clean
        return (*clean.raw.findings, *clean.findings, *self.document.findings, *self.figures.findings)

    @cached_property
    def _line_starts(self) -> list[int]:
        source = self.document.clean.ledger.source
        return [0, *(at + 1 for at, char in enumerate(source) if char == "\n")]

    def line(self, offset: int) -> int:
        """The line of the source that holds an offset, from 1."""
        return bisect_right(self._line_starts, offset)

    @cached_property
    def edits(self) -> tuple[PlacedEdit, ...]:
        """Every edit, the reader's and the repairs', in order."""
        placed, shift = [], 0
        for edit in self.document.clean.ledger.edits:
            placed.append(PlacedEdit(edit, self.line(edit.start), edit.start + shift))
            shift += len(edit.replacement) - len(edit.original)
        return tuple(placed)

    def edits_by(self, wanted: Sequence[str] = ()) -> list[PlacedEdit]:
        """The edits in which one of the wanted rules has a part; all without any."""
        return [placed for placed in self.edits if not wanted or set(wanted) & set(placed.edit.rule.split("+"))]

    @property
    def rules(self) -> dict[str, int]:
        """How many edits each rule has a part in: repairs first, then the reader's own, most first."""
        counts = Counter(rule for placed in self.edits for rule in placed.edit.rule.split("+"))
        return dict(sorted(counts.items(), key=lambda item: (self._is_readers(item[0]), -item[1])))

    def by_rule(self, wanted: Sequence[str] = ()) -> list[tuple[str, list[PlacedEdit]]]:
        """The edits of each rule or combination of rules, in the order of ``rules``; of the wanted rules only."""
        groups: dict[str, list[PlacedEdit]] = {}
        for placed in self.edits_by(wanted):
            groups.setdefault(placed.edit.rule, []).append(placed)
        return sorted(groups.items(), key=lambda group: (self._is_readers(group[0]), -len(group[1])))

    def _is_readers(self, rule: str) -> bool:
        """Whether the reader has a part in a rule's edits: dropped tags, joined lines."""
        return bool(self._reader_rules.intersection(rule.split("+")))

    @cached_property
    def _reader_rules(self) -> frozenset[str]:
        return frozenset(edit.rule for edit in self.raw.ledger.edits)

    def asides(self, wanted: Sequence[str] = ()) -> list[Aside]:
        """What stands apart from the article, in order; by the wanted rules only."""
        return [aside for aside in self.document.clean.asides if not wanted or aside.rule in wanted]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source's stretch of a clean stretch."""
        return self.document.clean.ledger.source_span(start, end)


def inspected(name: str, raw: RawText) -> Inspection:
    """The file of that name, repaired and structured as a build does."""
    document = pipeline.document_of(raw)
    return Inspection(name, document, extract(document))


def inspection_dict(seen: Inspection, wanted: Sequence[str] = ()) -> dict[str, Any]:
    """All of it as plain values: offsets count the source, as in briefing.json."""
    parts = document_dict(Analysis(seen.document, Summary((), ()), tables=seen.figures.tables))
    return {
        "file": seen.name,
        **{key: parts[key] for key in _DESCRIPTION},
        "characters": len(seen.document.clean.ledger.source),
        "metadata": dict(seen.raw.metadata),
        "rules": seen.rules,
        "edits": [_edit(seen, placed) for placed in seen.edits_by(wanted)],
        "asides": [_aside(seen, aside) for aside in seen.asides(wanted)],
        "findings": [_finding(seen, finding) for finding in seen.findings],
        "sections": parts["sections"],
        "tables": parts["tables"],
    }


def _edit(seen: Inspection, placed: PlacedEdit) -> dict[str, Any]:
    edit = placed.edit
    return {
        "rule": edit.rule,
        "line": placed.line,
        **_place(seen, edit.start, edit.end),
        "original": edit.original,
        "replacement": edit.replacement,
    }


def _aside(seen: Inspection, aside: Aside) -> dict[str, Any]:
    start, end = seen.source_span(aside.span.start, aside.span.end)
    text = aside.span.of(seen.document.text)
    return {"rule": aside.rule, "line": seen.line(start), **_place(seen, start, end), "keep": aside.keep, "text": text}


def _place(seen: Inspection, start: int, end: int) -> dict[str, Any]:
    locator = seen.locator(start, end)
    return {"start": start, "end": end, **({"locator": locator_dict(locator)} if locator else {})}


def _finding(seen: Inspection, finding: Finding) -> dict[str, Any]:
    start, end = seen.source_span(finding.span.start, finding.span.end) if finding.span else (None, None)
    return {
        "code": finding.code,
        "level": finding.level,
        "start": start,
        "end": end,
        "message": finding.message,
        "hint": finding.hint,
    }
