"""The content of a paragraph → its lines: runs, fields, symbols, breaks, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reporter.read.docx.blocks import Line
from reporter.read.docx.drawings import containers
from reporter.read.docx.fields import Fields
from reporter.read.docx.names import Element, M, W, attribute, is_on, switch
from reporter.read.docx.styles import Styles
from reporter.read.docx.symbols import symbol

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"
_BREAKS = re.compile(r"[\r\n]+")
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_WITHOUT_TEXT = ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "delText")


@dataclass(slots=True)
class Tally:
    """What was met on the way that the text does not show, and where notes are referred to."""

    hidden: int = 0
    graphics: int = 0
    foreign: int = 0
    comments: set[str] = field(default_factory=set)
    notes: list[tuple[str, str, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its lines, the containers of text boxes, and whether a table of contents made
    its first words."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    is_contents: bool = False


class RunReader:
    """Reads paragraph after paragraph of one story; fields stay open from one paragraph to the next.

    Args:
        styles: the document's, for hidden character styles.
        tally: what is counted over all stories.
        drops_page_numbers: as in headers and footers, where a page number's result is that of a machine.
    """

    def __init__(self, styles: Styles, tally: Tally, *, drops_page_numbers: bool = False) -> None:
        self._styles = styles
        self._tally = tally
        self._fields = Fields(_PAGE_NUMBERS if drops_page_numbers else frozenset())
        self._index: int | None = None
        self._hides = False
        self._skips_mark = False
        self._content = Content()
        self._pieces: list[str] = []
        self._size: str | None = None
        self._line_size: str | None = None
        self._has_words = False
        self._handlers = self._by_tag()

    def _by_tag(self) -> dict[str, Callable[[Element], None]]:
        """Tag → what reads such an element; what has no meaning of its own here is looked through (ins, hyperlink)."""
        named: dict[str, Callable[[Element], None]] = {
            "r": self._run,
            "t": self._text,
            "br": self._break,
            "cr": self._break,
            "tab": self._tab,
            "ptab": self._tab,
            "noBreakHyphen": self._hyphen,
            "sym": self._symbol,
            "ruby": self._ruby,
            "sdt": self._control,
            "fldChar": self._field_mark,
            "instrText": self._instruction,
            "fldSimple": self._simple_field,
            "footnoteReference": self._reference,
            "endnoteReference": self._reference,
            "commentReference": self._comment,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            **dict.fromkeys(_WITHOUT_TEXT, self._pass),
        }
        return {W + name: reads for name, reads in named.items()} | {M + "oMath": self._math}

    def content(self, paragraph: Element, index: int | None, *, hides: bool) -> Content:
        """The content of a w:p; ``hides`` says that its style hides what does not show itself."""
        self._index, self._hides, self._content = index, hides, Content()
        self._read(paragraph)
        self._end_line()
        return self._content

    # -- walking

    def _read(self, parent: Element) -> None:
        for child in parent:
            self._handlers.get(child.tag, self._read)(child)

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        outer, self._size, self._skips_mark = self._size, None, False
        if properties is not None:
            self._size = attribute(properties.find(W + "sz"))
        if self._is_hidden(properties):
            self._hidden_run(run)
        else:
            self._read(run)
        self._size = outer

    def _hidden_run(self, run: Element) -> None:
        """Of a hidden run only the fields go on: their marks are often hidden where their results are not."""
        if any((text.text or "").strip() for text in run.iter(W + "t")) and self._fields.is_shown:
            self._tally.hidden += 1
        for child in run:
            if child.tag in (W + "fldChar", W + "instrText"):
                self._handlers[child.tag](child)

    def _is_hidden(self, properties: Element | None) -> bool:
        if properties is None:
            return self._hides
        stated = switch(properties, "vanish")
        if stated is not None:
            return stated
        style = attribute(properties.find(W + "rStyle"))
        return self._hides or (style is not None and self._styles.hides(style))

    def _control(self, control: Element) -> None:
        """A content control: nothing of one that still shows what to fill in (17.5.2.39)."""
        properties = control.find(W + "sdtPr")
        if properties is None or not is_on(properties.find(W + "showingPlcHdr")):
            self._read(control)

    def _pass(self, _: Element) -> None:
        """Nothing to read here."""

    # -- text

    def _say(self, text: str) -> None:
        if not text or not self._fields.is_shown:
            return
        if not self._has_words:  # the first words of the line
            self._line_size = self._size
            self._has_words = not text.isspace()
            self._content.is_contents |= self._fields.in_contents and not self._content.lines
        self._pieces.append(text)
        self._fields.said()

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if element.get(_XML_SPACE) != "preserve":
            text = text.strip(_BLANK)
        if not self._skips_mark:
            self._say(_BREAKS.sub(" ", text))

    def _break(self, _: Element) -> None:
        if self._fields.is_shown:
            self._end_line()

    def _end_line(self) -> None:
        self._content.lines.append(Line("".join(self._pieces), self._line_size))
        self._pieces, self._line_size, self._has_words = [], None, False

    def _tab(self, _: Element) -> None:
        self._say("\t")

    def _hyphen(self, _: Element) -> None:
        self._say("-")

    def _symbol(self, element: Element) -> None:
        self._say(symbol(attribute(element, "font") or "", attribute(element, "char") or ""))

    def _ruby(self, element: Element) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self._read(base)

    def _math(self, element: Element) -> None:
        """A formula in one line, a fraction with a slash."""
        for part in element.iter(M + "t", W + "t", M + "den"):
            self._say("/" if part.tag == M + "den" else (part.text or "").strip(_BLANK))

    # -- fields

    def _field_mark(self, mark: Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._say(self._fields.end())

    def _instruction(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._fields.begin(attribute(element, "instr") or "", in_result=True)
        self._read(element)
        self._say(self._fields.end())

    # -- what hangs on the text

    def _reference(self, element: Element) -> None:
        """A note's mark leaves nothing; one of the author's own stands as text behind it and goes too (17.11.7)."""
        kind = "footnotes" if element.tag == W + "footnoteReference" else "endnotes"
        self._skips_mark = attribute(element, "customMarkFollows") in ("1", "true", "on")
        self._tally.notes.append((kind, attribute(element, "id") or "", self._index))

    def _comment(self, element: Element) -> None:
        self._tally.comments.add(attribute(element, "id") or "")

    def _drawing(self, element: Element) -> None:
        """A drawing: the text boxes in it, words that are drawn as a shape, else a picture that can't be read."""
        found = list(containers(element))
        self._content.boxes += found
        self._tally.graphics += not found
