"""docs/licences.md is what the locked packages state, and every one of them may be used."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LICENCES = runpy.run_path(str(CHECKOUT / "scripts" / "licences.py"))


def test_the_page_is_current() -> None:
    assert LICENCES["page"]() == LICENCES["PAGE"].read_text("utf-8"), "run .venv/bin/python scripts/licences.py"


def test_the_page_names_every_locked_package() -> None:
    locked = {name for lock, _ in LICENCES["LOCKS"] for name in LICENCES["locked"](lock)}
    assert locked == set(LICENCES["rows"]())


def test_every_licence_is_one_that_is_allowed() -> None:
    refused = {
        name: licence for name, (_, licence) in LICENCES["rows"]().items() if not LICENCES["is_allowed"](licence)
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-or-later OR MPL-1.1", True),
        ("MIT AND GPL-3.0-only", False),
        ("(GPL-3.0-only OR MIT) AND BSD-3-Clause", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("not stated", False),
    ],
)
def test_one_allowed_alternative_is_enough_and_all_that_is_joined_must_be(expression: str, allowed: bool) -> None:
    assert LICENCES["is_allowed"](expression) is allowed
