"""Which lines above a table are its own: caption and unit, never a heading, prose or the title of the file."""

from __future__ import annotations

import pytest

from reporter.read.captions import LineAbove, own_lines

TEXT = "现将有关数据予以公布。"


def own(*texts: str, is_opened: bool = True) -> tuple[list[str], str | None]:
    """(the table's own lines, its caption)."""
    first, caption = own_lines([LineAbove(text) for text in texts], is_opened=is_opened)
    return list(texts[first:]), None if caption is None else texts[caption]


@pytest.mark.parametrize(
    "lines",
    [
        ["表1 主要指标"],
        ["续表"],
        ["附表2：各乡镇情况", "（计量单位：万元）"],
        ["各乡镇主要指标", "单位：万元"],
        ["各乡镇主要指标", "（2023年末）", "单位：万元"],
        ["表3 主要指标", "（初步数）"],
    ],
)
def test_a_caption_is_counted_or_stands_above_the_unit(lines: list[str]) -> None:
    assert own(TEXT, *lines) == (lines, lines[0])


@pytest.mark.parametrize(
    "line",
    ["一、基本情况", "（二）主要指标", "1.主要指标", "第三节 工业", "各项指标如下：", TEXT, "主要指标完成情况" * 6],
)
def test_headings_and_prose_above_a_unit_stay_text(line: str) -> None:
    assert own(TEXT, line, "单位：万元") == (["单位：万元"], None)


@pytest.mark.parametrize("line", ["各乡镇主要指标", "（2023年末）", "表1列出了各项指标：", "表彰情况"])
def test_a_line_that_is_only_short_is_no_caption(line: str) -> None:
    assert own(TEXT, line) == ([], None)


def test_what_may_be_the_title_of_the_file_is_no_caption() -> None:
    assert own("某县主要指标", "单位：万元", is_opened=False) == (["单位：万元"], None)
    assert own("表1 主要指标", is_opened=False) == ([], None)
    assert own("某县情况", "表1 主要指标", is_opened=False) == (["表1 主要指标"], "表1 主要指标")


def test_what_the_markup_calls_a_caption_is_one_and_what_it_calls_a_heading_is_none() -> None:
    assert own_lines([LineAbove("Table 1", is_styled=True)], is_opened=False) == (0, 0)
    assert own_lines([LineAbove("表1 主要指标", is_plain=False)], is_opened=True) == (1, None)


def test_without_lines_there_is_nothing() -> None:
    assert own() == ([], None)
