"""The program's own templates are compiled once; nothing hangs on what was kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reporter.config import Config, configured
from reporter.render.environment import environment
from reporter.render.theme import load_theme

PARTIAL = "partials/print.html.j2"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiles, empty."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(sys, "pycache_prefix", str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def said(config: Config | None = None) -> str:
    """What a template's macro gives, its code compiled or found."""
    template = environment(load_theme(config or Config())).get_template(PARTIAL)
    return str(template.module.said(("共", "12", "亿元")))  # type: ignore[attr-defined]  # a macro


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_template_is_kept_and_found_again(kept: Path) -> None:
    first = said()
    found = files(kept)
    assert len(found) == 1
    assert said() == first
    assert files(kept) == found


@pytest.mark.parametrize("damage", [b"", b"\0" * 200, None])
def test_damaged_code_is_compiled_anew(kept: Path, damage: bytes | None) -> None:
    first = said()
    ((path, content),) = files(kept).items()
    path.write_bytes(content[:-9] if damage is None else damage)
    assert said() == first
    assert files(kept) == {path: content}


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said()
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_hindrance(kept: Path) -> None:
    kept.write_text("no folder")
    assert said()
    assert kept.read_text() == "no folder"


def test_templates_of_other_themes_are_not_kept(kept: Path, tmp_path: Path) -> None:
    theme = tmp_path / "themes" / "own" / "partials"
    theme.mkdir(parents=True)
    (theme / "print.html.j2").write_text("{% macro said(pieces) %}{{ pieces[1] }}{% endmacro %}", "utf-8")
    config = configured({"output": {"themes": str(tmp_path / "themes"), "theme": "own"}})
    assert said(config) == "12"
    assert not files(kept)


def test_the_sandbox_has_code_of_its_own(kept: Path, tmp_path: Path) -> None:
    said()
    (tmp_path / "themes" / "own").mkdir(parents=True)
    config = configured({"output": {"themes": str(tmp_path / "themes"), "theme": "own"}})
    said(config)
    assert len(files(kept)) == 2
