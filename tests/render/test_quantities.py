"""A quantity is printed in the words of its document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.config import Config
from reporter.model import Indicator, Span
from reporter.render.catalogue import load_catalogue
from reporter.render.quantities import Wording, missing_unit, quantity_words
from reporter.render.theme import load_theme

STRINGS = load_catalogue(load_theme(Config()), "zh-Hans")
FIGURE = Indicator(id="i", sentence="t", subject="", name="", key="", value=1, unit="人", span=Span(0, 1))


@pytest.mark.parametrize(
    ("words", "unit", "lacking"),
    [
        ("171.4万人", "人", ""), ("75.3万", "人", "人"), ("86", "人", "人"), ("3元", "元/吨", "/吨"),
        ("1.2", "万吨", "万吨"), ("1.2万", "万吨", "吨"), ("五成", "%", ""), ("三分之二", "", ""), ("12.5", "%", "%"),
        ("13個", "个", ""), ("2億1,500萬元", "亿元", ""),
    ],
)  # fmt: skip
def test_only_what_the_words_lack_of_a_unit_is_added(words: str, unit: str, lacking: str) -> None:
    assert missing_unit(words, unit) == lacking


@pytest.mark.parametrize(
    ("text", "words", "bound", "qualifier", "printed"),
    [
        ("服务超过171.4万人。", "171.4万人", "over", "超过", "超过171.4万人"),
        ("服務超過13萬人。", "13萬人", "over", "超过", "超過13萬人"),
        ("培训56人及以上。", "56人", "at_least", "以上", "56人以上"),
        ("至少培训3人。", "3人", "at_least", "至少", "至少3人"),
        ("共4,200餘人。", "4,200餘人", "over", "余", "4,200餘人"),
        ("平均等候3人。", "3人", "at_most", "平均", "不超过3人"),
        ("有20人。", "20人", None, None, "20人"),
    ],
)
def test_a_quantity_keeps_its_words_and_the_word_that_bounds_it(
    text: str, words: str, bound: str | None, qualifier: str | None, printed: str
) -> None:
    start = text.index(words)
    figure = replace(FIGURE, bound=bound, qualifier=qualifier)  # type: ignore[arg-type]
    assert quantity_words(Wording(text, start, start + len(words)), figure, STRINGS) == printed
