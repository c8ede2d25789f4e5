"""Tables of the markup keep their cells' places; spans over rows and columns repeat them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import RawTable
from reporter.read.html.markup import tokens
from reporter.read.html.tables import data_tables


def tables(source: str) -> tuple[RawTable, ...]:
    return data_tables(source, tuple(tokens(source)))


def cells(source: str) -> list[list[str]]:
    (table,) = tables(source)
    return [[source[start:end] for start, end in row] for row in table.rows]


def test_spans_repeat_their_cell() -> None:
    source = (
        "<table><caption>表1 产值</caption><tr><th rowspan=2>地区</th><th colspan=2>产值</th></tr>"
        "<tr><th>今年</th><th>去年</th></tr>"
        "<tr><td>甲</td><td> 12 </td><td>&nbsp;</td></tr></table>"
    )
    assert cells(source) == [["地区", "产值", "产值"], ["地区", "今年", "去年"], ["甲", "12", ""]]
    (table,) = tables(source)
    assert table.header_rows == 2
    assert table.caption
    assert source[slice(*table.caption)] == "表1 产值"
    assert source[table.start : table.end] == source


def test_a_first_row_of_words_over_numbers_is_a_heading() -> None:
    (table,) = tables("<table><tr><td>地区</td><td>产值</td></tr><tr><td>甲</td><td>12</td></tr></table>")
    assert table.header_rows == 1


def test_a_first_row_with_numbers_is_none() -> None:
    (table,) = tables("<table><tr><td>甲</td><td>11</td></tr><tr><td>乙</td><td>12</td></tr></table>")
    assert table.header_rows == 0


def test_unclosed_cells_and_rows_are_closed_by_the_next() -> None:
    assert cells("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>") == [["甲", "1"], ["乙", "2"]]


def test_short_rows_are_filled_up() -> None:
    assert cells("<table><tr><td>甲</td><td>1</td><td>2</td></tr><tr><td>乙</td></tr></table>")[1] == ["乙", "", ""]


def test_one_row_one_column_and_tables_around_tables_are_layout() -> None:
    assert tables("<table><tr><td>甲</td><td>1</td></tr></table>") == ()
    assert tables("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>") == ()
    inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    assert len(tables(f"<table><tr><td>{inner}</td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>")) == 1


def test_a_claimed_span_of_any_size_costs_little() -> None:
    row = "<tr><td rowspan=65000 colspan=65000>甲</td><td>1</td></tr>"
    for table in tables(f"<table>{row * 3}</table>"):
        assert sum(len(line) for line in table.rows) <= 100_000


def test_a_title_and_a_unit_above_the_header_are_caption_and_no_rows() -> None:
    source = (
        "<table><tr><td colspan=3>收入表</td></tr><tr><td></td><td colspan=2>单位：万元</td></tr>"
        "<tr><td>乡镇</td><td>任务</td><td>完成</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table>"
    )
    (table,) = tables(source)
    assert cells(source) == [["乡镇", "任务", "完成"], ["甲", "1", "2"]]
    assert table.caption
    assert source[slice(*table.caption)] == "收入表"
    assert source[table.start :].startswith("<tr><td>乡镇")


def test_a_title_and_a_unit_in_one_row_are_told_apart() -> None:
    source = (
        "<table><tr><td colspan=2>附表</td><td>单位：亿元</td></tr>"
        "<tr><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert cells(source) == [["甲", "乙", "丙"], ["1", "2", "3"]]


def test_spacing_columns_and_hidden_rows_are_left_out() -> None:
    source = (
        "<table><tr><td>甲</td><td>&nbsp;</td><td colspan=2>乙</td></tr>"
        "<tr><td>1</td><td></td><td colspan=2>2</td></tr>"
        "<tr style='display:none'><td>9</td><td>9</td><td>9</td></tr></table>"
    )
    assert cells(source) == [["甲", "乙"], ["1", "2"]]


def test_a_span_to_the_end_and_one_over_another_are_resolved() -> None:
    source = "<table><tr><td rowspan=0>合</td><td>1</td></tr><tr><td colspan=2>2</td></tr><tr><td>3</td></tr></table>"
    assert cells(source) == [["合", "1", ""], ["合", "2", "2"], ["合", "3", ""]]


def test_a_long_cell_among_many_is_data_and_one_that_is_the_page_is_not() -> None:
    row = "<tr><td>甲</td><td>{}</td></tr>"
    assert len(tables("<table>" + "".join(row.format("内容" * 160) for _ in range(4)) + "</table>")) == 1
    assert tables("<table>" + row.format("内容" * 160) + row.format("1") + "</table>") == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<table>", "</table>", "<tr>", "<td>", "<th rowspan=2>", "<td colspan=3>", "甲", "12", "</td>", " "]
        )
    )
)
def test_rows_are_of_equal_length_whatever_the_markup(pieces: list[str]) -> None:
    for table in tables("".join(pieces)):
        assert len({len(row) for row in table.rows}) == 1
        assert table.header_rows < len(table.rows)
