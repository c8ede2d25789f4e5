"""Each line of the body with what heads it and how it goes on; nothing is decided here yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reporter.structure.lines import Line
from reporter.structure.markers import Marker, find_marker, find_step
from reporter.structure.phrases import ends_sentence, first_stop, is_phrase

# How long a heading on a line of its own, a run-in heading and a label may be, white space not counted. Official
# headings rarely pass 40 characters; what is longer and has no full stop is mostly an item or a damaged paragraph.
LONGEST_ALONE = 60
LONGEST_RUN_IN = 40
LONGEST_LABEL = 24
SHORT_RUN_IN = 25  # a run-in heading that stands without the support of its neighbours

Form = Literal["bare", "alone", "closed", "run-in", "label", "text"]
Role = Literal["heading", "item", "text", "row", "contents"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, its marker, and its form: a number alone, a phrase alone, a phrase closed by a full stop, a phrase that
    a paragraph follows (``run-in`` after 。 or a space, ``label`` after ：), or running text.

    ``cut`` is where the phrase ends and ``rest`` where the paragraph goes on, both offsets of the line. ``role`` is
    what the line is taken for.
    """

    line: Line
    marker: Marker | None
    form: Form
    cut: int
    rest: int
    role: Role = "text"
    glued: bool = False

    @property
    def phrase(self) -> str:
        """The phrase behind the marker, in simplified characters."""
        return self.line.plain[self.marker.end if self.marker else 0 : self.cut].strip()

    @property
    def scheme(self) -> str:
        """The name of the marker's scheme; empty without a marker."""
        return self.marker.scheme if self.marker else ""

    def as_role(self, role: Role) -> Entry:
        """The same entry taken for something."""
        return Entry(self.line, self.marker, self.form, self.cut, self.rest, role, self.glued)


def entry_of(line: Line, decimals: frozenset[str] = frozenset()) -> Entry:
    """The line as an entry. 一是, 首先 and the like make it an item at once: they never head a section.

    ``decimals`` are the decimal numbers of the document; with them a bare number and a space (1 总则) is one too.
    """
    if find_step(line.plain):
        return Entry(line, None, "text", len(line.plain), len(line.plain), "item")
    marker = find_marker(line.plain, spaced=bool(decimals))
    if marker and marker.scheme.startswith("decimal") and line.plain[: marker.number].strip(".．、") not in decimals:
        marker = None
    if marker is None and line.mark and line.mark.kind == "item":
        return Entry(line, None, *_form(line.plain, 0), "item")
    if marker and marker.scheme == "lenticular":
        return _lenticular(line, marker)
    form, cut, rest = _form(line.plain, marker.end if marker else 0)
    if marker and marker.scheme == "appendix" and find_marker(line.plain[marker.end :]):
        form = "text"  # 附件：1.某表 lists what is attached
    return Entry(line, marker, form, cut, rest)


def _lenticular(line: Line, marker: Marker) -> Entry:
    """A phrase in 【】 that heads a paragraph, or stands alone."""
    cut = line.plain.index("】") + 1
    rest = cut + len(line.plain[cut:]) - len(line.plain[cut:].lstrip("：: "))
    form: Form = "run-in" if rest < len(line.plain) else "alone"
    return Entry(line, marker, form, cut, rest)


def _form(plain: str, start: int) -> tuple[Form, int, int]:
    """(form, where the phrase ends, where the paragraph goes on) of a line behind its marker."""
    size = len(plain)
    if start >= size:
        return "bare", size, size
    stop = first_stop(plain, start)
    if stop < 0:
        return _unstopped(plain, start)
    closed = not plain[stop:].strip("。！？；：!?;:.．”’」』")
    if closed and plain[stop] in "：:":
        return ("alone" if stop - start <= LONGEST_RUN_IN else "text"), stop, size
    if closed and plain[stop] in "。.．！？!?":
        cut = stop if plain[stop] in "。.．" else stop + 1
        return ("closed" if stop - start <= LONGEST_RUN_IN else "text"), cut, size
    if plain[stop] in "；;！!？?" or closed:
        return "text", size, size
    return _run_in(plain, start, stop)


def _unstopped(plain: str, start: int) -> tuple[Form, int, int]:
    """A line without any stop: a phrase on its own if it is short enough."""
    size = len(plain)
    if (
        size - start <= LONGEST_ALONE
        and not plain.endswith(("，", ",", "、", "——"))
        and not ends_sentence(plain[start:])
    ):
        return "alone", size, size
    return "text", size, size


def _run_in(plain: str, start: int, stop: int) -> tuple[Form, int, int]:
    """A phrase that goes on: up to 。 or ：, or up to a space when the first sentence is long."""
    rest = stop + 1
    while rest < len(plain) and plain[rest].isspace():
        rest += 1
    phrase = plain[start:stop]
    if plain[stop] in "：:":
        return ("label" if is_phrase(phrase, LONGEST_LABEL) else "text"), stop, rest
    if is_phrase(phrase, LONGEST_RUN_IN):
        return "run-in", stop, rest
    space = _space(plain, start)
    if space and len(plain) - space > 30 and is_phrase(plain[start:space], LONGEST_LABEL):
        return "run-in", space, space + len(plain[space:]) - len(plain[space:].lstrip())
    return "text", len(plain), len(plain)


def _space(plain: str, start: int) -> int:
    """Where a space between Chinese characters stands before any punctuation; 0 for none near the start."""
    for at in range(start + 2, min(len(plain) - 1, start + LONGEST_LABEL)):
        if plain[at].isspace():
            return 0 if plain[at - 1].isascii() or plain[at + 1 : at + 2].isascii() else at
        if plain[at] in "，,、；;":
            return 0
    return 0
