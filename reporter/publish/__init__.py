"""The end of the road: atomic output, the manifest, and the proof of a finished build.

Before: a briefing and the renderers' files in a staged folder. After: the target folder, whole, with
findings.json and manifest.json; ``verify`` proves it later.
"""

from __future__ import annotations

from reporter.config.packages import package_versions
from reporter.publish.fingerprint import fingerprint_of, folders_fingerprint, program_fingerprint
from reporter.publish.manifest import MANIFEST, Manifest, read_manifest, recorded_configuration
from reporter.publish.records import findings_dict, seal
from reporter.publish.removal import Removed, remove_build
from reporter.publish.report import Problem, VerifyReport
from reporter.publish.staging import Stage, staged
from reporter.publish.state import State, counts_of, is_whole, read_state, state_of
from reporter.publish.verify import verify
from reporter.publish.workshop import recover, workshop_of

__all__ = [
    "MANIFEST",
    "Manifest",
    "Problem",
    "Removed",
    "Stage",
    "State",
    "VerifyReport",
    "counts_of",
    "findings_dict",
    "fingerprint_of",
    "folders_fingerprint",
    "is_whole",
    "package_versions",
    "program_fingerprint",
    "read_manifest",
    "read_state",
    "recorded_configuration",
    "recover",
    "remove_build",
    "seal",
    "staged",
    "state_of",
    "verify",
    "workshop_of",
]
