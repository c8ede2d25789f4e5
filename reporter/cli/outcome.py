"""What a build has come to: its findings as lines, its counts, its exit code.

Counts are level → code → how many findings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reporter.cli.terminal import say
from reporter.config import nearest_name
from reporter.model import Finding
from reporter.model.text import Level
from reporter.render.theme import DEFAULT
from reporter.resources import templates_folder

STRICT_WARNINGS = 3
SOME_FAILED = 4

Counts = Mapping[str, Mapping[str, int]]
# Finding code → whether it is an error; what is not named counts by its level, what is False does not count at all.
Rules = Mapping[str, bool]

_SHOWN_FINDINGS = 10
_LEVELS: tuple[tuple[Level, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "note"))
_SILENT = "no-"


def rules_of(given: Sequence[str]) -> dict[str, bool]:
    """The rules of ``CODE`` (an error) and ``no-CODE`` (never counts); of two for one code the last holds.

    Raises:
        ConfigurationError: a code that no finding has.
    """
    rules = {text.removeprefix(_SILENT): not text.startswith(_SILENT) for text in given}
    known = known_codes() if rules else ()
    for code in rules:
        if code not in known:
            raise nearest_name(code, list(known), "finding")
    return rules


def known_codes() -> tuple[str, ...]:
    """Every code that a finding may have: each has its words in the catalogue of the interface."""
    catalogue = templates_folder() / DEFAULT / "strings" / "zh-Hans.toml"
    return tuple(tomllib.loads(catalogue.read_text("utf-8"))["finding"])


def exit_code(unread: Mapping[str, int], counts: Counts, rules: Rules, *, strict: bool) -> int:
    """The exit code of a build: 4 for documents that could not be read, 3 for errors, those by the rules among them,
    and under strict for warnings.

    Args:
        unread: how many documents could not be read, by the code of the finding.
    """
    if any(rules.get(code) is not False for code in unread):
        return SOME_FAILED
    levels = ("error", "warning") if strict else ("error",)
    counted = {code for level in levels for code in counts.get(level, {}) if rules.get(code) is not False}
    raised = {code for codes in counts.values() for code in codes if rules.get(code)}
    return STRICT_WARNINGS if counted or raised else 0


def raised(findings: Sequence[Finding], rules: Rules) -> list[Finding]:
    """The findings, those that the rules make errors as errors."""
    return [replace(finding, level="error") if rules.get(finding.code) else finding for finding in findings]


def say_findings(findings: Sequence[Finding], paths: Mapping[str, str]) -> None:
    """The errors and warnings, one line each, with the file; beyond ten only how many more there are.

    Args:
        paths: the file of each document, by the document's id.
    """
    serious = [finding for level in ("error", "warning") for finding in findings if finding.level == level]
    for finding in serious[:_SHOWN_FINDINGS]:
        path = paths.get(finding.document or "")
        place = f"{path}: " if path else ""
        hint = f" ({finding.hint})" if finding.hint else ""
        say(f"{finding.level}: {finding.code}: {place}{finding.message}{hint}")
    if len(serious) > _SHOWN_FINDINGS:
        say(f"and {len(serious) - _SHOWN_FINDINGS} more in findings.json")


def closing_line(documents: int, target: Path, formats: tuple[str, ...], counts: Counts, rules: Rules) -> str:
    """What was written, where, and how many findings there are of each level, errors by the rules among the errors."""
    levels = dict.fromkeys(("error", "warning", "info"), 0)
    for level, codes in counts.items():
        for code, count in codes.items():
            levels["error" if rules.get(code) else level] += count
    found = ", ".join(f"{levels[level]} {word}{'s' if levels[level] != 1 else ''}" for level, word in _LEVELS)
    written = ", ".join(dict.fromkeys(["json", *formats]))
    noun = "document" if documents == 1 else "documents"
    return f"{target}: briefing of {documents} {noun} ({written}); findings: {found}"
