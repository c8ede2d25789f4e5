"""reporter extract: figures, targets and dates of one text or of many, on standard output or in files."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest


def table(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_json_has_every_part_of_one_text(run, folder):
    data = json.loads(run("extract", folder / "north.txt").out)
    assert {"indicators", "tables", "targets", "events", "honours", "references"} <= set(data)
    (target,) = data["targets"]
    assert (target["value"], target["unit"], target["deadline"]["date"]) == (30, "个", "2020")


def test_several_texts_are_a_list_of_documents(run, folder):
    data = json.loads(run("extract", folder).out)
    assert [entry["path"] for entry in data["documents"]] == ["documents/north.txt", "documents/south.txt"]


def test_csv_prints_one_part(run, folder):
    lines = list(csv.DictReader(run("extract", folder, "--format", "csv", "--part", "targets").out.splitlines()))
    assert [(row["value"], row["bound"], row["deadline"]) for row in lines] == [("30", "at_least", "2020年")]


def test_csv_says_that_tables_are_not_in_it(run, tmp_path):
    book = openpyxl.Workbook()
    for row in (["县", "产值（亿元）"], ["北县", 12], ["南县", 15]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    ran = run("extract", tmp_path / "a.xlsx", "--format", "csv")
    assert "1 table is not in this CSV (use --format json, or -o figures.xlsx)" in ran.err


def test_csv_to_a_folder_writes_every_part(run, folder, tmp_path):
    assert run("extract", folder, "--format", "csv", "-o", tmp_path / "data").code == 0
    assert len(table(tmp_path / "data" / "indicators.csv")) > len(table(tmp_path / "data" / "targets.csv")) == 1


def test_the_name_of_the_output_names_the_format(run, folder, tmp_path):
    assert run("extract", folder, "-o", tmp_path / "figures.xlsx").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "figures.xlsx").worksheets[0]
    header = [cell.value for cell in sheet[1]]
    values = [row[header.index("数值")].value for row in sheet.iter_rows(min_row=2)]
    assert values
    assert all(isinstance(value, int | float) for value in values)
    assert run("extract", folder / "north.txt", "-o", tmp_path / "figures.json").code == 0
    assert json.loads((tmp_path / "figures.json").read_text("utf-8"))["targets"]


def test_a_file_that_cant_be_read_is_named_and_the_rest_is_extracted(run, folder):
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    ran = run("extract", folder)
    assert ran.code == 4
    assert "broken.docx" in ran.err
    assert len(json.loads(ran.out)["documents"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["extract"], 2, "FILE"),
        (["extract", "documents/north.txt", "--format", "xlsx"], 2, "-o"),
        (["extract", "documents/north.txt", "-o", "nowhere/figures.csv"], 1, "nowhere"),
    ],
)
def test_bad_options_are_one_clear_line(run, folder, arguments, code, told):
    ran = run(*arguments)
    assert ran.code == code
    ran.said_in_one_line(told)
