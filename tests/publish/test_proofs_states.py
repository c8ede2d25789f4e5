"""What counts as a stated value."""

from __future__ import annotations

import pytest

from reporter.publish.proofs import states


@pytest.mark.parametrize(
    ("words", "value", "unit", "stated"),
    [
        ("6分42秒", 402, "秒", True),
        ("6分42秒", 403, "秒", False),
        ("1小时30分", 90, "分钟", True),
        ("1,234.5亿元", 1234.5, "亿元", True),
        ("2万多家", 20000, "家", True),
        ("2万多家", 30000, "家", False),
        ("三分之二", 0.6666666666666666, "", True),
    ],
)
def test_a_value_is_stated_by_its_digits_or_by_the_parts_of_a_duration(
    words: str, value: float, unit: str, stated: bool
) -> None:
    assert states(words, value, unit) is stated
