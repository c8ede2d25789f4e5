"""A document that was written anew in another format or encoding has not changed."""

from __future__ import annotations

import pytest

from reporter.changes import Edition, changes, edition_of
from reporter.config import SummarySection
from reporter.model import Briefing, BriefingHead
from reporter.pipeline import analyse, document_of
from reporter.read import read_bytes
from tests.changes.editions import EARLIER
from tests.formats.blocks import blocks_of
from tests.formats.writers import WRITERS, Paper

TEXT = """石桥县水利工作总结

来源：石桥县水利局　2021-12-20

石桥县水利局围绕灌区改造，全年完成了三个方面的工作。
一、渠道
全年完成渠道衬砌126公里，改造泵站38座。工程惠及17个乡镇的农户，返工率下降了6.5个百分点。
二、管护
上游乡把村民请进工地当监督员，每道工序验收之后才付款。全县安排管护经费850万元。
三、下一步
力争到2023年，全县新增灌溉面积4.2万亩以上。各乡镇要把管护责任落实到每一条支渠。
"""


def edition(name: str, data: bytes) -> Edition:
    analysis = analyse(document_of(read_bytes(data, f"资料/{name}")), SummarySection())
    return edition_of(Briefing(BriefingHead("要报"), "zh-Hans", "keep", (analysis,), ()))


@pytest.mark.parametrize("kind", WRITERS)
def test_another_format_of_a_document_is_no_change_of_its_words(kind: str) -> None:
    document = document_of(read_bytes(TEXT.encode(), "甲.txt"))
    paper = Paper(document.title.text, f"来源：{document.source}　{document.date}", blocks_of(document))
    name, data = WRITERS[kind](paper)
    found = changes(edition("甲.txt", TEXT.encode()), edition(f"甲.{name.rsplit('.')[-1]}", data), EARLIER)
    assert not [change for change in found.documents if change.kind != "moved"], found.documents
    assert (found.figures, found.gone_figures, found.gone) == ((), (), ())
