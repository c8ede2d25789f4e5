"""The summary over several documents."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from reporter.config import SummarySection
from reporter.model import Document, Reference
from reporter.summarize import METHODS, summarize_documents
from tests.summarize.conftest import DIGEST, NEWS, REPORT, SPEECH

Read = Callable[..., Document]


def texts(documents: list[Document], chosen: tuple[Reference, ...]) -> list[str]:
    known = {(document.id, sentence.id): sentence.text for document in documents for sentence in document.sentences}
    return [known[reference.document, reference.id] for reference in chosen]


@pytest.fixture(scope="module")
def documents(report: Document, news: Document, speech: Document) -> list[Document]:
    return [report, news, speech]


def test_by_default_there_are_two_sentences_a_document_between_five_and_twelve(read: Read) -> None:
    places = "东南西北上下左右前后"
    many = [read(NEWS.replace("青山", place + "山"), f"{place}.txt") for place in places]
    assert len(summarize_documents(many[:1], SummarySection())) == 5
    assert len(summarize_documents(many[:4], SummarySection())) <= 8
    assert len(summarize_documents(many, SummarySection())) <= 12


def test_every_document_is_heard_when_the_budget_allows(documents: list[Document]) -> None:
    chosen = summarize_documents(documents, SummarySection(overall_sentences=3))
    assert [reference.document for reference in chosen] == [document.id for document in documents]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_references_follow_the_documents_and_then_their_text(name: str, documents: list[Document]) -> None:
    chosen = summarize_documents(documents, SummarySection(method=name, overall_sentences=6))
    order = [(document.id, sentence.id) for document in documents for sentence in document.sentences]
    places = [order.index((reference.document, reference.id)) for reference in chosen]
    assert len(places) == 6
    assert places == sorted(places)


def test_a_length_is_kept_over_all_documents(documents: list[Document]) -> None:
    for chars in (30, 80, 160):
        chosen = texts(documents, summarize_documents(documents, SummarySection(overall_chars=chars)))
        assert chosen
        assert len(chosen) == 1 or sum(len("".join(text.split())) for text in chosen) <= chars * 1.15


def test_documents_that_say_the_same_are_heard_once(read: Read) -> None:
    copies = [read(NEWS, "a.txt"), read(NEWS.replace("周大田", "许志远"), "b.txt")]
    chosen = texts(copies, summarize_documents(copies, SummarySection()))
    assert len(chosen) == len(set(chosen))


def test_each_item_of_a_digest_counts_as_much_as_a_document(read: Read) -> None:
    documents = [read(NEWS, "news.txt"), read(DIGEST, "digest.txt")]
    chosen = summarize_documents(documents, SummarySection(overall_sentences=5))
    assert sum(reference.document == "digest.txt" for reference in chosen) == 4


def test_a_topic_is_sought_in_all_documents(documents: list[Document]) -> None:
    chosen = texts(documents, summarize_documents(documents, SummarySection(overall_sentences=3, topic=("水温",))))
    assert sum("水温" in text for text in chosen) == 1
    several = texts(
        documents, summarize_documents(documents, SummarySection(overall_sentences=4, topic=("粮店", "检验室")))
    )
    assert any("粮店" in text for text in several)
    assert any("检验室" in text for text in several)


def test_no_documents_and_empty_documents_have_no_summary(read: Read) -> None:
    assert summarize_documents([], SummarySection()) == ()
    assert summarize_documents([read(""), read(" ")], SummarySection()) == ()


def test_the_summary_depends_on_nothing_but_its_input() -> None:
    code = (
        "from tests.summarize.conftest import *\n"
        "from reporter.config import SummarySection\n"
        "from reporter.summarize import keywords, summarize_documents\n"
        "documents = [document_of(text, str(at)) for at, text in enumerate((REPORT, NEWS, DIGEST, SPEECH))]\n"
        "for method in ('default', 'textrank', 'lexrank'):\n"
        "    print(summarize_documents(documents, SummarySection(method=method, overall_chars=200)))\n"
        "print([keywords(document, 9) for document in documents])\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"))
    }
    assert len(outputs) == 1
    assert all(text for text in (REPORT, SPEECH))
