"""A folder of documents that try to break out of a page: markup, template marks, scripts in links, controls, floods.

Every file is written here from short strings. ``ATTACKS`` must stand on the page of the Word file's source.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document

# What a script that got through does: it leaves this behind and opens a dialog.
RAN = "document.documentElement.dataset.ran='yes';alert(1)"
TITLE = f"</title><script>{RAN}</script>关于质量工作的报告"

ATTACKS = (
    f"<script>{RAN}</script>",
    f"<img src=x onerror=\"{RAN}\">",
    f"<svg onload=\"{RAN}\"><a xlink:href=\"javascript:{RAN}\">x</a></svg>",
    f"</style><script>{RAN}</script>",
    "</style><style>*{display:none}</style>",
    f"--><script>{RAN}</script><!--",
    "<!-- 这里没有结束",
    f"</a></main><base href=\"//example.org/\"><iframe srcdoc=\"<script>{RAN}</script>\">",
    "<meta http-equiv=refresh content=0;url=//example.org/><link rel=stylesheet href=//example.org/x.css>",
    f"\"' onmouseover={RAN} autofocus onfocus={RAN} x='",
    "{{ 7*7 }}{% for a in b %}{{ page.__class__ }}{# c #}",
    "${7*7}`#{7*7}<%= 7*7 %>",
    "&lt;b&gt;&amp;#x3c;&nbsp;&notanentity;",
    f"javascript:{RAN}",
    "data:text/html,<script>1</script>",
    "]]><![CDATA[<x>",
)  # fmt: skip
# Direction: overrides and isolates that nobody closes. Marks that pile up on one letter.
BIDI = ("甲\u202e乙丙丁\u2066戊", "甲\u2067乙\u061c丙\u200f丁", "文\u0301\u0302\u0303\u0304\u0305\u0306\u0307字")
LONG_WORD = "W" * 10_000
LONG_RUN = "质" * 10_000


def write_hostile(folder: Path) -> Path:
    """Write the folder and give it back."""
    folder.mkdir(parents=True)
    for name, text in _files().items():
        (folder / name).write_text(text, "utf-8")
    _write_docx(folder / "attacks.docx")
    return folder


def _files() -> dict[str, str]:
    return {
        "attacks.txt": _report(TITLE, ATTACKS),
        "bidi \u202egnp.txt": _report("\u202e质量工作\u2066报告", BIDI),
        "long.txt": _report("质量" * 300, (LONG_WORD, LONG_RUN)),
        '<img src=x onerror=alert(1)>&"%2e%2e#top?.txt': _report("文件名有标记的报告", ATTACKS[:2]),
        "page.html": _page(),
        "notes.md": _notes(),
        "table.csv": _table(),
    }  # fmt: skip


def _report(title: str, attacks: tuple[str, ...]) -> str:
    """A report whose headings and sentences carry the attacks between words and figures."""
    lines = [title, ""]
    for number, attack in enumerate(attacks):
        if number % 8 == 0:
            lines.append(f"{'一二三四五'[number // 8]}、质量工作{attack}")
        lines.append(f"全市质量{attack}工作完成投资{number + 12}亿元，增长{number + 3}.5%，抓好{attack}品牌建设。")
    lines.append("到2030年，全市中国名牌达到30个以上，国家标准达到60项。")
    return "\n".join(lines)


def _write_docx(path: Path) -> None:
    """A Word file holds the attacks as plain text: no reader may take them for markup."""
    document = Document()
    for line in _report(TITLE, ATTACKS).splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def _page() -> str:
    """A page of the web with scripts and links of every bad kind, and sentences that spell markup."""
    body = "".join(
        f"<p>全市质量工作{attack.replace('&', '&amp;').replace('<', '&lt;')}完成投资{number + 40}亿元。</p>"
        for number, attack in enumerate(ATTACKS)
    )
    return (
        f"<!doctype html><html><head><title>网页的质量报告</title><base href='//example.org/'><script>{RAN}</script>"
        "<style>body{background:url(//example.org/x.png)}</style>"
        "<meta http-equiv=refresh content='0;url=//example.org'>"
        f"</head><body onload=\"{RAN}\"><h1>网页的质量报告</h1><p>全市<a href=\"javascript:{RAN}\">质量工作</a>很好，"
        f"投资<svg onload=\"{RAN}\"><text>图</text></svg>31亿元。<img src=//example.org/x.png onerror=\"{RAN}\"></p>"
        f"<form action=//example.org/><input autofocus onfocus=\"{RAN}\"></form><iframe src=//example.org></iframe>"
        f"{body}</body></html>"
    )  # fmt: skip


def _notes() -> str:
    return (
        f"# 备忘的质量报告\n\n全市[质量工作](javascript:{RAN})完成投资21亿元。\n\n![图](//example.org/x.png)\n\n"
        f"<script>{RAN}</script>\n\n全市<b onclick=\"{RAN}\">品牌</b>达到25个。\n\n"
        f"|名称|数量|\n|---|---|\n|{ATTACKS[10]}|3个|\n|<script>{RAN}</script>|4个|\n"
    )  # fmt: skip


def _table() -> str:
    rows = "\n".join(f'"{attack.replace(chr(34), chr(34) * 2)}",{number}' for number, attack in enumerate(ATTACKS))
    return f'名称,数量\n=HYPERLINK("//example.org"),1\n{rows}\n'
