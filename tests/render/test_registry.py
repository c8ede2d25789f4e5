"""Every format that the configuration may ask for has a renderer."""

from __future__ import annotations

from reporter.config import FORMATS
from reporter.render import RENDERERS


def test_every_format_has_a_renderer_and_the_site_comes_last() -> None:
    assert set(RENDERERS) == set(FORMATS)
    assert next(iter(RENDERERS)) == "json"
    assert list(RENDERERS)[-1] == "html"
