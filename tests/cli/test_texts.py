"""reporter summarize and reporter extract: one text, from a file or a pipe."""

from __future__ import annotations

import csv
import json

import pytest


@pytest.fixture
def north(folder):
    return folder / "north.txt"


@pytest.fixture
def text(north):
    """What north.txt says."""
    return north.read_text("utf-8")


def test_sentences_are_printed_one_a_line_in_the_texts_order(run, north, text):
    ran = run("summarize", north, "--sentences", "3")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert len(lines) == 3
    places = [text.index(line) for line in lines]
    assert places == sorted(places)


def test_a_pipe_is_read_in_any_known_encoding(run, text):
    ran = run("summarize", "-", "-n", "2", stdin=text.encode("gb18030"))
    assert ran.code == 0
    assert all(line in text for line in ran.out.splitlines())


def test_json_gives_places_in_the_source(run, north, text):
    ran = run("summarize", north, "--json", "--chars", "60")
    data = json.loads(ran.out)
    assert data["schema_version"] == 1
    assert data["sentences"]
    for sentence in data["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert isinstance(sentence["score"], float)


def test_a_topic_and_a_method_can_be_named(run, north):
    assert run("summarize", north, "--topic", "品牌", "-n", "1").code == 0
    assert run("summarize", north, "--method", "lead", "-n", "1").out.startswith("今年以来")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["summarize", "missing.txt"], 1, "missing.txt"),
        (["summarize", "documents"], 1, "documents"),
        (["summarize", "documents/north.txt", "--method", "led"], 2, "lead"),
        (["summarize", "documents/north.txt", "-n", "0"], 2, "-n"),
        (["summarize"], 2, "FILE"),
        (["extract", "documents/north.txt", "--format", "xml"], 2, "json"),
        (["extract", "missing.txt"], 1, "missing.txt"),
    ],
)
def test_bad_input_is_one_clear_line(run, folder, arguments, code, told):
    ran = run(*arguments)
    assert ran.code == code
    ran.said_in_one_line(told)


def test_figures_are_printed_as_json_with_their_places(run, north, text):
    data = json.loads(run("extract", north).out)
    assert data["schema_version"] == 1
    found = {(item["value"], text[item["start"] : item["end"]]) for item in data["indicators"]}
    assert (61, "61项") in found
    assert "tables" in data


def test_figures_are_printed_as_csv(run, north):
    ran = run("extract", north, "--format", "csv")
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert {"61", "56", "22", "99"} <= {row["value"] for row in rows}
    assert {"document", "value", "unit", "start", "end"} <= set(rows[0])


def test_an_empty_text_is_one_clear_line(run):
    ran = run("summarize", "-", stdin=b"")
    assert ran.code == 1
    ran.said_in_one_line("-")
