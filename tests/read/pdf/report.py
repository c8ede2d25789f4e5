"""A work report of any length, made up from phrases, as HTML for WeasyPrint and as the lines that must come back."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

_SUBJECTS = (
    "全县",
    "县政府",
    "各乡镇",
    "农业部门",
    "工业园区",
    "教育系统",
    "卫生机构",
    "交通部门",
    "各有关单位",
    "社区",
)
_FACTS = (
    "完成固定资产投资{n}.{d}亿元，同比增长{p}%",
    "新建标准厂房{n}万平方米，引进企业{p}家",
    "城镇居民人均可支配收入达到{n}{d}元（扣除价格因素后增长{p}.{d}%）",
    "改造老旧小区{p}个，惠及居民{n}户",
    "PM2.5平均浓度下降{p}%，优良天数比例为{n}.{d}%",
    "推广使用5G基站{n}座，ETC车道{p}条",
    "开展“百日攻坚”行动，整治隐患{n}处",
    "落实《关于促进就业的若干措施》，新增就业{n}人",
    "粮食总产量稳定在{n}.{d}万吨以上，连续{p}年丰收",
    "实施重点项目{p}个、民生实事{d}件",
    "引进GDP核算等统计方法，发布公报{p}期",
)
_LINKS = ("，同时", "；在此基础上", "，并", "；与此同时，", "，进一步")
_HEADINGS = (
    "坚持稳中求进",
    "扩大有效投资",
    "深化改革开放",
    "保障改善民生",
    "推进乡村振兴",
    "建设美丽家园",
    "加强自身建设",
)


@dataclass(slots=True)
class Report:
    """The body in HTML, and its lines as they must come out of the clean text (tables and notes apart)."""

    html: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, tag: str, text: str, markup: str | None = None) -> None:
        """A line, with its markup if it has more than its text."""
        self.html.append(f"<{tag}>{markup or escape(text, quote=False)}</{tag.split(maxsplit=1)[0]}>")
        self.lines.append(text)


def sentence(source: random.Random) -> str:
    """One sentence with figures."""
    parts = [
        source.choice(_SUBJECTS) + source.choice(_FACTS).format(
            n=source.randint(10, 999), d=source.randint(1, 9), p=source.randint(2, 99)
        )
        for _ in range(source.randint(1, 3))
    ]  # fmt: skip
    text = parts[0]
    for part in parts[1:]:
        text += source.choice(_LINKS) + part
    return text + "。"


def paragraph(source: random.Random) -> str:
    """Two to five sentences."""
    return "".join(sentence(source) for _ in range(source.randint(2, 5)))


def report(sections: int = 6, seed: int = 1) -> Report:
    """A report of so many numbered sections, each with two parts of two paragraphs."""
    source = random.Random(seed)
    made = Report()
    for number in range(sections):
        made.add("h2", f"{'一二三四五六七八九十'[number % 10]}、{_HEADINGS[number % 7]}")
        made.add("p", paragraph(source))
        for part in range(2):
            made.add("h3", f"（{'一二'[part]}）{_HEADINGS[(number + part + 3) % 7]}")
            made.add("p", paragraph(source))
            made.add("p", f"{part + 1}．{sentence(source)}")
    return made


def rates_table(rows: int, seed: int = 2) -> tuple[str, list[list[str]]]:
    """A table with two header rows (HTML) and all its rows, merged cells repeated."""
    source = random.Random(seed)
    head = [["指标", "2022年", "2022年", "2023年", "2023年"], ["指标", "数值", "增速（%）", "数值", "增速（%）"]]
    body = [
        [f"第{i + 1}项指标", f"{source.randint(1000, 99999):,}", f"{source.randint(1, 99)}.{source.randint(0, 9)}",
         f"{source.randint(100, 9999)}.{source.randint(10, 99)}", f"-{source.randint(1, 9)}.{source.randint(0, 9)}"]
        for i in range(rows)
    ]  # fmt: skip
    html = (
        "<table class=ruled><thead><tr><th rowspan=2>指标</th><th colspan=2>2022年</th><th colspan=2>2023年</th></tr>"
        "<tr><th>数值</th><th>增速（%）</th><th>数值</th><th>增速（%）</th></tr></thead>"
    )
    html += "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in body) + "</table>"
    return html, head + body


STYLE = """
@page { size: A4; margin: 3.5cm 2.7cm 3cm; @top-center { content: "某县人民政府工作报告"; font-size: 10pt }
        @bottom-center { content: "— " counter(page) " —"; font-size: 12pt } }
body { font: 16pt/1.75 "Noto Serif CJK SC"; }
h1 { font: bold 22pt/1.5 "Noto Sans CJK SC"; text-align: center; margin: 0 }
h2 { font: bold 16pt/1.75 "Noto Sans CJK SC"; text-indent: 2em; margin: 0 }
h3 { font: bold 16pt/1.75 "Noto Serif CJK SC"; text-indent: 2em; margin: 0 }
p { text-indent: 2em; margin: 0; text-align: justify }
p.date, p.unit, p.caption { text-indent: 0; text-align: center }
p.unit { text-align: right; font-size: 12pt }
table.ruled { border-collapse: collapse; width: 100%; font-size: 12pt; text-indent: 0 }
table.ruled td, table.ruled th { border: 0.75pt solid black; padding: 3pt; text-align: center }
table.plain { width: 90%; font-size: 12pt; margin: 6pt 0 }
table.plain td { text-align: right; padding: 2pt 10pt } table.plain td:first-child { text-align: left }
span.note { float: footnote; font-size: 10pt; text-indent: 0 }
"""


BARE = STYLE + "@page { @top-center { content: none } @bottom-center { content: none } }"


@lru_cache(maxsize=32)
def pdf(body: str, style: str = STYLE) -> bytes:
    """The body as a PDF by WeasyPrint."""
    import weasyprint

    return bytes(weasyprint.HTML(string=f"<html lang=zh><style>{style}</style><body>{body}</body></html>").write_pdf())
