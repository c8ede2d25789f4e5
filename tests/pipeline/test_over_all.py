"""What spans the documents: the same of packed analyses as of plain ones, and work that grows in a line with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

import pytest

from reporter import extract
from reporter.assemble import assemble
from reporter.config import Config, InputSection, SummarySection
from reporter.model import Analyses, Analysis, Briefing, Documents
from reporter.pipeline import analyse, document_of_text
from reporter.render.contract import briefing_dict
from reporter.reprints import reprints, sketch
from reporter.summarize import keywords_of_all, slight_among, summarize_documents
from tests.counting import calls_of

PLACES = [head + tail + "县" for head, tail in product("栖泠澜茗岫槐棠蓼", "岭浦川屏原洲溪塘冈坪")]
FEW, MANY = 24, 48
DEEDS = ("修缮校舍", "疏浚河道", "补植林带", "巡查水库", "验收冷库", "检定衡器", "轮训村医", "登记古树", "调解欠薪")


@cache
def analysis(number: int) -> Analysis:
    """A report of one place and year, with figures, a date and a deed."""
    place, year = PLACES[number], 2010 + number % 9
    deed, other = DEEDS[number % 9], DEEDS[(number + 1 + number // 9) % 9]
    text = (
        f"{place}{year}年工作报告\n发布时间：{year}-12-{number % 28 + 1:02}\n"
        f"{year}年，{place}粮食产量{number + 20}.5万吨，比上年增长{number % 7 + 1}%。\n"
        f"{place}{deed}{number + 3}处，乡镇负责人逐村核对了名册，群众表示满意。\n"
        f"{year}年5月{number % 28 + 1}日，{place}开始{other}，涉及{number % 11 + 2}个乡镇。\n"
        f"到{year + 3}年，{place}粮食产量达到{number + 40}万吨。\n"
    )
    return analyse(document_of_text(text, f"in/{number % 3}/{number:03}.txt"), SummarySection())


def over_all(analyses: Sequence[Analysis], config: Config) -> Briefing:
    """The briefing of analyses, by all that spans them."""
    same = reprints(analyses, [sketch(document) for document in Documents(analyses)])
    counted = same.counted(analyses)
    comparison, conflicts = extract.compared(counted)
    summary = summarize_documents(Documents(counted), config.summary)
    return assemble(
        analyses,
        (),
        config,
        summary=summary,
        comparison=comparison,
        conflicts=(*conflicts, *same.conflicts),
        timeline=extract.timeline(counted),
        themes=extract.themes(counted, {"水利": ("河道", "水库"), "粮食": ("粮食",)})[0],
        keywords=keywords_of_all((analysis.terms for analysis in counted), 12),
        reprints=same.groups,
        slight=slight_among(Documents(counted), config.summary, summary),
        findings=same.findings,
    )


@pytest.mark.parametrize("group_by", ["none", "folder", "region"])
@pytest.mark.parametrize("order", ["path", "date"])
def test_packed_analyses_give_the_same_briefing(order: str, group_by: str) -> None:
    config = Config(input=InputSection(order=order, group_by=group_by))  # type: ignore[arg-type]  # names by parameter
    plain = tuple(analysis(number) for number in range(FEW))
    ours, theirs = over_all(plain, config), over_all(Analyses.of(plain), config)
    assert isinstance(theirs.analyses, Analyses)
    assert isinstance(theirs.counted, Analyses)
    assert ours == theirs
    assert briefing_dict(ours) == briefing_dict(theirs)
    assert ours.comparison.rows
    assert ours.timeline
    assert ours.themes
    assert ours.brief_figures


def test_twice_the_documents_are_at_most_twice_the_work() -> None:
    few, many = (tuple(analysis(number) for number in range(count)) for count in (FEW, MANY))
    config = Config(summary=SummarySection(overall_sentences=8))
    briefing_dict(over_all(many, config))  # what is remembered from one document to the next is filled
    short, long = (
        calls_of(lambda: briefing_dict(over_all(few, config))),
        calls_of(lambda: briefing_dict(over_all(many, config))),
    )
    assert long <= 2.2 * short
