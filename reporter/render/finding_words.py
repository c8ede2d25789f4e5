"""What findings say, in the interface's language: the catalogue's sentence with its gaps filled.

A sentence is handed on as words and values in turn, words first: values are a document's own text or a file's name, so
a page sets each apart (``<bdi>``), whatever direction it runs in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from unicodedata import bidirectional

from reporter.model import Finding
from reporter.render.catalogue import Catalogue

# Characters that order a line anew or that nobody sees (UAX 9, 2; category Cc): they stand by their numbers.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"


def sentence(finding: Finding, t: Catalogue, *, path: bool = False) -> tuple[str, ...]:
    """What a finding says: words and values in turn; its English message where the language has no words for it.

    Args:
        path: whether the file that it is about leads the sentence.
    """
    values = _worded(finding, t)
    template = t.given(f"said.{finding.key}.says", "")
    if not template:
        own = values.get("path", "")
        return "", visible(finding.message if path else finding.message.removeprefix(f"{own}: "))
    said = filled(template, values)
    return ("", values["path"], t("findings.colon") + said[0], *said[1:]) if path and "path" in values else said


def hint(finding: Finding, t: Catalogue) -> tuple[str, ...]:
    """What to do about a finding, as ``sentence`` says what it is; nothing where there is nothing to do."""
    template = t.given(f"said.{finding.key}.do", "")
    if template:
        return filled(template, _worded(finding, t))
    return ("", visible(finding.hint)) if finding.hint else ()


def is_said(finding: Finding, t: Catalogue) -> bool:
    """Whether the language has words for what a finding says: English has the program's own."""
    return t.language == "en" or f"said.{finding.key}.says" in t.texts


def plain(said: tuple[str, ...]) -> str:
    """The sentence as one text; values that run from right to left are set apart by characters (UAX 9, 3.1.2)."""
    return "".join(_apart(part) if place % 2 else part for place, part in enumerate(said))


def filled(template: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Words and values of a sentence in turn, words first."""
    parts: list[str] = []
    words = ""
    for literal, gap, _, _ in Formatter().parse(template):
        words += literal
        if gap is not None:
            parts += (words, values.get(gap, ""))
            words = ""
    return (*parts, words) if words else tuple(parts)


def _worded(finding: Finding, t: Catalogue) -> dict[str, str]:
    """The values for the gaps; those that are the program's own words in the reader's language."""
    return {name: visible(_word(name, value, t)) for name, value in finding.values}


def _word(name: str, value: str, t: Catalogue) -> str:
    """A value in the reader's language, or a list of such values; any other as it stands."""
    known = [t.given(f"worded.{name}.{part}", "") for part in (value, *value.split(", "))]
    if known[0]:
        return known[0]
    return t("joint").join(known[1:]) if all(known[1:]) else value


def visible(value: str) -> str:
    """A text of strangers with the characters that turn or hide others by their numbers: [U+202E]."""
    return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", value)


def _apart(value: str) -> str:
    turned = any(bidirectional(char) in ("R", "AL") for char in value)
    return f"{_ISOLATE}{value}{_END}" if turned else value
