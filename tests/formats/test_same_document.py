"""A document reads the same in every format: its sentences, its headings and their levels, its figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reporter.extract import extract
from reporter.model import Document
from reporter.pipeline import document_of
from reporter.read import read_bytes
from tests.conftest import CHECKOUT
from tests.formats.blocks import blocks_of
from tests.formats.writers import WRITERS, Paper, counts_on

DOCUMENTS = sorted(
    path
    for folder in ("seeds", "tests/corpus/documents/docs")
    for path in (CHECKOUT / folder).iterdir()
    if path.suffix == ".txt"
)


@cache
def paper_of(path: Path) -> Paper:
    """What a document says, to be written anew."""
    document = document_of(read_bytes(path.read_bytes(), path.name))
    stamp = "　".join(
        part for part in (f"来源：{document.source}" if document.source else "", document.date or "") if part
    )
    return Paper(document.title.text, stamp, blocks_of(document))


def read(name: str, data: bytes) -> Document:
    return document_of(read_bytes(data, name))


@cache
def expected_of(path: Path) -> Document:
    """The document as plain text gives it, which every other format is held against."""
    paper = paper_of(path)
    return read("a.txt", "\n".join([paper.title, paper.stamp, *(b.text for b in paper.blocks)]).encode())


def tree(document: Document) -> list[tuple[int, str, str]]:
    """The outline: level, number and heading without blanks."""
    return [(section.level, section.number or "", "".join(section.heading.split())) for section in document.sections]


def sentences(document: Document) -> list[str]:
    return ["".join(sentence.text.split()) for sentence in document.sentences]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", WRITERS)
def test_a_document_reads_the_same_in_every_format(kind: str, path: Path) -> None:
    paper = paper_of(path)
    if kind == "docx numbered" and not counts_on(paper.blocks):
        kind = "docx styled"  # its numbers are none that an office program would count
    expected = expected_of(path)
    found = read(*WRITERS[kind](paper))
    assert sentences(found) == sentences(expected)
    assert tree(found) == tree(expected)
    assert found.title.text.replace(" ", "") == expected.title.text.replace(" ", "")
    assert (found.source, found.date) == (expected.source, expected.date)


@pytest.mark.parametrize("kind", WRITERS)
def test_figures_are_the_same_in_every_format(kind: str) -> None:
    paper = paper_of(DOCUMENTS[0])
    expected = extract(expected_of(DOCUMENTS[0]))
    found = extract(read(*WRITERS[kind](paper)))
    assert [(i.name, i.value, i.unit, i.subject) for i in found.indicators] == [
        (i.name, i.value, i.unit, i.subject) for i in expected.indicators
    ]
