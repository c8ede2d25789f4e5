"""The regions that a document is about: its places in the order in which it speaks of them, each under the province and
the city that the list of divisions, or for a place that it does not have the text, puts it in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reporter.language.areas import Area, areas_called, areas_of_stem, is_ordinary, short_forms, stem_of
from reporter.language.provinces import JOINT, PROVINCES
from reporter.structure.divisions import NAMED_AFTER, Setting, area_of, area_of_stem, is_within
from reporter.structure.places import accepted_names, place_names
from reporter.structure.tagging import starts_of, words_of

_PROVINCE_FORMS = {
    form: name + rest for name, rest in PROVINCES.items() for form in (name, name + rest, name + "省", name + "自治区")
}
_LONGEST = 15  # characters of a city's or a province's name
_REACH = 30_000  # characters from the beginning that are looked at
_IN_PASSING = 0.15  # a place that comes so seldom beside the first is named in passing
_OFTEN = 3
_STATED = 6  # what title and source count
_MOST = 3


def regions_of(title: str, opening: str, byline: str, plain: str, url: str = "") -> tuple[str, ...]:
    """The regions of a document in simplified characters, at most three, the one it is most about first.

    Title and source count more than the first paragraphs, these more than the rest. A division is completed by its
    city and province when it is the only one of its name or the document names either; any other place takes those
    that the text puts right before it.
    """
    text = plain[:_REACH]
    head = (title, byline)
    names = accepted_names(head, text)
    setting = Setting("\n".join(head), url, text)
    cities = _cities(names)
    weights: Counter[str] = Counter()
    times: Counter[str] = Counter()  # who is named once beside others is named in passing, be it in the first lines
    for name in names:
        full = _full_name(name, cities, setting)
        weights[full] = max(weights[full], _weight(name, head, opening, text))
        times[full] += text.count(stem_of(name)) + 2 * any(stem_of(name) in part for part in head)
    for full, weight in _bare(head, opening, setting, names).items():
        weights[full] = max(weights[full], weight)
    if len(times) > 1:
        weights = Counter({full: weight for full, weight in weights.items() if times.get(full, 2) > 1})
    return tuple((_joint(title, names) or _ranked(weights, head, names) or _provinces(head, text))[:_MOST])


def _ranked(weights: Mapping[str, int], head: tuple[str, str], names: Sequence[str]) -> list[str]:
    """The regions that are more than named in passing, without those that a smaller one of them stands for.

    A province that the title states without any place of its own comes first.
    """
    least = max([_OFTEN, *(_IN_PASSING * weight for weight in weights.values())])
    ranked = [full for full in sorted(weights, key=lambda full: -weights[full]) if weights[full] >= least]
    kept = [full for full in ranked if not any(_stands_for(other, full, weights) for other in ranked)]
    if kept and not any(name in head[0] or stem_of(name) in head[0] for name in names):
        stated = [name for name in PROVINCES if _is_stated(name, head[0])]
        kept = [name + PROVINCES[name] for name in stated[:1]] + (kept if not stated else [])
    return kept


def _stands_for(inner: str, outer: str, weights: Mapping[str, int]) -> bool:
    """Whether one region lies in the other and the document speaks of it about as much."""
    return inner != outer and inner.startswith(outer) and weights[outer] < 2 * weights[inner]


def _full_name(name: str, cities: Mapping[str, str], setting: Setting) -> str:
    """A place under its province and city."""
    province, city = _parents(name, cities, setting.text)
    area = area_of(name, setting)
    if area and (not city or is_within(area, city)) and (not province or province == area.province):
        return area.full_name
    above = area_of(city, setting) if city else None
    return (above.full_name if above else province + city) + name


def _parents(name: str, cities: Mapping[str, str], text: str) -> tuple[str, str]:
    """The province and the city that stand right before a name somewhere in the text; each empty where none does."""
    city = _before(cities, (name,), text) if _may_be_held(name) else ""
    below = (city[:-1], name[:-1] if len(name) > 2 else name) if city else (name[: max(2, len(name) - 1)],)
    province = _before(_PROVINCE_FORMS, below, text)
    return ("" if province and name.startswith(stem_of(province)) else province, city)


def _before(forms: Mapping[str, str], names: Iterable[str], text: str) -> str:
    """What a form stands for that stands right before one of the names; empty for none."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            for start in range(max(0, at - _LONGEST), at - 1):
                if found := forms.get(text[start:at]):
                    return found
            at = text.find(name, at + 1)
    return ""


def _cities(names: Iterable[str]) -> dict[str, str]:
    """Form → name of the cities that may have a place below them: no county has a county."""
    levels = {name: [area.level for area in areas_called(name)] for name in names if name[-1] in "市州盟"}
    return {form: name for name, own in levels.items() if not own or "city" in own for form in (name, name[:-1])}


def _may_be_held(name: str) -> bool:
    """Whether a city may stand above a name: above no city."""
    own = [area.level for area in areas_called(name)]
    return name[-1] not in "州盟" and (not own or "county" in own)


def _weight(name: str, head: Iterable[str], opening: str, text: str) -> int:
    """How much a document speaks of a place, by its name and by its name without the suffix (a word of its own)."""
    if is_ordinary(name):
        return sum(_STATED * (name in part) for part in head) + 2 * opening.count(name) + text.count(name)
    stem = stem_of(name) if areas_called(name) else name[:-1]
    bare = sum(not text.startswith(name, start) for start in starts_of(text).get(stem, ()))
    short = stem if len(stem) > 1 else name
    stated = sum(_STATED for part in head if short in part)
    return stated + 2 * opening.count(name) + text.count(name) + bare


def _bare(head: tuple[str, str], opening: str, setting: Setting, names: Sequence[str]) -> dict[str, int]:
    """The cities and counties that a text names without their suffix only (昆山), with their weights."""
    known = {stem_of(name) for name in names} | {name[:-1] for name in names}
    counts: Counter[str] = Counter()
    text = _without(names, setting.text)
    for word in words_of(setting.text):
        if word.tag[:2] in ("ns", "nr", "nz") and 1 < len(word.text) < 6 and word.text not in PROVINCES:
            free = text.startswith(word.text, word.start)
            counts[word.text] += free and not NAMED_AFTER.match(text, word.end)
    weights: dict[str, int] = {}
    for stem, count in counts.items():
        stated = sum(_is_stated(stem, part) for part in head)
        if stem in known or count < _OFTEN or not areas_of_stem(stem):
            continue
        area = area_of_stem(stem, setting)
        if area and area.name != stem and _is_place_word(stem, area, setting.text):
            weights[area.full_name] = _STATED * stated + 2 * _count(stem, opening) + count
    return weights


def _without(names: Iterable[str], text: str) -> str:
    """The text with every one of the names blanked out where it is a name, of the same length."""
    accepted, last, parts = frozenset(names), 0, []
    for place in place_names(text):
        if place.name in accepted:
            parts += [text[last : place.start], " " * len(place.name)]
            last = place.start + len(place.name)
    return "".join([*parts, text[last:]])


def _is_place_word(stem: str, area: Area, text: str) -> bool:
    """Whether the tagger knows the stem for a place, or what only a place has stands behind it (某德质监局)."""
    if is_ordinary(stem):
        return any(form + stem in text for above in area.above for form in short_forms(above))
    tagged = any(word.is_place for word in words_of(text) if word.text == stem)
    return tagged or bool(re.search(rf"{stem}[㐀-鿿]{{0,4}}(?:局|法院|[市县区]委|政府)", text)) or area.name in text


def _is_stated(stem: str, part: str) -> bool:
    return _count(stem, part) > 0


def _count(stem: str, part: str) -> int:
    """How often a part names a place, without what is called after it."""
    return sum(not NAMED_AFTER.match(part, match.end()) for match in re.finditer(stem, part))


def _joint(title: str, names: Sequence[str]) -> list[str]:
    """The provinces that the title names in one word (京津冀), where it names no smaller place."""
    if any(stem_of(name) in title for name in names):
        return []
    joint = next((provinces for word, provinces in JOINT.items() if word in title), ())
    return [name + PROVINCES[name] for name in joint]


def _provinces(head: Sequence[str], text: str) -> list[str]:
    """The provinces that the title or source states, else the one that the text names again and again."""
    stated = [name for name in PROVINCES if any(_is_stated(name, part) for part in head)]
    counts = Counter({name: _count(name, text) for name in PROVINCES})
    most, times = counts.most_common(1)[0]
    likely = stated or ([most] if times >= _OFTEN and 2 * times > counts.total() else [])
    return [name + PROVINCES[name] for name in sorted(likely, key=lambda name: -counts[name])]


def short_names(regions: Iterable[str]) -> list[str]:
    """The last part of each region as people say it: without province, city and suffix."""
    return [_short_name(region) for region in regions]


def _short_name(region: str) -> str:
    for start in range(len(region) - 1):
        if areas_called(region[start:]) and (start == 0 or region[start - 1] in "省市区州盟"):
            return stem_of(region[start:])
    return re.split(r"(?<=[省市县区旗])(?=.)", region)[-1].rstrip("省市县区旗")
