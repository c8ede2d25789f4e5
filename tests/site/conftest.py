"""One Chromium for all tests of the site, and pages that may load nothing but files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reporter import pipeline
from reporter.config import BriefingSection, Config, OutputSection
from reporter.render import RENDERERS
from tests.render.briefings import sample_briefing
from tests.site.hostile import ATTACKS, TITLE, write_hostile
from tests.site.survey import Visit, survey

# Chromium as distributions call it; REPORTER_CHROMIUM names another one.
NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get install --no-install-recommends chromium"


def chromium() -> str | None:
    """The browser's program, or None."""
    named = os.environ.get("REPORTER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once; tests without it are skipped and say how to install it. Where REPORTER_BROWSER is
    ``required``, as in the checks of every change, they fail."""
    program = chromium()
    if program is None:
        missing = pytest.fail if os.environ.get("REPORTER_BROWSER") == "required" else pytest.skip
        missing(f"no Chromium on PATH, and REPORTER_CHROMIUM names none: {INSTALL}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program)
        yield started
        started.close()


@contextmanager
def watched_page(browser: Browser, *, width: int = 1024, **options: Any) -> Iterator[Page]:
    """A page in a context of its own. What it says on the console (a breach of its Content-Security-Policy too), a
    dialog that it opens and what it asks of the network fail the test. ``options``
    are those of a Playwright context."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN", **options)
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(message.text))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda request: trouble.extend([] if request.url.startswith("file:") else [request.url]))
    opened.on("dialog", lambda dialog: (trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield opened
    context.close()
    assert trouble == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A watched page, 1024 px wide."""
    with watched_page(browser) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample briefing, with its data files."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("csv", "html"):
        RENDERERS[name](sample_briefing(), folder, Config())
    return folder / "site"


def built_site(sources: Path, output: Path, **changes: Any) -> Path:
    """The site of a folder of documents, from the whole road, with what it offers for download but PDF and Word."""
    config = Config(output=OutputSection(formats=("html", "csv", "xlsx", "md")), **changes)
    pipeline.build(config, sources=[sources], output=output)
    return output / "site"


@pytest.fixture(scope="session")
def seeds_site(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample documents."""
    return built_site(seeds, tmp_path_factory.mktemp("seeds") / "build")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of documents, file names and a title that try to break out of their place."""
    folder = tmp_path_factory.mktemp("hostile")
    briefing = BriefingSection(title=TITLE, issuer=ATTACKS[0], issue=ATTACKS[1])
    return built_site(write_hostile(folder / "docs"), folder / "build", briefing=briefing)


@pytest.fixture(scope="session")
def seeds_visits(browser: Browser, seeds_site: Path) -> list[Visit]:
    """Every page of the sample documents' site, on a narrow screen."""
    with watched_page(browser, width=390) as page:
        return survey(page, seeds_site)


@pytest.fixture(scope="session")
def hostile_visits(browser: Browser, hostile_site: Path) -> list[Visit]:
    """Every page of the hostile documents' site, on a narrow screen."""
    with watched_page(browser, width=390) as page:
        return survey(page, hostile_site)
