"""Date honesty: a date only from the document's own evidence; events resolve against it and nothing else."""

from __future__ import annotations

import pytest

from reporter.model import CleanText, Document
from reporter.structure import structure

TITLE = "云溪县质量工作取得实效"
TEXT = "云溪县各项质量工作稳步推进，取得了明显成效。"


def of(*lines: str) -> Document:
    return structure(CleanText.of("\n".join(lines)), "x")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("发布时间：2017-07-11 09:30", "2017-07-11"),
        ("2008-03-30 网络 点击：次", "2008-03-30"),
        ("时间：2022-01-14 02:22:00", "2022-01-14"),
        ("【发布日期：2015年3月4日】【来源：云溪日报】", "2015-03-04"),
        ("2015年03月04日08:20 来源：云溪网", "2015-03-04"),
        ("（2019年9月6日）", "2019-09-06"),
        ("来源：云溪日报　2017-06-19 10:00", "2017-06-19"),
        ("来源：云溪日报 作者：张山 2017年6月19日", "2017-06-19"),
        ("发布时间：  浏览：次", None),
        ("发布时间：03-30 10:20", None),
        ("时间：2015年3月4日 地点：县政府会议室", None),
    ],
)
def test_a_stamp_below_the_title_dates_the_document(line: str, date: str | None) -> None:
    document = of(TITLE, line, TEXT)
    assert document.date == date
    if date:
        assert document.date_span is not None
        assert document.date_span.of(document.text)[:4] == date[:4]


def test_a_signature_dates_the_document_also_in_chinese_figures() -> None:
    document = of(TITLE, TEXT, "云溪县质监局", "二〇一七年七月十一日")
    assert (document.date, document.source) == ("2017-07-11", "云溪县质监局")
    assert [sentence.text for sentence in document.sentences] == [TEXT]


def test_the_year_of_the_republic_counts_from_1911() -> None:
    assert of("雲溪縣施政報告", TEXT, "中華民國106年3月5日").date == "2017-03-05"


@pytest.mark.parametrize(
    "tail", ["Copyright © 2010-2018 云溪在线 版权所有", "本报3月5日刊发。", "截至2016年，全县企业达到20家。"]
)
def test_other_dates_are_not_the_documents(tail: str) -> None:
    assert of(TITLE, TEXT, tail).date is None


def test_a_stamp_years_after_everything_the_text_says_is_a_finding_and_no_date() -> None:
    document = of(TITLE, "时间：2022-01-14", "中心从2003年成立至今，历经五年时间，服务企业300家。", "2006年通过认可。")
    assert document.date is None
    assert [finding.code for finding in document.findings] == ["structure-date-implausible"]
    assert "2008" in document.findings[0].message


def test_a_stamp_within_two_years_holds() -> None:
    assert of(TITLE, "时间：2010-01-14", "中心从2003年成立至今，历经五年时间，服务企业300家。").date == "2010-01-14"


def events(*lines: str) -> list[tuple[str, str | None, bool]]:
    return [(event.text, event.date, event.inferred_year) for event in of(TITLE, *lines).events]


def test_events_take_their_year_from_the_document_or_from_what_stands_before() -> None:
    assert events("发布时间：2018-03-30", "3月5日召开会议。") == [("3月5日", "2018-03-05", True)]
    assert events("2017年5月启动，6月19日通过验收。") == [
        ("2017年5月", "2017-05", False),
        ("6月19日", "2017-06-19", True),
    ]
    assert events("根据云政办〔2017〕39号文件，6月19日通过验收。") == [("6月19日", "2017-06-19", True)]
    assert events("6月19日通过验收，7月上旬公示。") == [("6月19日", None, False), ("7月上旬", None, False)]


def test_a_day_after_the_document_is_not_given_its_year() -> None:
    assert events("发布时间：2018-03-30", "11月20日召开会议。") == [("11月20日", None, False)]
    assert events("发布时间：2018-03-30", "计划11月20日召开会议。") == [("11月20日", "2018-11-20", True)]


def test_a_day_by_which_something_is_to_be_done_is_of_the_documents_year() -> None:
    assert events("发布时间：2018-03-30", "6月底前完成整改。") == [("6月底", "2018-06", True)]


def test_a_chapter_gives_its_year_to_the_days_in_it() -> None:
    lines = (
        "发布时间：2017-12-20",
        "一、2017年工作",
        "6月建成投用。",
        "二、2018年打算",
        "6月底前完成整改。",
        "三、保障",
        "7月通报。",
    )
    found = {text: date for text, date, _ in events(*lines)}
    assert found["6月底"] == "2018-06"
    assert found["7月"] == "2017-07"


def test_relative_years_need_the_documents_date() -> None:
    assert events("今年完成投资3亿元，去年11月启动。") == [("今年", None, False), ("去年11月", None, False)]
    assert events("发布时间：2018-03-30", "今年完成投资3亿元，去年11月启动。") == [
        ("今年", "2018", True), ("去年11月", "2017-11", True)
    ]  # fmt: skip


def test_an_event_knows_its_sentence_and_its_place() -> None:
    document = of(TITLE, "会议召开。2017年6月19日通过验收。")
    event = document.events[0]
    assert event.sentence == document.sentences[1].id
    assert event.span.of(document.text) == "2017年6月19日"
