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


AIMS = "今年预期目标是：地区生产总值增长{0}.5%左右，粮食总产量稳定在2{0}万吨以上，城镇新增就业{0}100人以上。"
OWN = "{0}关中学迁建工程竣工，学位增加{1}00个。"


def reports(read: Read, *, own: bool) -> list[Document]:
    """Reports of ten places that state their aims in the same words; with ``own`` each has a sentence of its own."""
    subjects = "仓储 渔港 公路 医院 林场 茶园 煤矿 剧院 电站 滑雪".split()  # noqa: SIM905
    text = "{0}山县工作报告\n\n" + AIMS + "\n"
    return [
        read(text.format(at + 1) + (f"{subject}项目完成投资{at + 3}亿元。\n" if own else ""), f"{at}.txt")
        for at, subject in enumerate(subjects)
    ]


def test_sentences_that_differ_in_their_figures_alone_are_heard_twice_where_there_is_anything_else(read: Read) -> None:
    documents = reports(read, own=True)
    chosen = texts(documents, summarize_documents(documents, SummarySection(overall_sentences=10)))
    assert len(chosen) == 10
    assert sum(text.startswith("今年预期目标") for text in chosen) == 2


def test_documents_with_nothing_else_to_say_are_heard_even_so(read: Read) -> None:
    documents = reports(read, own=False)
    chosen = summarize_documents(documents, SummarySection(overall_sentences=10))
    assert len({reference.document for reference in chosen}) == len(chosen) > 2


def test_one_document_may_say_the_same_of_several_figures(read: Read) -> None:
    document = read("工作报告\n\n" + "".join(AIMS.format(at) + "\n" for at in range(1, 5)))
    assert len(summarize_documents([document], SummarySection(overall_sentences=4))) > 2
