"""What is to be reached, by when and by whom: figures, tasks and rows of tables, each at its place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reporter.extract import extract
from reporter.extract.deadlines import find_deadlines
from reporter.extract.duties import find_duties
from reporter.model import Document, Target
from reporter.read import read_bytes
from reporter.repair import repair
from reporter.structure import structure
from tests.extract.documents import document

PLAN = """临水县2018年质量工作要点

一、总体目标
到2020年，中国名牌产品达到3个。

二、重点任务
（一）推进标准化建设。年底前出台标准化发展规划。（责任单位：县市场监管局、县经信局）
（二）建设检测中心。6月底前完成主体工程，12月底前投入使用。（牵头单位：县住建局；配合单位：县财政局、各乡镇（街道）人民政府）
（三）完善工作机制。建立联席会议制度。
责任单位：县政府办
（四）由县农业局负责，9月底前建成追溯平台。
"""


def bodies(target: Target, role: str) -> list[str]:
    return [duty.body for duty in target.duties if duty.role == role]


def until(target: Target) -> tuple[str, str | None]:
    return (target.deadline.text, target.deadline.date) if target.deadline else ("", None)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("到2020年，名牌达到30个", "2020年", "2020"),
        ("2018年12月底前出台意见", "2018年12月底前", "2018-12-31"),
        ("年底前建成", "年底前", "2018-12-31"),
        ("年内建成", "年内", "2018-12-31"),
        ("6月30日前报送", "6月30日前", "2018-06-30"),
        ("2月底前完成", "2月底前", "2018-02-28"),
        ("二季度末前完成", "二季度末前", "2018-06-30"),
        ("明年6月底前", "明年6月底前", "2019-06-30"),
        ("三年内建成", "三年内", "2021"),
        ("“十三五”期末", "“十三五”期末", "2020"),
        ("9月中旬前", "9月中旬前", "2018-09-20"),
        ("3个月内完成", "3个月内", None),
        ("每年6月底前", "6月底前", None),
        ("300年内建成", "300年内", None),
    ],
)
def test_a_deadline_is_its_words_and_the_last_day(text: str, words: str, date: str | None) -> None:
    (found,) = find_deadlines(text, 2018)
    assert (found.span.of(text), found.date) == (words, date)


@pytest.mark.parametrize(
    "text", ["截至2017年底共有", "今年1至8月", "连续三年", "近三年来", "第3季节性", "三百年内建成"]
)
def test_what_is_over_or_an_amount_of_time_is_no_deadline(text: str) -> None:
    assert [found for found in find_deadlines(text, 2018) if found.strong] == []


def test_words_without_a_year_need_one() -> None:
    (found,) = find_deadlines("年底前", None)
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("（责任单位：市质监局、市经信局）", [("市质监局", "responsible"), ("市经信局", "responsible")]),
        ("（市质监局牵头，财政局、人社局配合）", [("市质监局", "lead"), ("财政局", "support"), ("人社局", "support")]),
        ("（牵头单位：市局；配合单位：各县（市、区）政府）", [("市局", "lead"), ("各县（市、区）政府", "support")]),
        ("牵头单位：市质监局  配合单位：市财政局", [("市质监局", "lead"), ("市财政局", "support")]),
        ("（市商务局等部门按职责分工负责）", [("市商务局", "responsible")]),
        ("（配合单位：人力资源和社会保障局）", [("人力资源和社会保障局", "support")]),
        ("该项工作由市质监局和市财政局负责。", [("市质监局", "responsible"), ("市财政局", "responsible")]),
        ("（责任单位：市局；完成时限：年底前）", [("市局", "responsible")]),
        ("（主抓单位：市局；参与单位：区局）", [("市局", "lead"), ("区局", "support")]),
    ],
)  # fmt: skip
def test_who_answers_is_read_with_the_role(text: str, duties: list[tuple[str, str]]) -> None:
    (clause,) = find_duties(text)
    assert [(duty.body, duty.role) for duty in clause.duties] == duties
    assert all(duty.span.of(text) == duty.body for duty in clause.duties)


@pytest.mark.parametrize("text", ["由分管副县长负责", "实行项目负责制（见附件）", "他由此负责", "全市（含县）共3家"])
def test_other_words_name_nobody(text: str) -> None:
    assert find_duties(text) == []


def test_a_figure_has_its_deadline_and_a_task_its_bodies() -> None:
    figure, outline, frame, use, regime, platform = extract(document(PLAN)).targets
    assert (figure.kind, figure.value, figure.unit, until(figure)) == ("figure", 3, "个", ("2020年", "2020"))
    assert (outline.kind, until(outline)) == ("task", ("年底前", "2018-12-31"))
    assert bodies(outline, "responsible") == ["县市场监管局", "县经信局"]
    assert [until(frame)[1], until(use)[1]] == ["2018-06-30", "2018-12-31"]
    assert (bodies(use, "lead"), bodies(use, "support")) == (["县住建局"], ["县财政局", "各乡镇（街道）人民政府"])
    assert (regime.text, until(regime)[1], bodies(regime, "responsible")) == ("建立联席会议制度。", None, ["县政府办"])
    assert (until(platform)[1], bodies(platform, "responsible")) == ("2018-09-30", ["县农业局"])


def test_clauses_of_one_kind_within_those_of_another_are_found_in_order() -> None:
    text = "由市农业局负责建库（责任单位：市商务局）由市水利局负责修渠。"
    found = find_duties(text)
    assert [clause.duties[0].body for clause in found] == ["市农业局", "市商务局", "市水利局"]
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_the_narrowest_stretch_decides_who_answers() -> None:
    text = "质量工作方案\n\n3月底前完成摸底。\n由县农业局负责，6月底前建成平台。\n责任单位：县质监局\n"
    assert [target.duties[0].body for target in extract(document(text)).targets] == ["县质监局", "县农业局"]


def test_traditional_text_keeps_its_characters() -> None:
    (target,) = extract(document("質量工作計劃\n\n2018年年底前出臺實施意見。（責任單位：縣質監局）\n")).targets
    assert (target.text, bodies(target, "responsible")) == ("2018年年底前出臺實施意見。", ["縣質監局"])


def test_every_part_of_a_target_stands_at_its_place() -> None:
    made = document(PLAN)
    for target in extract(made).targets:
        assert is_sound(made, target)


def is_sound(made: Document, target: Target) -> bool:
    said = target.text in target.span.of(made.text)
    deadline = target.deadline
    when = deadline is None or deadline.span is None or deadline.span.of(made.text) == deadline.text
    return said and when and all(duty.span.of(made.text) == duty.body for duty in target.duties)


def page(*rows: tuple[str, ...]) -> Document:
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    html = f"<html><body><h1>2018年目标任务分解表</h1><table>{cells}</table><p>请各单位认真落实。</p></body></html>"
    return structure(repair(read_bytes(html.encode(), "table.html")), "page")


def test_a_table_of_tasks_gives_a_row_for_each() -> None:
    made = page(
        ("序号", "工作任务", "目标值", "完成时限", "牵头单位", "配合单位"),
        ("1", "培育省级名牌", "≥5个", "2018年12月底前", "市质监局", "市经信局、市商务局"),
        ("2", "出台实施方案", "", "6月底前", "市政府办", ""),
        ("3", "开展宣传", "", "长期坚持", "各单位", ""),
    )
    named, plan, lasting = extract(made).targets
    assert (named.kind, named.name, named.value, named.unit, named.bound) == (
        "figure",
        "培育省级名牌",
        5,
        "个",
        "at_least",
    )
    assert (until(named)[1], bodies(named, "lead"), bodies(named, "support")) == (
        "2018-12-31", ["市质监局"], ["市经信局", "市商务局"],
    )  # fmt: skip
    assert (plan.kind, plan.text, until(plan)[0]) == ("task", "出台实施方案", "6月底前")
    assert until(lasting) == ("长期坚持", None)
    assert all(is_sound(made, target) for target in (named, plan, lasting))


def test_columns_of_targets_give_a_row_for_each_year() -> None:
    made = page(
        ("指标", "单位", "2018年目标", "2020年目标"), ("发明专利", "件", "120", "200"), ("合格率", "%", "95", "96.5")
    )
    found = [(target.name, target.value, target.unit, until(target)) for target in extract(made).targets]
    assert found[:2] == [("发明专利", 120, "件", ("2018年", "2018")), ("发明专利", 200, "件", ("2020年", "2020"))]
    assert found[3][1:3] == (96.5, "%")


@pytest.mark.parametrize(("cell", "value"), [("1,200件", 1200), ("12,", 12), ("3,45", 3), ("1,234,567.5", 1234567.5)])
def test_a_comma_belongs_to_a_cells_number_before_three_digits(cell: str, value: float) -> None:
    (target,) = extract(page(("指标", "2018年目标"), ("发明专利", cell))).targets
    assert target.value == value


def test_a_column_of_those_who_lead_is_one_by_the_same_words_as_in_text() -> None:
    (target,) = extract(page(("工作任务", "主抓单位"), ("出台实施方案", "市质监局"))).targets
    assert bodies(target, "lead") == ["市质监局"]


def test_a_table_of_results_sets_no_targets() -> None:
    made = page(("地区", "产值", "增速"), ("东乡", "120", "8.1"), ("西乡", "80", "7.4"))
    assert extract(made).targets == ()


def test_a_text_without_targets_has_none() -> None:
    assert extract(document("去年全县粮食产量24万吨，由县农业局负责统计。\n")).targets == ()
