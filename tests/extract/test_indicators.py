"""Indicators of a document: place, subject, period, role, change, id."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.extract import extract
from reporter.extract.indicators import indicators
from reporter.model import CleanText, Document, Indicator, Sentence, Span, Title
from tests.extract.documents import document
from tests.extract.figures import sentences

REPORT = """临水县2019年工作总结

一、工业经济
2019年，全县规模以上工业增加值57亿元，同比增长6.1%。该县现有企业312家，其中高新技术企业31家。
县经信局出动人员230人次，全局检查企业86家。
二、下步打算
力争到2021年全县培育高新技术企业50家以上。年综合能耗1000吨标煤以上企业应当建立管理体系。
"""


def by_text(text: str) -> dict[str, Indicator]:
    made = document(text)
    return {indicator.span.of(made.text): indicator for indicator in indicators(made)}


def test_spans_hold_number_and_unit_in_the_document() -> None:
    assert list(by_text(REPORT)) == ["57亿元", "6.1%", "312家", "31家", "230人次", "86家", "50家", "1000吨标煤"]


def test_roles() -> None:
    found = by_text(REPORT)
    roles = {text: found[text].role for text in ("57亿元", "6.1%", "50家", "1000吨标煤")}
    assert roles == {"57亿元": "actual", "6.1%": "change", "50家": "target", "1000吨标煤": "threshold"}
    assert by_text("拟投资3亿元建设新校区。")["3亿元"].role == "plan"
    assert by_text("抽查轮胎、轮毂等10类产品。")["10类"].role == "scope"


def test_periods_are_as_written() -> None:
    assert by_text(REPORT)["57亿元"].period == "2019年"
    assert by_text("去年产值5亿元，今年计划6亿元。")["6亿元"].period == "今年"
    assert by_text("“十二五”期间要建立60个中心。")["60个"].period == "十二五期间"
    assert by_text("产值5亿元，比上年增长6%。")["6%"].period is None


def test_a_base_figure_points_to_its_change() -> None:
    found = by_text(REPORT)
    change = found["57亿元"].change
    assert change is not None
    assert (change.direction, change.value, change.unit, change.basis) == ("up", 6.1, "%", "同比")
    assert change.indicator == found["6.1%"].id
    down = by_text("支出12亿元，下降3.2%。")
    assert (down["3.2%"].value, down["12亿元"].change and down["12亿元"].change.direction) == (3.2, "down")


def test_words_for_the_place_stand_for_the_documents_place() -> None:
    found = by_text(REPORT)
    assert found["57亿元"].subject == found["312家"].subject == "临水县"
    assert "局" in found["230人次"].subject
    assert found["86家"].subject == found["230人次"].subject


def test_the_label_of_an_item_is_its_subject() -> None:
    text = (
        "各企业情况如下：\n1、甲江电器：去年产值5亿元。\n2、乙河涂料：去年产值6亿元。\n3、丙湖机械：去年产值7亿元。\n"
    )
    assert [item.subject for item in indicators(document(text))] == ["甲江电器", "乙河涂料", "丙湖机械"]


def subjects(text: str) -> list[str]:
    return [indicator.subject for indicator in indicators(document(text))]


def test_a_body_is_known_by_its_kind_and_a_work_by_its_name() -> None:
    head = "东河市：交通工作\n全市交通工作有了新的进展。\n"
    assert subjects(f"{head}交警支队查处酒驾120起。") == ["交警支队"]
    assert subjects(f"{head}东河大桥全长3公里，总投资5亿元。") == ["东河大桥", "东河大桥"]
    assert subjects(f"{head}农村公路新增30公里。") == ["东河市"]


def test_who_reports_or_is_given_something_is_no_subject() -> None:
    head = "东河市：旅游工作\n全市旅游工作有了新的进展。\n"
    assert subjects(f"{head}据市旅游局统计，共接待游客86万人次。") == ["东河市"]
    assert subjects(f"{head}由市财政局安排资金500万元。") == ["东河市"]


def test_a_pointing_word_means_the_last_of_its_kind_that_bears_a_name() -> None:
    text = "东河市：项目建设\n走进东河新能源二期工程的厂房，工人正在安装设备。该项目总投资30亿元。"
    assert subjects(text) == ["东河新能源二期工程"]


def test_the_firm_of_the_title_is_whose_figures_they_are() -> None:
    text = "东河新材料股份有限公司年度报告\n2021年4月16日\n公司注册资本4.2亿元，下辖6家子公司。"
    assert subjects(text) == ["东河新材料股份有限公司"] * 2


def test_qualifiers() -> None:
    found = by_text("累计创名牌4个，新增商标12件，连续三年获奖。")
    assert [item.qualifier for item in found.values()] == ["累计", "新增", "连续"]


def test_ids_do_not_depend_on_other_sentences() -> None:
    first = indicators(document("全县有企业12家。"))
    second = indicators(document("全县有学校8所。\n全县有企业12家。"))
    assert first[0].id == second[1].id


def test_repeated_figures_have_numbered_ids() -> None:
    found = indicators(document("甲组3人，乙组3人。"))
    assert found[1].id == f"{found[0].id}-2"
    assert found[0].id.startswith("i")
    assert len(found[0].id) == 9


def test_names_and_units_are_simplified_whatever_the_script() -> None:
    found = by_text("該縣擁有馳名商標5件，年綜合能耗1000噸標煤。")
    assert [(item.name, item.unit) for item in found.values()] == [("驰名商标", "件"), ("年综合能耗", "吨标准煤")]


def test_a_document_without_figures_has_none() -> None:
    assert indicators(document("会议强调要加强领导。")) == ()
    assert extract(document("")).indicators == ()


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "，".join(f"第{number}组共有组员{number + 10}人" for number in range(400))
    whole = Sentence("t0", None, 0, text, Span(0, len(text)))
    made = Document("d", CleanText.of(text), text, "zh-Hans", Title("组", True), sentences=(whole,))
    assert [item.value for item in indicators(made)] == [number + 10 for number in range(400)]


def test_indicators_lie_in_their_sentences() -> None:
    made = document("\n".join(sentence.text for sentence in sentences()))
    spans = {sentence.id: sentence.span for sentence in made.sentences}
    found = indicators(made)
    assert len({item.id for item in found}) == len(found)
    assert all(spans[item.sentence].covers(item.span) for item in found)
    known = {item.id for item in found}
    assert all(item.change.indicator in known for item in found if item.change and item.change.indicator)


@pytest.mark.corpus
def test_real_documents_state_what_people_found_in_them(corpus: Path) -> None:
    from tests.extract.scored import scored

    results = [scored(path, corpus / "seeds") for path in sorted((corpus / "truth").glob("seed_*.json"))]
    assert all(result.recall >= 0.95 and result.precision >= 0.95 for result in results), results
    assert sum(result.named for result in results) / len(results) >= 0.84, results


@pytest.mark.parametrize("sample", ["jiangmen", "jiaojiang", "jinhua", "shunde", "suiyang"])
def test_samples_state_what_is_annotated(sample: str, seeds: Path) -> None:
    from tests.extract.scored import scored

    truth = Path(__file__).resolve().parent.parent / "seeds" / "truth" / f"seed_{sample}.json"
    result = scored(truth, seeds)
    assert result.recall == 1.0, result
    assert result.precision == 1.0, result
    assert result.named >= 0.75, result
