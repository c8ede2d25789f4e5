"""Which documents say the same as another, in words: the original names its copies, each copy its original."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Reprint, ReprintGroup
from reporter.render.context import Fact
from reporter.render.passages import SourceMark
from reporter.render.viewpoint import Viewpoint


def reprint_facts(view: Viewpoint, document: str) -> Iterator[Fact]:
    """The line of a document's description that says so; none for a document that stands alone."""
    for group in view.briefing.reprints:
        if group.original == document:
            yield _of_original(view, group)
        yield from (_of_copy(view, group, copy) for copy in group.copies if copy.document == document)


def reprint_lines(view: Viewpoint) -> Iterator[tuple[SourceMark, Fact]]:
    """Each original with the line that names its copies, for outputs that describe no documents."""
    for group in view.briefing.reprints:
        yield view.mark_of(group.original), _of_original(view, group)


def _of_original(view: Viewpoint, group: ReprintGroup) -> Fact:
    t = view.strings
    marks = tuple(view.mark_of(copy.document) for copy in group.copies)
    lead = t("reprint.count", count=len(marks), why=t(f"reprint.evidence.{group.reason}"))
    return Fact(t("fact.reprints"), lead + t("joint").join(map(_named, marks)), view.briefing.language, lead, marks)


def _of_copy(view: Viewpoint, group: ReprintGroup, copy: Reprint) -> Fact:
    t = view.strings
    mark = view.mark_of(group.original)
    lead = t("reprint.of", kind=t(f"reprint.kind.{copy.reason}"), share=f"{100 * copy.similarity:.0f}%")
    return Fact(t("fact.original"), lead + _named(mark), view.briefing.language, lead, (mark,))


def _named(mark: SourceMark) -> str:
    return f"{mark.label}{mark.title}"
