"""The places a document speaks of, by the grammar of their names and by how often they come.

Text does not say where a name begins (服务某某区, 根据某某市). A name is cut where it stands behind a border, else at
the length that the text repeats; what the text says once stays at the commonest length, two characters and the suffix.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

# GB/T 2260 names of the first level; Taiwan's counties and cities follow the same grammar below.
_WITH_SHENG = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
)
_PROVINCES = {
    **dict.fromkeys(_WITH_SHENG.split("|"), "省"),
    **dict.fromkeys(["北京", "天津", "上海", "重庆"], "市"),
    **dict.fromkeys(("内蒙古", "西藏"), "自治区"),
    "广西": "壮族自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
    "香港": "特别行政区",
    "澳门": "特别行政区",
    "台湾": "",
}
_PROVINCE = re.compile(rf"({'|'.join(_PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?")
# What the suffix belongs to another word with: 市场, 区域, 县级.
_SUFFIX = re.compile(
    r"市(?![场民级值面容内外属直本域区])|区(?![域位别分间块县划])|县(?![级域城市乡区])|旗(?![帜下舰袍])"
)
_BORDER = (
    "县市区省的了在是和与及或对从向到由为被把将使让于以"
    "我本该全各某此这那每也就都并而但有第等赴经据含一二三四五六七八九十"
)
# Words that end like a place and are none: kinds of areas and figures of speech (示范区, 超市, 强县).
_KIND_OF_AREA = re.compile(
    r"(?:强|县|市|郊|辖|社|园|山|地|景|灾|小|校|厂|库|牧|林|矿|学|片|战|时|禁|盲|误|功能|示范|开发|保护|产业|集聚|聚集|"
    r"工业|试验|实验|合作|经济|旅游|服务|核心|中心|生活|居民|住宅|商业|加工|自治|贫困|试点|农业|高新|保税|自贸|生态|度假|"
    r"先行|改革|管理|行政|基层|乡村|类|办公|候车|等候|隔离|特|老|新|专|分|发展)区$|"
    r"(?:上|超|股|集|夜|文明|卫生|园林|智慧|宜居|质量|强|地级|县级|国际都|大都)市$|[个座型级国中大新生明通]城市$|"
    r"(?:强|各|大|小|农业|贫困|贫|示范|试点|先进)县$|[强各全]旗$|量[强兴立治][市县区省]$"
)
_VERBS = re.compile(
    r"^.?(?:服务|根据|通过|围绕|针对|组织|指导|位于|来自|参加|进入|走进|深入|前往|推动|促进|支持|带动|提升|提高|加强|推进|"
    r"建设|打造|列入|覆盖|按照|帮助|引导|发展|成立|召开|开展|出台|制定|邀请|走访|考察|学习|担任|落户|涉及|包括|其中|目前|"
    r"去年|今年|近年|年来|同时|以及|响应|检查|督促|出席|赶赴|构建|实现|确保|切实|抓好|代表)"
)
_REACH = 30_000  # characters from the beginning that are looked at


def regions_of(title: str, opening: str, byline: str, plain: str) -> tuple[str, ...]:
    """The places of a document in simplified characters, at most three, the likeliest first.

    Title, byline and first paragraphs count more than the rest. A county takes the city that stands before it somewhere
    and the province that does, or that is the only one the text names.
    """
    text = plain[:_REACH]
    weights: Counter[str] = Counter()
    bordered: set[str] = set()
    for part, weight in ((title, 6), (byline, 6), (opening, 3), (text, 1)):
        for name, whole in place_names(part, text):
            once = name not in _PROVINCES and text.count(name) < 2
            weights[name] += min(weight, 1) if once and part is opening else weight
            bordered |= {name} if whole else set()
    merged = _merged(Counter({name: weight for name, weight in weights.items() if name in bordered}))
    ranked = sorted(merged, key=lambda name: (-merged[name], name))
    full = [_full(name, merged, text) for name in ranked if merged[name] >= 2 and name not in _PROVINCES]
    full = full or [name + _PROVINCES[name] for name in ranked if name in _PROVINCES and merged[name] >= 3]
    return tuple(dict.fromkeys(full))[:3]


def place_names(part: str, text: str) -> Iterator[tuple[str, bool]]:
    """Every place of a stretch: chains of cities and counties (某某市某某区), then provinces without 省.

    Each comes with whether a border stands before it; what never has one is the end of another word (豆制品区).

    Args:
        part: the stretch.
        text: the whole text, which decides where a name begins.
    """
    end, chain, whole = -1, "", False
    for match in _SUFFIX.finditer(part):
        name, bordered = _name(part, max(0, match.start() - 5, end), match.end(), text)
        if not name:
            continue
        if match.end() - len(name) == end:
            chain += name
        else:
            if chain:
                yield chain, whole
            chain, whole = name, bordered
        end = match.end()
    if chain:
        yield chain, whole
    for match in _PROVINCE.finditer(part):
        yield match[1], True


def _name(part: str, low: int, high: int, text: str) -> tuple[str, bool]:
    """The place that ends here, or nothing; and whether it was found whole, not cut out of a longer stretch."""
    at = high - 1
    while at > low and "㐀" <= part[at - 1] <= "鿿" and part[at - 1] not in _BORDER:
        at -= 1
    run = part[at:high]
    province = _PROVINCE.search(run)
    if province and province.end() < len(run):
        run = run[province.end() :]
    elif province:
        return "", False
    run = _VERBS.sub("", run)
    cut = len(run) > 4 or (len(run) == 4 and low > 0 and text.count(run) * 5 < text.count(run[1:]) * 4)
    name = run[-3:] if cut else run
    return ("", False) if len(name) < 3 or _KIND_OF_AREA.search(name) else (name, not cut)


def short_names(regions: Iterable[str]) -> list[str]:
    """The last part of each region as people say it: without province, city and 区."""
    return [re.split(r"(?<=[省市县区旗])(?=.)", region)[-1].rstrip("省市县区旗") for region in regions]


def _merged(weights: Counter[str]) -> dict[str, int]:
    """Shorter names counted with the longest one that ends like them (某某区 with 某某市某某区)."""
    merged: dict[str, int] = {}
    for name in sorted(weights, key=lambda name: (-len(name), name)):
        owner = next((long for long in merged if long.endswith(name)), name)
        merged[owner] = merged.get(owner, 0) + weights[name]
    return merged


def _full(name: str, merged: dict[str, int], text: str) -> str:
    """The name below its province: the one that stands before it, or the only one that the text names."""
    provinces = [other for other in merged if other in _PROVINCES]
    before = next((p for p in provinces if re.search(rf"{p}(?:省|市)?{name}", text)), None)
    only = provinces[0] if len(provinces) == 1 and _PROVINCES[provinces[0]] == "省" else None
    province = before or only
    if not province or name.startswith(province):
        return name
    return province + _PROVINCES[province] + name
