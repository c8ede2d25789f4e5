"""In: nothing. Out: texts, pages, Markdown and tables that nest, flood, pretend or point outwards."""

from __future__ import annotations

RAN = "document.documentElement.dataset.ran='yes';alert(1)"
# Sentences that are ordinary text; what an output does with them must stay so.
TITLE = "关于质量工作的情况报告"
LINES = (
    "全市质量工作会议强调，各单位要抓紧落实年度任务。",
    "全年检查企业120家，整改率达到95.5%，同比提高3个百分点。",
    "下一步，各单位要完善制度，明确责任人，按月报告进展。",
)

# Text that a page, a style sheet, a script, a template, a spreadsheet, a word processor, a terminal or a reader of
# bidirectional text might obey instead of show.
MARKUP = (
    f"<script>{RAN}</script>", f'<img src=x onerror="{RAN}">', f'<svg onload="{RAN}"></svg>', "</style><style>*{}",
    "</script><script>", "--><!--", "]]><![CDATA[", "&lt;b&gt;&#x3c;", "url(javascript:1)", "@import '//example.org'",
)  # fmt: skip
TEMPLATES = (
    "{{ 7*7 }}",
    "{% for a in b %}",
    "{# 注 #}",
    "{{ page.__class__.__mro__ }}",
    "${7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
)
FORMULAS = (
    "=cmd|'/c calc'!A0", "+1+cmd|'/c calc'!A0", "-2+3+cmd|'/c calc'!A0", "@SUM(1,1)", "\t=1+1",
    '=HYPERLINK("http://example.org","点")', "＝1+1", "=1+1",
)  # fmt: skip
FIELDS = (
    '{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }',
    '{ INCLUDETEXT "/etc/hostname" }',
    "\\input{/etc/hostname}",
)
TERMINAL = ("\x1b[2J\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x08\x08\x08")
TURNING = ("甲\u202e乙丙\u202c", "\u2066丁\u2067戊", "己\u200f庚\u061c")
SHOWN = (*MARKUP, *TEMPLATES, *FIELDS)


def report(lines: tuple[str, ...] = LINES, title: str = TITLE) -> str:
    return "\n".join((title, "", *lines, ""))


def injected() -> str:
    """A report each of whose sentences carries one attack between ordinary words and figures."""
    attacks = (*SHOWN, *FORMULAS, *TURNING)
    lines = [
        f"全市质量工作{attack}完成投资{number + 12}亿元，增长{number + 3}.5%，抓好品牌建设。"
        for number, attack in enumerate(attacks)
    ]
    return report(tuple(lines), f"{TITLE}{MARKUP[0]}{TEMPLATES[0]}")


def escapes() -> str:
    """Few enough that it still is a text."""
    return report((*(f"{TERMINAL[n % len(TERMINAL)]}{line}" for n, line in enumerate(LINES)), *LINES * 40))


# -- floods of text


def brackets(count: int) -> str:
    return report(
        (*LINES, "（" * count + "注" + "）" * count + "。", "(" * count, "《" * count, "“" * count, "「" * count)
    )


def numbers(count: int) -> str:
    return report(
        (*LINES, f"投资{'1' * count}亿元。", f"投资{'一' * count}亿元。", f"完成1e{'9' * 300}万元。", "9亿" * count)
    )


def markers(count: int) -> str:
    return report((*LINES, *("一、" * 50 for _ in range(count // 50)), "第" * count + "条", "1." * count))


def marks_on_one_letter(count: int) -> str:
    return report((*LINES, "质" + "\u0301" * count + "量工作。"))


def blanks(count: int) -> str:
    return report((*LINES, "　" * count + "质量" + " " * count + "。", "\n" * count, "\t" * count))


def one_line(count: int) -> str:
    return "质量工作" * (count // 4)


def stops(count: int) -> str:
    return report((*LINES, "。" * count, "，" * count, "……" * count, "-" * count, "=" * count, "|" * count))


def misread(count: int) -> str:
    """What mojibake looks like, in a flood."""
    return report((*LINES, "鍏充簬璐ㄩ噺" * count, "Ã¤Â¸Â\xad" * count, "锟斤拷" * count))


# -- pages


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    )


def article() -> str:
    return f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in LINES)


def nested(tag: str, depth: int, *, closed: bool = True) -> str:
    return page(article() + f"<{tag}>" * depth + "深处的话。" + (f"</{tag}>" * depth if closed else ""))


def nested_grids(depth: int) -> str:
    return page(article() + "<table><tr><td>" * depth + "格" + "</td></tr></table>" * depth)


def wide_grid() -> str:
    row = "<tr><td colspan=2000000000 rowspan=2000000000>甲</td><td colspan=-1>乙</td></tr>"
    return page(article() + f"<table>{row * 30}</table>")


def outward_page(address: str, canary: str) -> str:
    """Everything in a page that fetches, from an address and from the disk."""
    head = (
        f"<base href='{address}/'><link rel=stylesheet href='{address}/s.css'><link rel=preload href='{address}/p'>"
        f"<meta http-equiv=refresh content='0;url={address}/r'><script src='{address}/s.js'></script>"
        f"<style>@import url({address}/i.css);body{{background:url({canary})}}</style>"
    )
    body = (
        f"<img src='{address}/a.png' srcset='{address}/b.png 2x'><iframe src='{canary}'></iframe>"
        f"<object data='{canary}'></object><embed src='{address}/e'><video src='{address}/v' "
        f"poster='{canary}'></video><svg><image "
        f"href='{address}/v.svg'/><use xlink:href='{canary}#a'/></svg><form action='{address}/f'></form>"
        f"<a href='{canary}'>附件</a><link rel=import href='{address}/w'>"
    )
    return page(article() + body, head)


def entity_page(canary: str) -> str:
    declaration = (
        f'<!DOCTYPE html [<!ENTITY a "{"笑" * 100}"><!ENTITY b "{"&a;" * 100}"><!ENTITY c SYSTEM "{canary}">]>'
    )
    head = f"<?xml version='1.0'?>{declaration}<html><head><title>{TITLE}</title></head>"
    return f"{head}<body>{article()}<p>&b;&c;</p></body></html>"


def references(count: int) -> str:
    return page(article() + f"<p>{'&#x110000;&#0;&#xD800;&#99999999999;&nosuch;&' * count}</p>")


def attribute(length: int) -> str:
    return page(article() + f'<p title="{"质" * length}" {"a " * length}>末段的话。</p>')


def open_ends() -> tuple[str, ...]:
    """Constructs that nobody closes."""
    return tuple(
        page(article() + opening + "后面的话。" * 20)[:-14]
        for opening in ("<!--", "<script>", "<![CDATA[", '<p a="', "<")
    )


def archive_of_parts(depth: int, text: str) -> bytes:
    """A web archive whose parts nest and whose boundaries are never closed."""
    lines = ["MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="b0"', ""]
    for level in range(depth):
        lines += [f"--b{level}", f'Content-Type: multipart/mixed; boundary="b{level + 1}"', ""]
    lines += [f"--b{depth}", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text]
    return "\r\n".join(lines).encode()


# -- Markdown


def markdown(flood: str) -> str:
    return f"# {TITLE}\n\n" + "\n\n".join(LINES) + f"\n\n{flood}\n"


def front_bomb() -> str:
    """Front matter of YAML that would make objects and multiply its anchors."""
    anchors = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    return f"---\na0: &a0 笑\n{anchors}title: !!python/object/apply:os.system ['true']\n---\n" + markdown("")


def markdown_floods(count: int) -> dict[str, str]:
    """By name: quotations, lists, brackets, stars, backticks, links, tables and references without end."""
    table = f"|{'列|' * count}\n|{'-|' * count}\n|{'1|' * count}\n"
    return {
        "quotes": ">" * count + "引", "lists": "\n".join("  " * n + "- 项" for n in range(count // 10)),
        "brackets": "[" * count, "links": "[a](" * count, "stars": "*a **a " * count, "ticks": "`a" * count,
        "images": "![" * count + "](" * count, "table": table, "references": "[^1]: [^1] " * count,
        "tags": "<a " * count,
    }  # fmt: skip


def links_of_markdown(address: str, canary: str) -> str:
    return markdown(
        f"![图]({address}/a.png) [文](javascript:{RAN}) <{address}/auto> ![]({canary})\n\n<script>{RAN}</script>"
    )


# -- separated values


def separated(rows: list[list[str]]) -> str:
    return "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows) + "\n"


def formula_rows() -> list[list[str]]:
    return [
        ["项目", "数量"],
        *([attack, str(number)] for number, attack in enumerate((*FORMULAS, *MARKUP, *TEMPLATES), 1)),
    ]


def columns(count: int) -> str:
    return "\n".join(("甲" + ",乙" * (count - 1), "1" + ",1" * (count - 1)))


def open_quotes(count: int) -> str:
    return "名称,数量\n甲,1\n乙,2\n" + '"丙,3\n' * count


def short_rows(count: int) -> str:
    return "名称,数量\n" + "甲,1\n" * count
