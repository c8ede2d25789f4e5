"""Which of several documents with one text is the original: by what they state of themselves, not by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporter.language.script import simplified
from reporter.model import Analysis, Document

# What tells an original, the most telling first; "path" where nothing else does.
_REASONS = ("own_source", "earliest", "cleanest", "complete", "format", "path")
# Formats by how much of a document they keep.
_FORMATS = ("docx", "html", "md", "txt", "pdf")
# A document of less of the longest one's text is no original: what it lacks would not be heard.
_WHOLE = 0.8

_Evidence = tuple[int, str, int, int, int, str]
_OWN, _UNSAID, _OTHER = range(3)

_TIME = re.compile(r"\d{2,4}年|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月")
# The place that a title begins with, its year before it or not.
_TITLED = re.compile(
    r"(?:关于)?(?:\d{2,4}年度?)?(?P<place>[\u4e00-\u9fff]{2,7}?(?:自治[区州县旗]|[省市县区州旗盟镇乡]))(?![市县区级场长容])"
)
_WHOLE_DATE = len("2018-03-30")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document as it is looked at among those with one text.

    ``source`` says whose publication it says it is (the smaller, the better), ``damage`` counts doubts about its text
    and what is set apart from it. ``place`` is the first place that it is of, ``times`` are the years, quarters and
    months of its title; both empty where it names none.
    """

    id: str
    path: str
    format: str
    date: str | None
    source: int
    damage: int
    place: str = ""
    times: tuple[str, ...] = ()


def candidate_of(analysis: Analysis) -> Candidate:
    """What of a document speaks for or against it as an original."""
    document = analysis.document
    doubts = sum(finding.level != "info" for finding in analysis.findings)
    return Candidate(
        document.id,
        document.path,
        document.clean.raw.format,
        document.date,
        _source(document),
        doubts + len(document.clean.asides),
        _place(document),
        () if document.title.inferred else tuple(sorted(set(_TIME.findall(simplified(document.title.text))))),
    )


def _place(document: Document) -> str:
    """The place that the title begins with, else the document's first."""
    titled = None if document.title.inferred else _TITLED.match(simplified(document.title.text))
    return titled["place"] if titled else simplified(document.regions[0]) if document.regions else ""


def are_apart(first: Candidate, second: Candidate) -> bool:
    """Whether two documents on one form are of two places or, by their titles, of two years or parts of a year."""
    places = (first.place, second.place)
    elsewhere = all(places) and places[0] not in places[1] and places[1] not in places[0]
    return elsewhere or bool(first.times and second.times and first.times != second.times)


def original_of(candidates: Sequence[Candidate], sizes: Sequence[int]) -> tuple[int, str]:
    """(place of the original, the evidence that tells it from the next best).

    The evidence: ``complete`` (the others lack much of it), ``own_source`` (published by the body that the text is of),
    ``no_source`` (the others name another source), ``earliest`` (where all are dated), ``cleanest`` (least damage and
    furniture), ``complete`` (most text), ``format``, ``path``.

    Args:
        candidates: documents with one text, two or more.
        sizes: the size of each one's body.
    """
    whole = [place for place, size in enumerate(sizes) if size >= _WHOLE * max(sizes)]
    if len(whole) == 1:
        return whole[0], "complete"
    # A year or a month is earlier than no day in it: only whole dates (2018-03-30) can be told apart.
    all_dated = all(len(candidates[place].date or "") == _WHOLE_DATE for place in whole)
    ranked = sorted((_evidence(candidates[place], sizes[place], all_dated), place) for place in whole)
    (best, place), (next_best, _) = ranked[:2]
    reason = next(reason for reason, a, b in zip(_REASONS, best, next_best, strict=True) if a != b)
    return place, "no_source" if reason == "own_source" and best[0] == _UNSAID else reason


def _evidence(its: Candidate, size: int, all_dated: bool) -> _Evidence:
    """What speaks for an original, in the order of the reasons; the smaller, the better."""
    rank = _FORMATS.index(its.format) if its.format in _FORMATS else len(_FORMATS)
    return its.source, (its.date or "") if all_dated else "", its.damage, -size, rank, its.path


def _source(document: Document) -> int:
    """Whose publication a document says it is: its own body's (or one above or below it by name), nobody's,
    another's."""
    source = simplified(document.source or "")
    bodies = [simplified(name) for name in document.organisations]
    if not source:
        return _UNSAID
    return _OWN if any(source in name or name in source for name in bodies) else _OTHER
