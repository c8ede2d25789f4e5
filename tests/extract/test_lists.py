"""Enumerations of names and of figures by place become tables; rows of trades, measures and ranks do not."""

from __future__ import annotations

import pytest

from reporter.extract import extract
from tests.extract.documents import document


def tables(text: str) -> list[list[tuple[str, ...]]]:
    """The tables of a text, each with its header first."""
    found = extract(document(f"工作情况汇报\n\n{text}\n")).tables
    return [[table.header, *(tuple(cell.text for cell in row) for row in table.rows)] for table in found]


def test_figures_by_place_behind_a_whole_are_a_table_of_it() -> None:
    text = "全市有名牌产品17个，其中东河县5个、西岭县3个、南湖区8个、中山镇1个。"
    rows = [("东河县", "5个"), ("西岭县", "3个"), ("南湖区", "8个"), ("中山镇", "1个")]
    assert tables(text) == [[("地区", "名牌产品"), *rows]]


def test_rates_by_place_keep_the_word_that_says_up_or_down() -> None:
    (table,) = tables("全年工业产值分县看，东河县增长5.2%、西岭县下降1.3%、南湖区增长8.1%。")
    assert [row[1] for row in table[1:]] == ["增长5.2%", "下降1.3%", "增长8.1%"]


def test_places_told_apart_are_a_table() -> None:
    (table,) = tables("前三季度，东河、西岭、南湖三县工业产值分别为56.2亿元、38.9亿元和71.5亿元。")
    assert table == [("地区", "工业产值"), ("东河", "56.2亿元"), ("西岭", "38.9亿元"), ("南湖", "71.5亿元")]


def test_parts_that_begin_with_their_place_are_a_table() -> None:
    (table,) = tables("进度如下：东河县完成投资12.3亿元；西岭县完成投资8.7亿元；南湖区完成投资20.1亿元。")
    assert [row[0] for row in table] == ["地区", "东河县", "西岭县", "南湖区"]


def test_an_item_goes_on_in_the_next_paragraph_up_to_the_next_item() -> None:
    text = (
        "企业情况如下：\n1、恒泽公司：去年产值4亿元。\n有意投资。\n2、凯明公司：去年产值2亿元。\n暂无打算。\n"
        "3、瑞丰公司：去年产值9亿元。\n希望就近采购。"
    )
    (table,) = tables(text)
    assert [row[-1] for row in table] == ["情况", "有意投资", "暂无打算", "希望就近采购"]


def test_a_cell_ends_with_its_paragraph() -> None:
    text = "（一）物流园。总投资6亿元。选址已定。\n价格在谈。\n（二）产业园。总投资5亿元。\n（三）加工园。总投资2亿元。"
    (table,) = tables(text)
    assert table[1] == ("物流园", "6亿元", "选址已定")


def test_firms_that_were_visited_are_a_table() -> None:
    text = "另外还走访了鸿雁电子、海川机械、碧泉环保、丰谷包装、远帆物流，均无投资打算。"
    assert tables(text) == [[("名称",), ("鸿雁电子",), ("海川机械",), ("碧泉环保",), ("丰谷包装",), ("远帆物流",)]]


def test_names_in_lines_of_their_own_are_a_table() -> None:
    names = ["东岭机械有限公司", "白鹿食品有限公司", "鸿基水泥有限公司", "安顺电梯有限公司", "清河酒业集团"]
    text = "入选企业：\n" + "\n".join(names) + "\n特此公告。"
    assert tables(text) == [[("名称",), *((name,) for name in names)]]


@pytest.mark.parametrize(
    "text",
    [
        "重点发展智能家居、现代物流、绿色包装、精密机械、新型建材等产业。",
        "走访企业，要求加快发展智能家居、现代物流、绿色包装、精密机械、新型材料。",
        "引进了精密机械、环保包装、远洋物流、五金家居、医药食品等行业的项目。",
        "检查企业320家，抽检产品560批次，立案45件，罚没款120万元。",
        "完成投资12亿元，实现产值30亿元，上缴税收2亿元，利润3亿元。",
        "全市检查企业20家、商店30家、市场5家。",
        "东河县5个、西岭县3吨、南湖区8家。",
        "1、加强培训。培训300人次。\n2、加强检查。检查50家。\n3、加强宣传。发放2万份。",
        "记者：今年怎么样？\n局长：检查企业50家。\n记者：明年呢？\n局长：检查企业80家。",
        "总投资8亿元，其中土建5亿元、设备4亿元、安装3亿元、其他2亿元。",
    ],
)
def test_what_is_not_parallel_is_no_table(text: str) -> None:
    assert tables(text) == []
