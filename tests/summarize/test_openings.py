"""Where a text begins to tell, and what follows for its lead."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.config import SummarySection
from reporter.model import Document
from reporter.summarize import summarize_document
from reporter.summarize.context import context_of
from reporter.summarize.openings import lead, scenes_at
from reporter.summarize.patterns import announces, sets_scene

Read = Callable[..., Document]

FACT = "青山县中心粮库3月2日开工，计划投资1.8亿元。"
REST = "粮库建成后可储粮12万吨。工程由县粮食局负责建设。工程包括6座平房仓。"


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("麦浪翻滚，稻花飘香。", True),
        ("谁来给田里的稻子看病？", True),
        ("“今年的收成比哪年都好。”", True),
        ("县政府3月2日举行新闻发布会。", True),
        ("县长多次强调，要让种粮的农民有钱赚、有奔头。", True),
        ("3月2日，麦浪翻滚。", False),
        ("县长昨天强调，要让种粮的农民有钱赚。", False),
        ("新建粮库12座。", False),
        ("粮食工作会议召开。", False),
        ("发布会介绍，去年全县共收购稻谷二十三万吨。", False),
        ("全县粮食部门围绕保供稳价这条主线，扎实推进仓储建设。", False),
    ],
)
def test_an_opening_that_tells_nothing_yet_sets_the_scene(text: str, scene: bool) -> None:
    assert sets_scene(text) is scene


def test_scenes_are_counted_up_to_the_first_statement() -> None:
    assert scenes_at(("麦浪翻滚。", "稻花飘香。", FACT, "蛙声一片。")) == 2
    assert scenes_at((FACT, "麦浪翻滚。")) == 0
    assert scenes_at(()) == 0


def test_a_scene_hands_its_lead_to_the_first_statement(read: Read) -> None:
    context = context_of(read(f"麦浪翻滚，稻花飘香。{FACT}{REST}"))
    values = lead(context, context.units.place, news=True)
    assert np.allclose(values, [0.6 / 4, 1, 1 / 4, 1 / 9, 1 / 16])


def test_a_summary_of_one_sentence_passes_over_the_scene(read: Read) -> None:
    document = read(f"麦浪翻滚，稻花飘香。{FACT}{REST}")
    assert summarize_document(document, SummarySection(chars=20)).sentences == (document.sentences[1].id,)


def test_the_last_sentence_is_no_scene_and_neither_are_more_than_three(read: Read) -> None:
    context = context_of(read("麦浪翻滚，稻花飘香。" + "山清水秀，风光如画。"))
    assert lead(context, context.units.place, news=True).tolist() == [0.15, 1.0]
    context = context_of(read("麦浪翻滚。春光明媚，万物生长。稻花飘香十里。山清水秀风光好。" + FACT))
    assert lead(context, context.units.place, news=True)[3] == 1.0


def test_in_reports_every_place_counts_as_it_is(report: Document) -> None:
    context = context_of(report)
    place = np.arange(len(context.texts))
    assert lead(context, place, news=False).tolist() == [1 / (1 + at) ** 2 for at in range(len(place))]


def test_what_a_half_sentence_announces_is_told_by_the_sentence_that_says_it_again(read: Read) -> None:
    announcement = "县政府2日印发关于给北河粮站颁发粮食安全奖章、授予南河粮站先进粮站称号的决定，全文如下："
    again = "县政府决定，给北河粮站颁发粮食安全奖章，授予南河粮站先进粮站称号。"
    document = read(f"{announcement}\n去年以来，全县没有出现卖粮难。\n{again}\n希望各粮站再接再厉。")
    assert announces(announcement)
    assert not announces("主要做法如下：")
    summary = summarize_document(document, SummarySection(chars=35))
    assert [s.text for s in document.sentences if s.id in summary.sentences] == [again]


@given(st.lists(st.sampled_from(["麦浪翻滚。", FACT, "谁来种粮？", REST]), max_size=8).map("".join))
def test_some_sentence_always_leads(read: Read, text: str) -> None:
    context = context_of(read(text))
    values = lead(context, context.units.place, news=True)
    assert len(values) == len(context.texts)
    assert not len(values) or values.max() == 1.0
    assert (values > 0).all()
