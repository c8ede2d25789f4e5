"""The annotated sentences of ``tests/corpus/figures``: how they are read and scored."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reporter.extract.indicators import named_quantities
from reporter.extract.roles import role
from reporter.language.script import simplified

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "figures"
BOUNDS = {"at_least", "at_most", "over", "under", "about"}
ROLES = {"actual", "target", "plan", "threshold", "scope", "change"}
SCALES = {"万": 10**4, "亿": 10**8}


@dataclass(frozen=True)
class Expected:
    """A figure as annotated; ``optional`` ones may be left out."""

    value: tuple[float, ...]
    unit: str
    name: str
    bound: str | None
    role: str | None
    optional: bool


@dataclass(frozen=True)
class Annotated:
    """A sentence with the figures it states."""

    file: str
    text: str
    figures: tuple[Expected, ...]


@dataclass(frozen=True)
class Found:
    """A figure as extracted."""

    value: tuple[float, ...]
    unit: str
    name: str
    bound: str | None
    role: str


def sentences() -> list[Annotated]:
    """All sentences in the order of their files."""
    read: list[tuple[str, str, list[Expected]]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("  "):
                read[-1][2].append(expected(line.split()))
            elif line and not line.startswith("#"):
                read.append((path.name, line, []))
    return [Annotated(file, text, tuple(figures)) for file, text, figures in read]


def expected(parts: Sequence[str]) -> Expected:
    """The figure of a line: [?] value unit name [bound] [role]."""
    optional = parts[0] == "?"
    value, unit, name, *more = parts[optional:]
    known = BOUNDS | ROLES
    assert set(more) <= known, parts
    return Expected(
        tuple(float(number) for number in value.split("~")),
        "" if unit == "-" else unit,
        name,
        next((word for word in more if word in BOUNDS), None),
        next((word for word in more if word in ROLES), None),
        optional,
    )


def found_in(text: str) -> list[Found]:
    """What is extracted from a sentence."""
    plain = simplified(text)
    return [
        Found(
            tuple(map(float, value if isinstance(value := item.quantity.value, tuple) else (value,))),
            item.quantity.unit,
            item.name,
            item.quantity.bound,
            role(plain, item),
        )
        for item in named_quantities(text)
    ]


def base(figure: Expected | Found) -> tuple[tuple[float, ...], str]:
    """Value and unit without 万 and 亿."""
    unit, factor = figure.unit, 1
    while len(unit) > 1 and unit[0] in SCALES:
        factor, unit = factor * SCALES[unit[0]], unit[1:]
    return tuple(round(value * factor, 4) for value in figure.value), unit


def matched(sentence: Annotated) -> tuple[list[tuple[Found, Expected]], list[Found], list[Expected]]:
    """The figures found that are annotated, those that are not, and the annotated ones not found."""
    rest = list(sentence.figures)
    pairs, extra = [], []
    for figure in found_in(sentence.text):
        match = next((other for other in rest if base(other) == base(figure)), None)
        if match is None:
            extra.append(figure)
        else:
            rest.remove(match)
            pairs.append((figure, match))
    return pairs, extra, rest


def alike(first: str, second: str) -> float:
    """How alike two names are: the F1 measure over their characters, punctuation left out."""
    ours, theirs = Counter(letters(first)), Counter(letters(second))
    shared = sum((ours & theirs).values())
    return 2 * shared / (sum(ours.values()) + sum(theirs.values())) if shared else 0.0


def letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
