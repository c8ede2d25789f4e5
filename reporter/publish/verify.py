"""Proving a finished build: against its manifest, against itself and against its sources."""

from __future__ import annotations

from pathlib import Path

import msgspec

from reporter.config.packages import package_versions
from reporter.publish.compared import Compare, prove_changes
from reporter.publish.content import BRIEFING, BriefingContent, read_briefing
from reporter.publish.manifest import Manifest, read_manifest
from reporter.publish.outputs import prove_outputs
from reporter.publish.printed import printed_text
from reporter.publish.proofs import Repair, Reread, prove_document
from reporter.publish.references import prove_references
from reporter.publish.report import Proof, VerifyReport
from reporter.publish.site import prove_site
from reporter.publish.sources import prove_sources

# The packages that decide what a source reads like and what is repaired in it.
_READING = (
    "reporter", "lxml", "markdown-it-py", "mdit-py-plugins", "opencc", "pypdfium2", "pypinyin", "trafilatura", "xlrd",
)  # fmt: skip


def verify(
    build: Path,
    sources: Path | None = None,
    *,
    reread: Reread,
    repair: Repair | None = None,
    since: Path | None = None,
    compare: Compare | None = None,
) -> VerifyReport:
    """Prove that a build says what its sources say.

    Args:
        build: the output folder of a build.
        sources: the folder to look for the sources in; None looks where they lay when the build was made.
        reread: reads a file as a build does: (where it lies, the path it is shown by) → its text as decoded.
        repair: repairs a text as a build does. The recorded repairs are then held against it, as long as the
            versions are those of the build; None leaves that out.
        since: the earlier build that the build tells the changes from. None leaves out what only that proves.
        compare: compares two builds as a build does: (the earlier one, this one) → what differs; like ``repair`` only
            as long as the versions are those of the build.

    Returns:
        Every difference with its file and place: outputs, sources, quotations, figures, references, links.

    Raises:
        VerifyError: the folder is no build, or its manifest is damaged.
    """
    manifest = read_manifest(build)
    proof = Proof()
    prove_outputs(build, manifest, proof)
    found = prove_sources(build, manifest, sources, proof)
    content = _content(build, proof)
    if content is not None:
        prove_references(content, manifest, proof)
        same = _same_version(manifest)
        prove_changes(build, content, manifest, proof, since, compare if same else None)
        current = repair if same else None
        texts: dict[str, str | None] = {}
        for document in content.documents:
            if document.path in found:
                source = found[document.path]
                texts[document.id] = prove_document(build, document, source, proof, reread=reread, repair=current)
        printed = printed_text(content, manifest, proof, exact=same)
        prove_site(build, content, texts, printed, proof)
    return proof.report()


def _same_version(manifest: Manifest) -> bool:
    """Whether the packages that read and repair are those that made the build."""
    now = package_versions()
    return all(manifest.versions.get(name) == now.get(name) for name in _READING)


def _content(build: Path, proof: Proof) -> BriefingContent | None:
    try:
        return read_briefing(build)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        proof.failed(BRIEFING, "", f"can't be read: {error}")
        return None
