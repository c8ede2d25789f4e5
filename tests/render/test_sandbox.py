"""A theme from elsewhere: its templates reach the page and nothing behind it, its files are those of its folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from reporter.config import Config, OutputSection
from reporter.errors import ConfigurationError, RenderError
from reporter.render import RENDERERS
from reporter.render.catalogue import load_catalogue
from reporter.render.context import Head
from reporter.render.environment import environment, rendered
from reporter.render.theme import load_theme
from reporter.resources import templates_folder
from tests.render.briefings import sample_briefing

# Ways from a value of the page into the program (as the advisories of template engines list them).
ESCAPES = (
    "{{ page.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ page['__class__'] }}",
    "{{ page | attr('__class__') }}",
    "{{ page.title.format.__globals__ }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{a.__class__}'.format_map({'a': page}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('true').read() }}",
    "{{ lipsum.__globals__['os'].getcwd() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{% set x = {}.__class__ %}{{ x }}",
    "{{ range(1000000) | list | length }}",
    "{% for i in range(1000000) %}{% endfor %}",
    "{% set made = [] %}{{ made.append(1) }}",
)
SECRET = "nobody may read this"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    made = tmp_path / "themes" / "own"
    made.mkdir(parents=True)
    return made


def config(folder: Path, *, trusted: bool = False, theme: str = "own") -> Config:
    return Config(output=OutputSection(theme=theme, themes=str(folder.parent), trusted_templates=trusted))


def page(folder: Path, text: str, *, trusted: bool = False) -> str:
    (folder / "page.j2").write_text(text, "utf-8")
    return rendered(environment(load_theme(config(folder, trusted=trusted))), "page.j2", HEAD)


HEAD = Head(*(f"value {number}" for number in range(len(Head.__dataclass_fields__))))


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_template_that_reaches_behind_the_page_is_an_error(folder: Path, escape: str) -> None:
    with pytest.raises(RenderError):
        page(folder, escape)


@pytest.mark.parametrize("way", ["up", "link"])
def test_a_folder_that_only_seems_to_lie_among_the_programs_own_is_not_trusted(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    ours = tmp_path / "templates"
    shutil.copytree(templates_folder(), ours)
    monkeypatch.setattr("reporter.render.theme.templates_folder", lambda: ours)
    assert load_theme(Config()).trusted
    (ours / "linked").symlink_to(folder.parent)
    themes = ours / ".." / "themes" if way == "up" else ours / "linked"
    assert not load_theme(config(themes / "own")).trusted


def test_the_error_says_what_to_do(folder: Path) -> None:
    with pytest.raises(RenderError, match=r"page\.j2.*__class__") as caught:
        page(folder, ESCAPES[0])
    assert "trusted_templates" in caught.value.hint


def test_a_theme_that_is_trusted_may(folder: Path) -> None:
    assert "Head" in page(folder, ESCAPES[0], trusted=True)


def test_the_programs_own_themes_are_trusted() -> None:
    assert load_theme(Config()).trusted
    assert load_theme(Config(output=OutputSection(theme="gongwen"))).trusted


def test_a_theme_of_ones_own_makes_it_untrusted_even_when_it_only_overrides_a_file(folder: Path) -> None:
    (folder.parent / "briefing").mkdir()
    assert not load_theme(config(folder, theme="briefing")).trusted


@pytest.mark.parametrize("name", ["../../secret.txt", "/secret.txt", "a/../../../secret.txt", "..\\..\\secret.txt"])
@pytest.mark.parametrize("statement", ["include", "extends", "import"])
@pytest.mark.parametrize("trusted", [False, True])
def test_no_name_of_a_template_leads_out_of_the_theme(folder: Path, name: str, statement: str, trusted: bool) -> None:
    end = " as x" if statement == "import" else ""
    path = (folder.parent.parent / name.lstrip("/")).as_posix() if name.startswith("/") else name
    with pytest.raises(RenderError):
        page(folder, f"{{% {statement} {path!r}{end} %}}", trusted=trusted)


def test_a_link_out_of_the_folder_is_no_file_of_the_theme(folder: Path) -> None:
    (folder / "link.j2").symlink_to(folder.parent.parent / "secret.txt")
    with pytest.raises(RenderError, match=r"link\.j2 is missing"):
        page(folder, "{% include 'link.j2' %}")
    assert SECRET in page(folder, "{% include 'link.j2' %}", trusted=True)


@pytest.mark.parametrize("name", ["..", ".", "../..", "/etc", "own/../.."])
def test_a_theme_extends_a_theme_and_no_other_folder(folder: Path, name: str) -> None:
    (folder / "theme.toml").write_text(f"extends = {name!r}", "utf-8")
    with pytest.raises(ConfigurationError, match="unknown theme"):
        load_theme(config(folder))


@pytest.mark.parametrize("gap", ["{n.__class__}", "{n[0]}", "{n!r}", "{n:>1000000}", "{0.real}"])
def test_a_word_of_a_theme_reaches_into_no_value(folder: Path, gap: str) -> None:
    (folder / "strings").mkdir()
    (folder / "strings" / "zh-Hans.toml").write_text(f"[table]\nuntitled = '{gap}'", "utf-8")
    with pytest.raises(RenderError, match=r"table\.untitled"):
        load_catalogue(load_theme(config(folder)), "zh-Hans")


def test_the_default_pages_are_the_same_in_the_sandbox(folder: Path, tmp_path: Path) -> None:
    pages = {}
    for trusted in (True, False):
        target = tmp_path / str(trusted)
        for name in ("json", "html"):
            RENDERERS[name](sample_briefing(), target, config(folder, trusted=trusted))
        files = [Path(root) / name for root, _, names in os.walk(target) for name in names]
        pages[trusted] = {path.relative_to(target).as_posix(): path.read_bytes() for path in files}
        del pages[trusted]["site/about.html"]  # it tells the configuration
    assert len(pages[True]) > 5
    assert pages[True] == pages[False]
