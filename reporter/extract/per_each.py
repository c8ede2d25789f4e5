"""Words that say per what a figure is: 每万人, 人均, 每百名学生, 三、四级."""

from __future__ import annotations

import re

EVERY = re.compile(
    r"每[\d百千万十]*(?:名|个)?[\u4e00-\u9fff]{0,4}?(?:人口|人|户|名|亩|公顷|平方公里|公里|吨|公斤|台|辆|件|张|支|餐|胎|栋|所|队|校|县|镇|乡|村|社区|街道|年|月"
    r"|天|日|生|家|班|股|米|块|批|次)(?:每[月年天])?$"
)
_PREFIX = re.compile(
    r"(?:PM(?:2\.?5|10)年?"
    r"|[人户亩日月年生村地床校班厂店周] ?均|(?:百|千|万|亿)元|单位|学前(?:教育)?[一二三]年|九年|十二年"
    r"|劣?(?:[一二三四ⅠⅡⅢⅣⅤ1-5][、和至]?){1,3}[级类](?:及?以[上下])?|(?:第?[一二三四五六]|首)期(?:工程|项目)?"
    r"|(?<![\d全去今上明当前后往近同本次翌历周新两几多半每一二三四五六七八九十])年)$"
)
_PREFIX_LENGTH = 12
# 每百名学生拥有教学用计算机: what has so many each.
OWNED = re.compile(r"每(?:[百千万十]{1,2}|\d{1,6})?(?:名|个|户|位)?[\u4e00-\u9fff]{1,5}?(?=拥有|占有|配备|配置|享有)")


def is_each(text: str) -> bool:
    """Whether a name only says per what a figure is: 每千人, 每支."""
    return len(text) <= 5 and EVERY.fullmatch(text) is not None


def prefix_of(rest: str) -> str:
    """每万人, 人均 and the like right before a phrase, which tell its figure from the whole's."""
    every = EVERY.search(rest.removesuffix("拥有").removesuffix("的")) if "每" in rest else None
    if every:
        return "" if every[0] in ("每年", "每月", "每天", "每日") else every[0]
    found = _PREFIX.search(rest, max(0, len(rest) - _PREFIX_LENGTH))
    return found[0] if found else ""
