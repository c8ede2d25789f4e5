"""What templates know, in words: every class of a page's context with its fields, from the code itself.

``python -m reporter.render.reference`` prints the page ``docs/template-context.md``; a test holds the two equal.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import typing
from collections.abc import Iterator

from reporter.render.context import Page

_HEAD = """# What a template knows

Written by `python -m reporter.render.reference`; a test holds it. A template has one name, `page`, a `Page`. Types
are Python's; `tuple[X, ...]` is a list to loop over, `X | None` may be missing. How to use it:
[templates.md](templates.md).
"""


def reference() -> str:
    """The page in Markdown: ``Page`` first, then every class that can be reached from it, in the order they are met."""
    return "\n".join([_HEAD, *map(_section, reachable(Page))])


def reachable(start: type) -> tuple[type, ...]:
    """The dataclasses of the context that a class leads to, itself first, breadth first."""
    found = {start: None}
    for known in _growing(found):
        for field in dataclasses.fields(known):
            for name in re.findall(r"\w+", str(field.type)):
                inner = getattr(sys.modules[known.__module__], name, None)
                if isinstance(inner, type) and dataclasses.is_dataclass(inner):
                    found.setdefault(inner, None)
    return tuple(found)


def _growing(found: dict[type, None]) -> Iterator[type]:
    """The keys of a dictionary, those too that are added meanwhile."""
    at = 0
    while at < len(found):
        yield list(found)[at]
        at += 1


def _section(known: type) -> str:
    words = re.sub(r"``([^`]*)``", r"`\1`", inspect.cleandoc(known.__doc__ or ""))
    rows = [f"| `{field.name}` | `{_type_words(field)}` |" for field in dataclasses.fields(known)]
    rows += [f"| `{name}` | {words} |" for name, words in _derived(known)]
    return "\n".join([f"## {known.__name__}", "", words, "", "| field | type |", "|---|---|", *rows, ""])


def _type_words(field: dataclasses.Field[typing.Any]) -> str:
    return str(field.type).replace("|", "\\|")


def _derived(known: type) -> Iterator[tuple[str, str]]:
    """Properties and methods with the first sentence of what they say of themselves."""
    for name, member in vars(known).items():
        made = member.fget if isinstance(member, property) else member
        if not name.startswith("_") and inspect.isfunction(made):
            says = " ".join(inspect.cleandoc(made.__doc__ or "").split("\n\n")[0].split())
            yield name if isinstance(member, property) else f"{name}(…)", re.sub(r"``([^`]*)``", r"`\1`", says)


if __name__ == "__main__":
    sys.stdout.write(reference())
