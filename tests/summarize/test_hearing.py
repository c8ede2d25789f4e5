"""Every first-level section is heard when the budget allows; of one that is not, the reason is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporter.config import PicksSection, SummarySection
from reporter.model import Document
from reporter.summarize import METHODS, summarize_document

Read = Callable[..., Document]
_FREE = PicksSection()

ODD = (
    "粮食工作报告\n\n一、收购工作\n全县收购稻谷23万吨，没有出现卖粮难。\n二、仓储工作\n全县收购稻谷23万吨，没有出现卖粮难！\n"
    "三、主要做法\n主要做法如下：\n四、监管工作\n执法人员检查粮店340家，查处案件17起。\n五、附件\n"
)


def told(document: Document, settings: SummarySection, picks: PicksSection = _FREE) -> list[tuple[str, str]]:
    headings = {section.id: section.heading for section in document.sections}
    summary = summarize_document(document, settings, picks)
    return [(headings[silent.section], silent.reason) for silent in summary.unheard]


def test_nothing_is_told_where_every_section_is_heard(report: Document) -> None:
    assert told(report, SummarySection()) == []


@pytest.mark.parametrize("method", sorted(METHODS))
def test_each_unheard_section_has_its_reason(method: str, read: Read) -> None:
    reasons = told(read(ODD), SummarySection(method=method))
    assert reasons == [("仓储工作", "same"), ("主要做法", "half"), ("附件", "none")]


def test_a_budget_below_the_number_of_sections_is_a_reason(report: Document) -> None:
    assert [reason for _, reason in told(report, SummarySection(sentences=1))] == ["budget"] * 3


def test_a_section_whose_sentences_are_all_dropped_says_so(report: Document) -> None:
    third = report.sections[2].id
    drop = tuple(sentence.id for sentence in report.sentences if sentence.section == third)
    assert told(report, SummarySection(), PicksSection(drop=drop)) == [("市场监管", "dropped")]


def test_a_text_without_sections_has_none_unheard(news: Document) -> None:
    assert summarize_document(news, SummarySection(sentences=1)).unheard == ()


def test_a_section_whose_best_sentence_repeats_another_is_heard_by_its_next(read: Read) -> None:
    document = read(ODD.replace("卖粮难！", "卖粮难！仓库保管员每天巡查粮温一次。"))
    assert ("仓储工作", "same") not in told(document, SummarySection())


def test_shorter_sentences_speak_where_the_best_ones_are_too_long_together(read: Read) -> None:
    document = read(
        "粮食工作报告\n\n全县粮食工作进展平稳。\n一、收购工作\n全县收购稻谷23万吨、小麦12万吨、玉米8万吨、油菜籽3万吨、大豆1万吨，没有出现卖粮难。全县收购小麦12万吨。\n"
        "二、监管工作\n执法人员检查粮店340家、粮库20座、加工厂15家，查处短斤少两和以次充好案件17起。执法人员检查粮店340家。\n"
    )
    assert told(document, SummarySection(chars=40)) == []


# -- each section's own sentences


def test_every_section_with_sentences_has_a_choice_of_its_own_whatever_is_heard(report: Document) -> None:
    summary = summarize_document(report, SummarySection(sentences=1))
    assert [section for section, picks in summary.sections if picks] == [section.id for section in report.sections]
