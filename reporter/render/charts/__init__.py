"""Briefing → charts: bars of what several documents state, what grew and shrank, and when things happened.

A chart stands where it shows more than its table, and only there: ``comparison``, ``growth`` and ``timeline`` say by
which rule, ``selection`` brings them together. ``vega`` words all charts of a page as one specification, ``drawing``
lets the library draw it and makes of each an SVG element that holds text as text. The library is loaded only when there
is something to draw.
"""
