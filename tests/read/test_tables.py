"""Tables of the markup keep their cells' places; spans over rows and columns repeat them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.model import RawTable
from reporter.read.markup import tokens
from reporter.read.tables import data_tables


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
