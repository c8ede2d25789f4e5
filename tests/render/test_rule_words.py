"""Every rule that changes a text is named in the reader's language beside what it changed."""

from __future__ import annotations

import tomllib

import pytest

from reporter.repair.steps import STEPS
from reporter.resources import templates_folder


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_repair_has_a_name(language: str) -> None:
    path = templates_folder() / "briefing" / "strings" / f"{language}.toml"
    words = tomllib.loads(path.read_text("utf-8"))["rule"]
    assert [step.rule for step in STEPS if step.rule not in words] == []
