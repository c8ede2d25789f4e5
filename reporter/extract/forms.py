"""Names by their form alone, where the tagger does not know them: 石桥镇, 远帆众创空间, 种粮大户王满仓.

Also whole headings and labels that are a name.

All texts are in simplified characters.
"""

from __future__ import annotations

import re

from reporter.extract.tokens import tokens_of
from reporter.language.people import is_person

# What the tagger cuts elsewhere: 区住建局 as 区住 建局.
SHORT_OFFICE = re.compile(
    r"[国省市县区州旗盟镇乡]?(?:住建|人社|发改|经信|工信|农业农村|文旅|文广旅|卫健|教体|市监|市场监管|应急|应急管理|医保|自然资源"
    r"|资源规划|生态环境|环保|退役军人|乡村振兴|扶贫|交运|交通运输|水务|水利|商务|审计|统计|税务|城管|行政审批|政务服务|科技|民政"
    r"|司法|公安|财政|质监|工商|食药监|安监|国土|林业|畜牧|气象|供销|残联|妇联|旅发)(?:局|委|办|厅|分局|中心|社)(?![长])"
)
# What says which kind of village or town is meant and names none.
_KINDS = re.compile(
    r"(?:建制|重点|中心|特色|各|示范|试点|样板|美丽|贫困|脱贫|行政|自然|边境|工业|旅游|文明|卫生|生态|富裕|落后|薄弱"
    r"|先进|民族|全部|所有|每个|多个|部分|个别|其他|专业|小康|宜居|精品|乡|城|小|强|大|农|山|渔|该|本|我|全|老|新|两|几"
    r"|城市|农村|数字|智慧|幸福|民主|法治|未来|景区|淘宝|空心|后进|软弱|百强|千强|以下|以上|所在|驻)$"
)
_SMALL_PLACE = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:镇|乡|村|街道|社区|苏木)(?![级委民容干里企办务庄域貌])")
_FIRM = re.compile(
    r"[\u4e00-\u9fff（）]{2,16}?(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|公司|集团|食品厂|制药厂|水泥厂"
    r"|农场|合作社|众创空间|孵化器|加油站|水厂|污水处理厂|变电站|泵站|水电站|景区|古镇|度假区|国有林场|湿地公园|森林公园|地质公园|支行|分行)"
)
_FIRM_KINDS = re.compile(
    r"(?:上市|子|分|母|总|大|小|本|该|我|各|家|保险|物业|国有|平台|外资|合资|民营|中央|控股|参股|新建|新增|龙头|成立|组建"
    r"|引进|培育|建成|建设|入驻|通过|对|给|向|与|和|及|由|被|企业|国家级|省级|市级|县级|专业|农民|示范|自来|城市|农村|乡镇|集中式|旅游|乡村|重点|开放|收费|[AＡ]级|精品|户外|红色|全域|国家|生活|小型|中型|大型)"
    r"(?:水厂|污水处理厂|变电站|泵站|水电站|景区|古镇|度假区|公司|集团|合作社|众创空间|孵化器|农场|加油站)$"
)
# A person is whose figure it is where the text says what he does: 种粮大户, 学员, 村民.
_PERSON = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:大户|种植户|养殖户|贫困户|脱贫户|村民|居民|市民|农户|果农|茶农|菜农|渔民|牧民|农民|学员|学生|职工"
    r"|工人|创业者|带头人|患者|顾客|业主|车主|店主|摊主|老人)(?P<name>[\u4e00-\u9fff]{2,4})"
)
_CALLED = re.compile(
    r"[\u4e00-\u9fff](?:老?先生|老师|女士|先生|大爷|大妈|阿姨|师傅|老人|大姐|大哥)|[小老][\u4e00-\u9fff]"
)
_WHOLE = re.compile(
    r"[\u4e00-\u9fff（）·]{2,18}(?:省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|公司|集团|厂|局|分局|委|厅|院|所|站|大学|学院|学校|中学|小学"
    r"|医院|银行|支行|支队|大队|合作社|协会|园区|景区|水库|大桥|中心|管委会|委员会)"
)
_NO_NAME = re.compile(
    r".{0,4}(?:城区|乡镇|县城|农村|示范区|灾区|山区|地区|辖区|城镇|乡村|强市|强县|强区|省市|县区|区县|市县|区市|学校)"
    r"|(?:城市|工业|农业|产业)(?:社区|街道|园区|景区|中心)"
)
_LETTERED = re.compile(r"[A-Z甲乙丙丁某×]{1,2}(?:省|市|县|区|镇|乡|村|公司|厂|局)")
_ACTING = re.compile(
    r"(?:建设|加强|推进|打造|发展|支持|强化|创建|提升|完善|做好|落实|抓好|深化|服务|走进|美丽|振兴|实施|加快|开展|推动|优化|培育|扶持|引进|引入|成立|组建|联合|依托|帮助|指导|督促|邀请|组织|鼓励|引导|推荐|走访|考察|对接|新增|新建|拥有|建成|收购|重组|关闭|查处|处罚|查封|取缔|查获|破获|抓获|捣毁|打掉|侦破|审结|关爱"
    r"|各|全|我|该|其他|有关|相关|重点|[两三四五六七八九十几][家个所座处大]|多|新)"
)


def leading_place(text: str) -> str:
    """The town, village or community that a text begins with, known by its form (石桥镇); empty where it begins with
    none, or with a kind of them (示范村, 各乡镇)."""
    match = _SMALL_PLACE.match(text)
    if not match or _KINDS.search(match[1]) or _ACTING.match(match[1]):
        return ""
    plain = all(tag[0] not in "vdpcmuaq" or len(word) == 1 for word, tag in tokens_of(match[1]))
    return match[0] if plain else ""


def leading_firm(text: str) -> str:
    """The firm, farm or co-operative that a text begins with, known by its form (远帆众创空间); empty without
    one."""
    match = _FIRM.match(text)
    if not match or _FIRM_KINDS.search(match[0]) or _ACTING.match(match[0]):
        return ""
    inner = tokens_of(match[0])[1:]
    acting = any(tag == "v" for _, tag in inner[:-2])  # 开发公司 is a name, 查获诈欺集团 none
    named = not acting and all(tag[0] not in "dpcmurq" for _, tag in inner)
    return match[0] if len(match[0]) > 3 and named else ""


def leading_person(text: str) -> tuple[str, int]:
    """The name of the person that a text begins with, behind what he is (种粮大户王满仓), and how far it reaches; an
    empty name where it begins with none."""
    match = _PERSON.match(text)
    if not match:
        return "", 0
    begin = match.start("name")
    if called := _CALLED.match(text, begin):
        return called[0], called.end()
    for size in (3, 2):
        name = text[begin : begin + size]
        if len(name) == size and is_person(name) and _is_followed(text[begin + size :]):
            return name, begin + size
    return "", 0


def _is_followed(rest: str) -> bool:
    """Whether what stands behind a name can: a verb, an adverb, a time, a sign, or nothing."""
    return not rest or rest[1:2] in ("了", "过", "着") or tokens_of(rest[:8])[0][1][0] in "vdtpcuxfr"


def is_whole_name(text: str) -> bool:
    """Whether a heading or label is nothing but the name of a place, body or firm: 石桥镇, 青岭茶业有限公司."""
    if (
        SHORT_OFFICE.fullmatch(text)
        or _LETTERED.fullmatch(text)
        or leading_place(text) == text
        or leading_firm(text) == text
    ):
        return bool(text)
    if not _WHOLE.fullmatch(text) or _ACTING.match(text) or _NO_NAME.fullmatch(text):
        return False
    tokens = tokens_of(text)
    bears = any(tag in ("ns", "nr", "nt", "nz", "nrt", "nrfg") for _, tag in tokens) or text[0] in "省市县区州旗镇乡"
    return bears and all(tag[0] not in "dpmurq" and (tag != "v" or len(word) == 1) for word, tag in tokens)
