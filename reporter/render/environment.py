"""The template engine: escaping always on, an undefined name is an error, templates compute nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from reporter.errors import RenderError
from reporter.render.theme import Theme

# A mark of a template name that means: not mine, the one that I override.
ORIGINAL = "!"
# Opening quotation marks with the character that they must not leave.
_OPENING = re.compile("(?<![“‘])([“‘]+[^“‘])")


class ThemeLoader(jinja2.BaseLoader):
    """Finds a template in a theme's folders. ``!name`` passes over the first folder that has the name, so that a
    template may extend the one it overrides: ``{% extends "!document.html.j2" %}``.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The template's text, its path, and whether it is still up to date (a build reads each once)."""
        name = template.lstrip(ORIGINAL)
        found = self._theme.files(name)[len(template) - len(name) :]
        if not found:
            raise jinja2.TemplateNotFound(template)
        return found[0].read_text("utf-8"), str(found[0]), lambda: True


def environment(theme: Theme) -> jinja2.Environment:
    """The engine for a theme's templates."""
    made = jinja2.Environment(
        loader=ThemeLoader(theme),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=False,
    )
    made.filters["breakable"] = breakable
    return made


def rendered(engine: jinja2.Environment, name: str, context: object) -> str:
    """A page: the template with the context as ``page``.

    Raises:
        RenderError: the template is missing, is no template, or uses a name that the context does not have.
    """
    try:
        return engine.get_template(name).render(page=context)
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise RenderError(f"{where}: {error.message}", "see docs/templates.md") from error
    except jinja2.TemplateNotFound as error:
        raise RenderError(f"template {error.name} is missing", "see docs/templates.md") from error
    except jinja2.UndefinedError as error:
        raise RenderError(f"template {name}: {error.message}", "see docs/templates.md for what a page knows") from error


def breakable(text: str) -> Markup:
    """The text with a place to break before each opening quotation mark, and none behind it.

    The Unicode line breaking rules (UAX #14) join a quotation mark to both neighbours; Chinese typesetting lets a line
    begin with an opening one and never end with it (Requirements for Chinese Text Layout, 3.1.6).
    """
    parts = _OPENING.split(text)
    marked = (f'<wbr><span class="quoted">{escape(part)}</span>' for part in parts[1::2])
    plain = (str(escape(part)) for part in parts[::2])
    return Markup("".join(part for pair in zip_longest(plain, marked, fillvalue="") for part in pair))  # noqa: S704


def write_page(path: Path, html: str) -> None:
    """Write a page as UTF-8; a lone surrogate becomes a character reference, which readers show as unknown."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(html.encode("utf-8", "xmlcharrefreplace"))
