"""reporter config: which configuration is in force and why; its schema for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reporter.cli.settings import in_force
from reporter.cli.terminal import Place, harmless, result
from reporter.config import Loaded


@click.group(short_help="Show the configuration in force, or its schema.")
def config() -> None:
    """Show the configuration in force with the origin of each value, or its JSON Schema.

    \b
    reporter config show
    REPORTER_SUMMARY_METHOD=lead reporter config show -c reporter.toml
    reporter config schema > reporter.schema.json
    """  # noqa: D301 - click reads \b


@config.command(short_help="The configuration in force, as TOML.")
@click.option("-c", "--config", "path", metavar="FILE", type=Place(), help="Configuration (as a build finds it).")
def show(path: Path | None) -> int:
    """Print every key with its value in force and, as a comment, where it comes from: default, a file or an
    environment variable. What is printed is a configuration itself."""
    from reporter.config.showing import shown_configuration

    given = in_force(path)
    origins = {key: harmless(origin) for key, origin in given.origins.items()}
    result(shown_configuration(Loaded(given.config, origins)))
    return 0


@config.command(short_help="The JSON Schema of the configuration.")
def schema() -> int:
    """Print the JSON Schema (draft 2020-12) of reporter.toml. An editor with a TOML language server completes and
    checks keys by it: `#:schema ./reporter.schema.json` on the first line, or "$schema" as a key."""
    from reporter.config.showing import configuration_schema

    result(json.dumps(configuration_schema(), ensure_ascii=False, indent=2))
    return 0
