"""The lines of a site: what stands beside the articles of many documents is not theirs.

One document can't tell a site's slogan from a subtitle; a folder of documents from one site can. ``edge_lines`` gives
what stands beside one article, ``repeated_lines`` what stands beside many, ``of_site`` the lines of a document that are
such. Titles, headings, sentences and signatures are never among them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from reporter.language.script import HAN
from reporter.model import Aside, CleanText, Span
from reporter.repair import patterns, stamps
from reporter.repair.lines import Line, Zone, lines_of, zones
from reporter.repair.repeats import bare

_SHORTEST_TITLE = 6
# Fewer documents that share a line prove nothing; of many, so large a part must.
_LEAST_DOCUMENTS, _LEAST_SHARE = 3, 0.1
_SHORTEST_EDGE, _LONGEST_EDGE = 2, 60
# What an article's first and last lines end in: a sentence, an address to its readers, a list that it introduces.
_ENDS_ARTICLE_LINE = re.compile(r"[。！？!?；;…：:，,、]\s*[”’』」）)】》\"']{0,2}$")
# What titles of official documents end in; closing phrases that every notice has.
_KIND_OF_PAPER = re.compile(
    r"(?:报告|公报|通知|总结|计划|方案|意见|讲话|讲稿|办法|规定|规划|决定|决议|公告|通告|通报|简报|纪要|致辞|说明|情况|要点|汇报|"
    r"体会|材料|条例|细则|函|令|批复|请示|提纲|综述|纪实|启事|声明|倡议书|公开信|白皮书|目录|附录|附则|总则|正文)"
    r"(?:[（(【〔\[].{1,20}[）)】〕\]])?$"
)
_CLOSING = re.compile("特此|此致|敬礼|谢谢|致谢|敬请|妥否|以上|附[件录表]?|注|抄[送报]|主题词|印发|完|以此|此复|—")
_HAN_LETTER = re.compile(f"[{HAN}A-Za-z]")


def edge_lines(clean: CleanText) -> tuple[str, ...]:
    """The lines before the first and behind the last paragraph of the body that may be the site's and are not yet set
    aside: bare of marks and blanks, in simplified characters, each once, in order; none for a text without any."""
    tables = [Aside(Span(*map(clean.ledger.clean_offset, (t.start, t.end))), "table") for t in clean.raw.tables]
    passed = sorted([*clean.asides, *tables], key=lambda aside: aside.span)
    lines = [line for line in lines_of(clean.text) if not _is_aside(line, passed)]
    return tuple(dict.fromkeys(bare(line.plain) for line in _beside_body(lines, zones(lines, frozenset()))))


def _is_aside(line: Line, asides: Sequence[Aside]) -> bool:
    at = bisect_left(asides, line.end, key=lambda aside: aside.span.start)
    return at > 0 and asides[at - 1].span.end > line.start


def repeated_lines(edges: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The lines that stand beside at least three articles and a tenth of those given: the site's, not theirs.

    Args:
        edges: for each document of one site or folder what ``edge_lines`` gives; an empty sequence gives an
            empty set.
    """
    counts = Counter(line for lines in edges for line in dict.fromkeys(lines))
    least = max(_LEAST_DOCUMENTS, _LEAST_SHARE * len(edges))
    return frozenset(line for line, count in counts.items() if count >= least)


def of_site(lines: Sequence[Line], place: dict[int, Zone], site_lines: frozenset[str]) -> list[Line]:
    """The lines among a document's own that are the site's; the last that may be a title stays where no other is."""
    found = [line for line in _beside_body(lines, place) if bare(line.plain) in site_lines]
    head = [line for line in lines if place[line.index] == "head" and _may_be_title(line)]
    if head and all(line in found for line in head):
        found.remove(head[-1])
    return found


def _beside_body(lines: Sequence[Line], place: dict[int, Zone]) -> list[Line]:
    signed = _signatures([line for line in lines if place[line.index] == "tail"])
    return [line for line in lines if place[line.index] != "body" and line.index not in signed and _is_edge_line(line)]


def _signatures(tail: Sequence[Line]) -> frozenset[int]:
    """The offices that sign: an office's name right below the body, or beside a date."""
    return frozenset(
        line.index
        for n, line in enumerate(tail)
        if stamps.is_office(line.plain)
        and (n == 0 or any(stamps.is_date(other.plain) for other in tail[n - 1 : n + 2]))
    )


def _may_be_title(line: Line) -> bool:
    is_name = patterns.is_site_name(line.plain) or stamps.is_office(line.plain)
    if is_name or line.plain.startswith("—"):
        return False
    return len(line.text) >= _SHORTEST_TITLE and not stamps.is_date(line.plain)


def tells_source(line: Line) -> bool:
    """Whether byline, source or date may be read from a line."""
    text = line.plain
    return patterns.is_site_name(text) or stamps.is_office(text) or stamps.has_label(text) or stamps.has_date(text)


def _is_edge_line(line: Line) -> bool:
    """Whether a line beside an article may be the site's: short, no sentence, no heading, no title, no number, no row
    of a table, no closing phrase."""
    text = line.plain
    return (
        len(bare(text)) >= _SHORTEST_EDGE
        and len(text) <= _LONGEST_EDGE
        and len(_HAN_LETTER.findall(text)) >= _SHORTEST_EDGE
        and not (line.is_numbered or "\t" in text or _ENDS_ARTICLE_LINE.search(text))
        and not (_KIND_OF_PAPER.search(text) or _CLOSING.match(text))
        and sum(char.isdigit() for char in text) * 2 < len(text)
    )
