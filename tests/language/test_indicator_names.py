"""Which names of figures can stand alone, and which reports lead with."""

from __future__ import annotations

import pytest

from reporter.language.indicator_names import is_headline, tells_alone


@pytest.mark.parametrize("name", ["粮食产量", "城镇化率", "税收收入占比", "规模以上工业企业", "森林覆盖率", "失业率"])
def test_names_of_indicators_tell_what_they_are(name: str) -> None:
    assert tells_alone(name, "临水县")


@pytest.mark.parametrize("name", ["", "时间", "惠及群众", "办结率", "占比", "占年度计划比重", "总数", "项目"])
def test_bare_heads_and_rates_tell_nothing(name: str) -> None:
    assert not tells_alone(name, "临水县")


def test_extents_tell_something_of_places() -> None:
    assert tells_alone("总面积", "临水县")
    assert not tells_alone("总面积", "某某物流园")


def test_headlines_are_no_shares_of_a_plan() -> None:
    assert is_headline("一般公共预算收入")
    assert not is_headline("一般公共预算收入占年初预算比重")
    assert not is_headline("服务台接警")
