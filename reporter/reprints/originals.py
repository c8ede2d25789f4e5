"""Which of several documents with one text is the original: by what they state of themselves, not by their names."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.language.script import simplified
from reporter.model import Analysis

# What tells an original, the most telling first; "path" where nothing else does.
_REASONS = ("own_source", "earliest", "cleanest", "complete", "format", "path")
# Formats by how much of a document they keep.
_FORMATS = ("docx", "html", "md", "txt", "pdf")
# A document of less of the longest one's text is no original: what it lacks would not be heard.
_WHOLE = 0.8

_Evidence = tuple[int, str, int, int, int, str]
_OWN, _UNSAID, _OTHER = range(3)

_WHOLE_DATE = len("2018-03-30")


def original_of(analyses: Sequence[Analysis], sizes: Sequence[int]) -> tuple[int, str]:
    """(place of the original, the evidence that tells it from the next best).

    The evidence: ``complete`` (the others lack much of it), ``own_source`` (published by the body that the text is of),
    ``no_source`` (the others name another source), ``earliest`` (where all are dated), ``cleanest`` (least damage and
    furniture), ``complete`` (most text), ``format``, ``path``.

    Args:
        analyses: documents with one text, two or more.
        sizes: the size of each one's body.
    """
    whole = [place for place, size in enumerate(sizes) if size >= _WHOLE * max(sizes)]
    if len(whole) == 1:
        return whole[0], "complete"
    # A year or a month is earlier than no day in it: only whole dates (2018-03-30) can be told apart.
    all_dated = all(len(analyses[place].document.date or "") == _WHOLE_DATE for place in whole)
    ranked = sorted((_evidence(analyses[place], sizes[place], all_dated), place) for place in whole)
    (best, place), (next_best, _) = ranked[:2]
    reason = next(reason for reason, a, b in zip(_REASONS, best, next_best, strict=True) if a != b)
    return place, "no_source" if reason == "own_source" and best[0] == _UNSAID else reason


def _evidence(analysis: Analysis, size: int, all_dated: bool) -> _Evidence:
    """What speaks for an original, in the order of the reasons; the smaller, the better."""
    document = analysis.document
    doubts = sum(finding.level != "info" for finding in analysis.findings)
    form = document.clean.raw.format
    rank = _FORMATS.index(form) if form in _FORMATS else len(_FORMATS)
    damage = doubts + len(document.clean.asides)
    return _source(analysis), (document.date or "") if all_dated else "", damage, -size, rank, document.path


def _source(analysis: Analysis) -> int:
    """Whose publication a document says it is: its own body's (or one above or below it by name), nobody's,
    another's."""
    source = simplified(analysis.document.source or "")
    bodies = [simplified(name) for name in analysis.document.organisations]
    if not source:
        return _UNSAID
    return _OWN if any(source in name or name in source for name in bodies) else _OTHER
