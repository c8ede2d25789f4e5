"""Separated values: cells are stretches of the file's own text, whatever separates and quotes them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import ReadError
from reporter.read.sheets import read_csv, separated_reader
from tests.read.sheets.shown import codes_of, is_sound, marks_of, rows_of

CELL = st.text(st.sampled_from('甲乙丙丁产值1234.,;"\n'), min_size=1, max_size=8).filter(
    lambda text: text == text.strip() != ""
)


@pytest.mark.parametrize("separator", list("\t,;|，"))
def test_any_usual_separator_is_found(separator: str) -> None:
    text = "\r\n".join(separator.join(row) for row in (["地区", "产值"], ["东乡", "12.5"], ["西乡", "8"]))
    raw = read_csv(text.encode("utf-8-sig"), "a.csv")
    assert rows_of(raw, raw.tables[0]) == [["地区", "产值"], ["东乡", "12.5"], ["西乡", "8"]]
    assert raw.ledger.text.replace("\ufeff", "") == "地区\t产值\r\n东乡\t12.5\r\n西乡\t8"
    assert raw.format == ("tsv" if separator == "\t" else "csv")
    assert is_sound(raw)


def test_the_first_line_may_name_the_separator() -> None:
    raw = read_csv("sep=|\n名称|说明,备注\n甲|1,5\n乙|2,6\n".encode(), "a.csv")
    assert rows_of(raw, raw.tables[0])[1] == ["甲", "1,5"]
    assert raw.ledger.text.startswith("名称\t")


def test_quotes_hold_separators_line_ends_and_quotes() -> None:
    raw = read_csv('名称,说明\n甲,"他说""好"",\n走了"\n乙,"1,200.5"\n'.encode(), "a.csv")
    assert raw.ledger.text == '名称\t说明\n甲\t他说"好", 走了\n乙\t1,200.5\n'
    assert rows_of(raw, raw.tables[0])[2] == ["乙", "1,200.5"]
    assert is_sound(raw)


def test_an_open_quote_loses_no_row_and_is_told() -> None:
    raw = read_csv('名称,数\n甲,"5\n乙,6\n丙,7\n'.encode(), "a.csv")
    assert [row[0] for row in rows_of(raw, raw.tables[0])] == ["名称", "甲", "乙", "丙"]
    assert codes_of(raw) == ["read-csv-quote-unclosed"]


def test_lines_around_the_table_are_no_rows() -> None:
    raw = read_csv(
        "某县产值\n单位：万元,,\n地区,产值,税收\n东乡,5,2\n西乡,6,3\n注：快报数。\n".encode("gb18030"), "a.csv"
    )
    (table,) = raw.tables
    assert marks_of(raw) == [("title", "某县产值"), ("paragraph", "单位：万元"), ("paragraph", "注：快报数。")]
    assert (len(table.rows), raw.ledger.source[slice(*(table.caption or (0, 0)))]) == (3, "某县产值")


def test_ragged_rows_are_filled_up() -> None:
    raw = read_csv("甲,乙\n1,2\n3\n4,5,6\n".encode(), "a.csv")
    assert rows_of(raw, raw.tables[0])[1:] == [["1", "2", ""], ["3", "", ""], ["4", "5", "6"]]


def test_a_header_alone_is_empty() -> None:
    with pytest.raises(ReadError, match="no rows") as caught:
        read_csv("地区,产值,税收\n".encode(), "a.csv")
    assert (caught.value.code, caught.value.status) == ("read-empty", "empty")


def test_one_column_is_read_as_lines() -> None:
    raw = read_csv("工作要点\n抓好春耕\n修好水渠\n".encode(), "a.csv")
    assert (raw.tables, codes_of(raw)) == ((), ["read-csv-one-column"])
    assert len(raw.marks) == 3


def test_null_bytes_are_told_and_cost_nothing() -> None:
    text = "姓名,备注\n" + "".join(f"张{n},值班{n}\n" for n in "甲乙丙丁戊己庚辛壬癸") + "李,带\0班\n"
    raw = read_csv(text.encode(), "a.csv")
    assert len(raw.tables[0].rows) == 12
    assert codes_of(raw) == ["read-csv-nul"]


def test_what_is_beyond_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separated_reader, "MOST_CELLS", 6)
    raw = read_csv("甲,乙\n1,2\n3,4\n5,6\n".encode(), "a.csv")
    assert (raw.ledger.text, codes_of(raw)) == ("甲\t乙\n1\t2\n3\t4\n", ["read-cells-limit"])


def test_a_row_of_very_many_cells_is_read_up_to_the_limit_of_columns() -> None:
    raw = read_csv(("甲,乙\n" + "1," * 120_000 + "\n" + "3,4\n" * 50).encode(), "a.csv")
    assert raw.ledger.text.count("1") == 1_000
    assert codes_of(raw) == ["read-cells-limit"]
    assert "columns" in raw.findings[0].message


def test_columns_beyond_the_limit_are_told_and_empty_ones_are_not() -> None:
    wide = "\n".join(",".join(f"{word}{number}" for number in range(1_200)) for word in ("列", "值", ""))
    raw = read_csv(wide.encode(), "a.csv")
    assert {len(row) for row in raw.tables[0].rows} == {1_000}
    assert codes_of(raw) == ["read-cells-limit"]
    assert is_sound(raw)
    assert codes_of(read_csv(f"甲,乙\n1,2{',' * 2_000}\n3,4\n".encode(), "a.csv")) == []


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=3, max_size=6))
def test_what_a_program_writes_is_read_cell_by_cell(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    raw = read_csv(f"sep=,\n{stream.getvalue()}".encode(), "a.csv")
    assert is_sound(raw)
    flat = [" ".join(cell.splitlines()) for row in rows for cell in row]
    assert "".join("".join(flat).split()) == "".join(raw.ledger.text.split())
