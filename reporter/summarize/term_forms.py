"""What is no term whatever it is about: places, persons, offices, tasks, kinds of papers. Tests of one phrase.

A phrase is given as its words in simplified characters with their parts of speech (those of ICTCLAS).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reporter.language.areas import areas_of_stem
from reporter.language.people import COMMON_SURNAMES, is_person
from reporter.language.rarity import rarity

_LEVEL = re.compile("[省市县区州旗盟镇乡村]")
# Those that no other word ends in when they stand apart.
_LONE_LEVEL = frozenset("县市州旗镇乡")
_NAMED_PLACE = re.compile(r"[㐀-鿿]{2,5}(?:自治[区州县旗]|新区|[省市县区州旗盟镇乡村])")
_NO_PLACE = re.compile(
    r".*(?:高新|开发|经开|工业|保护|示范|试验|实验|保税|功能|[社小景园城库校厂片辖地矿山林牧灌])区|.*[城都超股]市|.*(?:城镇|城乡|农村|乡村|新村)"
)
_ALL_OF = re.compile("(?:全|各|我|本)[省市县区州旗盟镇乡村国局院校]{1,2}.{0,2}")
# Parts of speech of names as the tagger guesses them (place, person, other name).
_NAMES = ("ns", "nr", "nz", "nt")

_ROLE = re.compile(
    r"(?:[局厅处科院校队市县区镇乡村部会所]长|书记|主任|主席|经理|代表|委员|干部|领导|记者|专家|负责人|(?:同志|朋友|先生|女士)们?)$"
)
_OFFICE = re.compile(
    r"(?:(?<![格结布全时变])局|厅|管委|发改委|县委|市委|区委|省委|部门|政府|机关|办公室|委员会|管委会|领导小组|党组|党委|支部|单位|集团|公司|大队|支队)$"
)
_FIRM = re.compile("(?:公司|集团)$")
# Offices that speak of their own place.
_PUBLIC = re.compile("(?:(?<![格结布全时变])局|厅|[县市区省]委|政府|委员会|管委会|党委|党组)$")

# What opens a task (推进…, 加强…): the term is what follows.
_TASK = re.compile(
    "加强|加快|加大|推进|推动|推行|强化|深化|完善|健全|落实|落到|落细|抓(?!手|拍|斗)|狠抓|突出|坚持|着力|大力|全力|积极|努力|切实|深入|扎实|"
    "稳步|认真|严格|严把|严守|严打|打好|打赢|做[好强大优实细]|擦亮|筑牢|夯实|压实|守[牢住好]|扛[起牢]|把[好牢]|提高|提升|促进|增强|开展|实施|营造|打造|"
    "构建|搭建|树立|贯彻|确保|保障好|扩大|拓展|争创|力争|优化|净化|激发|释放|聚焦|围绕|紧扣|补齐|理顺|用好|管好|搞好|办好|服务好|"
    "进一步|不断|持续|全面|坚决|牢牢|牢固|精准发力|齐抓|培育壮大|壮大|引导|鼓励|举办|召开|印发|出台|制定|组织开展|取得|实现|培育(?!基地|中心|期)|"
    "建设(?!用地|项目|工程|规划|标准|单位|资金|成本|周期|投资)"
)
# Kinds of papers and what any of them speaks of.
_GENRE = re.compile(
    r"(?:工作日?|报告|总结|计划|方案|情况|公报|通报|通知|讲话|要求|做法|意见|要点|打算|问题|方面|经验|成效|成绩|会议|精神|任务|进展|"
    r"附件|名单|新闻|消息|来源|总则|附则|前言|目录|体会|启示|现状|概况|展望|形势|综述|简报|纪要|回顾|大纲|见闻|决定|大事记|思路|举措|事项)$"
)
# What official papers call themselves.
_PAPER = re.compile("(?:工作|总结|小结|报告|计划|规划|公报|通知|讲话|要点|打算|汇报|思路|方案)$")
# What makes a clause of a run of words.
_PREDICATE = re.compile(
    "达到?|超过?|占|不断.{0,2}|逐步.{0,2}|迅速.{0,2}|日益.{0,2}|明显.{0,2}|显著.{0,2}|进展顺利|顺利.{0,2}|加快.{0,2}|有所.{0,2}|突破|召开|获悉|"
    "牵动|完成|提速|提效|提质|应当?|要|让|受到|得到|予以|成为|变成|位居|居|到位|说|称|落到实处|得人心|见成效|见实效|上台阶|出台|再创.{0,3}"
)
# Single characters that no term opens with: measures and verbs that the tagger takes for nouns.
_CUT = frozenset("家步处支率年月次人名项要让占应达含把将使需各每该本或及等并均已曾正又也还再即则抓寓出万亿千百余多")
# Measures and words of counting, which stand in any report with figures.
_COUNTING = re.compile(
    "(?:同比|环比|比?上年|较上年|年均|累计).{0,4}|人次|户次|[万亿千百].{1,2}|年[度末底初内]|.{0,3}(?:以上|以下|以内|小时内|左右)"
)


def is_place(words: Sequence[str], tags: Sequence[str], official: bool) -> bool:
    """Whether the phrase is the name of a place, or says no more than all of a place (全县).

    A place without its level (the stem of 某某市) may be what a text is about; one that is ``official``, that names
    offices, is from there.
    """
    if len(words) == 2 and words[1] in _LONE_LEVEL and tags[0].startswith("n"):
        return True
    rest = all(_LEVEL.fullmatch(word) or tag == "ns" for word, tag in zip(words[1:], tags[1:], strict=True))
    if _ALL_OF.fullmatch("".join(words)) or (len(words) > 1 and rest and tags[0].startswith(_NAMES)):
        return True
    return rest and _is_division(words[0], tags[0], official)


def opens_with_place(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a division or all of one (某某县, 全县) stands before the term."""
    return len(words) > 1 and (_ALL_OF.fullmatch(words[0]) is not None or _is_division(words[0], tags[0], False))


def _is_division(word: str, tag: str, stem: bool) -> bool:
    """Whether a word is an administrative division, with ``stem`` also one without its level.

    The tagger takes names that it does not know for any noun.
    """
    if not (tag.startswith(_NAMES) or (tag == "n" and word not in rarity())):
        return False
    if _NAMED_PLACE.fullmatch(word):
        return _NO_PLACE.fullmatch(word) is None
    return stem and tag.startswith(_NAMES) and bool(areas_of_stem(word))


def is_of_person(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether the phrase is a person's name or says in what role people speak (蔡局长, 主任)."""
    form = "".join(words)
    return bool(_ROLE.search(form)) or (tags[0].startswith("nr") and is_person(form, COMMON_SURNAMES))


def is_office(words: Sequence[str]) -> bool:
    """Whether the phrase ends like an office or a body, or names a firm by its form."""
    return bool(_OFFICE.search(words[-1])) or any(map(_FIRM.search, words))


def is_public_office(words: Sequence[str]) -> bool:
    """Whether the phrase ends like an office of the state or the party."""
    return _is_public(words[-1])


@lru_cache(maxsize=1 << 14)
def _is_public(word: str) -> bool:
    return _PUBLIC.search(word) is not None


def is_paper(words: Sequence[str]) -> bool:
    """Whether the phrase ends like the title of an official paper."""
    return bool(_PAPER.search(words[-1]))


def is_task(words: Sequence[str]) -> bool:
    """Whether the phrase begins with what is to be done rather than with what it is done to."""
    return bool(_TASK.match("".join(words)))


def is_predicate(words: Sequence[str]) -> bool:
    """Whether the phrase says something of something (覆盖率达到, 任务进展顺利)."""
    return len(words) > 1 and any(map(_PREDICATE.fullmatch, words[1:]))


def is_cut(words: Sequence[str]) -> bool:
    """Whether the phrase begins with the end of something else (家|小微企业, 率|达到)."""
    return len(words) > 1 and words[0] in _CUT


def is_counting(words: Sequence[str]) -> bool:
    """Whether the phrase is a measure or says how a figure is counted (人次, 同比增长)."""
    return _COUNTING.fullmatch("".join(words)) is not None


def is_genre(words: Sequence[str]) -> bool:
    """Whether the phrase is a kind of paper, or what any paper speaks of (工作计划, 主要做法)."""
    return bool(_GENRE.search(words[-1]))
