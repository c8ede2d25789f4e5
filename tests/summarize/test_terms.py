"""The sparse term matrix gives what the dense one would."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.summarize.terms import Counted, TermMatrix, bm25, count_terms, scaled, stacked, tf_idf

sentences = st.lists(st.lists(st.sampled_from(["粮食", "收购", "水库", "大豆"]), max_size=6), max_size=8)


def dense(matrix: TermMatrix) -> np.ndarray:
    full = np.zeros(matrix.shape)
    full[matrix.rows, matrix.columns] = matrix.values
    return full


@given(sentences)
def test_products_are_those_of_the_dense_matrix(words: list[list[str]]) -> None:
    matrix, terms = count_terms(words)
    full = dense(matrix)
    assert full.tolist() == [[sentence.count(term) for term in terms] for sentence in words]
    right, left = np.arange(1.0, len(terms) + 1), np.arange(1.0, len(words) + 1)
    assert np.allclose(matrix.times(right), full @ right)
    assert np.allclose(matrix.transposed_times(left), full.T @ left)
    assert np.allclose([matrix.row(index) for index in range(len(words))], full)
    assert matrix.sentence_frequency().tolist() == (full > 0).sum(axis=0).tolist()
    assert matrix.filled_rows().tolist() == [bool(sentence) for sentence in words]


@given(sentences)
def test_unit_rows_have_length_one_or_are_empty(words: list[list[str]]) -> None:
    matrix, terms = count_terms(words)
    rows = dense(tf_idf(matrix, terms, {"粮食": 2.0}))
    assert np.allclose(np.linalg.norm(rows, axis=1), [1.0 if sentence else 0.0 for sentence in words])


@given(sentences)
def test_merged_rows_are_sums_of_their_groups(words: list[list[str]]) -> None:
    matrix, _ = count_terms(words)
    groups = np.arange(len(words)) // 2
    merged = dense(matrix.merged(groups, (len(words) + 1) // 2))
    full = dense(matrix)
    assert merged.tolist() == [full[at : at + 2].sum(axis=0).tolist() for at in range(0, len(words), 2)]


def test_bm25_is_the_formula_of_robertson_and_zaragoza() -> None:
    words = [["粮食", "粮食", "收购"], ["粮食"], ["水库", "大豆"]]
    matrix, terms = count_terms(words)
    weights = dense(bm25(matrix))
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    damping = 1.2 * (1 - 0.75 + 0.75 * 3 / 2)
    assert weights[0, terms.index("粮食")] == pytest.approx(idf * 2 * 2.2 / (2 + damping))


def test_a_listed_word_weighs_by_its_rarity_and_an_unlisted_one_as_a_rare_word() -> None:
    matrix, terms = count_terms([["粮食", "浮头"]])
    row = dense(tf_idf(matrix, terms, {"粮食": 2.0}))[0]
    assert row[1] > 5 * row[0] > 0


def test_scaling_reaches_one_and_leaves_nothing_at_nothing() -> None:
    assert scaled(np.array([1.0, 4.0, -2.0])).tolist() == [0.25, 1.0, -0.5]
    assert scaled(np.zeros(2)).tolist() == [0.0, 0.0]
    assert scaled(np.zeros(0)).tolist() == []


@given(st.lists(sentences, max_size=4))
def test_counts_of_documents_stacked_are_those_of_all_their_sentences(documents: list[list[list[str]]]) -> None:
    whole, terms = count_terms([words for document in documents for words in document])
    found, its = stacked([Counted.of(*count_terms(document)) for document in documents])
    assert its == terms
    assert found.shape == whole.shape
    for ours, theirs in ((found.rows, whole.rows), (found.columns, whole.columns), (found.values, whole.values)):
        assert ours.tolist() == theirs.tolist()
        assert ours.dtype == theirs.dtype
