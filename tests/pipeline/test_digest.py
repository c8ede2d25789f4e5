"""A digest says of a document what the document itself says, and it is read back as it was written."""

from __future__ import annotations

from reporter import assemble, extract, reprints
from reporter.config import Config
from reporter.model.packing import packed, unpacked
from reporter.pipeline import analyse, document_of_text
from reporter.pipeline.digest import digest_of

ANALYSIS = analyse(
    document_of_text(
        "岫川县2018年工作报告\n2018年，岫川县粮食产量21.5万吨，比上年增长3%。\n"
        "2018年5月6日，岫川县疏浚河道12处，涉及3个乡镇，群众表示满意。\n",
        "in/岫川.txt",
    ),
    Config().summary,
)


def test_its_figures_are_those_of_the_document() -> None:
    digest = digest_of(ANALYSIS, Config(), ())
    assert digest.statements() == tuple(extract.statements(ANALYSIS))
    assert digest.statements()


def test_every_part_comes_back_from_its_bytes() -> None:
    digest = digest_of(ANALYSIS, Config(), ("河道",))
    assert unpacked(packed(digest)) == digest
    assert digest.facts == assemble.facts_of(ANALYSIS)
    assert digest.candidate == reprints.candidate_of(ANALYSIS)
    assert digest.told.tellings
    assert digest.spoken.topics[0]
