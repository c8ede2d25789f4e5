"""Rows whose members leave their head, clause or verb to one of them, completed.

3个国家级、20个县级标准: the last holds the head. 其中省级9家 and 大型1座: the figure before does.
获认可的产品46个，项目467项 and 参与制定国家标准61项、行业标准56项: the first holds clause or verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.cues import ATTRIBUTE, BARE
from reporter.extract.elsewhere import Named
from reporter.extract.leftward import Phrase, before
from reporter.extract.tokens import LIMIT, is_generic, is_lone_verb, length, tidy, tokens_of

_JOINTS = ("、", "和", "及", "与")


def with_shared_heads(text: str, found: Sequence[Named]) -> list[Named]:
    """The figures of a sentence, in order, with what they share; ``text`` is the sentence."""
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        done[index] = _with_later_head(done[index], done[index + 1])
    done = [_within(text, item) for item in done]
    for index in range(1, len(done)):
        done[index] = _with_earlier_part(text, done, index)
    for index in range(1, len(done)):
        done[index] = _with_topic(text, done, index)
    return done


# Names that say of what only with the figure before them: 经费, 逾期率, 受益.
_DEPENDENT = re.compile(
    r"(?:涉及|投入|落实|到位|完成|总|所需|安排|补助|拨付|支付)?(?:资金|经费|投资|总投资|金额|价款|货值)|(?:合格|不合格|办结|破获|逾期|到位|达标|完成|成功"
    r"|执行|兑现|回收|抢救成功|命中|检出|参保|入驻|入住)率|支出进度|受益|受惠|受惠人次|参与学生|参与人数|(?:人均|户均|生均|次均)?费用|次均费用|拨付|租借"
    r"|总?库容|结余|滚存结余|短收|超收|收托幼儿|合格|不合格|破获|检出"
)
_TAIL = re.compile(r"(?<=..)(?:余额|总额|数量|总量|收入|支出|立项|发放|人数|户数|发生|受理|数)$")


def _with_topic(text: str, found: Sequence[Named], index: int) -> Named:
    """A figure whose name only depends on another, named with the thing that the figure before it counts.

    校舍补强37栋，经费2亿元 has 校舍补强经费.
    """
    item = found[index]
    own = item.phrase.text
    if item.change or item.right.core:
        return item
    if account := _of_account(own, found[:index]):
        return item._replace(phrase=Phrase(account))
    if not _DEPENDENT.fullmatch(own):
        return item
    alone = _SAME_UNIT.fullmatch(own) is not None
    for last in reversed(found[:index]):
        between = text[last.quantity.reach_end : item.quantity.reach_start]
        if "；" in between or "。" in between:
            break
        topic = _TAIL.sub("", last.phrase.core)
        kin = last.quantity.unit == item.quantity.unit if item.quantity.family == "count" else _same_family(last, item)
        if _is_topic(last, topic) and own not in topic and alone == kin:
            rest = _NOT_SAID.sub("", own)
            whole = topic + (rest[-1:] if topic.endswith(rest[:-1]) else rest)
            room = LIMIT // 2 if alone else LIMIT - 4 if own[-1] == "率" else LIMIT + 2
            return item._replace(phrase=Phrase(whole)) if length(whole) <= room else item
    return item


def _of_account(own: str, earlier: Sequence[Named]) -> str:
    """The other side of an account or its rest, named with the account (社保基金总收入 and 总支出, 结余; 债务余额 and
    限额); empty where no figure before is an account's."""
    for last in reversed(earlier):
        core = last.phrase.core
        if last.change or not (side := _SIDE.search(core)) or length(core) > LIMIT:
            continue
        if own in ("支出", "总支出") and side[0].endswith("收入"):
            return core[: side.start()] + own
        if _REST_OF.fullmatch(own) and side[0] != "债务余额":
            return core[: side.start()] + own
        if own.endswith("限额") and side[0] == "债务余额":
            return core[: side.start()] + "债务限额"
    return ""


_SIDE = re.compile(r"(?<=..)(?:总?收入|总?支出|债务余额)$")
_REST_OF = re.compile(r"(?:当年|年末|滚存|累计)*(?:结余|短收|超收)")


def _same_family(first: Named, second: Named) -> bool:
    return first.quantity.family == second.quantity.family


def _is_topic(item: Named, topic: str) -> bool:
    """Whether a figure is of a thing that the ones behind it can be of too: no measure, no share, no lone verb."""
    thing = item.quantity.family in ("count", "money") or item.quantity.unit.lstrip("万") in _EXTENTS
    if (
        item.change
        or not thing
        or len(topic) < 2
        or is_lone_verb(topic)
        or is_generic(topic)
        or ATTRIBUTE.search(topic)
    ):
        return False
    plain = not _NO_TOPIC.search(topic) and all(tag not in ("d", "ad", "p") for _, tag in tokens_of(topic))
    return plain and not _DEPENDENT.fullmatch(topic) and not topic.startswith(("每", "人均"))


_NO_TOPIC = re.compile(r"全|达$|合格$|(?:占地|用地|编列)$")
_EXTENTS = ("亩", "公顷", "公里")
_SAME_UNIT = re.compile(r"合格|不合格|破获|检出|死亡")
_NOT_SAID = re.compile(r"^(?:涉及|完成|落实|所需|投入)(?=资金|经费|投资|金额)")


_WITHIN = re.compile(r"(?:^|[，；：])(?:在|其中)?([^，；：。]{3,30}?)(?:当?中|里)，")


def _within(text: str, item: Named) -> Named:
    """A figure that a lead counts among its kind, named with it: 在企业参与制定的标准中，国家标准有61项;
    申报的农业标准中，国家级3个."""
    if is_generic(item.phrase.core) and not item.right.core and not item.change:
        return _introduced(text, item)
    if item.right.core or item.change or not ("中，" in text or "里，" in text):
        return item
    leads = list(_WITHIN.finditer(text, 0, item.quantity.start))
    if not leads:
        return item
    kind = before(tidy(leads[-1][1])).core
    clause, _, head = kind.rpartition("的")
    core = item.phrase.core
    if head and BARE.match(core):
        return item._replace(phrase=Phrase(core + head))
    whole = f"{clause}的{core}"
    if clause and head and core.endswith(head[-2:]) and length(whole) <= LIMIT + 2:
        return item._replace(phrase=Phrase(whole))
    return item


def _with_later_head(item: Named, follower: Named) -> Named:
    """国家级 with the head of the member behind it, where both stand behind their number."""
    if not (item.right.core and follower.right.core and BARE.match(item.phrase.core)):
        return item
    head = _head(follower.phrase.core)
    return item._replace(phrase=Phrase(item.phrase.core + head, item.phrase.verb)) if head else item


_INTRODUCED = re.compile(r"([^，。；：]{3,40}?)(?:包括|包含|涵盖|有|为)：")


def _introduced(text: str, item: Named) -> Named:
    """A generic figure named with what introduces it: 专业领域的产品范围包括：…，共计产品52类."""
    leads = list(_INTRODUCED.finditer(text, 0, item.quantity.start))
    kind = before(tidy(leads[-1][1])).core if leads else ""
    whole = f"{kind}的{item.phrase.core}"
    return item._replace(phrase=Phrase(whole)) if kind and length(whole) <= LIMIT + 2 else item


def _head(core: str) -> str:
    """A noun phrase without the modifier of rank or size that begins it: 县级标准 leaves 标准; empty for one
    without."""
    for size in range(min(4, len(core) - 1), 0, -1):
        if BARE.match(core[:size]):
            return core[size:].removeprefix("以上").removeprefix("的")
    return ""


def _with_earlier_part(text: str, found: Sequence[Named], index: int) -> Named:
    """A figure that stands behind its name, with the head, clause or verb that it shares with one before it."""
    item, last = found[index], found[index - 1]
    phrase = item.phrase
    if item.change or last.change or item.right.core:
        return item
    if _is_bare(phrase.core):
        whole = next((other for other in reversed(found[:index]) if not _is_bare(other.phrase.core)), None)
        head = (_head(whole.phrase.core) or whole.phrase.core) if whole and not whole.change else ""
        head = head.removeprefix("中央").removeprefix("地方")
        return item._replace(phrase=Phrase(phrase.core + head))
    between = text[last.quantity.reach_end + last.right.taken : item.quantity.reach_start]
    if last.phrase.relative and is_generic(phrase.core) and length(between) <= len(phrase.core) + 4:
        clause = last.phrase.core[: last.phrase.core.rindex("的") + 1] if "的" in last.phrase.core else ""
        return item._replace(phrase=Phrase(clause + phrase.core))
    if between.startswith(_JOINTS) and _same_verb(phrase, last.phrase):
        return item._replace(phrase=Phrase(phrase.core, last.phrase.verb))
    return item


def _is_bare(core: str) -> bool:
    """Whether a name is but a level that leaves its head to a neighbour: 省级, 中央."""
    return core in ("中央", "地方") or BARE.match(core) is not None


def _same_verb(phrase: Phrase, last: Phrase) -> bool:
    """Whether a phrase without a verb has the head of one with a verb: 行业标准 behind 参与制定国家标准."""
    return bool(last.verb) and not phrase.verb and not phrase.relative and phrase.core[-2:] == last.core[-2:]
