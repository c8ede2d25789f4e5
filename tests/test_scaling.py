"""Work grows in a line with the text: counted in calls, not in seconds, on texts that are all of one kind."""

from __future__ import annotations

import pytest

from reporter.pipeline import document_of_text
from tests.counting import calls_of

SIZE = 3_000
UNITS = {
    "one character": "中",
    "opening brackets": "(",
    "pairs of brackets": "()",
    "nested notes": "中(",
    "digits": "1",
    "numbers of sections": "一、",
    "blanks": " ",
    "straight quotes": '"',
    "curly quotes": "“中”",
    "full stops": "。",
    "half-width marks": "中,",
    "lost characters": "中?",
    "full-width digits": "１，",
    "months": "5月，",
    "years in one sentence": "2017年",
    "slips": "?(xiàn)臅r",
    "pinyin notes": "長(cháng)",
    "empty lines": "\n",
    "lines of one character": "某\n",
    "headings": "一、加强质量工作\n",
    "headings without text": "（一）加强工作\n（二）推进工作\n",
    "items": "1、某公司：成立于2001年。\n",
    "lines of dates": "2017年5月3日\n",
    "rows of a table": "项目 12 34.5\n",
    "labels": "来源：某报 作者：王某\n",
    "offices": "某县质监局\n",
    "lines cut after a comma": "一、第一行，\n",
    "paragraphs": "今年以来，全市质量工作扎实推进，完成投资12.5亿元，增长8%。\n",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    short, long = (f"发布时间：2017-05-01\n质量{unit * (size // len(unit))}" for size in (SIZE, 2 * SIZE))
    document_of_text(long)  # what is remembered from one document to the next is filled
    document_of_text(short)
    assert calls_of(lambda: document_of_text(long)) <= 2.2 * calls_of(lambda: document_of_text(short))
