"""Finding figures takes work in a line with the text: counted in calls, not in seconds, on texts of one kind."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from reporter.extract.indicators import indicators
from reporter.model import Document
from tests.extract.documents import document

SIZE = 3_000
UNITS = {
    "figures": "全市完成投资12.5亿元，增长8%，占年度计划的53%。",
    "figures in one sentence": "完成投资12.5亿元，增长8%，",
    "rows told apart": "甲、乙、丙类产量分别为1.5、2.5和3.5万吨，",
    "counts without a sign": "村3个",
    "works spoken of": "东山大桥项目全长3公里，该项目投资5亿元。",
    "bodies": "城东分局查处案件12件。",
    "limits": "亿元以上的5个，",
    "digits": "1",
    "units": "亿元",
    "brackets": "（3个）",
    "per head": "每万人",
    "quotations": "“3个”",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    short, long = (document(f"质量{unit * (size // len(unit))}\n") for size in (SIZE, 2 * SIZE))
    indicators(long)  # what is remembered from one document to the next is filled
    indicators(short)
    assert calls_of(long) <= 2.2 * calls_of(short) + 500


def calls_of(made: Document) -> int:
    """How many functions, of Python and of C, are called to find the figures of a document."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        indicators(made)
    finally:
        sys.setprofile(None)
    return count
