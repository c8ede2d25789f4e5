"""Site furniture: what stands on the page and is no part of the article is set aside, not deleted.

The evidence is general: where a line stands (before the first paragraph, behind the last), what it looks like
(``patterns``), and what it repeats. Inside the body only the unmistakable is set aside: short lines there are the
article's own headings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from reporter.model import Aside, Ledger, RawText, Span
from reporter.repair import bylines, patterns, stamps
from reporter.repair.lines import Line, Zone, lines_of, zones
from reporter.repair.repeats import repeated_paragraphs, same_title
from reporter.repair.sites import of_site, tells_source

# A link list opens the page's tail when so much of the text, at most, lies behind it.
_LARGEST_TAIL = 0.4
# So many lines one below the other of at most so many characters, before the title, are a menu.
_MENU_LINES, _MENU_LENGTH = 4, 6
# Above a breadcrumb links may be a little longer.
_LONGEST_LINK = 8
_SHORTEST_TITLE = 6
# A line that only repeats names is short.
_LONGEST_BYLINE = 24
# So many lines that are dates and nothing else are a chronicle's headings.
_CHRONICLE = 3
# So many lines from the top a page may still say its title again.
_NEAR_TOP = 8
_FOOT_RULES = frozenset({"copyright", "foot", "link-list", "neighbour", "menu", "link"})
_CREDIT_LINES = ("stamp", "byline", "byline-bracket")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Why a line, or a stretch of it, is set aside."""

    rule: str
    keep: bool = False


def asides(raw: RawText, ledger: Ledger, site_lines: frozenset[str] = frozenset()) -> tuple[Aside, ...]:
    """The furniture of a text, in order, none overlapping another; nothing when nothing else would be left.

    Args:
        raw: the text as read, for what its markup sets aside.
        ledger: its repaired text.
        site_lines: what ``repeated_lines`` found beside other documents of the same site.
    """
    lines = lines_of(ledger.text)
    outside = _outside(raw, ledger, lines)
    inside = [line for line in lines if line.index not in outside]
    verdicts = {
        line.index: _Verdict("html-aside", stamps.is_full_stamp(line.plain)) for line in lines if line.index in outside
    } | _judged(inside, site_lines)
    whole = [Aside(Span(line.start, line.end), v.rule, v.keep) for line in lines if (v := verdicts.get(line.index))]
    rest = [line for line in inside if line.index not in verdicts]
    if not rest:
        return ()
    return tuple(sorted([*whole, *_parts(rest)], key=lambda aside: aside.span))


def _outside(raw: RawText, ledger: Ledger, lines: Iterable[Line]) -> set[int]:
    """The lines that the markup puts outside the main content."""
    spans = [
        (ledger.clean_offset(mark.start), ledger.clean_offset(mark.end)) for mark in raw.marks if mark.kind == "aside"
    ]
    spans.sort()
    found: set[int] = set()
    at = 0
    for line in lines:
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        if at < len(spans) and spans[at][0] <= line.start:
            found.add(line.index)
    return found


def _judged(lines: list[Line], site_lines: frozenset[str]) -> dict[int, _Verdict]:
    """Line index → verdict, for the lines that are set aside whole."""
    signed = (line for line in lines if patterns.has_sign(line.plain))
    verdicts = {line.index: verdict for line in signed if (verdict := _fitting(patterns.ANYWHERE, line))}
    verdicts |= {line.index: _Verdict("repeated-paragraph") for line in repeated_paragraphs(lines)}
    verdicts |= _page_tail(lines, verdicts)
    place = zones(lines, frozenset(verdicts))
    verdicts |= _at_edges(lines, place, verdicts)
    own = [line for line in lines if line.index not in verdicts] if site_lines else []
    verdicts |= {line.index: _Verdict("site-line", tells_source(line)) for line in of_site(own, place, site_lines)}
    _head(lines, place, verdicts)
    _foot(lines, place, verdicts)
    _repeated_bylines(lines, place, verdicts)
    return verdicts


def _at_edges(lines: list[Line], place: dict[int, Zone], known: dict[int, _Verdict]) -> dict[int, _Verdict]:
    """What fits a pattern before or behind the body and is not the article's own all the same."""
    found: dict[int, _Verdict] = {}
    chronicle = sum(stamps.is_date(line.plain) for line in lines) >= _CHRONICLE
    for position, line in enumerate(lines):
        if line.index in known or place[line.index] == "body" or (chronicle and stamps.is_date(line.plain)):
            continue
        verdict = _fitting(patterns.EDGES, line)
        if verdict and not _is_own(lines, position, verdict, place[line.index]):
            found[line.index] = verdict
    return found


def _fitting(kinds: Iterable[patterns.Pattern], line: Line) -> _Verdict | None:
    kind = patterns.first_fit(kinds, line.plain)
    return _Verdict(kind.rule, kind.keep) if kind else None


def _is_own(lines: list[Line], position: int, verdict: _Verdict, zone: Zone) -> bool:
    """Whether a line that looks like a menu or a stamp is the article's own: a row of a table drawn with bars, a
    signature's date or a notice's contact behind the body, the time of a meeting whose place stands beside it."""
    line = lines[position].plain
    if verdict.rule == "menu":
        beside = (*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2])
        return "|" in line and any(other.plain.count("|") == line.count("|") for other in beside)
    if verdict.rule != "stamp":
        return False
    if zone == "tail" and (stamps.is_contact(line) or not stamps.has_label(line)):
        return True
    near = lines[max(0, position - 2) : position + 3]
    single = stamps.is_bare_time(line) or (zone == "head" and stamps.is_issuer(line))
    return single and any(stamps.MEETING.match(other.plain) for other in near)


def _page_tail(lines: list[Line], known: dict[int, _Verdict]) -> dict[int, _Verdict]:
    """What a list of links opens: everything behind it, when that is a small part of the page, mostly no paragraphs and
    without any section heading; else only the line itself. A link word with a paragraph right below it is a box of the
    article."""
    starts = {
        position: verdict
        for position, line in enumerate(lines)
        if not line.is_prose
        and patterns.may_start_tail(line.plain)
        and (verdict := _fitting(patterns.TAIL_STARTS, line))
        and not _heads_paragraph(lines, position, known)
    }
    found = {lines[position].index: verdict for position, verdict in starts.items()}
    opening = _opening(lines, known, starts) if starts else None
    if opening is not None:
        found |= {line.index: starts[opening] for line in lines[opening:] if line.index not in known}
    return found


def _opening(lines: list[Line], known: dict[int, _Verdict], starts: Container[int]) -> int | None:
    """The first position where a mere tail may start that is one; None for none."""
    opening = None
    letters = [line.letters for line in lines]
    total = sum(letters)
    behind = prose = 0
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        if line.index not in known:
            behind += letters[position]
            prose += letters[position] if line.is_prose else 0
        if line.is_section:
            break  # from here on nothing is a mere tail
        if position in starts and behind <= _LARGEST_TAIL * total and prose * 2 <= behind:
            opening = position
    return opening


def _heads_paragraph(lines: list[Line], position: int, known: dict[int, _Verdict]) -> bool:
    below = lines[position + 1 : position + 2]
    return any(line.is_prose and line.index not in known for line in below)


def _head(lines: list[Line], place: dict[int, Zone], verdicts: dict[int, _Verdict]) -> None:
    """Before the article: the site's name and menus above the title, and repetitions of the title below it. Behind the
    article a line that says the first line again is the office that signs."""
    for line in _menu_column([line for line in lines if place[line.index] == "head"], verdicts):
        verdicts.setdefault(line.index, _Verdict("menu"))
    head = [line for line in lines if place[line.index] == "head" and line.index not in verdicts]
    while len(head) > 1 and patterns.is_site_name(head[0].plain) and not patterns.is_site_name(head[1].plain):
        verdicts[head.pop(0).index] = _Verdict("site-name", keep=True)
    title = next((line for line in head if len(line.text) >= _SHORTEST_TITLE), None)
    if title is None:
        return
    for position, line in enumerate(lines):
        near = place[line.index] == "head" or (position < _NEAR_TOP and place[line.index] == "body")
        if near and line.index > title.index and same_title(title.plain, line.plain):
            verdicts.setdefault(line.index, _Verdict("repeated-title"))


def _menu_column(head: list[Line], verdicts: dict[int, _Verdict]) -> list[Line]:
    """Links one below the other: very short lines above a breadcrumb, or a run of them at the very top that a longer
    line follows."""
    crumbs = [n for n, line in enumerate(head) if (v := verdicts.get(line.index)) and v.rule == "breadcrumb"]
    above = head[: crumbs[-1]] if crumbs else []
    short = [line for line in above if len(line.text) <= _LONGEST_LINK and not line.ends_sentence]
    run = list(takewhile(lambda line: len(line.text) <= _MENU_LENGTH and not line.ends_sentence, head))
    return short or (run if _MENU_LINES <= len(run) < len(head) else [])


def _foot(lines: list[Line], place: dict[int, Zone], verdicts: dict[int, _Verdict]) -> None:
    """Behind the article everything below a copyright line belongs to the page, and so do contacts that stand next to
    other parts of a page's foot, or below them; above a signature they are the article's."""
    tail = [line for line in lines if place[line.index] == "tail"]
    below = near = False
    for line in tail:
        verdict = verdicts.get(line.index)
        below = below or (verdict is not None and verdict.rule == "copyright")
        near = near or (verdict is not None and verdict.rule in _FOOT_RULES)
        if verdict is None and (below or (near and _fitting(patterns.CONTACTS, line))):
            verdicts[line.index] = _Verdict("foot")
    near = False
    for line in reversed(tail):
        verdict = verdicts.get(line.index)
        contact = verdict is None and _fitting(patterns.CONTACTS, line)
        near = (near and bool(verdict or contact)) or (verdict is not None and verdict.rule in _FOOT_RULES)
        if near and contact:
            verdicts[line.index] = _Verdict("foot")


def _repeated_bylines(lines: list[Line], place: dict[int, Zone], verdicts: dict[int, _Verdict]) -> None:
    """Lines outside the body that say nothing but names that a byline has said."""
    short = [
        line
        for line in lines
        if place[line.index] == "tail" and line.index not in verdicts and len(line.text) <= _LONGEST_BYLINE
    ]
    if not short:
        return
    said = frozenset[str]().union(
        *(bylines.tokens(line.plain) for line in lines if (v := verdicts.get(line.index)) and v.rule in _CREDIT_LINES),
        *(bylines.tokens(line.plain[slice(*found)]) for line in lines if (found := bylines.byline_bracket(line))),
    )
    for line in short:
        words = bylines.tokens(line.plain)
        if words and words <= said and not stamps.is_date(line.plain) and bylines.byline_bracket(line) is None:
            verdicts[line.index] = _Verdict("repeated-byline")


def _parts(lines: list[Line]) -> Iterator[Aside]:
    """Bylines and credits at the end of a line: on the article's last paragraph and below it. Where several paragraphs
    end in brackets they name who answers for a task, not who wrote."""
    article = [line for line in lines if line.is_prose]
    last = article[-1].index if article else lines[-1].index + 1
    several = sum(bylines.has_tail_bracket(line) for line in article) > 1
    for line in lines[bisect_left(lines, last, key=lambda line: line.index) :]:
        credit = bylines.tail_credit(line)
        if credit:
            yield Aside(Span(line.start + credit[0], line.start + credit[1]), "credit", credit[2])
        elif (found := bylines.byline_bracket(line)) and not (several and line.index == last):
            yield Aside(Span(line.start + found[0], line.start + found[1]), "byline-bracket", keep=True)
