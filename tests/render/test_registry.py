"""Every format that the configuration may ask for has a renderer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reporter.config import FORMATS
from reporter.render import RENDERERS


def test_every_format_has_a_renderer_and_the_site_comes_last() -> None:
    assert set(RENDERERS) == set(FORMATS)
    assert next(iter(RENDERERS)) == "json"
    assert list(RENDERERS)[-1] == "html"


def test_without_the_pdf_librarys_system_libraries_the_rest_is_built_and_the_pdf_says_what_to_do(
    tmp_path: Path,
) -> None:
    """A machine without Pango, as the import of WeasyPrint shows it there."""
    (tmp_path / "shadow").mkdir()
    (tmp_path / "shadow" / "weasyprint.py").write_text("raise OSError('cannot load library pango')\n", "utf-8")
    (tmp_path / "a.txt").write_text("某县工作总结\n全县企业达到20家。\n", "utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "shadow")}

    def build(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "reporter", "build", "a.txt", "-o", "out", *options]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert build("-f", "html,docx,md,csv,xlsx").returncode == 0
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    failed = build()
    assert failed.returncode == 1
    assert "cannot load library pango" in failed.stderr
    assert "reporter doctor" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before
