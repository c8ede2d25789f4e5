"""Documents side by side: one key and dimension a row, other measures marked, contradictions named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.extract import compare, compared, conflicts
from reporter.model import Comparison, ComparisonRow
from tests.extract.documents import analysis


def rows(comparison: Comparison) -> dict[str, ComparisonRow]:
    return {row.indicator: row for row in comparison.rows}


def test_names_of_one_key_stand_in_one_row() -> None:
    found = compare([analysis("全县有中国名牌4个。", "a"), analysis("全市拥有中国名牌产品22个。", "b")])
    row = rows(found)["中国名牌"]
    assert found.columns == ("a", "b")
    assert [(cell.document, cell.value) for cell in row.cells] == [("a", 4), ("b", 22)]
    assert row.basis == "same"


def test_new_ones_beside_all_are_another_measure() -> None:
    texts = ["全县有省级名牌10个。", "全市拥有浙江名牌99个。", "上半年新培育省名牌2家。"]
    row = rows(compare([analysis(text, str(index)) for index, text in enumerate(texts)]))["省级名牌"]
    assert row.basis == "other measure"
    assert [cell.same for cell in row.cells] == [True, True, False]


def test_a_target_beside_what_is_reached_is_another_measure() -> None:
    texts = ["企业参与制定国家标准31项。", "力争全年参与制定行业标准10项以上。", "参与制定国家标准61项。"]
    row = rows(compare([analysis(text, str(index)) for index, text in enumerate(texts)]))["参与制修订标准"]
    assert [cell.same for cell in row.cells] == [True, False, True]


def test_a_fall_beside_a_rise_is_marked() -> None:
    texts = ["全县固定资产投资800万元，同比下降2.3%。", "全市固定资产投资900万元，同比增长4.2%。"]
    row = rows(compare([analysis(text, str(index)) for index, text in enumerate(texts)]))["固定资产投资增速"]
    assert [(cell.value, cell.falls) for cell in row.cells] == [(2.3, True), (4.2, False)]


def test_leading_is_not_taking_part() -> None:
    found = compare([analysis("企业主导制定国家标准3项。", "a"), analysis("企业参与制定国家标准61项。", "b")])
    assert all(len({cell.document for cell in row.cells}) == 1 for row in found.rows)


def test_scales_of_one_unit_share_a_row_and_other_units_do_not() -> None:
    found = compare(
        [analysis("固定资产1.2亿元。", "a"), analysis("固定资产800万元。", "b"), analysis("固定资产12件。", "c")]
    )
    assert [len(row.cells) for row in found.rows if row.indicator == "固定资产"] == [2, 1]


def test_names_that_tell_nothing_are_compared_with_nothing() -> None:
    found = compare([analysis("共有产品52类。", "a"), analysis("共有产品3类。", "b")])
    assert all(len({cell.document for cell in row.cells}) == 1 for row in found.rows)


def test_rows_that_more_documents_fill_come_first() -> None:
    found = compare([analysis("有著名商标3件、中国名牌4个。", "a"), analysis("有中国名牌5个。", "b")])
    widths = [len({cell.document for cell in row.cells}) for row in found.rows]
    assert widths == sorted(widths, reverse=True)


def test_no_documents_have_an_empty_comparison() -> None:
    assert compare([]) == Comparison()
    assert conflicts([]) == ()


def test_two_values_of_one_figure_are_a_conflict_within_and_across_documents() -> None:
    within = analysis("2017年全县粮食产量24万吨。\n据统计，2017年全县粮食产量27万吨。", "a")
    (conflict,) = conflicts([within])
    assert conflict.indicator == "粮食产量"
    assert [item.id for item in conflict.items] == [item.id for item in within.indicators]
    across = [analysis(f"临水县2017年全县粮食产量{value}万吨。", name) for value, name in ((24, "a"), (27, "b"))]
    assert len(conflicts(across)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2017年全县粮食产量24万吨。\n2018年全县粮食产量27万吨。",
        "2017年全县企业由12家增至31家。",
        "2017年规上企业有2万多家。\n2017年规上企业有20356家。",
        "2017年财政收入12.04亿元。\n2017年财政收入约12亿元。",
        "2017年粮食产量24万吨。\n力争2017年粮食产量达到27万吨。",
        "2017年财政收入1.2亿元。\n2017年财政收入12000万元。",
    ],
)
def test_other_periods_roles_and_rounded_values_are_no_conflict(text: str) -> None:
    assert conflicts([analysis(text)]) == ()


@pytest.mark.parametrize(
    ("body", "count"), [("县财政局", 0), ("市教育局", 0), ("国家统计局", 1), ("镇海区教育局", 1), ("石桥县财政局", 1)]
)
def test_a_body_without_a_name_is_another_one_in_each_document(body: str, count: int) -> None:
    stated = [analysis(f"2017年，{body}发放助学贷款{value}万元。", name) for value, name in ((24, "a"), (270, "b"))]
    assert {indicator.subject for item in stated for indicator in item.indicators} == {body}
    assert len(conflicts(stated)) == count


def test_one_pass_over_documents_gives_what_comparison_and_conflicts_give() -> None:
    given = [analysis(f"临水县2017年粮食产量{value}万吨，有企业{value}家。", str(value)) for value in (24, 27, 31)]
    assert compared(iter(given)) == (compare(given), conflicts(given))
    assert compared([]) == (Comparison(), ())


@pytest.mark.corpus
def test_the_comparison_of_real_documents(corpus: Path) -> None:
    from reporter.extract import extract
    from reporter.model import Analysis, Summary
    from reporter.read import read_file
    from reporter.repair import repair
    from reporter.structure import structure

    analyses = []
    for path in sorted((corpus / "seeds").glob("*.txt")):
        made = structure(repair(read_file(path, path.name)), path.name[:3])
        found = extract(made)
        analyses.append(Analysis(made, Summary((), ()), (), found.indicators, found.tables))
    table = {name: [(cell.document, cell.value) for cell in row.cells] for name, row in rows(compare(analyses)).items()}
    assert table["中国名牌"] == [("000", 4), ("003", 22), ("004", 32)]
    assert table["省级名牌"] == [("000", 10), ("001", 2), ("003", 99), ("004", 76)]
    assert table["国家免检产品"] == [("003", 63), ("004", 70)]
    assert table["参与制修订标准"] == [("000", 31), ("002", 10), ("003", 61), ("003", 56), ("004", 170)]
