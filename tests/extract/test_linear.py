"""Extraction takes work in a line with the text: counted in calls, not in seconds, on texts of one kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reporter.extract import conflicts, extract, timeline
from reporter.model import Analysis, Document
from reporter.read.sheets import read_csv
from reporter.repair import repair
from reporter.structure import structure
from tests.counting import calls_of
from tests.extract.documents import analysis, document

SIZE = 3_000
UNITS = {
    "figures": "全市完成投资12.5亿元，增长8%，占年度计划的53%。",
    "figures in one sentence": "完成投资12.5亿元，增长8%，",
    "rows told apart": "甲、乙、丙类产量分别为1.5、2.5和3.5万吨，",
    "counts without a sign": "村3个",
    "works spoken of": "东山大桥项目全长3公里，该项目投资5亿元。",
    "bodies": "城东分局查处案件12件。",
    "limits": "亿元以上的5个，",
    "digits": "1",
    "units": "亿元",
    "brackets": "（3个）",
    "per head": "每万人",
    "quotations": "“3个”",
    "targets": "到2020年，中国名牌产品达到3个。",
    "targets in one sentence": "到2020年名牌达到3个，",
    "tasks": "6月底前完成主体工程。（责任单位：县住建局、县财政局）",
    "tasks in one sentence": "6月底前完成主体工程（县住建局牵头，县财政局配合），",
    "bodies by name": "由县农业局负责，9月底前建成追溯平台。",
    "years": "2017年，",
    "honours": "我市荣获“全国质量强市”称号。",
    "honours in one sentence": "荣获“全国质量强市”、",
    "standards": "执行GB/T 19001-2016，",
    "items": "{number}、甲公司：去年销售额5亿元，今年计划6亿元。",
    "run-in headings": "（一）棉纱项目。总投资5亿元，年产棉纱3万吨。",
    "lines with labels": "甲标段：管网5公里，投资6万元。",
    "parts of a paragraph": "东河县完成投资5亿元；",
    "figures by place": "东河县5个、",
    "firms": "走访鸿雁电子、",
    "roll": "东山机械有限公司\n",
}
ACROSS = {
    "years": "2017年，",
    "one year": "2017年开展质量活动。",
    "one day": "2017年5月3日，县局召开质量会议。",
    "one figure": "2017年1-6月全县粮食产量5万吨。",
    "one figure in one sentence": "2017年1-6月全县粮食产量5万吨，",
    "one figure of many values": "2017年1-6月全县粮食产量{number}万吨。",
    "one figure of two values": "2017年1-6月全县粮食产量5万吨。2017年1-6月全县粮食产量9万吨。",
}


def lines(unit: str, size: int) -> str:
    """A text of about so many characters; sentences stand in a line of their own, numbers count on."""
    row = f"{unit}\n" if unit.endswith("。") else unit
    body = "".join(row.replace("{number}", str(number)) for number in range(1000, 1000 + size // len(unit)))
    return f"质量工作计划\n\n发布时间：2017-05-01\n质量{body}\n"


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    short, long = (document(lines(unit, size)) for size in (SIZE, 2 * SIZE))
    extract(long)  # what is remembered from one document to the next is filled
    extract(short)
    assert calls_of(lambda: extract(long)) <= 2.2 * calls_of(lambda: extract(short)) + 500


@pytest.mark.parametrize(
    "row", ["甲县,5,6", "小计,5,6", "其中：甲,5,6", "一、甲,5,6"], ids=["rows", "subtotals", "parts", "numbered"]
)
def test_twice_the_rows_of_a_table_are_at_most_twice_the_work(row: str) -> None:
    def sheet(rows: int) -> Document:
        return structure(
            repair(read_csv("\n".join(["地区,产值,人口", *[row] * rows, "合计,9,9", ""]).encode(), "a.csv")), "a"
        )

    short, long = sheet(300), sheet(600)
    extract(long)
    extract(short)
    assert calls_of(lambda: extract(long)) <= 2.2 * calls_of(lambda: extract(short)) + 500


@pytest.mark.parametrize("across", [timeline, conflicts])
@pytest.mark.parametrize("unit", ACROSS.values(), ids=ACROSS.keys())
def test_twice_the_events_and_figures_are_at_most_twice_the_work_of_a_briefing(
    unit: str, across: Callable[[Sequence[Analysis]], object]
) -> None:
    short, long = ([analysis(lines(unit, size))] for size in (SIZE, 2 * SIZE))
    across(long)
    across(short)
    assert calls_of(lambda: across(long)) <= 2.2 * calls_of(lambda: across(short)) + 500
