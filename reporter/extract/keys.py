"""Keys: the normal form of a figure's name, by which documents are compared.

中国名牌产品数 is 中国名牌, 广东名牌 and 省名牌 are 省级名牌, 参与制定国家标准 is 参与制修订标准. The rules are data:
(pattern, replacement), applied in order to the name without punctuation.
"""

from __future__ import annotations

import re
from functools import cache

from reporter.language.provinces import PROVINCES

_PROVINCE = "|".join(PROVINCES)
_HONOUR = (
    "名牌|著名商标|老字号|质量奖|专利奖|科技奖|科技进步奖|标准创新奖|文明单位|文明村|龙头企业|示范区|示范村|示范单位"
    "|示范基地|重点实验室|工程中心|非遗项目"
)

RULES: tuple[tuple[str, str], ...] = (
    (r"[“”‘’\"、，·/\s()（）《》]", ""),
    (
        r"(?:制定修订|制修定|制定|制订|修订|制修订|编制|起草)(?=.{0,60}标准|$)|(?<=标准的)(?:制定|制订|修订|制修定)",
        "制修订",
    ),
    (r"^(.*?)((?:国际|国家|行业|地方|团体|企业|联盟){0,6}标准)的?制修订$", r"\1制修订\2"),
    (r"(?<=制修订)的?(?:(?:国际|国家|行业)*标准)+$", "标准"),
    (r"^(?!.*参与).*(?:主导|主持|牵头)制修订的?标准$", "主导制修订标准"),
    (r"^(?:.*参与)?制修订的?标准$", "参与制修订标准"),
    (r"^.*参与制修订的?((?:地方|团体|联盟|企业)标准)$", r"参与制修订\1"),
    (rf"^(?:{_PROVINCE})(?:省|市|自治区)?(?:级)?(?={_HONOUR})|省级?(?={_HONOUR})", "省级"),
    (r"^(?:现|已|共|总共|总计|累计|先后|全部|已经|一共)+(?=..)", ""),
    (
        (
            r"^新?(?:拥有|现有|共有|具有|有|累计创|创建|争创|创|新认定|新评定|认定|获得|荣获|获(?=[国省市中全])|取得"
            r"|培育|培养|评选|通过|持有|推荐|申报|建有|建成)出?(?=.{3})"
        ),
        "",
    ),
    (r"^新增城镇就业", "城镇新增就业"),
    (r"(?:的)?(?:总数量|总数|总量|数量|个数|家数|户数|(?<![天指系次岁度参人])数)$", ""),
    (r"(?<=..)(?:总人数|人数)$", ""),
    (r"(?<=名牌)产品$", ""),
    (r"^(?:全年|年度|当年)(?=..)", ""),
    (r"^(?:实现|完成)(?=.{2}(?:总值|收入|投资|产值|总额|利润|税收|增加值))", ""),
    (r"^(?:国内生产总值|GDP|gdp|地区生产总值|生产总值)", "地区生产总值"),
    (r"的", ""),
)
"""What makes one key of many names, in order. Later rules see what earlier ones left."""

_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in RULES)


@cache
def key_of(name: str) -> str:
    """The key of a name in simplified characters; the name itself where the rules would leave nothing."""
    key = name
    for pattern, replacement in _COMPILED:
        key = pattern.sub(replacement, key)
    return key or name
