"""Stored numbers as a spreadsheet shows them: format codes (ECMA-376 part 1, 18.8.30 and 18.8.31) applied.

In: the number and its format code. Out: the text. What a code asks for beyond digits, signs and dates (fractions,
filling) falls back to the plain value: never to a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import isfinite
from typing import Literal

from reporter.read.sheets.dates import date_text, is_date_code

GENERAL = "General"
# A number without a format shows so many significant digits; whole numbers of up to 15 digits are shown in full,
# as they may be codes (Excel itself turns to 1.23457E+11 from 12 digits on).
_SIGNIFICANT = 11
_LARGEST_WHOLE = Decimal(10) ** 15

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]{0,200})\]|(?P<general>General|G/通用格式)'
    r"|(?P<exponent>[eE][+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>[%％])|(?P<text>@)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_SIMPLE = re.compile(r"(#,##)?0(?:\.(0+))?(%)?(?:_[ )])?(?:;.*)?$")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?(?:\d+(?:\.\d*)?|\.\d+))$")
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d+|[黑蓝绿红白黄]色?|洋红|蓝绿|颜色\s?\d+)$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"\$([^-]*)(?:-[0-9A-Fa-f]+)?$")
_SHOWS_SIGN = re.compile(r"[-－−(（△▲▽▼负減减↓]")

Kind = Literal["literal", "digit", "point", "exponent", "general", "text"]


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a code: its tokens, and what they ask for."""

    tokens: tuple[tuple[Kind, str], ...]
    condition: tuple[str, Decimal] | None = None
    grouped: bool = False
    scale: int = 0  # powers of ten to multiply with: 2 a per cent sign, -3 a trailing comma
    coloured: bool = False
    is_date: bool = False
    code: str = ""
    plain: bool = False  # asks for what is not done here

    @property
    def shows_sign(self) -> bool:
        """Whether its own signs say that a number is negative."""
        return any(kind == "literal" and _SHOWS_SIGN.search(text) for kind, text in self.tokens)


def number_text(value: float, code: str, *, epoch_1904: bool = False) -> str:
    """The number as its format shows it; a date or a time where the code asks for one."""
    if not isfinite(value):
        return str(value)
    exact = Decimal(format(value, ".15g"))
    simple = _simple(code)
    if simple is not None and value > 0:
        decimals, separator, scale = simple
        return format(_rounded(exact.scaleb(scale), decimals), f"{separator}.{decimals}f") + "%" * (scale // 2)
    sections = _sections(code)
    section, magnitude = _chosen(sections, exact)
    if section is not None and section.is_date:
        return date_text(value, section.code, epoch_1904=epoch_1904) or general(exact)
    return general(exact) if section is None or section.plain else _written(section, magnitude)


def text_text(value: str, code: str) -> str:
    """A text as its format shows it: what stands around the @ of the code is added."""
    if "@" not in code or code == "@":
        return value
    section = _sections(code)[-1]
    if not any(kind == "text" for kind, _ in section.tokens):
        return value
    return "".join(value if kind == "text" else text for kind, text in section.tokens if kind in ("text", "literal"))


def is_date_format(code: str) -> bool:
    """Whether a code shows dates or times."""
    return _sections(code)[0].is_date


def general(value: Decimal) -> str:
    """A number without a format: 11 significant digits, whole numbers in full, very large and small ones with an
    exponent."""
    if value == value.to_integral_value() and abs(value) < _LARGEST_WHOLE:
        return str(int(value))
    exponent = value.adjusted()
    if not -5 <= exponent < 15:
        digits, power = format(value, ".5E").split("E")
        return f"{digits.rstrip('0').rstrip('.')}E{power[0]}{power[1:].zfill(2)}"
    rounded = _rounded(value, max(0, _SIGNIFICANT - 1 - max(exponent, 0)))
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


# -- codes


@lru_cache(maxsize=1024)
def _simple(code: str) -> tuple[int, str, int] | None:
    """(decimals, separator of thousands, power of ten) of the codes that most cells have; None for all others."""
    match = _SIMPLE.match(code)
    return (len(match[2] or ""), "," if match[1] else "", 2 if match[3] else 0) if match else None


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    """The sections of a code, which semicolons outside quotes divide; at most four."""
    pieces = [""]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            pieces.append("")
        else:
            pieces[-1] += match.group()
    return tuple(_section(piece) for piece in pieces[:4])


def _section(code: str) -> _Section:
    tokens: list[tuple[Kind, str]] = []
    condition: tuple[str, Decimal] | None = None
    grouped = coloured = plain = False
    scale = 0
    commas = 0
    for match in _TOKEN.finditer(code):
        kind, text = _token(match)
        if match["comma"]:
            commas += 1
            continue
        if match["bracket"] is not None:
            coloured = coloured or _COLOUR.match(match["bracket"]) is not None
            found = _CONDITION.match(match["bracket"])
            condition = (found[1], Decimal(found[2])) if found else condition
            plain = plain or match["bracket"].upper().startswith("DBNUM")
        if kind == "digit":
            grouped = grouped or (commas > 0 and any(known == "digit" for known, _ in tokens))
            commas = 0
        elif commas and kind in ("point", "literal", "exponent") and text:
            scale, commas = scale - 3 * commas, 0
        scale += 2 * (match["percent"] is not None)
        plain = plain or (match["other"] == "/" and any(known == "digit" for known, _ in tokens))
        if kind != "literal" or text:
            tokens.append((kind, text))
    if any(kind == "digit" for kind, _ in tokens):
        scale -= 3 * commas
    dated = is_date_code(code)
    return _Section(tuple(tokens), condition, grouped, scale, coloured, dated, code, plain)


def _token(match: re.Match[str]) -> tuple[Kind, str]:
    """A token's kind and text; literal and empty for what shows nothing."""
    for kind in ("digit", "point", "exponent", "general", "text"):
        if match[kind]:
            return kind, match[kind]
    if match["bracket"] is not None:
        currency = _CURRENCY.match(match["bracket"])
        return "literal", currency[1] if currency else ""
    for group in ("quoted", "escaped", "percent", "other"):
        if match[group] is not None:
            return "literal", match[group]
    return "literal", ""


# -- values


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section | None, Decimal]:
    """The section for a value, and the value that it shows: without its sign where the section itself shows it."""
    if any(section.condition for section in sections):
        return _conditional(sections, value)
    if len(sections) == 1 or (len(sections) == 2 and any(kind == "text" for kind, _ in sections[1].tokens)):
        return sections[0], value
    if value < 0:
        section = sections[1]
        tells = not section.coloured or section.shows_sign
        return section, (-value if tells else value)
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), value


def _conditional(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section | None, Decimal]:
    for section in sections[:3]:
        if section.condition is None or _holds(section.condition, value):
            return section, value
    return None, value


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, bound = condition
    return {
        "<": value < bound, "<=": value <= bound, ">": value > bound,
        ">=": value >= bound, "=": value == bound, "<>": value != bound,
    }[sign]  # fmt: skip


def _written(section: _Section, value: Decimal) -> str:
    """The number's digits put where the section's placeholders stand."""
    kinds = [kind for kind, _ in section.tokens]
    if "general" in kinds:
        shown = general(abs(value))
        return _signed(value, "".join(shown if kind == "general" else text for kind, text in section.tokens))
    if "text" in kinds and "digit" not in kinds:
        return general(value)
    if "digit" not in kinds:
        return "".join(text for kind, text in section.tokens if kind == "literal")
    scaled = value.scaleb(section.scale)
    if "exponent" in kinds:
        return _scientific(section, scaled)
    point = kinds.index("point") if "point" in kinds else len(kinds)
    decimals = kinds[point:].count("digit")
    rounded = _rounded(abs(scaled), decimals)
    whole, _, fraction = format(rounded, f".{decimals}f").partition(".")
    before = _whole(section, section.tokens[:point], whole)
    after = _fraction(section.tokens[point:], fraction)
    return _signed(scaled if rounded else Decimal(0), before + after)


def _signed(value: Decimal, text: str) -> str:
    return f"-{text}" if value < 0 else text


def _whole(section: _Section, tokens: tuple[tuple[Kind, str], ...], digits: str) -> str:
    """The digits before the point, from the right; what is left over stands where the first placeholder does."""
    rest = "" if digits == "0" else digits
    out: list[str] = []
    written = 0
    places = sum(kind == "digit" for kind, _ in tokens)
    for kind, text in reversed(tokens):
        if kind != "digit":
            out.append(text[::-1])
            continue
        places -= 1
        taking = len(rest) if places == 0 else 1
        piece, rest = (rest[-taking:], rest[:-taking]) if rest else ("0" if text == "0" else "", "")
        for char in reversed(piece):
            if section.grouped and written and written % 3 == 0:
                out.append(",")
            out.append(char)
            written += 1
    return "".join(out)[::-1]


def _fraction(tokens: tuple[tuple[Kind, str], ...], digits: str) -> str:
    """The point and the digits behind it; a # shows no zero at the end, and no digits, no point."""
    optional = 0
    for kind, text in reversed(tokens):
        if kind == "digit" and text == "0":
            break
        optional += kind == "digit"
    needed = len(digits) - optional
    shown = digits[:needed] + digits[needed:].rstrip("0")
    out: list[str] = []
    at = 0
    for kind, text in tokens:
        if kind == "digit":
            out.append(shown[at : at + 1])
            at += 1
        elif kind != "point" or shown:
            out.append(text)
    return "".join(out)


def _scientific(section: _Section, value: Decimal) -> str:
    kinds = [kind for kind, _ in section.tokens]
    at = kinds.index("exponent")
    point = kinds.index("point") if "point" in kinds[:at] else at
    digits, power = format(value, f".{kinds[point:at].count('digit')}E").split("E")
    width = kinds[at:].count("digit")
    sign = "-" if power.startswith("-") else ("+" if "+" in section.tokens[at][1] else "")
    return f"{digits}E{sign}{power.lstrip('+-').zfill(width)}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    if value.adjusted() >= 15:
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=decimals + 16))
