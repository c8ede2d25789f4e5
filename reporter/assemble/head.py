"""What stands above the brief: as configured, else worked out of the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from reporter.assemble.facts import Facts
from reporter.config import Config, Language
from reporter.language.script import simplified, traditional
from reporter.model import BriefingHead

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TITLES: dict[Language, tuple[str, str]] = {
    "zh-Hans": ("{theme}情况要报", "{count}份文件要报"),
    "zh-Hant": ("{theme}情況要報", "{count}份文件要報"),
    "en": ("Briefing: {theme}", "Briefing of {count} documents"),
}
_TOPICS: dict[Language, str] = {
    "zh-Hans": "专题：{topics}",
    "zh-Hant": "專題：{topics}",
    "en": "Topic: {topics}",
}
_JOINT: dict[Language, str] = {"zh-Hans": "、", "zh-Hant": "、", "en": ", "}
# The last unit of a region: 江西省南昌市 → 南昌市.
_PLACE = re.compile(r"(?:.*(?:省|自治区|自治州|市|盟))?(.{2,}[省市县区州盟旗镇乡])")
# Two terms name a theme; a third makes the title a list.
_THEME_TERMS = 2


def head_of(
    documents: Sequence[Facts], terms: Sequence[str], config: Config, topics: Sequence[str] = ()
) -> BriefingHead:
    """The briefing's head. Title and date fall back on the documents; the rest is there only when configured.

    A topic that was asked for, and that a document speaks of, stands in the title of several documents where none is
    configured, else in the subtitle.

    Args:
        terms: the terms over all documents, best first.
        topics: the topics, as asked for.
    """
    given = config.briefing
    titled = not given.title and len(documents) > 1 and bool(topics)
    own = topic_title(topics, config.interface) if titled else sensible_title(documents, terms, config.interface)
    return BriefingHead(
        title=given.title or own,
        subtitle=given.subtitle or (None if titled or not topics else topic_line(topics, config.interface)),
        issue=given.issue,
        date=given.date or newest_date(documents),
        issuer=given.issuer,
        marking=given.marking,
    )


def topic_title(topics: Sequence[str], language: Language) -> str:
    """The title of a briefing on some topics."""
    return _TITLES[language][0].format(theme=_JOINT[language].join(topics))


def topic_line(topics: Sequence[str], language: Language) -> str:
    """The subtitle of a briefing on some topics."""
    return _TOPICS[language].format(topics=_JOINT[language].join(topics))


def newest_date(documents: Sequence[Facts]) -> str | None:
    """The newest date that a document states of itself in full; None where none does."""
    dates = (its.date or "" for its in documents)
    return max((date for date in dates if _FULL_DATE.fullmatch(date)), default=None)


def sensible_title(documents: Sequence[Facts], terms: Sequence[str], language: Language) -> str:
    """A title for who configured none: one document's own, the theme that most titles name, the place and years of the
    documents, or their number."""
    if len(documents) == 1 and documents[0].title:
        return documents[0].title
    with_theme, with_count = _TITLES[language]
    theme = _JOINT[language].join(common_terms(documents, terms)) or place_and_years(documents, language)
    if not theme:
        return with_count.format(count=len(documents))
    return with_theme.format(theme=traditional(theme) if language == "zh-Hant" else theme)


def place_and_years(documents: Sequence[Facts], language: Language) -> str:
    """The place that all documents are of and the years of their dates, in simplified characters: 某市2022—2023年; what
    is not known is left out. It stays the same from issue to issue, as terms that happen to be frequent do not."""
    place = common_place([its.region for its in documents if its.region])
    years = sorted({its.date[:4] for its in documents if its.date})
    if not years:
        return place
    span = "—".join(dict.fromkeys((years[0], years[-1])))
    return f"{place} {span}".strip() if language == "en" else f"{place}{span}年"


def common_place(regions: Sequence[str]) -> str:
    """The smallest place that all regions are in, by its own name; empty for none.

    江西省南昌市, 江西省南昌市东湖区 → 南昌市.
    """
    plain = sorted({simplified(region) for region in regions})
    ends = (plain[0], plain[-1]) if plain else ("", "")
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=False))
    whole = _PLACE.match("".join(letter for letter, _ in pairs))
    return whole[1] if whole else ""


def common_terms(documents: Sequence[Facts], terms: Sequence[str]) -> list[str]:
    """The best terms that more than half of the documents have in their titles, in simplified characters: what merely
    stands in most texts (增长, 地区生产总值) is no subject of theirs.

    A term that contains an earlier one, or is contained in one, says nothing new and is passed over; so is a place of
    the documents.
    """
    chosen: list[str] = []
    plain = [simplified(term) for term in terms]
    regions = {simplified(its.region) for its in documents}
    plain = [term for term in plain if not any(term in region for region in regions)]
    users: Counter[str] = Counter()
    for its in documents:
        title = simplified(its.title)
        users.update(term for term in dict.fromkeys(plain) if term in title)
    for term in plain:
        if 2 * users[term] > len(documents) and not any(term in other or other in term for other in chosen):
            chosen.append(term)
        if len(chosen) == _THEME_TERMS:
            break
    return chosen
