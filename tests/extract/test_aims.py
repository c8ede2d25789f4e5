"""Which figures of a document are targets: in parts that plan all that is to be done or reached, elsewhere what the
sentence says; never what others get, how a rule is met, or what is over."""

from __future__ import annotations

import pytest

from reporter.extract import extract
from reporter.extract.outlook import Outlook
from tests.extract.documents import document


def aimed(text: str) -> list[tuple[object, str, str | None]]:
    """Value, unit and last day of the figures that are targets."""
    return [
        (target.value, target.unit, target.deadline.date if target.deadline else None)
        for target in extract(document(text)).targets
        if target.kind == "figure"
    ]


def tasks(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Words, last day and bodies of the tasks without a figure."""
    return [
        (target.text, target.deadline.date if target.deadline else None, [duty.body for duty in target.duties])
        for target in extract(document(text)).targets
        if target.kind == "task"
    ]


REPORT = """政府工作报告
——2025年1月8日在白水县人民代表大会上

一、2024年工作回顾
2024年，新建学校12所，生产总值增长5.8%，完成年度目标的107%。

二、2025年工作安排
今年的主要预期目标是：生产总值增长6%左右，固定资产投资增长7%以上，城镇新增就业3万人。
（一）扩大投资。实施重点项目200个，完成投资500亿元。去年我县新开工项目180个，居全市第二。
"""


def test_a_report_sets_as_targets_what_it_plans_and_not_what_it_looks_back_on() -> None:
    values = [(value, unit) for value, unit, _ in aimed(REPORT)]
    assert values == [(6, "%"), (7, "%"), (30000, "人"), (200, "个"), (500, "亿元")]


def test_a_rate_of_growth_is_a_target_and_stays_a_change() -> None:
    found = extract(document(REPORT))
    growth = next(target for target in found.targets if target.value == 6)
    indicator = next(item for item in found.indicators if item.id == growth.indicator)
    assert (growth.role, indicator.role) == ("target", "change")


def test_what_a_plan_plans_is_no_figure_reached() -> None:
    found = extract(document("白水县2025年水利工作要点\n\n2025年1月20日\n\n新建泵站6座，治理水土流失85平方公里。\n"))
    assert [item.role for item in found.indicators] == ["plan", "plan"]
    assert [target.indicator for target in found.targets] == [item.id for item in found.indicators]


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("白水县2025年工作要点\n\n新建泵站6座。\n", ["2025"]),
        ("白水县“十五五”水利规划\n\n新建泵站6座。\n", ["2030"]),
        ("白水县节水行动方案（2024—2026年）\n\n新建泵站6座。2025年，改造管网30公里。\n", ["2026", "2025"]),
        ("白水县水利发展规划\n\n到2030年，新建泵站6座。改造管网30公里。\n", ["2030", "2030"]),
        ("白水县2025年工作要点\n\n6月底前新建泵站6座；水质达标率达到98%。\n", ["2025-06-30", "2025-06-30"]),
        ("白水县2025年工作要点\n\n泵站6月底前完工，铺设管道30公里；水质达标率达到98%。\n", ["2025-06-30", "2025"]),
        ("白水县2025年工作要点\n\n粮站10月开工，新建粮仓4万吨。\n", ["2025"]),
        ("白水县2025年工作要点\n\n新建泵站6座。（责任单位：县水利局；完成时限：2025年9月底）\n", ["2025-09-30"]),
        ("白水县2025年工作要点\n\n改造泵站6座。责任单位：县水利局。完成时限：9月底。\n", ["2025-09-30"]),
    ],
)
def test_by_when_comes_from_the_sentence_the_label_the_paragraph_or_the_title(text: str, deadlines: list[str]) -> None:
    assert [date for _, _, date in aimed(text)] == deadlines


@pytest.mark.parametrize(
    "text",
    [
        "白水县河长制考核办法\n\n县级河长每月巡河不少于1次，整改率低于85%的扣3分。\n",
        "关于申报技改补贴的公告\n\n对设备投资达到500万元的企业给予20万元补助，注册满3年方可申报。\n",
        "关于拟认定创新型企业的公示\n\n拟认定甲公司等12家企业，拟安排资金60万元，公示5个工作日。\n",
        "新桥建成通车\n\n本报讯 新桥比原计划提前45天完工，计划投资2亿元的引桥同时开通。\n",
        "白水县2023年统计公报\n\n到2023年末，公路通车里程2316公里。计划生育符合率达到96%。\n\n2024年3月1日\n",
        "白水县节水方案\n\n对超量取水的处50元以上200元以下罚款。现有泵站31座，涉及12个乡镇。\n",
        "白水县节水方案\n\n每个小区至少配建1处直饮水点，面积不低于20平方米。\n",
        "白水县节水方案\n\n每季度召开1次调度会。北沟水厂（日供水3万吨）运行正常。\n",
        "白水县节水方案\n\n漏损率已由2020年的14%降至9%，去年新建泵站6座。\n\n2024年3月1日\n",
        "白水县2025年节水方案\n\n一、发展基础\n新建泵站31座，覆盖率达到86%。\n",
        "白水县用水情况\n\n完成投资3亿元，占规划总投资的56%，超过“十四五”规划目标0.6个百分点。\n",
    ],
)
def test_rules_gifts_and_what_was_are_no_targets(text: str) -> None:
    assert aimed(text) == []


def test_where_something_rose_from_is_no_target_and_where_it_rises_to_is() -> None:
    text = "白水县2025年工作要点\n\n护林队伍由7支扩充到16支，营业收入超10亿元企业达到8家。\n"
    assert [value for value, _, _ in aimed(text)] == [16, 8]


def test_a_share_of_a_plan_is_a_target_only_where_it_is_wanted() -> None:
    values = [value for value, _, _ in aimed("工作通报\n\n上半年要完成全年任务的55%。乙县只完成年度计划的41%。\n")]
    assert values == [55]


def test_a_case_of_a_rule_does_not_hide_the_task_beside_it() -> None:
    text = "白水县2025年清欠方案\n\n对拖欠账款超过60日的，10月底前全部清偿。（责任单位：县工信局）\n"
    assert aimed(text) == []
    assert tasks(text) == [("对拖欠账款超过60日的，10月底前全部清偿。", "2025-10-31", ["县工信局"])]


@pytest.mark.parametrize(
    ("line", "words", "bodies"),
    [
        ("优化服务。完善信用制度。（县发改局、县司法局按职责分工负责）", "完善信用制度。", ["县发改局", "县司法局"]),
        ("优化服务。完善信用制度。由县工商联牵头，县工信局配合。", "完善信用制度。", ["县工商联", "县工信局"]),
        ("优化服务。完善信用制度。县发改局负责。", "完善信用制度。", ["县发改局"]),
        ("推行一业一证改革。（牵头单位：县发改局）", "推行一业一证改革", ["县发改局"]),
    ],
)  # fmt: skip
def test_a_task_without_a_deadline_is_one_where_somebody_answers_for_it(
    line: str, words: str, bodies: list[str]
) -> None:
    text = f"白水县营商环境任务清单\n\n一、{line}\n二、压减审批材料。压减材料30份以上。（责任单位：县政务局）\n"
    made = document(text)
    target = next(target for target in extract(made).targets if target.kind == "task")
    assert (target.text, [duty.body for duty in target.duties]) == (words, bodies)
    assert target.span.of(made.text) == words


@pytest.mark.parametrize(
    "text",
    [
        "白水县河长制考核办法\n\n本办法由县水利局负责解释。\n",
        "粮站建成\n\n经过几次商议，乡政府最后决定由丰谷粮油有限公司牵头建设粮站。\n",
        "白水县2025年工作要点\n\n9月30日前将总结报送县政府办公室。\n",
    ],
)
def test_who_explains_who_did_and_who_hands_in_have_no_task(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(
    ("title", "plans"),
    [
        ("白水县2025年水利工作要点", True),
        ("关于印发《白水县节水任务清单》的通知", True),
        ("白水县国土绿化规划纲要（2024—2030年）", True),
        ("白水縣114年度施政計畫", True),
        ("白水公安“百日行动”战果显著", False),
        ("白水县出台稳就业十五条措施", False),
        ("白水县河长制考核办法", False),
        ("县水利局2024年工作总结和2025年工作计划", False),
    ],
)
def test_a_title_says_whether_the_whole_document_plans(title: str, plans: bool) -> None:
    assert Outlook(document(f"{title}\n\n新建泵站6座。再改造管网。\n")).plans is plans
