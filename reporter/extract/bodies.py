"""The names of bodies, works and places in a text: 城东分局, 东山大桥, 梅岭村.

A body is known by its kind alone (交警支队), a work or place only where it bears a name (东山大桥, not 农村公路).
"""

from __future__ import annotations

import re

from reporter.extract.cues import STATIVE, words
from reporter.extract.tokens import Token, is_noun, tokens_of
from reporter.language.provinces import PROVINCES

NOT_NAMES = words(
    """
    全市 全县 全区 全镇 全乡 全省 我市 我县 我区 我镇 我省 本市 本县 本区 城市 城镇 城区
    乡镇 社区 园区 各市 各县 各区
    """
)
"""Words that end like a place and name none."""
_BODY = re.compile(
    r"(?:局|委|办|厅|院|校|大学|学院|中学|小学|公司|集团|厂|所|站|中心|委员会|政府|协会|学会|银行|医院|法院|检察院"
    r"|支队|大队|中队|分队|街道|部门|单位|工会|园区|开发区|新区|景区|机场|合作社|商会|实验室|党支部|服务台"
    r"|检测中心|研究院|研究所|馆|社区|村|镇|乡|县|区|市|省|自治州|旗|盟)$"
)
# Works and places that have figures of their own where they bear a name (东山大桥, not 大桥 or 农村公路).
_WORK = re.compile(
    r"(?:产业园|工业园|科技园|公园|乐园|高速公路|高速|公路|国道|省道|铁路|大桥|特大桥|隧道|水库|水利枢纽|电站|电厂|码头|工程|项目|基地"
    r"|农场|林场|牧场|古镇|大赛|专线|小区|众创空间|孵化器|体育场|剧院|园|号线|号厂房)$"
)
_NAMED_SO = frozenset(("ns", "nr", "nz", "nt", "nrt", "nrfg", "eng", "x"))
# What a body's or work's figure begins with: 全长76.4公里, 总投资30亿元.
_OWN_MEASURE = words(
    """
    全长 总长 长 总 总投资 投资 占地 规划 规划面积 建筑 建筑面积 注册 注册资本 库容 总库容
    设计 概算 年产 年 全年 一期 二期 主体 接待 门票 实现 累计 首日 单日 日均 营业 销售
    员工 职工 现 现有 工程 核定 编制 面积 预算 进度
    """
)
# A cheap look before words are cut: a body's, work's or place's last character, or a province, among the first.
_MAY_NAME = re.compile(
    rf".{{1,20}}?[局委办厅院校学司团厂所站心会府行队道门位区场社馆村镇乡县市省州旗盟部台园路速桥库程目地赛线]|{'|'.join(PROVINCES)}"
)
_TAGGED_WRONG = words(
    """
    大坝 城镇 新建 城乡 住院 农村 市区 厂区 罐区 国家 全国 国内 国际 中国
    """
)
# Verbs that the tagger takes for nouns.
_ACTS = words(
    """
    核定 设置 培育 检查 组建 领办 牵头 会同 联合 主办 承办 创办 携手 辅导 补助 发放 受理
    整改 创建 开办
    """
)
# One word that is a body without more: 警察局, 交警支队.
_OFFICE = re.compile(r"(?<=..)(?:局|委|办|厅|公司|集团|协会)$|(?<=..)(?:支队|大队|总队|检察院)$")
# Kinds of places that are common nouns without a name (危险区, 旅馆, 场所).
_PLAIN = re.compile(
    r"(?:所|馆|社区|村|镇|乡|县|区|市|省|园区|景区|部门|单位|街道|厂|站|学校|小学|中学|高中|医院"
    r"|大学|学院|合作社)$"
)
# What a kind of work is called else: 该项目 is a 工程 too.
_CALLED = {
    "项目": "项目|工程",
    "工程": "工程|项目",
    "园区": "园区?|产业园",
    "产业园": "园区?|产业园",
    "公司": "公司|集团",
}
# So many places are looked at; the one meant is hardly ever further back.
_CANDIDATES = 6


def leading_body(text: str) -> str:
    """The nouns that begin a text as far as the last of them that ends like a body, work or place; empty where none
    does.

    A place without 省, 市 or 区 that a noun follows is part of a name (中国名牌), before a verb it is a subject
    (临水有…). A noun alone (大厅, 园区) is no name.
    """
    if not _MAY_NAME.match(text):
        return ""
    name, best = "", ""
    tokens = tokens_of(text[:24])[:9]
    if tokens[0][0] in _ACTS or (tokens[0][1] in ("v", "vn") and len(tokens[0][0]) > 1):
        return ""
    bears = False
    for index, (word, tag) in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else ("", "x")
        if word == "所" and name and tag == "c":
            return name + word
        if not _may_be_named(word, tag, index, following[0]) or word in STATIVE:
            break
        name += word
        bears = bears or tag in _NAMED_SO or word.isdigit() or word[0] == "第"
        if _is_named(name, word, tag, index, bears) and _speaks(word, tag, following, bears):
            best = name
    return best if len(best) <= 20 and best not in NOT_NAMES and best not in _TAGGED_WRONG else ""


def _may_be_named(word: str, tag: str, index: int, following: str) -> bool:
    """Whether a word can be part of the name of a body, work or place."""
    if word in _ACTS:
        return False
    if word.isdigit():
        return not index and following in ("国道", "省道", "县道", "高速")
    joins = word in ("与", "和", "及", "·", "至") or tag == "zg"
    return joins or is_noun((word, tag)) or (tag == "m" and word[0] == "第")


def _is_named(name: str, word: str, tag: str, index: int, bears: bool) -> bool:
    """Whether what has been read so far names a body, work or place: bodies by their kind alone (交警支队), works and
    places where they bear a name."""
    if not index and tag in ("n", "s", "j"):
        return _OFFICE.search(word) is not None
    if tag in ("ns", "nt") and len(name) >= 2:
        return True
    if _WORK.search(word):
        return bears and (len(name) >= 5 or word not in ("工程", "项目", "基地", "园"))
    if not _BODY.search(word) or len(name) < 2:
        return False
    return bears or not _PLAIN.search(word) or name[0] in "省市县区州旗镇乡国"


def _speaks(word: str, tag: str, following: Token, bears: bool) -> bool:
    """Whether something is said of the one that a name ends in this word: a verb, a number or a measure follows."""
    if (following[1][0] in "vdpcuf" and following[1] != "vn") or following[0] in ("，", "、", "（"):
        return True
    if following[1] == "vn" and bears and word.endswith(("公司", "集团", "厂")):
        return True
    if following[1][0] == "a" or following[0] in _OWN_MEASURE:
        return tag != "ns" or _BODY.search(word) is not None or _WORK.search(word) is not None
    return following[1] in ("m", "t") and bears and _BODY.search(word) is not None


def last_named(text: str, head: str) -> str:
    """The last noun phrase of a text that ends in this head (or in what the same is called else) and bears a name;
    empty without one."""
    pattern = _CALLED.get(head, head)
    for match in list(re.finditer(pattern, text))[: -_CANDIDATES - 1 : -1]:
        if name := _named_so(text[max(0, match.start() - 20) : match.end()], match[0]):
            return name
    return ""


def _named_so(text: str, head: str) -> str:
    """The noun phrase that ends a text in this head and says which one is meant; empty where the head is bare."""
    name, bears, before = "", False, ""
    for word, tag in reversed(tokens_of(text)):
        numbered = word.isdigit() and before in ("国道", "省道", "县道")
        if not (is_noun((word, tag)) or tag == "b" or numbered or word[0] == "第") or word in STATIVE or word in _ACTS:
            break
        bears = bears or numbered or tag in _NAMED_SO or word[0] == "第"
        name, before = word + name, word
    bears = bears or name[:1] in "省市县区州旗镇乡国"
    return name if name and bears and 1 < len(name) - len(head) <= 16 and name.endswith(head) else ""
