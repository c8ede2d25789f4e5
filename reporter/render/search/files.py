"""Documents → ``search/``: scripts that hand their data to the site's search.

A page on a file: address may read no other file but as a script, so each file calls ``reporterSearch``: ``index.js``
says how many files there are and how spellings are folded, ``keys-N.js`` hold the index by first character,
``texts-N.js`` the passages of a run of documents. All of it follows from the documents and their order alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from reporter.model import Analysis
from reporter.render.search.bigrams import Postings, entries, merged, postings_of, shards
from reporter.render.search.folding import folded, spellings
from reporter.render.search.passages import Kind, Passage, passages_of

FOLDER = "search"
# About as many characters of text or index a file holds; a longer document has one of its own.
TEXTS_LENGTH = 24_000
KEYS_LENGTH = 48_000

_LETTERS: dict[Kind, str] = {"title": "T", "heading": "H", "sentence": "S", "row": "R", "fact": "F"}


def write_search(analyses: Sequence[Analysis], site: Path) -> None:
    """Write the search's data below the site; documents are numbered in the order given."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    texts = _Texts(folder)
    met: set[str] = set()
    postings: list[Postings] = []
    for number, analysis in enumerate(analyses):
        passages = passages_of(analysis)
        texts.add(number, _record(analysis, passages))
        met.update(*(item.text for item in passages))
        postings.append(postings_of(number, ((item.kind, folded(item.text)) for item in passages)))
    texts.close()
    count = 0
    for count, shard in enumerate(shards(merged(postings), KEYS_LENGTH), 1):
        _write(folder / f"keys-{count - 1}.js", "keys", count - 1, dict(entries(shard)))
    index = {"texts": texts.starts, "keys": count, "spellings": spellings(met)}
    _write(folder / "index.js", "index", index)


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
