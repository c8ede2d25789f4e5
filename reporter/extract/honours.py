"""What a text mentions by name: honours, numbers of standards and documents, titles of documents.

Grammar only: words of awarding (获, 被评为, 授予) before a name in quotation marks or one that ends as honours do; the
form of standards' numbers (GB/T 1.1-2020, ISO 9001) and of documents' (〔2017〕39号); what stands in 《》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reporter.model.document import Document, Mention, Sentence
from reporter.model.ids import Ids
from reporter.model.text import Span

Kind = Literal["honour", "standard", "number", "title"]

_AWARDED = (
    r"(?:荣?获(?:得|评|批|颁|授|准)?(?:了|为)?|荣膺|荣登|荣列|蝉联|摘得|喜获|斩获|(?:被|受到?)?(?:[\u4e00-\u9fff]{0,14})?(?:评为|评选为|授予|认定为|命名为|确定为|列为|誉为|授牌)|"
    r"(?:建|创)成(?:为|了)?|(?:创建|争创|申报|申创|创|推荐)(?:成为|为)?)"
)
_SORT = (
    r"(?:奖(?:章|状|牌|杯|项)?|称号|标兵|模范|先进(?:单位|集体|个人|县|市|区|工作者|企业|典型)|示范(?:城市|单位|企业|基地|园区|工程|项目|点|站|店|[省市县区镇乡村])|"
    r"文明(?:城市|单位|村镇|行业|[县区村镇])|卫生(?:城市|县城|单位|[县镇村])|(?:森林|园林|双拥|环保|生态|历史文化|质量强|品牌|创新型)?(?:城市|之[乡都城])|名牌(?:产品)?|(?:驰名|著名|知名)商标|老字号|免检产品|"
    r"地理标志(?:保护)?产品|红旗(?:单位|手)|百强[县企镇]业?|十[佳强](?:[\u4e00-\u9fff]{0,6})?|[一二三特]等(?:奖|功)|先锋号|青年文明号|试点(?:城市|单位|企业|[省市县区])|星级(?:单位|企业))"
)
_AFTER_VERB = re.compile(
    rf"{_AWARDED}(?P<names>(?:[^，。；：！？“”\d]{{0,24}}?“[^”]{{2,30}}”(?:等?(?:荣誉)?(?:称号|奖项?|荣誉))?(?:[、和及与]|以及)?)+)"
    rf"|{_AWARDED}(?P<plain>[^，。；：！？、“”《》\d]{{0,26}}?{_SORT}(?:称号)?)(?![\u4e00-\u9fff]{{0,60}}?(?:评审|申报|工作|活动|条件|名单|标准|考核|验收))"
)
# Without one of these nothing of the kind stands in a sentence.
_AWARD = re.compile(r"[获荣登蝉摘斩评授认命确列誉创]|建成|申报|推荐")
_MARK = re.compile(r"名牌|商标|免检")
_LETTER = re.compile("[A-Z]")
_QUOTED = re.compile(r"“[^”]{2,30}”(?:(?:荣誉)?(?:称号|奖(?![励项])))?")
_HONOUR = re.compile(_SORT)
_TITLED = re.compile(
    rf"(?=[全国中世省])(?:全国|国家级?|中国|世界|全省|省级|国际)(?:“[^”]{{2,20}}”|[\u4e00-\u9fff]{{0,14}}?){_SORT}(?:“[^”]{{1,20}}”)?"
)
_MARKED = re.compile(
    r"(?:(?:中国|全国|国家级?|世界|[省市县区](?:级|政府)?|[\u4e00-\u9fff]{2,4}[省市县区])(?:名牌(?:产品)?|(?:驰名|著名|知名)商标|免检产品))[—－-]{0,2}“[^”]{1,16}”(?:牌|商标)?(?:[\u4e00-\u9fff]{0,8}(?=[，。；、]))?"
)
# 奖, 称号 or 先进 alone name no honour.
_SHORTEST = 4
_AIM = re.compile(r"争创|创建(?!成)|申报|申创|争取|力争|推荐|目标|计划|拟|准备|冲刺|打造")
_LEADING_WORDS = re.compile(
    r"[\u4e00-\u9fff]*(?:申报|创建|争创|推荐|获得|评为|认定|拥有|培育|新增)(?:了|为|成)?|(?:[\u4e00-\u9fff]{0,6}(?:去年|今年|上年|前年|年度|同时|分别|先后|首批|唯一))+|[了为]"
)
_NOT = re.compile(r"(?:未|没有|不能|尚未|取消|撤销)[^，。；]{0,6}$")
# As far back as that can reach, with a line's end.
_NOT_REACH = 9
# So far back the words of an aim are looked for in a clause; the longest of the corpora of the tests
# has 127 characters.
_REACH = 200

_LETTERS = r"(?:GB|DB\d{2}(?:\d{2})?|ISO|IEC|ITU|EN|ANSI|ASTM|JIS|DIN|JJ[FG]|OHSAS|SA|AS|QS)"
_STANDARD = re.compile(
    rf"(?<![A-Za-z0-9]){_LETTERS}(?:[/／](?:[A-Z]{{1,6}}))?\s?\d{{2,6}}(?:[.．]\d{{1,2}})*(?:\s?[-—–－:：]{{1,2}}\s?(?:19|20)?\d\d(?!\d))?"
    r"|(?<![A-Za-z0-9])(?:[A-Z]{2,5}|Q|T)[/／][A-Z]{1,6}\s?\d{1,6}(?:[.．]\d{1,2})*(?:\s?[-—–－]{1,2}\s?(?:19|20)?\d\d(?!\d))?"
    r"|(?<![A-Za-z0-9])[A-Z]{2,4}\s?\d{2,6}(?:[.．]\d{1,2})*\s?[-—–－]{1,2}\s?(?:19|20)\d\d(?!\d)"
)
_NUMBER = re.compile(
    r"(?P<head>[\u4e00-\u9fff]{1,14})[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*+(?:第\s*+)?\d{1,5}\s*+号"
    r"|(?P<issuer>[\u4e00-\u9fff]{2,8})令\s*+(?:第\s*+)?\d{1,4}\s*+号"
)
_LEADING = re.compile(
    r"^.*(?:根据|按照|依据|贯彻|落实|印发|转发|下发|执行|遵照|参照|对照|关于|[以及和与即的是见由了按据照])(?=[\u4e00-\u9fff])"
)
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]{1,60}》){2,80}》")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    start: int
    end: int
    ahead: bool = False


def mentions(document: Document) -> tuple[Mention, ...]:
    """The named honours and references of a document in the order of their first place, each once; none for a text
    without any. An id is made of kind and words: ``n`` and eight digits."""
    known: dict[tuple[str, str], Mention] = {}
    ids = Ids("n")
    for sentence in document.sentences:
        text = sentence.span.of(document.simplified)
        for found in sorted(_in_sentence(text), key=lambda found: (found.start, found.end)):
            words = text[found.start : found.end]
            key = (found.kind, _NO_LETTER.sub("", words).upper())
            if key in known:
                before = known[key]
                known[key] = replace(before, times=before.times + 1, ahead=before.ahead and found.ahead)
            else:
                known[key] = _mention(document, sentence, found, ids)
    return tuple(known.values())


def _mention(document: Document, sentence: Sentence, found: _Found, ids: Ids) -> Mention:
    span = Span(sentence.span.start + found.start, sentence.span.start + found.end)
    words = span.of(document.text)
    return Mention(ids.of(found.kind + words), found.kind, words, span, sentence.id, ahead=found.ahead)


def _in_sentence(text: str) -> Iterator[_Found]:
    """What a sentence mentions, kind by kind. Most sentences lack what a kind can't do without, so that is looked for
    first."""
    yield from _honours(text)
    if _LETTER.search(text):
        for match in _STANDARD.finditer(text):
            yield _Found("standard", *match.span())
    if "号" in text:
        for match in _NUMBER.finditer(text):
            head = match["head"] or match["issuer"]
            leading = _LEADING.match(head)
            yield _Found("number", match.start() + (leading.end() if leading else 0), match.end())
    for match in _TITLE.finditer(text):
        yield _Found("title", *match.span())


def _honours(text: str) -> list[_Found]:
    """The honours of a sentence; of those that overlap the first and longest."""
    found = [
        _Found("honour", start, end, bool(_AIM.search(_clause_before(text, end))))
        for start, end in (_trimmed(text, *place) for place in _honour_places(text))
        if not _NOT.search(text, max(0, start - _NOT_REACH), start) and not _inside_title(text, start)
    ]
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[_Found] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _honour_places(text: str) -> Iterator[tuple[int, int]]:
    """Where honours may stand, overlaps and all: marks with a brand (中国名牌“某某”牌), what stands behind words of
    awarding, and names that begin with a rank (全国文明单位)."""
    if "“" in text and _MARK.search(text):
        for match in _MARKED.finditer(text):
            yield match.span()
    if _AWARD.search(text):
        for match in _AFTER_VERB.finditer(text):
            yield from _awarded(text, match)
    for match in _TITLED.finditer(text):
        yield match.span()


def _awarded(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """What stands behind a word of awarding: one name without quotation marks, or every quoted one; of quoted names
    that are only aimed at those that end as honours do."""
    if match["plain"]:
        if len(match["plain"]) >= _SHORTEST:
            yield match.span("plain")
        return
    aimed = _AIM.search(_clause_before(text, match.start("names")))
    for quoted in _QUOTED.finditer(text, *match.span("names")):
        if not aimed or _HONOUR.search(quoted[0]):
            yield quoted.span()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words before it that belong to the sentence: 去年, 申报了, 多个."""
    before = text.find("“", start, end)
    leading = _LEADING_WORDS.match(text, start, end if before < 0 else before)
    return (leading.end(), end) if leading and end - leading.end() >= _SHORTEST else (start, end)


def _clause_before(text: str, end: int) -> str:
    floor = max(0, end - _REACH)
    start = max(text.rfind(sign, floor, end) for sign in "，；。：")
    return text[max(start + 1, floor) : end]


def _inside_title(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)
