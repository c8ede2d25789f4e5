"""Bylines at the end of an article: names in brackets behind its last sentence, and lines that repeat them."""

from __future__ import annotations

import re

from reporter.language.people import COMMON_SURNAMES, is_person
from reporter.repair.lines import Line

# What names of offices, companies, media and places end in.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,24}"
    r"(?:[局委办院厅部处会社报网台站所队科室组镇乡市县区省州旗]|中心|公司|政府|党委|支部|集团|街道|大学|学校|银行|基地)"
)
_CUE = re.compile(
    r"记者|通讯员|特派员|作者|供稿|撰稿|投稿|摄影?$|来源|稿源|编辑|文/|图/|报道组?$|[报网社台](?:消息|电|讯)$|"
    r"^据.{2,20}[报网社台刊]|综合.{2,20}[报网社台]|整理$|转自|摘自|原载"
)
# What brackets behind a sentence hold besides bylines: who answers for a task, remarks on figures.
_NO_BYLINE = re.compile("负责|责任单位|牵头|配合|单位[:：]|注[:：]|数据|完$|略$|待续|附|见|详|[。！？；]")
_TAIL_BRACKET = re.compile(
    r"[。！？…”』」][ \u3000]*(?P<bracket>[（(【\[](?P<held>[^（）()【】\[\]\n]{2,48})[）)】\]])[ \u3000]*$"
)
_LONE_BRACKET = re.compile(r"(?P<bracket>[（(【\[](?P<held>[^（）()【】\[\]\n]{2,48})[）)】\]])")
_CLOSING = ("）", ")", "】", "]")
_TAIL_CREDIT = re.compile(
    r"[。！？”）][ \u3000]+(?P<credit>[（(【\[]?"
    r"(?:责任编辑|责编|编辑|来源|作者|审核|校对|本报记者|记者|通讯员)[:： ][^。！？\n]{1,40})$"
)
_SPLIT = re.compile(r"[\s、，,/／;；]+")


def is_name(token: str) -> bool:
    """Whether a word in simplified characters is a person's name as bylines write them: with a common surname, since
    a bracket behind a sentence is no place where a name is expected; no office, no place."""
    return is_person(token, COMMON_SURNAMES) and not _BODY.fullmatch(token)


def is_byline(held: str) -> bool:
    """Whether what a bracket holds, in simplified characters, names who wrote: reporters, a source, names with or
    without their office."""
    if _NO_BYLINE.search(held):
        return False
    if _CUE.search(held):
        return True
    tokens = [token for token in _SPLIT.split(held) if token]
    names = [token for token in tokens if is_name(token)]
    bodies = [token for token in tokens if token not in names and _BODY.fullmatch(token)]
    return bool(names or len(bodies) == 1) and len(names) + len(bodies) == len(tokens)


def byline_bracket(line: Line) -> tuple[int, int] | None:
    """Where a line ends in a byline's bracket, or is one; offsets in the line."""
    if not line.plain.endswith(_CLOSING):
        return None
    for pattern in (_TAIL_BRACKET.search, _LONE_BRACKET.fullmatch):
        match = pattern(line.plain)
        if match and is_byline(match["held"]):
            return match.span("bracket")
    return None


def has_tail_bracket(line: Line) -> bool:
    """Whether a line ends in any bracket behind a sentence."""
    return line.plain.endswith(_CLOSING) and _TAIL_BRACKET.search(line.plain) is not None


def tail_credit(line: Line) -> tuple[int, int, bool] | None:
    """(start, end, keep) of a credit behind the last sentence of its line (责任编辑：…); kept where it names author or
    source."""
    match = _TAIL_CREDIT.search(line.plain)
    if not match:
        return None
    keep = re.search("来源|作者|记者|通讯员", match["credit"]) is not None
    return (*match.span("credit"), keep)


def tokens(text: str) -> frozenset[str]:
    """The words of a byline, for telling what repeats it."""
    return frozenset(token for token in re.split(r"[\s、，,：:（）()【】\[\]/／|]+", text) if token)
