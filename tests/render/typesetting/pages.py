"""Pages of Chinese text to be measured: paragraphs set by WeasyPrint with our typesetting."""

from __future__ import annotations

import io
import subprocess
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pdfplumber
import weasyprint

from reporter.render.typesetting import chinese_typesetting

MARGIN = 10
SONG, HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
SENTENCES = (
    "各单位要把安全生产放在首位，逐条对照清单、逐项落实责任，做到件件有着落、事事有回音。"
    "今年共完成投资1,234.5亿元，同比增长12.5%，新建GDP核算点300余家。"
    "会议指出：“要按照‘谁主管、谁负责’的原则（包括《安全手册》），把工作做实。”——这是基本要求……"
)


def page(body: str, width: float = 100, family: str = f'"{SONG}"', css: str = "", lang: str = "zh-Hans") -> str:
    """A page whose text area is so many millimetres wide."""
    sheet = (
        f"@page {{ size: {width + 2 * MARGIN}mm 200mm; margin: {MARGIN}mm }} body {{ margin: 0; font: 10.5pt/1.65"
        f" {family}; text-align: justify; overflow-wrap: anywhere }} p {{ margin: 0 }} {css}"
    )
    return f'<html lang="{lang}"><style>{sheet}</style><body>{body}</body></html>'


def laid_out(html: str) -> weasyprint.Document:
    with chinese_typesetting() as typesetting:
        assert typesetting.active
        return weasyprint.HTML(string=html).render()


def pdf(html: str) -> bytes:
    made: bytes = laid_out(html).write_pdf()
    return made


def lines(made: bytes) -> list[list[dict[str, Any]]]:
    """The characters of each line of a PDF, from left to right, lines from above."""
    found: dict[tuple[int, float], list[dict[str, Any]]] = defaultdict(list)
    with pdfplumber.open(io.BytesIO(made)) as document:
        for number, sheet in enumerate(document.pages):
            for character in sheet.chars:
                found[number, -round(character["matrix"][5])].append(character)
    return [sorted(found[key], key=lambda character: character["x0"]) for key in sorted(found)]


def line_texts(html: str) -> list[str]:
    return ["".join(character["text"] for character in line) for line in lines(pdf(html))]


def right_edges(made: bytes, width: float) -> list[float]:
    """How far the last character of each line but the last stays from the right edge, in points; negative outside."""
    edge = (MARGIN + width) * 72 / 25.4
    return [edge - line[-1]["x1"] for line in lines(made)[:-1]]


def gaps_behind(made: bytes) -> dict[str, float]:
    """The distance between two neighbours of the first line, in em, by the two characters."""
    line = lines(made)[0]
    return {a["text"] + b["text"]: (b["x0"] - a["x1"]) / a["size"] for a, b in pairwise(line)}


def extracted(made: bytes) -> str:
    """What pdftotext reads, without line ends."""
    run = subprocess.run(["pdftotext", "-", "-"], input=made, capture_output=True, check=True)
    return run.stdout.decode().replace("\n", "").replace("\f", "")
