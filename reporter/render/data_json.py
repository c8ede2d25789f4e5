"""data/briefing.json and the ledgers, for other programs.

The data of thousands of documents are longer than memory should hold at once: they are written piece by piece.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from reporter.config import Config
from reporter.model import Analysis, Briefing, Finding
from reporter.model.analyses import keys_of
from reporter.render.contract import briefing_parts, listed_document, repairs_dict
from reporter.render.kept import NOTHING_KEPT, Kept

# How deep a document stands in briefing.json.
_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it stands in its file, indented."""

    text: str


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document of briefing.json as it stands there, its repairs as a file, and (figure, sentence that states it) of
    the figures that were asked for."""

    entry: str
    repairs: str
    stated: tuple[tuple[str, str], ...]


def write_json(
    briefing: Briefing,
    folder: Path,
    config: Config,  # noqa: ARG001
    kept: Kept = NOTHING_KEPT,
) -> tuple[Finding, ...]:
    """Write ``data/briefing.json`` and ``data/repairs/<document id>.json`` below the folder; no findings.

    Args:
        kept: the texts of earlier builds; a document that did not change has the same one again.
    """
    data = folder / "data"
    repairs = data / "repairs"
    repairs.mkdir(parents=True, exist_ok=True)
    documents = partial(_documents, briefing, repairs, kept)
    with (data / "briefing.json").open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(_mapping(briefing_parts(briefing, documents), 0))
        file.write("\n")
    return ()


def _documents(
    briefing: Briefing,
    repairs: Path,
    kept: Kept,
    originals: Mapping[str, str],
    stated: dict[tuple[str, str], str],
) -> Iterator[Written]:
    """Each document of briefing.json; as it goes by its repairs are written, so that documents are gone through once,
    and the sentences that state the figures of ``stated`` are put there."""
    asked: dict[str, list[str]] = defaultdict(list)
    for document, figure in stated:
        asked[document].append(figure)
    for at, (document, key) in enumerate(zip(briefing.ids, keys_of(briefing.analyses), strict=True)):
        parts = originals.get(document), tuple(asked[document])
        found = kept.piece("json", key, None, parts, partial(_document, briefing.analyses, at, *parts))
        (repairs / f"{document}.json").write_bytes(found.repairs.encode("utf-8", "backslashreplace"))
        stated.update({(document, figure): sentence for figure, sentence in found.stated})
        yield Written(found.entry)


def _document(analyses: Sequence[Analysis], at: int, original: str | None, asked: Sequence[str]) -> DocumentText:
    analysis = analyses[at]
    sentences = {indicator.id: indicator.sentence for indicator in analysis.indicators if indicator.id in asked}
    return DocumentText(
        _text(listed_document(analysis, original), _DEPTH),
        _text(repairs_dict(analysis.document), 0) + "\n",
        tuple(sentences.items()),
    )


def _text(value: object, level: int) -> str:
    """A value in JSON, its lines but the first indented by so many spaces; keys in the order given. A lone surrogate,
    which UTF-8 has no form for, stays as it is: whoever writes it escapes it."""
    if isinstance(value, Written):
        return value.text
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text = msgspec.json.format(text, indent=1)  # a third of the time that json takes to indent, the same text
    except UnicodeEncodeError:
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return text.replace("\n", "\n" + " " * level)  # no string of JSON holds a line end


def pieces(value: Any, level: int) -> Iterator[str]:
    """The same text in pieces: an iterator is a list, whose items come one by one."""
    if isinstance(value, Iterator):
        yield from _joined("[]", (_text(item, level + 1) for item in value), level)
    elif isinstance(value, dict) and value:
        yield from _mapping(value.items(), level)
    else:
        yield _text(value, level)


def _mapping(parts: Iterable[tuple[str, Any]], level: int) -> Iterator[str]:
    """A mapping in pieces; there is at least one key."""
    opened = "{"
    for name, value in parts:
        yield f"{opened}\n{' ' * (level + 1)}{_text(name, 0)}: "
        yield from pieces(value, level + 1)
        opened = ","
    yield f"\n{' ' * level}}}"


def _joined(brackets: str, items: Iterable[str], level: int) -> Iterator[str]:
    """Items in brackets, a line each; the brackets alone without any."""
    line = "\n" + " " * (level + 1)
    before = brackets[0] + line
    for item in items:
        yield before + item
        before = "," + line
    yield f"\n{' ' * level}{brackets[1]}" if before[0] == "," else brackets
