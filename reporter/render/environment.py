"""The template engine: escaping always on, an undefined name is an error, templates compute nothing.

Templates of a theme that is not trusted run in Jinja's sandbox: they reach the values of the page, and neither Python's
insides nor files beside the theme.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.errors import RenderError
from reporter.render.compiled_templates import CompiledTemplates
from reporter.render.theme import Theme
from reporter.render.typesetting import breakable

# A mark of a template name that means: not mine, the one that I override.
ORIGINAL = "!"


class ThemeLoader(jinja2.BaseLoader):
    """Finds a template in a theme's folders. ``!name`` passes over the first folder that has the name, so that a
    template may extend the one it overrides: ``{% extends "!document.html.j2" %}``.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The template's text, its path, and whether it is still up to date (a build reads each once).

        Raises:
            TemplateNotFound: the theme has no such file; a name that leads out of its folders is none of its files.
        """
        name = "/".join(split_template_path(template.lstrip(ORIGINAL)))
        found = self._theme.files(name)[len(template) - len(template.lstrip(ORIGINAL)) :]
        if not found:
            raise jinja2.TemplateNotFound(template)
        return found[0].read_text("utf-8"), str(found[0]), lambda: True


def environment(theme: Theme) -> jinja2.Environment:
    """The engine for a theme's templates; in the sandbox, unless the theme is trusted."""
    kind = jinja2.Environment if theme.trusted else ImmutableSandboxedEnvironment
    made = kind(
        loader=ThemeLoader(theme),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=False,
        bytecode_cache=CompiledTemplates(f"{kind.__name__}|{sha256(Path(__file__).read_bytes()).hexdigest()}"),
    )
    made.filters["breakable"] = breakable
    return made


def rendered(engine: jinja2.Environment, name: str, context: object) -> str:
    """A page: the template with the context as ``page``.

    Raises:
        RenderError: the template is missing, is no template, uses a name that the context does not have, or wants what
            the sandbox does not give.
    """
    try:
        return engine.get_template(name).render(page=context)
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise RenderError(f"{where}: {error.message}", "see docs/templates.md") from error
    except jinja2.TemplateNotFound as error:
        raise RenderError(f"template {error.name} is missing", "see docs/templates.md") from error
    except (SecurityError, OverflowError) as error:  # a range above the sandbox's hundred thousand
        hint = "set trusted_templates = true under [output] if you trust whoever wrote the theme"
        raise RenderError(f"template {name}: {error}", hint) from error
    except jinja2.UndefinedError as error:
        raise RenderError(f"template {name}: {error.message}", "see docs/templates.md for what a page knows") from error


def write_page(path: Path, html: str) -> None:
    """Write a page as UTF-8; a lone surrogate becomes a character reference, which readers show as unknown."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(html.encode("utf-8", "xmlcharrefreplace"))
