"""Which lines are one paragraph: by indents, ends, gaps and faces first, by the words second."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reporter.read.pdf.content import is_square
from reporter.read.pdf.flow import Body

_INDENT = 1.2  # ems from which a line counts as indented
_SLACK = 1.0  # ems that a full line may end before the margin beside what the next line begins with
_FAR = 5.0  # ems from the left margin at which no paragraph begins
_EARLY = 5.0  # ems before the margin at which a line may still end in the midst of a sentence
_GAP = 1.45  # of the usual pitch: from there lines are paragraphs apart
_END = re.compile(r"[。！？!?；;：:][”’」』）)》]*$|[.][\"”]?$")
_MARKER = re.compile(
    r"第[一二三四五六七八九十百千零〇两\d]{1,6}[编篇章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|[（(]?\d{1,2}[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s|[\u4e00-\u9fff])|[\u2460-\u2473]"
    r"|[•●■◆▪➢✓❖◇□○·]|附件|附[：:]|【"
)
_BREAKER = re.compile(r"——|[（(【]")
# What must stand in one line: a word or figure or one ideograph, with the marks that may not be parted from it. Some
# programs part neither side of a curly quote.
_TOKEN = re.compile(
    r"[“‘（(《〈「『【]*(?:[A-Za-z0-9.,%+/_-]+|.)(?:[”’）)》〉」』】，。、；：！？]|[“‘]+(?:[A-Za-z0-9.]+|.)|(?<=[”’]).)*"
)
_LEADER = re.compile(r"(?:(?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!·)·{4,}+|(?<!\. )(?:\. ){4,}+)\s*+\(?[\divxlc]+\)?$")
_HYPHENED = re.compile(r"(?<![A-Za-z])[A-Za-z]++-[A-Za-z]++")
_HYPHENS = "-‐\u00ad"


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is set: its size, the usual pitch of each size, whether paragraphs are indented, whether a blank
    stands between ideographs and letters, and the hyphened and plain words that it holds."""

    size: float
    pitches: dict[float, float]
    indented: bool
    mixed_blank: bool
    hyphened: frozenset[str]

    def pitch(self, size: float) -> float:
        """The usual distance of lines of that size."""
        return self.pitches.get(round(size), 1.9 * size)


def style_of(bodies: Sequence[Body], size: float) -> Style:
    """The style of all lines of the body."""
    pitches: dict[float, list[float]] = defaultdict(list)
    short = indented = 0
    for one, two in pairwise(bodies):
        step = two.line.base - one.line.base
        beside = one.column == two.column and one.line.page == two.line.page
        if beside and round(one.line.size) == round(two.line.size) and 0 < step < 3.2 * one.line.size:
            pitches[round(one.line.size)].append(step)
        if not two.centred and not one.centred and abs(two.line.size - size) < 0.12 * size:
            short += one.room > 3
            indented += one.room > 3 and _INDENT <= two.indent <= 4.6
    blanks = Counter(sign for body in bodies for sign in _mixed(body.text))
    return Style(
        size,
        {at: median(steps) for at, steps in pitches.items()},
        indented >= max(1, 0.5 * short),
        blanks[" "] > blanks[""],
        frozenset(word.lower() for body in bodies for word in _HYPHENED.findall(body.text)),
    )


def _mixed(text: str) -> Iterable[str]:
    """What stands between ideographs and letters: a blank or nothing."""
    for match in re.finditer(r"[\u4e00-\u9fff]( ?)(?=[A-Za-z])|[A-Za-z]( ?)(?=[\u4e00-\u9fff])", text):
        yield match[1] or match[2] or ""


def begins_with_marker(text: str) -> bool:
    """Whether a number or sign of a list or heading opens the line."""
    return bool(_MARKER.match(text))


def ends_sentence(text: str) -> bool:
    """Whether the line ends where a sentence, or a clause before a new paragraph, may."""
    return bool(_END.search(text))


def goes_on(lines: Sequence[Body], two: Body, style: Style) -> bool:
    """Whether the paragraph of these lines goes on in one more. In doubt it does not."""
    one = lines[-1]
    size = one.line.size
    if abs(size - two.line.size) > 0.1 * size or _apart(one, two, style) or _LEADER.search(one.text):
        return False
    if one.centred or two.centred:
        return _one_heading(one, two, style)
    if not _is_full(one, two):
        return _goes_on_early(one, two, style)
    return _goes_on_full(lines, two, style)


def _goes_on_full(lines: Sequence[Body], two: Body, style: Style) -> bool:
    """Whether a paragraph whose last line is full goes on."""
    one = lines[-1]
    if one.indent > _FAR and two.indent < one.indent - 1:  # a signature at the right margin
        return False
    if one.line.heavy != two.line.heavy and one.line.heavy and (two.indent >= _INDENT or ends_sentence(one.text)):
        return False
    if two.indent >= _INDENT:
        return _hangs(lines, two) or _goes_on_indented(one, two)
    return not begins_with_marker(two.text) or _marker_in_text(lines, style)


def _marker_in_text(lines: Sequence[Body], style: Style) -> bool:
    """Whether what looks like the number of a new paragraph at the left margin is a word of the sentence."""
    end = lines[-1].text
    in_clause = style.indented or end[-1] in "，、,（(《“‘" or not begins_with_marker(lines[0].text)
    return in_clause and not ends_sentence(end)


def _apart(one: Body, two: Body, style: Style) -> bool:
    """Whether a gap parts two lines of one column."""
    if one.column != two.column or one.line.page != two.line.page:
        return False
    step = two.line.base - one.line.base
    return step <= 0 or step > max(_GAP * style.pitch(one.line.size), 1.6 * one.line.size)


def _is_full(one: Body, two: Body) -> bool:
    """Whether the first line ends only because what the second begins with found no room."""
    token = _TOKEN.match(two.text)
    need = sum(1.0 if is_square(char) else 0.52 for char in token[0]) if token else 1.0
    return one.room < min(need, 14.0) + _SLACK


def _goes_on_early(one: Body, two: Body, style: Style) -> bool:
    """Whether a line goes on though it ends early: in a hyphen, or before a line without the indent that every
    paragraph of the file has."""
    if one.text[-1] in _HYPHENS and one.text[-2:-1].isalpha() and two.text[:1].islower():
        return True
    flush = style.indented and two.indent < 0.5 and one.line.heavy == two.line.heavy
    return flush and one.room <= _EARLY and not ends_sentence(one.text) and not begins_with_marker(two.text)


def _one_heading(one: Body, two: Body, style: Style) -> bool:
    """Whether two lines, one of them centred, are a heading that is broken."""
    set_off = one.line.heavy or one.line.size > 1.1 * style.size
    same = one.line.faces[1].name == two.line.faces[0].name and one.line.heavy == two.line.heavy
    opens = begins_with_marker(two.text) or _BREAKER.match(two.text)
    alone = begins_with_marker(one.text) and one.room > 4
    return bool(set_off and same and two.centred and not opens and not alone and not ends_sentence(one.text))


def _hangs(lines: Sequence[Body], two: Body) -> bool:
    """Whether all lines but the first are indented like this one."""
    return (
        len(lines) > 1
        and abs(lines[-1].indent - two.indent) < 0.6
        and lines[0].indent < lines[-1].indent - 0.6
        and not begins_with_marker(two.text)
    )


def _goes_on_indented(one: Body, two: Body) -> bool:
    """Whether an indented line goes on with the one before: a hanging indent, or a block that is indented whole."""
    if abs(one.indent - two.indent) < 0.6:
        return not ends_sentence(one.text) and not begins_with_marker(two.text)
    if one.indent < two.indent and begins_with_marker(one.text):
        marker = _MARKER.match(one.text)
        hang = one.line.glyphs[min(marker.end() if marker else 0, len(one.line.glyphs) - 1)].x0
        return abs(two.line.left - hang) < 0.9 * one.line.size
    return False


def joint(one: str, two: str, style: Style) -> tuple[int, str]:
    """How two lines of a paragraph are joined: how many characters of the first line's end go, and what takes the
    place of the line feed."""
    if one[-1] in _HYPHENS and one[-2:-1].isalpha() and two[:1].isalpha() and not is_square(two[0]):
        return _unhyphened(one, two, style)
    if is_square(one[-1]) and is_square(two[0]):
        return 0, ""
    if is_square(one[-1]) or is_square(two[0]):
        letters = (one[-1] + two[0]).isalpha() and "\u4e00" <= max(one[-1], two[0]) <= "\u9fff"
        return 0, " " if letters and style.mixed_blank else ""
    figure = one[-1].isdigit() and two[0] in "0123456789.,%％"
    compound = one[-1] in "/-–" and one[-2:-1].isalnum()
    return 0, "" if figure or compound else " "


def _unhyphened(one: str, two: str, style: Style) -> tuple[int, str]:
    """A word's hyphen at the line's end goes, unless the word is written with it elsewhere or a capital follows."""
    left, right = re.search(r"[A-Za-z]+$", one[:-1]), re.match(r"[A-Za-z]+", two)
    word = f"{left[0]}-{right[0]}".lower() if left and right else ""
    keep = one[-1] == "-" and (word in style.hyphened or not two[0].islower())
    return (0, "") if keep else (1, "")
