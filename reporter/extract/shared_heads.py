"""Rows whose members leave their head, clause or verb to one of them, completed.

3个国家级、20个县级标准: the last holds the head. 其中省级9家 and 大型1座: the figure before does.
获认可的产品46个，项目467项 and 参与制定国家标准61项、行业标准56项: the first holds clause or verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reporter.extract.cues import BARE
from reporter.extract.elsewhere import Named
from reporter.extract.leftward import Phrase, before
from reporter.extract.tokens import LIMIT, is_generic, length, tidy

_JOINTS = ("、", "和", "及", "与")


def with_shared_heads(text: str, found: Sequence[Named]) -> list[Named]:
    """The figures of a sentence, in order, with what they share; ``text`` is the sentence."""
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        done[index] = _with_later_head(done[index], done[index + 1])
    done = [_within(text, item) for item in done]
    for index in range(1, len(done)):
        done[index] = _with_earlier_part(text, done, index)
    return done


_WITHIN = re.compile(r"(?:^|[，；：])(?:在|其中)?([^，；：。]{3,30}?)(?:当?中|里)，")


def _within(text: str, item: Named) -> Named:
    """A figure that a lead counts among its kind, named with it: 在企业参与制定的标准中，国家标准有61项;
    申报的农业标准中，国家级3个."""
    if is_generic(item.phrase.core) and not item.right.core and not item.change:
        return _introduced(text, item)
    leads = list(_WITHIN.finditer(text, 0, item.quantity.start))
    if not leads or item.right.core or item.change:
        return item
    kind = before(tidy(leads[-1][1])).core
    clause, _, head = kind.rpartition("的")
    core = item.phrase.core
    if head and BARE.match(core):
        return replace(item, phrase=Phrase(core + head))
    whole = f"{clause}的{core}"
    if clause and head and core.endswith(head[-2:]) and length(whole) <= LIMIT + 2:
        return replace(item, phrase=Phrase(whole))
    return item


def _with_later_head(item: Named, follower: Named) -> Named:
    """国家级 with the head of the member behind it, where both stand behind their number."""
    if not (item.right.core and follower.right.core and BARE.match(item.phrase.core)):
        return item
    head = _head(follower.phrase.core)
    return replace(item, phrase=Phrase(item.phrase.core + head, item.phrase.verb)) if head else item


_INTRODUCED = re.compile(r"([^，。；：]{3,40}?)(?:包括|包含|涵盖|有|为)：")


def _introduced(text: str, item: Named) -> Named:
    """A generic figure named with what introduces it: 专业领域的产品范围包括：…，共计产品52类."""
    leads = list(_INTRODUCED.finditer(text, 0, item.quantity.start))
    kind = before(tidy(leads[-1][1])).core if leads else ""
    whole = f"{kind}的{item.phrase.core}"
    return replace(item, phrase=Phrase(whole)) if kind and length(whole) <= LIMIT + 2 else item


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
    if BARE.match(phrase.core):
        whole = next((other for other in reversed(found[:index]) if not BARE.match(other.phrase.core)), None)
        head = (_head(whole.phrase.core) or whole.phrase.core) if whole and not whole.change else ""
        return replace(item, phrase=Phrase(phrase.core + head))
    between = text[last.quantity.reach_end + last.right.taken : item.quantity.reach_start]
    if last.phrase.relative and is_generic(phrase.core) and length(between) <= len(phrase.core) + 4:
        clause = last.phrase.core[: last.phrase.core.rindex("的") + 1] if "的" in last.phrase.core else ""
        return replace(item, phrase=Phrase(clause + phrase.core))
    if between.startswith(_JOINTS) and _same_verb(phrase, last.phrase):
        return replace(item, phrase=Phrase(phrase.core, last.phrase.verb))
    return item


def _same_verb(phrase: Phrase, last: Phrase) -> bool:
    """Whether a phrase without a verb has the head of one with a verb: 行业标准 behind 参与制定国家标准."""
    return bool(last.verb) and not phrase.verb and not phrase.relative and phrase.core[-2:] == last.core[-2:]
