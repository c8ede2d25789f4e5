"""In which order and in which groups the documents are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from reporter.assemble.facts import Facts
from reporter.config import InputSection

Key = Callable[[Facts], tuple[bool, str]]


def _by_path(its: Facts) -> tuple[bool, str]:
    return False, its.path


def _by_date(its: Facts) -> tuple[bool, str]:
    """Oldest first; a document without a date comes last."""
    return its.date is None, its.date or ""


def _by_title(its: Facts) -> tuple[bool, str]:
    return False, its.title


ORDERS: dict[str, Key] = {"path": _by_path, "date": _by_date, "title": _by_title}


def _folder(its: Facts) -> str:
    """The folder below the input folder, empty for a document that lies directly in it."""
    return "/".join(PurePosixPath(its.path).parent.parts[1:])


def _region(its: Facts) -> str:
    return its.region


def _kind(its: Facts) -> str:
    return its.kind


GROUPS: dict[str, Callable[[Facts], str]] = {"folder": _folder, "region": _region, "kind": _kind}


def ordered(documents: Sequence[Facts], settings: InputSection) -> tuple[list[int], tuple[str, ...]]:
    """(the places of the documents in their printed order, the group of each, none without grouping): groups in the
    order of their first document, unnamed ones last.

    Ties are broken by the path, so the order never depends on how the files were found.
    """
    key, label = ORDERS[settings.order], GROUPS.get(settings.group_by)
    keys = [((key(its), its.path), label(its) if label else "") for its in documents]
    line = sorted(range(len(keys)), key=lambda at: keys[at][0])
    if label is None:
        return line, ()
    labels = list(dict.fromkeys(keys[at][1] for at in line))
    rank = {name: (not name, index) for index, name in enumerate(labels)}
    line.sort(key=lambda at: rank[keys[at][1]])
    return line, tuple(keys[at][1] for at in line)
