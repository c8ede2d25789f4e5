"""Whose figure it is: the label of its list item, the body or place its sentence begins with, the one the paragraph
speaks of, or the document's own.

全市 and 我区 stand for the document's place, 该局 and 我公司 for the body spoken of. Subjects are in simplified
characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.cues import STATIVE
from reporter.extract.tokens import Token, is_noun, tokens_of
from reporter.language.provinces import PROVINCES
from reporter.language.script import simplified
from reporter.model.document import Document, Sentence

_CLAUSE = re.compile(r"[，；：。！？!?;:\n]")
_PLACE_WORD = re.compile(r"(?:全|我|本|该|各)(?:省|市|县|区|州|旗|镇|乡|街道)(?![级局委办直政])")
_BODY_WORD = re.compile(
    r"(?:该|我|本|全|此)(?P<head>局|分局|总局|委|办|院|校|厂|公司|集团|所|站|中心|企业|单位|社|行|厅|部|处|系统|协会"
    r"|支队|大队|项目|工程|馆|园区|产业园|村|社区|基地|合作社|医院|学校|景区|大桥|水库|线路|大赛)"
)
# 园区推行…, 公司成立于…: the bare word stands for the one spoken of.
_BARE_BODY = re.compile(
    r"(?P<head>公司|集团|医院|学校|学院|中心|园区|基地|景区|合作社)(?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})"
)
_LEAD = re.compile(
    r"^(?:其中|同时|另外|此外|据悉|据介绍|据统计|据了解|目前|截至[^，]{1,12}|截止[^，]{1,12}|近年来|今年以来|今年"
    r"|去年|上半年|年末|全年|现在|近日|日前|到目前|当前|期间|作为[^，]{1,16}，|通过[^，]{1,20}，|在[^，]{2,16}(?:下"
    r"|中|上|里|期间)，?|前不久|不久前|位于[^，]{1,12}的|新(?:开业|建成|落成|开通|启用)的|(?:刚刚?|已经?)[^，]{2,4}的|国家?\d?A级景区"
    r"|“?[一二三四五六七八九十]+五”?(?:期间|时期|末)|\d{4}年(?:[上下]半年|\d{1,2}月(?:份|\d{1,2}日)?|底|末)?"
    r"|\d{1,2}月\d{0,2}日?份?|[一二三四五六七八九十]+是|首先是?|其次是?|，|、|“|”| )+"
)
# Who says something, and words that make of a body anything but the one whose figure it is.
_NO_SUBJECT = re.compile(
    r"(?:据|记者|由|从|对|把|将|为|给|向|与|按|经|因|以|请|各|凡|每|有关|相关|上级|全体|新建|扩建|改建)"
)
_BODY = re.compile(
    r"(?:局|委|办|厅|院|校|大学|学院|中学|小学|公司|集团|厂|所|站|中心|委员会|政府|协会|学会|银行|医院|法院|检察院"
    r"|支队|大队|中队|分队|街道|部门|单位|工会|园区|开发区|新区|景区|机场|合作社|商会|实验室|党支部|服务台"
    r"|检测中心|研究院|研究所|馆|社区|村|镇|乡|县|区|市|省|自治州|旗|盟)$"
)
# Works and places that have figures of their own where they bear a name (东山大桥, not 大桥 or 农村公路).
_WORK = re.compile(
    r"(?:产业园|工业园|科技园|公园|乐园|高速公路|高速|公路|国道|省道|铁路|大桥|特大桥|隧道|水库|水利枢纽|电站|电厂|码头|工程|项目|基地"
    r"|农场|林场|牧场|古镇|大赛|专线|小区|体育场|剧院|园|号线|号厂房)$"
)
_NAMED_SO = frozenset(("ns", "nr", "nz", "nt", "nrt", "nrfg", "eng", "x"))
# What a body's or work's figure begins with: 全长76.4公里, 总投资30亿元.
_OWN_MEASURE = frozenset(
    "全长 总长 长 总 总投资 投资 占地 规划 规划面积 建筑 建筑面积 注册 注册资本 库容 总库容 设计 概算 年产 年 全年 一期 二期 主体"
    " 接待 门票 实现 累计 首日 单日 日均 营业 销售 员工 职工 现 现有 工程 核定 编制 面积 预算 进度".split()
)
_ADMINISTRATIVE = re.compile(r"(?:特别行政区|自治区|自治州|自治县|新区|林区|特区|省|市|区|县|州|旗|盟|镇|乡)$")
_VERBAL = re.compile(r"有|拥有|共有|现有|是|要|将|已|成为|达|建|累计|共|全|实现|连续|在|的|以")

# A cheap look before words are cut: a body's, work's or place's last character, or a province, among the first.
_MAY_NAME = re.compile(
    rf".{{1,20}}?[局委办厅院校学司团厂所站心会府行队道门位区场社馆村镇乡县市省州旗盟部台园路速桥库程目地赛线]|{'|'.join(PROVINCES)}"
)
_THAT_BODY = "\0"
# How far back 该工程 and 该村 look for the one meant.
_MEANT_WITHIN = 300


class Subjects:
    """Finds the subjects of one document's figures, sentence by sentence in reading order."""

    def __init__(self, document: Document) -> None:
        self.places = _short_places(document)
        self.place = _place(document, self.places)
        titled = _titled(document)
        if not self.place and titled and _ADMINISTRATIVE.search(titled):
            self.place = titled
        bodies = [_untruncated(simplified(body), document.regions) for body in document.organisations]
        self.body = next(iter(bodies), "")
        self._firm = titled if titled and not _ADMINISTRATIVE.search(titled) else ""
        self.body = self._firm or self.body
        self._known = sorted(dict.fromkeys(bodies), key=len, reverse=True)
        self._labels = {
            sentence: simplified(item.label).strip(" ：:")
            for item in document.items
            if item.label
            for sentence in item.sentences
        }
        self._carried: tuple[int, str] | None = None
        self._sentence = ""
        self._spoken: tuple[int, str] | None = None
        self._said = ""
        self._found: dict[str, str] = {}

    @property
    def default(self) -> str:
        """Whose figures they are where nothing says otherwise: the firm or institution of the title, else the
        document's place, else its body."""
        return self._firm or self.place or self.body

    def of(self, sentence: Sentence, text: str, start: int) -> str:
        """The subject of the figure at this place of a sentence.

        Args:
            text: the sentence in simplified characters.
            start: where the figure begins in it.
        """
        if label := self._labels.get(sentence.id):
            return label
        if sentence.id != self._sentence:
            self._sentence = sentence.id
            self._carried = self._spoken if self._spoken and self._spoken[0] == sentence.paragraph else None
        borders = [0, *(match.end() for match in _CLAUSE.finditer(text, 0, start))]
        for begin, end in reversed(list(zip(borders, [*borders[1:], start], strict=True))):
            found = self._explicit(text[begin:end])
            if found[:1] == _THAT_BODY:  # 该局, 全局, 该工程: the one spoken of before
                found = self._meant(found[1:], text[:begin])
            if found:
                self._spoken = (sentence.paragraph, found)
                return found
        return self._carried[1] if self._carried else self.default

    def _meant(self, head: str, text: str) -> str:
        """Whom 该 with this head means: the last one before that is named so, the body that the text speaks of last,
        the one carried over, the document's."""
        if head not in ("局", "委", "办", "部", "处", "厅", "系统", "单位", "企业") and not self._firm.endswith(head):
            said = (self._said + text)[-_MEANT_WITHIN:]
            at = said.rfind(head)
            while at >= 0:
                if name := _named_so(said[max(0, at - 20) : at + len(head)], head):
                    return self._whole(name)
                at = said.rfind(head, 0, at)
        clauses = [self._explicit(part) for part in _CLAUSE.split(text)]
        named = [found for found in clauses if found and found[0] != _THAT_BODY and found != self.place]
        carried = self._carried[1] if self._carried and self._carried[1] != self.place else ""
        return named[-1] if named else carried or self.body

    def heard(self, sentence: Sentence, text: str) -> None:
        """Take note of whom a sentence speaks of, so that a figure in a later one of its paragraph can be his."""
        self._said = (self._said + text)[-_MEANT_WITHIN:]
        for clause in _CLAUSE.split(text):
            found = self._explicit(clause)
            if found and found[0] != _THAT_BODY and found != self.place:
                self._spoken = (sentence.paragraph, found)
                break
        self._found.clear()

    def _explicit(self, clause: str) -> str:
        """The body or place that a clause begins with, a mark for a word that points to a body; else empty."""
        found = self._found.get(clause)
        if found is None:
            found = self._found[clause] = self._read(clause)
        return found

    def _read(self, clause: str) -> str:
        """What ``_explicit`` remembers while a sentence is read."""
        lead = _LEAD.match(clause)
        rest = clause[lead.end() :] if lead else clause
        if not rest or _NO_SUBJECT.match(rest):
            return self.place if _PLACE_WORD.match(rest) else ""
        if _PLACE_WORD.match(rest):
            return self.place
        if pointing := _BODY_WORD.match(rest) or _BARE_BODY.match(rest):
            return _THAT_BODY + pointing["head"]
        known = next((name for name in self._known if rest.startswith(name)), "")
        leading = self._whole(_leading_body(rest))
        short = next((short for short in self.places if rest.startswith(short) and _VERBAL.match(rest, len(short))), "")
        return max(known, leading, key=len) or self.places.get(short, "")

    def _whole(self, name: str) -> str:
        """The full name of a place that the document knows under a short one: 东山区 for 东山."""
        return self.places.get(name, name)


_TITLED = re.compile(
    r"(?:关于|“|《|(?:19|20)\d\d年度?|\d{2,3}年度?|第[一二三四五六七八九十\d]+[届次])*"
    r"(?P<name>[\u4e00-\u9fff（）]{2,20}?(?:有限公司|股份公司|集团公司|医院|大学|学院|中学|小学|幼儿园|研究院|研究所|博物馆|图书馆|合作社)"
    r"|[\u4e00-\u9fff]{1,4}?(?:自治县|自治州|自治区|市|县|区|州|旗|镇|乡|街道|省))(?![级场长委民镇村区市县容])"
)
_NO_PLACE = frozenset(
    "全市 全县 全区 全镇 全乡 全省 我市 我县 我区 我镇 我省 本市 本县 本区 城市 城镇 城区 乡镇 社区 园区 各市 各县 各区".split()
)


def _titled(document: Document) -> str:
    """The firm, institution or place that the title begins with; empty for another title."""
    match = _TITLED.match(simplified(document.title.text))
    name = match["name"] if match and not document.title.inferred else ""
    if not name or name in _NO_PLACE or name[-2:] in _NO_PLACE or document.simplified.count(name) < 1:
        return ""
    if _ADMINISTRATIVE.search(name):
        return name if not document.regions else ""
    return name


def _untruncated(body: str, regions: Sequence[str]) -> str:
    """A body's name that lost the first character of its place (州市公安局), with the whole place of a region that ends
    so."""
    for region in map(simplified, regions):
        for cut in range(1, len(region) - 1):
            if body.startswith(region[cut:]):
                return region + body[len(region) - cut :]
    return body


def _named_so(text: str, head: str) -> str:
    """The noun phrase that ends a text in this head and says which one is meant; empty where the head is bare."""
    name = ""
    for word, tag in reversed(tokens_of(text)):
        if not (is_noun((word, tag)) or tag in ("m", "b", "k", "q")) or word in STATIVE:
            break
        name = word + name
    return name if 2 <= len(name) - len(head) <= 16 and name.endswith(head) else ""


def _short_places(document: Document) -> dict[str, str]:
    """Short name → full name of the places of the document's regions and bodies: 东山 → 东山区, from the text
    itself."""
    text = document.simplified
    names = [simplified(part) for region in document.regions for part in _parts(simplified(region))]
    shorts = [_ADMINISTRATIVE.sub("", name) for name in names]
    shorts += [match[1] for body in document.organisations if (match := _PLACED.match(simplified(body)))]
    places: dict[str, str] = {}
    for short in dict.fromkeys(short for short in shorts if len(short) >= 2):
        full = next((name for name in names if _ADMINISTRATIVE.sub("", name) == short), "")
        full = full or next((short + end for end in "市区县州旗镇乡" if text.count(short + end) > 0), short)
        places[short] = full
    return places


_PLACED = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(?:省|市|区|县|州|旗|镇|乡)?(?:质监|公安|税务|教育|财政|卫生|环保|农业|统计|交通|质量"
    r"|市场|食品|工商|水利|气象|海关|检察|人民|消防|应急|生态|林业|民政|人社|国土|住建|局|委|政府)"
)


def _parts(region: str) -> list[str]:
    """南江省北河市东山区 in its parts, the smallest last."""
    return re.findall(
        r".+?(?:特别行政区|自治区|自治州|自治县|新区|林区|省|市|区|县|州|旗|盟|镇|乡)(?![市区县州])", region
    )


def _place(document: Document, places: dict[str, str]) -> str:
    """The place that a document is about: the smallest unit of its first region, or one that it names twice as
    often (a report on a visit speaks of the place visited)."""
    parts = _parts(simplified(document.regions[0])) if document.regions else []
    own = parts[-1] if parts else simplified(document.regions[0]) if document.regions else ""
    counts = {short: document.simplified.count(short) for short in places}
    most = max(counts, key=lambda short: counts[short], default="")
    if most and counts[most] >= 2 * max(1, counts.get(_ADMINISTRATIVE.sub("", own), 0)) and not own.startswith(most):
        return places[most]
    return own


def _leading_body(text: str) -> str:
    """The nouns that begin a text as far as the last of them that ends like a body, work or place; empty where none
    does.

    A place without 省, 市 or 区 that a noun follows is part of a name (中国名牌), before a verb it is a subject
    (临水有…). A noun alone (大厅, 园区) is no name.
    """
    if not _MAY_NAME.match(text):
        return ""
    name, best = "", ""
    tokens = tokens_of(text[:24])[:9]
    named_so = tokens[0][1] in _NAMED_SO or tokens[0][0].isdigit()
    for index, (word, tag) in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else ("", "x")
        if word == "所" and name and tag == "c":
            return name + word
        if not _may_be_named(word, tag, index) or word in STATIVE:
            break
        name += word
        named = _BODY.search(word) or tag in ("ns", "nt") or (named_so and _WORK.search(word))
        if (
            named
            and len(name) >= 2
            and _speaks(word, tag, following)
            and not (index == 0 and tag in ("n", "s", "v", "vn"))
        ):
            best = name
    return best if len(best) <= 20 and best not in _NO_PLACE and best not in _TAGGED_WRONG else ""


_TAGGED_WRONG = frozenset("城镇 新建 城乡 住院 农村 市区 厂区 罐区 国家 全国 国内 国际 中国".split())


def _may_be_named(word: str, tag: str, index: int) -> bool:
    """Whether a word can be part of the name of a body, work or place."""
    if is_noun((word, tag)) and word not in ("会同", "联合"):
        return True
    return (
        word in ("与", "和", "及", "·", "至", "第")
        or (word.isdigit())
        or tag == "zg"
        or (tag == "m" and word[0] == "第")
    )


def _speaks(word: str, tag: str, following: Token) -> bool:
    """Whether something is said of the one that a name ends in this word: a verb, a number or a measure follows."""
    if (following[1][0] in "vdpcuf" and following[1] != "vn") or following[0] in ("，", "、"):
        return True
    if following[1][0] == "a" or following[0] in _OWN_MEASURE:
        return tag != "ns" or _BODY.search(word) is not None
    return following[1] in ("m", "t") and _BODY.search(word) is not None
