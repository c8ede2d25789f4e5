"""A page and the truth about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageCase:
    """A page and what stands in it.

    ``paragraphs`` are the article's lines in order (headings and items too), the title and data tables apart.
    ``furniture`` are strings that must neither stand in the body nor in a table. ``neutral`` are lines that may do
    either (stamps, signatures of the editor). ``date`` is an ISO day. Blanks do not count anywhere.
    """

    name: str
    page: bytes
    title: str
    paragraphs: tuple[str, ...]
    date: str = ""
    source: str = ""
    author: str = ""
    furniture: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    captions: tuple[str, ...] = ()
