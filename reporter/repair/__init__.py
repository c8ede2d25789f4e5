"""RawText → CleanText: ordered, reversible steps; then what is no part of the article is set aside.

Before: the text as read. After: repaired text whose ledger leads every character back to the source, and asides.
A step is a pure function from a text to its replacements, so that the order in ``STEPS`` is the whole of repair.
Steps run until none finds anything more: repair of repaired text changes nothing.

What one document alone can't tell is seen over many: ``edge_lines`` of each, ``repeated_lines`` of all, and ``repair``
once more with them for the documents that hold such a line.
"""

from __future__ import annotations

from reporter.repair.sites import edge_lines, repeated_lines
from reporter.repair.steps import STEPS, Step, repair

__all__ = ["STEPS", "Step", "edge_lines", "repair", "repeated_lines"]
