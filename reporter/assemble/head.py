"""What stands above the brief: as configured, else worked out of the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reporter.config import Config, Language
from reporter.language.script import simplified, traditional
from reporter.model import Analysis, BriefingHead

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
# Two terms name a theme; a third makes the title a list.
_THEME_TERMS = 2


def head_of(
    analyses: Sequence[Analysis], terms: Sequence[str], config: Config, topics: Sequence[str] = ()
) -> BriefingHead:
    """The briefing's head. Title and date fall back on the documents; the rest is there only when configured.

    A topic that was asked for, and that a document speaks of, stands in the title of several documents where none is
    configured, else in the subtitle.

    Args:
        terms: the terms over all documents, best first.
        topics: the topics, as asked for.
    """
    given = config.briefing
    titled = not given.title and len(analyses) > 1 and bool(topics)
    own = topic_title(topics, config.interface) if titled else sensible_title(analyses, terms, config.interface)
    return BriefingHead(
        title=given.title or own,
        subtitle=given.subtitle or (None if titled or not topics else topic_line(topics, config.interface)),
        issue=given.issue,
        date=given.date or newest_date(analyses),
        issuer=given.issuer,
        marking=given.marking,
    )


def topic_title(topics: Sequence[str], language: Language) -> str:
    """The title of a briefing on some topics."""
    return _TITLES[language][0].format(theme=_JOINT[language].join(topics))


def topic_line(topics: Sequence[str], language: Language) -> str:
    """The subtitle of a briefing on some topics."""
    return _TOPICS[language].format(topics=_JOINT[language].join(topics))


def newest_date(analyses: Sequence[Analysis]) -> str | None:
    """The newest date that a document states of itself in full; None where none does."""
    dates = (analysis.document.date or "" for analysis in analyses)
    return max((date for date in dates if _FULL_DATE.fullmatch(date)), default=None)


def sensible_title(analyses: Sequence[Analysis], terms: Sequence[str], language: Language) -> str:
    """A title for who configured none: one document's own, the documents' common theme, or their number."""
    if len(analyses) == 1 and analyses[0].document.title.text:
        return analyses[0].document.title.text
    with_theme, with_count = _TITLES[language]
    common = common_terms(analyses, terms)
    if not common:
        return with_count.format(count=len(analyses))
    shown = [traditional(term) if language == "zh-Hant" else term for term in common]
    return with_theme.format(theme=_JOINT[language].join(shown))


def common_terms(analyses: Sequence[Analysis], terms: Sequence[str]) -> list[str]:
    """The best terms that more than half of the documents use, in simplified characters.

    A term that contains an earlier one, or is contained in one, says nothing new and is passed over.
    """
    chosen: list[str] = []
    plain = [simplified(term) for term in terms]
    users: Counter[str] = Counter()
    for analysis in analyses:
        users.update(term for term in dict.fromkeys(plain) if term in analysis.document.simplified)
    for term in plain:
        if 2 * users[term] > len(analyses) and not any(term in other or other in term for other in chosen):
            chosen.append(term)
        if len(chosen) == _THEME_TERMS:
            break
    return chosen
