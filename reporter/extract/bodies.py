"""The names of bodies, works and places in a text: 城东分局, 东山大桥, 梅岭村.

A body is known by its kind alone (交警支队), a work or place only where it bears a name (东山大桥, not 农村公路).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.cues import ATTRIBUTE, STATIVE, words
from reporter.extract.forms import SHORT_OFFICE, leading_firm, leading_place
from reporter.extract.tokens import Token, is_noun, tokens_of
from reporter.language.provinces import PROVINCES

NOT_NAMES = words(
    """
    全市 全县 全区 全镇 全乡 全省 我市 我县 我区 我镇 我省 本市 本县 本区 城市 城镇 城区
    乡镇 社区 园区 各市 各县 各区 基层所 基层站所 地方政府 各级政府 地方 人民政府 县级政府 市区 镇区 县城
    """
)
"""Words that end like a place and name none."""
_BODY = re.compile(
    r"(?:局|委|办|厅|院|校|大学|学院|中学|小学|公司|集团|厂|所|站|中心|委员会|政府|协会|学会|银行|医院|法院|检察院"
    r"|支队|大队|中队|分队|街道|部门|单位|工会|园区|开发区|新区|景区|机场|合作社|商会|实验室|党支部|服务台"
    r"|检测中心|研究院|研究所|馆|社区|村|镇|乡|县|区|市|省|自治州|旗|盟|(?<=[内外儿妇产骨眼急诊检验像麻醉])科|服务队)$"
)
# Works and places that have figures of their own where they bear a name (东山大桥, not 大桥 or 农村公路).
_WORK = re.compile(
    r"(?:产业园|工业园|科技园|公园|乐园|高速公路|高速|公路|国道|省道|铁路|大桥|特大桥|隧道|水库|水利枢纽|电站|电厂|码头|工程|项目|基地"
    r"|农场|林场|牧场|古镇|大赛|专线|小区|众创空间|孵化器|体育场|剧院|园|号线|号厂房|大厦|综合楼|论坛|博览会|灯会|国际机场)$"
)
_NAMED_SO = frozenset(("ns", "nr", "nz", "nt", "nrt", "nrfg", "eng", "x"))
# What a body's or work's figure begins with: 全长76.4公里, 总投资30亿元.
_OWN_MEASURE = words(
    """
    全长 总长 长 总 总投资 投资 占地 规划 规划面积 建筑 建筑面积 注册 注册资本 库容 总库容
    设计 概算 年产 年 全年 一期 二期 主体 接待 门票 实现 累计 首日 单日 日均 营业 销售
    日 最大 日均 瞬时 员工 职工 藏书 馆藏 馆舍 新馆 现 现有 工程 核定 编制 面积 预算 进度
    """
)
# Waters and mountains are subjects of measures only: 月牙湖总磷平均浓度.
_NATURE = re.compile(r"(?<=.)[湖河江溪海湾山洞岛]$|(?<=.)(?:湿地|断面|出境断面|入境断面)$")
_CLINIC = re.compile(r"(?:胸痛|卒中|创伤|体检|急救|日间手术|介入|血液透析|健康管理)中心(?=[\u4e00-\u9fff\d])")
_WATER = re.compile(
    r"(?![全各本该入]|主要|境内|辖区|城市|地表|国家|重点)[\u4e00-\u9fff]{1,4}?(?:湖|河|江|溪|水库)(?![流道段泊区长口岸畔])"
)
_STATE = re.compile(r"[\u4e00-\u9fff（）]{0,12}?(?:浓度|指数|水质|水位|蓄水量|流量|含量|达标率|透明度|富营养)")
_ORGAN = re.compile(r"(?:党支部|党总支|党委|党工委|村委会?|居委会|政府|人民政府|办事处)(?!书记|主任|副)")
# Kinds of ground, no bodies.
_GROUND = re.compile(
    r"(?:危险|风险|易发|隐患|集中|聚集|重灾|缓冲|核心|隔离|管控|防范|受灾|涉及|聚居|主产|禁燃|控制|限行|种植|养殖)区$"
)
_EVENT = re.compile(r"(?:大赛|论坛|博览会|灯会|(?:文化|旅游|美食|采摘|艺术|购物|音乐|啤酒|朝|[花茶果瓜鱼桃梨])节)$")
_SAID_OF_ROADS = (
    r"(?=全长|总|长|工程进度|经费|预算|概算|于|已|完成|建成|通车|开工|竣工|实现|合龙|主跨|（"
    r"|，|\d{1,2}月|升级|改造|路[面基])"
)
_ROAD = re.compile(
    r"(?:[台省县国乡][\d一二三四五六七八九十]{1,4}[甲乙丙]?线|(?:[国省县乡]道)?[GSXYC]\d{1,4}[甲乙丙]?线?|(?:[国省县乡]道)\d{1,4}线?)"
    rf"(?:道路)?[\u4e00-\u9fff]{{0,10}}?(?:工程|公路|道路|段)?{_SAID_OF_ROADS}"
    rf"|(?![该全本在与和及对将从为沿各])[\u4e00-\u9fff]{{2,4}}高速(?:公路)?(?:[\u4e00-\u9fff]{{2,4}}段)?{_SAID_OF_ROADS}"
    rf"|(?![该全本在与和及对将从为沿各])[\u4e00-\u9fff]{{2,4}}[一二三四五六七八九]桥{_SAID_OF_ROADS}"
)
_ROAD_BEFORE = re.compile(r"(?:[国省县乡]道[GSXYC]?|[GSXYC]|[台省县国乡])\d{1,4}[甲乙丙]?线$")
# A cheap look before words are cut: a body's, work's or place's last character, or a province, among the first.
_MAY_NAME = re.compile(
    rf".{{1,20}}?[局委办厅院校学司团厂所站心会府行队道门位区场社馆村镇乡县市省州旗盟部台园路速桥库程目地赛线站科厦楼坛湖河江溪海湾间山洞岛节]|{'|'.join(PROVINCES)}"
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
# Verbs that names begin with.
_NAMING_VERBS = words("诉讼 服务 启航 创新 便民 救助 接待 检验 监测 检测 救援 急救 政务 信访 调解 公证 仲裁 募捐")
# One word that is a body without more: 警察局, 交警支队.
_OFFICE = re.compile(
    r"(?<=..)(?:局|委|办|厅|公司|集团|协会)$|(?<=..)(?:支队|大队|总队|检察院)$|(?:图书|博物|文化|体育|档案|美术|科技|纪念)馆$|(?<=..)科$"
)
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
    tokens = tokens_of(text[:24])[:9]
    if tokens[0][0] in _ACTS or text[0] in "距离在从沿":
        return ""
    name = _leading(text, tokens)
    counted = name and not _PLACED.search(name) and _COUNTED.match(text, len(name))
    return "" if counted else name


_PLACED = re.compile(r"(?:村|镇|乡|街道|社区|县|市|区)$")
# 普惠性幼儿园7846所: a kind that is counted, no body.
_COUNTED = re.compile(
    r"(?:共有?|达到?|已有|有|增至|约)?[\d.,一二两三四五六七八九十百千]+[万余多]*(?:家|所|个|座|处|间|户|班|校)"
)


def _leading(text: str, tokens: Sequence[Token]) -> str:
    """The name that a text begins with, by its form or by its words."""
    if road := _ROAD.match(text):
        return road[0]
    if formed := _by_form(text):
        return formed
    if tokens[0][1] in ("v", "vn") and len(tokens[0][0]) > 1 and tokens[0][0] not in _NAMING_VERBS:
        return ""
    name, best, bears = "", "", False
    for index, (word, tag) in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else ("", "x")
        if word == "所" and name and tag == "c":
            return "" if name + word in NOT_NAMES else name + word
        if not _may_be_named(word, tag, index, following[0]) or word in STATIVE:
            break
        name += word
        bears = bears or tag in _NAMED_SO or word.isdigit() or word[0] == "第"
        if _is_named(name, word, tag, index, bears) and (
            _speaks(word, tag, following, bears) or _is_measured(text, name)
        ):
            best = name
    return best if len(best) <= 20 and best not in NOT_NAMES and best not in _TAGGED_WRONG else ""


def road_before(text: str) -> str:
    """The road that a text ends with by its number: 县道X208线 before a bracket that says its length; empty without
    one."""
    match = _ROAD_BEFORE.search(text)
    return match[0] if match else ""


def _by_form(text: str) -> str:
    """The name that a text begins with and that its form alone tells, where something is said of it; empty without
    one."""
    if clinic := _CLINIC.match(text):
        return clinic[0]
    if (water := _WATER.match(text)) and _STATE.match(text, water.end()):
        return water[0]
    office = SHORT_OFFICE.match(text)
    for name in (office[0] if office else "", leading_firm(text), leading_place(text)):
        rest = text[len(name) :]
        if name and (_ORGAN.match(rest) or (not rest and name.endswith("公司"))):  # 双河村党支部
            return name
        first = tokens_of(rest[:12]) if name else ()
        if first and _is_said(first[0], first[1] if len(first) > 1 else ("", "x")):
            return name
    return ""


def _is_said(following: Token, then: Token) -> bool:
    """Whether words behind a name say something of it: a verb, an adverb, a time, a measure, a number."""
    word, tag = following
    if tag[0] in "vdpcftm" or word in _OWN_MEASURE or word in ("，", "、", "（", "："):
        return True
    return tag[0] in "na" and (ATTRIBUTE.search(word + then[0]) is not None or then[1][0] in "mv")


def _may_be_named(word: str, tag: str, index: int, following: str) -> bool:
    """Whether a word can be part of the name of a body, work or place."""
    if word in _ACTS:
        return False
    if word.isdigit():
        return (index > 0 and following.startswith(("线", "号", "报警", "热线"))) or (
            not index and following in ("国道", "省道", "县道", "高速")
        )
    if not index and tag == "t" and following in ("手术", "病房", "门诊"):
        return True
    if following == "区" and tag in ("v", "vn"):  # 集聚区, 示范区
        return True
    joins = word in ("与", "和", "及", "·", "至") or tag == "zg"
    return joins or is_noun((word, tag)) or (tag == "m" and word[0] == "第")


def _is_named(name: str, word: str, tag: str, index: int, bears: bool) -> bool:
    """Whether what has been read so far names a body, work or place: bodies by their kind alone (交警支队), works and
    places where they bear a name."""
    if not index and tag in ("n", "s", "j"):
        return _OFFICE.search(word) is not None
    if (tag in ("ns", "nt") and len(name) >= 2) or (tag == "nr" and not index and _NATURE.search(word)):
        return True
    if _EVENT.search(word):
        return index > 0 or len(word) > 3
    if _WORK.search(word):
        return bears and (len(name) >= 5 or word not in ("工程", "项目", "基地", "园"))
    if not _BODY.search(word) or len(name) < 2 or _GROUND.search(name):
        return False
    named = word.endswith(("学院", "景区")) and len(name) > 4  # 机械工程学院
    return bears or named or not _PLAIN.search(word) or name[0] in "省市县区州旗镇乡国"


def _is_measured(text: str, name: str) -> bool:
    """Whether a water's name has a measure of its state behind it: 月牙湖总磷平均浓度."""
    return _NATURE.search(name) is not None and _STATE.match(text, len(name)) is not None


def _speaks(word: str, tag: str, following: Token, bears: bool) -> bool:
    """Whether something is said of the one that a name ends in this word: a verb, a number or a measure follows."""
    if not following[0] and _EVENT.search(word):
        return True
    if (following[1][0] in "vdpcufe" and following[1] != "vn") or following[0] in ("，", "、", "（", "“", "《"):
        return True
    if following[1] == "vn" and bears and word.endswith(("公司", "集团", "厂", "镇", "乡", "村", "区", "街道")):
        return True
    if following[1][0] == "a" or following[0] in _OWN_MEASURE:
        return tag != "ns" or any(kind.search(word) for kind in (_BODY, _WORK, _NATURE))
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


_THING = re.compile(
    r"(?:公路|高速|[一-鿿]段|[一二三四五六七八九]桥|国道|省道|铁路|大桥|特大桥|隧道|水库|水利枢纽|电站|工程|项目|专线|号线|线|楼|大厦|馆|湖|河|江|断面|大坝|水厂|电厂|园区|服务台|^[^国省市县区州]{2,5}(?:中心|科))$"
)
_OF_IT = re.compile(
    r"(?:目前|预计|建成|项目|工程|主体|[一二三]期|大桥|水库|线路|全线|计划|截至|其|竣工|通车|投产|达产|投用|开馆|该|馆内|园内|综合|清淤|除险|加固|蓄水|\d{4}年)"
)


def is_lasting(name: str, text: str) -> bool:
    """Whether the sentence after one that spoke of a body, work or place can still be of it without saying so: of a
    body always, of a work or water only where it begins with a measure of its own (全长, 总投资, 建成后)."""
    if not _THING.search(name):
        return True
    first = tokens_of(text[:8])
    return bool(first) and (first[0][0] in _OWN_MEASURE or _OF_IT.match(text) is not None)
