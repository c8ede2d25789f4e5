"""What a page states of itself in words: 来源：…, 作者：…, 发布时间：… in the lines around its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_BLANK = r"[\s\u00a0\u3000]"
_VALUE = rf"[:：]{_BLANK}*[\[【（(《]?(?P<value>[^\s\u3000|｜\[\]【】（）()《》：:；;，,。]{{2,30}})"
_LABELS = {
    "source": re.compile(
        rf"(?:(?:信息|稿件|文章|新闻|新聞)?(?:来{_BLANK}*源|來{_BLANK}*源)|稿源|发布单位|發布單位|發佈單位){_VALUE}"
    ),
    "author": re.compile(rf"(?:作{_BLANK}*者|撰稿人?|撰文|(?:本报|本報)?(?:记者|記者)){_VALUE}"),
}
_REPORTER = re.compile(
    rf"(?:^|{_BLANK})(?:本[报報刊网網])?(?:记者|記者){_BLANK}+(?P<value>[㐀-鿿·]{{2,4}})(?={_BLANK}|$)"
)
_DAY = r"(?P<value>(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*+日?(?:\s*+\d{1,2}:\d{2}(?::\d{2})?)?)"
_PUBLISHED = re.compile(
    rf"(?:(?:发布|發布|發佈|发表|发稿|刊发|公开|上传|更新|录入)(?:时间|日期|時間|于|於)|(?<![㐀-鿿])(?:时{_BLANK}*间|日{_BLANK}*期)){_BLANK}*+(?:[:：]{_BLANK}*+)?[\[【（(]?{_DAY}"
)
_BARE_DAY = re.compile(rf"^\W*+{_DAY}")
_ANY_DAY = re.compile(_DAY)
# A stamp is a short line that ends no sentence.
_LONGEST = 160
_SENTENCE = re.compile("[。！？；]")


def with_stated(metadata: Sequence[tuple[str, str]], lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The metadata with what the lines around the title state of author, source and date where the metadata do not.

    Args:
        metadata: (key, value) as the page's elements state them.
        lines: readable lines in order.
    """
    found = dict(metadata)
    stamps = _joined([line for line in lines if len(line) <= _LONGEST and not _SENTENCE.search(line)])
    for key, value in (
        ("author", _first(stamps, _LABELS["author"], _REPORTER)),
        ("source", _first(stamps, _LABELS["source"])),
        ("date", _first(stamps, _PUBLISHED, _BARE_DAY) or _only_day(stamps)),
    ):
        if value and not found.get(key):
            found[key] = value.strip()
    return tuple((key, found[key]) for key in ("title", "author", "source", "date", "url") if key in found)


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines with every label that stands by itself put before the line below it."""
    joined: list[str] = []
    for line in lines:
        if joined and len(joined[-1]) <= 8 and joined[-1].rstrip().endswith(("：", ":")):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _first(lines: Sequence[str], *patterns: re.Pattern[str]) -> str:
    """The value of the first pattern that one of the lines fits."""
    return next((match["value"] for pattern in patterns for line in lines if (match := pattern.search(line))), "")


def _only_day(lines: Sequence[str]) -> str:
    """The only day that the lines name."""
    days = {match["value"] for line in lines for match in _ANY_DAY.finditer(line)}
    return days.pop() if len(days) == 1 else ""
