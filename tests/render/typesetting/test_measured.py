"""What was measured before is not measured again, and the pages are the same."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from reporter.render.typesetting import chinese_typesetting, measured
from tests.render.typesetting.pages import SENTENCES, SONG, lines, page

TEXT = "会议指出：“要抓紧办理”，共12亿元。"
# Each of them sets the same text in another way.
DECLARATIONS = (
    "font-size: 9pt", "font-weight: 700", "letter-spacing: 1pt", "white-space: nowrap", "white-space: pre-wrap",
    "text-align: left", "overflow-wrap: normal", "word-break: break-all", "font-feature-settings: 'pwid'",
    "font-family: 'Noto Sans CJK SC'", "hyphens: auto", "direction: rtl", "text-decoration: underline",
    "word-spacing: 4pt", "font-variant-numeric: oldstyle-nums", "text-indent: 2em",
)  # fmt: skip
STYLES = "".join(f'<p style="{declaration}">{TEXT * 4} 12 ab</p>' for declaration in DECLARATIONS)
BODY = (
    f"<p>{SENTENCES}</p><p lang=zh-Hant>{SENTENCES}</p>{STYLES}<div style='float: left'>{TEXT}</div>"
    f"<table><tr><td>{TEXT}<td>{TEXT * 9}<tr><td>12<td> 12 <tr><td>第&shy;一<td>一<br>二</table>"
    f"<ul style='columns: 2'>{'<li>甲乙丙丁' * 9}</ul><p style='text-align: center'>{TEXT}<b>{TEXT}</b>{TEXT}</p>"
)


def made(html: str, fonts: FontConfiguration) -> bytes:
    with chinese_typesetting():
        written: bytes = weasyprint.HTML(string=html).write_pdf(font_config=fonts)
    return written


@pytest.mark.parametrize("before", [100, 63, 20])
def test_pages_are_the_same_whatever_was_measured_before(before: int) -> None:
    fonts = FontConfiguration()
    made(page(BODY, before), fonts)
    assert made(page(BODY), fonts) == made(page(BODY), FontConfiguration())


def test_pages_are_the_same_when_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made(page(BODY), FontConfiguration())
    monkeypatch.setattr(measured, "_MOST", 5)
    assert made(page(BODY), FontConfiguration()) == whole


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_a_text_is_measured_anew_in_another_style(declaration: str) -> None:
    body = f'<p style="{declaration}">{TEXT * 4}</p>'
    fonts = FontConfiguration()
    made(page(f"<p>{TEXT * 4}</p>", 63), fonts)
    places = [
        [[(one["text"], one["x0"], one["y0"]) for one in line] for line in lines(made(page(body, 63), known))]
        for known in (fonts, FontConfiguration())
    ]
    assert places[0] == places[1]


def test_a_face_is_looked_at_once_for_all_its_sizes() -> None:
    fonts = FontConfiguration()
    sizes = "".join(f'<p style="font-size: {size}pt">{TEXT}</p>' for size in (5, 8.5, 10.5, 36))
    latin = f"<p style=\"font-family: 'DejaVu Serif', '{SONG}'\">{TEXT}</p>"
    made(page(sizes + latin), fonts)
    found = list(fonts.__dict__["stand_ins_of_faces"].values())
    # The quotation marks of the other face are no wider than its letters, and have no stand-ins.
    assert [having.quoted for having in found] == [True, False]


def test_text_in_a_drawing_is_drawn() -> None:
    drawing = (
        f'<svg width="200" height="30"><text x="2" y="20" font-size="9" font-family="{SONG}">椒江〔2〕</text></svg>'
    )
    found = lines(made(page(f"<p>{drawing}</p>"), FontConfiguration()))
    assert "椒江〔2〕" in "".join(character["text"] for line in found for character in line)
