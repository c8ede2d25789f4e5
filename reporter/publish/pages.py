"""What verify needs to know of an HTML page: its anchors, its links, and what it quotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# HTML Living Standard, 13.1.2: elements that have no end tag.
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_LINKING = {"href", "src", "poster", "data", "action", "formaction", "cite"}


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another place; ``loads`` says that the browser fetches it, not the reader."""

    line: int
    url: str
    loads: bool


@dataclass(slots=True)
class Quote:
    """A sentence that the page quotes: an element with ``data-sentence`` in one with ``data-document``."""

    line: int
    document: str | None
    sentence: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page."""

    anchors: frozenset[str]
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...]
    source: str = ""
    """The repaired text of the source that the page shows: its element of the class ``original`` without ``del``."""


def read_page(path: Path) -> Page:
    """The page in a file; damaged markup is read as far as it goes."""
    parser = _PageParser()
    parser.feed(path.read_text("utf-8", errors="replace"))
    parser.close()
    return Page(frozenset(parser.anchors), tuple(parser.links), tuple(parser.quotes), "".join(parser.source))


@dataclass(slots=True)
class _Open:
    """An element that is open: the document that it speaks of, the quote that it is, whether it shows a source."""

    tag: str
    document: str | None
    quote: Quote | None
    source: bool


@dataclass
class _PageParser(HTMLParser):
    anchors: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self.anchors.update(values[name] for name in ("id", "name") if values.get(name))
        loads = tag not in ("a", "q", "blockquote")
        self.links += [Link(line, values[name], loads) for name in values if name in _LINKING]
        around = self._open[-1] if self._open else _Open("", None, None, source=False)
        document = values.get("data-document") or around.document
        quote = Quote(line, document, values["data-sentence"]) if values.get("data-sentence") else None
        if quote:
            self.quotes.append(quote)
        if tag not in _VOID:
            source = around.source or "original" in values.get("class", "").split()
            self._open.append(_Open(tag, document, quote, source and tag != "del"))

    def handle_endtag(self, tag: str) -> None:
        depths = (index for index in reversed(range(len(self._open))) if self._open[index].tag == tag)
        depth = next(depths, None)
        if depth is not None:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        for element in self._open:
            if element.quote:
                element.quote.text += data
        if self._open and self._open[-1].source:
            self.source.append(data)
