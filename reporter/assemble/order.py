"""In which order and in which groups the documents are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from reporter.config import InputSection
from reporter.model import Analysis

Key = Callable[[Analysis], tuple[bool, str]]


def _by_path(analysis: Analysis) -> tuple[bool, str]:
    return False, analysis.document.path


def _by_date(analysis: Analysis) -> tuple[bool, str]:
    """Oldest first; a document without a date comes last."""
    return analysis.document.date is None, analysis.document.date or ""


def _by_title(analysis: Analysis) -> tuple[bool, str]:
    return False, analysis.document.title.text


ORDERS: dict[str, Key] = {"path": _by_path, "date": _by_date, "title": _by_title}


def _folder(analysis: Analysis) -> str:
    """The folder below the input folder, empty for a document that lies directly in it."""
    return "/".join(PurePosixPath(analysis.document.path).parent.parts[1:])


def _region(analysis: Analysis) -> str:
    return next(iter(analysis.document.regions), "")


def _kind(analysis: Analysis) -> str:
    return analysis.document.kind or ""


GROUPS: dict[str, Callable[[Analysis], str]] = {"folder": _folder, "region": _region, "kind": _kind}


def ordered(analyses: Sequence[Analysis], settings: InputSection) -> tuple[Analysis, ...]:
    """The documents in their printed order: groups in the order of their first document, unnamed ones last.

    Ties are broken by the path, so the order never depends on how the files were found.
    """
    key = ORDERS[settings.order]
    line = sorted(analyses, key=lambda analysis: (key(analysis), analysis.document.path))
    label = GROUPS.get(settings.group_by)
    if label is None:
        return tuple(line)
    labels = list(dict.fromkeys(label(analysis) for analysis in line))
    rank = {name: (not name, index) for index, name in enumerate(labels)}
    return tuple(sorted(line, key=lambda analysis: rank[label(analysis)]))


def group_labels(analyses: Sequence[Analysis], settings: InputSection) -> tuple[str, ...]:
    """The group of each document, one for one; nothing without grouping."""
    label = GROUPS.get(settings.group_by)
    return tuple(label(analysis) for analysis in analyses) if label else ()
