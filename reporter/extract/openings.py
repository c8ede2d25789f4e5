"""What a clause begins with that can be the subject of its figures: a name, or a word that points to one.

A clause in simplified characters goes in, an ``Opening`` comes out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reporter.extract.bodies import leading_body
from reporter.extract.forms import is_whole_name, leading_person

_PLACE_WORD = re.compile(r"(?P<which>[全我本该各])(?P<head>省|市|县|区|州|旗|镇|乡|街道)(?![级局委办直政])")
# The first characters of words that point; most clauses begin with others.
_POINTS_FIRST = frozenset("全我本该各此每境辖省市县区州乡镇街行村社学企单馆园院校厂店站公医景中当")
_TOGETHER_WITHIN = 42
_INSIDE_PLACE = re.compile(r"(?:境内|辖区内?|[市县区]内(?!外))(?=..)")
_BODY_WORD = re.compile(
    r"(?:该|我|本|全|此)(?P<head>局|分局|总局|委|办|院|校|厂|公司|集团|所|站|中心|企业|单位|社|行|厅|部|处|系统|协会"
    r"|支队|大队|项目|工程|馆|园区|产业园|村|社区|基地|合作社|医院|学校|景区|大桥|水库|线路|大赛)"
)
# 园区推行…, 公司成立于…: the bare word stands for the one spoken of.
_BARE_BODY = re.compile(
    r"(?P<head>公司|集团|医院|学校|学院|中心|园区|基地|景区|合作社)(?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})"
)
_INSIDE_BODY = re.compile(r"(?P<head>馆|园|院|校|厂|店|站|村|镇|企业|公司|医院|学校|景区|园区|中心)(?:内|里|上)(?=..)")
_THERE = re.compile(r"当地(?=[\u4e00-\u9fff]{2})")
_OWN_LEVEL = re.compile(r"(?:[省市县区州]本级(?=..)|市区(?![一二三级域别长])(?=..))")
# 每个乡镇组建一支不少于30人的应急队伍: what a rule asks of every one.
_EACH = re.compile(
    r"(?:各|每个?)?(?P<name>乡镇|镇街|县区|区县|行政村|村|街道|社区|学校|企业|单位)(?=[^，]{0,12}(?:不得|不少于|不低于|不超过|至少|须|应当))"
)
_LEAD = re.compile(
    r"^(?:其中|同时|另外|此外|据悉|据介绍|据统计|据了解|与此同时|数据显示|目前|截至[^，]{1,12}|截止[^，]{1,12}|近年来|今年以来|今年"
    r"|去年|上半年|年末|全年|现在|近日|日前|到目前|当前|期间|作为[^，]{1,16}，|通过[^，]{1,20}，|在[^，]{2,16}(?:下"
    r"|中|上|里|期间)，?|(?:前不久|不久前)(?:[^，]{1,4}的)?|(?:国家|省|市)级的"
    r"|(?:走进|来到|步入|走访|坐落于|在)?位于[^，]{1,12}的"
    r"|新(?:开业|建成|落成|开通|启用)的|(?:刚刚?|已经?)[^，]{2,4}的|(?:国家)?\dA级(?:旅游)?景区|(?:但|却|而|并且?|且|但在|在){0,4}"
    r"(?:[一二三两四五几\d]{1,6}年前|过去|原来|原先|以前)|但是?|走进|来到|步入"
    r"|“?[一二三四五六七八九十]{1,4}五”?(?:期间|时期|末)|\d{4}年(?:[上下]半年|\d{1,2}月(?:份|\d{1,2}日)?|底|末)?"
    r"|\d{1,2}月\d{0,2}日?份?|\d{1,2}(?:至|-|—)\d{1,2}月|[一二三四五六七八九十]{1,4}是|首先是?|其次是?"
    r"|，|、|“|”| |\d{1,2}[.．、])+"
)
# Who says something, and words that make of a body anything but the one whose figure it is.
_NO_SUBJECT = re.compile(
    r"(?:据|记者|由|从|对|把|将|为|给|向|与|按|经|因|以|请|各|凡|每|有关|相关|上级|全体|新建|扩建|改建)"
)
_VERBAL = re.compile(r"有|拥有|共有|现有|是|要|将|已|成为|达|建|累计|共|全|实现|连续|在|的|以")
_OFFICER = re.compile(
    r"(?:党[组委]|原|副|常务|总|相关|有关|有?一位|有?一名|的)*(?:局长|主任|书记|院长|校长|厂长|经理|董事长|总裁|总监|负责人|负责同志"
    r"|科长|处长|所长|站长|队长|支队长|大队长|主席|会长|理事长|秘书长|工作人员|发言人|镇长|乡长|县长|市长|区长|村主任|园长|馆长|社长|行长"
    r"|厅长|台长|总工程师|工程师|教授|专家|医生|教师|校友)"
)
# What has speakers of its own figures; an office speaks of its place's.
_SPEAKS_FOR_ITSELF = re.compile(
    r"(?:公司|集团|厂|医院|学院|大学|学校|中学|小学|合作社|银行|村|社区|园区|景区|基地|农场|协会|众创空间|孵化器|纺织|镇|乡)$"
)
_TOGETHER = re.compile(r"[^，。；：]{2,40}?等(?:[\d一二三四五六七八九十多几]+个?)?(?:部门|单位|机构)")
# 启动县道X208线升级改造: the road that work begins on.
_STARTED = re.compile(r"(?:启动|推进|加快推进|加快|实施)(?P<name>(?:[国省县乡]道)?[GSXYC]?\d{1,4}[甲乙丙]?线)")
_OWNERS = re.compile(r"(?P<name>[\u4e00-\u9fff]{4,14})的(?:负责人|老板|董事长|总经理|厂长)")

Kind = Literal["name", "place", "pointing", "none"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a clause begins with: a ``name``; the document's own ``place``; the ``pointing`` word's head (局 of 该局,
    empty for 当地); or ``none``. ``reach`` is how many characters of the clause it takes."""

    kind: Kind
    text: str = ""
    reach: int = 0


NONE = Opening("none")


class Openings:
    """Reads clauses of one document.

    Args:
        known: names of bodies and firms that the document holds, longest first.
        places: short name → full name of its places.
        place: its own place.
    """

    def __init__(self, known: Sequence[str], places: Mapping[str, str], place: str) -> None:
        self._known: dict[str, list[str]] = {}
        for name in known:
            self._known.setdefault(name[:2], []).append(name)
        self._places = places
        self._place = place
        self._read: dict[tuple[str, str], Opening] = {}

    def of(self, clause: str, sign: str = "") -> Opening:
        """The opening of a clause; ``sign`` is what ends it."""
        found = self._read.get((clause, sign))
        if found is None:
            found = self._read[clause, sign] = self._opening(clause, sign)
        return found

    def forget(self) -> None:
        """Let go of the clauses read so far."""
        self._read.clear()

    def _opening(self, clause: str, sign: str) -> Opening:
        lead = _LEAD.match(clause)
        begin = lead.end() if lead else 0
        rest = clause[begin:]
        if sign in ("：", ":") and (name := self._labelled(rest)):
            return Opening("name", name, len(clause))
        found = self._pointing(rest) or self._named(rest)
        return Opening(found.kind, found.text, begin + found.reach) if found.kind != "none" else NONE

    def _labelled(self, label: str) -> str:
        """The name that a label is (青岭茶业有限公司：…); empty for a label that is none."""
        label = label.strip(" “”")
        if label in self._places:
            return self._places[label]
        person, reach = leading_person(label)
        if person and reach == len(label):
            return person
        return label if label in self._known or is_whole_name(label) else ""

    def _pointing(self, rest: str) -> Opening | None:
        """What a word that points to a place or body gives; None for any other beginning."""
        if rest[:1] not in _POINTS_FIRST and "等" not in rest[:_TOGETHER_WITHIN]:
            return None
        if match := _PLACE_WORD.match(rest):
            return self._place_pointed(match, rest)
        if match := _INSIDE_PLACE.match(rest) or _TOGETHER.match(rest):
            return Opening("place", self._place, match.end())
        if match := _INSIDE_BODY.match(rest):
            return Opening("pointing", match["head"], match.end())
        if match := _THERE.match(rest):
            return Opening("pointing", "", match.end())
        return self._levelled(rest)

    def _place_pointed(self, match: re.Match[str], rest: str) -> Opening:
        """What 全市, 该镇 and 我县 mean: the body behind them (我县公安局), the document's place, or one spoken of."""
        inner = leading_body(rest[match.end() :]) if match["which"] in "我本该" else ""
        if inner and not inner.startswith(match["head"]):
            return Opening("name", inner, match.end() + len(inner))
        if match["which"] == "各" or self._is_own_kind(match["head"]):
            return Opening("place", self._place or "全" + match["head"], match.end())
        return Opening("pointing", match["head"], match.end())

    def _levelled(self, rest: str) -> Opening | None:
        """A level of the document's own place (市本级, 市区), each of its parts (每个乡镇), a body of its own (本府);
        None for any other beginning."""
        if match := _OWN_LEVEL.match(rest):
            repeated = match[0] != "市区" and match[0][0] == self._place[-1:]
            return Opening("name", self._place + match[0][repeated:], match.end())
        if match := _EACH.match(rest):
            return Opening("name", match["name"], match.end())
        if rest.startswith("本府") and (inner := leading_body(rest[2:])):
            return Opening("name", inner, 2 + len(inner))
        return None

    def _is_own_kind(self, head: str) -> bool:
        """Whether a word such as 全市 can mean the document's own place."""
        return self._place.endswith(head) or self._place[-1:] not in (
            "省",
            "市",
            "县",
            "区",
            "州",
            "旗",
            "镇",
            "乡",
            "道",
        )

    def _named(self, rest: str) -> Opening:
        """The name that a clause begins with, or a word that points to a body."""
        if not rest or _NO_SUBJECT.match(rest):
            return NONE
        person, reach = leading_person(rest)
        if person:
            return Opening("name", person, reach)
        leading = leading_body(rest)
        if not leading and (match := _BODY_WORD.match(rest) or _BARE_BODY.match(rest)):
            return Opening("pointing", match["head"], match.end())
        known = next((name for name in self._known.get(rest[:2], ()) if rest.startswith(name)), "")
        short = next((name for name in self._places if rest.startswith(name) and _VERBAL.match(rest, len(name))), "")
        name = max(known, leading, key=len) or short
        owner = (_STARTED.match(rest) or _OWNERS.match(rest)) if not name else None
        if owner and not owner["name"].endswith(("局", "委", "办", "部门", "厅")):
            return Opening("name", owner["name"], owner.end("name"))
        if not name or (_OFFICER.match(rest, len(name)) and not _SPEAKS_FOR_ITSELF.search(name)):
            return NONE
        return Opening("name", self._places.get(name, name), len(name))
