"""SECURITY.md names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`([\w/]+\.py)?(?:::(\w+))?`")


def test_every_test_that_the_threat_model_names_is_there() -> None:
    missing, file = [], ""
    for path, test in NAMED.findall((CHECKOUT / "SECURITY.md").read_text("utf-8")):
        file = path.removeprefix("tests/") or file
        if not file:
            continue
        source = CHECKOUT / "tests" / file
        if not source.is_file() or (test and f"def {test}(" not in source.read_text("utf-8")):
            missing.append(f"{file}::{test}")
    assert missing == []
