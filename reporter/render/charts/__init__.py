"""Briefing → charts: bars of what several documents state, what grew and shrank, and when things happened.

A chart stands where it shows more than its table, and only there: ``comparison``, ``growth`` and ``timeline`` say by
which rule, ``selection`` brings them together. ``geometry`` says where all stands, ``axis`` which numbers stand at a
scale, and ``drawing`` makes of each an SVG element that holds text as text.
"""
