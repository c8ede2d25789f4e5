"""What a page says twice: paragraphs and the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporter.repair.lines import Line

# Shorter lines repeat for good reasons (table cells, refrains, signatures).
_LEAST_LENGTH = 20
_PLAIN = re.compile(r"[\W_]+")
# What a page's title puts behind the article's: -其他, _新华网, | 某局.
_SUFFIX = re.compile(r"(?:(?<!\s)\s++)?(?<![-_—|｜])[-_—|｜]++\s*[^-_—|｜]{1,20}$")
# It is looked for in so many characters at the end: a line that is one long rule must not cost its square.
_SUFFIX_WITHIN = 60


def repeated_paragraphs(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of more than twenty characters that an earlier line says word for word."""
    seen: set[str] = set()
    for line in lines:
        if len(line.text) <= _LEAST_LENGTH:
            continue
        if line.text in seen:
            yield line
        seen.add(line.text)


def same_title(title: str, line: str) -> bool:
    """Whether a line repeats a title, punctuation, blanks and the site's suffix on one of the two aside."""
    return bool(bare(title)) and not {bare(title), _without_site(title)}.isdisjoint(
        {bare(line), _without_site(line)} - {""}
    )


def _without_site(text: str) -> str:
    return bare(text[:-_SUFFIX_WITHIN] + _SUFFIX.sub("", text[-_SUFFIX_WITHIN:]))


def bare(text: str) -> str:
    """The letters, ideographs and digits of a text, without the difference of cases."""
    return _PLAIN.sub("", text).casefold()
