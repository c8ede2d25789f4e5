"""A title for a document that states none: one contiguous stretch of its first sentences.

Candidates are runs of clauses, freed from what leads in (日前，, 记者从…获悉，) and what leads out. The best says who
does what: it begins with a body or a place, holds an action, a slogan or a kind of event, repeats the document's
words, and is as long as a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reporter.model import Sentence, Span, Title
from reporter.structure.phrases import is_task

_LONGEST = 40  # characters of an inferred title
_BEST = (12, 36)  # the length that titles of the sort mostly have
_SENTENCES = 4  # how far from the beginning it may be taken

_LEAD = re.compile(
    r"(?:日前|近日|近期|最近|昨日|昨天|今日|今天|据悉|据了解|据介绍|目前|当前|今年以来|近年来|一直以来|同时|会上|会后|其中|截至目前|"
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:上午|下午|晚)?|\d{1,2}日)[，,]\s*"
)
_HEARD = re.compile(
    r"记者(?:近日|日前|今日|昨日)?(?:从|在)(?P<where>[^，。]{4,40}?)(?:上|中|里)?(?:了解到|获悉|得知|看到)[，,：:]?"
)
_EVENT = re.compile(r"(?:会议?|论坛|活动|仪式|培训班|行动|工作|现场|精神)$")
_RESULT = re.compile(r"(?:成为|就是|作为)(?P<what>[^，。；]{8,40})$")
_CLAUSE_END = re.compile(r"[，,；;：:]")
_WHO = re.compile(
    r"全[省市县区镇]|[一-鿿]{2,14}?(?:[省市县区州旗]|局|委|政府|部门|厅|法院|检察院|公司|集团|系统|街道|[乡镇](?=[党政人机]))"
)
_WHAT = re.compile(
    r"工作|会议|活动|行动|工程|战略|建设|要求|计划|规划|发展|改革|提升|服务|治理|检查|考察|培训|项目|论坛|仪式|成效"
)
_SLOGAN = re.compile(r"[“「《][^”」》]{3,20}[”」》]")
_WEAK = re.compile(
    r"(?:以|为|在|据|随着|由于|根据|按照|通过|对|从|使|并|而|但|也|还|把|将|让|如|是|有|其|该|这|它|他|她|我|更|就|好像|致力|那|都|仍)"
)
_OPEN_END = re.compile(r"(?:的|和|与|及|、|以|为|在|是|了解到|获悉|表示|指出|认为|强调|说|下|上|中|时|后|前)$")
_PAIRS = (("“", "”"), ("「", "」"), ("《", "》"), ("（", "）"))


def inferred_title(text: str, plain: str, sentences: Sequence[Sentence], names: Sequence[str] = ()) -> Title:
    """The best stretch of the first sentences as an inferred title; empty for a document without sentences.

    Args:
        text, plain: the whole text in its own script and in simplified characters.
        sentences: of the document, in order.
        names: of the places it speaks of, in simplified characters, as people say them, without 市 and 县.
    """
    if not sentences:
        return Title("", True)
    weights = _frequent(plain)
    best = max(
        (
            (_score(plain[low:high], weights, names) - 1.5 * index, -low, -high, low, high)
            for index, low, high in _stretches(plain, sentences)
        ),
        default=None,
    )
    if best is None:
        span = sentences[0].span
        low, high = span.start, min(span.end, span.start + _LONGEST)
    else:
        low, high = best[3], best[4]
    return Title(" ".join(text[low:high].split()), True, Span(low, high))


def _stretches(plain: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int]]:
    """(sentence, start, end) of every run of one to three clauses that may be a title, and of named events."""
    for index, sentence in enumerate(sentences[:_SENTENCES]):
        start, end = _bare(plain, sentence.span.start, sentence.span.end)
        own = plain[start:end]
        heard = _HEARD.search(own)
        if heard and _EVENT.search(heard["where"]):
            yield index, start + heard.start("where"), start + heard.end("where")
        result = _RESULT.search(own)
        if result:
            yield index, start + result.start("what"), start + result.end("what")
        cuts = _cuts(own, heard.end() if heard else 0)
        for at, low in enumerate(cuts[:-1]):
            for high in cuts[at + 1 : at + 4]:
                piece = own[low:high].rstrip("，,；;：: ")
                if 6 <= len(piece) <= _LONGEST and not _OPEN_END.search(piece) and _balanced(piece):
                    yield index, start + low, start + low + len(piece)


def _bare(plain: str, start: int, end: int) -> tuple[int, int]:
    """The sentence without its lead-in words and without its final mark."""
    while match := _LEAD.match(plain, start, end):
        start = match.end()
    while end > start and plain[end - 1] in "。！？!?”」…":
        end -= 1
    if plain[start:end].count("“") > plain[start:end].count("”"):
        end += 1
    return start, end


def _cuts(own: str, start: int) -> list[int]:
    """Where clauses begin outside quotations, and the sentence's end."""
    cuts, depth = [start], 0
    for at, char in enumerate(own[:400]):
        depth += (char in "“「《（") - (char in "”」》）")
        if depth <= 0 and at >= start and _CLAUSE_END.match(char):
            cuts.append(at + 1)
    return [*cuts, len(own)] if len(own) <= 400 else cuts


def _balanced(piece: str) -> bool:
    return all(piece.count(opener) == piece.count(closer) for opener, closer in _PAIRS)


def _frequent(plain: str) -> dict[str, float]:
    """How much of the document each pair of characters is, for pairs that come more than once."""
    counts = Counter(plain[at : at + 2] for at in range(min(len(plain) - 1, 20000)))
    total = max(1, len(plain))
    return {
        pair: min(1.0, count * 400 / total)
        for pair, count in counts.items()
        if count > 1 and "㐀" <= pair[0] <= "鿿" and "㐀" <= pair[1] <= "鿿"
    }


def _score(piece: str, weights: dict[str, float], names: Sequence[str] = ()) -> float:
    """How good a title the stretch makes; a higher number is better."""
    pairs = {piece[at : at + 2] for at in range(len(piece) - 1)}
    score = 2.5 * sum(weights.get(pair, 0.0) for pair in pairs) / (len(pairs) + 8)
    who = None if is_task(piece) else _WHO.match(piece)
    score += 2.5 if who or any(name in piece[: len(name) + 4] for name in names) else 0.0
    score += 1.0 if _WHAT.search(piece) else 0.0
    score += 0.8 if _SLOGAN.search(piece) else 0.0
    score += 0.5 if is_task(piece[who.end() :] if who else piece) else 0.0
    score -= 1.5 if _WEAK.match(piece) else 0.0
    score -= 0.5 * piece.count("，") + 1.0 * sum(piece.count(mark) for mark in "：；")
    low, high = _BEST
    score -= 0.15 * max(0, low - len(piece)) + 0.05 * max(0, len(piece) - high)
    return score
