"""The body: from decided lines to sections, paragraphs, items and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from reporter.language.script import simplified
from reporter.language.sentences import split_sentences
from reporter.model import Item, Paragraph, Section, Sentence, Span
from reporter.model.ids import Ids
from reporter.structure.entries import Entry
from reporter.structure.lines import letters
from reporter.structure.markers import find_step
from reporter.structure.outline import Heading, sections_of
from reporter.structure.slogans import Pair, is_frame

# Adverbs that number things only in company: a lone 另外 or 最后 merely goes on.
_FIRST = re.compile(r"首先|其次|再次|再者")
_GOING_ON = re.compile(r"然后|最后|另外|此外")
_QUOTED_TITLE = re.compile(r"《([^《》]{4,60})》")
_JOINT = re.compile(r"[，,]\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Body:
    """Everything below the head of a document, each in reading order."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph before it has its ids: its section's index (-1 for none), its span, and its marker and label when it
    is an item."""

    section: int
    span: Span
    marker: str | None
    label: str


def body_of(text: str, entries: Sequence[Entry], pairs: Sequence[Pair]) -> Body:
    """The sections, paragraphs, items and sentences of decided entries; rows and contents lines are left out."""
    headings: list[Heading] = []
    blocks: list[_Block] = []
    second = {pair.second for pair in pairs}
    first = {pair.first: pair.second for pair in pairs}
    quoted = {letters(title) for title in _QUOTED_TITLE.findall(text)}
    for index, entry in enumerate(entries):
        if index in second or entry.role in ("row", "contents"):
            continue
        if entry.role == "heading":
            headings.append(_heading(entry, entries[first[index]] if index in first else None, quoted))
            span = _rest(entry)
            if len(span):
                blocks.append(_Block(len(headings) - 1, span, None, ""))
        else:
            blocks.append(_block(entry, len(headings) - 1))
    return _assembled(text, sections_of(headings), list(_without_lone_adverbs(blocks)))


def _heading(entry: Entry, second: Entry | None, quoted: Set[str]) -> Heading:
    """The heading of an entry and of the second line that belongs to it. A line that a title in 《》 names begins the
    paper that comes along; it stands at the top and does not move what is below it."""
    line, marker = entry.line, entry.marker
    words = line.text[marker.end if marker else 0 : entry.cut]
    number = line.text[: marker.number] if marker else ""
    scheme = marker.scheme if marker else "slogan"
    level = line.heading_level
    if scheme == "lenticular":
        words = words.strip("【】 ")
    if scheme == "slogan" and (is_frame(simplified(words)) or letters(words) in quoted):
        scheme = "frame"
    if level and scheme == "slogan":
        scheme = f"mark{level}"
    end = line.start + len(line.text[: entry.cut].rstrip())
    if second:
        words, end = f"{words} {second.line.text[: second.cut]}", second.line.start + second.cut
    return Heading(
        scheme=scheme,
        value=marker.value if marker else None,
        level=level,
        number=number or None,
        words=" ".join(_JOINT.sub("，", words).split()),
        inline=entry.form in ("run-in", "label"),
        span=Span(line.start, end),
    )


def _rest(entry: Entry) -> Span:
    """The paragraph behind a run-in heading; empty for a heading on a line of its own."""
    if entry.form not in ("run-in", "label"):
        return Span(entry.line.end, entry.line.end)
    return Span(min(entry.line.start + entry.rest, entry.line.end), entry.line.end)


def _block(entry: Entry, section: int) -> _Block:
    line, marker = entry.line, entry.marker
    if entry.role != "item":
        return _Block(section, line.span, None, "")
    label = line.text[marker.end if marker else 0 : entry.cut].strip() if entry.form == "label" else ""
    sign = line.text[: marker.number] if marker else line.text[: find_step(line.plain)].rstrip("，,：: ")
    return _Block(section, line.span, sign, label)


def _without_lone_adverbs(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """The blocks; an item that an adverb made is a paragraph again unless its section counts on: 首先 with another
    step, 另外 and 最后 with 首先 or 一是."""
    steps: Counter[int] = Counter()
    counted: Counter[int] = Counter()
    for block in blocks:
        if block.marker and find_step(simplified(block.marker) + "，"):
            steps[block.section] += 1
            counted[block.section] += not _GOING_ON.fullmatch(simplified(block.marker))
    for block in blocks:
        plain = simplified(block.marker or "")
        alone = _FIRST.fullmatch(plain) and steps[block.section] < 2
        if alone or (_GOING_ON.fullmatch(plain) and not counted[block.section]):
            yield _Block(block.section, block.span, None, "")
        else:
            yield block


def _assembled(text: str, sections: Sequence[Section], blocks: Sequence[_Block]) -> Body:
    ids = Ids("t")
    paragraphs, sentences, items = [], [], []
    for index, block in enumerate(blocks):
        section = sections[block.section].id if block.section >= 0 else None
        paragraphs.append(Paragraph(index, section, block.span))
        own = [
            Sentence(ids.of(text[low:high]), section, index, text[low:high], Span(low, high))
            for low, high in split_sentences(block.span.of(text), block.span.start)
        ]
        sentences += own
        if block.marker is not None:
            names = tuple(sentence.id for sentence in own)
            items.append(Item(section, index, block.marker, block.label, block.span, names))
    return Body(tuple(sections), tuple(paragraphs), tuple(sentences), tuple(items))
