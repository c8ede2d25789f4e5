"""data/briefing.json and the ledgers, for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reporter.config import Config
from reporter.model import Briefing, Finding
from reporter.render.contract import briefing_dict, repairs_dict


def write_json(briefing: Briefing, folder: Path, config: Config) -> tuple[Finding, ...]:  # noqa: ARG001
    """Write ``data/briefing.json`` and ``data/repairs/<document id>.json`` below the folder; no findings."""
    data = folder / "data"
    repairs = data / "repairs"
    repairs.mkdir(parents=True, exist_ok=True)
    _write(data / "briefing.json", briefing_dict(briefing))
    for analysis in briefing.analyses:
        _write(repairs / f"{analysis.document.id}.json", repairs_dict(analysis.document))
    return ()


def _write(path: Path, value: dict[str, Any]) -> None:
    """UTF-8, keys in the order given. A lone surrogate, which UTF-8 has no form for, stays a JSON escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_bytes(text.encode("utf-8", "backslashreplace") + b"\n")
