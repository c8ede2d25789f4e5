"""What a sentence's turns of phrase tell."""

from __future__ import annotations

import pytest

from reporter.summarize.patterns import DATED, FIGURE, GENERAL, figures, found, tiers


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("全县共收购稻谷23万吨。", 0),
        ("他说：“水不好，鱼就不好。”", 0),
        ("粮价稳定（详见附表）。", 0),
        ("主要做法如下：", 2),
        ("一要抓好收购，", 2),
        ("特此通知。", 2),
        ("1、丰登米业：去年加工稻谷5万吨。", 1),
        ("●北河粮站：新建仓房两座。", 1),
        ("粮食收上来以后放在哪里？", 1),
        ("各位代表，现在我向大会报告工作。", 1),
        ("现将有关事项通知如下，请遵照执行。", 1),
        ("粮食安全工作会议在青山县召开", 1),
        ("2022年新建粮库12座。", 0),
    ],
)
def test_half_sentences_list_entries_and_ceremony_are_not_whole_statements(text: str, tier: int) -> None:
    assert tiers([text]) == (tier,)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新建粮库12座，新增仓容8.6万吨。", 2),
        ("增长5.4%，其中早稻12,345吨。", 2),
        ("2022年3月5日9时30分", 0),
        ("第39号文件", 0),
        ("检查粮店三百四十家", 1),
        ("一是抓收购，二是抓监管", 0),
    ],
)
def test_figures_are_numbers_with_a_unit_and_no_dates(text: str, count: int) -> None:
    assert len(FIGURE.findall(text)) == count


def test_three_figures_are_as_many_as_count() -> None:
    assert figures(["1座、2座、3座、4座", "1座", ""]).tolist() == [1.0, 1 / 3, 0.0]


def test_dated_sentences_name_a_point_in_time() -> None:
    assert found(DATED, ["3月2日开工", "昨天合龙", "前三季度增长", "长期坚持"]).tolist() == [1, 1, 1, 0]


def test_commonplaces_say_what_is_always_true() -> None:
    texts = ["仓储是粮食安全的重要保障。", "收购工作关系农民切身利益。", "新建粮库12座。"]
    assert found(GENERAL, texts).tolist() == [1, 1, 0]
