"""Units: what may stand behind a number, how it is spelled, and which units measure the same.

Simplified characters throughout. A unit's family decides how its number is read: 万 and 亿 stay with money and measures
(570 亿元, 12.5 万吨) and go into the number of things counted (2万家 is 20000 家).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

Family = Literal["money", "share", "measure", "time", "count"]


def _pairs(text: str) -> dict[str, str]:
    """Pairs written as 甲:乙, separated by white space."""
    return dict(pair.split(":", 1) for pair in text.split())


_MONEY = "元 美元 欧元 日元 英镑 港元 港币 韩元 澳元 加元 卢布 瑞士法郎 泰铢 新元 比索"
_SHARE = "% ‰ ‱ 个百分点 百分点 个基点 基点 倍 番"
_MEASURE = (
    "千克标准煤 公斤标准煤 克标准煤 "
    "吨标准煤 吨标煤 公吨 蒸吨 吨公里 人公里 吨 公斤 千克 市斤 斤 毫克 微克 克 公里 千米 厘米 毫米 微米 纳米 海里 英里 "
    "英尺 米 "
    "平方公里 平方千米 平方厘米 平方米 平方 平米 ㎡ m² 公顷 亩 坪 立方米 立方 m³ 毫升 升 千瓦时 兆瓦时 吉瓦时 太瓦时 "
    "瓦时 千瓦 "
    "兆瓦 吉瓦 瓩 瓦 "
    "千伏安 千伏 伏 安培 摄氏度 华氏度 ℃ 度 分贝 帕 焦耳 千卡 卡路里 马力 赫兹 兆赫 光年 海浬 公分 公克 公尺 "
    "平方公尺 立方公尺 "
    "km KM Km cm mm m kg KG GWh MWh kWh kW MW GW TWh TB GB MB PB EB Mbps Gbps dB hPa 毫克/升"
)
_TIME = (
    "年 个月 个星期 星期 周 天 日 个工作日 工作日 个小时 小时 分钟 秒钟 秒 个季度 个学期 学时 课时 工时 周岁 岁 "
    "个年头 个昼夜"
)
_COUNT = (
    "个 家 项 名 人 人次 人份 人日 位 件 件次 件套 台 台次 台套 台件 批 批次 大类 小类 类 条 条次 份 份次 期 次 场 "
    "场次 起 宗 户 户次 "
    "家次 辆 辆次 艘 艘次 架 架次 车次 套 座 处 处次 所 间 间次 栋 幢 盏 张 本 册 册次 部 篇 幅 枚 块 片 根 支 只 "
    "只次 头 匹 羽 尾 株 "
    "棵 种 种次 款 组 组次 队 队次 班 班次 门 节 堂 轮 趟 列 标准箱 标箱 例 床 剂次 剂 针次 针 盒 箱 袋 瓶 罐 桶 单 "
    "笔 桩 口 眼 道 层 "
    "卷 页 集 版 字 点 级 具 把 颗 粒 副 双 对 顶 桌 席 席次 股 票 封 单次 课 通 通次 处所 样次 头次 亩次 站次 店次 "
    "校次 村次 艇 辆份 人时 趟次 邻 案 发 分 路 校 站 格"
)

CANONICAL = _pairs(
    """
    个百分点:百分点 个基点:基点 吨标煤:吨标准煤 千米:公里 km:公里 KM:公里 Km:公里 cm:厘米 mm:毫米 kg:公斤 KG:公斤
    平方千米:平方公里 平方:平方米 平米:平方米 ㎡:平方米 m²:平方米 立方:立方米 m³:立方米 kWh:千瓦时 kW:千瓦 MW:兆瓦
    GW:吉瓦 个星期:星期 个工作日:工作日 个小时:小时 秒钟:秒 dB:分贝 个季度:季度 m:米 个学期:学期
    """
)
"""Spelling → the one spelling of its unit."""

# What a unit's character begins where it is no unit: 项 in 项目, 部 in 部门. Single characters that must not follow it,
# or, where the word behind them decides again (家具有 is 家 + 具有), a pattern.
_NOT_BEFORE = _pairs(
    """
    元:旦素宵件老 家:庭(?!院)|具(?![有备体])|电(?![力子影信商网器站厂池机缆动])|园|乡(?![镇村级])
    人:均民才们社类员造体力
    名:牌|列|称|优(?![秀良质])|义|录(?!取|用)|额|词 位:于置列居数 台:风湾商资胞北 批:准发复示 类:似别推 项:目(?!标)
    条:件例约 份:额子 期:间末货刊望限待盼中满 次:年日数要序品 场:所馆地景面外 起:来步草源码 户:籍均口型 套:餐利现路
    座:谈落椅右标 处:理罚置级于境女 所:有在得以属谓需 间:隔接断谍歇 张:贴力 本:科级市地省次届身着质土报网
    部:门委队级署分位长件 块:状 片:区 根:据源治除 支:出付持部柱撑配局书 只:有要能 头:部脑条号 组:织成合建 队:伍员
    班:子级组 门:诊户口槛店 节:约能省日假目点水 列:入车为全第 轮:换胎船流岗车椅 例:如外会行 床:位上
    单:位独纯一项个价产元 笔:者记试 口:岸径号腔味感 层:次面级 道:路德理教 字:体样 点:多名心燃评击亮赞对 级:别联
    具:有备体 版:本块面权图 页:面 集:中团体成约群聚合市散 股:份权东 票:据价房 课:程题本 通:过知报车用信讯关
    种:植(?!物)|子|养(?!殖)|苗|粮(?!食) 针:对织 天:然津气 日:报本常均前益照产供耗销夜 周:年边期围 岁:月 度:假过
    年:代|度|级|轻|货|报|会|检|审|薪|产(?![值量])|均|制 番:茄 双:方向边 对:于 把:握关 顶:层 桌:面 眼:睛科 吨:位
    米:粉面 克:服 升:级学 亩:均 平方:公米千厘英 立方:公米 瓦:斯房 卷:烟入 款:项 篇:章 封:闭 粒:子
    副:主局市县省书会院校总职处部科 幅:度员 箱:包 袋:装
    路:口公车线段人网灯面况由基费程边政
    校:长园区舍医友外内本企地车方际正对 站:点台在长式立位上到前内区房出 格:外局式力调子
    邻:居近里域县市省接水避 案:件例情由卷值发
    发:展现生布明送放电文言热动改行表起达育掘挥
    分:别之公局成布为类级析数钟行享支队批管制段校院店部厂会社工担步期红两洪流拣层配给解离子米辨贝寸赃值贷付行钱组区秒
    """
)

_FAMILIES: tuple[tuple[Family, str], ...] = (
    ("money", _MONEY), ("share", _SHARE), ("measure", _MEASURE), ("time", _TIME), ("count", _COUNT),
)  # fmt: skip
FAMILY: dict[str, Family] = {unit: family for family, units in _FAMILIES for unit in units.split()}
_FIRST = frozenset(unit[0] for unit in FAMILY)

_PER = (
    "元|美元|人口|吨|公吨|公斤|千克|斤|人|户|家|亩|公顷|平方米|平方公里|㎡|平方公尺|立方米|立方公尺|立方厘米|升|公里|km|米|千瓦时|度|千瓦|台|辆"
    "|件|套|个|次|人次|小时|分钟|秒|天|日|周|月|年|h|s|d"
)


def _not_before(unit: str) -> str:
    """The lookahead that keeps a unit from being read out of another word; empty where nothing needs it."""
    words = _NOT_BEFORE.get(unit)
    if not words:
        return ""
    return f"(?!{words})" if "|" in words or "(" in words else f"(?![{words}])"


def _pattern(units: Iterable[str]) -> re.Pattern[str]:
    """The pattern of some units, longest first, each with what must not follow it."""
    words = "|".join(
        re.escape(unit) + _not_before(unit) + ("(?![A-Za-z])" if unit[-1].isascii() and unit[-1].isalpha() else "")
        for unit in sorted(units, key=lambda unit: (-len(unit), unit))
    )
    return re.compile(
        rf"(?P<unit>{words})(?P<per>/(?:\d*[百千万亿]*)(?:{_PER})(?![A-Za-z]))?(?:[（(][套件次处户家个人台]{{1,2}}[)）])?"
    )


@cache
def _beginning_with(first: str) -> re.Pattern[str]:
    """The pattern of the units that begin with a character: few of hundreds. It is made when it is first asked for:
    most documents count in few units, and to make all of them takes a quarter of a second."""
    return _pattern(unit for unit in FAMILY if unit[0] == first)


@cache
def _any() -> re.Pattern[str]:
    return _pattern(FAMILY)


def is_unit(text: str) -> bool:
    """Whether a whole text in simplified characters is a unit, with what it is counted for."""
    return _any().fullmatch(text) is not None


def unit_at(text: str, place: int) -> re.Match[str] | None:
    """The unit that begins at a place of a text in simplified characters (group ``unit``) with what it is counted for
    (``per``: /吨); None where none does."""
    first = text[place : place + 1]
    pattern = _beginning_with(first) if first in _FIRST else None
    return pattern.match(text, place) if pattern else None


@lru_cache(maxsize=4096)
def canonical(unit: str) -> str:
    """The one spelling of a unit: km, KM and 千米 are 公里; of compound units part by part."""
    parts = unit.split("/")
    return "/".join(CANONICAL.get(part, part) for part in parts)


@lru_cache(maxsize=4096)
def family_of(unit: str) -> Family:
    """The family of a unit in any spelling, with or without 万 and 亿; a rate (元/吨) belongs to that of its first
    part."""
    bare = unit.split("/", 1)[0].lstrip("万亿")
    if bare in FAMILY:
        return FAMILY[bare]
    return next((FAMILY[raw] for raw, spelling in CANONICAL.items() if spelling == bare), "count")


_GENERIC = frozenset(["个", "家", "项", "件", "种", "类", "批", "条", "户", "只", "名", "人", "位", "座", "处", "所"])


def dimension(unit: str) -> str:
    """What a unit measures, so that figures of one dimension may stand side by side: measure words for things count as
    one, 亿元 and 万元 as another, 吨 and 公斤 stay apart from them."""
    bare = unit
    while len(bare) > 1 and bare[0] in "万亿":
        bare = bare[1:]
    return "" if bare in _GENERIC else bare
