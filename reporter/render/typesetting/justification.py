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

from reporter.render.typesetting.gaps import SPACES, WIDEST_GAP, WIDEST_SPACE, stretchable
from reporter.render.typesetting.layout import PRESERVED, ChineseLayout
from reporter.render.typesetting.spacing import LATIN_GAP, script_changes

_THOUSAND = 1000


class Line:
    """The text of a line, over all its text boxes. ``box`` is WeasyPrint's line box; places are offsets in ``text``."""

    def __init__(self, box: Any) -> None:
        self.box = box
        self.texts = [text for text in text_boxes(box) if isinstance(text.pango_layout, ChineseLayout)]
        self.text = "".join([text.text for text in self.texts]).rstrip(" ")
        self.ends = list(accumulate(len(text.text) for text in self.texts))

    def located(self, places: Sequence[int]) -> Iterator[tuple[Any, int, int]]:
        """The text boxes that hold places (in order): box, its own offset, how many places it holds."""
        done = 0
        for text, end in zip(self.texts, self.ends, strict=True):
            following = bisect_left(places, end, done)
            if following > done:
                yield text, end - len(text.text), following - done
            done = following

    def sizes(self, places: Sequence[int]) -> list[float]:
        """The type size at each place, in pixels."""
        return [size for text, _, count in self.located(places) for size in [text.style["font_size"]] * count]

    def rooms(self, places: Sequence[int]) -> list[float]:
        """By how many pixels each place may be widened at most, letter spacing included."""
        return [room for text, _, count in self.located(places) for room in [_widest(text.style)] * count]

    def taken(self) -> list[int]:
        """What is behind each character already, in thousandths of the type size; nothing when there is nothing."""
        if not any(text.pango_layout.gaps for text in self.texts):
            return []
        return [
            gap for text in self.texts for gap in (text.pango_layout.gaps or [0] * len(text.text))[: len(text.text)]
        ]

    def widen(self, places: Sequence[int], shares: Sequence[int]) -> None:
        """Widen the gap behind each place by its share, in thousandths of its type size; move what follows."""
        gained: dict[int, float] = {}
        done = 0
        for text, start, count in self.located(places):
            own = shares[done : done + count]
            text.pango_layout.widen([place - start for place in places[done : done + count]], own)
            gained[id(text)] = sum(own) * text.style["font_size"] / _THOUSAND
            done += count
        _move(self.box, gained, 0.0)


def set_line(context: Any, line: Any, available_width: float, last: bool, *, stock: Callable[..., float]) -> float:
    """Set the scripts of a line apart as far as there is room (pixels), then align it; how far it moves (pixels)."""
    line.chinese = None
    room = available_width - line.width
    if room > 0 and line.style["direction"] == "ltr" and line.style["white_space"] not in PRESERVED:
        line.chinese = Line(line)
        _part_scripts(line.chinese, room)
    return stock(context, line, available_width, last)


def _part_scripts(line: Line, room: float) -> None:
    places = script_changes(line.text)
    if places:
        sizes = line.sizes(places)
        wanted = [min(LATIN_GAP * size, widest) for size, widest in zip(sizes, line.rooms(places), strict=True)]
        scale = min(1.0, room / (sum(wanted) or 1.0)) * _THOUSAND
        line.widen(places, [int(gap * scale / size) for gap, size in zip(wanted, sizes, strict=True)])


def spread_line(context: Any, line: Any, extra_width: float, *, stock: Callable[..., None]) -> None:
    """Spread the extra width (pixels) over the gaps of a line; a line without gaps, or with too wide ones, stays."""
    if line.style["direction"] != "ltr":
        stock(context, line, extra_width)
        return
    whole = line.chinese or Line(line)
    places = stretchable(whole.text)
    shares = whole_shares(whole, places, extra_width + _hanging(whole))
    if shares:
        whole.widen(places, shares)


def _hanging(line: Line) -> float:
    """The letter spacing behind the last character, which no reader sees: it hangs over the edge (pixels)."""
    last = line.box
    while isinstance(last, boxes.LineBox | boxes.InlineBox) and last.children:
        last = last.children[-1]
    if not isinstance(last, boxes.TextBox) or last.style["letter_spacing"] == "normal":
        return 0.0
    return float(last.style["letter_spacing"])


def whole_shares(line: Line, places: Sequence[int], slack: float) -> list[int]:
    """The slack (pixels) over the places, in whole thousandths of their type sizes; nothing when it has no room."""
    sizes, widest, taken = line.sizes(places), line.rooms(places), line.taken()
    if taken or len({*sizes}) > 1 or any(space in line.text for space in SPACES):
        return rounded(shared_out(slack, rooms(line.text, places, sizes, widest, taken)), sizes)
    if not places or slack > min(widest) * len(places):
        return []
    return _even(slack, sizes)


def rooms(
    text: str, places: Sequence[int], sizes: Sequence[float], widest: list[float], taken: Sequence[int]
) -> list[float]:
    """By how many pixels each place may be widened, beyond what is taken of it, and where it is a space."""
    if taken:
        each = zip(places, widest, sizes, strict=True)
        widest = [room - taken[place] * size / _THOUSAND for place, room, size in each]
    spaces = [count for count, place in enumerate(places) if text[place] in SPACES]
    for count in spaces:
        widest[count] = WIDEST_SPACE * sizes[count] if len(spaces) < len(places) else float("inf")
    return widest


def _widest(style: Any) -> float:
    spacing = 0 if style["letter_spacing"] == "normal" else style["letter_spacing"]
    return max(0.0, float(WIDEST_GAP * style["font_size"] - spacing))


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
    if shares and len({*shares}) == 1 and len({*sizes}) == 1:
        return _even(shares[0] * len(shares), sizes)
    whole, owed = [], 0.0
    for share, size in zip(shares, sizes, strict=False):
        owed += share
        whole.append(int(owed * _THOUSAND / size))
        owed -= whole[-1] * size / _THOUSAND
    return whole


def _even(slack: float, sizes: Sequence[float]) -> list[int]:
    """The slack (pixels) in whole thousandths of one type size, none of them more than one larger than another."""
    share, more = divmod(int(slack * _THOUSAND / sizes[0]), len(sizes))
    return [share + 1] * more + [share] * (len(sizes) - more)


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
