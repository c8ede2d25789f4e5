"""The adapter gives textrank4zh's own ranking and leaves networkx as it is."""

from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx
import pytest
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

from reporter.config import SummarySection
from reporter.model import CleanText, Document
from reporter.read import read_file
from reporter.repair import repair
from reporter.structure import structure
from reporter.summarize import method, summarize_document
from reporter.summarize.context import context_of
from reporter.summarize.textrank4zh_adapter import _library


def test_scores_are_those_of_the_library_on_networkx_itself(report: Document) -> None:
    library = _library()
    context = context_of(report)
    words = library.words.segment_sentences(list(context.texts), use_speech_tags_filter=True)
    n = len(words)
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    for i in range(n):
        for j in range(i, n):
            if weight := library.util.get_similarity(words[i], words[j]):
                graph.add_edge(i, j, weight=weight)
    expected = _pagerank_python(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    best = max(expected.values())
    for index, score in enumerate(method("textrank4zh")(report, context)):
        assert score == pytest.approx(expected[index] / best, abs=1e-6)


def test_networkx_itself_is_untouched(report: Document) -> None:
    method("textrank4zh")(report, context_of(report))
    assert sys.modules["networkx"] is nx
    assert not hasattr(nx, "from_numpy_matrix")
    assert nx.pagerank.__module__.startswith("networkx")


def test_traditional_text_is_ranked_as_its_simplified_form() -> None:
    traditional = "縣糧庫擴建工程開工。工程由縣糧食局負責。糧食局說擴建後糧庫能多儲糧食。今天天氣很好。"
    simplified = "县粮库扩建工程开工。工程由县粮食局负责。粮食局说扩建后粮库能多储粮食。今天天气很好。"
    scores = []
    for text in (traditional, simplified):
        document = structure(CleanText.of(text), "a")
        scores.append(method("textrank4zh")(document, context_of(document)))
    assert scores[0] == scores[1]


def test_the_sample_documents_can_be_summarized_with_it(seeds: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    assert files
    for path in files:
        document = structure(repair(read_file(path, path.name)), path.stem)
        summary = summarize_document(document, SummarySection(method="textrank4zh"))
        assert len(summary.sentences) >= 5
