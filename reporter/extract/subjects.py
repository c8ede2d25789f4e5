"""Whose figure it is: the label of its list item, the body or place its sentence begins with, the one the paragraph
speaks of, or the document's own.

全市 and 我区 stand for the document's place, 该局 and 我公司 for the body spoken of. Subjects are in simplified
characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from reporter.extract.bodies import last_named, leading_body
from reporter.extract.clauses import clause_starts, clauses
from reporter.extract.places import ADMINISTRATIVE, place_of, short_places, titled_name, untruncated
from reporter.language.script import simplified
from reporter.model.document import Document, Sentence

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
    r"|中|上|里|期间)，?|(?:前不久|不久前)(?:[^，]{1,4}的)?|(?:国家|省|市)级的|位于[^，]{1,12}的"
    r"|新(?:开业|建成|落成|开通|启用)的|(?:刚刚?|已经?)[^，]{2,4}的|(?:国家)?\dA级(?:旅游)?景区"
    r"|“?[一二三四五六七八九十]+五”?(?:期间|时期|末)|\d{4}年(?:[上下]半年|\d{1,2}月(?:份|\d{1,2}日)?|底|末)?"
    r"|\d{1,2}月\d{0,2}日?份?|[一二三四五六七八九十]+是|首先是?|其次是?|，|、|“|”| )+"
)
# Who says something, and words that make of a body anything but the one whose figure it is.
_NO_SUBJECT = re.compile(
    r"(?:据|记者|由|从|对|把|将|为|给|向|与|按|经|因|以|请|各|凡|每|有关|相关|上级|全体|新建|扩建|改建)"
)
_VERBAL = re.compile(r"有|拥有|共有|现有|是|要|将|已|成为|达|建|累计|共|全|实现|连续|在|的|以")

# A body above the document's place acts on it, and what follows is the place's again.
_SUPERIOR = re.compile("国家|全国|中央|国务院|省")
_THAT_BODY = "\0"
# How far back 该工程 and 该村 look for the one meant.
_MEANT_WITHIN = 300


_OFFICES = frozenset(["局", "分局", "总局", "委", "办", "部", "处", "厅", "系统", "单位", "企业", "行", "社"])


class Subjects:
    """Finds the subjects of one document's figures, sentence by sentence in reading order."""

    def __init__(self, document: Document) -> None:
        self.places = short_places(document)
        self.place = place_of(document, self.places)
        titled = titled_name(document, self.place)
        if titled and ADMINISTRATIVE.search(titled):
            self.place = titled
        bodies = [
            untruncated(simplified(body), document.regions) for body in document.organisations if body[0] not in "各有"
        ]
        self.body = next(iter(bodies), "")
        self._firm = titled if titled and not ADMINISTRATIVE.search(titled) else ""
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
        self._found: dict[str, tuple[str, int]] = {}

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
        starts = clause_starts(text)
        parts = clauses(text)
        for index in range(bisect_right(starts, start) - 1, -1, -1):
            found, reach = self._explicit(parts[index])
            if not found or starts[index] + reach > start:
                continue
            if found[0] == _THAT_BODY:  # 该局, 全局, 该工程: the one spoken of before
                found = self._meant(found[1:], text[: starts[index]])
            if found:
                self._spoken = (sentence.paragraph, found)
                return found
        return self._carried[1] if self._carried else self.default

    def _meant(self, head: str, text: str) -> str:
        """Whom 该 with this head means: the last one before that is named so, the body that the text speaks of last,
        the one carried over, the document's."""
        sought = head not in _OFFICES and not self._firm.endswith(head)
        if sought and (name := last_named((self._said + text)[-_MEANT_WITHIN:], head)):
            return self.places.get(name, name)
        explicit = [self._explicit(part)[0] for part in clauses(text)]
        named = [found for found in explicit if found and found[0] != _THAT_BODY and found != self.place]
        carried = self._carried[1] if self._carried and self._carried[1] != self.place else ""
        return named[-1] if named else carried or self.body

    def heard(self, sentence: Sentence, text: str) -> None:
        """Take note of whom a sentence speaks of, so that a figure in a later one of its paragraph can be his."""
        self._said = (self._said + text)[-_MEANT_WITHIN:]
        for clause in clauses(text):
            found = self._explicit(clause)[0]
            if found and found[0] != _THAT_BODY and found != self.place and not _SUPERIOR.match(found):
                self._spoken = (sentence.paragraph, found)
                break
        self._found.clear()

    def _explicit(self, clause: str) -> tuple[str, int]:
        """The body or place that a clause begins with, or a mark for a word that points to a body, and how far it
        reaches; empty where it begins with none."""
        found = self._found.get(clause)
        if found is None:
            found = self._found[clause] = self._read(clause)
        return found

    def _read(self, clause: str) -> tuple[str, int]:
        """What ``_explicit`` remembers while a sentence is read."""
        lead = _LEAD.match(clause)
        begin = lead.end() if lead else 0
        rest = clause[begin:]
        if place := _PLACE_WORD.match(rest):
            return self.place, begin + place.end()
        if not rest or _NO_SUBJECT.match(rest):
            return "", 0
        leading = leading_body(rest)
        if not leading and (pointing := _BODY_WORD.match(rest) or _BARE_BODY.match(rest)):
            return _THAT_BODY + pointing["head"], begin + pointing.end()
        known = next((name for name in self._known if rest.startswith(name)), "")
        short = next((short for short in self.places if rest.startswith(short) and _VERBAL.match(rest, len(short))), "")
        name = max(known, leading, key=len) or short
        return self.places.get(name, name), begin + len(name)
