"""Stamps: the lines that say when, where and by whom an article was published, and how often it was read."""

from __future__ import annotations

import re

SENTENCE_END = re.compile("[。！？]")
_COUNT = r"\[?\d[\d,万+]{0,12}\]?"
COUNTER = (
    "(?:浏览|点击|阅读|点阅|访问|查看|人气|热度|围观)(?:次数|人数|人次|总量|量|数|率)?"
    rf"\s*(?:[:：]\s*(?:{_COUNT})?\s*次?|{_COUNT}\s*次?|次)"
)
"""A counter, also one that lost its number: 浏览:次."""

_KIND = "(?:信息|稿件|文章|新闻|内容|本文|原文|最后)?"
_LABEL = "|".join(
    (
        f"{_KIND}(?:发布|发表|发稿|更新|异动|修改|录入|添加|上传|成文|生成|发文|公开|提交|张贴)?(?:时间|日期)",
        f"{_KIND}(?:来源|出处)|稿源|(?:原文|本文)(?:链接|地址|网址)|(?:文章)?作者|文|图|撰稿|供稿(?:单位|人)?|投稿|摄影",
        "(?:责任|网络|本期|值班|执行|文字)?编辑|责编|编审|校对|审核|审签|[初复终]审|监制|签发",
        "发布(?:人|者|机构|单位)|发文(?:机关|单位|字号)|(?:文章)?(?:字体|字号)|索引号|主题(?:分类|词)|信息(?:分类|类别)",
        "公开(?:方式|范围|属性)|有效性|关键[词字]|标签|tags?|(?:所属)?栏目",
    )
)
_FIELD = re.compile(rf"(?:{_LABEL})\s*[:：]|{COUNTER}", re.IGNORECASE)
_OPENING = re.compile(rf"[\s【\[（(]*(?:(?:{_LABEL})\s*[:：]|{COUNTER}(?:\s|$))", re.IGNORECASE)
_CONTACT = re.compile(r"(?:新闻)?(?:联系人|联络人|联系电话|联络电话|电话|发言人)\s*[:：]")
_DATE = r"(?:\d{4}|\d{2,3})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
# What the name of a medium or an office ends in.
_NAME_OF_ISSUER = r"[\w·《》]{1,12}(?:[报网络社台刊局委办厅部处会站]|中心|政府|在线|公司|学院|大学)"
_DATED = re.compile(
    rf"[\s【\[（(]*(?:{_NAME_OF_ISSUER}[\s|·]{{1,3}})?{_DATE}(?:\s*星期[一二三四五六日天])?"
    r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s】\]）)|]*(?P<rest>.{0,80})"
)
_HAS_DATE = re.compile(_DATE)
_ISSUER = re.compile(rf"{_NAME_OF_ISSUER}|第?\s*[A-Z]?\d{{1,3}}\s*版.{{0,8}}")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,28}(?:[报网社台局委办厅部处科会站院校所队]|中心|政府|公司|大学|党委|支部|集团|办公室|领导小组|法院)"
)
# The heads of minutes and invitations say when and where something took place: the article's own.
MEETING = re.compile(r"(?:会议)?(?:地\s*点|主持人?|出席|列席|参会|参加|与会|记录人?|议题|议程|会期)[\w]{0,4}\s*[:：]")
_BARE_TIME = re.compile(r"\s*(?:会议)?(?:时\s*间|日\s*期)\s*[:：]")


# Labels of two characters are spaced out to the width of longer ones: 作 者：, 来　源：.
_SPACED_LABEL = re.compile(r"([来出作时日编浏])[ \u3000]{1,2}([源处者间期辑览])(?=\s*[:：])")


def is_stamp(line: str) -> bool:
    """Whether a line at the article's edge is a stamp: labels with their values (发布时间：… 来源：… 浏览：次), or a
    date by itself, with labels, a counter or the name of a medium or an office."""
    if len(line) > 160 or re.search("[。！？；]", line) or MEETING.search(line):
        return False
    line = _SPACED_LABEL.sub(r"\1\2", line)
    if _OPENING.match(line) or _CONTACT.match(line):
        return True
    dated = _DATED.fullmatch(line)
    if not dated:
        return False
    rest = dated["rest"].strip()
    return not rest or _FIELD.search(rest) is not None or _ISSUER.fullmatch(rest) is not None


def is_full_stamp(line: str) -> bool:
    """Whether a line is a stamp wherever it stands: it has two labels or counters, or a label and a date, and little
    besides."""
    if not is_stamp(line) or is_bare_time(line):
        return False
    fields = len(_FIELD.findall(line))
    return fields >= 2 or (fields == 1 and _HAS_DATE.search(line) is not None)


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    return _HAS_DATE.fullmatch(line) is not None


def has_date(line: str) -> bool:
    """Whether a line has a date with its day."""
    return _HAS_DATE.search(line) is not None


def is_office(line: str) -> bool:
    """Whether a line is the name of an office, a medium or a firm and nothing else."""
    return _OFFICE.fullmatch(line) is not None


def is_bare_time(line: str) -> bool:
    """Whether a line begins with 时间： alone, as stamps and the heads of minutes both do."""
    return _BARE_TIME.match(line) is not None


def is_issuer(line: str) -> bool:
    """Whether a line says who speaks (发布人：局长), as stamps and the heads of press conferences both do."""
    return re.match(r"\s*发布(?:人|者|单位)\s*[:：]", line) is not None


def has_label(line: str) -> bool:
    """Whether a line has a stamp's label (来源：) or a counter, more than a date alone."""
    return _FIELD.search(line) is not None


def is_contact(line: str) -> bool:
    """Whether a line begins with who may be asked: a stamp in a press release's head, a notice's own at its end."""
    return _CONTACT.match(line) is not None


_WHO = "(?:首席|特约|见习|实习|全媒体)?(?:记者|通讯员|特派员|实习生|作者|撰稿|文|图)"
_MEDIUM = r"(?:本[报刊网台]|新华社|中新社|[\w·]{2,10}[报网社台])"
_PERSON = r"[\u4e00-\u9fff·]{2,4}"
_REPORTER = re.compile(
    rf"[\s\W]{{0,4}}(?:{_MEDIUM}\s?)?{_WHO}[\s:：/／]{{1,3}}{_PERSON}"
    rf"(?:[\s、，,/／]{{1,3}}(?:(?:{_MEDIUM}\s?)?{_WHO}[\s:：/／]{{0,3}})?{_PERSON}){{0,6}}\s{{0,3}}"
    "(?:文|图|摄影?|报道|文/图)?[）)]?"
)


def is_reporter_line(line: str) -> bool:
    """Whether a line names reporters: 本报记者 张三 通讯员 李四, □ 记者 王五."""
    return len(line) <= 48 and _REPORTER.fullmatch(line) is not None
