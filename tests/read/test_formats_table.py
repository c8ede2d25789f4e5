"""The page of formats names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`((?:docx/|pdf/|sheets/)?test_\w+\.py)(?:::(\w+))?`")


def test_every_test_of_the_table_exists() -> None:
    named = NAMED.findall((ROOT / "docs" / "formats.md").read_text("utf-8"))
    assert len(named) > 60
    assert [f"{file}::{name}" for file, name in named if not _exists(file, name)] == []


def _exists(file: str, name: str) -> bool:
    path = ROOT / "tests" / "read" / file
    if not path.is_file():
        return False
    functions = (node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef))
    return not name or any(function.name == name for function in functions)
