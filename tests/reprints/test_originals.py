"""The original is told by what the documents state of themselves, and the evidence is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.model import Analysis, Document, Finding
from reporter.reprints.originals import candidate_of, original_of
from tests.reprints.texts import TEXT, analysis


def doc(name: str, **changes: object) -> Analysis:
    made = analysis(name, TEXT)
    plain: Document = replace(made.document, source=None, date=None, organisations=("石桥县水利局",))
    return replace(made, document=replace(plain, **changes), findings=())  # type: ignore[arg-type]


DAMAGED = (Finding("repair-lost-character", "warning", "", ""),)
CASES = {
    "own_source": (
        doc("b.txt", source="石桥县水利局", date="2019-08-09"),
        doc("a.txt", source="某网", date="2019-08-01"),
    ),
    "no_source": (doc("b.txt"), doc("a.txt", source="某网")),
    "earliest": (doc("b.txt", date="2019-08-01"), doc("a.txt", date="2019-08-02")),
    "cleanest": (doc("b.txt"), replace(doc("a.txt"), findings=DAMAGED)),
    "path": (doc("a.txt"), doc("b.txt")),
}


def told(documents: tuple[Analysis, ...], sizes: tuple[int, ...]) -> tuple[int, str]:
    return original_of([candidate_of(document) for document in documents], sizes)


@pytest.mark.parametrize("reason", CASES)
def test_the_evidence_names_the_original(reason: str) -> None:
    first, second = CASES[reason]
    assert told((first, second), (100, 100)) == (0, reason)
    assert told((second, first), (100, 100)) == (1, reason)


def test_a_document_that_lacks_much_of_the_text_is_no_original() -> None:
    assert told((doc("a.txt", source="石桥县水利局"), doc("b.txt")), (60, 100)) == (1, "complete")


def test_a_date_tells_nothing_beside_a_document_without_one() -> None:
    assert told((doc("b.txt", date="2019-08-01"), doc("a.txt")), (100, 100)) == (1, "path")
