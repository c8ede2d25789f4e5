"""Openings that tell nothing, and that they give way to what a document has to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reporter.config import SummarySection
from reporter.model import Document
from reporter.summarize import summarize_document, summarize_documents
from reporter.summarize.substance import hollow, is_hollow, is_nameless, is_notice, is_substantial

Read = Callable[..., Document]

PRAISE = "2021年，全县粮食系统凝心聚力抓收储，粮食工作取得显著成效。"
HOLLOW = (
    PRAISE,
    "粮食安全关系千家万户的生活。",
    "在县委的正确领导下，粮食系统认真履行职责。",
    "今年粮食工作的总体思路是：坚持以农民为本，守住底线。",
    "按照上级部署，现将今年的收储安排印发给你们，并就有关事项通知如下。",
    "本局秉承便民利民的理念，兹将本年度工作成果说明如下。",
    "为规范粮食收购秩序，结合本地实际，制定本办法。",
    "3月6日，全县粮食收储工作会议在北河镇召开。",
    "副县长田有余出席会议并讲话。",
)
TOLD = (
    "全县凝心聚力抓收储，收购稻谷23万吨。",
    "在县委的正确领导下，中心粮库建成投产。",
    "粮食工作取得显著成效，但仓储能力仍然不足。",
    "会议决定关闭露天粮场。",
    "各粮站必须在秋收之前腾空旧仓。",
    "粮情监测点力争覆盖所有乡镇。",
)


@pytest.mark.parametrize("text", HOLLOW)
def test_praise_aims_announcements_and_meetings_tell_nothing(text: str) -> None:
    assert is_hollow(text)
    assert not is_substantial(text)


@pytest.mark.parametrize("text", TOLD)
def test_figures_facts_decisions_targets_and_problems_tell_something(text: str) -> None:
    assert not is_hollow(text)
    assert is_substantial(text)


def test_news_has_its_praise_and_guests_for_news() -> None:
    assert not is_hollow(PRAISE, official=False)
    assert not is_hollow("副县长田有余出席会议并讲话。", official=False)


def test_nothing_gives_way_where_nothing_is_told() -> None:
    assert not any(hollow([PRAISE, "各乡镇服务热情周到。"]))


def test_in_news_that_a_meeting_was_held_gives_way_only_to_what_it_decided() -> None:
    held = "3月6日，全县粮食工作会议在北河镇召开。"
    assert hollow([held, "会议要求，各粮站在秋收之前腾空旧仓。"], official=False) == (True, False)
    assert hollow([held, "今年新建粮库12座。"], official=False) == (False, False)


def first(document: Document, method: str = "default") -> str:
    (chosen,) = summarize_documents([document], SummarySection(method=method, overall_sentences=1))
    return next(sentence.text for sentence in document.sentences if sentence.id == chosen.id)


def paper(opening: str) -> str:
    return (
        f"青山县粮食工作总结\n\n{opening}\n\n一、仓储建设\n全年新建粮库12座，新增仓容8.6万吨。\n"
        "二、粮食收购\n收购稻谷23万吨，比上年增长5.4%。\n三、市场监管\n检查粮店340家。\n"
    )


@pytest.mark.parametrize("opening", HOLLOW)
def test_an_opening_that_tells_nothing_does_not_speak_for_its_document(opening: str, read: Read) -> None:
    assert is_substantial(first(read(paper(opening), "report.txt")))


def test_traditional_openings_give_way_as_well(read: Read) -> None:
    opening = "本府秉持為民服務之理念，茲將本年度工作成果說明如下。"
    text = f"青山縣糧食工作總結\n\n{opening}\n\n一、倉儲\n全年新建糧庫12座。\n二、收購\n收購稻穀23萬噸。\n"
    assert first(read(text, "report.txt")) in ("全年新建糧庫12座。", "收購稻穀23萬噸。")


def test_an_opening_that_tells_nothing_is_the_last_choice_of_its_own_paper(read: Read) -> None:
    document = read(paper(PRAISE), "report.txt")
    chosen = summarize_document(document, SummarySection(sentences=3)).sentences
    opening = next(sentence.id for sentence in document.sentences if sentence.text == PRAISE)
    assert opening not in chosen


def test_what_is_asked_for_by_topic_is_heard_whatever_it_says(read: Read) -> None:
    document = read(paper("粮食系统凝心聚力抓廉政。"), "report.txt")
    (chosen,) = summarize_documents([document], SummarySection(overall_sentences=1, topic=("廉政",)))
    assert chosen.id == document.sentences[0].id


def test_all_of_a_place_is_no_name() -> None:
    assert is_nameless("全县收购稻谷23万吨。", ["青山县"])
    assert not is_nameless("青山县收购稻谷23万吨，占全市一半。", ["青山县"])
    assert not is_nameless("收购稻谷23万吨。", ["青山县"])


def test_before_strangers_a_place_that_is_named_speaks_where_it_is_about_as_good(read: Read) -> None:
    lines = "全县收购稻谷23万吨，比上年增长5.4%。\n青山县收购稻谷23万吨，比上年增长5.4%。\n"
    document = replace(read(f"粮食工作总结\n\n一、收购\n{lines}二、监管\n检查粮店340家。\n"), regions=("青山县",))
    assert first(document, "lexrank").startswith("青山县")
    assert first(replace(document, regions=()), "lexrank").startswith("全县")


@pytest.mark.parametrize("notice", ["3月2日，青山县召开粮食工作推进会。", "3月2日，县粮食局通报一季度粮食收购情况。"])
def test_notice_of_a_meeting_gives_way_to_a_figure_of_the_same_news_before_strangers(read: Read, notice: str) -> None:
    news = read(f"青山县粮食工作推进会\n\n{notice}一季度全县收购稻谷23万吨。\n", "news.txt")
    others = [read(f"{place}山县要闻\n\n{place}山县新建粮库12座。\n", f"{place}.txt") for place in "东西"]
    chosen = summarize_documents([news, *others], SummarySection(overall_sentences=3))
    texts = {sentence.id: sentence.text for sentence in news.sentences}
    assert [texts[its.id] for its in chosen if its.document == news.id] == ["一季度全县收购稻谷23万吨。"]


def test_a_meeting_with_a_figure_is_more_than_a_notice() -> None:
    assert not is_notice("县粮食局召开340家粮店负责人会议。")
    assert not is_notice("会议决定新建粮库。")
