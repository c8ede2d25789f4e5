"""Themes override each other file by file; templates escape, compute nothing and fail with a clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.config import Config, OutputSection
from reporter.errors import ConfigurationError, RenderError
from reporter.render.environment import environment, rendered
from reporter.render.pages import css_hash
from reporter.render.theme import known_themes, load_theme


def themed(folder: Path, theme: str = "briefing") -> Config:
    return Config(output=OutputSection(theme=theme, themes=str(folder)))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(ConfigurationError, match="unknown theme 'breifing'") as caught:
        load_theme(Config(output=OutputSection(theme="breifing")))
    assert "briefing" in caught.value.hint


def test_a_users_file_comes_before_the_themes(tmp_path: Path) -> None:
    write(tmp_path / "briefing" / "site.css", "body { color: red; }")
    theme = load_theme(themed(tmp_path))
    assert theme.text("site.css") == "body { color: red; }"
    assert "@page" in theme.text("print.css")


def test_a_new_theme_holds_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path / "plain" / "site.css", "body { color: black; }")
    theme = load_theme(themed(tmp_path, "plain"))
    assert theme.text("site.css") == "body { color: black; }"
    assert "@page" in theme.text("print.css")
    assert theme.faces == load_theme(Config()).faces
    assert known_themes(themed(tmp_path)) == ["briefing", "gongwen", "plain"]


def test_a_theme_may_extend_another_one(tmp_path: Path) -> None:
    write(tmp_path / "base" / "site.css", "/* base */")
    write(tmp_path / "child" / "theme.toml", 'extends = "base"\nfaces = ["Some Face"]\n')
    theme = load_theme(themed(tmp_path, "child"))
    assert theme.text("site.css") == "/* base */"
    assert theme.faces == ("Some Face",)


def test_a_theme_that_extends_itself_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "loop" / "theme.toml", 'extends = "loop"\n')
    with pytest.raises(ConfigurationError, match="extends itself"):
        load_theme(themed(tmp_path, "loop"))


def test_a_template_may_extend_the_one_it_overrides(tmp_path: Path) -> None:
    write(tmp_path / "old" / "page.j2", "<p>{% block body %}old{% endblock %}</p>")
    write(tmp_path / "new" / "theme.toml", 'extends = "old"\n')
    write(tmp_path / "new" / "page.j2", '{% extends "!page.j2" %}{% block body %}new, {{ super() }}{% endblock %}')
    engine = environment(load_theme(themed(tmp_path, "new")))
    assert rendered(engine, "page.j2", None) == "<p>new, old</p>"


def test_what_a_page_does_not_know_is_an_error_that_names_the_template(tmp_path: Path) -> None:
    write(tmp_path / "t" / "page.j2", "{{ page.nothing }}")
    with pytest.raises(RenderError, match=r"page\.j2.*nothing"):
        rendered(environment(load_theme(themed(tmp_path, "t"))), "page.j2", object())


def test_a_damaged_template_is_an_error_with_its_line(tmp_path: Path) -> None:
    write(tmp_path / "t" / "page.j2", "\n{% for %}")
    with pytest.raises(RenderError, match=r"page\.j2:2"):
        rendered(environment(load_theme(themed(tmp_path, "t"))), "page.j2", object())


def test_a_missing_template_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"none\.j2 is missing"):
        rendered(environment(load_theme(Config())), "none.j2", object())


def test_text_is_escaped(tmp_path: Path) -> None:
    write(tmp_path / "t" / "page.j2", "{{ page }}{{ page | breakable }}")
    engine = environment(load_theme(themed(tmp_path, "t")))
    escaped = "&lt;b&gt;{{ 7*7 }}"
    assert rendered(engine, "page.j2", "<b>{{ 7*7 }}") == escaped * 2


def test_a_style_sheet_that_would_end_its_element_is_refused() -> None:
    with pytest.raises(RenderError):
        css_hash("a::after { content: '</style>' }")
