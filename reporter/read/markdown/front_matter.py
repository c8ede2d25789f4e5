"""What a Markdown file states of itself before its text: ``key: value`` lines between dashes, TOML between pluses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Names of fields in lower case → the key of the metadata.
_NAMES = {
    "title": "title 标题 標題 题目 題目 名称",
    "author": "author authors 作者 撰稿 撰稿人 执笔",
    "source": "source publisher 来源 來源 出处 发布单位 發布單位 发布机构 发文机关",
    "date": (
        "date published publish_date publishdate pubdate created 日期 时间 時間 发布时间 發布時間 发布日期 發布日期 "
        "成文日期"
    ),
    "url": "url link permalink source_url original_url 链接 網址 网址 原文链接 原文",
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names.split()}
_FENCED = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>.*?)(?:\r\n?|\n)"
    r"(?P<end>---|\+\+\+|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(
    r"(?P<key>[\w\u3400-\u9fff][\w\u3400-\u9fff .-]{0,30}?)[ \t]*(?::(?=[ \t]|$)|：)[ \t]*(?P<value>.*)"
)
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)")
_NESTED = re.compile(r"[ \t]+\S|[ \t]*-[ \t]|[\]}]")
_NEWLINE = re.compile(r"\r\n?|\n")
# So many lines a head has at most.
_LONGEST = 200
# So deep lists may stand within one another.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a file: how many of its first lines it takes (0 for none), and what they state."""

    lines: int
    metadata: tuple[tuple[str, str], ...]


def front_matter_of(source: str) -> FrontMatter:
    """The front matter of a file; none where what stands between the fences is no list of fields."""
    match = _FENCED.match(source)
    if not match or (match["fence"] == "+++") != (match["end"] == "+++"):
        return FrontMatter(0, ())
    lines = _NEWLINE.split(match["body"])
    stated = _toml(match["body"]) if match["fence"] == "+++" else _fields(lines)
    if stated is None or len(lines) > _LONGEST:
        return FrontMatter(0, ())
    found: dict[str, str] = {}
    for key, value in stated.items():
        known = _KEYS.get(key.strip().lower())
        if known and value:
            found.setdefault(known, value)
    ordered = tuple((key, found[key]) for key in ("title", "author", "source", "date", "url") if key in found)
    return FrontMatter(len(lines) + 2, ordered)


def _toml(body: str) -> dict[str, str] | None:
    try:
        return {key: _words(value) for key, value in tomllib.loads(_NEWLINE.sub("\n", body)).items()}
    except (ValueError, RecursionError):  # no TOML, or numbers and lists longer and deeper than Python takes
        return None


def _words(value: object) -> str:
    if isinstance(value, list):
        return "、".join(filter(None, map(_words, value)))
    return "" if isinstance(value, (Mapping, bool)) else str(value)


def _fields(lines: list[str]) -> dict[str, str] | None:
    """Field → value of the simple forms of YAML: scalars, quoted or not, lists in brackets or of dashes; None where a
    line is neither a field nor belongs to one."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        field = _FIELD.match(line)
        item = _ITEM.match(line)
        if field and not item:
            key = field["key"]
            found.setdefault(key, []).extend(_values(field["value"]))
        elif item and key:
            found[key] += _values(item["value"])
        elif line.strip() and not line.lstrip().startswith("#") and not (key and _NESTED.match(line)):
            return None
    return {key: "、".join(values) for key, values in found.items()} if found else None


def _values(value: str, depth: int = 0) -> Iterator[str]:
    """The values of a field's line: block signs and anchors say nothing by themselves, nor do lists deep within
    lists."""
    text = value.strip()
    if text[:1] == "[" and text[-1:] == "]":
        for part in re.split(r"[,，]", text[1:-1]) if depth < _DEEPEST else ():
            yield from _values(part, depth + 1)
        return
    if text[:1] in ('"', "'") and text.find(text[0], 1) > 0:
        yield text[1 : text.find(text[0], 1)]
        return
    text = re.sub(r"(?:^|[ \t])#.*", "", text).strip()
    if text and not re.fullmatch(r"[|>][+-]?\d?|[{&*!].*|~|null", text):
        yield text
