"""The files that the renderers make of a briefing made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.config import Config
from reporter.render import RENDERERS
from tests.render.briefings import sample_briefing


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the sample briefing: data, PDF and site."""
    folder = tmp_path_factory.mktemp("build")
    for name in ("json", "csv", "pdf", "html"):
        RENDERERS[name](sample_briefing(), folder, Config())
    return folder
