"""Chinese typesetting goes on and off without a trace, and says so where WeasyPrint lacks what it needs."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break

from reporter.render.typesetting import chinese_typesetting
from reporter.render.typesetting.activation import EXPECTED
from tests.render.typesetting.pages import page, pdf, right_edges

HTML = page("<p>" + "各单位要逐条对照清单、逐项落实责任，把工作做实，" * 12 + "</p>")


def inner() -> tuple[object, ...]:
    return inline.text_align, inline.justify_line, inline.can_break_text, inline.split_first_line, line_break.Layout


def test_outside_of_it_weasyprint_is_untouched() -> None:
    before, stock = inner(), weasyprint.HTML(string=HTML).write_pdf()
    pdf(HTML)
    assert inner() == before
    assert weasyprint.HTML(string=HTML).write_pdf() == stock


def test_an_exception_inside_leaves_weasyprint_untouched() -> None:
    before = inner()
    with pytest.raises(RuntimeError), chinese_typesetting():
        raise RuntimeError
    assert inner() == before


def test_the_outermost_of_nested_calls_ends_it() -> None:
    before = inner()
    with chinese_typesetting():
        on = inner()
        with chinese_typesetting() as typesetting:
            assert typesetting.active
            assert inner() == on
        assert inner() == on
    assert inner() == before


def test_two_threads_set_the_same_pages_as_one() -> None:
    before, alone, made = inner(), pdf(HTML), []
    threads = [threading.Thread(target=lambda: made.append(pdf(HTML))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [alone, alone]
    assert inner() == before


def test_pages_may_be_drawn_after_it_ended() -> None:
    with chinese_typesetting():
        document = weasyprint.HTML(string=HTML).render()
    assert document.write_pdf() == pdf(HTML)


def test_equal_text_gives_equal_bytes() -> None:
    assert pdf(HTML) == pdf(HTML)


@pytest.mark.parametrize("change", [{"weasyprint.layout.inline:no_such_part": ("line",)}, {"no_such_library:part": ()}])
def test_a_missing_part_turns_it_off_and_is_a_finding(change: dict[str, tuple[str, ...]]) -> None:
    before = inner()
    with chinese_typesetting({**EXPECTED, **change}) as typesetting:
        assert inner() == before
        assert weasyprint.HTML(string=HTML).write_pdf()
    (finding,) = typesetting.findings()
    assert (finding.code, finding.level) == ("render-typesetting-off", "warning")
    assert next(iter(change)).replace(":", ".") in finding.message


def test_with_every_part_there_is_no_finding() -> None:
    with chinese_typesetting() as typesetting:
        assert typesetting.findings() == ()


CHANGED = """
from weasyprint.layout import inline
{change}
import weasyprint
from reporter.render.typesetting import breakable, chinese_typesetting
with chinese_typesetting() as typesetting:
    weasyprint.HTML(string="<p>甲乙</p>").render()
print(typesetting.missing, breakable("甲“乙"))
"""


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ("stock = inline.justify_line\ninline.justify_line = lambda *line: stock(*line)", "inline.justify_line"),
        ("from weasyprint.text import line_break\ndel line_break.Layout.reactivate", "line_break.Layout.reactivate"),
    ],
)
def test_a_changed_weasyprint_sets_pages_as_it_does_and_text_is_marked_up(change: str, missing: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", CHANGED.format(change=change)], capture_output=True, text=True, check=True
    )
    assert missing in run.stdout
    assert "<wbr>" in run.stdout


def test_lines_of_a_changed_weasyprint_stay_ragged() -> None:
    with chinese_typesetting({"weasyprint.layout.inline:no_such_part": ()}):
        made = weasyprint.HTML(string=HTML).write_pdf()
    assert max(right_edges(made, 100)) > 1
    assert max(right_edges(pdf(HTML), 100)) < 0.05
