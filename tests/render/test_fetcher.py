"""The PDF library loads files of the theme and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.render.fetcher import ThemeFetcher


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "rule.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "secret.svg").write_text("secret", "utf-8")
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    return folder


def test_a_file_of_the_theme_is_served(theme: Path) -> None:
    response = ThemeFetcher((theme,)).fetch((theme / "rule.svg").as_uri())
    assert response.read() == b"<svg/>"
    response.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x", "https://example.invalid/x", "data:text/plain,x", "ftp://example.invalid/x",
        "file:///etc/hostname", "file://host/etc/hostname",
    ],
)  # fmt: skip
def test_everything_else_is_refused(theme: Path, url: str) -> None:
    with pytest.raises(ValueError, match="no file of the theme"):
        ThemeFetcher((theme,)).fetch(url)


def test_a_template_is_no_part_of_a_page(theme: Path) -> None:
    (theme / "page.html.j2").write_text("<p>", "utf-8")
    with pytest.raises(ValueError, match="no file of the theme"):
        ThemeFetcher((theme,)).fetch((theme / "page.html.j2").as_uri())


@pytest.mark.parametrize("name", ["../secret.svg", "link.svg", "%2e%2e/secret.svg"])
def test_ways_out_of_the_theme_are_refused(theme: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no file of the theme"):
        ThemeFetcher((theme,)).fetch(f"{theme.as_uri()}/{name}")
