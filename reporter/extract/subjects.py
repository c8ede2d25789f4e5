"""Whose figure it is: the label of its list item, the body or place its sentence begins with, the one the paragraph
speaks of, or the document's own.

全市 and 我区 stand for the document's place, 该局 and 我公司 for the body spoken of. Subjects are in simplified
characters.
"""

from __future__ import annotations

import re

from reporter.extract.cues import STATIVE
from reporter.extract.tokens import is_noun, tokens_of
from reporter.language.provinces import PROVINCES
from reporter.language.script import simplified
from reporter.model.document import Document, Sentence

_CLAUSE = re.compile(r"[，；：。！？!?;:\n]")
_PLACE_WORD = re.compile(r"(?:全|我|本|该|各)(?:省|市|县|区|州|旗|镇|乡|街道)(?![级局委办直政])")
_BODY_WORD = re.compile(
    r"(?:该|我|本|全|此)(?:局|分局|总局|委|办|院|校|厂|公司|集团|所|站|中心|企业|单位|社|行|厅|部|处|系统|协会|支队"
    r"|大队|项目|馆|园区)"
)
_LEAD = re.compile(
    r"^(?:其中|同时|另外|此外|据悉|据介绍|据统计|据了解|目前|截至[^，]{1,12}|截止[^，]{1,12}|近年来|今年以来|今年"
    r"|去年|上半年|年末|全年|现在|近日|日前|到目前|当前|期间|作为[^，]{1,16}，|通过[^，]{1,20}，|在[^，]{2,16}(?:下"
    r"|中|上|里|期间)，?"
    r"|“?[一二三四五六七八九十]+五”?(?:期间|时期|末)|\d{4}年(?:[上下]半年|\d{1,2}月(?:份|\d{1,2}日)?|底|末)?"
    r"|\d{1,2}月\d{0,2}日?份?|[一二三四五六七八九十]+是|首先是?|其次是?|，|、|“|”| )+"
)
_BODY = re.compile(
    r"(?:局|委|办|厅|院|校|大学|学院|中学|小学|公司|集团|厂|所|站|中心|委员会|政府|协会|学会|银行|医院|法院|检察院"
    r"|支队|大队|街道|部门|单位|工会|园区|开发区|新区|景区|机场|合作社|商会|实验室"
    r"|检测中心|研究院|研究所|馆|社区|村|镇|乡|县|区|市|省|自治州|旗|盟)$"
)
_ADMINISTRATIVE = re.compile(r"(?:特别行政区|自治区|自治州|自治县|新区|林区|特区|省|市|区|县|州|旗|盟|镇|乡)$")
_VERBAL = re.compile(r"有|拥有|共有|现有|是|要|将|已|成为|达|建|累计|共|全|实现|连续|在|的|以")

# A cheap look before words are cut: a body's or place's last character, or a province, among the first.
_MAY_NAME = re.compile(
    rf".{{1,20}}?[局委办厅院校学司团厂所站心会府行队道门位区场社馆村镇乡县市省州旗盟]|{'|'.join(PROVINCES)}"
)
_THAT_BODY = "\0"


class Subjects:
    """Finds the subjects of one document's figures, sentence by sentence in reading order."""

    def __init__(self, document: Document) -> None:
        self.places = _short_places(document)
        self.place = _place(document, self.places)
        self.body = simplified(document.organisations[0]) if document.organisations else ""
        self._known = sorted(dict.fromkeys(map(simplified, document.organisations)), key=len, reverse=True)
        self._labels = {
            sentence: simplified(item.label).strip(" ：:")
            for item in document.items
            if item.label
            for sentence in item.sentences
        }
        self._carried: tuple[int, str] | None = None
        self._sentence = ""
        self._spoken: tuple[int, str] | None = None

    @property
    def default(self) -> str:
        """Whose figures they are where nothing says otherwise: the document's place, else its body."""
        return self.place or self.body

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
            if found and found != _THAT_BODY:
                self._spoken = (sentence.paragraph, found)
                return found
            if found:  # 该局, 全局: the body spoken of before
                return self._body_before(text[:begin])
        return self._carried[1] if self._carried else self.default

    def _body_before(self, text: str) -> str:
        """The body that a text speaks of last, else the one carried over, else the document's."""
        clauses = [self._explicit(part) for part in _CLAUSE.split(text)]
        named = [found for found in clauses if found and found not in (_THAT_BODY, self.place)]
        carried = self._carried[1] if self._carried else ""
        return named[-1] if named else carried or self.body

    def heard(self, sentence: Sentence, text: str) -> None:
        """Take note of whom a sentence speaks of, so that a figure in a later one of its paragraph can be his."""
        borders = [0, *(match.end() for match in _CLAUSE.finditer(text))]
        for begin, end in zip(borders, [*borders[1:], len(text)], strict=True):
            found = self._explicit(text[begin:end])
            if found and found not in (_THAT_BODY, self.place):
                self._spoken = (sentence.paragraph, found)
                return

    def _explicit(self, clause: str) -> str:
        """The body or place that a clause begins with, a mark for a word that points to a body; else empty."""
        lead = _LEAD.match(clause)
        rest = clause[lead.end() :] if lead else clause
        if not rest:
            return ""
        if _PLACE_WORD.match(rest):
            return self.place
        if _BODY_WORD.match(rest):
            return _THAT_BODY
        known = next((name for name in self._known if rest.startswith(name)), "")
        leading = self._whole(_leading_body(rest))
        short = next((short for short in self.places if rest.startswith(short) and _VERBAL.match(rest, len(short))), "")
        return max(known, leading, key=len) or self.places.get(short, "")

    def _whole(self, name: str) -> str:
        """The full name of a place that the document knows under a short one: 东山区 for 东山."""
        return self.places.get(name, name)


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
    """The nouns that begin a text as far as the last of them that ends like a body or place; empty where none does.

    A place without 省, 市 or 区 that a noun follows is part of a name (中国名牌), before a verb it is a subject
    (临水有…).
    """
    if not _MAY_NAME.match(text):
        return ""
    name, best = "", ""
    tokens = tokens_of(text[:24])[:9]
    for (word, tag), following in zip(tokens, (*tokens[1:], ("", "x")), strict=True):
        if word == "所" and name and tag == "c":
            return name + word
        if not (is_noun((word, tag)) or word in ("与", "和", "及", "·")) or word in STATIVE:
            break
        name += word
        speaks = (following[1][0] in "vdpcuf" and following[1] != "vn") or following[0] in ("，", "、")
        if (_BODY.search(word) or tag in ("ns", "nt")) and len(name) >= 2 and speaks:
            best = name
    return best if len(best) <= 20 else ""
