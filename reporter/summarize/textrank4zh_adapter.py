"""The textrank4zh library as a method, on today's numpy and networkx.

textrank4zh 0.3 (2016) asks networkx for ``from_numpy_matrix``, which networkx 3 dropped, and for ``pagerank``, which
wants scipy. Both are called in one module of it, so that module alone is given a stand-in for networkx that makes no
graph and ranks the matrix itself (docs/decisions/0003-textrank4zh-adapter.md). No other file imports the two.
"""

from __future__ import annotations

import warnings
from functools import cache
from types import ModuleType, SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from reporter.language.words import load_reference
from reporter.model import Document
from reporter.summarize.context import Context
from reporter.summarize.rank import DAMPING, page_rank
from reporter.summarize.terms import Floats, scaled


def textrank4zh(_document: Document, context: Context) -> list[float]:
    """textrank4zh's own words, similarity and ranking over our sentences in simplified characters.

    Element (i, j) of its matrix is the number of distinct words that sentences i and j share, divided by
    log |i| + log |j|, words being those of the parts of speech that it allows. Its diagonal is kept: a sentence also
    speaks for itself. The sentences are ours, so nothing is lost or printed differently. Quadratic in the sentences.
    """
    library = _library()
    words = library.words.segment_sentences(
        sentences=list(context.texts), lower=True, use_stop_words=True, use_speech_tags_filter=True
    )
    ranked = library.util.sort_sentences(sentences=list(context.texts), words=words)
    scores = np.zeros(len(context.texts))
    for item in ranked:
        scores[item["index"]] = item["weight"]
    return [float(score) for score in scaled(scores)]


@cache
def _library() -> SimpleNamespace:
    """(util, words): textrank4zh's ranking module with its stand-in, and its segmentation."""
    load_reference()  # jieba quiet and with a cache of our own before textrank4zh loads it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its jieba's patterns, and a list of stop words that it leaves open
        from textrank4zh import Segmentation, util

        words = Segmentation.WordSegmentation()
    _stand_in(util)
    return SimpleNamespace(util=util, words=words)


def _stand_in(util: ModuleType) -> None:
    """Give textrank4zh's ranking module our two functions in place of networkx; networkx itself is left as it is."""
    vars(util)["nx"] = SimpleNamespace(from_numpy_matrix=np.asarray, pagerank=pagerank)


def pagerank(graph: NDArray[np.float64], alpha: float = DAMPING) -> dict[int, float]:
    """PageRank of the nodes of a symmetric matrix of weights, as networkx gives it: node → share of 1."""
    ranks: Floats = page_rank(lambda rank: graph.T @ rank, graph.sum(axis=1), alpha)
    return {node: float(rank) for node, rank in enumerate(ranks)}
