"""The editor's hand: pinned sentences are in, dropped ones out, and the order is the editor's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.config import CurationSection, Picked, PicksSection, SummarySection
from reporter.model import Document
from reporter.summarize import (
    METHODS,
    curation_findings,
    picks_of_text,
    summarize_document,
    summarize_documents,
    text_findings,
)
from tests.summarize.conftest import REPORT, document_of

Read = Callable[..., Document]
FIVE = SummarySection(sentences=5)


def names(document: Document) -> list[str]:
    return [sentence.id for sentence in document.sentences]


@pytest.mark.parametrize("method", sorted(METHODS))
def test_what_is_pinned_is_in_and_what_is_dropped_is_out(method: str, report: Document) -> None:
    plain = SummarySection(method=method, sentences=4)
    before = summarize_document(report, plain).sentences
    pin = next(name for name in names(report) if name not in before)
    after = summarize_document(report, plain, PicksSection(pin=(pin,), drop=(before[0],)))
    assert pin in after.sentences
    assert before[0] not in after.sentences
    assert len(after.sentences) == 4


def test_a_dropped_sentence_is_not_its_sections_choice_either(report: Document) -> None:
    section, (best,) = summarize_document(report, FIVE).sections[0]
    again = dict(summarize_document(report, FIVE, PicksSection(drop=(best,))).sections)
    assert again[section]
    assert best not in again[section]


def test_pins_are_kept_over_the_budget_and_it_is_told(report: Document) -> None:
    pins = tuple(names(report)[:3])
    one = SummarySection(sentences=1)
    table = PicksSection(pin=pins)
    summary = summarize_document(report, one, table)
    assert summary.sentences == pins
    assert [finding.code for finding in text_findings(report, summary, one, table)] == ["curation-over-budget"]


def test_two_pins_that_say_the_same_are_both_kept(read: Read) -> None:
    document = read("全县收购稻谷23万吨。粮价稳定。全县共收购稻谷23万吨。")
    table = PicksSection(pin=(names(document)[0], names(document)[2]))
    assert summarize_document(document, SummarySection(sentences=2), table).sentences == table.pin


def test_the_named_order_comes_first_the_rest_in_the_texts_order(report: Document) -> None:
    plain = summarize_document(report, FIVE).sentences
    curated = summarize_document(report, FIVE, PicksSection(order=(plain[3], plain[1])))
    assert curated.sentences == (plain[3], plain[1], plain[0], plain[2], plain[4])
    assert set(curated.ranking) == set(plain)


def test_a_place_in_the_order_of_what_is_not_chosen_is_told(report: Document) -> None:
    one = SummarySection(sentences=1)
    idle = next(name for name in names(report) if name not in summarize_document(report, one).sentences)
    table = PicksSection(order=(idle,))
    (finding,) = text_findings(report, summarize_document(report, one, table), one, table)
    assert finding.code == "curation-order-idle"
    assert idle in finding.message


# -- over all documents


def test_the_overview_is_curated_by_the_ids_of_document_and_sentence(report: Document, news: Document) -> None:
    plain = summarize_documents([report, news], SummarySection(overall_sentences=3))
    drop = f"{plain[0].document}/{plain[0].id}"
    last = f"{news.id}/{names(news)[-1]}"
    picks = PicksSection(pin=(last,), drop=(drop,), order=(last,))
    chosen = [
        f"{its.document}/{its.id}"
        for its in summarize_documents([report, news], SummarySection(overall_sentences=3), picks)
    ]
    assert len(chosen) == 3
    assert chosen[0] == last
    assert drop not in chosen


# -- ids that name nothing


def findings(documents: list[Document], curation: CurationSection) -> list[tuple[str, str]]:
    summaries = [summarize_document(document, FIVE) for document in documents]
    found = curation_findings(documents, summaries.__getitem__, summarize_documents(documents, FIVE), FIVE, curation)
    return [(finding.code, finding.hint) for finding in found]


def test_no_curation_has_no_findings(report: Document) -> None:
    assert findings([report], CurationSection()) == []


def test_an_unknown_sentence_is_told_with_the_one_whose_words_are_nearest(report: Document) -> None:
    entry = Picked("t00000000", "全县共收购稻谷20多万吨，比上年增长5.4%，没有出现卖粮难。")
    likest = next(sentence.id for sentence in report.sentences if "23万吨" in sentence.text)
    curation = CurationSection(documents={report.id: PicksSection(pin=(entry,))})
    assert findings([report], curation) == [("curation-unknown-id", f"did you mean {likest}?")]


def test_words_like_no_sentence_suggest_none(report: Document) -> None:
    curation = CurationSection(documents={report.id: PicksSection(drop=(Picked("t00000000", "卫星今晨发射。"),))})
    ((code, hint),) = findings([report], curation)
    assert code == "curation-unknown-id"
    assert hint.startswith("take it out")


def test_a_renamed_document_is_found_by_its_sentences(report: Document, news: Document) -> None:
    curation = CurationSection(documents={"old-name": PicksSection(pin=(names(report)[1],))})
    assert findings([news, report], curation) == [("curation-unknown-id", f"did you mean {report.id}?")]


def test_a_sentence_of_the_overview_is_found_in_another_document(report: Document, news: Document) -> None:
    sentence = names(report)[1]
    curation = CurationSection(overview=PicksSection(pin=(f"old-name/{sentence}",)))
    assert findings([news, report], curation) == [("curation-unknown-id", f"did you mean {report.id}/{sentence}?")]


def test_a_text_by_itself_takes_what_any_table_says_of_its_sentences(report: Document, news: Document) -> None:
    mine, other = names(report)[0], names(news)[0]
    curation = CurationSection(documents={"folder-report": PicksSection(pin=(mine, other)), "x": PicksSection()})
    assert picks_of_text(report, curation) == PicksSection(pin=(mine,))
    assert text_findings(report, summarize_document(report, FIVE), FIVE, picks_of_text(report, curation)) == ()


# -- what an id survives


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(REPORT.replace("\n\n一、", "\n新添的一段讲天气情况良好。\n\n一、", 1), id="a paragraph before"),
        pytest.param(REPORT.replace("一、仓储建设", "一、仓储设施"), id="another heading"),
        pytest.param(REPORT.replace("\n", "\r\n"), id="other line ends"),
        pytest.param(REPORT.replace("，", "， "), id="other blanks"),
    ],
)
def test_a_sentences_id_survives_what_happens_around_it(changed: str, report: Document) -> None:
    kept = {sentence.id for sentence in document_of(changed, "report.txt").sentences}
    assert set(names(report)) <= kept


def test_a_sentences_id_changes_with_its_words(report: Document) -> None:
    other = document_of(REPORT.replace("12座", "13座"), "report.txt")
    assert len(set(names(report)) - set(names(other))) == 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 11), unique=True, max_size=6), st.integers(1, 6), st.sampled_from(sorted(METHODS)))
def test_pins_and_drops_hold_whatever_they_are(some: list[int], budget: int, method: str) -> None:
    document = document_of(REPORT, "report.txt")
    ids = [names(document)[index % len(document.sentences)] for index in some]
    pin, drop = tuple(dict.fromkeys(ids[::2])), tuple(name for name in ids[1::2] if name not in ids[::2])
    summary = summarize_document(
        document, SummarySection(method=method, sentences=budget), PicksSection(pin, drop), explained=True
    )
    assert set(pin) <= set(summary.sentences)
    assert not set(drop) & set(summary.sentences)
    assert len(summary.sentences) <= max(budget, len(pin))
    assert tuple(reason.sentence for reason in summary.reasons) == summary.sentences
