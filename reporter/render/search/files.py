"""Documents → ``search/``: scripts that hand their data to the site's search.

A page on a file: address may read no other file but as a script, so each file calls ``reporterSearch``: ``index.js``
says how many files there are and how spellings are folded, ``keys-N.js`` hold the index by first character,
``texts-N.js`` the passages of a run of documents. All of it follows from the documents and their order alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reporter.model import Analysis
from reporter.model.analyses import keys_of
from reporter.render.kept import NOTHING_KEPT, Kept
from reporter.render.search.bigrams import (
    Postings,
    entries,
    merged,
    numbered,
    postings_from,
    postings_of,
    shards,
)
from reporter.render.search.folding import folded, spellings
from reporter.render.search.passages import Kind, Passage, passages_of

FOLDER = "search"
# About as many characters of text or index a file holds; a longer document has one of its own.
TEXTS_LENGTH = 24_000
KEYS_LENGTH = 48_000

_LETTERS: dict[Kind, str] = {"title": "T", "heading": "H", "sentence": "S", "row": "R", "fact": "F"}


@dataclass(frozen=True, slots=True)
class Findable:
    """What of a document can be found: its lines in a file of texts, the characters of these, and the bytes of its
    postings, those of a document with the number 0."""

    record: str
    met: str
    postings: bytes


def write_search(analyses: Sequence[Analysis], site: Path, kept: Kept = NOTHING_KEPT) -> None:
    """Write the search's data below the site; documents are numbered in the order given."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = _Texts(folder)
    met: set[str] = set()
    postings: list[Postings] = []
    for number, key in enumerate(keys_of(analyses)):
        found = kept.piece("search", key, None, (), partial(_found, analyses, number))
        texts.add(number, found.record)
        met.update(found.met)
        postings.append(numbered(postings_from(found.postings), number))
    texts.close()
    count = 0
    for count, shard in enumerate(shards(merged(postings), KEYS_LENGTH), 1):
        _write(folder / f"keys-{count - 1}.js", "keys", count - 1, dict(entries(shard)))
    index = {"texts": texts.starts, "keys": count, "spellings": spellings(met)}
    _write(folder / "index.js", "index", index)


def _found(analyses: Sequence[Analysis], number: int) -> Findable:
    analysis = analyses[number]
    passages = passages_of(analysis)
    postings = postings_of(0, ((item.kind, folded(item.text)) for item in passages))
    met = set().union(*(item.text for item in passages))
    return Findable(_record(analysis, passages), "".join(sorted(met)), postings.tobytes())


def _record(analysis: Analysis, passages: Sequence[Passage]) -> str:
    """A document's lines: its id and language, then a passage a line: kind, part of the source, anchor, text."""
    document = analysis.document
    lang = "zh" if document.script == "mixed" else document.script
    return "\n".join((f"{document.id}\t{lang}", *map(_line, passages)))


def _line(passage: Passage) -> str:
    part = passage.part if passage.part > 1 else ""
    return f"{_LETTERS[passage.kind]}{part}#{passage.anchor}\t{passage.text}"


class _Texts:
    """Writes documents' passages to files; ``starts`` are the first documents of each."""

    def __init__(self, folder: Path) -> None:
        self.starts: list[int] = []
        self._folder = folder
        self._records: list[str] = []
        self._length = 0

    def add(self, number: int, record: str) -> None:
        """Take a document; a file that is full is written."""
        if not self._records:
            self.starts.append(number)
        self._records.append(record)
        self._length += len(record)
        if self._length >= TEXTS_LENGTH:
            self.close()

    def close(self) -> None:
        """Write what is there."""
        if self._records:
            number = len(self.starts) - 1
            _write(self._folder / f"texts-{number}.js", "texts", number, self._records)
        self._records, self._length = [], 0


def _write(path: Path, function: str, *values: object) -> None:
    """Write a call of the search; a lone surrogate becomes an escape."""
    arguments = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    path.write_bytes(f"reporterSearch.{function}({arguments});\n".encode("utf-8", "backslashreplace"))
