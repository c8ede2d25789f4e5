"""Which division a name stands for: the only one of that name, else the one whose city or province the document names.

Takes names with their suffix in simplified characters and the words around them; gives areas, or nothing where the
document's own words choose none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from reporter.language.areas import Area, areas_called, areas_of_stem, short_forms, stem_of
from reporter.language.pinyin import is_reading
from reporter.language.provinces import DOMAINS, PROVINCES

_LONGEST_SYLLABLE = 6
# What else is called after a place without being it: streets, schools, firms, lines (南京路, 北京大学).
NAMED_AFTER = re.compile(
    r"[东西南北中]?(?:路|街|大道|大桥|胡同|巷|站|港(?!澳)|机场|铁路|高速|海关)|大学|学院|中学|小学|一中|医院|现代|大众|奔驰|牌|"
    r"集团|公司|银行|饭店|酒店|大厦|广场|烤鸭|话|菜|时间|会议精神|道(?!路)|[湾河江湖山]"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document says of where it is from: its title and source, its address, its text; each may be empty."""

    head: str
    url: str
    text: str


def area_of(name: str, setting: Setting) -> Area | None:
    """The division that a name with its suffix stands for; None for an unknown name and for one of several that
    nothing in the document chooses."""
    return _chosen(areas_called(name), name, setting)


def area_of_stem(stem: str, setting: Setting) -> Area | None:
    """The division that a name without its suffix stands for (昆山); where one of the namesakes holds the others, that
    one (吉林, 大理)."""
    areas = areas_of_stem(stem)
    present = tuple(area for area in areas if not area.former) or areas
    for area in present:
        if area.level != "county" and all(other.full_name.startswith(area.full_name) for other in present):
            return area
    provinces = [area for area in present if area.level == "province"]
    return provinces[0] if provinces else _chosen(present, stem, setting)


def is_within(area: Area, city: str) -> bool:
    """Whether a city, by its name with or without its suffix, holds the division."""
    return city in (area.city, stem_of(area.city), area.province, stem_of(area.province)) or (
        bool(area.city) and any(other.name == area.city for other in areas_called(city))
    )


def _chosen(areas: tuple[Area, ...], name: str, setting: Setting) -> Area | None:
    """The only division, else the only one that the strongest evidence names: its city right before the name, its
    city in title or source, its province there, both in the address, both in the text."""
    if len(areas) < 2:
        return areas[0] if areas else None
    tests: tuple[Callable[[Area], bool], ...] = (
        lambda area: bool(re.search(rf"(?:{'|'.join(short_forms(_above(area)))}){name}", setting.text)),
        lambda area: _names(setting.head, _above(area)),
        lambda area: _names(setting.head, area.province),
        lambda area: _is_addressed(_above(area), setting.url),
        lambda area: _is_addressed(area.province, setting.url),
        lambda area: _names(setting.text, _above(area)),
        lambda area: _names(setting.text, area.province),
    )
    left = areas
    for test in tests:
        found = tuple(area for area in left if test(area))
        if len(found) == 1:
            return found[0]
        left = found or left
    return None


def _above(area: Area) -> str:
    """The city of a division, else its province."""
    return area.city or area.province


def _names(text: str, name: str) -> bool:
    """Whether a text names a city or a province, and not only what is called after it."""
    stem = stem_of(name)
    return bool(name) and any(not NAMED_AFTER.match(text, match.end()) for match in re.finditer(stem, text))


def _is_addressed(name: str, url: str) -> bool:
    """Whether an address is that of a city or a province: www.xuzhou.gov.cn, www.js.gov.cn."""
    labels = (urlsplit(url).hostname or "").split(".") if "//" in url else []
    stem = stem_of(name)
    code = DOMAINS.get(stem) if stem in PROVINCES and labels[-1:] == ["cn"] else None
    return any(label == code or _spells(label, stem) for label in labels)


def _spells(letters: str, name: str) -> bool:
    """Whether letters are the reading of a name in Pinyin without tones."""
    if not name or not letters:
        return not name and not letters
    lengths = range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1)
    return any(is_reading(name[0], letters[:size]) and _spells(letters[size:], name[1:]) for size in lengths)
