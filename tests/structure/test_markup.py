"""Markup: what HTML calls a title, a heading, an item or an aside, and what its metadata states."""

from __future__ import annotations

from reporter.model import Aside, CleanText, Document, Mark, RawTable, RawText, Span
from reporter.model.ledger import Ledger
from reporter.structure import structure

TEXT = "今年以来，云溪县各项质量工作稳步推进，取得了明显成效。"


def of(
    *parts: tuple[str, str, int], metadata: tuple[tuple[str, str], ...] = (), tables: tuple[str, ...] = ()
) -> Document:
    """The document of lines, each with what the markup says of it (nothing for an empty kind) and its level."""
    text, marks = "", []
    for line, kind, level in parts:
        if kind:
            marks.append(Mark(kind, len(text), len(text) + len(line), level))  # type: ignore[arg-type]
        text += line + "\n"
    found = []
    for table in tables:
        start = text.index(table)
        found.append(RawTable((((start, start + len(table)),),), 0, None, start, start + len(table)))
    raw = RawText("page.html", "0" * 64, "html", "utf-8", Ledger(text), tuple(marks), tuple(found), metadata)
    return structure(CleanText(raw, Ledger(text)), "x")


def test_marked_headings_keep_the_levels_of_the_markup() -> None:
    document = of(
        ("云溪县质量报告", "heading", 1), (TEXT, "", 0), ("基本情况介绍", "heading", 2), (TEXT, "", 0),
        ("企业", "heading", 3), (TEXT, "", 0), ("下一步", "heading", 2), (TEXT, "", 0),
    )  # fmt: skip
    assert document.title.text == "云溪县质量报告"
    assert [(section.level, section.heading) for section in document.sections] == [
        (1, "基本情况介绍"), (2, "企业"), (1, "下一步")
    ]  # fmt: skip


def test_numbers_below_a_marked_heading_are_its_sections() -> None:
    document = of(
        ("云溪县质量报告", "heading", 1),
        ("工作回顾", "heading", 2),
        ("一、夯实基础", "", 0),
        (TEXT, "", 0),
        ("工作打算", "heading", 2),
        (TEXT, "", 0),
    )
    assert [(section.level, section.number) for section in document.sections] == [(1, None), (2, "一、"), (1, None)]


def test_the_title_of_the_metadata_picks_its_line() -> None:
    document = of(
        ("新闻要闻速览", "", 0),
        ("云溪县质量工作推进", "", 0),
        (TEXT, "", 0),
        metadata=(("title", "云溪县质量工作推进_云溪网"),),
    )
    assert (document.title.text, document.title.inferred) == ("云溪县质量工作推进", False)


def test_metadata_fills_what_the_text_does_not_state() -> None:
    metadata = (
        ("author", "方知远"),
        ("source", "云溪日报"),
        ("date", "2019-05-06T09:00:00+08:00"),
        ("url", "http://example.org/a"),
    )
    document = of(("云溪县质量工作推进", "heading", 1), (TEXT, "paragraph", 0), metadata=metadata)
    assert (document.authors, document.source, document.date) == (("方知远",), "云溪日报", "2019-05-06")
    assert (document.url, document.date_span) == ("http://example.org/a", None)


def test_items_of_the_markup_are_items_and_no_headings() -> None:
    document = of(("云溪县质量工作推进", "heading", 1), (TEXT, "", 0), ("加强标准建设", "item", 0), (TEXT, "", 0))
    assert [(item.marker, item.span.of(document.text)) for item in document.items] == [("", "加强标准建设")]
    assert document.sections == ()


def test_asides_and_tables_are_no_sentences() -> None:
    document = of(
        ("首页新闻政务", "aside", 0),
        ("云溪县质量工作推进", "heading", 1),
        (TEXT, "", 0),
        ("指标 2019年", "", 0),
        (TEXT, "", 0),
        tables=("指标 2019年",),
    )
    assert [sentence.text for sentence in document.sentences] == [TEXT, TEXT]


def test_a_kept_aside_still_states_author_and_date() -> None:
    text = f"云溪县质量工作推进\n发布时间：2017-07-11 作者：方知远\n{TEXT}\n相关文章：某某\n"
    clean = CleanText.of(text)
    asides = (
        Aside(Span(10, 10 + len("发布时间：2017-07-11 作者：方知远")), "stamp", keep=True),
        Aside(Span(text.index("相关"), len(text)), "link-list"),
    )
    document = structure(CleanText(clean.raw, clean.ledger, asides), "x")
    assert (document.authors, document.date) == (("方知远",), "2017-07-11")
    assert [sentence.text for sentence in document.sentences] == [TEXT]
