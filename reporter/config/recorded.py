"""What of the configuration a build records: all that decides what it says."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from reporter.config.earlier import data_of
from reporter.config.sections import Config


def in_force(config: Config) -> dict[str, Any]:
    """The configuration as plain values for the manifest: all that decides what a build says, not where it happens."""
    values: dict[str, Any] = msgspec.to_builtins(config)
    del values["input"]["sources"], values["output"]["folder"], values["output"]["themes"], values["workers"]
    del values["themes"]["file"], values["curation"]["file"], values["gongwen"]["fonts"]
    values["docx"]["template"] = _digest(config.docx.template)
    since = config.briefing.since
    values["briefing"]["since"] = None if since is None else _digest(str(data_of(Path(since))))
    return values


def _digest(path: str | None) -> str | None:
    """The content of a file as its hash; its name where it can't be read."""
    if path is None:
        return None
    try:
        return f"sha256:{hashlib.sha256(Path(path).read_bytes()).hexdigest()}"
    except OSError:
        return path
