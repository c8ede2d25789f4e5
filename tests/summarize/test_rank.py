"""PageRank is the textbook's, with and without networkx's own words for it."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

from reporter.summarize.rank import page_rank
from reporter.summarize.textrank4zh_adapter import pagerank

matrices = st.integers(1, 7).flatmap(
    lambda n: st.lists(
        st.lists(st.sampled_from([0.0, 0.0, 0.3, 1.0, 2.5]), min_size=n, max_size=n), min_size=n, max_size=n
    )
)


@given(matrices)
def test_ranks_are_those_of_networkx(rows: list[list[float]]) -> None:
    weights = np.array(rows) + np.array(rows).T
    graph = nx.from_numpy_array(weights)
    expected = _pagerank_python(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    ranks = pagerank(weights, alpha=0.85)
    assert set(ranks) == set(expected)
    for node, rank in expected.items():
        assert ranks[node] == pytest.approx(rank, abs=1e-6)


def test_a_node_that_many_point_to_ranks_first() -> None:
    flow = np.array([[0.0, 1.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    rank = page_rank(lambda share: flow @ share, flow.sum(axis=0))
    assert rank.argmax() == 0
    assert rank.sum() == pytest.approx(1.0)


def test_no_nodes_have_no_ranks() -> None:
    assert page_rank(lambda share: share, np.zeros(0)).tolist() == []
