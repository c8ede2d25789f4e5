"""The configuration for people and editors: what is in force and why, every key with its default, a JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from itertools import groupby
from typing import Any

import msgspec

from reporter.config.descriptions import DESCRIPTIONS, EXAMPLES
from reporter.config.keys import Key, known_keys
from reporter.config.loading import Loaded
from reporter.config.sections import Config
from reporter.config.toml import toml_value

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def shown_configuration(given: Loaded) -> str:
    """The configuration in force as TOML, behind each value where it comes from; read again it is the same."""
    values = msgspec.to_builtins(given.config)

    def line(key: Key) -> str:
        value = (values[key.section] if key.section else values)[key.name]
        origin = given.origins.get(key.dotted, "default")
        return f"# {key.name} is not set" if value is None else f"{key.name} = {toml_value(value)}  # {origin}"

    return "\n".join(_by_section(line))


def commented_configuration() -> str:
    """Every key with its description and its default, or an example where there is none, as a comment."""

    def line(key: Key) -> str:
        default = msgspec.to_builtins(key.default)
        given = EXAMPLES[key.dotted] if default in (None, (), [], {}) and key.dotted in EXAMPLES else default
        return f"# {DESCRIPTIONS.get(key.dotted, '')}\n#{key.name} = {toml_value(given)}"

    return "\n".join(_by_section(line))


def _by_section(line: Callable[[Key], str]) -> list[str]:
    lines: list[str] = []
    for section, keys in groupby(known_keys(), lambda key: key.section):
        lines += ["", f"[{section}]"] if section else []
        lines += [line(key) for key in keys]
    return lines


def configuration_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the configuration; descriptions are those of the structs and keys."""
    schema = msgspec.json.schema(Config)
    parts: dict[str, dict[str, Any]] = schema["$defs"]
    for part in parts.values():
        part["description"] = " ".join(cleandoc(part["description"]).replace("``", "`").split())
    whole = parts["Config"]
    for key in known_keys():
        owner = parts[whole["properties"][key.section]["$ref"].rsplit("/", 1)[1]] if key.section else whole
        if key.dotted in DESCRIPTIONS:
            owner["properties"][key.name]["description"] = DESCRIPTIONS[key.dotted]
    whole["properties"]["$schema"] = {"type": "string", "description": "the address of this schema, for editors"}
    return {"$schema": SCHEMA, "title": "reporter.toml", **schema}
