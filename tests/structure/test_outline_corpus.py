"""Short documents of our own, each with its outline beside it: every form of heading and its near misses."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reporter.model import CleanText, Document
from reporter.repair import repair
from reporter.structure import structure
from tests.structure.printed import outline

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "outline"
DOCUMENTS = sorted(CORPUS.glob("*.txt"))


def document(path: Path) -> Document:
    return structure(repair(CleanText.of(path.read_text("utf-8"), path.name).raw), path.stem)


def test_the_corpus_is_there() -> None:
    assert len(DOCUMENTS) >= 60


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_has_the_outline_that_stands_beside_it(path: Path) -> None:
    assert outline(document(path)) == path.with_suffix(".outline").read_text("utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_span_slices_to_its_text_and_sentences_rejoin_to_their_paragraph(path: Path) -> None:
    found = document(path)
    for sentence in found.sentences:
        assert sentence.span.of(found.text) == sentence.text
    for paragraph in found.paragraphs:
        own = [sentence for sentence in found.sentences if sentence.paragraph == paragraph.index]
        at = paragraph.span.start
        for sentence in own:
            assert not found.text[at : sentence.span.start].strip()
            at = sentence.span.end
        assert not found.text[at : paragraph.span.end].strip()
    for section in found.sections:
        shown = "".join((section.number or "") + section.heading)
        assert "".join(char for char in shown if char.isalnum()) == "".join(
            char for char in section.span.of(found.text) if char.isalnum()
        )


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_character_is_in_two_parts(path: Path) -> None:
    found = document(path)
    spans = sorted(part.span for part in (*found.sections, *found.paragraphs))
    for one, two in pairwise(spans):
        assert one.end <= two.start


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_section_tree_is_one(path: Path) -> None:
    found = document(path)
    levels = {section.id: section.level for section in found.sections}
    assert len(levels) == len(found.sections)
    for section in found.sections:
        assert section.level == (levels[section.parent] + 1 if section.parent else 1)
    for part in (*found.paragraphs, *found.sentences, *found.items):
        assert part.section is None or part.section in levels
