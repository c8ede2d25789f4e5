"""The hand-made annotations of the sample documents agree with the documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

TRUTH = sorted((Path(__file__).parent / "truth").glob("seed_*.json"))
NOTE = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)")
NUMBERS = {"半": 0.5, "一": 1, "兩": 2, "两": 2, "三": 3, "四": 4, "五": 5, "千": 1000, "2萬": 20000}


def load(path: Path, seeds: Path) -> tuple[dict[str, Any], str]:
    truth = json.loads(path.read_text("utf-8"))
    return truth, (seeds / truth["file"]).read_bytes().decode("utf-8")


def healed(text: str) -> str:
    """The text without notes and slips, its punctuation and white space left out."""
    text = text.replace("?,F(xiàn)", "。現").replace("?shù)臅r", "的時")
    return "".join(c for c in NOTE.sub("", text) if c.isalnum())


def number_in(quote: str) -> object:
    """The number that a quote begins with, read independently of the program."""
    if span := re.match(r"(\d+)~(\d+)", quote):
        return [int(span[1]), int(span[2])]
    written = re.match(r"2萬|[半一兩两三四五千]|[\d.]+", quote)
    assert written is not None, quote
    return NUMBERS[written[0]] if written[0] in NUMBERS else float(written[0])


def test_every_document_has_annotations(seeds: Path) -> None:
    files = [json.loads(path.read_text("utf-8"))["file"] for path in TRUTH]
    assert sorted(files) == sorted(path.name for path in seeds.glob("*.txt"))


@pytest.mark.parametrize("path", TRUTH, ids=lambda path: path.stem)
def test_figures_stand_at_their_offsets_with_their_values(path: Path, seeds: Path) -> None:
    truth, text = load(path, seeds)
    for figure in truth["figures"]:
        start = figure["offset"]
        assert text[start : start + len(figure["quote"])] == figure["quote"]
        assert figure["value"] == number_in(figure["quote"]), figure["quote"]
        assert text.count("\n", 0, start) + 1 == figure["line"]


@pytest.mark.parametrize("path", TRUTH, ids=lambda path: path.stem)
def test_headings_stand_at_their_offsets(path: Path, seeds: Path) -> None:
    truth, text = load(path, seeds)
    sections = truth["sections"]
    assert [section["offset"] for section in sections] == sorted(section["offset"] for section in sections)
    for section in sections:
        start = section["offset"]
        assert text[start : start + len(section["raw"])] == section["raw"]
        assert healed(section["raw"]) == healed((section["number"] or "") + section["heading"])


@pytest.mark.parametrize("path", TRUTH, ids=lambda path: path.stem)
def test_sentences_add_up_and_chosen_ones_are_verbatim(path: Path, seeds: Path) -> None:
    truth, text = load(path, seeds)
    of_sections = sum(section["sentences"] for section in truth["sections"])
    assert truth["sentences"] == truth["sentences_preamble"] + of_sections
    assert truth["sentences"] == sum(truth["sentences_per_line"].values())
    for chosen in truth["key_sentences"] + truth["key_sentences_acceptable"]:
        assert healed(chosen["clean"]) in healed(text)


@pytest.mark.parametrize("path", TRUTH, ids=lambda path: path.stem)
def test_title_authors_and_furniture_stand_in_the_text(path: Path, seeds: Path) -> None:
    truth, text = load(path, seeds)
    assert all(author in text for author in truth["authors"])
    assert truth["title"] is None or healed(truth["title"]) in healed(text)
    for number in truth["boilerplate_line_numbers"]:
        assert text.split("\n")[number - 1].strip() in {line.strip() for line in truth["boilerplate"]}
    body = {line for section in truth["sections"] for line in section["lines"]}
    assert body.isdisjoint(truth["boilerplate_line_numbers"])


def test_tables_hold_figures_of_their_document(seeds: Path) -> None:
    for path in TRUTH:
        truth, _ = load(path, seeds)
        values = {str(figure["value"]) for figure in truth["figures"]}
        for table in truth["tables"]:
            cells = [cell for row in table["rows"] for cell in row[1:] if isinstance(cell, dict)]
            assert {str(cell["value"]) for cell in cells if cell["value"] is not None} <= values
            assert all(len(row) == len(table["headers"]) for row in table["rows"])


def test_comparison_repeats_the_figures_of_the_documents(seeds: Path) -> None:
    rows = json.loads((TRUTH[0].parent / "comparison.json").read_text("utf-8"))["rows"]
    figures = {path.stem.removeprefix("seed_")[:4]: load(path, seeds)[0]["figures"] for path in TRUTH}
    for row in rows:
        for document, cell in row["cells"].items():
            assert any((f["value"], f["unit"]) == (cell["value"], cell["unit"]) for f in figures[document])
