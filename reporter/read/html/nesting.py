"""The containers of a page as they open and close: a tree with as much of it as the choice of the article needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporter.read.html.elements import CONTAINERS, Kind, aside_kind
from reporter.read.html.markup import Token

# An end tag is matched so many open elements deep.
_DEEPEST = 200
# An end tag closes no element across one of these: a stray </div> in a cell does not close the table around it.
_SCOPES = frozenset({"td", "th", "table"})
_IN_CELLS = frozenset({"td", "th", "tr", "table"})


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds others: its name, the index of the one around it (-1 for none), and why it would be no
    article."""

    name: str
    parent: int
    kind: Kind


@dataclass(slots=True)
class Nesting:
    """The containers so far, in the order in which they open, and the indices of those open now."""

    source: str
    containers: list[Container] = field(default_factory=lambda: [Container("", -1, "")])
    open: list[int] = field(default_factory=lambda: [0])
    asides: int = 0

    @property
    def innermost(self) -> int:
        """The index of the innermost open container; 0 is the page itself."""
        return self.open[-1]

    def take(self, token: Token) -> bool:
        """Let a tag go by; whether an aside begins or ends with it. An end tag closes what was left open inside its
        element, a stray one nothing."""
        if token.name not in CONTAINERS:
            return False
        before = self.asides
        if token.kind == "start":
            if token.name in _IN_CELLS:
                self._close_cell(token.name)
            kind = aside_kind(self.source[token.start : token.end], token.name)
            self.containers.append(Container(token.name, self.open[-1], kind))
            self.open.append(len(self.containers) - 1)
            self.asides += kind != ""
        else:
            self._close(token.name)
        return (self.asides > 0) != (before > 0)

    def _close_cell(self, name: str) -> None:
        """A cell or row that begins closes the one before it; a table that begins closes nothing."""
        if name == "table":
            return
        closes = ("td", "th") if name in ("td", "th") else ("tr",)
        for position in range(len(self.open) - 1, max(0, len(self.open) - _DEEPEST), -1):
            found = self.containers[self.open[position]].name
            if found in closes:
                self._close_to(position)
                return
            if found == "table" or (found == "tr" and name != "tr"):
                return

    def _close(self, name: str) -> None:
        for position in range(len(self.open) - 1, max(0, len(self.open) - _DEEPEST), -1):
            found = self.containers[self.open[position]].name
            if found == name:
                self._close_to(position)
                return
            if found in _SCOPES and name not in _IN_CELLS:
                return

    def _close_to(self, position: int) -> None:
        for index in self.open[position:]:
            self.asides -= self.containers[index].kind != ""
        del self.open[position:]
