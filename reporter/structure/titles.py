"""The head of a document: title, subtitle, document number, and which lines belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reporter.language.dates import find_dates
from reporter.model import Span, Title
from reporter.structure import bylines
from reporter.structure.datelines import of_dateline
from reporter.structure.labels import is_label_line, labels_of
from reporter.structure.lines import Line, letters
from reporter.structure.markers import find_marker, find_step
from reporter.structure.names import is_body
from reporter.structure.phrases import ends_sentence, is_contents, is_date
from reporter.structure.slogans import is_chronicle

_FRONT = 16  # a head has no more lines than this
_LONGEST = 90  # of a title; with commas in it, _LONGEST_RUNNING
_LONGEST_RUNNING = 56
_NEAR = 8  # so many line ends and blanks at most stand between the lines of a title
# Words that end the titles of official documents: such a line may be long and still be a title.
_GENRE = re.compile(
    r"(?:通知|通报|公告|通告|公报|意见|决定|决议|办法|规定|细则|条例|方案|规划|计划|要点|总结|报告|汇报|讲话|致辞|发言|演讲|纪要|函|批复|请示|"
    r"命令|议案|声明|倡议书|公开信|建议|章程|制度|措施|体会|综述|纪实|启示|调查|思考|探索|情况|实践)(?:[（(][^）)]{0,80}[）)])?$"
)
# The number of a paper, with that of an announcement before it (第3号公告) or the day of issue behind it.
_NUMBER = re.compile(
    r"(?:第\s*[\d一二三四五六七八九十]{1,4}\s*[号期](?:公告|通告|通报|公报|令)?\s+)?[（(]?(?P<number>[一-鿿]{1,16}[〔\[［【（(]\s*(?:19|20)?\d\d\s*[〕\]］】）)]\s*+(?:第\s*+)?\d{1,5}\s*+号"
    r"|[一-鿿]{1,10}字?第\s*\d{4,12}\s*号)[）)]?"
    r"(?P<day>\s+(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)?$"
)
_SALUTATION = re.compile(r".{1,40}[：:]$")
_NAVIGATION = re.compile(
    r"(?:首页|主页|网站首页|返回|第\s*[A-Z]?\d{1,3}\s*版|当前位置|您?的?位置|您现在|正文|登录|注册|导航|设为首页|加入收藏|无障碍|繁体|简体|.{0,12}导航$|[^>＞»|｜]{0,20}[>＞»|｜])"
)
_LETTERHEAD = re.compile(r"[^关《]{2,30}(?:政府|委员会|委|办公室|办公厅|局|厅|院|会)文件$")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?[\w.-]+\.(?:com|cn|net|org|gov)[\w./-]*\s*")
_PART_OF_TITLE = re.compile(
    r"[（(](?:\d{4}\s?[—–\-至~～]+\s?\d{4}年?|试行|暂行|草案|修[订正].{0,6}|征求意见稿|送审稿|讨论稿|节选|摘要|全文|[一二三四上中下])[）)]$"
)
_ADVERT = re.compile(
    r"https?:|www\.|\d{3,4}[-－]?\d{7,8}|1[3-9]\d{9}|微信|QQ|公众号|扫码|二维码|点击|下载|免费|代写|代办|加盟|优惠|促销|折扣|特价|抢购|充值|"
    r"客服|彩票|博彩|娱乐城|返利|广告|推广|包邮|限时|范文大全|更多(?:内容|精彩|文章)",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:网|网站|在线|门户|门户网站|频道|新闻|要闻|资讯|日报|晚报|晨报|早报|时报|都市报|商报|周刊|杂志|论坛|博客|其他|其它|首页|正文|公众号|范文|文库|大全|"
    r"人民政府|政府信息公开|新闻中心|信息网|动态|综合|头条|专题|栏目|详情|内容|\.com|\.cn|\.net|\.org)$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:(?<!\s)\s++)?(?:[-_|｜–]|——?|(?<=\s)[—·])\s*(?=[^-_|｜–—]{1,20}$)")
_TAIL = re.compile(r"(?:(?<!\s)\s++)?[（(\[【［](?:\d{1,2}|图|组图|图文|多图|转载|原创|全文)[）)\]】］]$")
_SUBTITLE = re.compile(r"(?:[—―─－]{1,4}|--{1,3})\s*(?=\S)")
# Who reports, behind a title of at least so many characters on its line.
_BYLINE = re.compile(r"(?<=\s)(?:报告|汇报|述职|主讲|演讲|致辞)人[：:]")
_SHORTEST = 5
_IN_BRACKETS = re.compile(r"[（(\[【].*[）)\]】]$")
_OPEN = {"《": "》", "“": "”", "（": "）", "「": "」"}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body: title (None where the text states none), subtitle, number, the lines that carry
    labels, dates and bylines, the lines that are left for the body, and those that are nothing of it (navigation)."""

    title: Title | None
    subtitle: str | None
    number: str | None
    notes: tuple[Line, ...]
    body: tuple[Line, ...]
    skipped: tuple[Line, ...] = ()


def read_head(lines: Sequence[Line], marked: str = "") -> Head:
    """The head of the document.

    Args:
        lines: the lines of the body.
        marked: the title of the file's metadata, or nothing.
    """
    if len(lines) == 1 and not _is_titled(lines[0]):
        return Head(None, None, None, (), tuple(lines))
    lines = [*_bylines_apart(lines[:_FRONT]), *lines[_FRONT:]]
    front = _front(lines, chronicle=is_chronicle(lines))
    kinds = [_kind(line) for line in front]
    kinds = [
        kind if kind != "phrase" or not index or not bylines.ends_in_date(front[index]) else "note"
        for index, kind in enumerate(kinds)
    ]
    at, end, title = _find_title(front, kinds, marked)
    rest = [index for index in range(len(front)) if not at <= index < end]
    body = _left(kinds, end, stated=title is not None)
    subtitle = next((index for index in rest if index >= end > at and kinds[index] == "dash"), None)
    body = [index for index in body if index != subtitle]
    notes = [index for index in rest if index not in body and kinds[index] in ("note", "bracket", "issuer")]
    skipped = {*rest} - {*body, *notes, subtitle} - {index for index in rest if kinds[index] == "number"}
    return Head(
        title=title,
        subtitle=_words_of(front[subtitle]) if subtitle is not None else None,
        number=next((number for line in front if (number := _number(line))), None),
        notes=tuple(front[index] for index in notes),
        body=(*(front[index] for index in body), *lines[len(front) :]),
        skipped=tuple(front[index] for index in sorted(skipped)),
    )


def _bylines_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a head, one that ends in a byline (某县施政报告 报告人：某人) in its two parts."""
    for line in lines:
        label = next((found.start() for found in _BYLINE.finditer(line.plain)), 0)
        if label < _SHORTEST or not _GENRE.search(line.plain[:label].rstrip()) or line.size > _LONGEST:
            yield line
        else:
            yield line.part(0, label)
            yield line.part(label, len(line.text))


def _left(kinds: Sequence[str], end: int, *, stated: bool) -> list[int]:
    """Which lines of the front are left for the body: short phrases below the title; without a title all that is
    neither a note nor a document number nor navigation."""
    if not stated:
        return [index for index, kind in enumerate(kinds) if kind not in ("note", "number", "navigation")]
    return [index for index in range(end, len(kinds)) if kinds[index] in ("phrase", "dash")]


def _front(lines: Sequence[Line], *, chronicle: bool) -> list[Line]:
    """The lines before the first that is certainly body: running text, a numbered heading, a salutation, the first
    date of a chronicle."""
    front: list[Line] = []
    for line in lines[:_FRONT]:
        if chronicle and is_date(line.plain):
            break
        if _is_body(line) and not (not front and _asks(line)):
            break
        front.append(line)
    return front


def _asks(line: Line) -> bool:
    """A first line that ends with ？ or ！ and is short may be a title."""
    return line.size <= 44 and line.plain.endswith(("？", "！", "?", "!")) and "。" not in line.plain


def _is_body(line: Line) -> bool:
    plain = line.plain
    if is_label_line(line) or _NUMBER.match(plain):
        return False
    if is_contents(plain):
        return True
    marker = find_marker(plain)
    if (marker and marker.scheme not in ("dash", "bullet", "lenticular")) or find_step(plain):
        return True
    if ends_sentence(plain) or line.size > _LONGEST:
        return True
    return bool(_SALUTATION.match(plain)) or bool(of_dateline(line)[0])


def _kind(line: Line) -> str:
    """What a line of the head is: number, note (labels, a date, a byline), navigation, dash, issuer (a body's name),
    bracket or phrase."""
    plain = line.plain
    if numbered := _NUMBER.match(plain):
        return "note" if numbered["day"] else "number"
    if _SUBTITLE.match(plain):
        return "dash"
    if is_label_line(line) or _is_date_line(line) or bylines.of_line(line):
        return "note"
    if _NAVIGATION.match(plain[: without_site(plain)]) or _ADVERT.search(plain) or _LETTERHEAD.match(plain):
        return "navigation"
    if is_body(plain) and not plain.startswith("关于") and line.heading_level < 2:
        return "issuer"
    return "bracket" if _IN_BRACKETS.match(plain) else "phrase"


def _is_date_line(line: Line) -> bool:
    """Whether the line begins with a date and says little else (2008-03-30 网络 点击:次), or is a body and a date."""
    plain = _ADDRESS.sub("", line.plain)
    dates = find_dates(plain)
    if not dates or dates[0].day is None or line.size > 60:
        return False
    return dates[0].start <= 2 or bool(bylines.of_stamp(line))


def _number(line: Line) -> str | None:
    match = _NUMBER.match(line.plain)
    return line.text[match.start("number") : match.end("number")] if match else None


def _words_of(line: Line) -> str:
    """The subtitle without its dash."""
    match = _SUBTITLE.match(line.plain)
    return " ".join(line.text[match.end() if match else 0 :].split())


def _find_title(front: Sequence[Line], kinds: Sequence[str], marked: str) -> tuple[int, int, Title | None]:
    """(first line, line after the last, title); the title is None and the range empty where none is stated."""
    wanted = letters(marked)
    chosen = [index for index, line in enumerate(front) if line.mark and line.mark.kind in ("title", "heading")]
    chosen = [index for index in chosen if front[index].heading_level <= 1 and _plausible(front[index])][:1]
    if not chosen and wanted:
        chosen = [i for i, line in enumerate(front) if line.size >= 5 and wanted.startswith(letters(line.text))][:1]
    if not chosen:
        chosen = [i for i, line in enumerate(front) if kinds[i] in ("phrase", "issuer") and _plausible(line)][:1]
    if not chosen:
        return 0, 0, None
    at = chosen[0]
    end = at + 1
    while end < len(front) and _goes_on(front[at:end], front[end], kinds[end]):
        end += 1
    return at, end, _title(front[at:end])


def _goes_on(before: Sequence[Line], line: Line, kind: str) -> bool:
    """Whether the title goes on in this line. What the markup calls the title is all of it, but for a bracket below
    (试行)."""
    if line.is_apart or line.start - before[-1].end > _NEAR:
        return False
    if _is_titled(before[0]):
        return before[0].mark == line.mark or bool(_PART_OF_TITLE.match(line.plain))
    return kind in ("phrase", "issuer", "bracket") and _continues(before, line)


def _is_titled(line: Line) -> bool:
    return line.mark is not None and line.mark.kind == "title"


def _plausible(line: Line) -> bool:
    """Whether a line of the head may be a title: long enough to say something, short enough, no advert."""
    if line.size < 4 or _ADVERT.search(line.plain) or _NAVIGATION.match(line.plain[: without_site(line.plain)]):
        return False
    if line.plain.endswith(("，", "、", ",")) or not re.search(r"[㐀-鿿]{2}", line.plain):
        return False
    if re.search(r"网站?$", line.plain) and line.size <= 8:
        return False
    return bool(_GENRE.search(line.plain)) or line.size <= _LONGEST_RUNNING


def _continues(before: Sequence[Line], line: Line) -> bool:
    """Whether a title goes on in this line: it was left open, or a body stands above what it issues."""
    plain = "".join(part.plain for part in before)
    if any(plain.count(opener) > plain.count(closer) for opener, closer in _OPEN.items()):
        return True
    if line.plain[:1] in "（(【":
        return bool(_PART_OF_TITLE.match(line.plain))
    if plain.endswith(("的", "和", "与", "及", "暨", "、", "关于")) or line.plain.startswith(("关于", "的")):
        return True
    if is_body(plain) and line.size <= 44 and bool(_GENRE.search(line.plain)):
        return True
    return not _GENRE.search(plain) and bool(re.match(r"(?:的?(?:通知|通报|公告|意见|报告|讲话|决定))$", line.plain))


def _title(lines: Sequence[Line]) -> Title:
    """The lines as one title without a site's suffix. A line broken inside a bracket or before 的 is joined without a
    space."""
    text = lines[0].text
    for line in lines[1:]:
        broken = any(text.count(opener) > text.count(closer) for opener, closer in _OPEN.items())
        text += ("" if broken or line.plain.startswith("的") else " ") + line.text
    last = lines[-1]
    kept = without_site(last.plain)
    text = text[: len(text) - (len(last.plain) - kept)].rstrip()
    return Title(" ".join(text.split()), False, Span(lines[0].start, last.start + len(last.text[:kept].rstrip())))


def without_site(plain: str) -> int:
    """The length of a title without the name of a site or column at its end (-其他, _新华网, - 某某网)."""
    end = len(plain)
    for _ in range(3):
        match = _SUFFIX.search(plain[:end])
        if not match or match.start() < 4 or not _SITE.search(plain[match.end() : end]):
            break
        end = match.start()
    tail = _TAIL.search(plain[:end])
    return tail.start() if tail and tail.start() >= 4 else end


def titled_by(metadata: str) -> str:
    """The title of the metadata without its site."""
    text = " ".join(metadata.split())
    return text[: without_site(text)].strip()


def is_next(text: str, title: Title, line: Line) -> bool:
    """Whether nothing but line ends stands between a stated title and a line of the text."""
    return title.span is not None and not text[title.span.end : line.start].strip()


def with_second_line(title: Title, line: Line) -> Title:
    """A title of two lines: the second joined by a space."""
    end = line.end
    return replace(
        title,
        text=f"{title.text} {' '.join(line.text.split())}",
        span=Span(title.span.start, end) if title.span else None,
    )


def stated_number(lines: Sequence[Line]) -> str | None:
    """The document number of a label line (发文字号：…)."""
    for line in lines:
        for labelled in labels_of(line):
            if labelled.kind == "number" and (number := _number(labelled.value)):
                return number
    return None
