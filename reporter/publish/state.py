"""What a build was made of, kept beside it, so that the next one can tell whether it has anything to do.

The state is local (``.reporter/state.json``): it names no output and changes none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reporter.errors import VerifyError
from reporter.model import Briefing, Finding
from reporter.publish.manifest import LOCAL, file_digest, output_names, read_manifest
from reporter.publish.staging import is_disposable

STATE = f"{LOCAL}/state.json"


class State(msgspec.Struct, frozen=True):
    """``fingerprint`` is of all that went in. ``settled`` says that nothing outside of that could mend the build: every
    file was read and every font found.

    ``findings`` is level → code → how many; ``unread`` is how many documents could not be read, by the finding's code.
    """

    fingerprint: str
    settled: bool
    documents: int
    unread: dict[str, int]
    findings: dict[str, dict[str, int]]


def state_of(briefing: Briefing, fingerprint: str, unread: Sequence[str]) -> State:
    """The state of a build that has just been made; ``unread`` has the code of each document that could not be read."""
    complaints = any(finding.code.startswith("render-") and finding.level != "info" for finding in briefing.findings)
    failed = dict(sorted(Counter(unread).items()))
    return State(
        fingerprint, not failed and not complaints, len(briefing.analyses), failed, counts_of(briefing.findings)
    )


def counts_of(findings: Sequence[Finding]) -> dict[str, dict[str, int]]:
    """Level → code → how many findings, sorted."""
    counts: dict[str, dict[str, int]] = {}
    for (level, code), count in sorted(Counter((finding.level, finding.code) for finding in findings).items()):
        counts.setdefault(level, {})[code] = count
    return counts


def read_state(build: Path) -> State | None:
    """What a build says that it was made of; None where it says nothing. Whether it still is that build, ``is_whole``
    tells."""
    try:
        return msgspec.json.decode((build / STATE).read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError):
        return None


def is_whole(build: Path) -> bool:
    """Whether a build's outputs are all there, and no others, with the bytes that its manifest states."""
    try:
        outputs = read_manifest(build).outputs
    except VerifyError:
        return False
    listed = {entry.path: entry.sha256 for entry in outputs}
    present = {name for name in output_names(build) if not is_disposable(name)}
    return present == listed.keys() and all(file_digest(build / name) == digest for name, digest in listed.items())
