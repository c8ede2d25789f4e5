"""Reasons in words: every part of a score has some, and the lines name what they tell of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.config import Config
from reporter.model import Briefing, Reason, TopicRow, Unheard
from reporter.render import why
from reporter.render.brief_view import brief
from reporter.render.catalogue import Catalogue, load_catalogue
from reporter.render.links import SiteLinks
from reporter.render.theme import load_theme
from reporter.render.viewpoint import Viewpoint
from reporter.summarize import METHODS
from reporter.summarize.default import WEIGHTS
from tests.render.briefings import sample_briefing


def words(language: str) -> Catalogue:
    return load_catalogue(load_theme(Config()), language)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_part_of_every_methods_score_has_words(language: str) -> None:
    named = {*WEIGHTS, *METHODS, "topic"} - {"default"}
    assert not {name for name in named if f"why.part.{name}" not in words(language).texts}


def test_the_weightiest_parts_come_first() -> None:
    reason = Reason("t1", "best", None, 1, 2.5, (("lead", 3.0), ("brevity", -0.5), ("title", 0.2)))
    assert why.part_words(reason, words("en"), 2) == "near the beginning +3.00, short -0.50"


def test_unheard_sections_are_listed_by_reason() -> None:
    analysis = sample_briefing().analyses[0]
    sections = analysis.document.sections[:2]
    unheard = (Unheard(sections[0].id, "budget"), Unheard(sections[1].id, "none"))
    told = why.unheard_words(replace(analysis, summary=replace(analysis.summary, unheard=unheard)), words("zh-Hans"))
    first, second = map(why.heading_words, sections)
    assert told == f"摘要未涉及：{first}（篇幅所限）；{second}（没有句子）"


def test_where_all_are_heard_nothing_is_said() -> None:
    assert why.unheard_words(sample_briefing().analyses[0], words("en")) == ""


def silent_of(briefing: Briefing) -> tuple[str, ...]:
    shown = brief(Viewpoint(briefing, words("zh-Hans"), SiteLinks("")))
    return tuple(f"{line.lead}{''.join(mark.label for mark in line.marks)}{line.more}" for line in shown.silent)


def test_the_silent_documents_of_a_topic_are_named() -> None:
    briefing = sample_briefing()
    names = tuple(analysis.document.id for analysis in briefing.analyses)
    rows = (
        TopicRow("计量", (), ((names[0], ()),), names[1:]),
        TopicRow("航天", (), (), names),
        TopicRow("质量", (), tuple((name, ()) for name in names), ()),
    )
    marks = "".join(f"〔{number}〕" for number in range(2, len(names) + 1))
    assert silent_of(replace(briefing, topics=rows)) == (f"未提及“计量”的文档：{marks}", "各文档均未提及“航天”。")
