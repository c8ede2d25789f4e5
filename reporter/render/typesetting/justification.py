"""Lines of Chinese text: a distance between scripts, and straight right edges where text is justified.

``set_line`` stands in the place of WeasyPrint's ``text_align``: each line, broken and measured, passes it with the room
that is left. ``spread_line`` stands in the place of its ``justify_line``, which stretches spaces only, of which Chinese
has none. The text keeps its characters: only their places on the line change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from weasyprint.formatting_structure import boxes

from reporter.render.typesetting.gaps import SPACES, stretchable
from reporter.render.typesetting.layout import ChineseLayout
from reporter.render.typesetting.spacing import LATIN_GAP, script_changes

# Share of the type size that may lie between two characters. From 0.1 em on text extraction (poppler, pdfium) reads a
# space there. A space may grow by an em, and by more where a line has nothing else to stretch.
WIDEST_GAP = 0.095
WIDEST_SPACE = 1.0
_THOUSAND = 1000
_PRESERVED = ("pre", "pre-wrap")


class Line:
    """The text of a line, over all its text boxes. ``box`` is WeasyPrint's line box; places are offsets in ``text``."""

    def __init__(self, box: Any) -> None:
        self.box = box
        self.texts = [text for text in text_boxes(box) if isinstance(text.pango_layout, ChineseLayout)]
        self.text = "".join([text.text for text in self.texts]).rstrip(" ")
        self.ends = list(accumulate(len(text.text) for text in self.texts))

    def located(self, places: Sequence[int]) -> Iterator[tuple[Any, int]]:
        """The text boxes that hold places (in order), with the number of those that each of them holds."""
        done = 0
        for text, end in zip(self.texts, self.ends, strict=True):
            following = bisect_left(places, end, done)
            if following > done:
                yield text, following - done
            done = following

    def sizes(self, places: Sequence[int]) -> list[float]:
        """The type size at each place, in pixels."""
        return [size for text, count in self.located(places) for size in [text.style["font_size"]] * count]

    def taken(self) -> dict[int, int]:
        """What the gaps of the line are widened by already, in thousandths of the type size."""
        starts = [0, *self.ends]
        return {
            start + place: gap
            for text, start in zip(self.texts, starts, strict=False)
            for place, gap in (text.pango_layout.gaps or {}).items()
        }

    def widen(self, places: Sequence[int], shares: Sequence[int]) -> None:
        """Widen the gap behind each place by its share, in thousandths of its type size; move what follows."""
        gained: dict[int, float] = {}
        done = 0
        for text, count in self.located(places):
            start = self.ends[self.texts.index(text)] - len(text.text)
            own = shares[done : done + count]
            text.pango_layout.widen({place - start: gap for place, gap in zip(places[done:], own, strict=False)})
            gained[id(text)] = sum(own) * text.style["font_size"] / _THOUSAND
            done += count
        _move(self.box, gained, 0.0)


def set_line(context: Any, line: Any, available_width: float, last: bool, *, stock: Callable[..., float]) -> float:
    """Set the scripts of a line apart as far as there is room (pixels), then align it; how far it moves (pixels)."""
    room = available_width - line.width
    if room > 0 and line.style["direction"] == "ltr" and line.style["white_space"] not in _PRESERVED:
        _part_scripts(Line(line), room)
    return stock(context, line, available_width, last)


def _part_scripts(line: Line, room: float) -> None:
    places = script_changes(line.text)
    if places:
        wanted = sum(line.sizes(places)) * LATIN_GAP
        share = int(LATIN_GAP * _THOUSAND * min(1.0, room / wanted))
        if share:
            line.widen(places, [share] * len(places))


def spread_line(context: Any, line: Any, extra_width: float, *, stock: Callable[..., None]) -> None:
    """Spread the extra width (pixels) over the gaps of a line; a line without gaps, or with too wide ones, stays."""
    if line.style["direction"] != "ltr":
        stock(context, line, extra_width)
        return
    whole = Line(line)
    places = stretchable(whole.text)
    sizes = whole.sizes(places)
    shares = shared_out(extra_width + _hanging(whole), rooms(whole, places, sizes))
    if shares:
        whole.widen(places, rounded(shares, sizes))


def _hanging(line: Line) -> float:
    """The letter spacing behind the last character, which no reader sees: it hangs over the edge (pixels)."""
    last = line.box
    while isinstance(last, boxes.LineBox | boxes.InlineBox) and last.children:
        last = last.children[-1]
    if not isinstance(last, boxes.TextBox) or last.style["letter_spacing"] == "normal":
        return 0.0
    return float(last.style["letter_spacing"])


def rooms(line: Line, places: Sequence[int], sizes: Sequence[float]) -> list[float]:
    """By how many pixels each place may be widened."""
    taken = line.taken()
    widest = [(WIDEST_GAP - taken.get(place, 0) / _THOUSAND) * size for place, size in zip(places, sizes, strict=True)]
    spaces = [count for count, place in enumerate(places) if line.text[place] in SPACES]
    for count in spaces:
        widest[count] = WIDEST_SPACE * sizes[count] if len(spaces) < len(places) else float("inf")
    return widest


def shared_out(slack: float, rooms: Sequence[float]) -> list[float]:
    """The slack in equal shares, none above its room; nothing when all the room together does not hold it.

    Where a share is cut to its room the others grow: rooms are filled from the smallest up.
    """
    if not rooms or sum(rooms) < slack:
        return []
    even = slack / len(rooms)
    if even <= min(rooms):
        return [even] * len(rooms)
    shares = [0.0] * len(rooms)
    left = slack
    for done, place in enumerate(sorted(range(len(rooms)), key=rooms.__getitem__)):
        shares[place] = min(rooms[place], left / (len(rooms) - done))
        left -= shares[place]
    return shares


def rounded(shares: Sequence[float], sizes: Sequence[float]) -> list[int]:
    """Shares (pixels) as whole thousandths of their type sizes; what one loses the next one gains."""
    if len({*shares}) == 1 and len({*sizes}) == 1:
        share, more = divmod(int(shares[0] * len(shares) * _THOUSAND / sizes[0]), len(shares))
        return [share + 1] * more + [share] * (len(shares) - more)
    whole, owed = [], 0.0
    for share, size in zip(shares, sizes, strict=True):
        owed += share
        whole.append(int(owed * _THOUSAND / size))
        owed -= whole[-1] * size / _THOUSAND
    return whole


def text_boxes(box: Any) -> Iterator[Any]:
    """The text boxes of a line that are in its flow, in reading order."""
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from text_boxes(child)


def _move(box: Any, gained: dict[int, float], advance: float) -> float:
    """Move a box and what it holds to the right by ``advance`` and widen it by what its texts gained; the advance for
    what follows it."""
    if not isinstance(box, boxes.LineBox | boxes.InlineBox | boxes.TextBox):
        box.translate(advance, 0)
        return advance
    box.position_x += advance
    before = advance
    if isinstance(box, boxes.TextBox):
        advance += gained.get(id(box), 0.0)
    else:
        for child in box.children:
            if child.is_in_normal_flow():
                advance = _move(child, gained, advance)
    box.width += advance - before
    return advance
