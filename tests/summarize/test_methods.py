"""Every method scores every sentence; the sparse ones give what their dense matrices would."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from reporter.config import SummarySection
from reporter.errors import ConfigurationError
from reporter.model import Document
from reporter.summarize import METHODS, method, summarize_document
from reporter.summarize.context import Context, context_of
from reporter.summarize.default import score_parts
from reporter.summarize.rank import page_rank
from reporter.summarize.textrank import sharing_pairs

Read = Callable[..., Document]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_gives_each_sentence_a_finite_score(name: str, report: Document) -> None:
    scores = method(name)(report, context_of(report))
    assert len(scores) == len(report.sentences)
    assert all(math.isfinite(score) for score in scores)
    assert len(set(scores)) > 1


@pytest.mark.parametrize("name", sorted(METHODS))
@pytest.mark.parametrize("text", ["", "粮", "粮食安全。", "。", "粮食安全。" * 30])
def test_a_method_copes_with_hardly_any_text(name: str, text: str, read: Read) -> None:
    document = read(text)
    summary = summarize_document(document, SummarySection(method=name))
    assert bool(summary.sentences) == bool(text)
    assert len(summary.sentences) <= 1


def test_an_unknown_method_is_named_with_the_known_ones() -> None:
    with pytest.raises(ConfigurationError) as error:
        method("textrnk")
    assert "textrnk" in error.value.message
    assert "textrank" in error.value.hint


def test_the_lead_goes_by_place_alone(news: Document) -> None:
    scores = method("lead")(news, context_of(news))
    assert list(scores) == sorted(scores, reverse=True)


def dense_rows(context: Context) -> np.ndarray:
    rows = np.zeros(context.rows.shape)
    rows[context.rows.rows, context.rows.columns] = context.rows.values
    return rows


def test_lexrank_walks_over_the_cosines(report: Document) -> None:
    context = context_of(report)
    cosines = dense_rows(context) @ dense_rows(context).T
    np.fill_diagonal(cosines, 0)
    rank = page_rank(lambda share: cosines @ share, cosines.sum(axis=0))
    assert np.allclose(method("lexrank")(report, context), rank / rank.max(), atol=1e-6)


def test_centroid_is_the_product_with_the_sum_of_the_rows(report: Document) -> None:
    context = context_of(report)
    rows = dense_rows(context)
    nearness = rows @ rows.sum(axis=0)
    assert np.allclose(method("centroid")(report, context), nearness / nearness.max())


def test_textrank_divides_shared_words_by_the_logarithms_of_the_lengths(report: Document) -> None:
    context = context_of(report)
    sets = [set(context.counts.columns[context.counts.rows == row]) for row in range(len(context.texts))]
    lengths = [context.counts.values[context.counts.rows == row].sum() for row in range(len(context.texts))]
    n = len(sets)
    weights = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j and sets[i] & sets[j]:
                weights[i, j] = len(sets[i] & sets[j]) / (math.log(lengths[i]) + math.log(lengths[j]))
    rank = page_rank(lambda share: weights @ share, weights.sum(axis=0))
    assert np.allclose(method("textrank")(report, context), rank / rank.max(), atol=1e-6)


def test_pairs_that_share_a_word_stay_within_bounds(report: Document) -> None:
    counts = context_of(report).counts
    assert 0 < len(sharing_pairs(counts, 7)[0]) <= 7 < len(sharing_pairs(counts)[0])


def test_the_parts_of_a_score_add_up_to_it(report: Document) -> None:
    context = context_of(report)
    parts = score_parts(report, context)
    assert len({part.name for part in parts}) == len(parts)
    assert np.allclose(sum(part.values for part in parts), method("default")(report, context))


def test_a_part_says_why_a_sentence_is_chosen(report: Document, news: Document) -> None:
    values = {part.name: part.values for part in score_parts(report, context_of(report))}
    figures, general = values["report_figures"], values["general"]
    assert figures[2] == figures.max() > 0
    assert general[1] < 0
    lead = {part.name: part.values for part in score_parts(news, context_of(news))}["lead"]
    assert lead[0] == lead.max()


def test_the_default_prefers_figures_to_commonplaces_in_each_section(report: Document) -> None:
    summary = summarize_document(report, SummarySection())
    chosen = {sentence.id: sentence.text for sentence in report.sentences}
    picks = [chosen[ids[0]] for _, ids in summary.sections]
    assert picks[0].startswith("全年新建粮库12座")
    assert picks[1].startswith("全县共收购稻谷23万吨")
    assert not picks[2].startswith("市场监管是")


def test_the_default_opens_news_with_its_lead(news: Document) -> None:
    summary = summarize_document(news, SummarySection(sentences=1))
    assert summary.sentences == (news.sentences[0].id,)


def test_the_default_does_not_trust_the_opening_of_speech(speech: Document) -> None:
    summary = summarize_document(speech, SummarySection(sentences=2))
    assert speech.sentences[0].id not in summary.sentences
    assert speech.sentences[-1].id not in summary.sentences
