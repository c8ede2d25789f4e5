"""Why a sentence was taken, and why another was not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporter.config import PicksSection, SummarySection
from reporter.model import Document, LeftOut, Summary
from reporter.summarize import METHODS, summarize_document

Read = Callable[..., Document]
_FREE = PicksSection()


def explained(document: Document, picks: PicksSection = _FREE, **settings: object) -> Summary:
    return summarize_document(document, SummarySection(**settings), picks, explained=True)  # type: ignore[arg-type]


def left(document: Document, summary: Summary) -> dict[str, LeftOut]:
    texts = {sentence.id: sentence.text for sentence in document.sentences}
    return {texts[item.sentence]: item for item in summary.left_out}


def test_reasons_are_made_only_when_asked_for(report: Document) -> None:
    plain = summarize_document(report, SummarySection())
    assert (plain.reasons, plain.left_out) == ((), ())
    assert explained(report).sentences == plain.sentences


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("topic", [(), ("粮库",)])
def test_parts_add_up_to_the_score(method: str, topic: tuple[str, ...], report: Document) -> None:
    for reason in explained(report, method=method, topic=topic).reasons:
        assert sum(value for _, value in reason.parts) == pytest.approx(reason.score, abs=0.02)


def test_the_topic_is_a_part_of_its_own(report: Document) -> None:
    (reason,) = explained(report, sentences=1, topic=("粮库",)).reasons
    assert dict(reason.parts)["topic"] == 6.0


def test_a_sentence_is_heard_for_its_section_or_the_best_of_the_rest(report: Document) -> None:
    reasons = explained(report, sentences=4).reasons
    assert [(reason.taken, reason.section) for reason in reasons] == [
        ("best", None),
        *(("heard", section.id) for section in report.sections),
    ]


def test_a_pin_is_called_one(report: Document) -> None:
    last = report.sentences[-1].id
    reasons = explained(report, PicksSection(pin=(last,)), sentences=2).reasons
    assert {reason.sentence: reason.taken for reason in reasons}[last] == "pinned"


def test_ranks_are_places_by_score(report: Document) -> None:
    summary = explained(report, sentences=3)
    order = sorted(summary.scores, key=lambda pair: -pair[1])
    places = {name: place for place, (name, _) in enumerate(order, 1)}
    for item in (*summary.reasons, *summary.left_out):
        assert item.rank == places[item.sentence]


def test_what_says_the_same_is_the_rival_of_what_was_taken(read: Read) -> None:
    document = read("全县收购稻谷23万吨。水库蓄水十分充足。全县共收购稻谷23万吨。")
    summary = explained(document, sentences=2)
    first, _, repeat = (sentence.id for sentence in document.sentences)
    item = left(document, summary)["全县共收购稻谷23万吨。"]
    assert (item.reason, item.of) == ("same", first)
    assert item.nearness >= 0.8
    assert next(reason for reason in summary.reasons if reason.sentence == first).rival == repeat


def test_each_sentence_left_out_near_the_top_has_its_reason(read: Read) -> None:
    document = read(
        "全县收购稻谷23万吨，农民卖粮顺畅。主要做法包括下面几点：仓库保管员每天巡查粮温一次。"
        "水库管理处检查堤坝，加固险段，清理河道，疏通沟渠，补种树木，修整道路。粮食价格还会继续上涨吗？"
    )
    dropped = PicksSection(drop=(document.sentences[0].id,))
    told = {text: item.reason for text, item in left(document, explained(document, dropped, sentences=1)).items()}
    assert told["全县收购稻谷23万吨，农民卖粮顺畅。"] == "dropped"
    assert told["粮食价格还会继续上涨吗？"] == "poor"
    short = left(document, explained(document, dropped, chars=26))
    assert short["水库管理处检查堤坝，加固险段，清理河道，疏通沟渠，补种树木，修整道路。"].reason == "long"


def test_a_text_without_sentences_has_no_reasons(read: Read) -> None:
    assert explained(read("")) == Summary((), ())
