"""In which order and in which groups the documents are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from reporter.config import InputSection
from reporter.model import Analysis
from reporter.model.analyses import chosen

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


def ordered(analyses: Sequence[Analysis], settings: InputSection) -> tuple[Sequence[Analysis], tuple[str, ...]]:
    """(the documents in their printed order, the group of each, none without grouping): groups in the order of their
    first document, unnamed ones last.

    Ties are broken by the path, so the order never depends on how the files were found.
    """
    key, label = ORDERS[settings.order], GROUPS.get(settings.group_by)
    keys = [((key(analysis), analysis.document.path), label(analysis) if label else "") for analysis in analyses]
    line = sorted(range(len(keys)), key=lambda at: keys[at][0])
    if label is None:
        return chosen(analyses, line), ()
    labels = list(dict.fromkeys(keys[at][1] for at in line))
    rank = {name: (not name, index) for index, name in enumerate(labels)}
    line.sort(key=lambda at: rank[keys[at][1]])
    return chosen(analyses, line), tuple(keys[at][1] for at in line)
