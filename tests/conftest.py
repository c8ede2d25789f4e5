"""Fixtures that every test may use: the sample documents and, where it lies, the folder of real ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine's load than of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CHECKOUT = Path(__file__).resolve().parent.parent
# Folders whose tests share what takes longest to make, over all their modules: a browser and its visits of every page.
TOGETHER = frozenset({"site"})
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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of a module (of some folders: of all modules) to one process of several, one after the other: what
    they share is made once. What takes long comes first, so that no process waits for another at the end."""
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        groups.setdefault(_group(item.path), []).append(item)
    for name, members in groups.items():
        for item in members:
            item.add_marker(pytest.mark.xdist_group(name))
    items[:] = [item for members in sorted(groups.values(), key=_slow, reverse=True) for item in members]


def _group(path: Path) -> str:
    place = path.relative_to(CHECKOUT / "tests")
    return place.parts[0] if place.parts[0] in TOGETHER else place.with_suffix("").as_posix()


def _slow(items: Iterable[pytest.Item]) -> int:
    return sum(item.get_closest_marker("slow") is not None for item in items)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: those of a package hold the second it was made in, and every worker makes its own."""
    return argname if isinstance(val, bytes) else None
