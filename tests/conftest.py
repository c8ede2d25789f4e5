"""Fixtures that every test may use: the sample documents and, where it lies, the folder of real ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine's load than of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CHECKOUT = Path(__file__).resolve().parent.parent
# No test reads or fills the cache of whoever runs it; those of the cache name a folder of their own.
os.environ["REPORTER_CACHE"] = "none"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the project's own sample documents."""
    return CHECKOUT / "seeds"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents: REPORTER_CORPUS, else ``shared`` beside the checkout. Skipped without."""
    folder = Path(os.environ.get("REPORTER_CORPUS", CHECKOUT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no real documents at {folder}: set REPORTER_CORPUS to run this test")
    return folder


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: those of a package hold the second it was made in, and every worker makes its own."""
    return argname if isinstance(val, bytes) else None
