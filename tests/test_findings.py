"""Every code that a finding may carry is explained: for whoever looks it up, and in the words of the interface."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(
    r"(?:read|repair|structure|extract|reprints|summarize|curation|assemble|render|publish)-[a-z]+(?:-[a-z]+)*"
)


def used_codes() -> set[str]:
    """Every string of the program that has the form of a code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "reporter").rglob("*.py"))
    strings = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in strings if isinstance(text, str) and CODE.fullmatch(text)}


def test_the_page_of_findings_has_each_code_once_and_no_other() -> None:
    explained = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "findings.md").read_text("utf-8"), re.MULTILINE)
    assert len(explained) == len(set(explained))
    assert set(explained) == used_codes()


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_every_code_has_words_in_chinese(language: str) -> None:
    path = ROOT / "templates" / "briefing" / "strings" / f"{language}.toml"
    assert set(tomllib.loads(path.read_text("utf-8"))["finding"]) == used_codes()
