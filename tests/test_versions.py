"""The version of an installed package: what the standard library says."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from reporter.config.packages import SHAPING_PACKAGES
from reporter.versions import installed_version


@pytest.mark.parametrize("package", [*SHAPING_PACKAGES, "pytest", "PyTest"])
def test_it_is_what_the_standard_library_says(package: str) -> None:
    assert installed_version(package) == metadata.version(package)


@pytest.mark.parametrize(
    ("head", "version"),
    [
        ("Name: one\nVersion: 1.2\n\nVersion: 3", "1.2"),
        ("Version: 1.2\nName: one\n\nVersion: 3", "1.2"),
        ("Name: one\nversion:1.2\n\nVersion: 3", "1.2"),
        ("Name: one\nSummary: a\n  Version: 4\nVersion: 1.2\n", "1.2"),
    ],
)
def test_it_is_the_first_field_of_the_head(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str, version: str
) -> None:
    (tmp_path / "one_of_a_test-0.dist-info").mkdir()
    (tmp_path / "one_of_a_test-0.dist-info" / "METADATA").write_text(head, "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert installed_version("one-of-a-test") == version == metadata.version("one-of-a-test")


def test_a_package_that_is_not_there_has_none() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        installed_version("no-such-package")
