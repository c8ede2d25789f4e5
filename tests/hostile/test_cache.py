"""A cache is kept only where nobody else may put something into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.pipeline.store import is_own, opened_store


@pytest.mark.parametrize(
    ("mode", "own"), [(0o700, True), (0o755, True), (0o770, False), (0o707, False), (0o1777, False)]
)
def test_a_folder_that_others_may_write_to_is_not_ones_own(tmp_path: Path, mode: int, own: bool) -> None:
    tmp_path.chmod(mode)
    assert is_own(tmp_path) is own


def test_nothing_is_kept_in_or_taken_from_a_folder_of_everybody(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with opened_store(tmp_path) as store:
        assert len(store.findings) == 1
    assert list(tmp_path.iterdir()) == []
