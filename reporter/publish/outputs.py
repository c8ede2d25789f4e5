"""Every output is there and has the bytes that the manifest states; nothing else is there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from reporter.publish.manifest import MANIFEST, Manifest, file_digest, output_names
from reporter.publish.report import Proof
from reporter.publish.staging import is_disposable


def prove_outputs(build: Path, manifest: Manifest, proof: Proof) -> None:
    """Compare the hash of every output with the manifest, and look for files that it does not list."""
    listed = {entry.path: entry.sha256 for entry in manifest.outputs}
    for name, digest in listed.items():
        path = build / name
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            proof.failed(MANIFEST, f"outputs, {name}", "leads out of the build")
        elif not path.is_file():
            proof.failed(name, "", "is missing")
        elif file_digest(path) != digest:
            proof.failed(name, "", "has changed since the build: its hash is not the manifest's")
        else:
            proof.proved("outputs")
    for name in output_names(build):
        if name not in listed and not is_disposable(name):
            proof.failed(name, "", "is not in the manifest: no build wrote it")
