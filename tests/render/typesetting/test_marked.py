"""Running text keeps its characters, whether lines find their breaks themselves or markup shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from reporter.render.typesetting import breakable, marked

TEXTS = st.text("甲“”‘’<&。 ", max_size=30)


def plain(html: Markup) -> str:
    return " ".join(html.striptags().split())


def test_text_is_escaped_and_carries_no_markup_while_lines_break_by_themselves() -> None:
    assert breakable("抓“<质”量") == "抓“&lt;质”量"


def test_markup_lets_lines_break_before_an_opening_quote_and_not_behind_it() -> None:
    assert marked("抓“<质”量") == '抓<wbr><span class="quoted">“&lt;</span>质”量'


@given(TEXTS)
def test_places_to_break_change_no_text(text: str) -> None:
    assert plain(marked(text)) == plain(breakable(text)) == plain(escape(text))
