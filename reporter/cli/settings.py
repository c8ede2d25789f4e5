"""The configuration that a command works with: files, environment, then the options of the command line."""

from __future__ import annotations

import os
from pathlib import Path

from reporter.config import Loaded, configuration_file, loaded


def in_force(path: Path | None) -> Loaded:
    """The configuration of the file named; without one of reporter.toml in the working folder, or of a pyproject.toml
    there with ``[tool.reporter]``; with the curation.toml beside it, and the environment's values before those of
    the file.

    Raises:
        ConfigurationError: a file is missing, or file or environment do not keep to the rules.
    """
    here = Path()
    return loaded(configuration_file(here) if path is None else path, os.environ, folder=here)
