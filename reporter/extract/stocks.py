"""Totals behind what is new, told apart from it: 新增规上企业12家，累计达到87家 counts 87 规上企业, not 87 new ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.extract.elsewhere import Named
from reporter.extract.leftward import Phrase

_NEW = re.compile(r"(?:新增|净增|新建|新认定|新培育)(?=..)")
_TOTAL = re.compile(r"累计|总数|总量|总计|合计|达|共|现有|保有|增至|增加到|已有")


def with_stocks(found: Sequence[Named]) -> list[Named]:
    """The figures of a sentence, in order; a total that took the name of what is new before it has that name without
    the word for new. A total of what is new by its own words (累计新增) keeps it."""
    done: list[Named] = []
    for stated in found:
        item = stated
        earlier = any(other.name == item.name and not other.change for other in done)
        new = _NEW.match(item.name) if earlier and not item.change else None
        if new and _TOTAL.search(item.left) and new[0] not in item.left:
            item = item._replace(phrase=Phrase(item.name[new.end() :]))
        done.append(item)
    return done
