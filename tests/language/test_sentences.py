"""Sentences: lossless, quotes and brackets with their sentence, nothing broken inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[low:high] for low, high in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "全县企业达到20家。|增长12.5%。",
        "真的吗？！|是的！！！|很好……",
        "一是抓源头；二是抓过程：三是抓落实。|完成任务。",
        "他说：“今天很好。|明天更好。”|会后，大家散去。",
        "“这是第一次！”|局长告诉记者，“我们要依靠群众。|还要依靠专家。”",
        "围绕“怎么看？怎么干？”的讨论，各单位迅速行动。|成效明显。",
        "开展“质量怎么样？”大讨论活动。|反响热烈。",
        "学习《加快发展！再上台阶》一文。|深受启发。",
        "投入资金3亿元（其中省级补助1亿元。）用于建设。|已完工。",
        "（注：数据为快报数。）|下一句。",
        "工作完成。（见附件1）",
        "网址是http://a.b/c?id=3!x，请查阅。|谢谢。",
        "版本为2.0.1。|更新于10.30。",
        "没有句号",
        "第一行没有句号\n|第二行。",
        "「為民服務！」|縣長說。|大家鼓掌。",
        "成立了工作专班.各项任务有序推进.|群众满意.",
        "1.加强领导。|2.落实责任。",
        "获“守合同、重信用”称号。|好。",
        "一. 加强领导",
        "增长3~5个百分点。|同比提高！",
        "提出“人人参与、人人尽责！”等口号。|效果好。",
    ],
)
def test_a_sentence_ends_where_it_should(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    found = split(text.replace("|", ""))
    if text.startswith("成立了"):  # dots between Chinese characters end sentences too
        expected = ["成立了工作专班.", "各项任务有序推进.", "群众满意."]
    assert found == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　"])
def test_white_space_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


@given(text=st.text(alphabet="质量提升。！？；，“”‘’「」（）()《》…\n 1.5a!?\"'", max_size=60), start=st.integers(0, 9))
def test_sentences_rejoin_to_their_paragraph(text: str, start: int) -> None:
    at = 0
    for low, high in split_sentences(text, start):
        assert not text[at : low - start].strip()
        assert text[low - start : high - start] == text[low - start : high - start].strip() != ""
        at = high - start
    assert not text[at:].strip()


def test_a_long_paragraph_is_divided_in_one_pass() -> None:
    text = "“全县质量工作稳步推进。”" * 20_000
    assert len(split_sentences(text)) == 20_000
