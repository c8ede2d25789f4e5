"""Tables in plain text are found by their alignment, tabs or bars; whatever else is spaced out stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.read.aligned import plain_tables
from reporter.read.plain import read_plain

ALIGNED = """表1　主要产品产量
产品名称    单位        产量      比上年增长(%)
水泥        万吨        486.3     -3.5
化学纤维    万吨        12.7      8.4
发电量      亿千瓦时    62.8      5.6
以上为快报数。
"""


def rows(text: str) -> list[list[list[str]]]:
    return [[[text[start:end] for start, end in row] for row in table.rows] for table in plain_tables(text)]


def test_columns_set_apart_by_blanks_are_a_table() -> None:
    (table,) = plain_tables(ALIGNED)
    assert rows(ALIGNED)[0][::3] == [
        ["产品名称", "单位", "产量", "比上年增长(%)"],
        ["发电量", "亿千瓦时", "62.8", "5.6"],
    ]
    assert (table.header_rows, ALIGNED[slice(*(table.caption or (0, 0)))]) == (1, "表1　主要产品产量")
    assert ALIGNED[table.start : table.end].splitlines() == ALIGNED.splitlines()[1:5]


def test_offsets_count_the_source_with_its_line_ends() -> None:
    text = ALIGNED.replace("\n", "\r\n")
    raw = read_plain(text.encode(), "a.txt")
    assert raw.ledger.source == text
    assert rows(text) == rows(ALIGNED)
    assert raw.tables == plain_tables(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乡\t产值\t增速\n东\t1\t2\n西\t\t3\n", [["乡", "产值", "增速"], ["东", "1", "2"], ["西", "", "3"]]),
        ("姓名\t职务\n张三\t主任\n李四\t科员\n", [["姓名", "职务"], ["张三", "主任"], ["李四", "科员"]]),
        ("| 名称 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙 |  |\n", [["名称", "数"], ["甲", "1"], ["乙", ""]]),
        ("┌──┬──┐\n│甲│乙│\n├──┼──┤\n│1│2│\n└──┴──┘\n", [["甲", "乙"], ["1", "2"]]),
        ("+---+---+\n| 甲 | 乙 |\n+---+---+\n| 1 | 2 |\n+---+---+\n", [["甲", "乙"], ["1", "2"]]),
        ("乡　　人口\n东　　　98\n西　　　97\n", [["乡", "人口"], ["东", "98"], ["西", "97"]]),
    ],
)  # fmt: skip
def test_tabs_bars_and_wide_blanks_separate_columns(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == [expected]


def test_a_header_of_two_rows_spreads_over_its_columns() -> None:
    text = (
        "        上半年          下半年\n地区    产值    税收    产值    税收\n"
        "东区    120.5   13.2    140     15\n西区    80      9       85      9.5\n"
    )
    (table,) = plain_tables(text)
    assert table.header_rows == 2
    assert rows(text)[0][0] == ["", "上半年", "上半年", "下半年", "下半年"]


@pytest.mark.parametrize(
    "text",
    [
        "春山一夜雨  溪水涨三分\n牧童归去晚  牛背驮斜曛\n柴门人未掩  灯火待黄昏\n",
        "记者 张三  李四\n通讯员  王五\n摄影  赵六\n",
        "联系人：张三    电话：2345678\n地址：某路    邮编：310000\n传真：2345679    邮箱：无\n",
        "一、总则    1\n二、任务    3\n三、措施    10\n",
        "一、总则………………1\n二、任务………………3\n三、措施………………5\n",
        "张　三    李　四    王　五\n赵　六    钱　七    孙　八\n周　九    吴　十    郑某某\n",
        "通　　　　知\n各乡镇：\n　　现将有关事项通知如下。\n",
        "首页 | 新闻 | 公告\n正文一行。\n",
        "　　第一段话，说明情况。\n　　第二段话，提出要求。\n　　第三段话，就此结束。\n",
        "某县水务局    某县财政局\n    2018年3月5日\n",
    ],
)
def test_what_is_spaced_out_for_other_reasons_is_no_table(text: str) -> None:
    assert plain_tables(text) == ()


@given(st.text(st.sampled_from("甲乙 　\t|1.│─+-\n：。表"), max_size=120))
def test_cells_lie_in_their_table_and_tables_apart(text: str) -> None:
    end = 0
    for table in plain_tables(text):
        assert end <= table.start < table.end <= len(text)
        assert 0 <= table.header_rows < len(table.rows)
        end = table.end
        for row in table.rows:
            assert len(row) == len(table.rows[0])
            assert all(cell == (0, 0) or table.start <= cell[0] < cell[1] <= table.end for cell in row)


def test_a_long_text_of_blanks_costs_no_square() -> None:
    assert plain_tables((" " * 50_000 + "|\n") * 4) == ()
