"""Laws of comparing builds: equal ones are equal, the other way round is the mirror, nothing is lost between."""

from __future__ import annotations

from collections import Counter
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reporter.changes import Edition, changes
from reporter.changes.data import DocumentData
from reporter.changes.wording import letters
from reporter.model.changes import Changes, DocumentChange
from tests.changes.editions import EARLIER, by_hand

WORDS = (
    "规模以上工业企业",
    "省级龙头企业",
    "高新技术企业",
    "个体工商户",
    "专业合作社",
    "旅游民宿",
    "养老机构",
    "幼儿园",
)
PATHS = tuple(f"资料/{folder}/{name}.txt" for folder in ("一", "二") for name in ("甲", "乙", "丙", "丁"))

tellings = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 40)), max_size=6)
folders = st.dictionaries(st.sampled_from(PATHS), tellings, max_size=6).map(by_hand)


def since(old: Edition, new: Edition) -> Changes:
    return changes(old, new, EARLIER)


def again(edition: Edition, **fields: object) -> Edition:
    """The edition with other bytes of each document, and fields changed."""
    documents = tuple(
        msgspec.structs.replace(document, sha256=document.sha256[::-1] + "0", **fields)
        for document in edition.documents
    )
    return msgspec.structs.replace(edition, documents=documents)


@given(folders)
def test_equal_builds_do_not_differ(edition: Edition) -> None:
    assert since(edition, edition) == Changes(EARLIER)


@given(folders, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(edition: Edition, order: Random) -> None:
    documents = list(edition.documents)
    order.shuffle(documents)
    assert not since(edition, msgspec.structs.replace(edition, documents=tuple(documents))).differs


@given(folders)
def test_another_file_with_the_same_words_is_said_apart_and_changes_nothing(edition: Edition) -> None:
    found = since(edition, again(edition))
    assert not found.differs
    assert found.rewritten == tuple(document.id for document in edition.documents)


@given(folders)
def test_another_name_of_the_folder_changes_nothing(edition: Edition) -> None:
    documents = tuple(
        msgspec.structs.replace(document, id=f"x-{document.id}", path=document.path.replace("资料/", "新资料/"))
        for document in edition.documents
    )
    assert not since(edition, msgspec.structs.replace(edition, documents=documents)).differs


@given(folders, folders)
def test_the_other_way_round_gives_the_mirror(old: Edition, new: Edition) -> None:
    there, back = since(old, new), since(new, old)
    assert _pairs(there) == {(after, before) for before, after in _pairs(back)}
    came = {change.document.id for change in there.documents if change.kind == "new"}
    assert came == {document.id for document in back.gone}
    edited = [change for change in there.figures if change.relation == "edited"]
    returned = [change for change in back.figures if change.relation == "edited"]
    assert {(change.figure, change.earlier) for change in edited} == {
        (change.earlier, change.figure) for change in returned
    }
    others = {change.figure for change in there.figures if change.relation != "edited"}
    assert others == set(back.gone_figures)
    for change, other in _both(there, back):
        assert {(item.sentence, item.earlier) for item in change.sentences if item.earlier} == {
            (item.earlier, item.sentence) for item in other.sentences if item.earlier
        }
        assert {item.sentence for item in change.sentences if not item.earlier} == set(other.gone)


@given(folders, folders)
def test_what_is_gone_and_what_is_new_lead_from_one_state_to_the_other(old: Edition, new: Edition) -> None:
    before = {document.id: document for document in old.documents}
    after = {document.id: document for document in new.documents}
    for change in since(old, new).documents:
        if change.earlier is not None:
            words = _words(before[change.earlier.id])
            words.subtract(letters(sentence.text) for sentence in change.gone)
            words.subtract(letters(item.earlier.text) for item in change.sentences if item.earlier)
            words.update(letters(item.sentence.text) for item in change.sentences)
            assert +words == _words(after[change.document.id])


@given(folders, folders)
def test_every_document_is_new_gone_or_in_both(old: Edition, new: Edition) -> None:
    found = since(old, new)
    came = sum(change.kind == "new" for change in found.documents)
    assert len(new.documents) - came == len(old.documents) - len(found.gone)


@given(folders, folders)
def test_two_runs_say_the_same(old: Edition, new: Edition) -> None:
    assert since(old, new) == since(old, new)


def _pairs(found: Changes) -> set[tuple[str, str]]:
    return {(change.earlier.id, change.document.id) for change in found.documents if change.earlier}


def _both(there: Changes, back: Changes) -> list[tuple[DocumentChange, DocumentChange]]:
    others = {change.earlier.id: change for change in back.documents if change.earlier}
    return [(change, others[change.document.id]) for change in there.documents if change.earlier]


def _words(document: DocumentData) -> Counter[str]:
    return Counter(letters(sentence.text) for sentence in document.sentences)
