"""The briefing made by hand that the other renderers are tested with, and what the office renderers make of it."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from reporter.config import Config
from reporter.model import Briefing, Table
from reporter.render.docx import write_docx
from reporter.render.markdown import write_markdown
from reporter.render.xlsx import write_xlsx


def _briefings() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "office_briefings", Path(__file__).parent.parent / "render" / "briefings.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["office_briefings"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    return _briefings().sample_briefing()


@pytest.fixture(scope="session")
def office(briefing: Briefing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with briefing.docx, briefing.md and data/briefing.xlsx."""
    folder = tmp_path_factory.mktemp("office")
    write_all(briefing, folder)
    return folder


def write_all(briefing: Briefing, folder: Path) -> None:
    for write in (write_docx, write_markdown, write_xlsx):
        assert write(briefing, folder, Config()) == ()


@pytest.fixture
def with_table():
    """Makes the briefing with other tables in its first document."""

    def make(briefing: Briefing, *tables: Table) -> Briefing:
        first, *others = briefing.analyses
        return replace(briefing, analyses=(replace(first, tables=tables), *others))

    return make
