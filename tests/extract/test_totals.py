"""A total that is no sum of its parts is named at its place, and none that something explains."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.extract import extract
from reporter.extract.cell_numbers import agree
from reporter.read.sheets import read_csv
from reporter.repair import repair
from reporter.structure import structure


def doubted(text: str) -> list[str]:
    """The totals of a table that are doubted, as they stand in it; rows are divided by /."""
    made = structure(repair(read_csv(text.replace("/", "\n").encode(), "a.csv")), "a")
    return [finding.span.of(made.text) for finding in extract(made).findings if finding.span]


RIGHT = {
    "subtotals below": "部门,数,额/甲局,3,30/乙局,4,41/小计,7,71/丙局,5,12/丁局,6,13/小计,11,25/合计,18,96",
    "subtotals above": "部门,数,额/小计,7,71/甲局,3,30/乙局,4,41/小计,11,25/丙局,5,12/丁局,6,13/合计,18,96",
    "a subtotal behind rows of its own": "单位,数/合计,60/市本级,10/开发区,20/县区小计,30/东河县,12/西岭县,18",
    "totals of groups below one of all": "单位,数,额/甲,1,2/乙,3,4/合计,4,6/丙,5,6/丁,7,8/合计,12,14/总计,16,20",
    "parts of parts, numbered": "项目,额/合计,100/一、税收,70/其中：增值税,40/所得税,20/二、非税,30/其中：罚没,10",
    "parts of parts, not numbered": "项目,户/合计,100/企业,70/其中：外资,20/民营,50/个体,30",
    "cities and their counties": "地区,产量/全省,100/甲市,60/东县,20/西县,40/乙市,40/南县,30/北县,10",
    "two breakdowns": "指标,数/合计,100/按类型分,/国有,40/私营,60/按行业分,/工业,70/建筑业,30",
    "an average of an area": "地区,收入/全市,30000/城北镇,40000/东河乡,20000",
    "whole numbers of a rounded unit": "项目,金额（万元）/甲,13/乙,46/丙,8/合计,66",
    "decimals within rounding": "项目,额/甲,12.3/乙,45.6/丙,7.8/合计,65.8",
    "units that differ": "项目,单位,数量/检测,批次,100/培训,人次,50/合计,,700",
    "an unreadable part": "项目,件/甲,12/乙,…/丙,3/合计,20",
    "an empty part": "项目,件/甲,12/乙,/丙,3/合计,20",
    "brackets, triangles and dashes": "项目,额/甲,12.5/乙,（3.2）/丙,－/丁,△2.0/合计,7.3",
    "shares and rates": "项目,额,占比（%）,增速/甲,10.5,21.0,3.2/乙,39.4,78.8,4.4/合计,49.9,100.0,4.1",
    "a note below": "项目,额/甲,1/乙,2/合计,3/注：快报数,",
}
WRONG = {
    "a sum": ("项目,额/甲,1/乙,2/合计,4", ["4"]),
    "a sum above a note": ("项目,额/甲,1/乙,2/合计,4/注：快报数,", ["4"]),
    "a sum behind serial numbers": ("序号,单位,数量,金额/1,甲,5,10/2,乙,6,20/3,丙,7,30/,合计,19,60", ["19"]),
    "a subtotal": ("单位,数/甲,10/乙,20/小计,31/丙,5/丁,6/小计,11/合计,41", ["31"]),
    "a sum of subtotals": ("部门,数,额/甲,3,30/乙,4,41/小计,7,71/丙,5,12/丁,6,13/小计,11,25/合计,18,97", ["97"]),
    "a sum with parts of parts": (
        "项目,额/合计,120/一、税收,70/其中：增值税,40/所得税,20/二、非税,30/其中：罚没,10",
        ["120"],
    ),
    "a sum with parts of parts, not numbered": ("项目,户/合计,131/企业,70/其中：外资,20/个体,30", ["131"]),
    "decimals beyond rounding": ("项目,额/甲,12.3/乙,45.6/丙,7.8/合计,66.7", ["66.7"]),
    "negative numbers": ("项目,额/甲,12.5/乙,（3.2）/丙,－/丁,△2.0/合计,17.7", ["17.7"]),
    "an area's sum": ("地区,人口,粮食/全市,100,300/东河县,40,200/西岭县,40,110/南湖区,20,10", ["300"]),
    "a row's sum": ("学校,合计,男,女/一中,12,6,6/二中,9,4,5/三中,9,4,4/四中,3,1,2", ["9"]),
    "a label in brackets and blanks": ("单位,数量/甲,1/乙,2/合  计（个）,4", ["4"]),
    "traditional characters": ("鄉鎮,產量/大安鄉,12/永興鎮,15/合計,28", ["28"]),
}


@pytest.mark.parametrize("rows", RIGHT.values(), ids=RIGHT.keys())
def test_a_total_that_something_explains_is_not_doubted(rows: str) -> None:
    assert doubted(rows) == []


@pytest.mark.parametrize(("rows", "totals"), WRONG.values(), ids=WRONG.keys())
def test_a_total_that_is_no_sum_is_doubted_at_its_place(rows: str, totals: list[str]) -> None:
    assert doubted(rows) == totals


@given(st.lists(st.decimals(-9999, 9999, places=2), min_size=1, max_size=30))
def test_rounded_parts_agree_with_the_rounded_sum(parts: list[Decimal]) -> None:
    """Half a unit of the last decimal for every two parts: what rounding makes of most sums, never of one part off."""
    assert agree(sum(parts, Decimal(0)), parts, rounded=False)


@given(st.lists(st.integers(0, 9999), min_size=2, max_size=30), st.integers(1, 9999))
def test_whole_numbers_are_exact(parts: list[int], more: int) -> None:
    values = [Decimal(part) for part in parts]
    assert not agree(sum(values, Decimal(more)), values, rounded=False)
