"""What a document itself says about each of its sentences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reporter.model import Document
from reporter.summarize.context import Context, context_of
from reporter.summarize.features import closing, forward

Read = Callable[..., Document]


def cosines(context: Context) -> np.ndarray:
    rows = np.zeros(context.rows.shape)
    rows[context.rows.rows, context.rows.columns] = context.rows.values
    product = rows @ rows.T
    np.fill_diagonal(product, 0)
    return product


def test_forward_is_the_sum_of_the_cosines_with_all_sentences_behind(report: Document) -> None:
    context = context_of(report)
    product = cosines(context)
    assert np.allclose(forward(context), np.triu(product).sum(axis=1) / product.sum(axis=1).max())


def test_nothing_is_taken_up_of_the_last_sentence_or_where_no_words_are_shared(read: Read, report: Document) -> None:
    assert abs(forward(context_of(report))[-1]) < 1e-9
    assert forward(context_of(read("粮库开工。水库合龙。"))).tolist() == [0, 0]
    assert forward(context_of(read(""))).tolist() == []


def test_closing_grows_over_the_second_half(read: Read) -> None:
    values = closing(context_of(read("".join(f"粮库{at}号开工建设。" for at in range(20)))))
    assert values[:10].tolist() == [0] * 10
    assert np.allclose(values[10:], [((2 * at + 1) / 20 - 1) ** 2 for at in range(10, 20)])


def test_closing_counts_less_in_short_texts(read: Read) -> None:
    assert np.allclose(closing(context_of(read("粮库开工。水库合龙。"))), [0, 0.5**2 * 0.2])
    assert closing(context_of(read(""))).tolist() == []
