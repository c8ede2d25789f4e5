"""Who wrote it and where it comes from: label lines, byline lines, a bracket at the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reporter.language.dates import find_dates
from reporter.structure.labels import is_label_line, labels_of
from reporter.structure.lines import Line
from reporter.structure.names import is_body, is_office, is_person

_ROLE = re.compile(
    r"(?:本[报网刊台社])?(?:首席|特约|见习|实习|全媒体|融媒体|特派)?"
    r"(?:记者|通讯员|特约通讯员|实习生|作者|撰稿人?|供稿人?|撰文|执笔|评论员)(?:单位|系)?"
)
_TEXT = re.compile(r"(?:图?文|文字)$")
_PICTURE = re.compile(r"(?:图片?|摄影|摄|供图|制图|视频|编辑|责任编辑|责编|校对|审核|编审)")
_WORD = re.compile(r"[^\s、，,;；/／|｜:：（）()【】\[\]〔〕]+")
_SIGN = re.compile(r"[□■◎◇○●△▲☆★]\s*")
_BRACKET = re.compile(r"[（(【]([^（）()【】]{1,60})[）)】](?:\s*[|｜])?$")
_REMARK = re.compile(r"(?:全文)?完|未完待续|[上下]转.{1,12}版|作者.{1,40}")
# A name that is no title of a paper and no label, and a day.
_NAME_AND_DAY = re.compile(
    r"([㐀-鿿·A-Za-z]{2,10}(?<!时间)(?<!日期)(?<![于报告结划知见案讲话发布公开更新]))[\s|·•]+((?:19|20)\d\d[^\s]{4,7})"
)
_VAGUE = re.compile(
    r"(?:中国)?(?:网络|互联网|网上|因特网|本站|本网|未知|佚名|不详|原创|转载|网友(?:上传|投稿)?|admin|管理员|匿名|"
    r"其[他它]|无|综合|整理|小编|站内)$",
    re.IGNORECASE,
)
_PEN_NAME = re.compile(r"[㐀-鿿]{2,4}$")
_EDGES = "《》“”\"'[]【】|｜-—，,。；;（）()〔〕 "
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")


@dataclass(frozen=True, slots=True)
class Byline:
    """Names in the document's script, and the body that a byline names (None for none)."""

    authors: tuple[str, ...] = ()
    source: str | None = None

    def __bool__(self) -> bool:
        return bool(self.authors or self.source)

    def then(self, other: Byline) -> Byline:
        """The two together: names in order without repeats, the first source."""
        return Byline(tuple(dict.fromkeys((*self.authors, *other.authors))), self.source or other.source)


NOBODY = Byline()
"""A byline that names nobody."""


def of_labels(lines: Iterable[Line]) -> Byline:
    """What label lines state (作者：… 来源：…)."""
    found = NOBODY
    for line in lines:
        for labelled in labels_of(line):
            if labelled.kind == "author":
                found = found.then(people_of(labelled.value, labelled=True))
            elif labelled.kind == "source":
                found = found.then(Byline((), _source(labelled.value)))
    return found


def _source(value: Line) -> str | None:
    """The first word of a stated source, unless it says nothing (网络, 本站)."""
    word = re.match(r"\S*", value.text)
    end = word.end() if word else 0
    name, plain = value.text[:end].strip(_EDGES), value.plain[:end].strip(_EDGES)
    if _VAGUE.match(plain) or not re.match(r"[A-Za-z㐀-鿿]", plain):
        return None
    return name


def people_of(line: Line, *, labelled: bool = False) -> Byline:
    """The persons that a stretch names, with a body among them; words that are neither are passed over.

    Behind the label of an author a pen name, which has no surname, is a name too.
    """
    authors: list[str] = []
    source = None
    for text, plain in _words(line):
        pen_name = labelled and bool(_PEN_NAME.match(plain)) and not _VAGUE.match(plain) and not is_body(plain)
        if (is_person(plain) or pen_name) and not is_office(plain):
            authors.append(text)
        elif is_body(plain) and source is None and not _VAGUE.match(plain):
            source = text.removeprefix("据").removeprefix("據")
    return Byline(tuple(authors), source)


def _words(line: Line) -> list[tuple[str, str]]:
    """The words of a byline as (text, simplified), roles cut off; who made pictures or edited is left out."""
    words: list[tuple[str, str]] = []
    skip = by_same = False
    last = 0
    for match in _WORD.finditer(line.plain):
        plain = match.group()
        slash = any(char in "/／｜" for char in line.plain[last : match.start()])
        last = match.end()
        if _PICTURE.match(plain):
            skip = not slash and _PICTURE.fullmatch(plain) is not None
            if slash and words and not by_same:
                words.pop()  # 某人/摄, but not 某人 文/摄
            continue
        role = _ROLE.search(plain)
        if skip and not role:
            skip = False
            continue
        skip = False
        by_same = bool(_TEXT.match(plain))
        if not by_same:
            words += _around(role, match.start(), line)
            words += [] if role else [(line.text[match.start() : match.end()], plain)]
    return words


def _around(role: re.Match[str] | None, start: int, line: Line) -> Iterator[tuple[str, str]]:
    """What stands before and behind the role in a word (某某日报记者某人)."""
    if role is None:
        return
    for low, high in ((0, role.start()), (role.end(), len(role.string))):
        if low < high:
            yield line.text[start + low : start + high], role.string[low:high]


def of_line(line: Line) -> Byline:
    """The byline that a whole line is, such as □ 张某 or 本报记者 张某 通讯员 李某; empty for any other line."""
    if line.size > 48 or line.plain.endswith(("。", "！", "；", "？")):
        return NOBODY
    sign = _SIGN.match(line.plain)
    inner = line.part(sign.end() if sign else 0, len(line.text))
    bracket = _BRACKET.match(inner.plain)
    if bracket:
        inner = inner.part(bracket.start(1), bracket.end(1))
    if is_label_line(inner):
        return of_labels([inner])
    named = people_of(inner)
    rest = [word for word in _words(inner) if not _is_named(word[1])]
    if named.authors and (not rest or (bracket and _is_unit(rest))):
        return named.then(Byline((), rest[0][0] if rest else None))
    return named if bracket and named and not rest else NOBODY


def _is_named(plain: str) -> bool:
    return is_person(plain) or is_body(plain) or is_office(plain)


def _is_unit(rest: list[tuple[str, str]]) -> bool:
    """Whether the one word beside a name in brackets is a body by its short name (某某质监)."""
    return len(rest) == 1 and bool(re.fullmatch(r"[㐀-鿿]{3,10}", rest[0][1]))


def of_stamp(line: Line) -> Byline:
    """The body that stands beside a date, or alone in the head (2016-08-19 某县水利局), as the source."""
    text, plain = line.text, line.plain
    for date in reversed(find_dates(plain)):
        text, plain = text[: date.start] + text[date.end :], plain[: date.start] + plain[date.end :]
    words = [word for word in _CLOCK.sub("", plain).strip(_EDGES).split() if not word.isascii()]
    named = all(is_body(word) and not re.search("[:：]", word) and not _VAGUE.match(word) for word in words)
    if not words or not (named or ends_in_date(line)):
        return NOBODY
    at, end = plain.index(words[0]), plain.rindex(words[-1]) + len(words[-1])
    return Byline((), text[at:end].removeprefix("据"))


def ends_in_date(line: Line) -> bool:
    """Whether a line is one short name of any kind and the day it published, as accounts of platforms sign."""
    match = _NAME_AND_DAY.fullmatch(_CLOCK.sub("", line.plain).strip())
    if not match or _VAGUE.match(match[1]) or is_person(match[1]):
        return False
    dates = find_dates(match[2])
    return bool(dates) and dates[0].day is not None and len(dates[0].text) == len(match[2])


def at_end(line: Line) -> tuple[int, Byline]:
    """Where brackets with names, a body or a remark (完) begin at the end of a paragraph, and whom they name.

    They stand behind a finished sentence, and every word of them is a name, a body or a role. (0, nobody) without any.
    """
    match = _BRACKET.search(line.plain)
    if not match or not re.search(r"[。！？”’」』…）)]\s*$", line.plain[: match.start()][-3:]):
        return 0, NOBODY
    named = of_line(line.part(match.start(), match.end()))
    if not named and not _REMARK.fullmatch(match[1]):
        return 0, NOBODY
    further, before = at_end(line.part(0, match.start()))
    return further or match.start(), before.then(named)


def of_metadata(author: str, source: str) -> Byline:
    """What the file's own metadata states; an author that reads like a body is the source."""
    names = [word for word in re.split(r"[\s、，,;；/]+", author) if word and not _VAGUE.match(word)]
    people = tuple(name for name in names if is_person(name))
    body = next((name for name in names if is_body(name)), None)
    stated = source.strip() if source.strip() and not _VAGUE.match(source.strip()) else None
    return Byline(people, stated or body)
