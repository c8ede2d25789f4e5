"""Texts of our own making, and their analyses."""

from __future__ import annotations

from reporter.config import SummarySection
from reporter.model import Analysis
from reporter.pipeline import analyse, document_of_text
from reporter.reprints import Reprints, reprints, sketch

TITLE = "石桥县召开灌区改造现场会"
PARAGRAPHS = (
    "石桥县近日召开灌区改造现场会，总结上半年渠道衬砌和泵站更新的做法。会议由分管水利的副县长主持。",
    "2019年，全县完成渠道衬砌126公里，改造泵站38座，新增灌溉面积4.2万亩。工程惠及17个乡镇的农户。",
    "上游乡把村民请进工地当监督员，每道工序验收之后才付款。这一办法使返工率下降了6.5个百分点。",
    "下一步，石桥县将把管护责任落实到每一条支渠，安排管护经费850万元。各乡镇年底前建立用水户协会。",
    "与会人员还参观了三处智能量水设施，听取了技术人员对测流精度的讲解。",
)
BODY = "\n".join(PARAGRAPHS)
TEXT = f"{TITLE}\n{BODY}"


def analysis(name: str, text: str) -> Analysis:
    """The analysis of a text in a file of that name."""
    return analyse(document_of_text(text, f"in/{name}"), SummarySection())


def found(texts: dict[str, str]) -> Reprints:
    """The reprints among texts by file name."""
    analyses = [analysis(name, text) for name, text in texts.items()]
    return reprints(analyses, [sketch(item.document) for item in analyses])


def grouped(texts: dict[str, str]) -> list[tuple[str, list[str]]]:
    """(original, copies) of each group, by file name."""
    names = {analysis(name, text).document.id: name for name, text in texts.items()}
    return [(names[group.original], [names[copy.document] for copy in group.copies]) for group in found(texts).groups]
