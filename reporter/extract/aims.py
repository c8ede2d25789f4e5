"""Which figures of a document are aims: by the words of their sentence, and in a part that plans by what they say.

Before: indicators with the roles that their sentences give them. After: the role (target or plan) of those that are
to be reached.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reporter.extract.clauses import clause_start
from reporter.extract.cues import DOING, REACHING, STATIVE, words
from reporter.extract.no_aims import OWN_WORD, Around, is_no_aim
from reporter.extract.outlook import Outlook
from reporter.extract.plan_years import has_open_deadline, is_over
from reporter.extract.roles import DONE, role_to_come
from reporter.extract.tokens import is_verb, tokens_of
from reporter.model.document import Indicator, Role, Sentence
from reporter.model.text import Span

_COMPARES = re.compile(r"(?:比|较|同比|环比)")
# Verbs at the head of a clause that say what is meant, not what is done.
_MEANT = words("聚焦 围绕 坚持 依托 面向 瞄准 锚定 根据 依据 遵循 立足 对照 结合 属于 需 需要 占 达")
_EARLIER = re.compile(r"(?:[去前]年|上年度?|往年|历年|近[几两三五\d]年)")
_BASIS = re.compile(r"(?:比|较|与|同|在)[^，。；]{0,3}(?:[去上前]年|20\d\d年)[^，。；\d]{0,6}(?:基础上)?")
# So much of a sentence before a figure is read; the longest sentence of the corpora of the tests has 250 characters
# before its last figure.
_REACH = 280
# So many characters of a clause show its first words.
_HEAD = 12


def aims(
    outlook: Outlook,
    sentences: Sequence[Sentence],
    indicators: Sequence[Indicator],
    answered: Callable[[Span], bool],
) -> dict[str, Role]:
    """The role of every figure that is an aim, by its id, in reading order; empty for a document that sets none.

    Args:
        answered: whether somebody answers for what stands at a place.
    """
    known = {sentence.id: sentence for sentence in sentences}
    found: dict[str, Role] = {}
    if outlook.announces:
        return found
    before: Indicator | None = None
    for item in indicators:
        goes_on = before is not None and before.sentence == item.sentence and before.id in found
        role = _Figure(outlook, known[item.sentence], item).aim(goes_on=goes_on, answered=answered(item.span))
        if role:
            found[item.id] = role
        before = item
    return found


def with_aims(indicators: Sequence[Indicator], found: dict[str, Role]) -> tuple[Indicator, ...]:
    """The indicators with the role that the document gives them: what its part plans is planned, not reached.

    Changes stay changes: they belong to the figure that they change.
    """
    return tuple(
        replace(item, role=found[item.id]) if item.role == "actual" and item.id in found else item
        for item in indicators
    )


def _tells(words_before: str) -> bool:
    """Whether words tell of what was; 累计 tells nothing in a plan (五年累计下降10%)."""
    return bool(DONE.search(words_before.replace("累计", "")) or _EARLIER.search(words_before))


def _begins_with_verb(clause: str) -> bool:
    """Whether a clause begins with a verb of something that is done (硬化村道8公里), adverbs before it left out."""
    for token in tokens_of(clause.lstrip(" \u3000")[:_HEAD]):
        if token[1] == "d":
            continue
        return is_verb(token) and token[0] not in STATIVE and token[0] not in _MEANT
    return False


class _Figure:
    """A figure among the words of its sentence."""

    def __init__(self, outlook: Outlook, sentence: Sentence, item: Indicator) -> None:
        self.outlook, self.item = outlook, item
        low = max(sentence.span.start, item.span.start - _REACH)
        high = min(sentence.span.end, item.span.end + _REACH // 4)
        text = outlook.document.simplified[low:high]
        start = item.span.start - low
        self.ahead = text[: clause_start(text, start)]
        self.clause = text[len(self.ahead) : start]
        self.around = Around(text, start, item.span.end - low, self.clause)
        self.part = outlook.part(sentence)

    def aim(self, *, goes_on: bool, answered: bool) -> Role | None:
        """The role of a figure that is to be reached, else None.

        Args:
            goes_on: whether the figure before it in the sentence is an aim.
            answered: whether somebody answers for it.
        """
        said = self._said()
        wanted = said is not None or self.part == "ahead" or answered
        if not wanted or is_no_aim(self.item, self.around):
            return None
        if said and is_over(self.ahead + self.clause, self.outlook.issued):
            return None
        if self.part in ("behind", "rules"):
            return said if said == "target" and self._has_open_deadline(inferred=self.part == "rules") else None
        if said or not (self.part == "ahead" or answered):
            return said
        return self._planned(goes_on=goes_on)

    def _said(self) -> Role | None:
        """The role that the words of the sentence give it, a change too."""
        role: Role | None = self.item.role
        if role == "change":
            role = role_to_come(self.around.text, self.around.start, self.around.end)
        if role == "plan" and self.outlook.document.kind == "bulletin" and "预计" in self.ahead + self.clause:
            return None  # what statistics expect is an estimate
        return role if role in ("target", "plan") else None

    def _planned(self, *, goes_on: bool) -> Role | None:
        """The role in a part that plans: of what is to be done or to be reached, and of what goes on with it; not of a
        bare comparison (较上年减少8%) with a figure that is no aim."""
        if self._is_done() or (self.item.role == "change" and not goes_on and _COMPARES.match(self.clause)):
            return None
        reached = REACHING.search(self.clause)
        done = DOING.search(self.clause) or _begins_with_verb(self.clause)
        if not (reached or done or goes_on) or (self.item.role == "threshold" and not (reached or self.item.bound)):
            return None
        return "target" if reached and not DOING.match(self.clause) else "plan"

    def _is_done(self) -> bool:
        """Whether the sentence up to the figure tells what was: 去年, 已, a year before those planned for."""
        own, said = _BASIS.sub("", self.clause), _BASIS.sub("", self.ahead)
        if is_over(said + own, self.outlook.years.first) or _tells(own):
            return True
        return not OWN_WORD.search(own) and _tells(said)

    def _has_open_deadline(self, *, inferred: bool) -> bool:
        """Whether a deadline stands before the figure that is not over; ``inferred`` for one without its year too."""
        outlook = self.outlook
        return has_open_deadline(outlook.document, self.ahead + self.clause, outlook.year, inferred=inferred)
