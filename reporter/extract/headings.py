"""The subjects that stand above figures: in a heading (二、白衣镇) or in the label of a list item (东湖区：…)."""

from __future__ import annotations

import re

from reporter.extract.forms import is_whole_name
from reporter.extract.tokens import is_verb, tokens_of
from reporter.language.script import simplified
from reporter.model.document import Document

# Labels that say what is told and not whose it is.
_TOPIC = re.compile(
    r"(?:工作|情况|方面|建设|管理|安全|发展|行动|目标|措施|任务|指标|收入|支出|投资|保障|服务|改革|治理|监管|环境|成效|问题|原因|时间|地点"
    r"|内容|规模|范围|对象|要求|标准|进度|计划|亮点|数量|金额|单位|数据|合计|其中|总计)$"
)


def headed(document: Document) -> dict[str, str]:
    """Section id → the place, body or firm that its heading, or the nearest one above it, is; sections without one are
    left out."""
    found: dict[str, str] = {}
    for section in document.sections:
        heading = simplified(section.heading).strip(" ：:。“”")
        if is_whole_name(heading):
            found[section.id] = heading
        elif section.parent in found:
            found[section.id] = found[section.parent]
    return found


def item_labels(document: Document) -> dict[str, str]:
    """Sentence id → the label of its list item, where that can be a subject: no topic (资金保障) and no task."""
    return {
        sentence: label
        for item in document.items
        if (label := simplified(item.label).strip(" ：:")) and _can_be_subject(label)
        for sentence in item.sentences
    }


def _can_be_subject(label: str) -> bool:
    if is_whole_name(label):
        return True
    first = tokens_of(label)[0]
    return not _TOPIC.search(label) and not (is_verb(first) and len(first[0]) > 1)
