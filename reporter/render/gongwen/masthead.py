"""版头 and the signature: where their parts stand (GB/T 9704-2012, 7.2 and 7.3.5)."""

from __future__ import annotations

import re

from reporter.config import GongwenSection
from reporter.render.gongwen.context import Masthead, Name, Signature, Signer
from reporter.render.gongwen.measures import (
    CHARACTER,
    LEAD,
    MASTHEAD_LARGEST,
    MASTHEAD_TOP,
    PITCH,
    RULE_GAP,
    SIZE_3,
    TYPE_AREA,
    width,
)
from reporter.render.gongwen.titles import title_lines

# A line of the masthead takes so much of its size; names of several issuers stand a little apart.
_LINE = 1.25
# A single issuer with more characters than this is set in two lines.
_LONGEST = 15
# Years stand in 〔〕 (7.2.5); keyboards have other brackets.
_YEAR = re.compile(r"[\[［(（【〈﹝](\d{4})[\]］)）】〉﹞]")


def masthead(section: GongwenSection) -> Masthead | None:
    """The head of the document; None where neither issuer nor number nor signer is given."""
    if not (section.issuers or section.number or section.signers):
        return None
    names, size = _names(section)
    line = size * (_LINE if len(names) > 1 else 1.0)
    bottom = MASTHEAD_TOP + ((len(names) - 1) * line + size if names else 0.0)
    rows = max(1, -(-len(section.signers) // 2))
    number_top = bottom + (2 if names else 0) * PITCH + (rows - 1) * PITCH
    rule = LEAD + number_top + (SIZE_3 if section.number or section.signers else 0) + RULE_GAP
    signers, label_right = _signers(section, number_top)
    return Masthead(
        names=names,
        suffix=section.suffix if section.issuers else "",
        size=size,
        line=line,
        top=LEAD + MASTHEAD_TOP - (line - size) / 2,
        number=document_number(section.number or ""),
        number_top=number_top,
        number_left=bool(section.signers),
        signers=signers,
        signers_label_right=label_right,
        rule=rule,
        lines=round((rule + 2 * PITCH - LEAD) / PITCH),
    )


def document_number(number: str) -> str:
    """The document number with its year in 〔〕."""
    return _YEAR.sub(r"〔\1〕", number)


def _names(section: GongwenSection) -> tuple[tuple[Name, ...], float]:
    """The issuers, and the size at which they and the suffix behind them fill no more than the type area."""
    lines = _issuer_lines(section)
    widest = max((width(line) for line in lines), default=1.0)
    beside = width(section.suffix) + (0.4 if len(lines) > 1 else 0.0)
    size = min(MASTHEAD_LARGEST / (1.0 if len(lines) < 3 else 1.4), TYPE_AREA[0] / (widest + beside))
    apart = len(section.issuers) > 1
    return tuple(Name(line, _spacing(line, widest) * size if apart else 0.0) for line in lines), size


def _spacing(line: str, widest: float) -> float:
    return (widest - width(line)) / (len(line) - 1) if len(line) > 1 else 0.0


def _issuer_lines(section: GongwenSection) -> list[str]:
    """A line an issuer; a single long name in two lines."""
    if len(section.issuers) != 1 or width(section.issuers[0]) <= _LONGEST:
        return list(section.issuers)
    name = section.issuers[0]
    return list(title_lines(name, width(name) // 2 + 2))


def _signers(section: GongwenSection, number_top: float) -> tuple[tuple[Signer, ...], float]:
    """The signers, two a line, the last line beside the document number; where their label stands (7.2.6)."""
    rows = [section.signers[at : at + 2] for at in range(0, len(section.signers), 2)]
    widest = max((width(name) for name in section.signers), default=0.0)
    columns = 2 if len(section.signers) > 1 else 1
    first = number_top - (len(rows) - 1) * PITCH
    placed = tuple(
        Signer(name, first + at * PITCH, CHARACTER * (1 + (columns - 1 - column) * (widest + 1) + widest - width(name)))
        for at, row in enumerate(rows)
        for column, name in enumerate(row)
    )
    return placed, CHARACTER * (1 + columns * widest + (columns - 1))


def signature(section: GongwenSection, date: str) -> Signature | None:
    """署名 and 成文日期: with a seal the name is centred on the date, which ends four characters from the edge, and two
    lines are left for the seal; without one the name ends two characters from the edge and the date begins two
    characters behind its beginning. None where neither is given."""
    if not (section.issuers or date):
        return None
    if not section.seal:
        return _unsealed(section, date)
    longest = max((width(name) for name in section.issuers), default=0.0)
    right = max(4.0, (longest - width(date)) / 2)
    names = tuple((name, max(0.0, right + (width(date) - width(name)) / 2) * CHARACTER) for name in section.issuers)
    return Signature(names, date, right * CHARACTER, 2)


def _unsealed(section: GongwenSection, date: str) -> Signature:
    last = width(section.issuers[-1]) if section.issuers else 0.0
    name_right, date_right = 2.0, last - width(date)
    if date_right < 2:
        name_right, date_right = 2 + width(date) + 2 - last, 2.0
    if not section.issuers:
        date_right = 4.0
    names = tuple((name, (name_right + last - width(name)) * CHARACTER) for name in section.issuers)
    return Signature(tuple((name, max(0.0, right)) for name, right in names), date, date_right * CHARACTER, 1)
