"""A document is cited as GB/T 7714—2015 says, with what it states and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.model import Document, Title
from reporter.render.citations import citation, numbered_citation


@pytest.fixture
def document(briefing) -> Document:
    plain = briefing.analyses[0].document
    return replace(plain, title=Title("质量强市工作汇报", False), authors=(), source=None, date=None, kind=None)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, "质量强市工作汇报[Z]."),
        ({"kind": "report"}, "质量强市工作汇报[R]."),
        (
            {"kind": "bulletin", "source": "北川市统计局", "date": "2018-03"},
            "北川市统计局. 质量强市工作汇报[R]. 2018-03.",
        ),
        ({"kind": "news"}, "质量强市工作汇报[Z]."),
        (
            {"authors": ("张山", "李思"), "source": "北川日报", "date": "2018-05-04"},
            "张山, 李思. 质量强市工作汇报[Z]. 北川日报, 2018-05-04.",
        ),
        ({"authors": ("甲", "乙", "丙", "丁")}, "甲, 乙, 丙, 等. 质量强市工作汇报[Z]."),
        ({"subtitle": "北川经验"}, "质量强市工作汇报: 北川经验[Z]."),
        ({"kind": "notice", "number": "北政〔2018〕3号"}, "质量强市工作汇报: 北政〔2018〕3号[A]."),
    ],
)
def test_what_is_not_stated_is_left_out(document, stated, expected):
    assert citation(replace(document, **stated)) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, "质量强市工作汇报[EB/OL]. https://example.org/a"),
        ({"date": "2018-05-04"}, "质量强市工作汇报[EB/OL]. (2018-05-04). https://example.org/a"),
        (
            {"date": "2018-05-04", "authors": ("张山",), "source": "北川网"},
            "张山. 质量强市工作汇报[EB/OL]. 北川网, 2018(2018-05-04). https://example.org/a",
        ),
        ({"kind": "report", "source": "北川市"}, "北川市. 质量强市工作汇报[R/OL]. https://example.org/a"),
    ],
)
def test_a_page_of_the_web_ends_with_its_address(document, stated, expected):
    assert citation(replace(document, url="https://example.org/a", **stated)) == expected


def test_the_number_is_that_of_the_mark(document):
    assert numbered_citation(3, document) == "[3] 质量强市工作汇报[Z]."


def test_a_document_without_a_title_is_cited_by_the_words_for_that(document):
    assert citation(replace(document, title=Title("", True)), "（无题名）") == "（无题名）[Z]."


def test_line_ends_in_what_a_document_states_do_not_end_the_line(document):
    assert (
        citation(replace(document, title=Title("质量\r\n强市", False), authors=("张\n山",))) == "张 山. 质量 强市[Z]."
    )
