"""What repair does to real documents, where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.language.script import is_han
from reporter.model import CleanText
from reporter.read import find_inputs, read_file
from reporter.repair import repair

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def repaired(corpus: Path) -> list[CleanText]:
    """The real documents, in the order of their names."""
    return [repair(read_file(file.path, file.shown)) for file in find_inputs([corpus / "seeds"]) if not file.skip]


def edits(clean: CleanText, rule: str) -> int:
    return sum(rule in edit.rule.split("+") for edit in clean.ledger.edits)


def test_every_pinyin_note_is_removed(repaired: list[CleanText]) -> None:
    assert [edits(clean, "pinyin-note") for clean in repaired] == [101, 0, 0, 232, 175]


def test_every_torn_character_is_restored(repaired: list[CleanText]) -> None:
    assert [edits(clean, "byte-slip") for clean in repaired] == [0, 0, 0, 0, 10]
    assert not any(finding.level != "info" for clean in repaired for finding in clean.findings)


def test_real_brackets_stay(repaired: list[CleanText]) -> None:
    assert "縣（區）" in repaired[0].text


def test_repair_is_reversible_and_idempotent(repaired: list[CleanText]) -> None:
    for clean in repaired:
        assert clean.ledger.inverse() == clean.raw.ledger.source
        assert repair(CleanText.of(clean.text).raw).text == clean.text


def test_documents_without_notes_lose_no_word(repaired: list[CleanText]) -> None:
    for clean in repaired[1:3]:
        assert [char for char in clean.raw.ledger.source if char.isalnum()] == [
            char for char in clean.text if char.isalnum()
        ]


def test_only_furniture_is_set_aside(repaired: list[CleanText]) -> None:
    share = [sum(len(aside.span) for aside in clean.asides) / len(clean.text) for clean in repaired]
    assert max(share) < 0.06
    assert not repaired[2].asides
    for clean in repaired:
        kept = "".join(char for char in clean.text if is_han(char))
        assert len(kept) > 1500
