"""The place, body or firm that a document is about, from its title, its regions and the bodies that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.bodies import NOT_NAMES
from reporter.language.script import simplified
from reporter.model.document import Document

ADMINISTRATIVE = re.compile(r"(?:特别行政区|自治区|自治州|自治县|新区|林区|特区|省|市|区|县|州|旗|盟|镇|乡)$")
_TITLED = re.compile(
    r"(?:关于|“|《|(?:19|20)\d\d年度?|\d{2,3}年度?|第[一二三四五六七八九十\d]+[届次])*"
    r"(?P<name>[\u4e00-\u9fff（）]{2,20}?(?:有限公司|股份公司|集团公司|医院|法院|检察院|大学|学院|中学|小学|幼儿园|研究院"
    r"|研究所|博物馆|图书馆|合作社|物流园|产业园|工业园|科技园)"
    r"|[\u4e00-\u9fff]{1,4}?(?:自治县|自治州|自治区|市|县|区|州|旗|镇|乡|街道|省))(?![级场长委民镇村区市县容])"
)


def titled_name(document: Document, place: str) -> str:
    """The firm, institution or place that the title begins with; empty for another title, and for a place where the
    document has one that its text names, unless that lost its first character (北区 for 宁北区)."""
    match = _TITLED.match(simplified(document.title.text))
    name = match["name"] if match and not document.title.inferred else ""
    if not name or name[-2:] in NOT_NAMES or document.simplified.count(name) < 1:
        return ""
    if ADMINISTRATIVE.search(name):
        if name[-2:-1] in "强小大各全":
            return ""
        lost = name.endswith(place) and name != place
        return name if lost or place not in document.simplified else ""
    return name


def untruncated(body: str, regions: Sequence[str]) -> str:
    """A body's name that lost the first character of its place (州市公安局), with the whole place of a region that ends
    so."""
    for region in map(simplified, regions):
        for cut in range(1, len(region) - 1):
            if body.startswith(region[cut:]):
                return region + body[len(region) - cut :]
    return body


def short_places(document: Document) -> dict[str, str]:
    """Short name → full name of the places of the document's regions and bodies: 东山 → 东山区, from the text
    itself."""
    text = document.simplified
    names = [simplified(part) for region in document.regions for part in _parts(simplified(region))]
    shorts = [ADMINISTRATIVE.sub("", name) for name in names]
    shorts += [
        match[1]
        for body in document.organisations
        if (match := _PLACED.match(simplified(body))) and match[1][0] not in "各全本该我有"
    ]
    places: dict[str, str] = {}
    for short in dict.fromkeys(short for short in shorts if len(short) >= 2):
        full = next((name for name in names if ADMINISTRATIVE.sub("", name) == short), "")
        full = full or next((short + end for end in "省市区县州旗镇乡" if text.count(short + end) > 0), short)
        places[short] = full
    return places


_PLACED = re.compile(
    r"(?!旅游|文化|体育|科技|商务|审计|水务|城管|发展|环保|教育|财政|公安|农业|卫生|交通|统计|税务|气象|质监|司法)"
    r"([\u4e00-\u9fff]{2,4}?)(?:省|市|区|县|州|旗|镇|乡)?(?:质监|公安|税务|教育|财政|卫生|环保|农业|统计|交通|质量"
    r"|市场|食品|工商|水利|气象|海关|检察|人民|消防|应急|生态|林业|民政|人社|国土|住建|局|委|政府)"
)


def _parts(region: str) -> list[str]:
    """南江省北河市东山区 in its parts, the smallest last."""
    return re.findall(
        r".{1,20}?(?:特别行政区|自治区|自治州|自治县|新区|林区|省|市|区|县|州|旗|盟|镇|乡)(?![市区县州])", region
    )


def place_of(document: Document, places: dict[str, str]) -> str:
    """The place that a document is about: the smallest unit of its first region, or one that it names twice as
    often (a report on a visit speaks of the place visited)."""
    parts = _parts(simplified(document.regions[0])) if document.regions else []
    own = parts[-1] if parts else simplified(document.regions[0]) if document.regions else ""
    counts = {short: document.simplified.count(short) for short in places}
    most = max(counts, key=lambda short: counts[short], default="")
    if most and counts[most] >= 2 * max(1, counts.get(ADMINISTRATIVE.sub("", own), 0)) and not own.startswith(most):
        return places[most]
    return own
