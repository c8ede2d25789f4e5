"""A key sentence that names neither place nor year says whose it is, behind the quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.config import Config
from reporter.model import Analysis
from reporter.render.catalogue import load_catalogue
from reporter.render.links import PrintLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from reporter.render.whose import labels_of
from tests.render.briefings import analysis_of, briefing_of, document_of


def report(place: str, year: int, sentence: str, heading: str = "# 一、总体情况") -> Analysis:
    text = f"{year}年{place}工作总结\n{heading}\n{sentence}"
    document = document_of(text, f"in/{place}{year}.txt")
    return analysis_of(replace(document, regions=(place,), date=f"{year + 1}-01-05"), chosen=1)


def labels(*analyses: Analysis) -> list[str]:
    """The labels of the analyses' sentences, in their order."""
    briefing = briefing_of(*analyses)
    view = Viewpoint(briefing, load_catalogue(load_theme(Config()), "zh-Hans"), PrintLinks({}))
    found = labels_of(view, briefing.summary)
    return [found.get((its.document, its.id), "") for its in briefing.summary]


def test_place_and_year_stand_where_the_documents_have_several() -> None:
    assert labels(report("东川县", 2021, "建成粮库3座。"), report("西岭县", 2022, "建成粮库5座。")) == [
        "（东川县·2021年）",
        "（西岭县·2022年）",
    ]


def test_what_all_documents_share_is_not_said() -> None:
    assert labels(report("东川县", 2021, "建成粮库3座。"), report("西岭县", 2021, "建成粮库5座。")) == [
        "（东川县）",
        "（西岭县）",
    ]
    assert labels(report("东川县", 2021, "建成粮库3座。"), report("东川县", 2022, "建成粮库5座。")) == [
        "（2021年）",
        "（2022年）",
    ]
    assert labels(report("东川县", 2021, "建成粮库3座。")) == [""]


def test_what_the_sentence_says_itself_is_not_said_again() -> None:
    other = report("西岭县", 2022, "建成粮库5座。")
    assert labels(report("东川县", 2021, "东川县建成粮库3座。"), other)[0] == "（2021年）"
    assert labels(report("东川县", 2021, "2020年，建成粮库3座。"), other)[0] == "（东川县）"
    assert labels(report("东川县", 2021, "2020年，东川建成粮库3座。"), other)[0] == ""


def test_the_heading_above_a_sentence_knows_the_year_better_than_the_title() -> None:
    looked_back = report("东川县", 2021, "建成粮库3座。", "# 一、2020年工作回顾")
    assert labels(looked_back, report("西岭县", 2022, "建成粮库5座。"))[0] == "（东川县·2020年）"


@pytest.mark.parametrize(
    ("sentence", "label"), [("建成粮库3座。", "（东川县）"), ("今年将建成粮库3座。", "（东川县·2021年）")]
)
def test_a_report_on_work_tells_of_two_years_and_gets_the_year_that_is_certain(sentence: str, label: str) -> None:
    document = document_of(f"2021年东川县政府工作报告\n# 一、总体情况\n{sentence}", "in/a.txt")
    given = analysis_of(replace(document, regions=("东川县",), date="2021-01-05"), chosen=1)
    assert labels(given, report("西岭县", 2022, "建成粮库5座。"))[0] == label
