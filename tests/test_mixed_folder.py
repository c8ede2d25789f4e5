"""A folder of everything that people send, sound and damaged, built as one: every file is accounted for, none spoils
another, and what is read of the sound ones stays as good as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from reporter.cli import main
from reporter.read.office import soffice
from tests.corpus.mixed import make, score

# Two megabytes of text and a sheet of 100,000 columns take half a minute each: they are measured by hand (README.md).
SLOW = frozenset({"yearbook_2mb.txt", "columns.csv"})

# What is known to be wrong, each said in tests/corpus/mixed/README.md. A file that leaves this list does not come back.
WRONG_STATUS: set[str] = set()
WRONG_CODE: set[str] = set()
UNCLEAN = {"waste_adverts.txt"}

# Means as reached; they may only be raised.
FLOORS = {
    "authors": 1.0,
    "date": 1.0,
    "figure_bound": 1.0,
    "figure_named": 0.96,
    "figure_precision": 1.0,
    "figure_recall": 1.0,
    "figure_role": 0.94,
    "figure_subject": 0.96,
    "levels": 0.95,
    "number": 1.0,
    "numbers": 0.95,
    "sections": 0.95,
    "sentence_precision": 0.97,
    "sentence_recall": 0.96,
    "source": 0.95,
    "table_caption": 1.0,
    "table_cells": 0.99,
    "table_header": 1.0,
    "table_unit": 1.0,
    "title": 0.98,
}


@pytest.fixture(scope="module")
def truth() -> dict[str, dict[str, Any]]:
    return {name: want for name, want in make.truth().items() if name not in SLOW}


@pytest.fixture(scope="module")
def exit_code_and_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, score.Build]:
    home = tmp_path_factory.mktemp("mixed_home")
    make.write(home / "mixed", without=SLOW)
    exit_code = main(["build", str(home / "mixed"), "-o", str(home / "build"), "-f", "json"])
    return exit_code, score.Build(home / "build")


@pytest.fixture(scope="module")
def build(exit_code_and_build: tuple[int, score.Build]) -> score.Build:
    return exit_code_and_build[1]


@pytest.fixture(scope="module")
def rows(build: score.Build, truth: dict[str, dict[str, Any]]) -> dict[str, score.Row]:
    return score.judge(build, truth)[0]


def _failing(rows: dict[str, score.Row], measure: str) -> set[str]:
    return {name for name, row in rows.items() if row.get(measure, 1.0) < 1}


def test_the_truth_beside_the_corpus_is_that_of_its_texts() -> None:
    assert json.loads(make.TRUTH.read_text("utf-8")) == make.truth()


def test_the_folder_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    first = make.files()
    make.sound.cache_clear()
    second = make.files()
    assert [name for name in first if first[name] != second[name]] == []


def test_some_files_that_could_not_be_read_are_said_by_the_exit_code(
    exit_code_and_build: tuple[int, score.Build],
) -> None:
    assert exit_code_and_build[0] == 4


def test_every_file_is_accounted_for_with_a_reason(build: score.Build, truth: dict[str, dict[str, Any]]) -> None:
    assert set(build.inputs) == set(truth)
    unexplained = [name for name, entry in build.inputs.items() if entry["status"] != "used" and not entry["reason"]]
    assert unexplained == []


def test_each_file_has_the_status_that_it_should(rows: dict[str, score.Row]) -> None:
    through_office = set() if soffice() else {"drill.rtf"}  # without LibreOffice it is a finding that says so
    assert _failing(rows, "status") == WRONG_STATUS | through_office


def test_each_file_has_the_finding_that_it_should(rows: dict[str, score.Row]) -> None:
    assert _failing(rows, "code") == WRONG_CODE


def test_nothing_shown_is_furniture_deleted_or_hostile(rows: dict[str, score.Row]) -> None:
    assert _failing(rows, "clean") == UNCLEAN


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_what_is_read_of_the_sound_files_is_as_good_as_it_was(rows: dict[str, score.Row], measure: str) -> None:
    assert score.means(rows)[measure] >= FLOORS[measure]
